// SPDX-License-Identifier: GPL-3.0-or-later
// What tests say to the Odnoklassniki sandbox and what it tells them. Times are UTC milliseconds of the sandbox's
// clock.
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QPair>
#include <QString>

namespace parley::sandbox::ok {

/// What a signed-out visitor filled in before writing.
struct Form {
    QString category;
    QList<QPair<QString, QString>> answers; ///< question, answer
};

/// A file in a message, of a customer or of the group.
struct File {
    QString type = QStringLiteral("IMAGE"); ///< "IMAGE" "VIDEO" "AUDIO" "FILE"
    QString name;
    QString mime;
    QByteArray content;
};

struct Saying {
    QString replyTo; ///< mid
    QList<File> files;
    QJsonObject attachment; ///< one that is no file (a contact, a place), or of a kind that nobody knows
    QString by; ///< the writer in a group chat, "user:…"; empty: the chat's owner
    qint64 agoMs = 0; ///< written so long ago; comes by no event, only with the history
};

/// A message of the group as the customer's phone shows it now.
struct Received {
    QString chat;
    QString mid;
    QString text;
    QString replyTo; ///< mid
    QList<File> files;
    bool byColleague = false; ///< not through the API
    qint64 atMs = 0;
};

/// One "typing" or "seen".
struct ActionSeen {
    QString chat;
    QString action; ///< "TYPING_ON" "MARK_SEEN"
    qint64 atMs = 0;
};

struct NewComment {
    QString authorId; ///< "777"
    QString authorName;
    QString text;
    QString replyTo; ///< a comment's id
    bool byGroup = false;
    qint64 agoMs = 0;
};

/// What becomes of the long poll, which the official pages describe only in part.
enum class LongPoll {
    Works,
    NotFound, ///< HTTP 404
    NoMethod, ///< error 3
};

} // namespace parley::sandbox::ok
