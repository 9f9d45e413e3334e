// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace parley::sandbox {

/// A file or folder of the shared fact sheets, which are not part of the repository: looked for in the folder that
/// PARLEY_SHARED names and in ../shared beside the repository. Empty: it is not on this machine.
/// \param inside  "platforms/schema/vk"
[[nodiscard]] QString findSharedFact(const QString &inside);

} // namespace parley::sandbox
