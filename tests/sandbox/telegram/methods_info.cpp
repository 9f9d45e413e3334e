// SPDX-License-Identifier: GPL-3.0-or-later
// The methods that tell and those of the webhook.
#include "sandbox/telegram/methods.h"

using namespace Qt::Literals::StringLiterals;

namespace parley::sandbox {

Outcome Methods::getMe(const Params & /*params*/)
{
    return QJsonValue(m_world.bot);
}

Outcome Methods::getWebhookInfo(const Params & /*params*/)
{
    QJsonObject info{{u"url"_s, m_world.webhookUrl}, {u"has_custom_certificate"_s, false},
        {u"pending_update_count"_s, qint64(m_world.pendingCount())}};
    if (!m_world.webhookUrl.isEmpty())
        info.insert(u"max_connections"_s, 40);
    if (!m_world.allowedUpdates().isEmpty())
        info.insert(u"allowed_updates"_s, QJsonArray::fromStringList(m_world.allowedUpdates()));
    return QJsonValue(info);
}

Outcome Methods::setWebhook(const Params &params)
{
    const QString url = params.text(u"url"_s);
    if (url.isEmpty())
        return deleteWebhook(params);
    if (!url.startsWith("https://"_L1))
        return badRequest(u"bad webhook: An HTTPS URL must be provided for webhook"_s);
    m_world.webhookUrl = url;
    if (params.flag(u"drop_pending_updates"_s))
        m_world.dropPending();
    if (onWebhookSet)
        onWebhookSet();
    return QJsonValue(true);
}

Outcome Methods::deleteWebhook(const Params &params)
{
    m_world.webhookUrl.clear();
    if (params.flag(u"drop_pending_updates"_s))
        m_world.dropPending();
    return QJsonValue(true);
}

Outcome Methods::getFile(const Params &params)
{
    const StoredFile *file = m_world.file(params.text(u"file_id"_s));
    if (!file)
        return badRequest(u"wrong file_id or the file is temporarily unavailable"_s);
    if (file->content.size() > kDownloadLimit)
        return badRequest(u"file is too big"_s);
    return QJsonValue(QJsonObject{{u"file_id"_s, file->id}, {u"file_unique_id"_s, file->uniqueId},
        {u"file_size"_s, qint64(file->content.size())}, {u"file_path"_s, file->path}});
}

Outcome Methods::getChat(const Params &params)
{
    const std::optional<qint64> id = params.integer(u"chat_id"_s);
    const ChatState *chat = id ? m_world.chat({{}, *id}) : nullptr;
    const Person *person = id ? m_world.person(*id) : nullptr;
    if (!chat || (person && !person->started))
        return badRequest(u"chat not found"_s);
    QJsonObject info = chat->chat;
    info.insert(u"accent_color_id"_s, 3);
    info.insert(u"max_reaction_count"_s, 11);
    info.insert(u"accepted_gift_types"_s,
        QJsonObject{{u"unlimited_gifts"_s, true}, {u"limited_gifts"_s, true}, {u"unique_gifts"_s, true},
            {u"premium_subscription"_s, true}, {u"gifts_from_channels"_s, true}});
    if (person && !person->who.username.isEmpty())
        info.insert(u"active_usernames"_s, QJsonArray{person->who.username});
    if (person && !person->pictureSizes.isEmpty()) {
        const QJsonObject small = person->pictureSizes.first().toObject();
        const QJsonObject big = person->pictureSizes.last().toObject();
        info.insert(u"photo"_s,
            QJsonObject{{u"small_file_id"_s, small.value("file_id"_L1)},
                {u"small_file_unique_id"_s, small.value("file_unique_id"_L1)},
                {u"big_file_id"_s, big.value("file_id"_L1)},
                {u"big_file_unique_id"_s, big.value("file_unique_id"_L1)}});
    }
    return QJsonValue(info);
}

Outcome Methods::getUserProfilePhotos(const Params &params)
{
    const std::optional<qint64> id = params.integer(u"user_id"_s);
    const Person *person = id ? m_world.person(*id) : nullptr;
    if (!person)
        return badRequest(u"user not found"_s);
    QJsonArray photos;
    if (!person->pictureSizes.isEmpty() && params.integer(u"offset"_s).value_or(0) == 0)
        photos.append(person->pictureSizes);
    return QJsonValue(QJsonObject{{u"total_count"_s, person->pictureSizes.isEmpty() ? 0 : 1}, {u"photos"_s, photos}});
}

Outcome Methods::getBusinessConnection(const Params &params)
{
    const Connection *connection = m_world.connection(params.text(u"business_connection_id"_s));
    if (!connection)
        return badRequest(u"business connection not found"_s);
    return QJsonValue(connection->json());
}

Outcome Methods::answerCallbackQuery(const Params &params)
{
    if (!m_world.answerCallback(params.text(u"callback_query_id"_s)))
        return badRequest(u"query is too old and response timeout expired or query ID is invalid"_s);
    if (params.text(u"text"_s).size() > 200)
        return badRequest(u"MESSAGE_TOO_LONG"_s);
    return QJsonValue(true);
}

} // namespace parley::sandbox
