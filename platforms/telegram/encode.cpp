// SPDX-License-Identifier: GPL-3.0-or-later
#include "platforms/telegram/encode.h"

#include "models/split_text.h"
#include "platforms/telegram/words.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace parley::platforms::telegram {

namespace {

Error refused(const QString &detail, const QString &words)
{
    return {ErrorKind::Rejected, detail, words, {}, false};
}

// The formats that sendPhoto takes; others, and what is too large, go as files.
bool isPhoto(const OutgoingAttachment &file)
{
    static const QStringList types{u"image/jpeg"_s, u"image/png"_s, u"image/webp"_s};
    return types.contains(file.type.toLower()) && file.content.size() <= kPhotoLimit;
}

Call messageCall(const Address &address, const QString &text)
{
    Call call = callOf(u"sendMessage"_s, whereTo(address));
    call.parameters["text"_L1] = text;
    return call;
}

Call fileCall(const Address &address, const OutgoingAttachment &file)
{
    const bool photo = isPhoto(file);
    Call call{photo ? u"sendPhoto"_s : u"sendDocument"_s, whereTo(address), photo ? u"photo"_s : u"document"_s, file};
    if (call.file.name.isEmpty())
        call.file.name = photo ? u"photo.jpg"_s : u"file"_s;
    return call;
}

std::optional<qint64> replyTarget(const Address &address, const QString &targetRemoteId)
{
    // A message from before a group was upgraded has another chat's number: there it would mean another message.
    if (const auto target = messageIdIn(targetRemoteId); target && address.message(*target) == targetRemoteId)
        return target;
    // A comment is an answer to the post, or it would stand outside the post's comments.
    if (address.thread == Address::Thread::Comments)
        return address.threadId;
    return std::nullopt;
}

} // namespace

Call callOf(QString method, QJsonObject parameters)
{
    return {std::move(method), std::move(parameters), {}, {}};
}

QJsonObject whereTo(const Address &address)
{
    QJsonObject parameters{{"chat_id"_L1, address.chat}};
    if (!address.business.isEmpty())
        parameters["business_connection_id"_L1] = address.business;
    // The General topic is number 1 when we read and none when we write (Bot API, "message_thread_id").
    if (address.thread == Address::Thread::Topic && address.threadId != 1)
        parameters["message_thread_id"_L1] = address.threadId;
    if (address.thread == Address::Thread::DirectMessages)
        parameters["direct_messages_topic_id"_L1] = address.threadId;
    return parameters;
}

Result<QList<Call>> encodeReply(const Reply &reply, const Address &address, const QString &targetRemoteId)
{
    if (reply.privately) {
        return refused(u"private reply"_s,
            Words::tr("Telegram lets a bot write privately only to people who have written to it first."));
    }
    QList<Call> calls;
    const bool asCaption = !reply.attachments.isEmpty() && reply.text.size() <= kCaptionLimit;
    if (!asCaption) {
        for (const QString &piece : splitText(reply.text, kTextLimit))
            calls << messageCall(address, piece);
    }
    for (const OutgoingAttachment &file : reply.attachments) {
        if (file.content.size() > kFileLimit) {
            return refused(u"attachment too large"_s,
                Words::tr("“%1” is larger than 50 MB, the most that a bot may send. Nothing was sent.").arg(file.name));
        }
        if (file.content.isEmpty())
            return refused(u"empty attachment"_s,
                Words::tr("“%1” is empty, and Telegram takes no empty file. Nothing was sent.").arg(file.name));
        Call call = fileCall(address, file);
        if (asCaption && calls.isEmpty() && !reply.text.trimmed().isEmpty())
            call.parameters["caption"_L1] = reply.text;
        calls << call;
    }
    if (calls.isEmpty())
        return refused(u"nothing to send"_s, Words::tr("The answer is empty."));
    if (const auto target = replyTarget(address, targetRemoteId)) {
        for (qsizetype i = 0; i < calls.size(); ++i) {
            // A comment's further parts belong to the post as well; elsewhere one pointer is enough.
            if (i == 0 || address.thread == Address::Thread::Comments) {
                calls[i].parameters["reply_parameters"_L1] =
                    QJsonObject{{"message_id"_L1, *target}, {"allow_sending_without_reply"_L1, true}};
            }
        }
    }
    return calls;
}

Result<Call> encodeEdit(const EditMessage &edit, const QString &targetRemoteId)
{
    const auto message = messageIdIn(targetRemoteId);
    const auto place = chatOfMessage(targetRemoteId);
    if (!message || !place)
        return refused(u"edit of an unsent message"_s, Words::tr("The message to change was never sent."));
    if (edit.text.size() > kTextLimit) {
        return refused(u"edit too long"_s,
            Words::tr("The text is longer than Telegram takes (%1 characters). The message stays as it was.")
                .arg(kTextLimit));
    }
    QJsonObject parameters{{"chat_id"_L1, place->chat}, {"message_id"_L1, *message}, {"text"_L1, edit.text}};
    if (!place->business.isEmpty())
        parameters["business_connection_id"_L1] = place->business;
    return callOf(u"editMessageText"_s, parameters);
}

Result<Call> encodeDelete(const QString &targetRemoteId)
{
    const auto message = messageIdIn(targetRemoteId);
    const auto place = chatOfMessage(targetRemoteId);
    if (!message || !place)
        return refused(u"deletion of an unsent message"_s, Words::tr("The message to delete was never sent."));
    if (!place->business.isEmpty()) {
        return callOf(u"deleteBusinessMessages"_s,
            {{"business_connection_id"_L1, place->business}, {"message_ids"_L1, QJsonArray{*message}}});
    }
    return callOf(u"deleteMessage"_s, {{"chat_id"_L1, place->chat}, {"message_id"_L1, *message}});
}

Call asDocument(Call call)
{
    call.method = u"sendDocument"_s;
    call.fileField = u"document"_s;
    return call;
}

Call asCaptionEdit(Call call)
{
    call.method = u"editMessageCaption"_s;
    call.parameters["caption"_L1] = call.parameters.take("text"_L1);
    return call;
}

} // namespace parley::platforms::telegram
