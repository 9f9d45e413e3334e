// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLoggingCategory>

namespace parley::sync {

/// "parley.sync": accounts, waits and refusals; never a token, never a customer's words.
Q_DECLARE_LOGGING_CATEGORY(lcSync)

} // namespace parley::sync
