// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/chatwoot/verbs.h"

#include <QJsonArray>

using namespace Qt::Literals::StringLiterals;

namespace parley::sandbox {

namespace {

int number(const QJsonObject &given, QLatin1StringView key)
{
    return given.value(key).toInt();
}

QString text(const QJsonObject &given, QLatin1StringView key)
{
    return given.value(key).toString();
}

int agentIn(const QJsonObject &given)
{
    return given.value("agent"_L1).toInt(7);
}

void addPeople(Control &control, Chatwoot &server)
{
    control.add(u"chatwoot_info"_s, [&server](const QJsonObject &) {
        return QJsonObject{{u"url"_s, server.url()}, {u"token"_s, QString::fromLatin1(server.token())},
            {u"inbox"_s, server.inbox()}, {u"subscribers"_s, server.subscribers()}};
    });
    control.add(u"chatwoot_agent"_s, [&server](const QJsonObject &given) {
        const int id = server.addAgent(text(given, "name"_L1), {server.inbox()});
        return QJsonObject{{u"agent"_s, id}, {u"token"_s, QString::fromLatin1(server.token(id))}};
    });
    control.add(u"chatwoot_customer"_s, [&server](const QJsonObject &given) {
        return QJsonObject{{u"customer"_s, server.addCustomer(text(given, "name"_L1), text(given, "email"_L1))}};
    });
    control.add(u"chatwoot_write"_s, [&server](const QJsonObject &given) {
        const qint64 message = server.write(number(given, "customer"_L1), text(given, "text"_L1));
        return QJsonObject{
            {u"message"_s, message}, {u"conversation"_s, server.conversationOf(number(given, "customer"_L1))}};
    });
    control.add(u"chatwoot_type"_s, [&server](const QJsonObject &given) {
        server.type(number(given, "customer"_L1), given.value("on"_L1).toBool(true));
        return QJsonObject();
    });
    control.add(u"chatwoot_received"_s, [&server](const QJsonObject &given) {
        return QJsonObject{
            {u"texts"_s, QJsonArray::fromStringList(server.textsReceived(number(given, "customer"_L1)))}};
    });
}

void addColleagues(Control &control, Chatwoot &server)
{
    control.add(u"chatwoot_answer"_s, [&server](const QJsonObject &given) {
        return QJsonObject{{u"message"_s,
            server.answerAs(agentIn(given), number(given, "conversation"_L1), text(given, "text"_L1),
                given.value("private"_L1).toBool())}};
    });
    control.add(u"chatwoot_status"_s, [&server](const QJsonObject &given) {
        server.setStatusAs(agentIn(given), number(given, "conversation"_L1), text(given, "status"_L1));
        return QJsonObject();
    });
    control.add(u"chatwoot_assign"_s, [&server](const QJsonObject &given) {
        server.assignAs(agentIn(given), number(given, "conversation"_L1), number(given, "to"_L1));
        return QJsonObject();
    });
    control.add(u"chatwoot_labels"_s, [&server](const QJsonObject &given) {
        server.setLabelsAs(
            agentIn(given), number(given, "conversation"_L1), given.value("labels"_L1).toVariant().toStringList());
        return QJsonObject();
    });
    control.add(u"chatwoot_typing"_s, [&server](const QJsonObject &given) {
        server.typeAs(agentIn(given), number(given, "conversation"_L1), given.value("on"_L1).toBool(true));
        return QJsonObject();
    });
}

void addBadDays(Control &control, Chatwoot &server)
{
    control.add(u"chatwoot_sockets"_s, [&server](const QJsonObject &given) {
        const QString what = text(given, "what"_L1);
        if (what == "cut"_L1)
            server.cutSockets();
        else if (what == "restart"_L1)
            server.restartSockets();
        else if (what == "dead"_L1 || what == "alive"_L1)
            server.killSockets(what == "dead"_L1);
        else
            return QJsonObject{{u"error"_s, u"what is cut, restart, dead or alive"_s}};
        return QJsonObject();
    });
    control.add(u"chatwoot_bad_day"_s, [&server](const QJsonObject &given) {
        const auto kind = badDayKind(text(given, "kind"_L1));
        if (!kind)
            return QJsonObject{{u"error"_s, u"no such kind"_s}};
        server.addBadDay(*kind, text(given, "method"_L1), given.value("times"_L1).toInt(1));
        return QJsonObject();
    });
    control.add(u"chatwoot_end_bad_days"_s, [&server](const QJsonObject &) {
        server.endBadDays();
        return QJsonObject();
    });
}

} // namespace

void addChatwootVerbs(Control &control, Chatwoot &server)
{
    addPeople(control, server);
    addColleagues(control, server);
    addBadDays(control, server);
}

} // namespace parley::sandbox
