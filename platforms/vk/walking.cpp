// SPDX-License-Identifier: GPL-3.0-or-later
// What pull() does beside what is new: the first fill, newest conversations first, and the comparison after VK forgot
// our place. A step of it is a page; the cursor holds where it stands.
#include "platforms/vk/connector.h"

#include "platforms/vk/encode.h"
#include "platforms/vk/errors.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace parley::platforms::vk {

namespace {

const QString kFields = u"screen_name"_s;
constexpr int kDialogsPage = 100;
constexpr int kMessagesPage = 200; // the API's own maximum
constexpr int kCallsAtOnce = 8; // histories in one page, most of them short
constexpr int kMessagesAtOnce = 200;
// How far back a first fill goes, newest first; docs/platforms/vk.md tells of it. Older things rarely get comments, and
// each costs a call of the three a second that a person's token has.
constexpr int kPostsPage = 100;
constexpr int kPosts = 1000;
constexpr int kTopicsPage = 40;
constexpr int kTopics = 200;
constexpr int kVideosPage = 100;
constexpr int kVideos = 500;
constexpr int kProductsPage = 100;
constexpr int kProducts = 300;
constexpr int kPhotoComments = 2000;
constexpr int kCommentsPage = 100;
constexpr int kThreadPages = 10;
constexpr int kPlacesAtOnce = 8; // in one page
constexpr int kCommentsAtOnce = 200;

/// A list of what people write under, as the walk asks for it.
struct Shelf {
    Address::Kind kind = Address::Kind::Wall;
    Call call;
    int page = 0; ///< objects in one answer
    int most = 0; ///< objects in all
};

Shelf shelfOf(Walk::Stage stage, qint64 group, int offset)
{
    using Stage = Walk::Stage;
    QJsonObject parameters{{"owner_id"_L1, -group}, {"offset"_L1, std::max(0, offset)}};
    Shelf shelf{Address::Kind::Wall, {u"wall.get"_s, {}}, kPostsPage, kPosts};
    if (stage == Stage::Topics) {
        shelf = {Address::Kind::Board, {u"board.getTopics"_s, {}}, kTopicsPage, kTopics};
        parameters.remove("owner_id"_L1);
        parameters["group_id"_L1] = group;
        parameters["order"_L1] = 1; // what was written in last comes first
        parameters["preview"_L1] = 1;
        parameters["preview_length"_L1] = 500;
    } else if (stage == Stage::Videos) {
        shelf = {Address::Kind::Video, {u"video.get"_s, {}}, kVideosPage, kVideos};
        parameters["extended"_L1] = 1;
    } else if (stage == Stage::Products) {
        shelf = {Address::Kind::Market, {u"market.get"_s, {}}, kProductsPage, kProducts};
    }
    parameters["count"_L1] = shelf.page;
    shelf.call.parameters = parameters;
    return shelf;
}

/// As far as the list says. Of products it says nothing.
bool mayHaveComments(const QJsonObject &object, Address::Kind kind, const std::optional<Timestamp> &since)
{
    const QJsonValue comments = object["comments"_L1];
    switch (kind) {
    case Address::Kind::Wall:
        return comments["count"_L1].toInt() > 0;
    case Address::Kind::Video:
        return !comments.isDouble() || comments.toInt() > 0;
    case Address::Kind::Board: {
        const qint64 updated = object["updated"_L1].toInteger();
        return !since || updated <= 0 || updated * 1000 >= toMs(*since);
    }
    default:
        return true;
    }
}

/// Refusals that concern one dialog or place: the walk goes on behind it.
bool concernsOne(const Error &error)
{
    return error.kind == ErrorKind::NotFound || error.kind == ErrorKind::WindowClosed
        || error.kind == ErrorKind::Forbidden || error.kind == ErrorKind::Rejected;
}

/// Likewise of the second token: its comments are an addition, for which messages do not wait a day.
bool isDispensable(const Error &error)
{
    return concernsOne(error) || (error.kind == ErrorKind::RateLimited && error.retryAfter > std::chrono::minutes(1));
}

bool isOlder(const QJsonObject &message, const std::optional<Timestamp> &than)
{
    return than && message["date"_L1].toInteger() * 1000 < toMs(*than);
}

/// Takes a page of a dialog's history into account. \return true: there is no more of it
bool hasEnded(Walk::Dialog &dialog, const QJsonObject &response, const std::optional<Timestamp> &since)
{
    const QJsonArray items = response["items"_L1].toArray();
    qint64 oldest = 0;
    bool reachedKnown = false;
    for (const QJsonValue &value : items) {
        const QJsonObject message = value.toObject();
        const qint64 id = message["id"_L1].toInteger();
        oldest = id > 0 && (oldest == 0 || id < oldest) ? id : oldest;
        reachedKnown = reachedKnown || isOlder(message, since);
    }
    const bool progress = dialog.peer >= kFirstChat || dialog.from == 0 || oldest < dialog.from;
    dialog.have += int(items.size());
    dialog.from = oldest;
    return reachedKnown || !progress || items.size() < kMessagesPage;
}

} // namespace

QCoro::Task<Result<void>> Connector::walkOn(Making page)
{
    const Walk &walk = *page->cursor.walk;
    if (!walk.dialogs.isEmpty())
        co_return co_await readDialogs(page);
    if (!walk.places.isEmpty())
        co_return co_await readPlaces(page);
    switch (walk.stage) {
    case Walk::Stage::Dialogs:
        co_return co_await listDialogs(page);
    case Walk::Stage::Photos:
        co_return co_await readPhotoComments(page);
    case Walk::Stage::Listed:
        endWalk(*page);
        co_return Result<void>();
    default:
        break;
    }
    co_return co_await listPlaces(page);
}

void Connector::nextStage(Page &page) const
{
    Walk &walk = *page.cursor.walk;
    walk.offset = 0;
    walk.stage = Walk::Stage(int(walk.stage) + 1);
    const bool lacksPerson = m_second == Second::Service && walk.stage > Walk::Stage::Topics;
    if (!m_api.hasSecond() || lacksPerson)
        walk.stage = Walk::Stage::Listed;
    endWalk(page);
}

void Connector::endWalk(Page &page)
{
    const Walk &walk = *page.cursor.walk;
    if (walk.stage == Walk::Stage::Listed && walk.dialogs.isEmpty() && walk.places.isEmpty())
        page.cursor.walk.reset();
}

/// A dialog that moves to the top of the list while we are further down would not be met any more.
void Connector::alsoWalk(Page &page)
{
    if (!page.cursor.walk || page.cursor.walk->stage != Walk::Stage::Dialogs || page.cursor.walk->since)
        return;
    for (const RemoteMessage &message : std::as_const(page.decoded.batch.messages)) {
        const auto address = Address::from(message.conversationRemoteId);
        if (!address || !address->isDialog() || m_listed.contains(address->owner))
            continue;
        m_listed << address->owner;
        page.cursor.walk->dialogs << Walk::Dialog{address->owner, 0, 0, 0};
    }
}

QCoro::Task<Result<void>> Connector::listDialogs(Making page)
{
    const QJsonObject parameters{{"count"_L1, kDialogsPage}, {"offset"_L1, page->cursor.walk->offset},
        {"extended"_L1, 1}, {"fields"_L1, kFields}};
    const Outcome outcome = co_await m_api.call(u"messages.getConversations"_s, parameters);
    if (!outcome.ok)
        co_return outcome.error;
    QJsonObject response = outcome.response.toObject();
    co_await learn(response);
    Walk &walk = *page->cursor.walk;
    const QJsonArray items = response["items"_L1].toArray();
    QJsonArray fresh;
    for (const QJsonValue &value : items) {
        if (isOlder(value["last_message"_L1].toObject(), walk.since))
            break; // sorted by activity: from here on nothing happened since
        fresh << value;
        const QJsonObject conversation = value["conversation"_L1].toObject();
        const int messages = conversation["last_conversation_message_id"_L1].toInt();
        const qint64 peer = conversation["peer"_L1]["id"_L1].toInteger();
        if (peer == 0)
            continue;
        m_listed << peer;
        walk.dialogs << Walk::Dialog{peer, 0, 0, messages};
        walk.total += std::max(1, messages);
    }
    response["items"_L1] = fresh;
    decodeConversations(response, deskFor(page), page->decoded);
    walk.offset += int(items.size());
    if (fresh.size() < items.size() || items.size() < kDialogsPage) {
        // The stage ends when these are read.
        walk.offset = -1;
        if (walk.dialogs.isEmpty())
            nextStage(*page);
    }
    co_return Result<void>();
}

QCoro::Task<Result<void>> Connector::readDialogs(Making page)
{
    int taken = 0;
    for (int calls = 0; calls < kCallsAtOnce && taken < kMessagesAtOnce; ++calls) {
        Walk::Dialog dialog = page->cursor.walk->dialogs.constFirst();
        QJsonObject parameters{
            {"peer_id"_L1, dialog.peer}, {"count"_L1, kMessagesPage}, {"extended"_L1, 1}, {"fields"_L1, kFields}};
        if (dialog.peer >= kFirstChat)
            parameters["offset"_L1] = dialog.have;
        else if (dialog.from > 0)
            parameters["start_message_id"_L1] = dialog.from;
        const Outcome outcome = co_await m_api.call(u"messages.getHistory"_s, parameters);
        if (!outcome.ok && !concernsOne(outcome.error)) {
            // What is here already is not fetched twice.
            if (taken > 0)
                co_return Result<void>();
            co_return outcome.error;
        }
        const QJsonObject response = outcome.response.toObject();
        co_await learn(response);
        decodeMessages(response, deskFor(page), page->decoded);
        Walk &walk = *page->cursor.walk;
        const int had = dialog.have;
        const bool ended = !outcome.ok || hasEnded(dialog, response, walk.since);
        taken += dialog.have - had;
        walk.done += dialog.have - had;
        if (ended)
            walk.dialogs.removeFirst();
        else
            walk.dialogs.first() = dialog;
        if (walk.dialogs.isEmpty())
            break;
    }
    if (page->cursor.walk->dialogs.isEmpty() && page->cursor.walk->offset < 0)
        nextStage(*page);
    co_return Result<void>();
}

QCoro::Task<Result<void>> Connector::listPlaces(Making page)
{
    const Shelf shelf = shelfOf(page->cursor.walk->stage, m_group, page->cursor.walk->offset);
    const Outcome outcome = co_await m_api.call(shelf.call.method, shelf.call.parameters, false, Token::Second);
    // Many communities have no board and no shop, and VK says so by a refusal.
    if (!outcome.ok && !isDispensable(outcome.error))
        co_return outcome.error;
    co_await learn(outcome.response);
    Walk &walk = *page->cursor.walk;
    const QJsonArray items = outcome.response["items"_L1].toArray();
    for (const QJsonValue &value : items) {
        const QJsonObject object = value.toObject();
        const Address place{shelf.kind, -m_group, object["id"_L1].toInteger(), 0};
        if (place.object <= 0)
            continue;
        page->cards.insert(place.place(), cardOf(object, place, deskFor(page)));
        if (mayHaveComments(object, shelf.kind, walk.since))
            walk.places << Walk::Place{shelf.kind, place.object, 0};
    }
    walk.offset += int(items.size());
    // A comparison looks at the newest page only.
    if (walk.since || items.size() < shelf.page || walk.offset >= shelf.most)
        nextStage(*page);
    co_return Result<void>();
}

/// Of all photos at once, newest first.
QCoro::Task<Result<void>> Connector::readPhotoComments(Making page)
{
    const QJsonObject parameters{
        {"owner_id"_L1, -m_group}, {"count"_L1, kCommentsPage}, {"offset"_L1, page->cursor.walk->offset}};
    const Outcome outcome = co_await m_api.call(u"photos.getAllComments"_s, parameters, false, Token::Second);
    if (!outcome.ok && !isDispensable(outcome.error))
        co_return outcome.error;
    co_await learn(outcome.response);
    Walk &walk = *page->cursor.walk;
    const QJsonArray items = outcome.response["items"_L1].toArray();
    bool reachedKnown = false;
    for (const QJsonValue &value : items) {
        const QJsonObject comment = value.toObject();
        reachedKnown = reachedKnown || isOlder(comment, walk.since);
        const qint64 photo = comment["pid"_L1].toInteger(comment["photo_id"_L1].toInteger());
        const Address place{Address::Kind::Photo, -m_group, photo, 0};
        if (photo > 0)
            decodeComments({{"items"_L1, QJsonArray{comment}}}, place, deskFor(page), page->decoded);
    }
    walk.offset += int(items.size());
    walk.done += int(items.size());
    walk.total = std::max(walk.total, walk.done);
    if (reachedKnown || items.size() < kCommentsPage || walk.offset >= kPhotoComments)
        nextStage(*page);
    co_return Result<void>();
}

/// Some places in one page, most of which have few comments.
QCoro::Task<Result<void>> Connector::readPlaces(Making page)
{
    int taken = 0;
    for (int calls = 0; calls < kPlacesAtOnce && taken < kCommentsAtOnce; ++calls) {
        if (page->cursor.walk->places.isEmpty())
            break;
        const auto read = co_await readPlace(page);
        if (!read && calls == 0)
            co_return read.error();
        if (!read)
            break; // what is here already is not fetched twice
        taken += *read;
    }
    endWalk(*page);
    co_return Result<void>();
}

/// \return how many comments came
QCoro::Task<Result<int>> Connector::readPlace(Making page)
{
    const Walk::Place at = page->cursor.walk->places.constFirst();
    const Address place{at.kind, -m_group, at.id, 0};
    const Call call = commentsCall(place, kCommentsPage, at.offset);
    const Outcome outcome = co_await m_api.call(call.method, call.parameters, false, Token::Second);
    if (!outcome.ok && !isDispensable(outcome.error))
        co_return outcome.error;
    const QJsonObject response = outcome.response.toObject();
    co_await learn(response);
    decodeComments(response, place, deskFor(page), page->decoded);
    const QJsonArray items = response["items"_L1].toArray();
    bool reachedKnown = false;
    for (const QJsonValue &value : items) {
        // Below an old comment there may be new ones; where there is no below, the rest is known.
        const bool isFlat = at.kind == Address::Kind::Board || at.kind == Address::Kind::Market;
        reachedKnown = reachedKnown || (isFlat && isOlder(value.toObject(), page->cursor.walk->since));
        const QJsonObject thread = value["thread"_L1].toObject();
        if (thread["count"_L1].toInt() <= thread["items"_L1].toArray().size())
            continue;
        const Result<void> read = co_await readThread(page, place, value["id"_L1].toInteger());
        if (!read)
            co_return read.error();
    }
    Walk &walk = *page->cursor.walk;
    walk.done += int(items.size());
    walk.total = std::max(walk.total, walk.done);
    if (reachedKnown || items.size() < kCommentsPage)
        walk.places.removeFirst();
    else
        walk.places.first().offset += int(items.size());
    co_return int(items.size());
}

/// The second level of a thread with more replies than came along.
QCoro::Task<Result<void>> Connector::readThread(Making page, Address place, qint64 comment)
{
    Address thread = place;
    thread.thread = comment;
    for (int pages = 0; pages < kThreadPages; ++pages) {
        const Call call = commentsCall(thread, kCommentsPage, pages * kCommentsPage);
        const Outcome outcome = co_await m_api.call(call.method, call.parameters, false, Token::Second);
        if (!outcome.ok && !isDispensable(outcome.error))
            co_return outcome.error;
        QJsonObject response = outcome.response.toObject();
        co_await learn(response);
        const QJsonArray came = response["items"_L1].toArray();
        QJsonArray items;
        for (const QJsonValue &value : came) {
            QJsonObject reply = value.toObject();
            if (reply["parents_stack"_L1].toArray().isEmpty())
                reply["parents_stack"_L1] = QJsonArray{comment};
            items << reply;
        }
        response["items"_L1] = items;
        decodeComments(response, place, deskFor(page), page->decoded);
        if (items.size() < kCommentsPage)
            break;
    }
    co_return Result<void>();
}

} // namespace parley::platforms::vk
