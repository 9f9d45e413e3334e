// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/log.h"

namespace parley::sync {

Q_LOGGING_CATEGORY(lcSync, "parley.sync", QtWarningMsg)

} // namespace parley::sync
