// SPDX-License-Identifier: GPL-3.0-or-later
#include "platforms/chatwoot/memory.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace parley::platforms::chatwoot {

namespace {

QJsonArray toJson(const Moment &moment)
{
    return {toMs(moment.server), toMs(moment.here)};
}

Moment momentFrom(const QJsonValue &json)
{
    return {fromMs(json[0].toInteger()), fromMs(json[1].toInteger())};
}

QString text(const IdSet &ids)
{
    return QString::fromLatin1(ids.packed());
}

IdSet idsFrom(const QJsonValue &json)
{
    return IdSet::unpacked(json.toString().toLatin1());
}

} // namespace

QByteArray Memory::toCursor() const
{
    QJsonObject json{{u"v"_s, 1}, {u"known"_s, text(known)}, {u"listed"_s, text(listed)}, {u"fill_mark"_s, fillMark},
        {u"mark"_s, mark}, {u"next_mark"_s, nextMark}, {u"marked"_s, toMs(marked)}};
    if (walk) {
        QJsonObject made{{u"page"_s, walk->page}, {u"done"_s, walk->done}, {u"total"_s, walk->total},
            {u"began"_s, toJson(walk->began)}};
        if (walk->until)
            made.insert(u"until"_s, toMs(*walk->until));
        json.insert(u"walk"_s, made);
    }
    if (older)
        json.insert(u"older"_s, QJsonObject{{u"page"_s, older->page}, {u"pages_done"_s, older->pagesDone}});
    if (sweep)
        json.insert(u"sweep"_s, QJsonObject{{u"page"_s, sweep->page}, {u"seen"_s, text(sweep->seen)}});
    if (swept)
        json.insert(u"swept"_s, toMs(*swept));
    if (synced)
        json.insert(u"synced"_s, toJson(*synced));
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

Memory Memory::from(const QByteArray &cursor)
{
    const QJsonObject json = QJsonDocument::fromJson(cursor).object();
    Memory memory;
    if (json["v"_L1].toInt() != 1)
        return memory;
    memory.known = idsFrom(json["known"_L1]);
    memory.listed = idsFrom(json["listed"_L1]);
    memory.fillMark = json["fill_mark"_L1].toInteger();
    memory.mark = json["mark"_L1].toInteger();
    memory.nextMark = json["next_mark"_L1].toInteger();
    memory.marked = fromMs(json["marked"_L1].toInteger());
    if (json["walk"_L1].isObject()) {
        const QJsonObject kept = json["walk"_L1].toObject();
        Walk walk;
        walk.page = qMax(1, kept["page"_L1].toInt());
        walk.done = kept["done"_L1].toInt();
        walk.total = kept["total"_L1].toInt();
        walk.began = momentFrom(kept["began"_L1]);
        if (kept["until"_L1].isDouble())
            walk.until = fromMs(kept["until"_L1].toInteger());
        if (!walk.until && !json.contains("listed"_L1)) {
            // Of a Parley that read thread by thread: what it has read is known, the rest is listed from the start.
            walk.page = 1;
            walk.done = 0;
        }
        memory.walk = walk;
    }
    if (json["older"_L1].isObject()) {
        const QJsonObject kept = json["older"_L1].toObject();
        memory.older = Older{qMax(1, kept["page"_L1].toInt()), kept["pages_done"_L1].toBool()};
    }
    if (json["sweep"_L1].isObject())
        memory.sweep = Sweep{qMax(1, json["sweep"_L1]["page"_L1].toInt()), idsFrom(json["sweep"_L1]["seen"_L1])};
    if (json["swept"_L1].isDouble())
        memory.swept = fromMs(json["swept"_L1].toInteger());
    if (json["synced"_L1].isArray())
        memory.synced = momentFrom(json["synced"_L1]);
    return memory;
}

} // namespace parley::platforms::chatwoot
