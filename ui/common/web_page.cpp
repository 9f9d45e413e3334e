// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/web_page.h"

namespace parley::ui {

QUrl openablePage(const QString &url)
{
    const QUrl page(url, QUrl::StrictMode);
    return page.isValid() && page.scheme() == u"https" && !page.host().isEmpty() ? page : QUrl();
}

} // namespace parley::ui
