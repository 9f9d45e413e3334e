// SPDX-License-Identifier: GPL-3.0-or-later
// What tests say to the Telegram sandbox and what it tells them. Times are UTC milliseconds of the sandbox's clock.
#pragma once

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

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

/// One request that reached the server whole.
struct Call {
    QString method;
    QJsonObject parameters; ///< as they came; files by name only
    QStringList files;
    int status = 0; ///< of the answer; 0: cut, none was sent
    bool processed = false; ///< it had its effect
    qint64 atMs = 0;
};

/// A bad day: what happens to the next calls of a method.
struct BadDay {
    enum class Kind {
        Latency, ///< wait \c ms, then go on as usual; may be combined with another
        TooManyRequests, ///< 429 with retry_after \c seconds; nothing done
        ServerError, ///< \c status with an HTML page; nothing done
        ServerErrorAfter, ///< the same, but the work was done
        Refuse, ///< \c status with \c description as the API's error; nothing done
        CutWhileReading, ///< the connection ends when the head was read; nothing done
        CutBefore, ///< the connection ends without an answer; nothing done
        CutAfter, ///< the connection ends without an answer, but the work was done
        CutMidAnswer, ///< the work was done, half of the answer arrives
        HalfJson, ///< the work was done, the answer is whole HTTP around half a JSON
        HugeAnswer, ///< the work was done, the answer is padded to \c bytes
        SlowDrip, ///< the work was done, the answer comes \c bytes by \c bytes every \c ms
        Silence, ///< nothing done and no answer until the client gives up
        SilenceAfter, ///< the work was done and no answer comes
        Duplicate, ///< getUpdates only: each update twice, and the last confirmed ones again
        OutOfOrder, ///< getUpdates only: newest first
    };
    Kind kind = Kind::ServerError;
    QString method; ///< "sendMessage"; "file" for downloads; empty: every one
    int times = 1; ///< calls it is good for; -1: until endBadDays()
    int ms = 0;
    int seconds = 0;
    int status = 502;
    QString description;
    qint64 bytes = 1; ///< HugeAnswer: 0 means 50 MB
};

} // namespace parley::sandbox
