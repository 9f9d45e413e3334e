// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/toast.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

#include <algorithm>

namespace parley::ui {

namespace {
constexpr int kShortest = 5'000; ///< ms
constexpr int kPerLetter = 60; ///< ms: long sentences stay longer
constexpr int kAboveEdge = 14; ///< pixels over the edge
} // namespace

Toast::Toast(QWidget *parent, const QWidget *over)
    : QFrame(parent)
    , m_over(over)
    , m_words(new QLabel(this))
    , m_button(new QPushButton(this))
{
    setProperty("look", QStringLiteral("toast"));
    setAccessibleName(tr("Message"));
    m_words->setWordWrap(true);
    m_words->setTextFormat(Qt::PlainText);
    m_button->setFocusPolicy(Qt::NoFocus);
    m_button->setAccessibleName(tr("Message"));
    auto *box = new QHBoxLayout(this);
    box->setContentsMargins(14, 8, 10, 8);
    box->setSpacing(12);
    box->addWidget(m_words, 1);
    box->addWidget(m_button);
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &QWidget::hide);
    connect(m_button, &QPushButton::clicked, this, [this] {
        hide();
        Q_EMIT pressed();
    });
    parent->installEventFilter(this);
    hide();
}

void Toast::say(const QString &sentence, const QString &button)
{
    m_words->setText(sentence);
    m_words->setAccessibleName(sentence);
    m_button->setText(button);
    if (!button.isEmpty())
        m_button->setAccessibleName(button);
    m_button->setVisible(!button.isEmpty());
    setAccessibleDescription(sentence);
    show();
    raise();
    place();
    m_timer.start(std::max(kShortest, int(sentence.size()) * kPerLetter));
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void Toast::place()
{
    const int most = std::min(560, parentWidget()->width() - 40);
    const int words = m_words->fontMetrics().horizontalAdvance(m_words->text());
    const int button = m_button->isVisible() ? m_button->sizeHint().width() + 12 : 0;
    const int width = std::min(most, words + button + 40);
    setFixedWidth(width);
    const int height = layout()->hasHeightForWidth() ? layout()->heightForWidth(width) : sizeHint().height();
    setFixedHeight(height);
    QRect within = parentWidget()->rect();
    if (m_over->isVisible() && m_over->height() > 2 * height)
        within = QRect(m_over->mapTo(parentWidget(), QPoint(0, 0)), m_over->size());
    const int x = within.center().x() - width / 2;
    move(std::clamp(x, 0, std::max(0, parentWidget()->width() - width)), within.bottom() - height - kAboveEdge);
}

bool Toast::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize && isVisible())
        place();
    return QFrame::eventFilter(watched, event);
}

} // namespace parley::ui
