// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/telegram/methods.h"

using namespace Qt::Literals::StringLiterals;

namespace parley::sandbox {

ApiError badRequest(const QString &what)
{
    return {400, QString(u"Bad Request: " + what), {}};
}

Methods::Methods(World &world)
    : m_world(world)
    , m_table{{u"getme"_s, &Methods::getMe}, {u"getwebhookinfo"_s, &Methods::getWebhookInfo},
          {u"setwebhook"_s, &Methods::setWebhook}, {u"deletewebhook"_s, &Methods::deleteWebhook},
          {u"getfile"_s, &Methods::getFile}, {u"getchat"_s, &Methods::getChat},
          {u"getuserprofilephotos"_s, &Methods::getUserProfilePhotos},
          {u"getbusinessconnection"_s, &Methods::getBusinessConnection},
          {u"answercallbackquery"_s, &Methods::answerCallbackQuery}, {u"sendmessage"_s, &Methods::sendMessage},
          {u"sendphoto"_s, &Methods::sendPhoto}, {u"senddocument"_s, &Methods::sendDocument},
          {u"sendvoice"_s, &Methods::sendVoice}, {u"sendvideo"_s, &Methods::sendVideo},
          {u"sendmediagroup"_s, &Methods::sendMediaGroup}, {u"sendchataction"_s, &Methods::sendChatAction},
          {u"editmessagetext"_s, &Methods::editMessageText}, {u"editmessagecaption"_s, &Methods::editMessageCaption},
          {u"deletemessage"_s, &Methods::deleteMessage}, {u"deletemessages"_s, &Methods::deleteMessages},
          {u"deletebusinessmessages"_s, &Methods::deleteBusinessMessages},
          {u"readbusinessmessage"_s, &Methods::readBusinessMessage},
          {u"setmessagereaction"_s, &Methods::setMessageReaction}}
{
}

Outcome Methods::call(const QString &method, const Params &params)
{
    const Method function = m_table.value(method.toLower());
    if (!function)
        return ApiError{404, u"Not Found"_s, {}};
    return (this->*function)(params);
}

Methods::Or<ChatKey> Methods::businessTarget(const QString &id, qint64 chatId)
{
    const Connection *connection = m_world.connection(id);
    if (!connection)
        return badRequest(u"business connection not found"_s);
    const ChatKey key{id, chatId};
    const ChatState *chat = m_world.chat(key);
    const bool mayReply = connection->enabled && connection->rights.value("can_reply"_L1).toBool();
    if (!chat || !mayReply || m_world.nowMs() - chat->lastIncomingMs >= kBusinessWindowMs)
        return badRequest(u"BUSINESS_PEER_INVALID"_s);
    return key;
}

Methods::Or<ChatKey> Methods::target(const Params &params)
{
    if (params.text(u"chat_id"_s).isEmpty())
        return badRequest(u"chat_id is empty"_s);
    const std::optional<qint64> id = params.integer(u"chat_id"_s);
    if (!id)
        return badRequest(u"chat not found"_s);
    if (const QString connection = params.text(u"business_connection_id"_s); !connection.isEmpty())
        return businessTarget(connection, *id);
    const ChatKey key{{}, *id};
    const ChatState *chat = m_world.chat(key);
    if (const Person *person = m_world.person(*id)) {
        if (person->deactivated)
            return ApiError{403, u"Forbidden: user is deactivated"_s, {}};
        if (person->blocked)
            return ApiError{403, u"Forbidden: bot was blocked by the user"_s, {}};
        if (!person->started)
            return ApiError{403, u"Forbidden: bot can't initiate conversation with a user"_s, {}};
    }
    if (!chat)
        return badRequest(u"chat not found"_s);
    if (chat->migratedTo != 0)
        return ApiError{400, u"Bad Request: group chat was upgraded to a supergroup chat"_s,
            {{u"migrate_to_chat_id"_s, chat->migratedTo}}};
    if (chat->botKicked) {
        const QString type = chat->chat.value("type"_L1).toString();
        return ApiError{403, QString(u"Forbidden: bot was kicked from the " + type + u" chat"), {}};
    }
    return key;
}

CleanText cleaned(const QString &text, const QJsonArray &entities)
{
    qsizetype start = 0;
    while (start < text.size() && text.at(start).isSpace())
        ++start;
    const QString rest = text.trimmed();
    QJsonArray moved;
    for (const QJsonValue &value : entities) {
        QJsonObject entity = value.toObject();
        const qint64 from = qMax(qint64{0}, entity.value("offset"_L1).toInteger() - start);
        const qint64 end = qMin(qint64(rest.size()),
            entity.value("offset"_L1).toInteger() + entity.value("length"_L1).toInteger() - qint64(start));
        if (end <= from)
            continue;
        entity.insert(u"offset"_s, from);
        entity.insert(u"length"_s, end - from);
        moved.append(entity);
    }
    return {rest, moved};
}

} // namespace parley::sandbox
