// SPDX-License-Identifier: GPL-3.0-or-later
#include "platforms/vk/encode.h"

#include "platforms/vk/words.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>

#include <cstring>

using namespace Qt::StringLiterals;

namespace parley::platforms::vk {

namespace {

Error refused(const QString &detail, const QString &words)
{
    return {ErrorKind::Rejected, detail, words, {}, false};
}

Result<void> checkFile(const OutgoingAttachment &file)
{
    if (file.content.isEmpty()) {
        return refused(u"empty attachment"_s,
            Words::tr("“%1” is empty, and VK takes no empty file. Nothing was sent.").arg(file.name));
    }
    if (file.content.size() > kFileLimit) {
        return refused(u"attachment too large"_s,
            Words::tr("“%1” is larger than 200 MB, the most that VK takes. Nothing was sent.").arg(file.name));
    }
    return {};
}

QString sectionOf(Address::Kind kind)
{
    switch (kind) {
    case Address::Kind::Photo:
        return u"photos"_s;
    case Address::Kind::Video:
        return u"video"_s;
    case Address::Kind::Market:
        return u"market"_s;
    case Address::Kind::Board:
        return u"board"_s;
    default:
        return u"wall"_s;
    }
}

void nameObject(QJsonObject &parameters, const Address &place)
{
    switch (place.kind) {
    case Address::Kind::Board:
        parameters["group_id"_L1] = -place.owner;
        parameters["topic_id"_L1] = place.object;
        return;
    case Address::Kind::Photo:
        parameters["photo_id"_L1] = place.object;
        break;
    case Address::Kind::Video:
        parameters["video_id"_L1] = place.object;
        break;
    case Address::Kind::Market:
        parameters["item_id"_L1] = place.object;
        break;
    default:
        parameters["post_id"_L1] = place.object;
        break;
    }
    parameters["owner_id"_L1] = place.owner;
}

/// What names a comment when it is changed: photos, videos and products need no object for it.
QJsonObject named(const MessageName &comment)
{
    QJsonObject parameters;
    nameObject(parameters, comment.place);
    if (comment.place.kind == Address::Kind::Wall)
        parameters.remove("post_id"_L1);
    parameters.remove("photo_id"_L1);
    parameters.remove("video_id"_L1);
    parameters.remove("item_id"_L1);
    parameters["comment_id"_L1] = comment.id;
    return parameters;
}

void nameMessage(QJsonObject &parameters, const MessageName &message)
{
    parameters["peer_id"_L1] = message.place.owner;
    if (message.id > 0)
        parameters["message_id"_L1] = message.id;
    else
        parameters["cmid"_L1] = message.cmid;
}

} // namespace

qint32 randomIdFor(const QString &clientId, int part, int piece)
{
    const QByteArray name = u"%1/%2/%3"_s.arg(clientId).arg(part).arg(piece).toUtf8();
    const QByteArray digest = QCryptographicHash::hash(name, QCryptographicHash::Sha256);
    qint32 number = 0;
    std::memcpy(&number, digest.constData(), sizeof number);
    return number == 0 ? 1 : number; // 0 would switch the protection off
}

QString guidFor(const QString &clientId, int part)
{
    return part == 0 ? clientId : u"%1-%2"_s.arg(clientId).arg(part);
}

bool isPhoto(const OutgoingAttachment &file)
{
    static const QStringList types{u"image/jpeg"_s, u"image/png"_s};
    return types.contains(file.type.toLower()) && file.content.size() <= kPhotoLimit;
}

Result<void> checkReply(const Reply &reply, const Address &address)
{
    if (reply.text.trimmed().isEmpty() && reply.attachments.isEmpty())
        return refused(u"nothing to send"_s, Words::tr("The answer is empty."));
    if (!address.isDialog() && !reply.privately && !reply.attachments.isEmpty()) {
        return refused(u"files below a post"_s,
            Words::tr(
                "VK lets a community send files in private messages only. Answer privately, or leave the file out. "
                "Nothing was sent."));
    }
    for (const OutgoingAttachment &file : reply.attachments) {
        if (const auto fit = checkFile(file); !fit)
            return fit.error();
    }
    return {};
}

Call messageCall(const Address &dialog, const QString &text, qint32 randomId, const QString &answered,
    const QStringList &attachments)
{
    QJsonObject parameters{{"peer_id"_L1, dialog.owner}, {"random_id"_L1, randomId}};
    if (!text.isEmpty())
        parameters["message"_L1] = text;
    if (!attachments.isEmpty())
        parameters["attachment"_L1] = attachments.join(u',');
    const auto target = MessageName::from(answered);
    // Only what stands in this dialog can be pointed at.
    if (target && target->place == dialog) {
        if (target->id > 0)
            parameters["reply_to"_L1] = target->id;
        else
            parameters["forward"_L1] = QJsonObject{{"peer_id"_L1, dialog.owner},
                {"conversation_message_ids"_L1, QJsonArray{target->cmid}}, {"is_reply"_L1, 1}};
    }
    return {u"messages.send"_s, parameters};
}

Call commentCall(const Address &thread, const QString &text, const QString &guid, const QString &answered, qint64 group)
{
    QJsonObject parameters{{"message"_L1, text}, {"guid"_L1, guid}};
    nameObject(parameters, thread);
    // The community's number on walls, a yes elsewhere.
    parameters["from_group"_L1] = thread.kind == Address::Kind::Wall ? group : 1;
    const auto target = MessageName::from(answered);
    qint64 comment = thread.thread;
    if (target && target->place.place() == thread.place())
        comment = target->id;
    if (comment > 0 && thread.kind != Address::Kind::Board)
        parameters["reply_to_comment"_L1] = comment;
    return {sectionOf(thread.kind) + u".createComment"_s, parameters};
}

Call commentsCall(const Address &place, int count, int offset)
{
    QJsonObject parameters{{"count"_L1, count}, {"offset"_L1, offset}, {"sort"_L1, u"desc"_s}, {"extended"_L1, 1}};
    nameObject(parameters, place);
    const bool hasLevels = place.kind == Address::Kind::Wall || place.kind == Address::Kind::Video;
    if (place.kind == Address::Kind::Wall)
        parameters["preview_length"_L1] = 0; // or texts end after 90 characters
    if (hasLevels && place.thread > 0)
        parameters["comment_id"_L1] = place.thread;
    else if (hasLevels)
        parameters["thread_items_count"_L1] = 10;
    return {sectionOf(place.kind) + u".getComments"_s, parameters};
}

Call objectsCall(const QList<Address> &places)
{
    QJsonArray names;
    QJsonArray ids;
    for (const Address &place : places) {
        names << u"%1_%2"_s.arg(place.owner).arg(place.object);
        ids << place.object;
    }
    switch (places.isEmpty() ? Address::Kind::Dialog : places.first().kind) {
    case Address::Kind::Photo:
        return {u"photos.getById"_s, {{"photos"_L1, names}}};
    case Address::Kind::Video:
        return {u"video.get"_s, {{"videos"_L1, names}}};
    case Address::Kind::Market:
        return {u"market.getById"_s, {{"item_ids"_L1, names}}};
    case Address::Kind::Board:
        return {u"board.getTopics"_s,
            {{"group_id"_L1, -places.first().owner}, {"topic_ids"_L1, ids}, {"preview"_L1, 1},
                {"preview_length"_L1, 500}}};
    default:
        return {};
    }
}

Call editMessageCall(const MessageName &message, const QString &text, const QStringList &attachments)
{
    QJsonObject parameters{{"message"_L1, text}, {"keep_forward_messages"_L1, 1}, {"keep_snippets"_L1, 1}};
    nameMessage(parameters, message);
    // An edit replaces everything: what is not named again is lost.
    if (!attachments.isEmpty())
        parameters["attachment"_L1] = attachments.join(u',');
    return {u"messages.edit"_s, parameters};
}

Call deleteMessageCall(const MessageName &message)
{
    QJsonObject parameters{{"delete_for_all"_L1, 1}};
    if (message.id > 0) {
        parameters["message_ids"_L1] = QJsonArray{message.id};
    } else {
        parameters["peer_id"_L1] = message.place.owner;
        parameters["cmids"_L1] = QJsonArray{message.cmid};
    }
    return {u"messages.delete"_s, parameters};
}

Call editCommentCall(const MessageName &comment, const QString &text, const QStringList &attachments)
{
    QJsonObject parameters = named(comment);
    parameters["message"_L1] = text;
    if (!attachments.isEmpty())
        parameters["attachments"_L1] = attachments.join(u',');
    return {sectionOf(comment.place.kind) + u".editComment"_s, parameters};
}

Call deleteCommentCall(const MessageName &comment)
{
    return {sectionOf(comment.place.kind) + u".deleteComment"_s, named(comment)};
}

} // namespace parley::platforms::vk
