// SPDX-License-Identifier: GPL-3.0-or-later
// What stands on the community's wall, shelves and board, and what people write under it.
#include "sandbox/vk/world.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace parley::sandbox::vk {

namespace {

/// How the API calls what concerns comments of one kind of place.
struct Naming {
    QString event; ///< before "_new", "_edit", …
    QString id; ///< the field with the place's id
    QString owner; ///< the field with its owner in events
};

Naming namingOf(Place::Kind kind)
{
    switch (kind) {
    case Place::Kind::Photo:
        return {u"photo_comment"_s, u"photo_id"_s, u"photo_owner_id"_s};
    case Place::Kind::Video:
        return {u"video_comment"_s, u"video_id"_s, u"video_owner_id"_s};
    case Place::Kind::Market:
        return {u"market_comment"_s, u"item_id"_s, u"market_owner_id"_s};
    case Place::Kind::Board:
        return {u"board_post"_s, u"topic_id"_s, u"topic_owner_id"_s};
    default:
        return {u"wall_reply"_s, u"post_id"_s, u"owner_id"_s};
    }
}

} // namespace

Place World::addPlace(Place::Kind kind, const QString &title, const QByteArray &picture, qint64 agoMs)
{
    PlaceState state;
    state.place.kind = kind;
    state.title = title;
    state.dateMs = nowMs() - agoMs;
    if (kind == Place::Kind::Photo) {
        const StoredFile &photo = storeFile(u"photo"_s, {}, picture, ownerId());
        state.picture = photo.reference();
        state.place.id = photo.id;
    } else {
        state.place.id = kind == Place::Kind::Wall ? m_nextOnWall++ : m_nextElsewhere++;
    }
    m_places.append(state);
    if (kind == Place::Kind::Wall) {
        QJsonObject post = postJson(state);
        post.remove(u"comments"_s); // as the event has it
        addEvent(u"wall_post_new"_s, post);
    }
    if (kind == Place::Kind::Board)
        addComment(state.place, ownerId(), title, {});
    return state.place;
}

PlaceState *World::place(const Place &wanted)
{
    const auto it =
        std::find_if(m_places.begin(), m_places.end(), [&](const PlaceState &state) { return state.place == wanted; });
    return it == m_places.end() ? nullptr : &*it;
}

QList<const PlaceState *> World::places(Place::Kind kind) const
{
    QList<const PlaceState *> result;
    for (const PlaceState &state : m_places) {
        if (state.place.kind == kind)
            result.prepend(&state);
    }
    return result;
}

QJsonObject World::postJson(const PlaceState &post) const
{
    const auto comments = commentsUnder(post.place);
    return {{u"inner_type"_s, u"wall_wallpost"_s}, {u"id"_s, post.place.id}, {u"owner_id"_s, ownerId()},
        {u"from_id"_s, ownerId()}, {u"date"_s, post.dateMs / 1000}, {u"text"_s, post.title},
        {u"post_type"_s, u"post"_s}, {u"attachments"_s, QJsonArray()},
        {u"comments"_s, QJsonObject{{u"can_post"_s, post.closed ? 0 : 1}, {u"count"_s, qint64(comments.size())}}},
        {u"likes"_s, QJsonObject{{u"can_like"_s, 1}, {u"count"_s, 0}, {u"user_likes"_s, 0}}}};
}

QJsonObject World::mentionJson(const Mention &mention) const
{
    return {{u"inner_type"_s, u"wall_wallpost"_s}, {u"id"_s, mention.id}, {u"owner_id"_s, mention.owner},
        {u"from_id"_s, mention.owner}, {u"date"_s, mention.dateMs / 1000}, {u"text"_s, mention.text},
        {u"post_type"_s, u"post"_s}, {u"attachments"_s, QJsonArray()}};
}

Comment &World::addComment(const Place &place, qint64 from, const QString &text, const Remark &remark)
{
    Comment added;
    added.id = place.kind == Place::Kind::Wall ? m_nextOnWall++ : m_nextElsewhere++;
    added.place = place;
    added.from = from;
    added.text = text;
    added.dateMs = nowMs() - remark.agoMs;
    added.attachments = remark.attachments;
    const Comment *answered = place.kind == Place::Kind::Board ? nullptr : comment(place, remark.replyTo);
    if (answered) { // two levels, however deep the talk is
        added.replyTo = answered->id;
        added.replyToUser = answered->from;
        added.top = answered->top == 0 ? answered->id : answered->top;
    }
    m_comments.append(added);
    announceComment(added, u"_new"_s);
    return m_comments.last();
}

Comment *World::comment(const Place &place, qint64 id)
{
    const auto it = std::find_if(m_comments.begin(), m_comments.end(),
        [&](const Comment &comment) { return comment.id == id && comment.place == place; });
    return it == m_comments.end() ? nullptr : &*it;
}

Comment *World::findComment(Place::Kind kind, qint64 id)
{
    const auto it = std::find_if(m_comments.begin(), m_comments.end(),
        [&](const Comment &comment) { return comment.id == id && comment.place.kind == kind; });
    return it == m_comments.end() ? nullptr : &*it;
}

QList<const Comment *> World::commentsUnder(const Place &place) const
{
    QList<const Comment *> result;
    for (const Comment &comment : m_comments) {
        if (comment.place == place)
            result.append(&comment);
    }
    return result;
}

QJsonObject World::commentJson(const Comment &comment) const
{
    const bool onBoard = comment.place.kind == Place::Kind::Board;
    QJsonObject json{{u"id"_s, comment.id}, {u"from_id"_s, comment.from}, {u"date"_s, comment.dateMs / 1000},
        {u"text"_s, comment.deleted ? QString() : comment.text}};
    if (comment.deleted)
        json.insert(u"deleted"_s, true);
    if (!comment.attachments.isEmpty() && !comment.deleted)
        json.insert(u"attachments"_s, comment.attachments);
    if (onBoard)
        return json;
    json.insert(u"owner_id"_s, ownerId());
    if (comment.place.kind != Place::Kind::Market)
        json.insert(namingOf(comment.place.kind).id, comment.place.id);
    json.insert(u"parents_stack"_s, comment.top == 0 ? QJsonArray() : QJsonArray{comment.top});
    if (comment.replyTo != 0) {
        json.insert(u"reply_to_comment"_s, comment.replyTo);
        json.insert(u"reply_to_user"_s, comment.replyToUser);
    }
    return json;
}

void World::announceComment(const Comment &comment, const QString &what)
{
    const Naming naming = namingOf(comment.place.kind);
    QJsonObject object = commentJson(comment);
    object.insert(naming.owner, ownerId());
    object.insert(naming.id, comment.place.id);
    addEvent(QString(naming.event + what), object);
}

void World::changeComment(Comment &comment, const QString &text, const QJsonArray &attachments)
{
    comment.text = text;
    comment.attachments = attachments;
    comment.edited = true;
    announceComment(comment, u"_edit"_s);
}

void World::removeComment(Comment &comment, qint64 by)
{
    if (comment.deleted)
        return;
    comment.deleted = true;
    const Naming naming = namingOf(comment.place.kind);
    const qint64 deleter = by < 0 ? adminId : by;
    QJsonObject object{{u"id"_s, comment.id}, {naming.id, comment.place.id}};
    object.insert(comment.place.kind == Place::Kind::Board ? naming.owner : u"owner_id"_s, ownerId());
    if (comment.place.kind != Place::Kind::Board && comment.place.kind != Place::Kind::Video)
        object.insert(u"user_id"_s, deleter);
    if (comment.place.kind != Place::Kind::Wall && comment.place.kind != Place::Kind::Market)
        object.insert(u"deleter_id"_s, deleter);
    addEvent(QString(naming.event + u"_delete"_s), object);
}

void World::restoreComment(Comment &comment)
{
    if (!comment.deleted)
        return;
    comment.deleted = false;
    announceComment(comment, u"_restore"_s);
}

qint64 World::mention(qint64 customer, const QString &text, qint64 agoMs)
{
    mentions.append({customer, m_nextElsewhere++, text, nowMs() - agoMs});
    return mentions.last().id;
}

void World::like(qint64 customer, const Place &place, qint64 comment)
{
    static const QHash<Place::Kind, QPair<QString, QString>> names{{Place::Kind::Wall, {u"post"_s, u"comment"_s}},
        {Place::Kind::Photo, {u"photo"_s, u"photo_comment"_s}}, {Place::Kind::Video, {u"video"_s, u"video_comment"_s}},
        {Place::Kind::Market, {u"market"_s, u"market_comment"_s}},
        {Place::Kind::Board, {u"topic_comment"_s, u"topic_comment"_s}}};
    const auto [thing, remark] = names.value(place.kind);
    QJsonObject object{{u"liker_id"_s, customer}, {u"object_type"_s, comment == 0 ? thing : remark},
        {u"object_owner_id"_s, ownerId()}, {u"object_id"_s, comment == 0 ? place.id : comment},
        {u"post_id"_s, place.kind == Place::Kind::Wall ? place.id : 0}};
    const Comment *liked = this->comment(place, comment);
    if (liked && liked->top != 0)
        object.insert(u"thread_reply_id"_s, liked->top);
    addEvent(u"like_add"_s, object);
}

CommentSeen World::seen(const Comment &comment) const
{
    CommentSeen seen;
    seen.place = comment.place;
    seen.id = comment.id;
    seen.from = comment.from;
    seen.text = comment.text;
    seen.replyTo = comment.replyTo;
    seen.top = comment.top;
    for (const QJsonValue &attachment : comment.attachments)
        seen.attachments.append(referenceOf(attachment.toObject()));
    seen.edited = comment.edited;
    seen.deleted = comment.deleted;
    seen.atMs = comment.dateMs;
    return seen;
}

} // namespace parley::sandbox::vk
