// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace parley::app {

/// The first line of standard input, without its end; asked for without echo where that is a terminal. Empty: none
/// came.
[[nodiscard]] QByteArray readSecret(const QString &prompt);

} // namespace parley::app
