// SPDX-License-Identifier: GPL-3.0-or-later
// What goes out: answers of one or more messages, edits, "read", "typing"; and whether a lost one arrived.
#include "platforms/ok/connector.h"

#include "models/split_text.h"
#include "platforms/ok/address.h"
#include "platforms/ok/content.h"
#include "platforms/ok/sizes.h"
#include "platforms/ok/words.h"
#include "platforms/partly.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace parley::platforms::ok {

namespace {

constexpr int kLookBack = 50;
constexpr qsizetype kOursKept = 500;
// How far its clock may be from what its Date header says of it, and from ours where there is no such header.
constexpr qint64 kClockSlackMs = 10'000;
constexpr qint64 kUnknownClockSlackMs = 120'000;

Error refused(const QString &detail, const QString &words)
{
    return {ErrorKind::Rejected, detail, words, {}, false};
}

Error unknownConversation(const QString &remoteId)
{
    return refused(u"no conversation of Odnoklassniki: "_s + remoteId.left(64),
        Words::tr("Nobody can be written to in this conversation."));
}

QString slotFor(const OutgoingAttachment &file)
{
    static const QStringList pictures{u"image/jpeg"_s, u"image/png"_s, u"image/gif"_s, u"image/webp"_s};
    const QString type = file.type.toLower();
    if (pictures.contains(type))
        return u"IMAGE"_s;
    if (type.startsWith("video/"_L1))
        return u"VIDEO"_s;
    if (type.startsWith("audio/"_L1))
        return u"AUDIO"_s;
    return u"FILE"_s;
}

/// The token in an upload's answer: its shape is not documented beyond that it is there.
QString tokenIn(const QJsonValue &answer)
{
    if (const QString token = answer["token"_L1].toString(); !token.isEmpty())
        return token;
    const QJsonObject photos = answer["photos"_L1].toObject();
    for (const QJsonValue &photo : photos) {
        if (const QString token = photo["token"_L1].toString(); !token.isEmpty())
            return token;
    }
    return {};
}

QString midIn(const QJsonValue &answer)
{
    for (const QJsonValue &id : {answer["message_id"_L1], answer["mid"_L1], answer["message"_L1]["mid"_L1]}) {
        if (const QString mid = midFrom(id); !mid.isEmpty())
            return mid;
    }
    return {};
}

bool isRefusedQuietly(const QJsonValue &answer)
{
    const QJsonValue success = answer["success"_L1];
    return success == QJsonValue(false) || success[0] == QJsonValue(false);
}

qint64 sizeOf(const QList<OutgoingAttachment> &files)
{
    qint64 size = 0;
    for (const OutgoingAttachment &file : files)
        size += file.content.size();
    return size;
}

QString comparable(QString text)
{
    return text.replace(u"\r\n"_s, u"\n"_s).trimmed();
}

} // namespace

QList<Connector::Part> Connector::partsOf(const Reply &reply)
{
    const QStringList texts = splitText(reply.text, kTextLimit);
    const qsizetype withFiles = (reply.attachments.size() + kFilesAMessage - 1) / kFilesAMessage;
    QList<Part> parts;
    for (qsizetype i = 0; i < std::max(texts.size(), withFiles); ++i)
        parts << Part{texts.value(i), reply.attachments.mid(i * kFilesAMessage, kFilesAMessage)};
    return parts;
}

QCoro::Task<Result<PushReceipt>> Connector::push(PushRequest request)
{
    if (m_stopped)
        co_return Error{ErrorKind::Cancelled, u"stopped before it left"_s, {}, {}, false};
    const auto discussion = Discussion::from(request.conversationRemoteId);
    const bool toChat = isChat(request.conversationRemoteId);
    if (std::holds_alternative<Reply>(request.command)) {
        if (discussion)
            co_return co_await sendComment(request, *discussion);
        if (!toChat)
            co_return unknownConversation(request.conversationRemoteId);
        co_return co_await sendReply(request);
    }
    if (std::holds_alternative<MarkRead>(request.command) && toChat) {
        const QString seen = u"MARK_SEEN"_s;
        const auto done = co_await act(request.conversationRemoteId, seen);
        if (!done)
            co_return done.error();
        co_return PushReceipt{};
    }
    if (const auto *change = std::get_if<EditMessage>(&request.command)) {
        const QString text = change->text;
        co_return co_await edit(request, text);
    }
    if (std::holds_alternative<DeleteMessage>(request.command)) {
        co_return refused(
            u"deletion"_s, Words::tr("Odnoklassniki lets no program delete messages. Delete it in the browser."));
    }
    // Statuses, tags, notes: Odnoklassniki has none of these, they live in the cache.
    co_return PushReceipt{};
}

QCoro::Task<Result<void>> Connector::act(QString chat, QString action)
{
    GraphCall call;
    call.path = chat + u"/action"_s;
    call.label = u"action"_s;
    call.body = QJsonObject{{"recipient"_L1, QJsonObject{{"chat_id"_L1, chat}}}, {"sender_action"_L1, action}};
    const Outcome outcome = co_await m_api.graph(call);
    if (!outcome.ok)
        co_return outcome.error;
    co_return Result<void>{};
}

QCoro::Task<Result<PushReceipt>> Connector::edit(PushRequest request, QString text)
{
    if (!request.targetRemoteId.startsWith("mid:"_L1))
        co_return refused(u"edit of an unsent message"_s, Words::tr("The message to change was never sent."));
    if (text.size() > kTextLimit) {
        co_return refused(u"edit too long"_s,
            Words::tr("The text is longer than Odnoklassniki takes (%1 characters). The message stays as it was.")
                .arg(kTextLimit));
    }
    GraphCall call;
    call.path = request.targetRemoteId + u"/edit"_s;
    call.label = u"edit"_s;
    call.body = QJsonObject{{"message"_L1, QJsonObject{{"text"_L1, text}}}};
    call.isSend = true;
    const Outcome outcome = co_await m_api.graph(call);
    if (!outcome.ok)
        co_return outcome.error;
    if (isRefusedQuietly(outcome.value))
        co_return refused(u"edit: no success"_s, Words::tr("Odnoklassniki did not change the message."));
    co_return PushReceipt{};
}

QCoro::Task<Result<PushReceipt>> Connector::sendReply(PushRequest request)
{
    const Reply reply = std::get<Reply>(request.command);
    for (const OutgoingAttachment &file : reply.attachments) {
        if (file.content.size() > kFileLimit) {
            co_return refused(u"attachment too large"_s,
                Words::tr("“%1” is larger than 50 MB, the most that Parley sends there. Nothing was sent.")
                    .arg(file.name));
        }
        if (file.content.isEmpty())
            co_return refused(u"empty attachment"_s, Words::tr("“%1” is empty. Nothing was sent.").arg(file.name));
    }
    const QList<Part> parts = partsOf(reply);
    if (parts.isEmpty())
        co_return refused(u"nothing to send"_s, Words::tr("The answer is empty."));
    PushReceipt whole;
    const UploadProgress progress(request);
    const qsizetype first = std::min<qsizetype>(request.part, parts.size() - 1);
    for (qsizetype i = 0; i < first; ++i)
        progress.arrived(sizeOf(parts.at(i).files));
    for (qsizetype i = first; i < parts.size(); ++i) {
        const auto sent = co_await sendPart(request, parts.at(i), i == 0, progress);
        if (!sent) {
            Error error = i > 0 ? partlySent(sent.error(), i, parts.size()) : sent.error();
            // Nobody has noted the parts that went: repeating it all would send them twice.
            error.mayHaveArrived = error.mayHaveArrived || (i > request.part && !request.partSent);
            co_return error;
        }
        const bool isLast = i + 1 == parts.size();
        if (!isLast && request.partSent) {
            request.partSent(*sent);
            continue;
        }
        if (whole.remoteId.isEmpty())
            whole = *sent;
        else
            whole.furtherRemoteIds << sent->remoteId;
    }
    co_return whole;
}

QCoro::Task<bool> Connector::takeTurn(QString chat)
{
    const auto now = std::chrono::steady_clock::now();
    const auto last = m_lastSend.constFind(chat);
    const SteadyTime next = last == m_lastSend.constEnd() ? now : std::max(now, *last + m_timing.betweenSends);
    m_lastSend.removeIf([now](const auto &entry) { return now - entry.value() > 1h; });
    m_lastSend.insert(chat, next);
    co_return co_await m_sending.pause(std::chrono::duration_cast<std::chrono::milliseconds>(next - now));
}

QCoro::Task<Result<PushReceipt>> Connector::sendPart(
    PushRequest request, Part part, bool isFirst, UploadProgress progress)
{
    const QString chat = request.conversationRemoteId;
    const auto attachments = co_await uploadAll(part.files, progress);
    if (!attachments)
        co_return attachments.error();
    const bool ready = co_await takeTurn(chat);
    if (!ready)
        co_return Error{ErrorKind::Cancelled, u"stopped before it left"_s, {}, {}, false};
    QJsonObject message;
    if (!part.text.isEmpty())
        message["text"_L1] = part.text;
    if (!attachments->isEmpty())
        message["attachments"_L1] = *attachments;
    if (isFirst && request.targetRemoteId.startsWith("mid:"_L1))
        message["reply_to"_L1] = request.targetRemoteId;
    GraphCall call;
    call.path = u"me/messages/"_s + chat;
    call.label = u"send"_s;
    call.isSend = true;
    call.body = QJsonObject{{"recipient"_L1, QJsonObject{{"chat_id"_L1, chat}}}, {"message"_L1, message}};
    Outcome outcome = co_await m_api.graph(call);
    if (outcome.error.kind == ErrorKind::NotFound && outcome.refusal.code == 140 && message.contains("reply_to"_L1)) {
        // The message to answer was deleted: send without pointing at it.
        message.remove("reply_to"_L1);
        call.body["message"_L1] = message;
        outcome = co_await m_api.graph(call);
    }
    if (!outcome.ok) {
        rememberUnreachable(request, outcome);
        co_return outcome.error;
    }
    if (isRefusedQuietly(outcome.value))
        co_return refused(u"send: no success"_s, Words::tr("Odnoklassniki did not take the message."));
    PushReceipt receipt;
    receipt.remoteId = midIn(outcome.value);
    receipt.time = outcome.serverTime;
    if (!receipt.remoteId.isEmpty()) {
        claim(receipt.remoteId);
        co_return receipt;
    }
    // The exact answer is not documented. Taken without telling the number: it is the newest there with this text.
    const auto found = co_await lookFor(request, part);
    if (found && *found)
        co_return **found;
    co_return Error{ErrorKind::BadReply, u"send: no message in the answer"_s,
        Words::tr("Odnoklassniki's answer cannot be understood."), {}, true};
}

QCoro::Task<Result<QJsonArray>> Connector::uploadAll(QList<OutgoingAttachment> files, UploadProgress progress)
{
    QJsonArray attachments;
    for (qsizetype i = 0; i < files.size(); ++i) {
        const auto uploaded = co_await uploadOne(files.at(i), progress);
        if (!uploaded)
            co_return uploaded.error();
        progress.arrived(files.at(i).content.size());
        attachments.append(*uploaded);
    }
    if (!attachments.isEmpty()) {
        const bool waited = co_await m_sending.pause(m_timing.afterUpload);
        if (!waited)
            co_return Error{ErrorKind::Cancelled, u"stopped before it left"_s, {}, {}, false};
    }
    co_return attachments;
}

QCoro::Task<Result<QJsonObject>> Connector::uploadOne(OutgoingAttachment file, UploadProgress progress)
{
    const QString type = slotFor(file);
    GraphCall call;
    call.path = call.label = u"me/fileUploadUrl"_s;
    call.query.addQueryItem(u"type"_s, type);
    const Outcome slot = co_await m_api.graph(call);
    if (!slot.ok)
        co_return slot.error;
    const QString address = slot.value["url"_L1].toString();
    if (file.name.isEmpty())
        file.name = u"file"_s;
    if (file.type.isEmpty())
        file.type = u"application/octet-stream"_s;
    auto told = progress.ofNext(file.content.size());
    const Outcome uploaded = co_await m_api.upload(address, file, told);
    if (!uploaded.ok)
        co_return uploaded.error;
    // A picture gets its token when it has arrived, everything else when its place was given.
    const QString token = type == "IMAGE"_L1 ? tokenIn(uploaded.value) : slot.value["token"_L1].toString();
    if (address.isEmpty() || token.isEmpty()) {
        co_return Error{ErrorKind::BadReply, u"upload: no token"_s,
            Words::tr("Odnoklassniki took the file “%1” but did not say how to send it on. Nothing was sent.")
                .arg(file.name),
            {}, false};
    }
    const QJsonObject payload{{"token"_L1, token}};
    co_return QJsonObject{{"type"_L1, type}, {"payload"_L1, payload}};
}

QCoro::Task<Result<std::optional<PushReceipt>>> Connector::findSent(PushRequest request)
{
    const auto *reply = std::get_if<Reply>(&request.command);
    if (!reply || !isChat(request.conversationRemoteId)) {
        co_return Error{ErrorKind::BadReply, u"a comment cannot be looked for"_s,
            Words::tr("Odnoklassniki does not say whether the comment is there. Look in the browser."), {}, true};
    }
    const QList<Part> parts = partsOf(*reply);
    for (qsizetype i = request.part; i < parts.size(); ++i) {
        const auto found = co_await lookFor(request, parts.at(i));
        if (!found || !*found || i + 1 == parts.size())
            co_return found;
        if (!request.partSent) {
            co_return Error{ErrorKind::BadReply, u"a part of it arrived"_s,
                Words::tr("Only a part of this answer has arrived."), {}, true};
        }
        request.partSent(**found);
    }
    co_return std::optional<PushReceipt>();
}

QCoro::Task<Result<std::optional<PushReceipt>>> Connector::lookFor(PushRequest request, Part part)
{
    const auto first = co_await lookOnce(request, part);
    if (!first || *first)
        co_return first;
    // It may still be on its way through the servers.
    const bool waited = co_await m_sending.pause(m_timing.settle);
    if (!waited)
        co_return Error{ErrorKind::Cancelled, u"stopped"_s, {}, {}, true};
    co_return co_await lookOnce(request, part);
}

/// The newest messages of the chat, for one of the group with this text, not older than the first attempt. There is no
/// mark of our own in a message, so two things cannot be told: that a colleague wrote the very same words in the same
/// minute, and that a message arrived only after the second look.
QCoro::Task<Result<std::optional<PushReceipt>>> Connector::lookOnce(PushRequest request, Part part)
{
    GraphCall call;
    call.path = request.conversationRemoteId + u"/messages"_s;
    call.label = u"messages"_s;
    call.query.addQueryItem(u"count"_s, QString::number(kLookBack));
    const Outcome outcome = co_await m_api.graph(call);
    if (!outcome.ok) {
        Error error = outcome.error;
        error.mayHaveArrived = true;
        co_return error;
    }
    const Timestamp attempt = request.firstAttempt.value_or(request.created);
    const qint64 clockOff = outcome.serverTime ? toMs(*outcome.serverTime) - toMs(m_clock.now()) : 0;
    const qint64 since = toMs(attempt) + clockOff - (outcome.serverTime ? kClockSlackMs : kUnknownClockSlackMs);
    const ChatInfo chat = m_chats.value(request.conversationRemoteId);
    ChatInfo place;
    place.id = request.conversationRemoteId;
    place.isDialog = request.conversationKind == ConversationKind::DirectChat;
    place.customer = place.isDialog ? request.contactRemoteId : QString();
    Batch batch;
    Memory memory;
    Reader reader(batch, memory, m_clock.now());
    const Covered covered = reader.history(outcome.value, chat.id.isEmpty() ? place : chat);
    for (const RemoteMessage &message : std::as_const(batch.messages)) {
        const bool fits = message.direction == Direction::Out && toMs(message.time) >= since
            && comparable(message.text) == comparable(part.text) && message.attachments.size() == part.files.size()
            && !m_ours.contains(message.remoteId);
        if (!fits)
            continue;
        claim(message.remoteId);
        PushReceipt receipt;
        receipt.remoteId = message.remoteId;
        receipt.time = message.time;
        co_return std::optional(receipt);
    }
    // A full page that does not reach back to the attempt proves nothing.
    const bool reachesBack = covered.count < kLookBack / 2 || covered.oldest < since;
    if (!reachesBack) {
        co_return Error{ErrorKind::BadReply, u"messages: too many since"_s,
            Words::tr("So much was written since that Parley cannot tell whether this answer arrived."), {}, true};
    }
    co_return std::optional<PushReceipt>();
}

void Connector::claim(const QString &mid)
{
    if (m_ours.size() >= kOursKept)
        m_ours.clear();
    m_ours.insert(mid);
}

void Connector::rememberUnreachable(const PushRequest &request, const Outcome &outcome)
{
    if (outcome.refusal.code != kPermissionDenied)
        return;
    RemoteConversation place;
    place.remoteId = request.conversationRemoteId;
    place.kind = request.conversationKind;
    place.subject = request.subject;
    place.contactRemoteId = request.contactRemoteId;
    place.extra = request.conversationExtra;
    place.canReply = false;
    place.cannotReplyWhy = outcome.error.words;
    m_unreachable << place;
    interrupt();
}

} // namespace parley::platforms::ok
