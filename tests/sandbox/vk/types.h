// SPDX-License-Identifier: GPL-3.0-or-later
// What tests say to the VK sandbox and what it tells them. Times are UTC milliseconds of the sandbox's clock.
#pragma once

#include "sandbox/http/bad_days.h"

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

namespace parley::sandbox::vk {

struct NewCustomer {
    QString firstName;
    QString lastName;
    int sex = 0; ///< 1 woman, 2 man, 0 not said
    QString language; ///< IETF tag; becomes client_info.lang_id
    QString screenName; ///< empty: "id" and the number
    QString city;
    QByteArray picture; ///< avatar, empty: none
    bool closed = false; ///< the profile shows little to strangers (is_closed); does not forbid messages
    qint64 id = 0; ///< 0: the next free one
};

/// What people write under. All of it belongs to the community.
struct Place {
    enum class Kind { Wall, Photo, Video, Market, Board };
    Kind kind = Kind::Wall;
    qint64 id = 0; ///< of the post, photo, video, product or topic
    friend bool operator==(const Place &, const Place &) = default;
};

/// Where and how a message is written.
struct Saying {
    qint64 chat = 0; ///< peer id of a group chat; 0: the customer's own dialog with the community
    qint64 replyTo = 0; ///< message id in that dialog
    QList<qint64> forward; ///< message ids
    QJsonArray attachments; ///< as in the API: {"type":"link","link":{…}}
    QString payload; ///< of a pressed text button: a JSON string
    QString ref; ///< of the vk.me link that opened the dialog
    qint64 agoMs = 0; ///< written so long ago
};

struct FileToSend {
    enum class Kind { Photo, Document, Voice, Sticker };
    Kind kind = Kind::Document;
    QString name; ///< documents only
    QByteArray content;
    QString caption; ///< the message's text; stickers have none
};

/// How a comment is written.
struct Remark {
    qint64 replyTo = 0; ///< the comment that is answered; any level, as there are two
    QJsonArray attachments; ///< as in the API
    qint64 agoMs = 0;
};

/// A file as a customer has got it.
struct ReceivedFile {
    QString kind; ///< "photo" "doc" "audio_message"
    QString name; ///< empty for photos
    QByteArray content;
};

/// A message as the customer's phone shows it: what came from the community, in the order of arrival.
struct Received {
    qint64 peer = 0;
    qint64 id = 0; ///< global
    qint64 cmid = 0; ///< unique in its dialog
    QString text; ///< as it is now, after edits
    QList<ReceivedFile> files;
    QStringList attachments; ///< of all kinds: "photo-123_5", "wall-123_7"
    qint64 replyTo = 0; ///< message id
    QList<qint64> forwarded; ///< message ids
    qint64 randomId = 0;
    QString keyboard; ///< JSON
    bool byColleague = false; ///< sent with another tool, not by the API
    bool edited = false;
    bool deleted = false; ///< for the customer too
    bool deletedForUs = false; ///< only the community does not see it any more
    qint64 atMs = 0;
};

/// A comment as everybody sees it.
struct CommentSeen {
    Place place;
    qint64 id = 0;
    qint64 from = 0; ///< negative: the community
    QString text; ///< as it is now
    qint64 replyTo = 0; ///< the comment it answers
    qint64 top = 0; ///< the first-level comment above it; 0: it is one itself
    QStringList attachments;
    bool edited = false;
    bool deleted = false;
    qint64 atMs = 0;
};

/// How a dialog stands for the community.
struct Marks {
    bool exists = false;
    bool unanswered = false;
    bool important = false;
    qint64 inRead = 0; ///< message id up to which the community has read
    qint64 outRead = 0; ///< message id up to which the customer has read
    int unread = 0;
};

/// One lighting of a typing lamp.
struct TypingSeen {
    qint64 peer = 0;
    QString type; ///< "typing", "audiomessage", …
    qint64 atMs = 0;
};

enum class Stream { Bots, Classic };

} // namespace parley::sandbox::vk
