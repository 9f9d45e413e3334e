// SPDX-License-Identifier: GPL-3.0-or-later
// What is done to messages and dialogs that are there.
#include "sandbox/vk/methods.h"

using namespace Qt::Literals::StringLiterals;

namespace parley::sandbox::vk {

namespace {

const QStringList kActivities{u"typing"_s, u"audiomessage"_s, u"photo"_s, u"video"_s, u"file"_s};
constexpr int kReactions = 16;

QJsonObject errorItem(const ApiError &error)
{
    return {{u"code"_s, error.code}, {u"description"_s, error.words}};
}

} // namespace

Outcome Methods::deleteMessages(const Params &params, const Caller & /*caller*/)
{
    const bool forAll = isSet(params, u"delete_for_all"_s);
    const bool byCmid = params.has(u"cmids"_s);
    const QList<qint64> ids = numbersOf(params, byCmid ? u"cmids"_s : u"message_ids"_s);
    if (ids.isEmpty() || ids.size() > (byCmid ? 100 : 1000))
        return badParameter(u"message_ids is undefined"_s);
    QJsonArray items;
    int refused = 0;
    for (const qint64 id : ids) {
        Message *message = byCmid ? m_world.byCmid(numberOf(params, u"peer_id"_s), id) : m_world.message(id);
        QJsonObject item{{byCmid ? u"conversation_message_id"_s : u"message_id"_s, id}};
        if (message) {
            item.insert(u"peer_id"_s, message->peer);
            item.insert(u"message_id"_s, m_world.shownId(message->inner));
            item.insert(u"conversation_message_id"_s, message->cmid);
        }
        // What a customer wrote can only be taken from one's own sight.
        const bool tooLate = message && m_world.nowMs() - message->dateMs > kEditWindowMs;
        if (!message || message->isGone()) {
            item.insert(u"response"_s, 0);
        } else if (forAll && (!message->out || tooLate)) {
            item.insert(u"error"_s, errorItem(apiError(924)));
            ++refused;
        } else {
            m_world.remove(*message, forAll);
            item.insert(u"response"_s, 1);
        }
        items.append(item);
    }
    if (refused == ids.size())
        return apiError(924);
    return QJsonValue(items);
}

Outcome Methods::restoreMessage(const Params &params, const Caller & /*caller*/)
{
    Message *message = messageMeant(params);
    if (!message || !message->isGone() || (message->deletedForAll && !message->out))
        return badParameter(u"message_id is invalid"_s);
    m_world.restore(*message);
    return QJsonValue(1);
}

Outcome Methods::markAsRead(const Params &params, const Caller & /*caller*/)
{
    const qint64 peer = numberOf(params, u"peer_id"_s);
    if (!m_world.dialog(peer))
        return badParameter(u"peer_id is invalid"_s);
    qint64 upTo = numberOf(params, u"start_message_id"_s);
    if (params.has(u"up_to_cmid"_s)) {
        const Message *message = m_world.byCmid(peer, numberOf(params, u"up_to_cmid"_s));
        if (!message)
            return badParameter(u"up_to_cmid is invalid"_s);
        upTo = message->inner;
    }
    if (upTo != 0 && !m_world.message(upTo))
        return badParameter(u"start_message_id is invalid"_s);
    m_world.readByCommunity(peer, upTo);
    return QJsonValue(1);
}

Outcome Methods::markAsAnswered(const Params &params, const Caller & /*caller*/)
{
    const qint64 peer = numberOf(params, u"peer_id"_s);
    if (!m_world.dialog(peer))
        return badParameter(u"peer_id is invalid"_s);
    m_world.markAnswered(peer, !params.has(u"answered"_s) || isSet(params, u"answered"_s));
    return QJsonValue(1);
}

Outcome Methods::markAsImportant(const Params &params, const Caller & /*caller*/)
{
    const qint64 peer = numberOf(params, u"peer_id"_s);
    if (!m_world.dialog(peer))
        return badParameter(u"peer_id is invalid"_s);
    m_world.markImportant(peer, !params.has(u"important"_s) || isSet(params, u"important"_s));
    return QJsonValue(1);
}

Outcome Methods::setActivity(const Params &params, const Caller & /*caller*/)
{
    const qint64 peer = numberOf(params, u"peer_id"_s, numberOf(params, u"user_id"_s));
    const QString type = params.text(u"type"_s);
    if (!kActivities.contains(type))
        return badParameter(u"type is invalid"_s);
    const int code = m_world.refusalFor(peer);
    if (code != 0)
        return apiError(code == 917 ? 917 : 932);
    m_world.typing.append({peer, type, m_world.nowMs()});
    return QJsonValue(1);
}

Outcome Methods::sendReaction(const Params &params, const Caller & /*caller*/)
{
    Message *message = m_world.byCmid(numberOf(params, u"peer_id"_s), numberOf(params, u"cmid"_s));
    const qint64 reaction = numberOf(params, u"reaction_id"_s);
    if (!message || message->isGone())
        return badParameter(u"cmid is invalid"_s);
    if (reaction < 1 || reaction > kReactions)
        return apiError(1009);
    m_world.reactAs(m_world.ownerId(), *message, int(reaction));
    return QJsonValue(1);
}

Outcome Methods::deleteReaction(const Params &params, const Caller & /*caller*/)
{
    Message *message = m_world.byCmid(numberOf(params, u"peer_id"_s), numberOf(params, u"cmid"_s));
    if (!message || message->isGone())
        return badParameter(u"cmid is invalid"_s);
    m_world.reactAs(m_world.ownerId(), *message, 0);
    return QJsonValue(1);
}

Outcome Methods::answerButton(const Params &params, const Caller & /*caller*/)
{
    const auto pressed = m_world.buttons.find(params.text(u"event_id"_s));
    const bool meant = pressed != m_world.buttons.end() && pressed->user == numberOf(params, u"user_id"_s)
        && pressed->peer == numberOf(params, u"peer_id"_s);
    if (!meant || m_world.nowMs() - pressed->atMs > kButtonLifeMs || !pressed->answer.isEmpty())
        return badParameter(u"event_id is invalid"_s);
    const QString data = params.text(u"event_data"_s);
    pressed->answer = data.isEmpty() ? u"{}"_s : data;
    return QJsonValue(1);
}

Outcome Methods::isAllowed(const Params &params, const Caller & /*caller*/)
{
    if (numberOf(params, u"group_id"_s) != m_world.groupId)
        return badParameter(u"group_id is invalid"_s);
    const Person *person = m_world.person(numberOf(params, u"user_id"_s));
    if (!person)
        return apiError(113);
    return QJsonValue(QJsonObject{{u"is_allowed"_s, person->allows && !person->blocksUs ? 1 : 0}});
}

} // namespace parley::sandbox::vk
