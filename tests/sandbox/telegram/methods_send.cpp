// SPDX-License-Identifier: GPL-3.0-or-later
// The methods that put something before a customer.
#include "sandbox/telegram/methods.h"

using namespace Qt::Literals::StringLiterals;

namespace parley::sandbox {

namespace {

const QStringList kActions{u"typing"_s, u"upload_photo"_s, u"record_video"_s, u"upload_video"_s, u"record_voice"_s,
    u"upload_voice"_s, u"upload_document"_s, u"choose_sticker"_s, u"find_location"_s, u"record_video_note"_s,
    u"upload_video_note"_s};

/// What the server would refuse in a list of entities, or nothing.
std::optional<ApiError> entityFault(const QString &text, const QJsonArray &entities)
{
    for (const QJsonValue &value : entities) {
        const QJsonObject entity = value.toObject();
        const qint64 offset = entity.value("offset"_L1).toInteger(-1);
        const qint64 length = entity.value("length"_L1).toInteger(-1);
        if (!entity.value("type"_L1).isString() || offset < 0 || length < 0)
            return badRequest(u"can't parse MessageEntity"_s);
        if (offset + length > text.size())
            return badRequest(u"entity offset or length is out of range"_s);
    }
    return std::nullopt;
}

} // namespace

std::optional<ApiError> Methods::addReply(QJsonObject &message, const ChatKey &key, const QJsonObject &reply)
{
    const ChatState *chat = m_world.chat(key);
    const auto stored = chat->messages.constFind(reply.value("message_id"_L1).toInt());
    if (stored == chat->messages.constEnd() || stored->deleted) {
        if (reply.value("allow_sending_without_reply"_L1).toBool())
            return std::nullopt;
        return badRequest(u"message to be replied not found"_s);
    }
    message.insert(u"reply_to_message"_s, asReplied(stored->json));
    const QString quote = reply.value("quote"_L1).toString();
    if (quote.isEmpty())
        return std::nullopt;
    const QJsonObject &json = stored->json;
    const QString text = json.value(json.contains("text"_L1) ? "text"_L1 : "caption"_L1).toString();
    const qsizetype position = text.indexOf(quote);
    if (position < 0 || quote.size() > 1024)
        return badRequest(u"QUOTE_TEXT_INVALID"_s);
    message.insert(
        u"quote"_s, QJsonObject{{u"text"_s, quote}, {u"position"_s, qint64(position)}, {u"is_manual"_s, true}});
    return std::nullopt;
}

Methods::Or<QJsonObject> Methods::draft(const ChatKey &key, const Params &params)
{
    QJsonObject message{{u"from"_s, m_world.bot}, {u"date"_s, m_world.now()}};
    if (const Connection *connection = m_world.connection(key.connection)) {
        message.insert(u"from"_s, connection->owner);
        message.insert(u"sender_business_bot"_s, m_world.bot);
        message.insert(u"business_connection_id"_s, key.connection);
    }
    if (const auto thread = params.integer(u"message_thread_id"_s); thread && *thread != 0) {
        if (!m_world.chat(key)->threads.contains(int(*thread)))
            return badRequest(u"message thread not found"_s);
        message.insert(u"message_thread_id"_s, *thread);
        message.insert(u"is_topic_message"_s, true);
    }
    if (params.has(u"reply_parameters"_s)) {
        const QJsonValue reply = params.json(u"reply_parameters"_s);
        if (!reply.isObject())
            return badRequest(u"can't parse reply parameters JSON object"_s);
        if (const auto fault = addReply(message, key, reply.toObject()))
            return *fault;
    }
    const QJsonValue markup = params.json(u"reply_markup"_s);
    if (markup.toObject().contains("inline_keyboard"_L1))
        message.insert(u"reply_markup"_s, markup);
    return message;
}

Outcome Methods::sendMessage(const Params &params)
{
    const auto key = target(params);
    if (const auto *error = std::get_if<ApiError>(&key))
        return *error;
    if (params.has(u"parse_mode"_s) && !params.text(u"parse_mode"_s).isEmpty())
        return badRequest(u"unsupported parse_mode"_s); // not played: send entities
    const QJsonArray given = params.json(u"entities"_s).toArray();
    if (const auto fault = entityFault(params.text(u"text"_s), given))
        return *fault;
    const CleanText clean = cleaned(params.text(u"text"_s), given);
    if (clean.text.isEmpty())
        return badRequest(u"message text is empty"_s);
    if (clean.text.size() > kTextLimit)
        return badRequest(u"message is too long"_s);
    auto message = draft(std::get<ChatKey>(key), params);
    if (const auto *error = std::get_if<ApiError>(&message))
        return *error;
    QJsonObject &json = std::get<QJsonObject>(message);
    json.insert(u"text"_s, clean.text);
    const QJsonArray entities = clean.entities.isEmpty() ? foundEntities(clean.text) : clean.entities;
    if (!entities.isEmpty())
        json.insert(u"entities"_s, entities);
    return QJsonValue(m_world.store(std::get<ChatKey>(key), json, true).json);
}

Methods::Or<QJsonValue> Methods::mediaFrom(
    FileToSend::Kind kind, const QString &given, const std::optional<UploadedFile> &file, qint64 limit)
{
    if (!file) {
        const StoredFile *known = m_world.file(given);
        if (!known)
            return badRequest(given.startsWith("http"_L1)
                    ? u"failed to get HTTP URL content"_s
                    : u"wrong remote file identifier specified: Wrong character in the string"_s);
        return m_world.mediaObject(kind, {kind, known->path.section(u'/', -1), {}, known->content, {}});
    }
    if (file->content.isEmpty())
        return badRequest(u"file must be non-empty"_s);
    if (file->content.size() > limit) {
        if (kind == FileToSend::Kind::Photo)
            return badRequest(u"file is too big"_s);
        return ApiError{413, u"Request Entity Too Large"_s, {}};
    }
    const QJsonValue object = m_world.mediaObject(kind, {kind, file->name, file->type, file->content, {}});
    if (kind == FileToSend::Kind::Photo && object.toArray().last().toObject().value("width"_L1).toInt() < 2)
        return badRequest(u"IMAGE_PROCESS_FAILED"_s);
    return object;
}

std::optional<ApiError> Methods::addCaption(QJsonObject &message, const QString &caption, const QJsonArray &entities)
{
    if (const auto fault = entityFault(caption, entities))
        return fault;
    const CleanText clean = cleaned(caption, entities);
    if (clean.text.size() > kCaptionLimit)
        return badRequest(u"message caption is too long"_s);
    if (clean.text.isEmpty())
        return std::nullopt;
    message.insert(u"caption"_s, clean.text);
    const QJsonArray kept = clean.entities.isEmpty() ? foundEntities(clean.text) : clean.entities;
    if (!kept.isEmpty())
        message.insert(u"caption_entities"_s, kept);
    return std::nullopt;
}

Outcome Methods::sendMedia(const Params &params, FileToSend::Kind kind, const QString &field, qint64 limit)
{
    const auto key = target(params);
    if (const auto *error = std::get_if<ApiError>(&key))
        return *error;
    QString given = params.text(field);
    std::optional<UploadedFile> file = params.file(field);
    if (given.startsWith("attach://"_L1))
        file = params.file(given.mid(9));
    if (!file && given.isEmpty())
        return badRequest(u"there is no %1 in the request"_s.arg(field));
    auto message = draft(std::get<ChatKey>(key), params);
    if (const auto *error = std::get_if<ApiError>(&message))
        return *error;
    QJsonObject &json = std::get<QJsonObject>(message);
    if (const auto fault = addCaption(json, params.text(u"caption"_s), params.json(u"caption_entities"_s).toArray()))
        return *fault;
    const auto media = mediaFrom(kind, given, file, limit);
    if (const auto *error = std::get_if<ApiError>(&media))
        return *error;
    json.insert(field, std::get<QJsonValue>(media));
    return QJsonValue(m_world.store(std::get<ChatKey>(key), json, true).json);
}

Outcome Methods::sendPhoto(const Params &params)
{
    return sendMedia(params, FileToSend::Kind::Photo, u"photo"_s, kPhotoLimit);
}

Outcome Methods::sendDocument(const Params &params)
{
    return sendMedia(params, FileToSend::Kind::Document, u"document"_s, kUploadLimit);
}

Outcome Methods::sendVoice(const Params &params)
{
    return sendMedia(params, FileToSend::Kind::Voice, u"voice"_s, kUploadLimit);
}

Outcome Methods::sendVideo(const Params &params)
{
    return sendMedia(params, FileToSend::Kind::Video, u"video"_s, kUploadLimit);
}

Methods::Or<QJsonArray> Methods::album(const QJsonArray &media, const Params &params)
{
    static const QHash<QString, FileToSend::Kind> kinds{{u"photo"_s, FileToSend::Kind::Photo},
        {u"document"_s, FileToSend::Kind::Document}, {u"video"_s, FileToSend::Kind::Video}};
    QJsonArray contents;
    for (const QJsonValue &value : media) {
        const QJsonObject item = value.toObject();
        const QString type = item.value("type"_L1).toString();
        if (!kinds.contains(type))
            return badRequest(u"can't parse InputMedia: type of the media is invalid"_s);
        const bool documents = media.first().toObject().value("type"_L1) == "document"_L1;
        if (documents != (type == "document"_L1))
            return badRequest(u"document can't be mixed with other media types"_s);
        const QString reference = item.value("media"_L1).toString();
        const auto file = reference.startsWith("attach://"_L1) ? params.file(reference.mid(9)) : std::nullopt;
        const qint64 limit = type == "photo"_L1 ? kPhotoLimit : kUploadLimit;
        const auto object = mediaFrom(kinds.value(type), reference, file, limit);
        if (const auto *error = std::get_if<ApiError>(&object))
            return *error;
        QJsonObject content{{type, std::get<QJsonValue>(object)}};
        if (const auto fault =
                addCaption(content, item.value("caption"_L1).toString(), item.value("caption_entities"_L1).toArray()))
            return *fault;
        contents.append(content);
    }
    return contents;
}

Outcome Methods::sendMediaGroup(const Params &params)
{
    const auto key = target(params);
    if (const auto *error = std::get_if<ApiError>(&key))
        return *error;
    const QJsonArray media = params.json(u"media"_s).toArray();
    if (media.isEmpty())
        return badRequest(u"there are no media in the request"_s);
    if (media.size() > 10)
        return badRequest(u"too many messages to send as an album"_s);
    const auto base = draft(std::get<ChatKey>(key), params);
    if (const auto *error = std::get_if<ApiError>(&base))
        return *error;
    const auto contents = album(media, params); // all or nothing
    if (const auto *error = std::get_if<ApiError>(&contents))
        return *error;
    const QString group = QString::number(13'400'000'000'000 + m_albums++);
    QJsonArray sent;
    for (const QJsonValue &content : std::get<QJsonArray>(contents)) {
        QJsonObject message = std::get<QJsonObject>(base);
        if (media.size() > 1)
            message.insert(u"media_group_id"_s, group);
        const QJsonObject parts = content.toObject();
        for (auto it = parts.begin(); it != parts.end(); ++it)
            message.insert(it.key(), *it);
        sent.append(m_world.store(std::get<ChatKey>(key), message, true).json);
    }
    return QJsonValue(sent);
}

Outcome Methods::sendChatAction(const Params &params)
{
    const auto key = target(params);
    if (const auto *error = std::get_if<ApiError>(&key))
        return *error;
    const QString action = params.text(u"action"_s);
    if (!kActions.contains(action))
        return badRequest(u"wrong parameter action in request"_s);
    const auto &[connection, chat] = std::get<ChatKey>(key);
    m_world.sawTyping({chat, connection, action, m_world.nowMs()});
    return QJsonValue(true);
}

} // namespace parley::sandbox
