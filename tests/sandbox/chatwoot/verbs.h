// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/chatwoot.h"
#include "sandbox/control.h"

namespace parley::sandbox {

/// The functions of Chatwoot as verbs "chatwoot_…" of the control side; README.md lists them.
/// \param server  outlives \a control
void addChatwootVerbs(Control &control, Chatwoot &server);

} // namespace parley::sandbox
