// SPDX-License-Identifier: GPL-3.0-or-later
// The methods that change or mark what is already there.
#include "sandbox/telegram/methods.h"

using namespace Qt::Literals::StringLiterals;

namespace parley::sandbox {

namespace {

const QString kNotModified = u"message is not modified: specified new message content and reply markup are exactly "
                             "the same as a current content and reply markup of the message"_s;

} // namespace

Outcome Methods::changeText(const Params &params, const QString &field, int limit)
{
    const auto key = target(params);
    if (const auto *error = std::get_if<ApiError>(&key))
        return *error;
    if (!params.integer(u"message_id"_s))
        return badRequest(u"message identifier is not specified"_s);
    ChatState *chat = m_world.chat(std::get<ChatKey>(key));
    const auto stored = chat->messages.find(int(*params.integer(u"message_id"_s)));
    if (stored == chat->messages.end() || stored->deleted)
        return badRequest(u"message to edit not found"_s);
    const bool isText = stored->json.contains("text"_L1);
    if (!stored->fromBot)
        return badRequest(u"message can't be edited"_s);
    if (field == "text"_L1 && !isText)
        return badRequest(u"there is no text in the message to edit"_s);
    if (field == "caption"_L1 && isText)
        return badRequest(u"there is no caption in the message to edit"_s);
    const QString entitiesField = isText ? u"entities"_s : u"caption_entities"_s;
    const CleanText clean = cleaned(params.text(field), params.json(entitiesField).toArray());
    if (isText && clean.text.isEmpty())
        return badRequest(u"message text is empty"_s);
    if (clean.text.size() > limit)
        return badRequest(isText ? u"message is too long"_s : u"message caption is too long"_s);
    const QJsonArray entities = clean.entities.isEmpty() ? foundEntities(clean.text) : clean.entities;
    if (stored->json.value(field).toString() == clean.text && stored->json.value(entitiesField).toArray() == entities)
        return badRequest(kNotModified);
    stored->json.insert(field, clean.text);
    stored->json.remove(entitiesField);
    if (!entities.isEmpty())
        stored->json.insert(entitiesField, entities);
    stored->json.insert(u"edit_date"_s, m_world.now());
    return QJsonValue(stored->json);
}

Outcome Methods::editMessageText(const Params &params)
{
    return changeText(params, u"text"_s, kTextLimit);
}

Outcome Methods::editMessageCaption(const Params &params)
{
    return changeText(params, u"caption"_s, kCaptionLimit);
}

std::optional<ApiError> Methods::removable(const ChatKey &key, const StoredMessage &message) const
{
    const bool isPrivate = key.id > 0;
    const bool fresh = m_world.nowMs() - message.dateMs < kDeleteWindowMs;
    if (!fresh || (!message.fromBot && !isPrivate))
        return badRequest(u"message can't be deleted"_s);
    return std::nullopt;
}

Outcome Methods::deleteMessage(const Params &params)
{
    const auto key = target(params);
    if (const auto *error = std::get_if<ApiError>(&key))
        return *error;
    if (!params.integer(u"message_id"_s))
        return badRequest(u"message identifier is not specified"_s);
    ChatState *chat = m_world.chat(std::get<ChatKey>(key));
    const auto stored = chat->messages.find(int(*params.integer(u"message_id"_s)));
    if (stored == chat->messages.end() || stored->deleted)
        return badRequest(u"message to delete not found"_s);
    if (const auto fault = removable(std::get<ChatKey>(key), *stored))
        return *fault;
    stored->deleted = true;
    return QJsonValue(true);
}

Outcome Methods::deleteMessages(const Params &params)
{
    const auto key = target(params);
    if (const auto *error = std::get_if<ApiError>(&key))
        return *error;
    const QJsonArray ids = params.json(u"message_ids"_s).toArray();
    if (ids.isEmpty() || ids.size() > 100)
        return badRequest(u"message identifiers are not specified"_s);
    ChatState *chat = m_world.chat(std::get<ChatKey>(key));
    for (const QJsonValue &id : ids) { // unknown ones are skipped, as the API documents
        const auto stored = chat->messages.find(id.toInt());
        if (stored != chat->messages.end() && !removable(std::get<ChatKey>(key), *stored))
            stored->deleted = true;
    }
    return QJsonValue(true);
}

Outcome Methods::deleteBusinessMessages(const Params &params)
{
    const Connection *connection = m_world.connection(params.text(u"business_connection_id"_s));
    if (!connection || !connection->enabled)
        return badRequest(u"business connection not found"_s);
    const QJsonArray ids = params.json(u"message_ids"_s).toArray();
    if (ids.isEmpty() || ids.size() > 100)
        return badRequest(u"message identifiers are not specified"_s);
    const bool all = connection->rights.value("can_delete_all_messages"_L1).toBool();
    const bool own = all || connection->rights.value("can_delete_sent_messages"_L1).toBool();
    return m_world.deleteInConnection(connection->id, ids, own, all)
        ? Outcome(QJsonValue(true))
        : Outcome(badRequest(own ? u"message can't be deleted"_s : u"not enough rights"_s));
}

Outcome Methods::readBusinessMessage(const Params &params)
{
    const Connection *connection = m_world.connection(params.text(u"business_connection_id"_s));
    if (!connection || !connection->enabled)
        return badRequest(u"business connection not found"_s);
    if (!connection->rights.value("can_read_messages"_L1).toBool())
        return badRequest(u"not enough rights"_s);
    ChatState *chat = m_world.chat({connection->id, params.integer(u"chat_id"_s).value_or(0)});
    if (!chat || m_world.nowMs() - chat->lastIncomingMs >= kBusinessWindowMs)
        return badRequest(u"BUSINESS_PEER_INVALID"_s);
    const auto stored = chat->messages.find(int(params.integer(u"message_id"_s).value_or(0)));
    if (stored == chat->messages.end())
        return badRequest(u"message not found"_s);
    for (auto it = chat->messages.begin(); it != chat->messages.end() && it.key() <= stored.key(); ++it)
        it->readByOwner = true;
    return QJsonValue(true);
}

Outcome Methods::setMessageReaction(const Params &params)
{
    const auto key = target(params);
    if (const auto *error = std::get_if<ApiError>(&key))
        return *error;
    ChatState *chat = m_world.chat(std::get<ChatKey>(key));
    const auto stored = chat->messages.find(int(params.integer(u"message_id"_s).value_or(0)));
    if (stored == chat->messages.end() || stored->deleted)
        return badRequest(u"message to react not found"_s);
    const QJsonArray reaction = params.json(u"reaction"_s).toArray();
    if (reaction.size() > 1)
        return badRequest(u"REACTIONS_TOO_MANY"_s);
    const QJsonObject first = reaction.first().toObject();
    if (!reaction.isEmpty() && first.value("type"_L1) != "emoji"_L1)
        return badRequest(u"REACTION_INVALID"_s);
    stored->botReaction = first.value("emoji"_L1).toString();
    return QJsonValue(true);
}

} // namespace parley::sandbox
