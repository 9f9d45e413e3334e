// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/telegram/world.h"

#include <QBuffer>
#include <QCryptographicHash>
#include <QDateTime>
#include <QImage>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace parley::sandbox {

namespace {

/// Types that are only sent when asked for by name (core.telegram.org/bots/api#getupdates).
const QStringList kOnlyOnRequest{u"chat_member"_s, u"message_reaction"_s, u"message_reaction_count"_s};
/// How far beyond the newest id an offset still counts as "not there yet"; farther away the queue starts over.
constexpr qint64 kFutureOffsets = 10;
constexpr qint64 kCallbackLifeMs = 15 * 60'000;
constexpr int kThumbnail = 90;

QJsonObject photoSize(const StoredFile &file, const QSize &size)
{
    return {{u"file_id"_s, file.id}, {u"file_unique_id"_s, file.uniqueId}, {u"width"_s, size.width()},
        {u"height"_s, size.height()}, {u"file_size"_s, qint64(file.content.size())}};
}

} // namespace

QJsonObject Person::user() const
{
    QJsonObject user{{u"id"_s, who.id}, {u"is_bot"_s, false}, {u"first_name"_s, who.firstName}};
    if (!who.lastName.isEmpty())
        user.insert(u"last_name"_s, who.lastName);
    if (!who.username.isEmpty())
        user.insert(u"username"_s, who.username);
    if (!who.language.isEmpty())
        user.insert(u"language_code"_s, who.language);
    return user;
}

QJsonObject Connection::json() const
{
    return {{u"id"_s, id}, {u"user"_s, owner}, {u"user_chat_id"_s, owner.value("id"_L1)}, {u"date"_s, dateMs / 1000},
        {u"rights"_s, rights}, {u"is_enabled"_s, enabled}};
}

World::World()
    : bot{{u"id"_s, qint64{7'000'000'001}}, {u"is_bot"_s, true}, {u"first_name"_s, u"Shop"_s},
          {u"username"_s, u"parley_sandbox_bot"_s}, {u"can_join_groups"_s, true},
          {u"can_read_all_group_messages"_s, true}, {u"supports_inline_queries"_s, false},
          {u"can_connect_to_business"_s, true}, {u"has_main_web_app"_s, false}}
{
}

qint64 World::nowMs() const
{
    return QDateTime::currentMSecsSinceEpoch() + m_clockOffsetMs;
}

Person *World::person(qint64 id)
{
    const auto it = m_people.find(id);
    return it == m_people.end() ? nullptr : &*it;
}

ChatState *World::chat(const ChatKey &key)
{
    const auto it = m_chats.find(key);
    return it == m_chats.end() ? nullptr : &*it;
}

Connection *World::connection(const QString &id)
{
    const auto it = m_connections.find(id);
    return it == m_connections.end() ? nullptr : &*it;
}

StoredMessage &World::store(const ChatKey &key, QJsonObject message, bool fromBot)
{
    ChatState &state = m_chats[key];
    // In a business account one counter serves all private chats: deleteBusinessMessages names no chat.
    int &counter = key.connection.isEmpty() ? state.lastMessageId : m_businessMessageIds[key.connection];
    const int id = ++counter;
    message.insert(u"message_id"_s, id);
    message.insert(u"chat"_s, state.chat);
    if (!message.contains("date"_L1))
        message.insert(u"date"_s, now());
    if (fromBot)
        m_sentOrder.append({key, id});
    StoredMessage &stored = state.messages[id];
    stored.json = message;
    stored.fromBot = fromBot;
    stored.dateMs = message.value("date"_L1).toInteger() * 1000;
    return stored;
}

QString World::storeFile(const QByteArray &content, const QString &folder, const QString &extension)
{
    const int number = m_nextFile++;
    StoredFile file;
    file.id = u"AgACAgIAAxkBAAI"_s + QString::number(number).rightJustified(8, u'A');
    // The same content has the same unique id, as there.
    file.uniqueId = QString::fromLatin1(
        QCryptographicHash::hash(content, QCryptographicHash::Sha1).toBase64(QByteArray::Base64UrlEncoding).left(15));
    file.path = folder + u"/file_"_s + QString::number(number) + (extension.isEmpty() ? QString() : u'.' + extension);
    file.content = content;
    m_filePaths.insert(file.path, file.id);
    m_files.insert(file.id, file);
    return file.id;
}

const StoredFile *World::file(const QString &id) const
{
    const auto it = m_files.constFind(id);
    return it == m_files.constEnd() ? nullptr : &*it;
}

const StoredFile *World::fileAt(const QString &path) const
{
    return file(m_filePaths.value(path));
}

QJsonArray World::photoSizes(const QByteArray &content)
{
    const QImage image = QImage::fromData(content);
    const QSize size = image.isNull() ? QSize(1, 1) : image.size();
    QJsonArray sizes;
    if (size.width() > kThumbnail || size.height() > kThumbnail) {
        const QImage small = image.scaled(kThumbnail, kThumbnail, Qt::KeepAspectRatio, Qt::SmoothTransformation);
        QByteArray bytes;
        QBuffer buffer(&bytes);
        buffer.open(QIODevice::WriteOnly);
        small.convertToFormat(QImage::Format_RGB32).save(&buffer, "JPG");
        sizes.append(photoSize(*file(storeFile(bytes, u"photos"_s, u"jpg"_s)), small.size()));
    }
    sizes.append(photoSize(*file(storeFile(content, u"photos"_s, u"jpg"_s)), size));
    return sizes;
}

QJsonValue World::mediaObject(FileToSend::Kind kind, const FileToSend &given)
{
    if (kind == FileToSend::Kind::Photo)
        return photoSizes(given.content);
    static const QHash<FileToSend::Kind, QPair<QString, QString>> places{
        {FileToSend::Kind::Document, {u"documents"_s, {}}}, {FileToSend::Kind::Voice, {u"voice"_s, u"oga"_s}},
        {FileToSend::Kind::Video, {u"videos"_s, u"mp4"_s}}, {FileToSend::Kind::Sticker, {u"stickers"_s, u"webp"_s}}};
    const auto [folder, usual] = places.value(kind);
    const QString extension = usual.isEmpty() && given.name.contains(u'.') ? given.name.section(u'.', -1) : usual;
    const StoredFile *stored = file(storeFile(given.content, folder, extension));
    QJsonObject object{{u"file_id"_s, stored->id}, {u"file_unique_id"_s, stored->uniqueId},
        {u"file_size"_s, qint64(stored->content.size())}};
    if (kind != FileToSend::Kind::Sticker && !given.type.isEmpty())
        object.insert(u"mime_type"_s, given.type);
    if ((kind == FileToSend::Kind::Document || kind == FileToSend::Kind::Video) && !given.name.isEmpty())
        object.insert(u"file_name"_s, given.name);
    if (kind == FileToSend::Kind::Voice || kind == FileToSend::Kind::Video)
        object.insert(u"duration"_s, 3);
    if (kind == FileToSend::Kind::Sticker || kind == FileToSend::Kind::Video) {
        object.insert(u"width"_s, 512);
        object.insert(u"height"_s, 512);
    }
    if (kind == FileToSend::Kind::Sticker) {
        object.insert(u"type"_s, u"regular"_s);
        object.insert(u"is_animated"_s, false);
        object.insert(u"is_video"_s, false);
        object.insert(u"emoji"_s, given.caption.isEmpty() ? u"🙂"_s : given.caption);
    }
    return object;
}

bool World::deleteInConnection(const QString &connection, const QJsonArray &messages, bool own, bool all)
{
    QList<StoredMessage *> found;
    for (auto chat = m_chats.begin(); chat != m_chats.end(); ++chat) {
        if (chat.key().connection != connection)
            continue;
        for (const QJsonValue &id : messages) {
            const auto stored = chat->messages.find(id.toInt());
            if (stored != chat->messages.end())
                found.append(&*stored);
        }
    }
    const auto mayGo = [own, all](const StoredMessage *message) { return message->fromBot ? own : all; };
    if (found.isEmpty() || !std::all_of(found.cbegin(), found.cend(), mayGo))
        return false;
    for (StoredMessage *message : found)
        message->deleted = true;
    return true;
}

bool World::answerCallback(const QString &id)
{
    const auto it = m_callbacks.find(id);
    if (it == m_callbacks.end())
        return false;
    const bool fresh = nowMs() - *it < kCallbackLifeMs;
    m_callbacks.erase(it);
    return fresh;
}

qint64 World::enqueue(const QString &type, const QJsonObject &object, qint64 bornMs)
{
    const bool wanted = m_allowedUpdates.isEmpty() ? !kOnlyOnRequest.contains(type) : m_allowedUpdates.contains(type);
    if (!wanted || nowMs() - bornMs >= kUpdateLifeMs)
        return 0;
    const qint64 id = m_nextUpdateId++;
    m_queue.append({id, QJsonObject{{u"update_id"_s, id}, {type, object}}, bornMs});
    if (onUpdate)
        onUpdate();
    return id;
}

qint64 World::inject(QJsonObject update)
{
    const qint64 id = m_nextUpdateId++;
    update.insert(u"update_id"_s, id);
    m_injected.insert(id);
    m_queue.append({id, update, nowMs()});
    if (onUpdate)
        onUpdate();
    return id;
}

void World::expire()
{
    const qint64 deadline = nowMs() - kUpdateLifeMs;
    m_queue.removeIf([deadline](const QueuedUpdate &update) { return update.bornMs <= deadline; });
}

qsizetype World::pendingCount()
{
    expire();
    return m_queue.size();
}

QList<QueuedUpdate> World::updatesFrom(std::optional<qint64> offset, int limit)
{
    expire();
    qsizetype confirmed = 0;
    if (offset && *offset < 0) {
        confirmed = qMax(qsizetype{0}, m_queue.size() + qsizetype(*offset));
    } else if (offset && *offset <= m_nextUpdateId + kFutureOffsets) {
        while (confirmed < m_queue.size() && m_queue.at(confirmed).id < *offset)
            ++confirmed;
    }
    if (confirmed > 0) {
        m_lastConfirmed = m_queue.mid(qMax(qsizetype{0}, confirmed - 10), qMin(qsizetype{10}, confirmed));
        m_queue.remove(0, confirmed);
    }
    if (offset && *offset >= m_nextUpdateId && *offset <= m_nextUpdateId + kFutureOffsets)
        return {};
    return m_queue.mid(0, limit);
}

QList<Received> World::allReceived() const
{
    QList<Received> all;
    for (const auto &[key, id] : m_sentOrder) {
        const auto chat = m_chats.constFind(key);
        if (chat != m_chats.constEnd())
            all.append(receivedFrom(key, chat->messages.value(id)));
    }
    return all;
}

QList<Received> World::received(qint64 customer) const
{
    QList<Received> theirs = allReceived();
    theirs.removeIf([customer](const Received &message) { return message.chat != customer; });
    return theirs;
}

Received World::receivedFrom(const ChatKey &key, const StoredMessage &message) const
{
    const QJsonObject &json = message.json;
    Received received;
    received.chat = key.id;
    received.businessConnection = key.connection;
    received.id = json.value("message_id"_L1).toInt();
    received.text = json.value(json.contains("text"_L1) ? "text"_L1 : "caption"_L1).toString();
    received.entities = json.value(json.contains("text"_L1) ? "entities"_L1 : "caption_entities"_L1).toArray();
    received.replyTo = json.value("reply_to_message"_L1).toObject().value("message_id"_L1).toInt();
    received.thread = json.value("message_thread_id"_L1).toInt();
    received.album = json.value("media_group_id"_L1).toString();
    received.edited = json.contains("edit_date"_L1);
    received.deleted = message.deleted;
    received.atMs = message.dateMs;
    received.kind = u"text"_s;
    for (const QString &kind : {u"photo"_s, u"document"_s, u"voice"_s, u"video"_s, u"sticker"_s}) {
        if (!json.contains(kind))
            continue;
        received.kind = kind;
        const QJsonValue media = json.value(kind);
        const QJsonObject object = media.isArray() ? media.toArray().last().toObject() : media.toObject();
        received.fileName = object.value("file_name"_L1).toString();
        received.fileType = object.value("mime_type"_L1).toString();
        if (const StoredFile *stored = file(object.value("file_id"_L1).toString()))
            received.file = stored->content;
    }
    return received;
}

bool World::isRead(const QString &connection, qint64 chat, int message) const
{
    return m_chats.value({connection, chat}).messages.value(message).readByOwner;
}

QString World::reactionOf(qint64 chat, int message) const
{
    return m_chats.value({{}, chat}).messages.value(message).botReaction;
}

QJsonObject asReplied(const QJsonObject &message)
{
    QJsonObject replied = message;
    replied.remove("reply_to_message"_L1);
    return replied;
}

QJsonArray foundEntities(const QString &text)
{
    static const QRegularExpression pattern(
        uR"((?<url>https?://[^\s<>"]+)|(?<=^|\s)(?<mention>@[A-Za-z]\w{3,31})|(?<=^|\s)(?<command>/[a-z0-9_]{1,32}))"_s);
    QJsonArray entities;
    auto matches = pattern.globalMatch(text);
    while (matches.hasNext()) {
        const QRegularExpressionMatch match = matches.next();
        const QString type = !match.captured(u"url"_s).isEmpty() ? u"url"_s
            : !match.captured(u"mention"_s).isEmpty()            ? u"mention"_s
                                                                 : u"bot_command"_s;
        entities.append(QJsonObject{
            {u"type"_s, type}, {u"offset"_s, match.capturedStart()}, {u"length"_s, match.capturedLength()}});
    }
    return entities;
}

} // namespace parley::sandbox
