// SPDX-License-Identifier: GPL-3.0-or-later
// One update as Telegram, or somebody who plays it, may send it. The stream must go on behind it whatever it is, and
// what it brought must be somewhere: as rows or as a raw payload.
#include "platforms/telegram/decode.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <cstdint>
#include <cstdlib>

using namespace parley::platforms;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QJsonDocument document = QJsonDocument::fromJson(
        QByteArray::fromRawData(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size)));
    if (!document.isObject())
        return 0;
    telegram::Memory memory;
    const telegram::Decoded decoded = telegram::decodeUpdates({document.object()}, memory);
    if (decoded.updates != 1)
        std::abort();
    const telegram::Memory again = telegram::Memory::from(memory.toCursor());
    if (!(again == memory))
        std::abort(); // what the cursor keeps is what the next page starts from
    return 0;
}
