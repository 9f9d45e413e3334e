// SPDX-License-Identifier: GPL-3.0-or-later
// What VK, or somebody who plays it, may send: events of both long polls, histories, lists of conversations and
// comments. Everything an event brought must be somewhere, as a row or as a raw payload, or be one that is ignored.
#include "platforms/vk/content.h"
#include "platforms/vk/cursor.h"
#include "platforms/vk/decode.h"

#include <QJsonDocument>

#include <cstdint>
#include <cstdlib>

using namespace parley::platforms::vk;

namespace {

void mustBeSound(const Decoded &decoded)
{
    for (const parley::RemoteMessage &message : decoded.batch.messages) {
        if (message.remoteId.isEmpty() || message.conversationRemoteId.isEmpty())
            std::abort();
        if (message.kind == parley::MessageKind::Unsupported && message.raw.isEmpty())
            std::abort();
        if (message.text.size() > 4'000'000)
            std::abort();
    }
    for (const parley::RemoteConversation &conversation : decoded.batch.conversations) {
        if (!Address::from(conversation.remoteId))
            std::abort(); // nobody could ever answer there
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const Cursor cursor = Cursor::from(bytes);
    if (!(Cursor::from(cursor.toBytes()) == Cursor::from(Cursor::from(cursor.toBytes()).toBytes())))
        std::abort(); // what the cursor keeps is what the next page starts from
    const QJsonDocument document = QJsonDocument::fromJson(bytes);
    People people;
    Cards cards;
    const Desk desk{123, &people, &cards, {}};
    Decoded decoded;
    if (document.isArray()) {
        decodeEvents(document.array(), desk, decoded);
        (void)decodeClassic(document.array(), desk, decoded);
        mustBeSound(decoded);
        return 0;
    }
    if (!document.isObject())
        return 0;
    const QJsonObject object = document.object();
    (void)people.unknownIn(object);
    decodeHistory(object, desk, decoded);
    decodeMessages(object, desk, decoded);
    decodeConversations(object, desk, decoded);
    decodeComments(object, {Address::Kind::Wall, -123, 15, 0}, desk, decoded);
    decodeMentions(object, desk, decoded);
    mustBeSound(decoded);
    return 0;
}
