// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/context/fact_label.h"

#include "models/display_text.h"
#include "ui/common/tip.h"
#include "ui/common/tokens.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>

namespace parley::ui {

namespace {
constexpr int kShownLength = 300; ///< UTF-16 units
constexpr int kTipLength = 2'000;
} // namespace

FactLabel::FactLabel(const QString &label, const QString &value, QWidget *parent)
    : ElidedLabel(parent)
    , m_value(value)
{
    setObjectName(QStringLiteral("fact"));
    const QString shown = safeForDisplay(value, kShownLength);
    setWords(shown);
    setToolTip(plainTip(value.left(kTipLength)));
    setAccessibleName(QStringLiteral("%1: %2").arg(label, shown));
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed); // as wide as the panel, however long it is
}

void FactLabel::copy()
{
    QApplication::clipboard()->setText(m_value);
}

bool FactLabel::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent *>(event)->matches(QKeySequence::Copy)) {
        event->accept();
        return true;
    }
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut)
        update();
    return ElidedLabel::event(event);
}

void FactLabel::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy))
        copy();
    else
        ElidedLabel::keyPressEvent(event);
}

void FactLabel::contextMenuEvent(QContextMenuEvent *event)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Copy"), QKeySequence::Copy, this, &FactLabel::copy);
    menu->popup(event->globalPos());
}

void FactLabel::paintEvent(QPaintEvent *event)
{
    ElidedLabel::paintEvent(event);
    if (!hasFocus())
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(tokensFor(palette()).accent);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
}

} // namespace parley::ui
