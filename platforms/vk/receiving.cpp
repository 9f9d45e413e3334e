// SPDX-License-Identifier: GPL-3.0-or-later
// What pull() does: what is new since the cursor, by both streams. walking.cpp has what is old.
#include "platforms/vk/connector.h"

#include "platforms/vk/errors.h"
#include "platforms/vk/words.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace parley::platforms::vk {

namespace {

const QString kFields = u"screen_name"_s;
constexpr int kAtOnce = 100; // messages or objects by id, the API's own maximum
constexpr int kNamesAtOnce = 500;
constexpr qsizetype kShortList = 8; // dialogs
// Events that a first connect asks the queue for, from before it. How long VK keeps them is not documented.
constexpr qint64 kLookBack = 500;
constexpr qsizetype kCardsKept = 2000;
constexpr qsizetype kAskedKept = 20'000;
// How exactly the cursor tells when everything was last in order; each refresh is a commit.
constexpr auto kHeardEvery = 1min;
// What a comparison looks behind the moment up to which we were complete.
constexpr auto kOverlap = 1h;
constexpr auto kMentionsEvery = 5min;
constexpr auto kLeaveAlone = 10min; ///< a stream that we have no right to

Error cancelled()
{
    return {ErrorKind::Cancelled, u"stopped"_s, {}, {}, false};
}

bool isForgotten(int errorCode)
{
    return errorCode == code::kOldPts || errorCode == code::kNewPts || errorCode == code::kDropCache;
}

QJsonObject historyParameters(qint64 pts, bool withCredentials)
{
    // The least that it takes is 1000 events and 200 messages (schema).
    QJsonObject parameters{{"pts"_L1, pts}, {"lp_version"_L1, 3}, {"events_limit"_L1, 1000}, {"msgs_limit"_L1, 200},
        {"extended"_L1, 1}, {"fields"_L1, kFields}};
    if (withCredentials)
        parameters["credentials"_L1] = 1;
    return parameters;
}

RemoteConversation noticesConversation()
{
    RemoteConversation made;
    made.remoteId = u"notices"_s;
    made.subject = Words::tr("About this account");
    made.canReply = false;
    made.cannotReplyWhy = Words::tr("These are Parley's own lines about the account.");
    return made;
}

} // namespace

Connector::Making Connector::beginPage(const QByteArray &cursor) const
{
    const auto page = std::make_shared<Page>();
    page->cursor = Cursor::from(cursor);
    page->before = page->cursor;
    return page;
}

Desk Connector::deskFor(const Making &page)
{
    return {m_group, &m_people, &page->cards, m_clock.now()};
}

QCoro::Task<Result<Batch>> Connector::pull(QByteArray cursor)
{
    if (m_stopped)
        co_return cancelled();
    const Making page = beginPage(cursor);
    Result<void> done;
    if (!page->cursor.pts)
        done = co_await start(page);
    else
        done = co_await takeNew(page);
    if (!done)
        co_return done.error();
    const bool isQuiet = page->decoded.batch.isEmpty() && page->decoded.incomplete.isEmpty() && !page->more;
    if (isQuiet && page->cursor.walk) {
        page->backfill = !page->cursor.walk->since;
        done = co_await walkOn(page);
        // A short list and what it leads to make one page.
        const auto &walk = page->cursor.walk;
        if (done && walk && !walk->dialogs.isEmpty() && walk->dialogs.size() <= kShortList)
            done = co_await walkOn(page);
        if (!done && page->decoded.batch.isEmpty())
            co_return done.error();
    }
    done = co_await complete(page);
    if (!done)
        co_return done.error();
    if (m_stopped)
        co_return cancelled();
    m_looked = std::chrono::steady_clock::now();
    co_return finished(page);
}

/// The very first page: where both streams stand now. All that was before is walked through.
QCoro::Task<Result<void>> Connector::start(Making page)
{
    const Outcome classic = co_await m_classic.open();
    if (!classic.ok)
        co_return classic.error;
    page->cursor.pts = classic.response["pts"_L1].toInteger();
    const Outcome bots = co_await m_bots.open();
    if (!bots.ok && !mayBeSkipped(bots.error))
        co_return bots.error;
    if (bots.ok) {
        const QJsonValue ts = bots.response["ts"_L1];
        page->cursor.ts = ts.isString() ? ts.toString() : QString::number(ts.toInteger());
        co_await lookBack(page);
    }
    page->cursor.heard = m_clock.now();
    page->cursor.walk = Walk();
    m_listed.clear();
    co_return Result<void>();
}

/// What the queue still has from before the first connect: comments that a community's token cannot ask for.
QCoro::Task<> Connector::lookBack(Making page)
{
    const qint64 now = page->cursor.ts.toLongLong();
    if (now <= 1)
        co_return;
    const auto heard = co_await m_bots.ask(QString::number(std::max<qint64>(1, now - kLookBack)), false);
    if (!heard || heard->updates.isEmpty())
        co_return; // nothing lost: we never were there
    co_await learn(heard->updates);
    decodeEvents(heard->updates, deskFor(page), page->decoded);
    // Lines about something of the moment come too late.
    page->decoded.batch.messages.removeIf(
        [](const RemoteMessage &message) { return message.kind == MessageKind::Event; });
    page->backfill = true;
    page->cursor.ts = heard->ts;
}

QCoro::Task<Result<void>> Connector::takeNew(Making page)
{
    const QJsonObject parameters = historyParameters(*page->cursor.pts, !m_classic.isOpen());
    const Outcome outcome = co_await m_api.call(u"messages.getLongPollHistory"_s, parameters);
    if (isForgotten(outcome.code))
        co_return co_await startOver(page);
    if (!outcome.ok)
        co_return outcome.error;
    const QJsonObject response = outcome.response.toObject();
    co_await learn(response);
    decodeHistory(response, deskFor(page), page->decoded);
    if (const QJsonObject credentials = response["credentials"_L1].toObject();
        !m_classic.isOpen() && !credentials["key"_L1].toString().isEmpty())
        m_classic.take(credentials);
    const qint64 pts = response["new_pts"_L1].toInteger();
    const bool moved = pts > 0 && pts != *page->cursor.pts;
    if (moved)
        page->cursor.pts = pts;
    alsoWalk(*page);
    page->more = moved && response["more"_L1].toVariant().toBool();
    if (page->more)
        co_return Result<void>();

    Result<void> done = co_await takeEvents(page);
    // What one stream brought is kept, whatever the other one suffers from: it is asked again at once.
    if (!done && page->decoded.batch.isEmpty())
        co_return done.error();
    if (!done) {
        page->more = true;
        co_return Result<void>();
    }
    done = co_await takeMentions(page);
    if (done && (!page->cursor.heard || m_clock.now() - *page->cursor.heard >= kHeardEvery))
        page->cursor.heard = m_clock.now();
    co_return done;
}

QCoro::Task<Result<void>> Connector::takeEvents(Making page)
{
    const bool isLeftAlone = m_botsAgain && std::chrono::steady_clock::now() < *m_botsAgain;
    // A poll that waits would have told what there is.
    const bool waits = m_botsLine.isAsking && m_botsLine.asked == page->cursor.ts;
    if (isLeftAlone || waits)
        co_return Result<void>();
    m_botsAgain.reset();
    const auto heard = co_await m_bots.ask(page->cursor.ts, false);
    // Asked not to wait, it waited: there is nothing.
    if (!heard && heard.error().kind == ErrorKind::TimedOut && m_bots.isOpen())
        co_return Result<void>();
    if (!heard && mayBeSkipped(heard.error()))
        co_return Result<void>();
    if (!heard)
        co_return heard.error();
    co_await learn(heard->updates);
    decodeEvents(heard->updates, deskFor(page), page->decoded);
    if (heard->lost)
        eventsLost(page);
    page->cursor.ts = heard->ts;
    co_return Result<void>();
}

/// The Bots Long Poll may be out of reach for want of a right, or for a day's limit; messages come without it.
bool Connector::mayBeSkipped(const Error &error)
{
    const bool forLong = error.kind == ErrorKind::RateLimited && error.retryAfter > 1min;
    if (error.kind != ErrorKind::Forbidden && !forLong)
        return false;
    m_botsAgain = std::chrono::steady_clock::now() + kLeaveAlone;
    return true;
}

void Connector::eventsLost(const Making &page)
{
    const Timestamp since = page->cursor.heard.value_or(m_clock.now());
    if (m_api.hasSecond()) {
        // The comments of recent posts are compared.
        if (!page->cursor.walk) {
            page->cursor.walk = Walk();
            page->cursor.walk->stage = Walk::Stage::Posts;
            page->cursor.walk->since = since - kOverlap;
        }
        return;
    }
    RemoteMessage line;
    line.remoteId = u"event:lost:%1"_s.arg(toMs(since));
    line.conversationRemoteId = noticesConversation().remoteId;
    line.kind = MessageKind::Event;
    line.automatic = true;
    line.time = m_clock.now();
    line.text =
        Words::tr("VK no longer had the events since %1. Messages are complete; comments written meanwhile may be "
                  "missing, and only a user's or application's token could fetch them.")
            .arg(QLocale().toString(toDateTime(since).toLocalTime(), QLocale::ShortFormat));
    page->decoded.batch.conversations << noticesConversation();
    page->decoded.batch.messages << line;
}

QCoro::Task<Result<void>> Connector::takeMentions(Making page)
{
    const Timestamp now = m_clock.now();
    const bool isDue = !page->cursor.mentions || now - *page->cursor.mentions >= kMentionsEvery;
    if (m_second != Second::User || !isDue)
        co_return Result<void>();
    const Timestamp since = page->cursor.mentions.value_or(now - 24h) - 1min;
    const QJsonObject parameters{{"owner_id"_L1, -m_group}, {"start_time"_L1, toMs(since) / 1000}, {"count"_L1, 50}};
    const Outcome outcome = co_await m_api.call(u"newsfeed.getMentions"_s, parameters, false, Token::Second);
    // Of no consequence for the rest; it is asked again in some minutes.
    if (!outcome.ok && outcome.error.kind == ErrorKind::Cancelled)
        co_return outcome.error;
    if (outcome.ok) {
        co_await learn(outcome.response);
        decodeMentions(outcome.response.toObject(), deskFor(page), page->decoded);
    }
    page->cursor.mentions = now;
    co_return Result<void>();
}

/// VK forgot where we were: from here on anew, and what happened since we were last complete is compared.
QCoro::Task<Result<void>> Connector::startOver(Making page)
{
    const Outcome classic = co_await m_classic.open();
    if (!classic.ok)
        co_return classic.error;
    page->cursor.pts = classic.response["pts"_L1].toInteger();
    const bool isFilling = page->cursor.walk && !page->cursor.walk->since;
    Walk walk;
    if (!isFilling && page->cursor.heard)
        walk.since = *page->cursor.heard - kOverlap;
    page->cursor.walk = walk;
    m_listed.clear();
    co_return Result<void>();
}

/// Fetches what the page names but does not hold: cropped messages, cards.
QCoro::Task<Result<void>> Connector::complete(Making page)
{
    QList<qint64> wanted = std::exchange(page->decoded.incomplete, {});
    while (!wanted.isEmpty()) {
        QJsonArray ids;
        for (int i = 0; i < kAtOnce && !wanted.isEmpty(); ++i)
            ids << wanted.takeFirst();
        const QJsonObject parameters{{"message_ids"_L1, ids}, {"extended"_L1, 1}, {"fields"_L1, kFields}};
        const Outcome outcome = co_await m_api.call(u"messages.getById"_s, parameters);
        if (!outcome.ok)
            co_return outcome.error;
        QJsonObject response = outcome.response.toObject();
        co_await learn(response);
        QJsonArray items;
        const QJsonArray came = response["items"_L1].toArray();
        for (const QJsonValue &value : came) {
            QJsonObject message = value.toObject();
            message.remove("is_cropped"_L1); // it is as whole as it gets
            items << message;
        }
        response["items"_L1] = items;
        decodeMessages(response, deskFor(page), page->decoded);
    }
    page->decoded.incomplete.clear();
    co_await fetchCards(page);
    putCards(page->decoded.batch, page->cards);
    co_return Result<void>();
}

QCoro::Task<> Connector::fetchCards(Making page)
{
    QJsonArray posts;
    QMap<std::pair<Address::Kind, qint64>, QList<Address>> others; // by kind and owner
    for (const QString &place : std::as_const(page->decoded.places)) {
        const auto known = m_cards.constFind(place);
        if (page->cards.contains(place))
            continue;
        if (known != m_cards.constEnd())
            page->cards.insert(place, *known);
        else if (page->cursor.cards.contains(place))
            page->cards.insert(place, page->cursor.cards.value(place));
        else if (m_api.hasSecond() && place.startsWith("wall"_L1))
            posts << place.sliced(4);
        else if (const auto named = MessageName::from(place + u"/0"_s); named && m_api.hasSecond())
            others[{named->place.kind, named->place.owner}] << named->place;
    }
    if (!posts.isEmpty()) {
        const QJsonObject parameters{{"posts"_L1, posts}};
        const Outcome outcome = co_await m_api.call(u"wall.getById"_s, parameters, false, Token::Second);
        // A list of posts, or an object with one, by version.
        const QJsonArray came =
            outcome.response.isArray() ? outcome.response.toArray() : outcome.response["items"_L1].toArray();
        for (const QJsonValue &value : came) {
            const QJsonObject post = value.toObject();
            const Address place{Address::Kind::Wall, post["owner_id"_L1].toInteger(), post["id"_L1].toInteger(), 0};
            if (place.object > 0)
                page->cards.insert(place.place(), cardOf(post, place, deskFor(page)));
        }
    }
    const auto lists = others.values();
    for (const QList<Address> &list : lists) {
        for (qsizetype from = 0; from < list.size(); from += kAtOnce) {
            const QList<Address> some = list.mid(from, kAtOnce);
            co_await fetchCardsOf(page, some);
        }
    }
    for (const QString &place : std::as_const(page->decoded.places)) {
        // A card that is in the cache already is better than a bare one.
        const auto address = MessageName::from(place + u"/0"_s);
        if (!page->cards.contains(place) && !page->cursor.carded.contains(place) && address)
            page->cards.insert(place, bareCard(address->place));
    }
}

/// The cards of photos, videos, products or topics, all of one kind and one owner.
QCoro::Task<> Connector::fetchCardsOf(Making page, QList<Address> places)
{
    const Call call = objectsCall(places);
    if (call.method.isEmpty())
        co_return;
    const Outcome outcome = co_await m_api.call(call.method, call.parameters, false, Token::Second);
    const QJsonArray came =
        outcome.response.isArray() ? outcome.response.toArray() : outcome.response["items"_L1].toArray();
    for (const QJsonValue &value : came) {
        const QJsonObject object = value.toObject();
        Address place = places.first();
        place.object = object["id"_L1].toInteger();
        if (places.contains(place))
            page->cards.insert(place.place(), cardOf(object, place, deskFor(page)));
    }
}

/// Names of everybody who is named in \a answer. That they cannot be had is no reason to hold messages back.
QCoro::Task<> Connector::learn(QJsonValue answer)
{
    m_people.take(answer.toObject());
    QJsonArray users;
    QJsonArray groups;
    if (m_asked.size() > kAskedKept)
        m_asked.clear();
    QList<qint64> unknown = m_people.unknownIn(answer);
    if (!m_people.knows(-m_group))
        unknown << -m_group;
    for (const qint64 id : std::as_const(unknown)) {
        if (m_asked.contains(id) || users.size() >= kNamesAtOnce || groups.size() >= kNamesAtOnce)
            continue;
        m_asked << id;
        (id > 0 ? users : groups) << std::abs(id);
    }
    if (!users.isEmpty()) {
        const QJsonObject parameters{{"user_ids"_L1, users}, {"fields"_L1, kFields}};
        const Outcome outcome = co_await m_api.call(u"users.get"_s, parameters);
        m_people.take(outcome.response.toArray(), {});
        if (!outcome.ok)
            m_asked.clear(); // asked again with what comes next
    }
    if (!groups.isEmpty()) {
        const QJsonObject parameters{{"group_ids"_L1, groups}};
        const Outcome outcome = co_await m_api.call(u"groups.getById"_s, parameters);
        if (!outcome.ok)
            m_asked.clear();
        const QJsonValue response = outcome.response;
        m_people.take({}, response.isArray() ? response.toArray() : response["groups"_L1].toArray());
    }
}

Batch Connector::finished(const Making &page)
{
    Cursor &cursor = page->cursor;
    for (auto card = page->cards.begin(); card != page->cards.end(); ++card) {
        m_cards.insert(card.key(), card.value());
        // Nobody can be asked for it later; only what says more than its address is worth keeping.
        if (!m_api.hasSecond() && !card->text.isEmpty())
            cursor.cards.insert(card.key(), card.value());
    }
    if (m_cards.size() > kCardsKept)
        m_cards.clear();
    cursor.trim();
    Batch batch = std::move(page->decoded.batch);
    // Our own marks come back as though a colleague had made them; "important" has one degree there and two here.
    for (RemoteTicketFields &fields : batch.tickets) {
        const auto own = m_ownMarks.constFind(fields.conversationRemoteId);
        if (own == m_ownMarks.constEnd() || !fields.priority)
            continue;
        if (*own == (*fields.priority == Priority::High))
            fields.priority.reset();
        else
            m_ownMarks.erase(own);
    }
    batch.conversations << std::exchange(m_closed, {});
    if (!(cursor == page->before))
        batch.nextCursor = cursor.toBytes();
    batch.more = page->more || cursor.walk.has_value();
    batch.backfill = page->backfill;
    if (cursor.walk && !cursor.walk->since) {
        batch.fillTotal = std::max(cursor.walk->total, cursor.walk->done);
        batch.fillDone = cursor.walk->done;
    }
    return batch;
}

} // namespace parley::platforms::vk
