// SPDX-License-Identifier: GPL-3.0-or-later
#include "platforms/telegram/decode.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace parley::platforms::telegram {

namespace {

// The cursor is written with every page. A name forgotten here comes again with the topic's next message.
constexpr qsizetype kTopicsKept = 200;

} // namespace

QByteArray Memory::toCursor() const
{
    QJsonObject json;
    if (offset)
        json["offset"_L1] = *offset;
    if (heard)
        json["heard"_L1] = toMs(*heard);
    if (!discussions.isEmpty()) {
        QList<qint64> ids(discussions.begin(), discussions.end());
        std::ranges::sort(ids);
        QJsonArray array;
        for (const qint64 id : ids)
            array << id;
        json["discussions"_L1] = array;
    }
    QJsonObject names;
    for (auto topic = topics.begin(); topic != topics.end() && names.size() < kTopicsKept; ++topic)
        names[topic.key()] = topic.value();
    if (!names.isEmpty())
        json["topics"_L1] = names;
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

Memory Memory::from(const QByteArray &cursor)
{
    const QJsonObject json = QJsonDocument::fromJson(cursor).object();
    Memory memory;
    if (json["offset"_L1].isDouble())
        memory.offset = json["offset"_L1].toInteger();
    if (json["heard"_L1].isDouble())
        memory.heard = fromMs(json["heard"_L1].toInteger());
    for (const QJsonValue &id : json["discussions"_L1].toArray())
        memory.discussions << id.toInteger();
    const QJsonObject names = json["topics"_L1].toObject();
    for (auto name = names.begin(); name != names.end(); ++name)
        memory.topics.insert(name.key(), name.value().toString());
    return memory;
}

} // namespace parley::platforms::telegram
