// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/conversation/conversation_header.h"

#include "models/display_text.h"
#include "ui/common/elided_label.h"
#include "ui/common/icons.h"
#include "ui/common/key_button.h"
#include "ui/common/live_marks.h"
#include "ui/common/theme.h"
#include "ui/common/time_words.h"
#include "ui/inbox/ticket_words.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QMenu>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <initializer_list>

namespace parley::ui {

namespace {
constexpr int kSubtitleRoom = 40; ///< pixels that stay for it beside a mark
} // namespace

ConversationHeader::ConversationHeader(
    const QList<PlatformInfo> &platforms, const Clock &clock, Actions &actions, QWidget *parent)
    : QFrame(parent)
    , m_clock(clock)
    , m_actions(actions)
    , m_back(new QToolButton(this))
    , m_name(new ElidedLabel(this))
    , m_chip(new QLabel(this))
    , m_mark(new ElidedLabel(this))
    , m_subtitle(new ElidedLabel(this))
    , m_assign(new KeyButton(this))
    , m_snooze(new KeyButton(this))
    , m_resolve(new KeyButton(this))
{
    for (const PlatformInfo &platform : platforms)
        m_platforms.insert(platform.id, platform.name);
    setObjectName(QStringLiteral("header"));
    setProperty("look", QStringLiteral("panel"));
    m_subtitle->setProperty("look", QStringLiteral("dim"));
    m_mark->setObjectName(QStringLiteral("colleague"));
    m_mark->setProperty("look", QStringLiteral("watch"));
    m_mark->hide();
    m_chip->setObjectName(QStringLiteral("chip"));
    m_resolve->setProperty("look", QStringLiteral("positive"));
    m_back->setAutoRaise(true);
    m_back->hide();

    auto *first = new QHBoxLayout;
    first->setSpacing(8);
    first->addWidget(m_name);
    first->addWidget(m_chip);
    first->addStretch(1);
    auto *words = new QVBoxLayout;
    words->setSpacing(1);
    words->addLayout(first);
    auto *second = new QHBoxLayout;
    second->setSpacing(8);
    second->addWidget(m_mark);
    second->addWidget(m_subtitle, 1);
    words->addLayout(second);
    auto *box = new QHBoxLayout(this);
    box->setContentsMargins(16, 9, 16, 9);
    box->setSpacing(8);
    box->addWidget(m_back);
    box->addLayout(words, 1);
    box->addWidget(m_assign);
    box->addWidget(m_snooze);
    box->addWidget(m_resolve);

    connect(m_back, &QToolButton::clicked, actions[Act::BackToList], &QAction::trigger);
    connect(m_assign, &QPushButton::clicked, actions[Act::Assign], &QAction::trigger);
    connect(m_snooze, &QPushButton::clicked, actions[Act::Snooze], &QAction::trigger);
    connect(m_resolve, &QPushButton::clicked, this, [this] {
        const bool resolved = m_row && m_row->ticket.status == TicketStatus::Resolved;
        m_actions[resolved ? Act::Reopen : Act::Resolve]->trigger();
    });
    m_markTimer.setInterval(std::chrono::seconds(1));
    connect(&m_markTimer, &QTimer::timeout, this, &ConversationHeader::refreshMark);
    refresh();
}

void ConversationHeader::setLiveMarks(LiveMarks *marks)
{
    m_marks = marks;
    connect(marks, &LiveMarks::changed, this, [this](TicketId ticket) {
        if (m_row && m_row->ticket.id == ticket)
            refreshMark();
    });
    refreshMark();
}

void ConversationHeader::setTicket(const std::optional<TicketRow> &row, std::chrono::milliseconds outage)
{
    m_row = row;
    m_outage = outage;
    refresh();
}

void ConversationHeader::setBackVisible(bool visible)
{
    m_back->setVisible(visible);
}

void ConversationHeader::popUp(QMenu *menu, Act under)
{
    const QWidget *button = under == Act::Snooze ? m_snooze : m_assign;
    if (!button->isVisible())
        button = m_resolve;
    menu->popup(button->mapToGlobal(QPoint(0, button->height() + 2)));
}

QString ConversationHeader::subtitle() const
{
    if (!m_row)
        return {};
    const Timestamp now = m_clock.now();
    QStringList parts;
    const QString platform = m_platforms.value(m_row->platform, m_row->platform);
    parts += m_row->accountName.isEmpty() ? platform : platform + u" (" + safeForDisplay(m_row->accountName, 40) + u')';
    if (!m_row->ticket.subject.isEmpty())
        parts += safeForDisplay(m_row->ticket.subject, 160);
    if (!m_row->ticket.team.isEmpty())
        parts += tr("team %1").arg(teamWord(m_row->ticket.team));
    parts += tr("since %1").arg(beginning(m_row->ticket.created, now));
    if (m_row->ticket.unanswered && m_row->ticket.waitingSince)
        parts += tr("waits %1").arg(shortDuration(now - *m_row->ticket.waitingSince));
    if (const QString note = outageNote(*m_row, m_outage); !note.isEmpty())
        parts += note;
    if (m_row->ticket.status == TicketStatus::Snoozed && m_row->ticket.snoozedUntil)
        parts += tr("sleeps until %1").arg(untilTime(*m_row->ticket.snoozedUntil, now));
    return parts.join(QStringLiteral(" · "));
}

void ConversationHeader::refresh()
{
    setVisible(m_row.has_value());
    m_name->setFont(resized(bold(font()), 1.5));
    m_subtitle->setFont(resized(font(), -1));
    m_mark->setFont(bold(resized(font(), -1)));
    m_chip->setFont(resized(font(), -1.5));
    m_back->setIcon(iconNamed(QStringLiteral("back"), tokensFor(palette()).text, 16));
    m_back->setAccessibleName(tr("Back to the list"));
    m_back->setToolTip(tr("Back to the list (Esc)"));
    m_assign->setWords(tr("Assign"), m_actions.firstKey(Act::Assign));
    m_snooze->setWords(tr("Snooze"), m_actions.firstKey(Act::Snooze));
    if (!m_row)
        return;
    m_name->setWords(shownName(*m_row));
    m_chip->setText(QStringLiteral("#%1 %2").arg(m_row->ticket.id.value).arg(statusWord(m_row->ticket.status)));
    m_subtitle->setWords(subtitle());
    refreshMark();
    const bool resolved = m_row->ticket.status == TicketStatus::Resolved;
    m_resolve->setWords(
        resolved ? tr("Reopen") : tr("Resolve"), m_actions.firstKey(resolved ? Act::Reopen : Act::Resolve));
}

void ConversationHeader::refreshMark()
{
    const std::optional<LiveMark> mark = m_marks && m_row ? m_marks->markOf(m_row->ticket.id) : std::nullopt;
    if (!mark) {
        m_mark->hide();
        m_markTimer.stop();
        return;
    }
    if (mark->unknownSince)
        m_markTimer.stop();
    else if (!m_markTimer.isActive())
        m_markTimer.start();
    m_mark->setWords(liveMarkWords(*mark, m_clock.now()));
    const QString sentence = liveMarkSentence(*mark);
    const bool news = m_mark->isHidden() || m_mark->accessibleName() != sentence;
    m_mark->setAccessibleName(sentence);
    m_mark->setToolTip(sentence);
    m_mark->show();
    placeMark();
    if (news) {
        QAccessibleEvent alert(m_mark, QAccessible::Alert);
        QAccessible::updateAccessibility(&alert);
    }
}

void ConversationHeader::placeMark()
{
    int taken = layout()->contentsMargins().left() + layout()->contentsMargins().right() + kSubtitleRoom;
    for (const QWidget *one : std::initializer_list<const QWidget *>{m_back, m_assign, m_snooze, m_resolve})
        taken += one->isHidden() ? 0 : one->sizeHint().width() + layout()->spacing();
    m_mark->setMinimumWidth(std::clamp(width() - taken, 0, m_mark->sizeHint().width()));
}

void ConversationHeader::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    // Whose conversation it is comes first; the two are also in the menu and on their keys.
    const int names = fontMetrics().averageCharWidth() * 30;
    const int all = m_assign->sizeHint().width() + m_snooze->sizeHint().width() + m_resolve->sizeHint().width();
    m_assign->setVisible(width() > names + all);
    m_snooze->setVisible(width() > names + all);
    placeMark();
}

void ConversationHeader::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::FontChange
        || event->type() == QEvent::PaletteChange)
        refresh();
}

} // namespace parley::ui
