// SPDX-License-Identifier: GPL-3.0-or-later
// What tests say to the Telegram sandbox and what it tells them. Times are UTC milliseconds of the sandbox's clock.
#pragma once

#include "sandbox/http/bad_days.h"

#include <QByteArray>
#include <QJsonArray>
#include <QList>
#include <QString>

namespace parley::sandbox {

struct NewCustomer {
    QString firstName;
    QString lastName;
    QString username;
    QString language; ///< IETF tag: "ru", "hr", "es"
    QByteArray picture; ///< profile photo, empty: none
    qint64 id = 0; ///< 0: the next free one
};

/// Where and how a customer writes.
struct Saying {
    qint64 chat = 0; ///< a group's id; 0: the private chat with the bot
    QString businessConnection; ///< the chat is with the owner of this connection
    int thread = 0; ///< forum topic
    int replyTo = 0; ///< message id in that chat
    QString album; ///< media_group_id
    QJsonArray entities;
    qint64 agoMs = 0; ///< written so long ago. The platform forgets updates older than 24 h
};

struct FileToSend {
    enum class Kind { Photo, Document, Voice, Video, Sticker };
    Kind kind = Kind::Document;
    QString name; ///< not for photos, voices and stickers
    QString type; ///< MIME
    QByteArray content;
    QString caption; ///< stickers: the emoji
};

/// A message as the customer's phone shows it: what the bot sent, in the order of arrival.
struct Received {
    qint64 chat = 0;
    QString businessConnection;
    int id = 0; ///< unique in its chat
    QString kind; ///< "text" "photo" "document" "voice" "video" "sticker"
    QString text; ///< or the caption; as it is now, after edits
    QJsonArray entities;
    QByteArray file;
    QString fileName;
    QString fileType;
    int replyTo = 0;
    int thread = 0;
    QString album;
    bool edited = false;
    bool deleted = false;
    qint64 atMs = 0;
};

/// One lighting of a typing lamp.
struct TypingSeen {
    qint64 chat = 0;
    QString businessConnection;
    QString action; ///< "typing", "upload_photo", …
    qint64 atMs = 0;
};

} // namespace parley::sandbox
