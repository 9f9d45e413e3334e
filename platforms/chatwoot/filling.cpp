// SPDX-License-Identifier: GPL-3.0-or-later
// The first fill. At first the pages of the list alone, 25 conversations a call, so that the whole inbox stands within
// minutes; then what was said in them before, thread by thread, behind everything that is new.
#include "platforms/chatwoot/connector.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace parley::platforms::chatwoot {

namespace {

constexpr qsizetype kPage = 100; ///< messages in one batch
constexpr int kRefusals = 3; ///< in a row: it is not the thread's fault
constexpr int kFirstAlone = 4; ///< pages that an agent waits for

QUrlQuery pageOfAll(int page)
{
    QUrlQuery query;
    query.addQueryItem(u"sort_by"_s, u"last_activity_at_desc"_s);
    query.addQueryItem(u"page"_s, QString::number(page));
    return query;
}

} // namespace

QCoro::Task<Connector::Done> Connector::listPages()
{
    bool last = false;
    bool goesOn = true;
    while (goesOn) {
        const auto page = co_await listPage();
        if (!page)
            co_return page.error();
        last = *page;
        hearEvents();
        const bool isQuiet = m_heard.isEmpty() && m_wanted.isEmpty();
        goesOn = !last && isQuiet && m_memory.walk->page > kFirstAlone && m_page.messages.size() < kPage;
    }
    m_page.backfill = true;
    m_page.more = true;
    tellProgress(m_page);
    if (last)
        endListing();
    co_return Done{};
}

QCoro::Task<Result<bool>> Connector::listPage()
{
    const QUrlQuery query = pageOfAll(m_memory.walk->page);
    const auto answer = co_await list(query);
    if (!answer)
        co_return answer.error();
    const QJsonArray rows = (*answer)["data"_L1]["payload"_L1].toArray();
    Memory::Walk &walk = *m_memory.walk;
    walk.total = (*answer)["data"_L1]["meta"_L1]["all_count"_L1].toInt();
    for (const QJsonValue &row : rows)
        takeListed(row.toObject());
    if (walk.page == 1)
        m_memory.fillMark = std::max(m_memory.fillMark, m_newest);
    walk.done += int(rows.size());
    ++walk.page;
    co_return rows.isEmpty();
}

/// The row brings its latest messages along, so it becomes a ticket at once.
void Connector::takeListed(const QJsonObject &row)
{
    const ConversationHead head = headOf(row);
    if (head.id <= 0 || !m_session.scope.wants(head.inbox))
        return;
    takeConversation(row);
    QJsonArray messages = row["messages"_L1].toArray();
    const QJsonObject spoken = row["last_non_activity_message"_L1].toObject();
    const auto isSpoken = [&spoken](const QJsonValue &message) { return message["id"_L1] == spoken["id"_L1]; };
    if (!spoken.isEmpty() && std::ranges::none_of(std::as_const(messages), isSpoken))
        messages.append(spoken);
    take(messages);
    m_applied[head.id] = head.updatedAt;
    if (!m_memory.known.contains(head.id))
        m_memory.listed.insert(head.id);
}

void Connector::endListing()
{
    m_memory.synced = m_memory.walk->began; // what changed meanwhile is the next delta's
    m_memory.swept = m_clock.now();
    m_memory.walk.reset();
    m_memory.older = Memory::Older{};
}

void Connector::tellProgress(Batch &batch) const
{
    batch.countsConversations = isListing() || m_memory.older;
    if (isListing()) {
        batch.fillTotal = std::max(m_memory.walk->total, 1);
        batch.fillDone = std::min(m_memory.walk->done, batch.fillTotal);
    } else if (m_memory.older) {
        const int read = m_memory.known.count();
        batch.olderWaits = !batch.more;
        batch.fillDone = read;
        batch.fillTotal = read + m_memory.listed.count();
    }
}

/// Something is left to read of the past that the server has not just failed to give.
bool Connector::olderIsDue() const
{
    return m_memory.older && m_memory.synced && !m_memory.walk && m_jobs.isEmpty()
        && (!m_memory.older->pagesDone || !m_older.isEmpty() || m_memory.listed.isEmpty()
            || !m_memory.listed.without(m_olderPassed, 1).isEmpty());
}

/// The past can wait for whatever is new.
bool Connector::isCalledAway()
{
    hearEvents();
    return m_stopped || m_interrupted || !m_heard.isEmpty() || !m_events.isEmpty() || openIsDue() || mustLook();
}

QCoro::Task<Result<Batch>> Connector::pullOlder(QByteArray cursor)
{
    const auto session = co_await ensureSession();
    if (!session)
        co_return session.error();
    if (m_kept != cursor)
        restore(cursor);
    co_return co_await olderPage(false);
}

/// \param listens  it ends early for what is new
QCoro::Task<Result<Batch>> Connector::olderPage(bool listens)
{
    m_page = {};
    Done done;
    if (olderIsDue())
        done = co_await readOlder(listens);
    if (m_stopped)
        co_return Error{ErrorKind::Cancelled, u"stopped"_s, {}, {}, false};
    if (!done) {
        m_kept.reset(); // what was under way is begun again from the cursor
        co_return done.error();
    }
    m_page.backfill = true;
    tellProgress(m_page);
    m_page.olderWaits = m_page.olderWaits && (listens || olderIsDue());
    m_page.nextCursor = keep();
    co_return std::exchange(m_page, {});
}

QCoro::Task<Connector::Done> Connector::readOlder(bool listens)
{
    bool away = false;
    while (!away && m_page.messages.size() < kPage && olderIsDue()) {
        if (m_older.isEmpty()) {
            const auto found = co_await findOlder();
            if (!found)
                co_return found.error();
        } else if (m_memory.known.contains(m_older.first().conversation)) {
            m_older.removeFirst(); // something changed there, and it was read for that
        } else {
            const Job job = m_older.first();
            const auto rest = co_await advance(job);
            if (!rest && !mayPass(rest.error()))
                co_return rest.error();
            if (!rest)
                m_olderPassed.insert(job.conversation);
            else
                m_olderRefusals = 0;
            if (rest && *rest)
                m_older.first() = **rest;
            else
                m_older.removeFirst();
        }
        away = listens && isCalledAway();
    }
    co_return Done{};
}

/// A thread that the server fails to give must not keep the others from being read.
bool Connector::mayPass(const Error &error)
{
    return error.kind == ErrorKind::BadReply && ++m_olderRefusals < kRefusals;
}

QCoro::Task<Connector::Done> Connector::findOlder()
{
    Memory::Older &older = *m_memory.older;
    if (std::exchange(m_olderPageRead, false))
        ++older.page;
    if (m_memory.listed.isEmpty()) {
        m_memory.older.reset();
        m_memory.swept = m_clock.now();
        co_return Done{};
    }
    if (older.pagesDone)
        co_return co_await findOlderOne();
    co_return co_await findOlderPage();
}

QCoro::Task<Connector::Done> Connector::findOlderPage()
{
    const QUrlQuery query = pageOfAll(m_memory.older->page);
    const auto answer = co_await list(query);
    if (!answer)
        co_return answer.error();
    const QJsonArray rows = (*answer)["data"_L1]["payload"_L1].toArray();
    m_olderPageRead = true;
    m_memory.older->pagesDone = rows.isEmpty();
    for (const QJsonValue &value : rows) {
        const QJsonObject row = value.toObject();
        const ConversationHead head = headOf(row);
        if (head.id > 0 && m_session.scope.wants(head.inbox) && !m_memory.known.contains(head.id))
            m_older << Job{row, head.id, 0, false, head.updatedAt, true};
    }
    co_return Done{};
}

/// Moved between two pages, or no longer there.
QCoro::Task<Connector::Done> Connector::findOlderOne()
{
    const QList<qint64> missing = m_memory.listed.without(m_olderPassed, 1);
    if (missing.isEmpty())
        co_return Done{};
    const qint64 id = missing.first();
    const auto row = co_await m_api.get(pathOf(QString::number(id)), u"conversation"_s);
    if (row) {
        const ConversationHead head = headOf(row->toObject());
        if (head.id == id && m_session.scope.wants(head.inbox))
            m_older << Job{row->toObject(), id, 0, false, head.updatedAt, true};
        else
            m_memory.listed.remove(id);
        co_return Done{};
    }
    const ErrorKind kind = row.error().kind;
    if (kind == ErrorKind::NotFound || kind == ErrorKind::Forbidden) {
        tellGone(id, kind == ErrorKind::NotFound);
        co_return Done{};
    }
    if (!mayPass(row.error()))
        co_return row.error();
    m_olderPassed.insert(id);
    co_return Done{};
}

} // namespace parley::platforms::chatwoot
