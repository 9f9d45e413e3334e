// SPDX-License-Identifier: GPL-3.0-or-later
// One object as the server, or somebody who plays it, may send it: a frame of the socket, a conversation or a message.
#include "fuzz/must_be_harmless.h"
#include "platforms/chatwoot/decode.h"
#include "platforms/chatwoot/memory.h"
#include "platforms/chatwoot/workspace.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <cstdint>
#include <cstdlib>

using namespace parley::platforms::chatwoot;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray bytes =
        QByteArray::fromRawData(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const Memory memory = Memory::from(bytes);
    if (!(Memory::from(memory.toCursor()) == memory))
        std::abort(); // what the cursor keeps is what the next page starts from
    const QJsonDocument document = QJsonDocument::fromJson(bytes);
    if (!document.isObject())
        return 0;
    Scope scope;
    scope.user = 7;
    scope.account = 1;
    parley::Batch batch;
    readConversation(document.object(), scope, batch);
    const qsizetype before = batch.messages.size() + batch.raw.size();
    readMessage(document.object(), scope, batch);
    if (batch.messages.size() + batch.raw.size() == before)
        std::abort(); // a message is never thrown away
    const Heard heard = readEvent(document.object(), scope, {});
    if (heard.foreign && !heard.batch.isEmpty())
        std::abort(); // another account's
    SharedRows rows;
    for (const auto &list : {"agents", "teams", "labels", "canned_responses", "custom_filters", "macros"})
        rows.lists[QString::fromLatin1(list)] = {document.object()};
    rows.metrics = document.object();
    (void)workspaceOf(rows, scope);
    for (const parley::RemoteMessage &message : batch.messages + heard.batch.messages)
        parley::fuzz::mustBeHarmless(message.html);
    return 0;
}
