// SPDX-License-Identifier: GPL-3.0-or-later
// The rest of Vk (sandbox/vk.h): what stands on walls and shelves, and colleagues at work in another tool.
#include "sandbox/vk.h"
#include "sandbox/vk/server.h"

using namespace Qt::Literals::StringLiterals;

namespace parley::sandbox {

Vk::Place Vk::post(const QString &text, qint64 agoMs)
{
    return ask([&](vk::Server &server) { return server.world.addPlace(Place::Kind::Wall, text, {}, agoMs); });
}

Vk::Place Vk::addPhoto(const QString &caption, const QByteArray &content)
{
    return ask([&](vk::Server &server) { return server.world.addPlace(Place::Kind::Photo, caption, content, 0); });
}

Vk::Place Vk::addVideo(const QString &title)
{
    return ask([&](vk::Server &server) { return server.world.addPlace(Place::Kind::Video, title, {}, 0); });
}

Vk::Place Vk::addProduct(const QString &title)
{
    return ask([&](vk::Server &server) { return server.world.addPlace(Place::Kind::Market, title, {}, 0); });
}

Vk::Place Vk::addTopic(const QString &title)
{
    return ask([&](vk::Server &server) { return server.world.addPlace(Place::Kind::Board, title, {}, 0); });
}

qint64 Vk::comment(qint64 customer, const Place &place, const QString &text, const Remark &remark)
{
    return ask([&](vk::Server &server) { return server.world.addComment(place, customer, text, remark).id; });
}

void Vk::editComment(const Place &place, qint64 comment, const QString &text)
{
    with([&](vk::Server &server) {
        if (vk::Comment *known = server.world.comment(place, comment))
            server.world.changeComment(*known, text, known->attachments);
    });
}

void Vk::deleteComment(const Place &place, qint64 comment)
{
    with([&](vk::Server &server) {
        if (vk::Comment *known = server.world.comment(place, comment))
            server.world.removeComment(*known, known->from);
    });
}

void Vk::restoreComment(const Place &place, qint64 comment)
{
    with([&](vk::Server &server) {
        if (vk::Comment *known = server.world.comment(place, comment))
            server.world.restoreComment(*known);
    });
}

void Vk::closeComments(const Place &post, bool closed)
{
    with([&](vk::Server &server) {
        if (vk::PlaceState *known = server.world.place(post))
            known->closed = closed;
    });
}

qint64 Vk::mention(qint64 customer, const QString &text, qint64 agoMs)
{
    return ask([&](vk::Server &server) { return server.world.mention(customer, text, agoMs); });
}

void Vk::like(qint64 customer, const Place &place, qint64 comment)
{
    with([&](vk::Server &server) { server.world.like(customer, place, comment); });
}

qint64 Vk::colleagueWrites(qint64 peer, const QString &text, const Saying &saying, qint64 who)
{
    return ask([&](vk::Server &server) {
        vk::Draft draft;
        draft.peer = peer;
        draft.from = server.world.ownerId();
        draft.text = text;
        draft.attachments = saying.attachments;
        draft.replyTo = saying.replyTo;
        draft.forward = saying.forward;
        draft.admin = who == 0 ? server.world.adminId : who;
        draft.byColleague = true;
        draft.agoMs = saying.agoMs;
        return server.world.deliver(draft).inner;
    });
}

void Vk::colleagueEdits(qint64 message, const QString &text)
{
    edit(message, text);
}

void Vk::colleagueDeletes(qint64 message, bool forEveryone)
{
    with([&](vk::Server &server) {
        if (vk::Message *known = server.world.message(message))
            server.world.remove(*known, forEveryone);
    });
}

void Vk::colleagueReads(qint64 peer)
{
    with([&](vk::Server &server) { server.world.readByCommunity(peer, 0); });
}

void Vk::colleagueMarksAnswered(qint64 peer, bool answered)
{
    with([&](vk::Server &server) { server.world.markAnswered(peer, answered); });
}

void Vk::colleagueMarksImportant(qint64 peer, bool important)
{
    with([&](vk::Server &server) { server.world.markImportant(peer, important); });
}

qint64 Vk::colleagueComments(const Place &place, const QString &text, const Remark &remark)
{
    return ask(
        [&](vk::Server &server) { return server.world.addComment(place, server.world.ownerId(), text, remark).id; });
}

void Vk::colleagueEditsComment(const Place &place, qint64 comment, const QString &text)
{
    editComment(place, comment, text);
}

void Vk::colleagueDeletesComment(const Place &place, qint64 comment)
{
    with([&](vk::Server &server) {
        if (vk::Comment *known = server.world.comment(place, comment))
            server.world.removeComment(*known, server.world.adminId);
    });
}

QList<Vk::CommentSeen> Vk::comments(const Place &place) const
{
    return ask([&](vk::Server &server) {
        QList<CommentSeen> seen;
        const auto comments = server.world.commentsUnder(place);
        for (const vk::Comment *comment : comments)
            seen.append(server.world.seen(*comment));
        return seen;
    });
}

QStringList Vk::answersUnder(const Place &place) const
{
    QStringList texts;
    const QList<CommentSeen> seen = comments(place);
    for (const CommentSeen &comment : seen) {
        if (comment.from == -groupId() && !comment.deleted)
            texts.append(comment.text);
    }
    return texts;
}

} // namespace parley::sandbox
