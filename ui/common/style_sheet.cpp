// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/style_sheet.h"

#include <QFile>

#include <array>
#include <utility>

// Outside namespaces, as the macro asks; a static library's resources are dropped by the linker unless asked for.
static void loadResources()
{
    Q_INIT_RESOURCE(desk);
}

namespace parley::ui {

QString styleSheetFrom(const Tokens &t)
{
    loadResources();
    QFile file(QStringLiteral(":/parley/style/desk.qss"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QString sheet = QString::fromUtf8(file.readAll());
    // Longer names first, so that @accent does not eat the front of @accentSoft.
    const std::array<std::pair<const char *, QColor>, 18> names{{{"@accentSoft", t.accentSoft},
        {"@accentText", t.accentText}, {"@accent", t.accent}, {"@selection", t.selection}, {"@noteLine", t.noteLine},
        {"@note", t.note}, {"@missed", t.missed}, {"@ground", t.ground}, {"@panel", t.panel}, {"@watch", t.watch},
        {"@faint", t.faint}, {"@blankText", t.blankText}, {"@blank", t.blank}, {"@line", t.line}, {"@text", t.text},
        {"@chip", t.chip}, {"@dim", t.dim}, {"@ok", t.ok}}};
    for (const auto &[name, colour] : names)
        sheet.replace(QLatin1StringView(name), colour.name());
    return sheet;
}

} // namespace parley::ui
