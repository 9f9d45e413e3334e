// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/composer/split_popup.h"

#include "ui/common/theme.h"
#include "ui/conversation/message_text.h"

#include <QLabel>
#include <QLocale>
#include <QScreen>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace parley::ui {

namespace {

constexpr qsizetype kMostShown = 50; ///< messages; more is not an answer any more
constexpr qsizetype kEnd = 90; ///< characters shown of each end
constexpr int kWidth = 420;
constexpr int kMostHeight = 380;

/// How a piece begins and ends: what one has to see of it to judge the cut.
QString endsOf(const QString &piece)
{
    QString whole = safeBody(piece);
    if (whole.size() <= 2 * kEnd + 20)
        return whole;
    const QString first = whole.first(kEnd);
    const QString last = whole.last(kEnd);
    return first.left(first.lastIndexOf(u' ') + 1).trimmed() + u" … " + last.mid(last.indexOf(u' ') + 1).trimmed();
}

} // namespace

SplitPopup::SplitPopup(
    const QString &text, const QList<TextPiece> &pieces, const Capabilities &capabilities, QWidget *parent)
    : QFrame(parent, Qt::Popup)
{
    setObjectName(QStringLiteral("splitPopup"));
    setProperty("look", QStringLiteral("popup"));
    setAccessibleName(tr("Goes as %n message(s)", nullptr, int(pieces.size())));
    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *content = new QFrame(scroll);
    content->setProperty("look", QStringLiteral("panel"));
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(12, 10, 12, 10);
    column->setSpacing(3);
    const QLocale locale;
    for (qsizetype i = 0; i < std::min(pieces.size(), kMostShown); ++i) {
        const QString piece = text.sliced(pieces.at(i).position, pieces.at(i).length);
        auto *heading = new QLabel(tr("Message %1 of %2 · %3 characters")
                                       .arg(locale.toString(i + 1), locale.toString(pieces.size()),
                                           locale.toString(textLength(piece, capabilities.textUnit))),
            content);
        heading->setProperty("look", QStringLiteral("dim"));
        heading->setFont(bold(resized(font(), -1)));
        heading->setContentsMargins(0, i == 0 ? 0 : 8, 0, 0);
        auto *words = new QLabel(endsOf(piece), content);
        words->setTextFormat(Qt::PlainText);
        words->setWordWrap(true);
        words->setAccessibleName(heading->text() + u": " + words->text());
        column->addWidget(heading);
        column->addWidget(words);
    }
    if (pieces.size() > kMostShown)
        column->addWidget(new QLabel(tr("and %n more", nullptr, int(pieces.size() - kMostShown)), content));
    column->addStretch(1);
    scroll->setWidget(content);
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(1, 1, 1, 1);
    box->addWidget(scroll);
    const int height = content->layout()->totalHeightForWidth(kWidth - 14) + 4;
    resize(kWidth, std::min(height, kMostHeight));
}

void SplitPopup::popUp(const QWidget &above)
{
    QPoint at = above.mapToGlobal(QPoint(above.width() - width(), -height() - 4));
    if (const QScreen *screen = above.screen()) {
        const QRect room = screen->availableGeometry();
        at.setX(std::clamp(at.x(), room.left(), std::max(room.left(), room.right() - width())));
        at.setY(std::max(at.y(), room.top()));
    }
    move(at);
    show();
    setFocus(Qt::PopupFocusReason);
}

} // namespace parley::ui
