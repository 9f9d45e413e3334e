// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

namespace parley::platforms::ok {

/// Where this folder's sentences are filed for the translators.
struct Words {
    Q_DECLARE_TR_FUNCTIONS(parley::platforms::ok)
};

} // namespace parley::platforms::ok
