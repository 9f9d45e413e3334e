// SPDX-License-Identifier: GPL-3.0-or-later
#include "platforms/telegram/decode.h"

#include "platforms/telegram/update_reader.h"

#include <QJsonObject>

#include <algorithm>
#include <limits>
#include <vector>

using namespace Qt::StringLiterals;

namespace parley::platforms::telegram {

namespace {

using Read = bool (UpdateReader::*)(const QJsonObject &content);

struct Kind {
    QLatin1StringView field;
    Read read;
};

const Kind kKinds[] = {
    {"message"_L1, &UpdateReader::message},
    {"edited_message"_L1, &UpdateReader::edit},
    {"channel_post"_L1, &UpdateReader::message},
    {"edited_channel_post"_L1, &UpdateReader::edit},
    {"business_message"_L1, &UpdateReader::message},
    {"edited_business_message"_L1, &UpdateReader::edit},
    {"deleted_business_messages"_L1, &UpdateReader::deletion},
    {"business_connection"_L1, &UpdateReader::businessConnection},
    {"my_chat_member"_L1, &UpdateReader::membership},
    {"message_reaction"_L1, &UpdateReader::reaction},
    {"callback_query"_L1, &UpdateReader::button},
};

// The ids the official server gives fit in 32 bits; the bound keeps id + 1 from overflowing on nonsense.
std::optional<qint64> idOf(const QJsonValue &update)
{
    const QJsonValue id = update["update_id"_L1];
    if (!id.isDouble() || id.toInteger(-1) < 0 || id.toInteger() == std::numeric_limits<qint64>::max())
        return std::nullopt;
    return id.toInteger();
}

void read(const QJsonValue &update, UpdateReader &reader)
{
    const QJsonObject object = update.toObject();
    for (const Kind &kind : kKinds) {
        const QJsonValue content = object[kind.field];
        if (!content.isObject())
            continue;
        if (!(reader.*kind.read)(content.toObject()))
            reader.raw(update, u"%1 without its necessary fields"_s.arg(kind.field));
        return;
    }
    QStringList fields = object.keys();
    fields.removeOne(u"update_id"_s);
    reader.raw(update, u"unknown kind of update: "_s + fields.join(u", "_s).left(200));
}

} // namespace

Decoded decodeUpdates(const QJsonArray &updates, Memory &memory, Timestamp now)
{
    // In the order they happened, whatever order they came in: an edit after its message, "blocked" after "unblocked".
    std::vector<QJsonValue> inOrder(updates.begin(), updates.end());
    std::ranges::stable_sort(inOrder, {}, [](const QJsonValue &update) { return idOf(update).value_or(-1); });
    Decoded decoded;
    decoded.updates = updates.size();
    UpdateReader reader(decoded, memory, now);
    for (const QJsonValue &update : inOrder) {
        const auto id = idOf(update);
        reader.begin(id.value_or(0));
        read(update, reader);
        if (id)
            memory.offset = *id + 1;
    }
    return decoded;
}

QStringList readableUpdates()
{
    QStringList names;
    for (const Kind &kind : kKinds)
        names << kind.field;
    return names;
}

} // namespace parley::platforms::telegram
