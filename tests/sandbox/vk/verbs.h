// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/control.h"
#include "sandbox/vk.h"

namespace parley::sandbox {

/// The functions of Vk as verbs "vk_…" of the control side; README.md lists them. \param vk  outlives \a control
void addVkVerbs(Control &control, Vk &vk);

} // namespace parley::sandbox
