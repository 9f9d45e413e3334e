// SPDX-License-Identifier: GPL-3.0-or-later
// What Odnoklassniki, or somebody who plays it, may send: chats, histories, updates, discussions, comments, and
// refusals. Every item must be somewhere, as a row, a deletion or a raw payload.
#include "platforms/ok/address.h"
#include "platforms/ok/comments.h"
#include "platforms/ok/decode.h"
#include "platforms/ok/errors.h"
#include "platforms/ok/json_text.h"

#include <QJsonDocument>

#include <cstdint>
#include <cstdlib>

using namespace parley;
using namespace parley::platforms::ok;

namespace {

void mustBeSound(const Batch &batch)
{
    for (const RemoteMessage &message : batch.messages) {
        if (message.remoteId.isEmpty() || message.conversationRemoteId.isEmpty())
            std::abort();
        if (message.kind == MessageKind::Unsupported && message.raw.isEmpty())
            std::abort();
        if (toMs(message.time) < 0)
            std::abort();
    }
    for (const RemoteConversation &conversation : batch.conversations) {
        if (!isChat(conversation.remoteId) && !Discussion::from(conversation.remoteId))
            std::abort(); // nobody could ever answer there
    }
}

void readGraph(const QJsonValue &answer)
{
    Memory memory;
    Batch batch;
    Reader reader(batch, memory, fromMs(1'790'000'000'000));
    ChatInfo chat;
    chat.id = QStringLiteral("chat:C3ec");
    const ChatPage chats = readChats(answer);
    if (!chats.chats.isEmpty())
        chat = chats.chats.first();
    const Covered covered = reader.history(answer, chat);
    const qsizetype kept = batch.messages.size() + batch.deletions.size() + batch.raw.size();
    if (kept < covered.count)
        std::abort(); // something was thrown away
    const QJsonArray updates = listIn(answer, QLatin1StringView("updates"));
    for (const QJsonValue &update : updates)
        (void)chatOfUpdate(update);
    reader.updates(updates, {});
    mustBeSound(batch);
    if (!(Memory::from(memory.toCursor()) == memory))
        std::abort(); // what the cursor keeps is what the next page starts from
}

void readRest(const QJsonValue &answer)
{
    Batch batch;
    DiscussionInfo in{{QStringLiteral("GROUP_TOPIC"), QStringLiteral("1")}, {}, QStringLiteral("53"), 0};
    for (const DiscussionInfo &info : readDiscussions(answer).discussions) {
        batch.conversations << conversationFrom(info, false);
        in = info;
    }
    batch.messages = readComments(answer, in, fromMs(1)).messages;
    mustBeSound(batch);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    // Writing seq as text must neither make nor break JSON.
    const bool wasJson = !QJsonDocument::fromJson(bytes).isNull();
    const auto answer = readJson(bytes);
    if (wasJson && !answer)
        std::abort();
    const QByteArray cursor = Memory::from(bytes).toCursor();
    if (Memory::from(cursor).toCursor() != cursor)
        std::abort();
    if (!answer)
        return 0;
    (void)refusalIn(*answer, {});
    readGraph(*answer);
    readRest(*answer);
    return 0;
}
