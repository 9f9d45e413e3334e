// SPDX-License-Identifier: GPL-3.0-or-later
// Which conversations are looked at: a walk through all pages at first and after a long absence, else what changed
// since. There is no feed of changes and no replay; see docs/platforms/chatwoot.md for what the server offers instead.
#include "platforms/chatwoot/connector.h"

#include <QJsonArray>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace parley::platforms::chatwoot {

namespace {

// A clock that is off by more than before was turned; a network's delays are shorter.
constexpr auto kTurned = 30s;
constexpr int kLookRefusals = 3; ///< in a row
// What fits a day's work; forgotten ones are only read once more.
constexpr qsizetype kReadKept = 100'000;

} // namespace

QCoro::Task<Result<Batch>> Connector::pull(QByteArray cursor)
{
    const auto session = co_await ensureSession();
    if (!session)
        co_return session.error();
    if (m_kept != cursor)
        restore(cursor);
    m_page = {};
    const auto done = co_await pullNext();
    if (m_stopped)
        co_return Error{ErrorKind::Cancelled, u"stopped"_s, {}, {}, false};
    if (!done) {
        m_kept.reset(); // what was under way is begun again from the cursor
        if (done.error().kind == ErrorKind::Unauthorized)
            m_session = {};
        co_return done.error();
    }
    rememberPlaces(m_page);
    m_page.workspace = std::exchange(m_sharedNews, {});
    m_page.nextCursor = keep();
    co_return std::exchange(m_page, {});
}

/// What the agent looks at, what was heard, then the next page.
QCoro::Task<Connector::Done> Connector::pullNext()
{
    if (openIsDue()) {
        m_page.more = true;
        if (isListing())
            tellProgress(m_page);
        co_return co_await readOpen();
    }
    const auto heard = co_await pullHeard();
    if (!heard)
        co_return heard.error();
    if (*heard)
        co_return Done{};
    co_return co_await pullPage();
}

void Connector::restore(const QByteArray &cursor)
{
    m_memory = Memory::from(cursor);
    m_kept = cursor;
    forgetShared();
    m_teamSaw.clear();
    m_blocked.clear();
    m_jobs.clear();
    m_delta.reset();
    m_walkPageUnderWay = false;
    m_older.clear();
    m_olderPageRead = false;
    m_olderPassed = {};
    m_olderRefusals = 0;
    m_windowRead.clear();
    m_read.clear();
    m_newest = m_memory.nextMark;
}

QByteArray Connector::keep()
{
    m_kept = m_memory.toCursor();
    return *m_kept;
}

QCoro::Task<Connector::Done> Connector::pullPage()
{
    if (!m_memory.walk && !m_memory.synced)
        beginWalk();
    Done done;
    if (m_jobs.isEmpty() && !m_delta && !m_walkPageUnderWay) {
        done = co_await beginLook();
        if (!done)
            co_return done;
        if (isListing())
            co_return co_await listPages();
    }
    done = co_await readThreads();
    if (!done)
        co_return done;
    m_page.more = true;
    if (isListing())
        tellProgress(m_page); // somebody wrote meanwhile: the list goes on with the next page
    else if (!m_jobs.isEmpty())
        co_return Done{};
    else if (m_memory.walk)
        endWalkPage();
    else
        endDelta();
    co_return Done{};
}

/// What goes before each page, and the page of the list that says what changed.
QCoro::Task<Connector::Done> Connector::beginLook()
{
    m_pullingGeneration = m_cable.isSubscribed() ? m_cable.generation() : 0;
    // After a new connection, for what was missed. Should the server not answer, what follows tells.
    if (!m_sharedAt || m_pullingGeneration != m_pulledGeneration)
        (void)co_await readShared();
    auto done = co_await fetchWanted();
    if (!done)
        co_return done;
    done = co_await fetchOfContacts();
    if (!done || isListing())
        co_return done;
    if (!m_memory.walk && (absence() > m_timing.longest || !knowsUpdatedWithin()))
        beginWalk();
    const bool begins = !m_memory.walk || m_memory.walk->page == 1;
    if (m_memory.walk)
        done = co_await beginWalkPage();
    else
        done = co_await beginDelta();
    if (done && begins)
        addOpen();
    co_return done;
}

void Connector::beginWalk()
{
    Memory::Walk walk;
    walk.began = moment();
    if (m_memory.synced)
        walk.until = m_memory.synced->server - m_timing.overlap;
    m_memory.walk = walk;
}

QCoro::Task<Connector::Json> Connector::list(QUrlQuery query)
{
    query.addQueryItem(u"status"_s, u"all"_s); // the server's own default is open ones only
    if (m_session.scope.chosen.size() == 1)
        query.addQueryItem(u"inbox_id"_s, QString::number(*m_session.scope.chosen.cbegin()));
    auto rows = co_await m_api.get(accountPath() + u"/conversations", u"conversations"_s, query);
    if (rows && !(*rows)["data"_L1]["payload"_L1].isArray())
        co_return Error{ErrorKind::BadReply, u"conversations: no list in it"_s, {}, {}, false};
    co_return rows;
}

QCoro::Task<Connector::Done> Connector::beginWalkPage()
{
    QUrlQuery query;
    query.addQueryItem(u"sort_by"_s, u"last_activity_at_desc"_s);
    query.addQueryItem(u"page"_s, QString::number(m_memory.walk->page));
    const auto answer = co_await list(query);
    if (!answer)
        co_return answer.error();
    const QJsonArray rows = (*answer)["data"_L1]["payload"_L1].toArray();
    m_memory.walk->total = (*answer)["data"_L1]["meta"_L1]["all_count"_L1].toInt();
    const auto until = m_memory.walk->until;
    bool allOlder = until.has_value();
    for (const QJsonValue &value : rows) {
        const QJsonObject row = value.toObject();
        const auto active = timeIn(row["last_activity_at"_L1]);
        const bool older = until && active && *active < *until;
        allOlder = allOlder && older;
        const qint64 id = headOf(row).id;
        if (!older || !(m_memory.known.contains(id) || m_memory.listed.contains(id)))
            takeRow(row, true);
    }
    m_walkPageUnderWay = true;
    m_walkPageWasLast = rows.isEmpty() || allOlder;
    m_pageRows = int(rows.size());
    co_return Done{};
}

void Connector::endWalkPage()
{
    m_walkPageUnderWay = false;
    Memory::Walk &walk = *m_memory.walk;
    walk.done += m_pageRows;
    ++walk.page;
    if (!m_walkPageWasLast)
        return;
    const Moment began = walk.began;
    m_memory.walk.reset();
    if (knowsUpdatedWithin()) {
        m_memory.synced = began; // what changed during the walk is the next delta's
        m_memory.swept.reset(); // what changed without activity is the sweep's
        return;
    }
    m_delta = began;
    endDelta();
}

std::chrono::milliseconds Connector::absence() const
{
    // Both clocks may have been turned meanwhile: the longer time is asked for.
    const std::chrono::milliseconds theirs = m_api.serverNow() - m_memory.synced->server;
    const std::chrono::milliseconds ours = m_clock.now() - m_memory.synced->here;
    return std::max({theirs, ours, 0ms});
}

bool Connector::clockWasTurned() const
{
    if (!m_memory.synced)
        return false;
    const Moment now = m_delta.value_or(moment());
    const auto before = m_memory.synced->server - m_memory.synced->here;
    return std::chrono::abs((now.server - now.here) - before) > kTurned;
}

QCoro::Task<Connector::Done> Connector::beginDelta()
{
    const auto window = std::chrono::ceil<std::chrono::seconds>(absence() + m_timing.overlap);
    QUrlQuery query;
    query.addQueryItem(u"updated_within"_s, QString::number(window.count()));
    const Moment began = moment();
    const auto answer = co_await list(query);
    m_lookRefusals = !answer && answer.error().kind == ErrorKind::BadReply ? m_lookRefusals + 1 : 0;
    if (m_lookRefusals >= kLookRefusals) {
        // All that changed comes in one answer: too much of it for the server, or for us, is walked through instead.
        m_lookRefusals = 0;
        beginWalk();
        co_return co_await beginWalkPage();
    }
    if (!answer)
        co_return answer.error();
    const Moment heard = moment();
    // Their clock was turned since we last heard of it: what was asked for was another span than we meant.
    const auto turned = std::chrono::abs((heard.server - heard.here) - (began.server - began.here));
    for (const QJsonValue &row : (*answer)["data"_L1]["payload"_L1].toArray())
        takeRow(row.toObject(), true);
    m_delta = Moment{heard.server - (heard.here - began.here), began.here};
    if (turned <= kTurned)
        co_return Done{};
    const auto wider = std::chrono::ceil<std::chrono::seconds>(absence() + turned + m_timing.overlap);
    QUrlQuery again;
    again.addQueryItem(u"updated_within"_s, QString::number(wider.count()));
    const auto rest = co_await list(again);
    if (!rest)
        co_return rest.error();
    for (const QJsonValue &row : (*rest)["data"_L1]["payload"_L1].toArray())
        takeRow(row.toObject(), true);
    co_return Done{};
}

void Connector::endDelta()
{
    m_memory.synced = m_delta;
    // A number may be given out and its message not be seen yet: only what was there some time ago is certain.
    if (m_clock.now() - m_memory.marked >= m_timing.overlap) {
        m_memory.mark = m_memory.nextMark;
        m_memory.nextMark = std::max(m_memory.nextMark, m_newest);
        m_memory.marked = m_clock.now();
    }
    m_delta.reset();
    m_page.more = false;
    tellProgress(m_page);
    m_pulledAt = std::chrono::steady_clock::now();
    m_pulledGeneration = m_pullingGeneration;
    m_lookAgain = !m_wanted.isEmpty();
    if (m_read.size() > kReadKept)
        m_read.clear();
}

QCoro::Task<Connector::Done> Connector::fetchWanted()
{
    const QList<qint64> wanted(m_wanted.cbegin(), m_wanted.cend());
    for (const qint64 id : wanted) {
        const auto row = co_await m_api.get(pathOf(QString::number(id)), u"conversation"_s);
        if (row)
            takeRow(row->toObject(), false);
        else if (row.error().kind == ErrorKind::Forbidden || row.error().kind == ErrorKind::NotFound)
            tellGone(id, row.error().kind == ErrorKind::NotFound);
        else
            co_return row.error();
        m_wanted.remove(id);
    }
    co_return Done{};
}

void Connector::takeRow(const QJsonObject &row, bool skipUnchanged)
{
    const ConversationHead head = headOf(row);
    if (head.id <= 0 || !m_session.scope.wants(head.inbox))
        return;
    const auto read = m_read.constFind(head.id);
    if (skipUnchanged && read != m_read.cend() && head.updatedAt != 0 && *read == head.updatedAt) {
        takeMarks(row);
        return;
    }
    const auto same = [&](const Job &job) { return job.conversation == head.id; };
    if (std::ranges::any_of(m_jobs, same))
        return;
    m_newest = std::max(m_newest, head.newestMessage);
    const bool known = m_memory.known.contains(head.id);
    m_jobs << Job{row, head.id, known ? m_memory.readUpTo() : 0, true, head.updatedAt};
}

} // namespace parley::platforms::chatwoot
