// SPDX-License-Identifier: GPL-3.0-or-later
// Reading the messages of the conversations that pulling chose.
#include "platforms/chatwoot/connector.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace parley::platforms::chatwoot {

namespace {

constexpr qsizetype kPage = 100; ///< messages in one batch; a thread's own page may go over it
constexpr qsizetype kWindow = 20; ///< the server's: without parameters
constexpr qsizetype kAfter = 100; ///< the server's: with after
constexpr qint64 kBeyondAll = 9'007'199'254'740'991;

QList<qint64> idsOf(const QJsonArray &rows)
{
    QList<qint64> ids;
    for (const QJsonValue &row : rows)
        ids << row["id"_L1].toInteger();
    return ids;
}

QUrlQuery range(qint64 after, qint64 before)
{
    QUrlQuery query;
    query.addQueryItem(u"after"_s, QString::number(after));
    if (before != kBeyondAll)
        query.addQueryItem(u"before"_s, QString::number(before));
    return query;
}

} // namespace

QCoro::Task<Connector::Done> Connector::readThreads()
{
    while (!m_jobs.isEmpty() && m_page.messages.size() < kPage) {
        const Job job = m_jobs.first();
        const auto rest = co_await advance(job);
        // One that is only looked at because it is open must not keep us from the others.
        const bool passes = !rest && job.row.isEmpty() && rest.error().kind == ErrorKind::BadReply;
        if (!rest && !passes)
            co_return rest.error();
        if (rest && *rest)
            m_jobs.first() = **rest;
        else
            m_jobs.removeFirst();
    }
    co_return Done{};
}

QCoro::Task<Connector::Rest> Connector::advance(Job job)
{
    // Newer events than a row of the past may have been heard since.
    const bool isLate = job.past && job.updatedAt < m_applied.value(job.conversation);
    if (!job.row.isEmpty() && !job.told && !isLate) {
        takeConversation(job.row);
        m_applied[job.conversation] = job.updatedAt;
    }
    job.told = true;
    Rest rest;
    if (job.window)
        rest = co_await readWindow(job);
    else
        rest = co_await readRange(job);
    const bool gone = !rest && (rest.error().kind == ErrorKind::NotFound || rest.error().kind == ErrorKind::Forbidden);
    if (gone) {
        tellGone(job.conversation, rest.error().kind == ErrorKind::NotFound);
        co_return std::optional<Job>();
    }
    if (rest && !*rest) {
        m_memory.known.insert(job.conversation);
        m_memory.listed.remove(job.conversation);
        if (job.updatedAt > 0)
            m_read[job.conversation] = job.updatedAt;
    }
    co_return rest;
}

QCoro::Task<Connector::Json> Connector::messages(qint64 conversation, QUrlQuery query)
{
    auto answer = co_await m_api.get(pathOf(QString::number(conversation), u"/messages"_s), u"messages"_s, query);
    if (answer && !(*answer)["payload"_L1].isArray())
        co_return Error{ErrorKind::BadReply, u"messages: no list in it"_s, {}, {}, false};
    co_return answer;
}

/// The latest ones, known or not: deletions, states and answers to forms change old messages, and nothing else tells.
QCoro::Task<Connector::Rest> Connector::readWindow(Job job)
{
    const QUrlQuery latest;
    const auto answer = co_await messages(job.conversation, latest);
    if (!answer)
        co_return answer.error();
    const QJsonArray rows = (*answer)["payload"_L1].toArray();
    take(rows);
    m_windowRead[job.conversation] = std::chrono::steady_clock::now();
    if (rows.size() < kWindow)
        co_return std::optional<Job>();
    const QList<qint64> ids = idsOf(rows);
    // The window is by time: after a clock was turned the newest need not be in it.
    if (std::ranges::min(ids) <= job.after && !clockWasTurned())
        co_return std::optional<Job>();
    job.window = false;
    co_return std::optional<Job>(job);
}

QCoro::Task<Connector::Rest> Connector::readRange(Job job)
{
    auto answer = co_await messages(job.conversation, range(job.after, kBeyondAll));
    if (!answer)
        co_return answer.error();
    QJsonArray rows = (*answer)["payload"_L1].toArray();
    QList<qint64> ids = idsOf(rows);
    if (rows.size() < kAfter) {
        take(rows);
        co_return std::optional<Job>();
    }
    if (std::ranges::is_sorted(ids)) {
        take(rows);
        if (ids.last() <= job.after) // a server that does not understand "after" must not keep us for ever
            co_return std::optional<Job>();
        job.after = ids.last();
        co_return std::optional<Job>(job);
    }
    // The server chooses by time and we count by number. Where the two disagree (a clock was turned) a page may leave
    // numbers out: so a span of numbers is asked for that is small enough to come whole.
    std::ranges::sort(ids);
    const qint64 before = ids.at(ids.size() / 2) + 1;
    answer = co_await messages(job.conversation, range(job.after + 1, before));
    if (!answer)
        co_return answer.error();
    take((*answer)["payload"_L1].toArray());
    job.after = std::max(job.after + 1, before - 1);
    co_return std::optional<Job>(job);
}

void Connector::take(const QJsonArray &rows)
{
    QList<QJsonObject> inOrder;
    for (const QJsonValue &row : rows)
        inOrder << row.toObject();
    // Times are in seconds; within one of them it is the numbers that tell which came first.
    std::ranges::stable_sort(inOrder, {},
        [](const QJsonObject &row) { return std::pair(row["created_at"_L1].toInteger(), row["id"_L1].toInteger()); });
    for (const QJsonObject &row : std::as_const(inOrder)) {
        const qint64 id = row["id"_L1].toInteger();
        const qsizetype before = m_page.messages.size();
        m_newest = std::max(m_newest, id);
        readMessage(row, m_session.scope, m_page);
        // What of a thread that is read for the first time was there before us is not news, whatever it is read for.
        const bool isHistory =
            id <= m_memory.fillMark && !m_memory.known.contains(row["conversation_id"_L1].toInteger());
        for (qsizetype i = before; i < m_page.messages.size(); ++i)
            m_page.messages[i].history = isHistory;
    }
}

} // namespace parley::platforms::chatwoot
