// SPDX-License-Identifier: GPL-3.0-or-later
// Writing under posts, photos, videos, products and topics.
#include "sandbox/vk/methods.h"

using namespace Qt::Literals::StringLiterals;

namespace parley::sandbox::vk {

namespace {

QString guidKey(const Place &place, const QString &guid)
{
    return u"%1/%2/%3"_s.arg(int(place.kind)).arg(place.id).arg(guid);
}

} // namespace

Outcome Methods::createComment(Place::Kind kind, const Params &params, const Caller &caller)
{
    const bool onBoard = kind == Place::Kind::Board;
    const qint64 owner = onBoard ? -numberOf(params, u"group_id"_s) : numberOf(params, u"owner_id"_s);
    const Place place{kind, numberOf(params, placeParameter(kind))};
    const PlaceState *state = m_world.place(place);
    if (!state || owner != m_world.ownerId())
        return apiError(212);
    const QString guid = params.text(u"guid"_s);
    const qint64 before = guid.isEmpty() ? 0 : m_commentedBefore.value(guidKey(place, guid));
    qint64 id = before;
    if (before == 0) {
        if (state->closed)
            return apiError(213);
        const auto attachments = attachmentsFrom(listOf(params, u"attachments"_s), false);
        if (const auto *error = std::get_if<ApiError>(&attachments))
            return *error;
        const QString text = params.text(u"message"_s);
        if (text.trimmed().isEmpty() && std::get<QJsonArray>(attachments).isEmpty())
            return badParameter(u"message is empty"_s);
        Remark remark;
        remark.replyTo = numberOf(params, u"reply_to_comment"_s);
        remark.attachments = std::get<QJsonArray>(attachments);
        const Comment *answered = m_world.comment(place, remark.replyTo);
        if (remark.replyTo != 0 && (!answered || answered->deleted))
            return badParameter(u"reply_to_comment is invalid"_s);
        const bool asCommunity = caller.kind == Community || numberOf(params, u"from_group"_s) != 0;
        id = m_world.addComment(place, asCommunity ? m_world.ownerId() : caller.user, text, remark).id;
        if (!guid.isEmpty())
            m_commentedBefore.insert(guidKey(place, guid), id);
    }
    if (kind != Place::Kind::Wall)
        return QJsonValue(id);
    const qint64 top = m_world.comment(place, id)->top;
    return QJsonValue(
        QJsonObject{{u"comment_id"_s, id}, {u"parents_stack"_s, top == 0 ? QJsonArray() : QJsonArray{top}}});
}

Methods::Or<Comment *> Methods::commentMeant(Place::Kind kind, const Params &params)
{
    const bool onBoard = kind == Place::Kind::Board;
    const qint64 owner = onBoard ? -numberOf(params, u"group_id"_s) : numberOf(params, u"owner_id"_s);
    const qint64 id = numberOf(params, u"comment_id"_s);
    Comment *comment =
        onBoard ? m_world.comment({kind, numberOf(params, u"topic_id"_s)}, id) : m_world.findComment(kind, id);
    if (!comment || owner != m_world.ownerId())
        return apiError(kind == Place::Kind::Wall ? 211 : 15);
    return comment;
}

Outcome Methods::editComment(Place::Kind kind, const Params &params, const Caller &caller)
{
    const auto found = commentMeant(kind, params);
    if (const auto *error = std::get_if<ApiError>(&found))
        return *error;
    Comment *comment = std::get<Comment *>(found);
    const bool ours = comment->from == m_world.ownerId() || comment->from == caller.user;
    if (!ours || comment->deleted)
        return apiError(kind == Place::Kind::Wall ? 211 : 15);
    const auto attachments = attachmentsFrom(listOf(params, u"attachments"_s), false);
    if (const auto *error = std::get_if<ApiError>(&attachments))
        return *error;
    if (params.text(u"message"_s).trimmed().isEmpty() && std::get<QJsonArray>(attachments).isEmpty())
        return badParameter(u"message is empty"_s);
    m_world.changeComment(*comment, params.text(u"message"_s), std::get<QJsonArray>(attachments));
    return QJsonValue(1);
}

Outcome Methods::deleteComment(Place::Kind kind, const Params &params, const Caller &caller)
{
    const auto found = commentMeant(kind, params); // an administrator may delete anybody's
    if (const auto *error = std::get_if<ApiError>(&found))
        return *error;
    if (std::get<Comment *>(found)->deleted)
        return apiError(kind == Place::Kind::Wall ? 211 : 15);
    m_world.removeComment(*std::get<Comment *>(found), caller.user == 0 ? m_world.adminId : caller.user);
    return QJsonValue(1);
}

Outcome Methods::restoreComment(Place::Kind kind, const Params &params, const Caller & /*caller*/)
{
    const auto found = commentMeant(kind, params);
    if (const auto *error = std::get_if<ApiError>(&found))
        return *error;
    if (!std::get<Comment *>(found)->deleted)
        return apiError(kind == Place::Kind::Wall ? 211 : 15);
    m_world.restoreComment(*std::get<Comment *>(found));
    return QJsonValue(1);
}

} // namespace parley::sandbox::vk
