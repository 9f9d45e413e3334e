// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/key_sheet.h"

#include "ui/common/tokens.h"

#include <QDialogButtonBox>
#include <QTextBrowser>
#include <QVBoxLayout>

#include <map>

namespace parley::ui {

namespace {
QString groupTable(const Actions &actions, ActGroup group, const Tokens &tokens)
{
    QString title = groupName(group);
    QString rows;
    for (const ActSpec &spec : actions.specs()) {
        if (spec.group != group || spec.keys.isEmpty())
            continue;
        QStringList keys;
        for (const QString &key : spec.keys)
            keys += Actions::keyWords(key).toHtmlEscaped();
        rows += QStringLiteral("<tr><td width='150' style='padding:2px 10px 2px 0; color:%1'>%2</td><td "
                               "style='padding:2px 0'>%3</td></tr>")
                    .arg(tokens.accent.name(), keys.join(QStringLiteral(" &nbsp; ")),
                        actions.text(spec.act).toHtmlEscaped());
    }
    return QStringLiteral("<h4>%1</h4><table cellspacing='0'>%2</table>").arg(title.remove(u'&').toHtmlEscaped(), rows);
}
} // namespace

KeySheet::KeySheet(const Actions &actions, QWidget *window)
    : QDialog(window)
{
    setWindowTitle(tr("Keys"));
    const Tokens &tokens = tokensFor(palette());
    const auto table = [&](ActGroup group) { return groupTable(actions, group, tokens); };
    auto *sheet = new QTextBrowser(this);
    sheet->setAccessibleName(tr("Keys"));
    sheet->setHtml(
        QStringLiteral("<p style='color:%1'>%2</p><table width='100%'><tr><td valign='top' width='50%'>")
            .arg(tokens.dim.name(),
                tr("Letters are places on the keyboard: they work on any layout, while no text field has the keys. "
                   "“G U” is G, then U.")
                    .toHtmlEscaped())
        + table(ActGroup::Ticket) + QStringLiteral("</td><td valign='top'>") + table(ActGroup::Thread)
        + table(ActGroup::View) + table(ActGroup::Find) + table(ActGroup::Window) + table(ActGroup::Program)
        + QStringLiteral("</td></tr></table>"));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *box = new QVBoxLayout(this);
    box->addWidget(sheet);
    box->addWidget(buttons);
    resize(QSize(900, 760).boundedTo(window->size()));
}

} // namespace parley::ui
