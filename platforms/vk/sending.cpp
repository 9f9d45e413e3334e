// SPDX-License-Identifier: GPL-3.0-or-later
// What goes out: messages, comments, private answers to comments, changes, marks.
#include "platforms/vk/connector.h"

#include "models/split_text.h"
#include "platforms/partly.h"
#include "platforms/vk/content.h"
#include "platforms/vk/errors.h"
#include "platforms/vk/words.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace parley::platforms::vk {

namespace {

constexpr int kShortest = 256; // a text that is too long even so is too long for another reason
constexpr int kHistoryPage = 200;
constexpr int kHistoryPages = 5;

Error unknownConversation(const QString &remoteId)
{
    return {ErrorKind::Rejected, u"no VK conversation: "_s + remoteId.left(64),
        Words::tr("Nobody can be written to in this conversation."), {}, false};
}

Error needsSecond()
{
    return {ErrorKind::Forbidden, u"a community's token cannot do this"_s,
        Words::tr("VK lets only a person's token do this here, and this account has none. Nothing was changed. Add a "
                  "user token to the account, or do it in VK itself."),
        {}, false};
}

Error partly(const Error &error, qsizetype delivered, qsizetype all)
{
    Error told = partlySent(error, delivered, all);
    // What is tried again goes on behind the parts that arrived; what is not must not look unsent.
    told.mayHaveArrived = told.mayHaveArrived || !told.isRetryable();
    return told;
}

QStringList piecesOfReply(const Reply &reply)
{
    QStringList pieces = splitText(reply.text, kTextLimit);
    if (pieces.isEmpty())
        pieces << QString(); // files alone
    return pieces;
}

PushReceipt receiptOf(const QStringList &sent)
{
    PushReceipt receipt;
    if (!sent.isEmpty()) {
        receipt.remoteId = sent.first();
        receipt.furtherRemoteIds = sent.mid(1);
    }
    return receipt;
}

/// The numbers of which each says that this part is there whole: its own, or that of its last piece where VK wanted it
/// cut smaller.
QSet<qint64> numbersOf(const QString &clientId, int part, const QString &text)
{
    QSet<qint64> numbers{randomIdFor(clientId, part)};
    for (int limit = kTextLimit / 2; limit >= kShortest; limit /= 2) {
        const auto pieces = splitText(text, limit).size();
        if (pieces > 1)
            numbers << randomIdFor(clientId, part, int(pieces) - 1 + limit);
    }
    return numbers;
}

/// Who wrote the comment that is answered in private; 0: nobody who can be written to
qint64 authorOf(const PushRequest &request)
{
    const qint64 from = request.lastInboundExtra["from"_L1].toInteger();
    return from > 0 ? from : request.contactRemoteId.toLongLong();
}

/// {"5502":1}, [{"message_id":5502,"response":1}] or 1: what became of a deletion.
std::optional<Error> refusedDeletion(const QJsonValue &response)
{
    const Error gone{ErrorKind::NotFound, u"messages.delete: nothing was deleted"_s,
        Words::tr("VK no longer has this message."), {}, false};
    if (response.isArray()) {
        const QJsonObject item = response[0].toObject();
        if (const QJsonObject error = item["error"_L1].toObject(); !error.isEmpty()) {
            platforms::http::Request request;
            request.label = u"messages.delete"_s;
            return errorFrom(
                Refusal{error["code"_L1].toInt(), error["description"_L1].toString().left(300), {}}, request);
        }
        return item["response"_L1].toVariant().toBool() ? std::nullopt : std::optional(gone);
    }
    if (response.isObject()) {
        const QJsonObject answers = response.toObject();
        return answers.isEmpty() || answers.begin()->toInt() != 1 ? std::optional(gone) : std::nullopt;
    }
    return response.toInt() == 1 ? std::nullopt : std::optional(gone);
}

} // namespace

QCoro::Task<Result<PushReceipt>> Connector::push(PushRequest request)
{
    if (m_stopped)
        co_return Error{ErrorKind::Cancelled, u"stopped before it left"_s, {}, {}, false};
    if (std::holds_alternative<Reply>(request.command))
        co_return co_await reply(std::move(request));
    if (std::holds_alternative<EditMessage>(request.command))
        co_return co_await edit(std::move(request));
    if (std::holds_alternative<DeleteMessage>(request.command))
        co_return co_await remove(std::move(request));
    const auto address = Address::from(request.conversationRemoteId);
    // Comments have no marks, and statuses, tags and notes live in the cache alone.
    if (!address || !address->isDialog())
        co_return PushReceipt{};
    Call call{{}, {{"peer_id"_L1, address->owner}}};
    if (std::holds_alternative<MarkRead>(request.command)) {
        call.method = u"messages.markAsRead"_s;
        call.parameters["mark_conversation_as_read"_L1] = 1;
        if (const qint64 cmid = request.lastInboundExtra["cmid"_L1].toInteger(); cmid > 0)
            call.parameters["up_to_cmid"_L1] = cmid;
    } else if (std::holds_alternative<MarkAnswered>(request.command)) {
        call.method = u"messages.markAsAnsweredConversation"_s;
        call.parameters["answered"_L1] = 1;
    } else if (const auto *priority = std::get_if<SetPriority>(&request.command)) {
        const bool important = priority->priority == Priority::High || priority->priority == Priority::Urgent;
        call.method = u"messages.markAsImportantConversation"_s;
        call.parameters["important"_L1] = important ? 1 : 0;
        m_ownMarks.insert(request.conversationRemoteId, important);
    } else {
        co_return PushReceipt{};
    }
    co_return co_await mark(std::move(request), std::move(call));
}

QCoro::Task<Result<PushReceipt>> Connector::mark(PushRequest request, Call call)
{
    const Outcome outcome = co_await m_api.call(call.method, call.parameters, true);
    if (!outcome.ok) {
        m_ownMarks.remove(request.conversationRemoteId);
        co_return outcome.error;
    }
    co_return PushReceipt{};
}

QCoro::Task<Result<PushReceipt>> Connector::reply(PushRequest request)
{
    const auto address = Address::from(request.conversationRemoteId);
    if (!address)
        co_return unknownConversation(request.conversationRemoteId);
    const auto &command = std::get<Reply>(request.command);
    if (const auto fit = checkReply(command, *address); !fit)
        co_return fit.error();
    const auto sending = std::make_shared<Sending>();
    sending->privately = command.privately && !address->isDialog();
    sending->address = sending->privately ? Address::dialog(authorOf(request)) : *address;
    sending->request = std::move(request);
    if (sending->address.owner == 0)
        co_return unknownConversation(sending->request.conversationRemoteId);
    Result<void> done;
    if (sending->address.isDialog())
        done = co_await sendMessages(sending);
    else
        done = co_await sendComments(sending);
    if (!done)
        co_return done.error();
    m_uploaded.remove(sending->request.clientId);
    PushReceipt receipt = receiptOf(sending->sent);
    if (sending->privately)
        receipt.privateConversationRemoteId = sending->address.toString();
    co_return receipt;
}

QCoro::Task<Result<void>> Connector::sendMessages(std::shared_ptr<Sending> sending)
{
    const auto &command = std::get<Reply>(sending->request.command);
    const QStringList pieces = piecesOfReply(command);
    const auto files = co_await uploadAll(sending->request, sending->address.owner);
    if (!files)
        co_return files.error();
    sending->files = *files;
    for (int part = std::max(0, sending->request.part); part < pieces.size(); ++part) {
        const bool isLast = part + 1 == pieces.size();
        const auto ids = co_await sendPiece(sending, part, pieces.at(part), isLast);
        if (!ids)
            co_return part > 0 ? partly(ids.error(), part, pieces.size()) : ids.error();
        sending->sent << *ids;
        if (!isLast && sending->request.partSent)
            sending->request.partSent(receiptOf(*ids));
    }
    // Whether an answer clears the mark "unanswered" is not documented. Its failure is of no consequence.
    if (!m_stopped && !sending->address.isChat()) {
        const QJsonObject parameters{{"peer_id"_L1, sending->address.owner}, {"answered"_L1, 1}};
        (void)co_await m_api.call(u"messages.markAsAnsweredConversation"_s, parameters);
    }
    co_return Result<void>();
}

/// One piece of the text; where the server's limit turns out to be smaller than ours, in pieces of its own.
QCoro::Task<Result<QStringList>> Connector::sendPiece(
    std::shared_ptr<Sending> sending, int part, QString text, bool isLast)
{
    QStringList ids;
    QStringList pieces{text};
    int limit = kTextLimit;
    for (int piece = 0; piece < pieces.size(); ++piece) {
        const QStringList files = isLast && piece + 1 == pieces.size() ? sending->files : QStringList();
        const QString answered = part == 0 && piece == 0 ? sending->request.targetRemoteId : QString();
        // Piece 0 of one that was cut again has another number than the whole.
        const int number = pieces.size() == 1 ? 0 : piece + limit;
        const qint32 randomId = randomIdFor(sending->request.clientId, part, number);
        Call call = messageCall(sending->address, pieces.at(piece), randomId, answered, files);
        const Outcome outcome = co_await patiently(std::move(call), Token::Community, part > 0 || piece > 0);
        if (outcome.code == code::kTooLong && piece == 0 && limit / 2 >= kShortest) {
            limit /= 2;
            pieces = splitText(text, limit);
            piece = -1;
            continue;
        }
        if (!outcome.ok) {
            rememberClosed(*sending, outcome);
            Error error = outcome.error;
            if (sending->privately && isClosed(outcome.code) && !error.words.isEmpty()) {
                error.kind = ErrorKind::Forbidden;
                error.words =
                    Words::tr("Closed profile, or not allowed to write: this person takes no messages from the "
                              "community. Nothing was sent; answer under the post instead.");
            }
            co_return error;
        }
        const qint64 id = outcome.response.isArray() ? outcome.response[0]["message_id"_L1].toInteger()
                                                     : outcome.response.toInteger();
        const qint64 cmid = outcome.response[0]["conversation_message_id"_L1].toInteger();
        // In group chats the id is 0; the message is then known when it comes back.
        if (id > 0 || cmid > 0)
            ids << messageRemoteId(sending->address.owner, id, cmid);
    }
    co_return ids;
}

QCoro::Task<Result<void>> Connector::sendComments(std::shared_ptr<Sending> sending)
{
    const Address &thread = sending->address;
    // On walls the community's own token may comment; elsewhere only a person's, in its name.
    const Token token = thread.kind == Address::Kind::Wall ? Token::Community : Token::Second;
    if (token == Token::Second && m_second != Second::User && m_second != Second::NotAsked)
        co_return needsSecond();
    const QStringList pieces = piecesOfReply(std::get<Reply>(sending->request.command));
    for (int part = std::max(0, sending->request.part); part < pieces.size(); ++part) {
        const QString guid = guidFor(sending->request.clientId, part);
        Call call = commentCall(thread, pieces.at(part), guid, sending->request.targetRemoteId, m_group);
        const Outcome outcome = co_await patiently(std::move(call), token, part > 0);
        const qint64 id =
            outcome.response.isObject() ? outcome.response["comment_id"_L1].toInteger() : outcome.response.toInteger();
        Error error = outcome.error;
        if (outcome.ok && id <= 0)
            error = {ErrorKind::BadReply, u"createComment: no comment in the answer"_s, {}, {}, true};
        if (!outcome.ok || id <= 0)
            co_return part > 0 ? partly(error, part, pieces.size()) : error;
        sending->sent << thread.comment(id);
        if (part + 1 < pieces.size() && sending->request.partSent)
            sending->request.partSent(receiptOf({thread.comment(id)}));
    }
    co_return Result<void>();
}

/// \param mayWait  between the parts of an answer we wait ourselves; everywhere else the row goes back to the outbox
QCoro::Task<Outcome> Connector::patiently(Call call, Token token, bool mayWait)
{
    Outcome outcome = co_await m_api.call(call.method, call.parameters, true, token);
    for (int tries = 0; tries < 3; ++tries) {
        const bool slowDown = outcome.error.kind == ErrorKind::RateLimited;
        if (outcome.ok || !slowDown || !mayWait || outcome.error.retryAfter > m_timing.betweenParts)
            break;
        const auto wait = std::max<std::chrono::milliseconds>(outcome.error.retryAfter, 1s);
        const bool waited = co_await m_sendingPauses.pause(wait);
        if (!waited)
            break;
        outcome = co_await m_api.call(call.method, call.parameters, true, token);
    }
    co_return outcome;
}

void Connector::rememberClosed(const Sending &sending, const Outcome &outcome)
{
    if (sending.privately || !isClosed(outcome.code))
        return;
    RemoteConversation dialog;
    dialog.remoteId = sending.request.conversationRemoteId;
    dialog.kind = sending.request.conversationKind;
    dialog.subject = sending.request.subject;
    dialog.contactRemoteId = sending.request.contactRemoteId;
    dialog.extra = sending.request.conversationExtra;
    dialog.canReply = false;
    dialog.cannotReplyWhy = outcome.error.words;
    m_closed << dialog;
    interrupt();
}

QCoro::Task<Result<PushReceipt>> Connector::edit(PushRequest request)
{
    const auto name = MessageName::from(request.targetRemoteId);
    const QString text = std::get<EditMessage>(request.command).text;
    if (!name) {
        co_return Error{ErrorKind::Rejected, u"edit of an unsent message"_s,
            Words::tr("The message to change was never sent."), {}, false};
    }
    if (text.size() > kTextLimit) {
        co_return Error{ErrorKind::Rejected, u"edit too long"_s,
            Words::tr("The text is longer than VK takes (%1 characters). The message stays as it was.").arg(kTextLimit),
            {}, false};
    }
    if (!name->place.isDialog()) {
        if (m_second != Second::User && m_second != Second::NotAsked)
            co_return needsSecond();
        const Call call = editCommentCall(*name, text, {});
        const Outcome changed = co_await m_api.call(call.method, call.parameters, true, Token::Second);
        if (!changed.ok)
            co_return changed.error;
        co_return PushReceipt{};
    }
    const auto before = co_await messageNamed(request.targetRemoteId);
    if (!before)
        co_return before.error();
    const Call call = editMessageCall(*name, text, attachmentNames(*before));
    const Outcome changed = co_await m_api.call(call.method, call.parameters, true);
    if (!changed.ok)
        co_return changed.error;
    co_return PushReceipt{};
}

/// All messages that the answer made. Those that are gone already are passed over.
QCoro::Task<Result<PushReceipt>> Connector::remove(PushRequest request)
{
    const QStringList all = QStringList{request.targetRemoteId} + request.furtherRemoteIds;
    int deleted = 0;
    std::optional<Error> gone;
    for (qsizetype i = 0; i < all.size(); ++i) {
        const Outcome done = co_await removeOne(all.at(i));
        // A comment that was deleted is denied, like one that never was ours; of several the others tell which.
        const bool isDenied = done.code == code::kCommentDenied || done.code == code::kAccess;
        const bool isGone = done.error.kind == ErrorKind::NotFound || (isDenied && all.size() > 1);
        if (done.ok)
            ++deleted;
        else if (isGone)
            gone = done.error;
        else
            co_return deleted > 0 ? partlyDeleted(done.error, deleted, all.size()) : done.error;
    }
    if (deleted == 0 && gone)
        co_return *gone;
    co_return PushReceipt{};
}

QCoro::Task<Outcome> Connector::removeOne(QString remoteId)
{
    Outcome refused;
    const auto name = MessageName::from(remoteId);
    if (!name) {
        refused.error = Error{ErrorKind::Rejected, u"deletion of an unsent message"_s,
            Words::tr("The message to delete was never sent."), {}, false};
        co_return refused;
    }
    if (name->place.isDialog()) {
        const Call call = deleteMessageCall(*name);
        Outcome gone = co_await m_api.call(call.method, call.parameters, true);
        const auto why = gone.ok ? refusedDeletion(gone.response) : std::nullopt;
        gone.ok = gone.ok && !why;
        if (why)
            gone.error = *why;
        co_return gone;
    }
    if (m_second != Second::User && m_second != Second::NotAsked) {
        refused.error = needsSecond();
        co_return refused;
    }
    const Call call = deleteCommentCall(*name);
    co_return co_await m_api.call(call.method, call.parameters, true, Token::Second);
}

/// After VK's own memory of sends ran out: looks for the numbers of the answer's parts in the dialog.
QCoro::Task<Result<std::optional<PushReceipt>>> Connector::findSent(PushRequest request)
{
    const auto *command = std::get_if<Reply>(&request.command);
    const auto address = Address::from(request.conversationRemoteId);
    if (!command || !address)
        co_return std::optional<PushReceipt>();
    const bool isDialog = address->isDialog() || command->privately;
    if (!isDialog) {
        co_return Error{ErrorKind::Rejected, u"comments cannot be told apart"_s,
            Words::tr("VK cannot tell whether this comment arrived: look under the post before it is sent again."), {},
            true};
    }
    const qint64 peer = address->isDialog() ? address->owner : authorOf(request);
    const QStringList pieces = piecesOfReply(*command);
    const qsizetype parts = pieces.size();
    QList<QSet<qint64>> numbers;
    for (int part = 0; part < parts; ++part)
        numbers << numbersOf(request.clientId, part, pieces.at(part));
    QMap<int, QString> found; // by part
    for (int pages = 0; pages < kHistoryPages; ++pages) {
        const QJsonObject parameters{
            {"peer_id"_L1, peer}, {"count"_L1, kHistoryPage}, {"offset"_L1, pages * kHistoryPage}};
        const Outcome outcome = co_await m_api.call(u"messages.getHistory"_s, parameters);
        if (!outcome.ok)
            co_return outcome.error;
        const QJsonArray items = outcome.response["items"_L1].toArray();
        for (const QJsonValue &value : items) {
            const QJsonObject message = value.toObject();
            const qint64 randomId = message["random_id"_L1].toInteger();
            for (int part = std::max(0, request.part); part < parts && randomId != 0; ++part) {
                if (numbers.at(part).contains(randomId))
                    found.insert(part,
                        messageRemoteId(
                            peer, message["id"_L1].toInteger(), message["conversation_message_id"_L1].toInteger()));
            }
        }
        const qint64 oldest = items.isEmpty() ? 0 : items.last()["date"_L1].toInteger() * 1000;
        if (items.size() < kHistoryPage || (request.firstAttempt && oldest < toMs(*request.firstAttempt) - 60'000))
            break;
    }
    QStringList sent;
    for (int part = std::max(0, request.part); part < parts && found.contains(part); ++part) {
        sent << found.value(part);
        if (part + 1 < parts && request.partSent)
            request.partSent(receiptOf({found.value(part)}));
    }
    if (request.part + sent.size() < parts || sent.isEmpty())
        co_return std::optional<PushReceipt>();
    PushReceipt receipt = receiptOf(sent);
    if (!address->isDialog())
        receipt.privateConversationRemoteId = QString::number(peer);
    co_return std::optional(receipt);
}

QCoro::Task<Result<void>> Connector::showTyping(QString conversationRemoteId, QJsonObject)
{
    const auto address = Address::from(conversationRemoteId);
    if (!address || !address->isDialog())
        co_return Result<void>();
    const QJsonObject parameters{{"peer_id"_L1, address->owner}, {"type"_L1, u"typing"_s}};
    const Outcome outcome = co_await m_api.call(u"messages.setActivity"_s, parameters);
    if (!outcome.ok)
        co_return outcome.error;
    co_return Result<void>();
}

} // namespace parley::platforms::vk
