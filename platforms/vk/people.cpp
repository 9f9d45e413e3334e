// SPDX-License-Identifier: GPL-3.0-or-later
#include "platforms/vk/people.h"

#include "platforms/vk/address.h"

#include <cstdlib>

using namespace Qt::StringLiterals;

namespace parley::platforms::vk {

namespace {

constexpr qsizetype kMost = 20'000; // some megabytes; beyond it names are asked for again
constexpr int kDeepest = 40; // a forwarded tree is ten deep, each level some objects

// Where answers and events name somebody.
bool namesSomebody(const QString &key)
{
    static const QSet<QString> keys{u"from_id"_s, u"user_id"_s, u"peer_id"_s, u"admin_author_id"_s, u"member_id"_s,
        u"created_by"_s, u"signer_id"_s, u"to_id"_s, u"reacted_id"_s, u"deleter_id"_s};
    return keys.contains(key);
}

void collect(const QJsonValue &value, int depth, QSet<qint64> &found)
{
    if (depth > kDeepest)
        return;
    if (value.isArray()) {
        const QJsonArray items = value.toArray();
        for (const QJsonValue &item : items)
            collect(item, depth + 1, found);
    } else if (value.isObject()) {
        const QJsonObject object = value.toObject();
        for (auto field = object.begin(); field != object.end(); ++field) {
            if (field.value().isDouble() && namesSomebody(field.key()))
                found << field.value().toInteger();
            else if (!field.value().isDouble())
                collect(field.value(), depth + 1, found);
        }
    }
}

QString handleOf(const QJsonObject &who, const QString &otherwise)
{
    const QString screenName = who["screen_name"_L1].toString();
    return u"vk.com/"_s + (screenName.isEmpty() ? otherwise : screenName);
}

} // namespace

void People::take(const QJsonArray &profiles, const QJsonArray &groups)
{
    if (m_people.size() > kMost)
        m_people.clear();
    for (const QJsonValue &value : profiles) {
        const QJsonObject user = value.toObject();
        const qint64 id = user["id"_L1].toInteger();
        const QString name = u"%1 %2"_s.arg(user["first_name"_L1].toString(), user["last_name"_L1].toString());
        if (id > 0)
            m_people.insert(id, {name.simplified(), handleOf(user, u"id%1"_s.arg(id))});
    }
    for (const QJsonValue &value : groups) {
        const QJsonObject group = value.toObject();
        const qint64 id = std::abs(group["id"_L1].toInteger());
        if (id > 0)
            m_people.insert(-id, {group["name"_L1].toString().simplified(), handleOf(group, u"club%1"_s.arg(id))});
    }
}

void People::take(const QJsonObject &response)
{
    take(response["profiles"_L1].toArray(), response["groups"_L1].toArray());
}

void People::setLanguage(qint64 id, const QString &language)
{
    if (m_languages.size() > kMost)
        m_languages.clear();
    m_languages.insert(id, language);
}

QString People::name(qint64 id) const
{
    const auto known = m_people.constFind(id);
    if (known != m_people.constEnd() && !known->name.isEmpty())
        return known->name;
    return id < 0 ? u"club%1"_s.arg(-id) : u"id%1"_s.arg(id);
}

RemoteContact People::contact(qint64 id) const
{
    RemoteContact contact;
    contact.remoteId = QString::number(id);
    contact.name = name(id);
    contact.handle = m_people.value(id).handle;
    contact.language = m_languages.value(id);
    return contact;
}

QList<qint64> People::unknownIn(const QJsonValue &answer) const
{
    QSet<qint64> found;
    collect(answer, 0, found);
    QList<qint64> unknown;
    for (const qint64 id : std::as_const(found)) {
        if (id != 0 && id < kFirstChat && id > -kFirstChat && !knows(id))
            unknown << id;
    }
    return unknown;
}

} // namespace parley::platforms::vk
