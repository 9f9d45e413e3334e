// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/vk/world.h"

#include <QDateTime>

using namespace Qt::Literals::StringLiterals;

namespace parley::sandbox::vk {

World::World()
    : rights{u"messages"_s, u"photos"_s, u"docs"_s, u"wall"_s, u"manage"_s}
{
    NewCustomer admin;
    admin.firstName = u"Olga"_s;
    admin.lastName = u"Admin"_s;
    admin.sex = 1;
    adminId = addPerson(admin, true);
}

qint64 World::nowMs() const
{
    return QDateTime::currentMSecsSinceEpoch() + m_clockOffsetMs;
}

qint64 World::addPerson(NewCustomer who, bool colleague)
{
    if (who.id == 0)
        who.id = m_nextPerson++;
    if (who.screenName.isEmpty())
        who.screenName = u"id%1"_s.arg(who.id);
    Person person;
    person.who = who;
    person.colleague = colleague;
    if (!who.picture.isEmpty())
        person.avatarUrl = urlOf(storeFile(u"photo"_s, {}, who.picture, who.id));
    m_people.insert(who.id, person);
    return who.id;
}

Person *World::person(qint64 id)
{
    const auto it = m_people.find(id);
    return it == m_people.end() ? nullptr : &*it;
}

QJsonObject World::userJson(qint64 id, const QStringList &fields) const
{
    const Person &person = *m_people.constFind(id);
    if (!person.deactivated.isEmpty()) {
        const bool gone = person.deactivated == "deleted"_L1;
        return {{u"id"_s, id}, {u"first_name"_s, gone ? u"DELETED"_s : person.who.firstName},
            {u"last_name"_s, gone ? QString() : person.who.lastName}, {u"deactivated"_s, person.deactivated}};
    }
    QJsonObject user{{u"id"_s, id}, {u"first_name"_s, person.who.firstName}, {u"last_name"_s, person.who.lastName},
        {u"can_access_closed"_s, !person.who.closed}, {u"is_closed"_s, person.who.closed}};
    if (fields.contains("sex"_L1))
        user.insert(u"sex"_s, person.who.sex);
    if (fields.contains("screen_name"_L1))
        user.insert(u"screen_name"_s, person.who.screenName);
    if (fields.contains("domain"_L1))
        user.insert(u"domain"_s, person.who.screenName);
    if (fields.contains("city"_L1) && !person.who.city.isEmpty() && !person.who.closed)
        user.insert(u"city"_s, QJsonObject{{u"id"_s, 1}, {u"title"_s, person.who.city}});
    if (fields.contains("online"_L1))
        user.insert(u"online"_s, 0);
    if (fields.contains("can_write_private_message"_L1))
        user.insert(u"can_write_private_message"_s, person.closedToMessages ? 0 : 1);
    const QString nobody = baseUrl + u"/images/camera_200.png"_s;
    for (const QString &size : {u"photo_50"_s, u"photo_100"_s, u"photo_200"_s, u"photo_max"_s}) {
        if (fields.contains(size))
            user.insert(size, person.avatarUrl.isEmpty() ? nobody : QString(baseUrl + person.avatarUrl));
    }
    return user;
}

QJsonObject World::groupJson() const
{
    const QString picture = baseUrl + u"/images/community_200.png"_s;
    QJsonObject group{{u"id"_s, groupId}, {u"name"_s, groupName}, {u"screen_name"_s, screenName}, {u"is_closed"_s, 0},
        {u"type"_s, u"group"_s}, {u"photo_50"_s, picture}, {u"photo_100"_s, picture}, {u"photo_200"_s, picture}};
    if (deleted)
        group.insert(u"deactivated"_s, u"deleted"_s);
    return group;
}

QString World::addEvent(const QString &type, const QJsonObject &object, bool injected)
{
    const QString id = QString::number(m_nextEvent++, 16).rightJustified(40, u'0');
    if (!injected && (!longPollOn || !eventTypes.contains(type)))
        return id;
    bots.add({{u"type"_s, type}, {u"event_id"_s, id}, {u"v"_s, longPollVersion}, {u"group_id"_s, groupId},
                 {u"object"_s, object}},
        nowMs(), injected);
    if (onEvent)
        onEvent();
    return id;
}

void World::addClassic(const QJsonArray &tuple, qint64 message, bool injected)
{
    classic.add(tuple, message, injected);
    if (onEvent)
        onEvent();
}

} // namespace parley::sandbox::vk
