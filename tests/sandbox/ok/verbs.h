// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/control.h"
#include "sandbox/ok.h"

namespace parley::sandbox {

/// The functions of Ok as verbs "ok_…" of the control side; README.md lists them. \param ok  outlives \a control
void addOkVerbs(Control &control, Ok &ok);

} // namespace parley::sandbox
