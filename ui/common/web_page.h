// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QUrl>

namespace parley::ui {

/// A page that a platform names and that may be opened in the browser: https with a host, else an invalid one.
[[nodiscard]] QUrl openablePage(const QString &url);

} // namespace parley::ui
