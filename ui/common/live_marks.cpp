// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/live_marks.h"

#include "models/display_text.h"
#include "sync/engine.h"
#include "ui/common/time_words.h"

#include <QCoreApplication>

#include <algorithm>

namespace parley::ui {

namespace {

using namespace std::chrono_literals;

constexpr auto kLasts = 60s; ///< where the platform tells no end; UX.md, section 6
constexpr auto kPause = 60s; ///< who goes on within it is still at the same answer
constexpr int kNameLength = 40;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(parley::ui::LiveMarks)
};

QString nameIn(const LiveMark &mark)
{
    const QString name = safeForDisplay(mark.author, kNameLength);
    return name.isEmpty() ? Words::tr("A colleague") : name;
}

QString spokenFor(const LiveMark &mark)
{
    return mark.others > 0 ? Words::tr("%1 and %n other(s) are answering", nullptr, mark.others).arg(nameIn(mark))
                           : Words::tr("%1 is answering").arg(nameIn(mark));
}

} // namespace

LiveMarks::LiveMarks(const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &LiveMarks::expire);
}

void LiveMarks::hear(const sync::LiveNews &news)
{
    if (!news.event.byColleague || !news.ticket.isValid() || news.event.kind == LiveEvent::Kind::Presence)
        return;
    const Timestamp now = m_clock.now();
    QList<Entry> &entries = m_entries[news.ticket];
    auto entry = std::ranges::find(entries, news.event.author, &Entry::author);
    const bool answers = news.event.kind == LiveEvent::Kind::Typing;
    if (entry == entries.end()) {
        if (!answers) {
            expire();
            return;
        }
        entries.append({.account = news.account,
            .author = news.event.author,
            .since = now,
            .until = now,
            .unknownSince = {},
            .over = false});
        entry = entries.end() - 1;
    } else if (answers && entry->over && now - entry->until > kPause) {
        entry->since = now;
    }
    entry->unknownSince.reset(); // heard of: known again
    entry->over = !answers;
    entry->until = answers ? news.event.until.value_or(now + kLasts) : now;
    Q_EMIT changed(news.ticket);
    expire();
}

std::optional<LiveMark> LiveMarks::markOf(TicketId ticket) const
{
    const auto found = m_entries.constFind(ticket);
    if (found == m_entries.constEnd())
        return std::nullopt;
    const Timestamp now = m_clock.now();
    std::optional<LiveMark> mark;
    int more = 0;
    for (const Entry &entry : *found) {
        if (entry.over || (!entry.unknownSince && entry.until <= now))
            continue;
        if (mark)
            ++more;
        if (!mark || entry.since < mark->since)
            mark = LiveMark{entry.author, 0, entry.since, entry.unknownSince};
    }
    if (mark)
        mark->others = more;
    return mark;
}

void LiveMarks::loseOf(QList<Entry> &entries, AccountId account)
{
    for (Entry &entry : entries) {
        if (entry.account == account && !entry.over && !entry.unknownSince)
            entry.unknownSince = m_clock.now();
    }
}

void LiveMarks::setConnected(AccountId account, bool connected)
{
    expire(); // what had ended by now is not lost
    QList<TicketId> touched;
    for (auto it = m_entries.begin(); it != m_entries.end();) {
        const auto isOurs = [&](const Entry &entry) {
            return entry.account == account && !entry.over && entry.unknownSince.has_value() == connected;
        };
        if (std::ranges::none_of(*it, isOurs)) {
            ++it;
            continue;
        }
        touched.append(it.key());
        if (connected) // what is so now is going to be told
            it->removeIf(isOurs);
        else
            loseOf(*it, account);
        it = it->isEmpty() ? m_entries.erase(it) : std::next(it);
    }
    for (const TicketId ticket : std::as_const(touched))
        Q_EMIT changed(ticket);
}

/// Puts out what has ended, forgets what ended long ago, and wakes again at the next end.
void LiveMarks::expire()
{
    const Timestamp now = m_clock.now();
    std::optional<Timestamp> next;
    QList<TicketId> touched;
    for (auto it = m_entries.begin(); it != m_entries.end();) {
        for (Entry &entry : *it) {
            if (!entry.over && !entry.unknownSince && entry.until <= now) {
                entry.over = true;
                touched.append(it.key());
            }
        }
        it->removeIf([&](const Entry &entry) { return entry.over && now - entry.until > kPause; });
        for (const Entry &entry : std::as_const(*it)) {
            if (entry.unknownSince)
                continue;
            const Timestamp at = entry.over ? entry.until + kPause + 1ms : entry.until;
            next = next ? std::min(*next, at) : at;
        }
        it = it->isEmpty() ? m_entries.erase(it) : std::next(it);
    }
    if (next)
        m_timer.start(std::max(std::chrono::milliseconds(1ms), *next - now));
    else
        m_timer.stop();
    for (const TicketId ticket : std::as_const(touched))
        Q_EMIT changed(ticket);
}

QString liveMarkWords(const LiveMark &mark, Timestamp now)
{
    if (mark.unknownSince)
        return u"✎ " + Words::tr("%1 · not known since %2").arg(nameIn(mark), clockTime(*mark.unknownSince));
    const qint64 seconds =
        std::max<qint64>(0, std::chrono::duration_cast<std::chrono::seconds>(now - mark.since).count());
    const QString time = QStringLiteral("%1:%2").arg(seconds / 60).arg(seconds % 60, 2, 10, QLatin1Char('0'));
    return u"✎ " + spokenFor(mark) + u" · " + time;
}

QString liveMarkShort(const LiveMark &mark)
{
    QString words = u"✎ " + nameIn(mark);
    if (mark.others > 0)
        words += QStringLiteral(" +%1").arg(mark.others);
    if (mark.unknownSince)
        words += u" ?";
    return words;
}

QString liveMarkSentence(const LiveMark &mark)
{
    return mark.unknownSince
        ? Words::tr("%1 was answering, not known since %2").arg(nameIn(mark), clockTime(*mark.unknownSince))
        : spokenFor(mark);
}

} // namespace parley::ui
