// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace parley::app {

struct CommandLine;

/// The window, until it is closed. Needs a QApplication. \return the exit code
int runWindow(const CommandLine &line);

} // namespace parley::app
