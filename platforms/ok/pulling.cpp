// SPDX-License-Identifier: GPL-3.0-or-later
// What is fetched: the chats in which something happened, and the history that was before us.
#include "platforms/ok/connector.h"

#include "platforms/ok/address.h"
#include "platforms/ok/words.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace parley::platforms::ok {

namespace {

constexpr int kChatsAtOnce = 100; // the API's own maximum
constexpr int kMessagesAtOnce = 50;
constexpr int kWindowsAPage = 8;
constexpr int kMessagesAPage = 200;
constexpr int kRechecked = 10;
// An answer may hold fewer than were asked for although more are there: what was deleted is left out of it.
constexpr int kSurelyTheLast = kMessagesAtOnce / 2;
// Servers need not agree to the millisecond on what happened when: a little is read twice, and kept once.
constexpr qint64 kOverlapMs = 60'000;
// While old history is fetched, what is new is looked for so often.
constexpr auto kNewsEvery = 15s;

GraphCall historyOf(const Window &window, qint64 to, int count)
{
    GraphCall call;
    call.path = window.chat + u"/messages"_s;
    call.label = u"messages"_s;
    if (window.from > 0)
        call.query.addQueryItem(u"from"_s, QString::number(window.from));
    if (to > 0)
        call.query.addQueryItem(u"to"_s, QString::number(to));
    call.query.addQueryItem(u"count"_s, QString::number(count));
    return call;
}

/// Refused for good, and for this chat alone (blocked, not active, not there): the others must not wait for it.
bool isOfThisChat(const Outcome &outcome)
{
    static const QList<int> codes{7, 25, 106, 110, 140};
    return codes.contains(outcome.refusal.code);
}

QSet<QString> midsIn(const QJsonValue &answer)
{
    QSet<QString> mids;
    const QJsonArray items = listIn(answer, "messages"_L1);
    for (const QJsonValue &item : items) {
        const QJsonValue message = item["message"_L1];
        const QJsonValue content = message["body"_L1].isObject() ? message["body"_L1] : message;
        mids << midFrom(content["mid"_L1]);
    }
    return mids;
}

} // namespace

QCoro::Task<Result<Batch>> Connector::pull(QByteArray cursor)
{
    if (m_stopped)
        co_return Error{ErrorKind::Cancelled, u"stopped"_s, {}, {}, false};
    noteCommit(cursor);
    if (!m_ready.isEmpty())
        co_return takeReady(cursor);
    const Memory before = Memory::from(cursor);
    const auto page = std::make_shared<Page>(before, m_clock.now());
    Result<void> done;
    if (!before.low)
        done = co_await begin(page);
    else if (!before.round && isNewsDue(before)) {
        page->memory.round = Round{};
        page->memory.round->high = *before.low;
        m_readThisRound.clear();
        done = co_await nextChats(page);
    }
    if (done && page->memory.round)
        done = co_await roundStep(page);
    else if (done && page->memory.fill)
        done = co_await fillStep(page);
    if (!done)
        co_return done.error();
    takeUnreachable(*page);
    co_return finished(*page, before);
}

bool Connector::isNewsDue(const Memory &memory) const
{
    return !memory.fill || !m_lastNews || std::chrono::steady_clock::now() - *m_lastNews >= kNewsEvery;
}

Batch Connector::finished(Page &page, const Memory &before)
{
    Batch batch = std::move(page.batch);
    const Memory &now = page.memory;
    // The round behind the fill brings what happened meanwhile, and the comments.
    const bool fillEnded = !now.fill && (before.fill || !before.low);
    batch.more = now.round || now.fill || fillEnded || !m_ready.isEmpty();
    if (now.fill) {
        // How many messages there are is told nowhere: those that are here, and for each chat that waits as many as
        // the others had.
        const qsizetype waiting = now.fill->queue.size() + now.fill->later.size() + (now.fill->pagesDone ? 0 : 50);
        const int each = std::max(1, now.fill->messages / std::max(1, now.fill->chats));
        batch.fillDone = now.fill->messages;
        batch.fillTotal = now.fill->messages + int(waiting) * each;
    }
    if (now != before)
        batch.nextCursor = now.toCursor();
    m_issued = batch.nextCursor;
    m_readLast = page.read;
    if (!batch.more)
        m_nextPoll = std::chrono::steady_clock::now() + (hasLongPoll() ? m_timing.reread : m_timing.pollAlone);
    return batch;
}

void Connector::noteCommit(const QByteArray &cursor)
{
    if (!m_issued.isEmpty() && cursor == m_issued)
        m_read.insert(m_readLast);
    m_issued.clear();
    m_readLast.clear();
}

Batch Connector::takeReady(const QByteArray &cursor)
{
    const ReadyPage ready = m_ready.takeFirst();
    Memory memory = Memory::from(cursor);
    for (auto talk = ready.talks.begin(); talk != ready.talks.end(); ++talk)
        memory.talks.insert(talk.key(), *talk);
    Batch batch = ready.batch;
    batch.nextCursor = memory.toCursor();
    batch.more = !m_ready.isEmpty() || memory.round || memory.fill;
    return batch;
}

QCoro::Task<Result<ChatPage>> Connector::chats(PagePtr page, QString marker)
{
    GraphCall call;
    call.path = call.label = u"me/chats"_s;
    call.query.addQueryItem(u"count"_s, QString::number(kChatsAtOnce));
    if (!marker.isEmpty())
        call.query.addQueryItem(u"marker"_s, marker);
    const Outcome outcome = co_await m_api.graph(call);
    if (!outcome.ok)
        co_return outcome.error;
    ChatPage read = readChats(outcome.value);
    for (const QJsonValue &odd : std::as_const(read.odd))
        page->reader.raw(odd, u"an item of me/chats without its id"_s);
    for (const ChatInfo &info : std::as_const(read.chats))
        m_chats.insert(info.id, info);
    if (read.marker == marker)
        read.marker.clear(); // it leads nowhere
    co_return read;
}

QCoro::Task<Result<std::optional<ChatInfo>>> Connector::chat(QString id)
{
    GraphCall call;
    call.path = u"me/chat/"_s + id;
    call.label = u"me/chat"_s;
    const Outcome outcome = co_await m_api.graph(call);
    if (!outcome.ok && !isOfThisChat(outcome))
        co_return outcome.error;
    const auto info = outcome.ok ? readChat(outcome.value) : std::nullopt;
    if (info)
        m_chats.insert(id, *info);
    co_return info;
}

/// The very first look: what is there now is history, whatever comes after it is news.
QCoro::Task<Result<void>> Connector::begin(PagePtr page)
{
    const QString noMarker;
    const auto first = co_await chats(page, noMarker);
    if (!first)
        co_return first.error();
    m_lastNews = m_lastRecheck = std::chrono::steady_clock::now();
    Fill fill;
    page->memory.low = 0;
    for (const ChatInfo &info : first->chats) {
        page->memory.low = std::max(*page->memory.low, info.lastEvent);
        fill.queue << Window{info.id, 0};
    }
    fill.marker = first->marker;
    fill.pagesDone = first->marker.isEmpty();
    page->memory.fill = fill;
    co_return Result<void>{};
}

/// The next page of chats in which something happened since.
QCoro::Task<Result<void>> Connector::nextChats(PagePtr page)
{
    const auto next = co_await chats(page, page->memory.round->marker);
    if (!next)
        co_return next.error();
    Round &round = *page->memory.round;
    const bool first = round.marker.isEmpty();
    const qint64 since = *page->memory.low - kOverlapMs;
    bool reached = false;
    for (const ChatInfo &info : next->chats) {
        // Without a time nobody can say: it is looked at.
        if (info.lastEvent != 0 && info.lastEvent < since) {
            reached = true;
            break;
        }
        // As it was when it was read last: only the overlap brought it here again.
        const bool isKnown = info.lastEvent != 0 && m_read.value(info.id) == info.lastEvent;
        if (!isKnown)
            round.queue << Window{info.id, 0};
        if (first)
            round.high = std::max(round.high, info.lastEvent);
    }
    // Where no chat has a time, one page has to do.
    const bool canTell = !next->chats.isEmpty() && next->chats.last().lastEvent != 0;
    round.marker = reached || !canTell ? QString() : next->marker;
    round.paged = round.paged || !round.marker.isEmpty();
    co_return Result<void>{};
}

QCoro::Task<Result<void>> Connector::roundStep(PagePtr page)
{
    Memory &memory = page->memory;
    const qint64 to = std::max<qint64>(0, *memory.low - kOverlapMs);
    for (int windows = 0; windows < kWindowsAPage && page->batch.messages.size() < kMessagesAPage; ++windows) {
        if (memory.round->queue.isEmpty())
            break;
        const Window window = memory.round->queue.takeFirst();
        m_readThisRound << window.chat;
        const auto rest = co_await readWindow(page, window, to, kMessagesAtOnce);
        if (!rest)
            co_return rest.error();
        if (*rest)
            memory.round->queue.prepend(**rest);
    }
    if (!memory.round->queue.isEmpty())
        co_return Result<void>{};
    if (!memory.round->marker.isEmpty())
        co_return co_await nextChats(page);
    if (memory.round->paged) {
        // Who wrote while we turned the pages moved to the first one, perhaps before we had come to them.
        const QString noMarker;
        const auto again = co_await chats(page, noMarker);
        if (!again)
            co_return again.error();
        const qint64 high = memory.round->high;
        memory.round->paged = false;
        for (const ChatInfo &info : again->chats) {
            if (info.lastEvent <= high)
                continue;
            memory.round->queue << Window{info.id, 0};
            memory.round->high = std::max(memory.round->high, info.lastEvent);
        }
        if (!memory.round->queue.isEmpty())
            co_return Result<void>{};
    }
    memory.low = memory.round->high;
    memory.round.reset();
    m_lastNews = std::chrono::steady_clock::now();
    const auto rechecked = co_await recheck(page);
    if (!rechecked)
        co_return rechecked.error();
    co_return co_await readTalks(page);
}

QCoro::Task<Result<void>> Connector::fillStep(PagePtr page)
{
    Memory &memory = page->memory;
    for (int windows = 0; windows < kWindowsAPage && page->batch.messages.size() < kMessagesAPage; ++windows) {
        if (memory.fill->queue.isEmpty())
            memory.fill->queue = std::exchange(memory.fill->later, {});
        if (memory.fill->queue.isEmpty() && !memory.fill->pagesDone) {
            const auto next = co_await chats(page, memory.fill->marker);
            if (!next)
                co_return next.error();
            for (const ChatInfo &info : next->chats)
                memory.fill->queue << Window{info.id, 0};
            memory.fill->marker = next->marker;
            memory.fill->pagesDone = next->marker.isEmpty() || next->chats.isEmpty();
        }
        if (memory.fill->queue.isEmpty()) {
            memory.fill.reset();
            break;
        }
        const Window window = memory.fill->queue.takeFirst();
        const qsizetype before = page->batch.messages.size();
        const auto rest = co_await readWindow(page, window, 0, kMessagesAtOnce);
        if (!rest)
            co_return rest.error();
        memory.fill->messages += int(page->batch.messages.size() - before);
        // The newest of every chat first, then what is older.
        if (*rest)
            memory.fill->later << **rest;
        else
            ++memory.fill->chats;
    }
    page->batch.backfill = true;
    co_return Result<void>{};
}

QCoro::Task<Result<std::optional<Window>>> Connector::readWindow(PagePtr page, Window window, qint64 to, int count)
{
    ChatInfo info = m_chats.value(window.chat);
    if (info.id.isEmpty()) {
        const auto told = co_await chat(window.chat);
        if (!told)
            co_return told.error();
        if (!*told)
            co_return std::optional<Window>();
        info = **told;
    }
    if (window.from != 0 && window.from <= to)
        co_return std::optional<Window>();
    const GraphCall call = historyOf(window, to, count);
    const Outcome outcome = co_await m_api.graph(call);
    if (!outcome.ok && isOfThisChat(outcome))
        co_return std::optional<Window>();
    if (!outcome.ok)
        co_return outcome.error;
    const Covered covered = page->reader.history(outcome.value, info);
    if (window.from == 0)
        page->read.insert(window.chat, info.lastEvent);
    const bool isWhole = covered.count < std::min(count, kSurelyTheLast) || covered.mids.isEmpty();
    if (window.from == 0 && !covered.mids.isEmpty()) {
        const qint64 oldest = isWhole ? to : covered.oldest;
        const auto told = co_await tellDeletions(page, call, window.chat, oldest, covered);
        if (!told)
            co_return told.error();
    }
    if (isWhole || covered.oldest <= to)
        co_return std::optional<Window>();
    // Whether the bound itself is within is not documented: one more millisecond serves both, and goes on in any case
    // where a whole page shares one.
    const qint64 next = window.from == 0 ? covered.oldest + 1 : std::min(covered.oldest + 1, window.from - 1);
    co_return std::optional<Window>(Window{window.chat, next});
}

/// What was there and is there no longer was deleted: nothing else tells of it. A list that came short once is no
/// proof, so it is asked for a second time.
QCoro::Task<Result<void>> Connector::tellDeletions(
    PagePtr page, GraphCall again, QString chat, qint64 oldest, Covered covered)
{
    if (page->memory.missing(chat, oldest, covered.mids).isEmpty())
        co_return Result<void>{};
    const Outcome second = co_await m_api.graph(again);
    if (!second.ok)
        co_return second.error;
    const QSet<QString> present = covered.mids + midsIn(second.value);
    const QStringList gone = page->memory.missing(chat, oldest, present);
    for (const QString &mid : gone)
        page->batch.deletions << RemoteDeletion{chat, mid};
    page->memory.forget(chat, gone);
    co_return Result<void>{};
}

/// The liveliest chats once more, although nothing happened there: edits and deletions make no event.
QCoro::Task<Result<void>> Connector::recheck(PagePtr page)
{
    const auto now = std::chrono::steady_clock::now();
    if (m_lastRecheck && now - *m_lastRecheck < m_timing.recheck)
        co_return Result<void>{};
    m_lastRecheck = now;
    QStringList wanted = page->memory.liveliest();
    wanted.removeIf([this](const QString &chat) { return m_readThisRound.contains(chat); });
    const qsizetype count = std::min<qsizetype>(wanted.size(), kRechecked);
    for (qsizetype i = 0; i < count; ++i) {
        const Window newest{wanted.at(i), 0};
        const auto read = co_await readWindow(page, newest, 0, kMessagesAtOnce);
        if (!read)
            co_return read.error();
    }
    co_return Result<void>{};
}

void Connector::takeUnreachable(Page &page)
{
    const auto unreachable = std::exchange(m_unreachable, {});
    for (const RemoteConversation &conversation : unreachable) {
        const qint64 newest = page.memory.newestIn(conversation.remoteId);
        page.memory.shut.insert(conversation.remoteId, newest > 0 ? newest : page.memory.low.value_or(0));
        page.batch.conversations << conversation;
    }
}

} // namespace parley::platforms::ok
