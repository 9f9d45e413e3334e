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
        takeConversation(job.row);
        m_applied[job.conversation] = job.updatedAt;
        const auto finished = co_await readThread(job);
        const bool gone = !finished
            && (finished.error().kind == ErrorKind::NotFound || finished.error().kind == ErrorKind::Forbidden);
        if (!finished && !gone)
            co_return finished.error();
        if (gone) {
            tellGone(job.conversation, finished.error().kind == ErrorKind::NotFound);
            m_jobs.removeFirst();
        } else if (*finished) {
            m_memory.known.insert(job.conversation);
            m_read[job.conversation] = job.updatedAt;
            m_jobs.removeFirst();
        }
    }
    co_return Done{};
}

QCoro::Task<Result<bool>> Connector::readThread(Job job)
{
    if (job.window)
        co_return co_await readWindow(job);
    co_return co_await readRange(job);
}

QCoro::Task<Connector::Json> Connector::messages(qint64 conversation, QUrlQuery query)
{
    auto answer = co_await m_api.get(pathOf(QString::number(conversation), u"/messages"_s), u"messages"_s, query);
    if (answer && !(*answer)["payload"_L1].isArray())
        co_return Error{ErrorKind::BadReply, u"messages: no list in it"_s, {}, {}, false};
    co_return answer;
}

/// The latest ones, known or not: deletions, states and answers to forms change old messages, and nothing else tells.
QCoro::Task<Result<bool>> Connector::readWindow(Job job)
{
    const QUrlQuery latest;
    const auto answer = co_await messages(job.conversation, latest);
    if (!answer)
        co_return answer.error();
    const QJsonArray rows = (*answer)["payload"_L1].toArray();
    take(rows);
    if (rows.size() < kWindow)
        co_return true;
    const QList<qint64> ids = idsOf(rows);
    // The window is by time: after a clock was turned the newest need not be in it.
    if (std::ranges::min(ids) <= job.after && !clockWasTurned())
        co_return true;
    m_jobs.first().window = false;
    co_return false;
}

QCoro::Task<Result<bool>> Connector::readRange(Job job)
{
    auto answer = co_await messages(job.conversation, range(job.after, kBeyondAll));
    if (!answer)
        co_return answer.error();
    QJsonArray rows = (*answer)["payload"_L1].toArray();
    QList<qint64> ids = idsOf(rows);
    if (rows.size() < kAfter) {
        take(rows);
        co_return true;
    }
    if (std::ranges::is_sorted(ids)) {
        take(rows);
        m_jobs.first().after = ids.last();
        co_return ids.last() <= job.after; // a server that does not understand "after" must not keep us for ever
    }
    // The server chooses by time and we count by number. Where the two disagree (a clock was turned) a page may leave
    // numbers out: so a span of numbers is asked for that is small enough to come whole.
    std::ranges::sort(ids);
    const qint64 before = ids.at(ids.size() / 2) + 1;
    answer = co_await messages(job.conversation, range(job.after + 1, before));
    if (!answer)
        co_return answer.error();
    take((*answer)["payload"_L1].toArray());
    m_jobs.first().after = std::max(job.after + 1, before - 1);
    co_return false;
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
        m_newest = std::max(m_newest, row["id"_L1].toInteger());
        readMessage(row, m_session.scope, m_page);
    }
}

} // namespace parley::platforms::chatwoot
