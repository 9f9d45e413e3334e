// SPDX-License-Identifier: GPL-3.0-or-later
// The Bot API's methods over a World, all but getUpdates, which waits (bot_server.h).
#pragma once

#include "sandbox/http/params.h"
#include "sandbox/telegram/world.h"

#include <functional>
#include <variant>

namespace parley::sandbox {

struct ApiError {
    int code = 400;
    QString description;
    QJsonObject parameters;
};

using Outcome = std::variant<QJsonValue, ApiError>;

class Methods
{
public:
    explicit Methods(World &world);

    [[nodiscard]] bool knows(const QString &method) const { return m_table.contains(method.toLower()); }
    [[nodiscard]] Outcome call(const QString &method, const Params &params);

    /// Called after setWebhook took effect: a waiting getUpdates ends.
    std::function<void()> onWebhookSet;

private:
    using Method = Outcome (Methods::*)(const Params &);
    template <typename T>
    using Or = std::variant<T, ApiError>;

    // methods_info.cpp
    Outcome getMe(const Params &params);
    Outcome getWebhookInfo(const Params &params);
    Outcome setWebhook(const Params &params);
    Outcome deleteWebhook(const Params &params);
    Outcome getFile(const Params &params);
    Outcome getChat(const Params &params);
    Outcome getUserProfilePhotos(const Params &params);
    Outcome getBusinessConnection(const Params &params);
    Outcome answerCallbackQuery(const Params &params);
    // methods_send.cpp
    Outcome sendMessage(const Params &params);
    Outcome sendPhoto(const Params &params);
    Outcome sendDocument(const Params &params);
    Outcome sendVoice(const Params &params);
    Outcome sendVideo(const Params &params);
    Outcome sendMediaGroup(const Params &params);
    Outcome sendChatAction(const Params &params);
    // methods_change.cpp
    Outcome editMessageText(const Params &params);
    Outcome editMessageCaption(const Params &params);
    Outcome deleteMessage(const Params &params);
    Outcome deleteMessages(const Params &params);
    Outcome deleteBusinessMessages(const Params &params);
    Outcome readBusinessMessage(const Params &params);
    Outcome setMessageReaction(const Params &params);

    /// The chat that a call is about, or why the bot may not write there.
    Or<ChatKey> target(const Params &params);
    Or<ChatKey> businessTarget(const QString &connection, qint64 chatId);
    /// The message that a send begins with: sender, thread, what it answers.
    Or<QJsonObject> draft(const ChatKey &key, const Params &params);
    std::optional<ApiError> addReply(QJsonObject &message, const ChatKey &key, const QJsonObject &reply);
    Or<QJsonValue> mediaFrom(
        FileToSend::Kind kind, const QString &given, const std::optional<UploadedFile> &file, qint64 limit);
    Outcome sendMedia(const Params &params, FileToSend::Kind kind, const QString &field, qint64 limit);
    Or<QJsonArray> album(const QJsonArray &media, const Params &params);
    std::optional<ApiError> addCaption(QJsonObject &message, const QString &caption, const QJsonArray &entities);
    Outcome changeText(const Params &params, const QString &field, int limit);
    std::optional<ApiError> removable(const ChatKey &key, const StoredMessage &message) const;

    World &m_world;
    QHash<QString, Method> m_table;
    int m_albums = 1;
};

/// "Bad Request: …" with code 400.
[[nodiscard]] ApiError badRequest(const QString &what);
/// The text without white space around it, and its entities moved along, as the server stores them.
struct CleanText {
    QString text;
    QJsonArray entities;
};
[[nodiscard]] CleanText cleaned(const QString &text, const QJsonArray &entities);

} // namespace parley::sandbox
