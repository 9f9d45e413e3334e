// SPDX-License-Identifier: GPL-3.0-or-later
#include "platforms/ok/memory.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace parley::platforms::ok {

namespace {

// The cursor is written with every page: what serves to notice edits and deletions is kept small.
constexpr qsizetype kRecentChats = 12;
constexpr qsizetype kRecentMessages = 25;
constexpr qsizetype kShutKept = 200;
constexpr qsizetype kTalksKept = 300;

QJsonArray toJson(const QList<Window> &windows)
{
    QJsonArray array;
    for (const Window &window : windows)
        array << QJsonArray{window.chat, window.from};
    return array;
}

QList<Window> windowsFrom(const QJsonValue &value)
{
    QList<Window> windows;
    for (const QJsonValue &window : value.toArray())
        windows << Window{window[0].toString(), window[1].toInteger()};
    return windows;
}

QJsonObject toJson(const Round &round)
{
    return {{"high"_L1, round.high}, {"marker"_L1, round.marker}, {"paged"_L1, round.paged},
        {"queue"_L1, toJson(round.queue)}};
}

Round roundFrom(const QJsonValue &json)
{
    return {json["high"_L1].toInteger(), json["marker"_L1].toString(), json["paged"_L1].toBool(),
        windowsFrom(json["queue"_L1])};
}

QJsonObject toJson(const Fill &fill)
{
    return {{"marker"_L1, fill.marker}, {"pagesDone"_L1, fill.pagesDone}, {"queue"_L1, toJson(fill.queue)},
        {"later"_L1, toJson(fill.later)}, {"messages"_L1, fill.messages}, {"chats"_L1, fill.chats}};
}

Fill fillFrom(const QJsonValue &json)
{
    return {json["marker"_L1].toString(), json["pagesDone"_L1].toBool(), windowsFrom(json["queue"_L1]),
        windowsFrom(json["later"_L1]), json["messages"_L1].toInt(), json["chats"_L1].toInt()};
}

QJsonObject toJson(const QMap<QString, QList<Seen>> &recent)
{
    QJsonObject json;
    for (auto chat = recent.begin(); chat != recent.end(); ++chat) {
        QJsonArray list;
        for (const Seen &seen : *chat)
            list << QJsonArray{seen.mid, seen.ms, qint64(seen.mark)};
        json[chat.key()] = list;
    }
    return json;
}

QMap<QString, QList<Seen>> recentFrom(const QJsonObject &json)
{
    QMap<QString, QList<Seen>> recent;
    for (auto chat = json.begin(); chat != json.end(); ++chat) {
        QList<Seen> list;
        for (const QJsonValue &seen : chat->toArray())
            list << Seen{seen[0].toString(), seen[1].toInteger(), quint32(seen[2].toInteger())};
        recent.insert(chat.key(), list);
    }
    return recent;
}

/// Drops what has the smallest value until \a most are left.
template <typename Value, typename Age>
void keepNewest(QMap<QString, Value> &map, qsizetype most, Age age)
{
    while (map.size() > most) {
        const auto oldest =
            std::min_element(map.begin(), map.end(), [&](const Value &a, const Value &b) { return age(a) < age(b); });
        map.erase(oldest);
    }
}

} // namespace

bool Memory::notice(const QString &chat, const Seen &seen)
{
    QList<Seen> &list = recent[chat];
    const auto known = std::ranges::find(list, seen.mid, &Seen::mid);
    if (known != list.end()) {
        const bool changed = known->mark != seen.mark;
        known->mark = seen.mark;
        return changed;
    }
    list.insert(std::ranges::lower_bound(list, seen.ms, std::greater{}, &Seen::ms), seen);
    if (list.size() > kRecentMessages)
        list.resize(kRecentMessages);
    keepNewest(recent, kRecentChats, [](const QList<Seen> &of) { return of.isEmpty() ? 0 : of.first().ms; });
    return false;
}

void Memory::forget(const QString &chat, const QStringList &mids)
{
    const auto list = recent.find(chat);
    if (list != recent.end())
        list->removeIf([&](const Seen &seen) { return mids.contains(seen.mid); });
}

QStringList Memory::missing(const QString &chat, qint64 oldest, const QSet<QString> &present) const
{
    QStringList mids;
    const QList<Seen> list = recent.value(chat);
    for (const Seen &seen : list) {
        // At the window's very edge there may be more than it holds.
        if (seen.ms > oldest && !present.contains(seen.mid))
            mids << seen.mid;
    }
    return mids;
}

qint64 Memory::newestIn(const QString &chat) const
{
    const QList<Seen> list = recent.value(chat);
    return list.isEmpty() ? 0 : list.first().ms;
}

QStringList Memory::liveliest() const
{
    QStringList chats = recent.keys();
    std::ranges::sort(chats, std::greater{}, [this](const QString &chat) { return newestIn(chat); });
    return chats;
}

QByteArray Memory::toCursor() const
{
    QJsonObject json;
    if (low)
        json["low"_L1] = *low;
    if (!marker.isEmpty())
        json["marker"_L1] = marker;
    if (round)
        json["round"_L1] = toJson(*round);
    if (fill)
        json["fill"_L1] = toJson(*fill);
    if (!recent.isEmpty())
        json["recent"_L1] = toJson(recent);
    QMap<QString, qint64> keptShut = shut;
    keepNewest(keptShut, kShutKept, [](qint64 at) { return at; });
    QJsonObject chats;
    for (auto chat = keptShut.begin(); chat != keptShut.end(); ++chat)
        chats[chat.key()] = *chat;
    if (!chats.isEmpty())
        json["shut"_L1] = chats;
    QMap<QString, Talk> keptTalks = talks;
    keepNewest(keptTalks, kTalksKept, [](const Talk &talk) { return talk.newest; });
    QJsonObject discussions;
    for (auto talk = keptTalks.begin(); talk != keptTalks.end(); ++talk)
        discussions[talk.key()] = QJsonArray{talk->count, talk->newest};
    if (!discussions.isEmpty())
        json["talks"_L1] = discussions;
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

Memory Memory::from(const QByteArray &cursor)
{
    const QJsonObject json = QJsonDocument::fromJson(cursor).object();
    Memory memory;
    if (json["low"_L1].isDouble())
        memory.low = json["low"_L1].toInteger();
    memory.marker = json["marker"_L1].toString();
    if (json["round"_L1].isObject())
        memory.round = roundFrom(json["round"_L1]);
    if (json["fill"_L1].isObject())
        memory.fill = fillFrom(json["fill"_L1]);
    memory.recent = recentFrom(json["recent"_L1].toObject());
    const QJsonObject chats = json["shut"_L1].toObject();
    for (auto chat = chats.begin(); chat != chats.end(); ++chat)
        memory.shut.insert(chat.key(), chat->toInteger());
    const QJsonObject discussions = json["talks"_L1].toObject();
    for (auto talk = discussions.begin(); talk != discussions.end(); ++talk)
        memory.talks.insert(talk.key(), {(*talk)[0].toInt(), (*talk)[1].toInteger()});
    return memory;
}

} // namespace parley::platforms::ok
