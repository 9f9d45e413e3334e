// SPDX-License-Identifier: GPL-3.0-or-later
#include "platforms/vk/cursor.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace parley::platforms::vk {

namespace {

constexpr qsizetype kCards = 10;
constexpr qsizetype kCarded = 200;
constexpr qsizetype kCardText = 500; // in the cursor, which is written with every page

QJsonObject toJson(const Walk &walk)
{
    QJsonArray dialogs;
    for (const Walk::Dialog &dialog : walk.dialogs)
        dialogs << QJsonArray{dialog.peer, dialog.from, dialog.have, dialog.total};
    QJsonArray places;
    for (const Walk::Place &place : walk.places)
        places << QJsonArray{int(place.kind), place.id, place.offset};
    QJsonObject json{{"stage"_L1, int(walk.stage)}, {"offset"_L1, walk.offset}, {"dialogs"_L1, dialogs},
        {"places"_L1, places}, {"done"_L1, walk.done}, {"total"_L1, walk.total}};
    if (walk.since)
        json["since"_L1] = toMs(*walk.since);
    return json;
}

Walk walkFrom(const QJsonObject &json)
{
    Walk walk;
    walk.stage = Walk::Stage(std::clamp(json["stage"_L1].toInt(), 0, int(Walk::Stage::Listed)));
    walk.offset = std::max(-1, json["offset"_L1].toInt());
    const QJsonArray dialogs = json["dialogs"_L1].toArray();
    for (const QJsonValue &value : dialogs) {
        walk.dialogs << Walk::Dialog{
            value[0].toInteger(), value[1].toInteger(), std::max(0, value[2].toInt()), std::max(0, value[3].toInt())};
    }
    const QJsonArray places = json["places"_L1].toArray();
    for (const QJsonValue &value : places) {
        const int kind = std::clamp(value[0].toInt(), int(Address::Kind::Wall), int(Address::Kind::Board));
        walk.places << Walk::Place{Address::Kind(kind), value[1].toInteger(), std::max(0, value[2].toInt())};
    }
    if (json["since"_L1].isDouble())
        walk.since = fromMs(json["since"_L1].toInteger());
    walk.done = std::max(0, json["done"_L1].toInt());
    walk.total = std::max(0, json["total"_L1].toInt());
    return walk;
}

std::optional<Timestamp> timeIn(const QJsonValue &value)
{
    return value.isDouble() ? std::optional(fromMs(value.toInteger())) : std::nullopt;
}

} // namespace

void Cursor::trim()
{
    while (cards.size() > kCards) {
        const auto oldest = std::min_element(cards.begin(), cards.end(), [](const auto &one, const auto &other) {
            return one.time.value_or(Timestamp{}) < other.time.value_or(Timestamp{});
        });
        carded << oldest.key();
        cards.erase(oldest);
    }
    if (carded.size() > kCarded)
        carded = carded.last(kCarded);
}

QByteArray Cursor::toBytes() const
{
    QJsonObject json;
    if (pts)
        json["pts"_L1] = *pts;
    if (!ts.isEmpty())
        json["ts"_L1] = ts;
    if (heard)
        json["heard"_L1] = toMs(*heard);
    if (mentions)
        json["mentions"_L1] = toMs(*mentions);
    if (walk)
        json["walk"_L1] = vk::toJson(*walk);
    QJsonObject known;
    for (auto card = cards.begin(); card != cards.end(); ++card) {
        ConversationContext shorter = card.value();
        shorter.text = shorter.text.left(kCardText);
        known[card.key()] = parley::toJson(shorter);
    }
    if (!known.isEmpty())
        json["cards"_L1] = known;
    if (!carded.isEmpty())
        json["carded"_L1] = QJsonArray::fromStringList(carded);
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

Cursor Cursor::from(const QByteArray &bytes)
{
    const QJsonObject json = QJsonDocument::fromJson(bytes).object();
    Cursor cursor;
    if (json["pts"_L1].isDouble())
        cursor.pts = json["pts"_L1].toInteger();
    cursor.ts = json["ts"_L1].toString();
    cursor.heard = timeIn(json["heard"_L1]);
    cursor.mentions = timeIn(json["mentions"_L1]);
    if (json["walk"_L1].isObject())
        cursor.walk = walkFrom(json["walk"_L1].toObject());
    const QJsonObject cards = json["cards"_L1].toObject();
    for (auto card = cards.begin(); card != cards.end(); ++card)
        cursor.cards.insert(card.key(), contextFrom(card.value().toObject()));
    const QJsonArray carded = json["carded"_L1].toArray();
    for (const QJsonValue &place : carded)
        cursor.carded << place.toString();
    return cursor;
}

} // namespace parley::platforms::vk
