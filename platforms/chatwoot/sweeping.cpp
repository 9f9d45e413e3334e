// SPDX-License-Identifier: GPL-3.0-or-later
// The slow sweep: goes through all conversations, one call at a time, and heals what the delta cannot see. Those are
// old messages that changed, contacts that were edited, conversations that are gone, and access that came or went.
#include "platforms/chatwoot/connector.h"
#include "platforms/chatwoot/words.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace parley::platforms::chatwoot {

namespace {

// Older messages hardly change, and each look costs a call.
constexpr auto kMessagesChange = 24h * 7;
constexpr int kCallsBetweenPages = 30;

} // namespace

std::chrono::milliseconds Connector::sweepPace() const
{
    return m_sweepJobs.isEmpty() ? m_timing.sweepEvery : m_timing.sweepEvery / kCallsBetweenPages;
}

bool Connector::sweepIsDue() const
{
    if (!m_memory.synced || m_memory.walk || olderIsDue() || !m_jobs.isEmpty())
        return false;
    if (!m_memory.sweep && m_memory.swept && m_clock.now() - *m_memory.swept < m_timing.sweepRest)
        return false;
    const auto passed = std::chrono::steady_clock::now() - m_sweptAt;
    return passed >= sweepPace();
}

QCoro::Task<Result<Batch>> Connector::sweepOnce()
{
    m_sweptAt = std::chrono::steady_clock::now();
    m_page = {};
    Done done;
    if (!m_sweepJobs.isEmpty())
        done = co_await sweepWindow();
    else if (m_sweepPagesDone)
        done = co_await sweepEnd();
    else
        done = co_await sweepPage();
    if (m_stopped)
        co_return Error{ErrorKind::Cancelled, u"stopped"_s, {}, {}, false};
    if (!done)
        co_return done.error();
    m_page.nextCursor = keep();
    co_return std::exchange(m_page, {});
}

QCoro::Task<Connector::Done> Connector::sweepPage()
{
    if (!m_memory.sweep)
        m_memory.sweep = Memory::Sweep{};
    QUrlQuery query;
    query.addQueryItem(u"sort_by"_s, u"created_at_asc"_s);
    query.addQueryItem(u"page"_s, QString::number(m_memory.sweep->page));
    const auto answer = co_await list(query);
    if (!answer)
        co_return answer.error();
    const QJsonArray rows = (*answer)["data"_L1]["payload"_L1].toArray();
    for (const QJsonValue &value : rows) {
        const QJsonObject row = value.toObject();
        const ConversationHead head = headOf(row);
        if (head.id <= 0 || !m_session.scope.wants(head.inbox))
            continue;
        m_memory.sweep->seen.insert(head.id);
        if (!m_memory.known.contains(head.id) && !m_memory.listed.contains(head.id)) {
            m_wanted.insert(head.id);
            continue;
        }
        takeConversation(row);
        const auto active = timeIn(row["last_activity_at"_L1]);
        if (active && m_api.serverNow() - *active < kMessagesChange)
            m_sweepJobs << Job{row, head.id, 0, true, head.updatedAt};
    }
    ++m_memory.sweep->page;
    m_sweepPagesDone = rows.isEmpty();
    co_return Done{};
}

QCoro::Task<Connector::Done> Connector::sweepWindow()
{
    const Job job = m_sweepJobs.takeFirst();
    const QUrlQuery latest;
    const auto answer = co_await messages(job.conversation, latest);
    if (answer) {
        take((*answer)["payload"_L1].toArray());
        co_return Done{};
    }
    const ErrorKind kind = answer.error().kind;
    if (kind != ErrorKind::NotFound && kind != ErrorKind::Forbidden)
        co_return answer.error();
    tellGone(job.conversation, kind == ErrorKind::NotFound);
    co_return Done{};
}

/// One after another of those that no page showed: gone, or only moved between two pages.
QCoro::Task<Connector::Done> Connector::sweepEnd()
{
    const QList<qint64> missing = m_memory.sweep ? m_memory.known.without(m_memory.sweep->seen, 1) : QList<qint64>();
    if (missing.isEmpty()) {
        m_memory.sweep.reset();
        m_memory.swept = m_clock.now();
        m_sweepPagesDone = false;
        co_return Done{};
    }
    const qint64 id = missing.first();
    const auto row = co_await m_api.get(pathOf(QString::number(id)), u"conversation"_s);
    if (row) {
        m_memory.sweep->seen.insert(id);
        takeConversation(row->toObject());
        co_return Done{};
    }
    const ErrorKind kind = row.error().kind;
    if (kind != ErrorKind::NotFound && kind != ErrorKind::Forbidden)
        co_return row.error();
    tellGone(id, kind == ErrorKind::NotFound);
    co_return Done{};
}

void Connector::tellGone(qint64 conversation, bool deleted)
{
    if (!m_memory.known.contains(conversation) && !m_memory.listed.contains(conversation))
        return;
    m_memory.listed.remove(conversation);
    m_memory.known.remove(conversation); // should it come back, its thread is read anew
    m_read.remove(conversation);
    m_applied.remove(conversation);
    const QString id = QString::number(conversation);
    RemoteConversation place;
    place.remoteId = id;
    place.canReply = false;
    place.cannotReplyWhy = deleted
        ? Words::tr("This conversation was deleted on the server. What Parley had of it is kept here.")
        : Words::tr(
              "You no longer have access to this conversation on the server. What Parley had of it is kept here.");
    RemoteMessage line;
    line.remoteId = u"gone:%1:%2"_s.arg(id).arg(toMs(m_clock.now()));
    line.conversationRemoteId = id;
    line.kind = MessageKind::Event;
    line.automatic = true;
    line.time = m_clock.now();
    line.text = place.cannotReplyWhy;
    RemoteTicketFields fields;
    fields.conversationRemoteId = id;
    fields.status = TicketStatus::Resolved;
    m_page.conversations << place;
    m_page.messages << line;
    m_page.tickets << fields;
}

} // namespace parley::platforms::chatwoot
