// SPDX-License-Identifier: GPL-3.0-or-later
// What goes out: replies of one or more messages, edits, deletions.
#include "platforms/telegram/connector.h"

#include "platforms/partly.h"
#include "platforms/telegram/content.h"
#include "platforms/telegram/words.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace parley::platforms::telegram {

namespace {

// Each change of a call answers one refusal; more in a row means that something else is wrong.
constexpr int kTurns = 6;

Error unknownConversation(const QString &remoteId)
{
    return {ErrorKind::Rejected, u"no Telegram conversation: "_s + remoteId.left(64),
        Words::tr("Nobody can be written to in this conversation."), {}, false};
}

void addPart(PushReceipt &receipt, const QString &remoteId, Timestamp time)
{
    if (receipt.remoteId.isEmpty()) {
        receipt.remoteId = remoteId;
        receipt.time = time;
    } else {
        receipt.furtherRemoteIds << remoteId;
    }
}

/// Where nobody keeps which part the customer has, repeating it would send that part twice.
Error partly(const Error &error, const PushRequest &request, qsizetype delivered, qsizetype all)
{
    Error told = partlySent(error, delivered, all);
    told.mayHaveArrived = told.mayHaveArrived || !request.partSent;
    return told;
}

} // namespace

QCoro::Task<Result<PushReceipt>> Connector::push(PushRequest request)
{
    const auto address = Address::from(request.conversationRemoteId);
    if (!address)
        co_return unknownConversation(request.conversationRemoteId);
    const auto sending = std::make_shared<Sending>(Sending{std::move(request), *address});
    const QString chat = QString::number(address->chat);
    const bool entered = co_await m_queue.enter(chat);
    if (!entered)
        co_return Error{ErrorKind::Cancelled, u"stopped before it left"_s, {}, {}, false};
    auto receipt = co_await carry(sending);
    if (receipt && sending->moved)
        receipt->newConversationRemoteId = sending->address.toString();
    m_queue.leave(chat);
    co_return receipt;
}

QCoro::Task<Result<PushReceipt>> Connector::carry(std::shared_ptr<Sending> sending)
{
    const PushRequest &request = sending->request;
    if (std::holds_alternative<Reply>(request.command))
        co_return co_await sendReply(sending);
    if (const auto *edit = std::get_if<EditMessage>(&request.command)) {
        const auto call = encodeEdit(*edit, request.targetRemoteId);
        if (!call)
            co_return call.error();
        co_return co_await change(sending, *call);
    }
    if (std::holds_alternative<DeleteMessage>(request.command))
        co_return co_await remove(sending);
    // Statuses, tags, notes: Telegram has none of these, they live in the cache.
    co_return PushReceipt{};
}

/// All messages that the answer made; those that are gone already count as done.
QCoro::Task<Result<PushReceipt>> Connector::remove(std::shared_ptr<Sending> sending)
{
    const QStringList all = QStringList{sending->request.targetRemoteId} + sending->request.furtherRemoteIds;
    for (qsizetype i = 0; i < all.size(); ++i) {
        const auto call = encodeDelete(all.at(i));
        Result<PushReceipt> done = PushReceipt{};
        if (call)
            done = co_await change(sending, *call);
        else
            done = call.error();
        if (!done)
            co_return i > 0 ? partlyDeleted(done.error(), i, all.size()) : done.error();
    }
    co_return PushReceipt{};
}

QCoro::Task<Result<PushReceipt>> Connector::change(std::shared_ptr<Sending> sending, Call call)
{
    const Outcome outcome = co_await callWithTurns(sending, std::move(call), false);
    if (outcome.ok || outcome.turn == Turn::NotModified || outcome.turn == Turn::AlreadyGone)
        co_return PushReceipt{};
    co_return outcome.error;
}

QCoro::Task<Result<PushReceipt>> Connector::sendReply(std::shared_ptr<Sending> sending)
{
    const PushRequest &request = sending->request;
    const auto calls = encodeReply(std::get<Reply>(request.command), sending->address, request.targetRemoteId);
    if (!calls)
        co_return calls.error();
    sending->progress = UploadProgress(request);
    for (qsizetype i = 0; i < request.part; ++i)
        sending->progress.arrived(calls->value(i).file.content.size());
    PushReceipt receipt;
    for (qsizetype i = request.part; i < calls->size(); ++i) {
        const Outcome outcome = co_await callWithTurns(sending, calls->at(i), i > 0);
        const qint64 messageId = outcome.result["message_id"_L1].toInteger();
        if (!outcome.ok || messageId == 0) {
            Error error = outcome.error;
            if (outcome.ok)
                error = {ErrorKind::BadReply, calls->at(i).method + u": no message in the answer"_s, {}, {}, true};
            rememberUnreachable(*sending, error);
            co_return i > 0 ? partly(error, request, i, calls->size()) : error;
        }
        sending->progress.arrived(calls->at(i).file.content.size());
        addPart(receipt, sending->address.message(messageId), timeFrom(outcome.result["date"_L1]));
        if (request.partSent && i + 1 < calls->size()) {
            request.partSent(receipt);
            receipt = {};
        }
    }
    co_return receipt;
}

QCoro::Task<Outcome> Connector::callWithTurns(std::shared_ptr<Sending> sending, Call call, bool mayWait)
{
    if (sending->moved) {
        call.parameters["chat_id"_L1] = sending->address.chat;
        call.parameters.remove("reply_parameters"_L1);
    }
    Outcome outcome;
    for (int turn = 0; turn < kTurns; ++turn) {
        auto told = sending->progress.ofNext(call.file.content.size());
        outcome = co_await m_api.send(call, told);
        if (outcome.ok)
            break;
        const bool slowDown = outcome.error.kind == ErrorKind::RateLimited;
        // Between the parts of a reply we wait ourselves; everywhere else the row goes back to the outbox.
        if (slowDown && mayWait && outcome.error.retryAfter <= m_timing.betweenParts) {
            const auto wait = std::max<std::chrono::milliseconds>(outcome.error.retryAfter, 1s);
            const bool waited = co_await m_sendingPauses.pause(wait);
            if (!waited)
                break;
        } else if (!adapt(call, outcome, *sending)) {
            break;
        }
    }
    co_return outcome;
}

bool Connector::adapt(Call &call, const Outcome &outcome, Sending &sending)
{
    switch (outcome.turn) {
    case Turn::ThreadGone:
        return !call.parameters.take("message_thread_id"_L1).isUndefined();
    case Turn::QuoteGone:
        return !call.parameters.take("reply_parameters"_L1).isUndefined();
    case Turn::GroupUpgraded: {
        if (outcome.refusal.migratedTo == 0 || outcome.refusal.migratedTo == sending.address.chat)
            return false;
        sending.address.chat = outcome.refusal.migratedTo;
        sending.moved = true;
        call.parameters["chat_id"_L1] = sending.address.chat;
        // Message numbers start anew in the new group.
        call.parameters.remove("reply_parameters"_L1);
        return !call.parameters.contains("message_id"_L1);
    }
    case Turn::NoPhoto:
        if (call.fileField != "photo"_L1)
            return false;
        call = asDocument(std::move(call));
        return true;
    case Turn::NoText:
        if (call.method != "editMessageText"_L1)
            return false;
        call = asCaptionEdit(std::move(call));
        return true;
    default:
        return false;
    }
}

void Connector::rememberUnreachable(const Sending &sending, const Error &error)
{
    if (error.kind != ErrorKind::WindowClosed || error.words.isEmpty())
        return;
    RemoteConversation place;
    place.remoteId = sending.request.conversationRemoteId;
    place.kind = sending.request.conversationKind;
    place.subject = sending.request.subject;
    place.contactRemoteId = sending.request.contactRemoteId;
    place.extra = sending.request.conversationExtra;
    place.canReply = false;
    place.cannotReplyWhy = error.words;
    m_unreachable << place;
    interrupt();
}

} // namespace parley::platforms::telegram
