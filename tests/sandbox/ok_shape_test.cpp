// SPDX-License-Identifier: GPL-3.0-or-later
// What the sandbox answers has exactly the shape of the fact sheet's samples: the same fields of the same types.
#include "sandbox/ok.h"
#include "sandbox/ok/server.h"
#include "sandbox/ok_client.h"
#include "sandbox/shared_facts.h"
#include "support/print.h"

#include <QFile>

#include <catch2/catch_test_macros.hpp>

using namespace Qt::Literals::StringLiterals;
using namespace parley::sandbox;
using parley::tests::OkClient;

namespace {

QString kindOf(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Null:
        return u"null"_s;
    case QJsonValue::Bool:
        return u"a boolean"_s;
    case QJsonValue::Double:
        return u"a number"_s;
    case QJsonValue::String:
        return u"text"_s;
    case QJsonValue::Array:
        return u"a list"_s;
    case QJsonValue::Object:
        return u"an object"_s;
    default:
        return u"nothing"_s;
    }
}

/// Where \a made differs from \a sample in shape. Objects whose keys are ids (participants) are compared by value.
QStringList differences(const QJsonValue &made, const QJsonValue &sample, const QString &at)
{
    if (kindOf(made) != kindOf(sample))
        return {u"%1 is %2, not %3"_s.arg(at, kindOf(made), kindOf(sample))};
    QStringList found;
    if (made.isArray()) {
        const QJsonArray list = made.toArray();
        const QJsonArray samples = sample.toArray();
        if (list.size() != samples.size())
            return {u"%1 has %2 items, not %3"_s.arg(at).arg(list.size()).arg(samples.size())};
        for (qsizetype i = 0; i < list.size(); ++i)
            found += differences(list.at(i), samples.at(i), u"%1[%2]"_s.arg(at).arg(i));
    } else if (made.isObject()) {
        const QStringList keys = made.toObject().keys();
        if (keys != sample.toObject().keys())
            return {u"%1 has %2, not %3"_s.arg(at, keys.join(u' '), sample.toObject().keys().join(u' '))};
        for (const QString &key : keys)
            found += differences(made[key], sample[key], at + u'.' + key);
    }
    return found;
}

struct Facts {
    QJsonObject samples;

    Facts()
    {
        const QString path = findSharedFact(u"platforms/schema/ok/samples.json"_s);
        QFile file(path);
        if (!path.isEmpty() && file.open(QIODevice::ReadOnly))
            samples = QJsonDocument::fromJson(file.readAll()).object();
    }
};

/// The world of the samples.
struct Desk {
    Ok ok;
    OkClient group{ok.url(), ok.token()};
    QString anna = ok.addCustomer(u"Анна Иванова"_s, u"user:777"_s, u"chat:C3ec"_s);

    void writesWithPicture()
    {
        ok::Saying saying;
        saying.files = {{u"IMAGE"_s, {}, u"image/jpeg"_s, "picture"}};
        ok.write(anna, u"Где мой заказ?"_s, saying);
    }
    QJsonObject rest(const QString &method, QMap<QString, QString> parameters)
    {
        parameters.insert(u"method"_s, method);
        parameters.insert(u"format"_s, u"json"_s);
        parameters.insert(u"application_key"_s, QString::fromLatin1(ok.applicationKey()));
        const QByteArray sig = ok::restSignature(parameters, ok.managerToken(), ok.applicationSecret());
        parameters.insert(u"sig"_s, QString::fromLatin1(sig));
        parameters.insert(u"access_token"_s, QString::fromLatin1(ok.managerToken()));
        return group.rest(parameters).json;
    }
};

} // namespace

#define SKIP_WITHOUT_SAMPLES(facts)                                                                                    \
    if ((facts).samples.isEmpty())                                                                                     \
    SKIP("platforms/schema/ok is not on this machine: set PARLEY_SHARED, or put shared beside the repository")

TEST_CASE("a difference in shape is noticed")
{
    const QJsonObject one{{u"a"_s, 1}, {u"b"_s, QJsonArray{u"x"_s}}};
    CHECK(differences(one, one, u"it"_s).isEmpty());
    CHECK(!differences(one, QJsonObject{{u"a"_s, u"1"_s}, {u"b"_s, QJsonArray{u"x"_s}}}, u"it"_s).isEmpty());
    CHECK(!differences(one, QJsonObject{{u"a"_s, 1}}, u"it"_s).isEmpty());
    CHECK(!differences(one, QJsonObject{{u"a"_s, 1}, {u"b"_s, QJsonArray()}}, u"it"_s).isEmpty());
}

TEST_CASE("chats, history and updates have the samples' shape")
{
    const Facts facts;
    SKIP_WITHOUT_SAMPLES(facts);
    Desk desk;
    const QJsonObject last = desk.group.get(u"me/chats"_s, u"count=100"_s).json;
    CHECK(last.keys() == facts.samples[u"me_chats_last_page"_s].toObject().keys());
    desk.ok.addCustomer(u"Boris"_s);
    desk.ok.turnClock(1000);
    desk.writesWithPicture();
    CHECK(differences(desk.group.get(u"me/chats"_s, u"count=1"_s).json, facts.samples[u"me_chats"_s], u"me_chats"_s)
        == QStringList());
    CHECK(differences(desk.group.get(u"chat:C3ec/messages"_s).json, facts.samples[u"chat_messages"_s], u"messages"_s)
        == QStringList());
    const QJsonObject subscription = facts.samples[u"subscribe_request"_s].toObject();
    CHECK(desk.group.post(u"me/subscribe"_s, subscription).error() == 0);
    desk.ok.write(desk.anna, u"Где мой заказ?"_s);
    desk.ok.pressButton(desk.anna, u"yes"_s);
    desk.ok.inject({{u"webhookType"_s, u"SOMETHING_NEW"_s}, {u"x"_s, 1}});
    CHECK(differences(desk.group.get(u"me/updates"_s).json, facts.samples[u"updates_assumed"_s], u"updates"_s)
        == QStringList());
}

TEST_CASE("a send as in the sample is taken, and an error looks as in the sample")
{
    const Facts facts;
    SKIP_WITHOUT_SAMPLES(facts);
    Desk desk;
    QJsonObject send = facts.samples[u"send_request"_s].toObject();
    QJsonObject message = send[u"message"_s].toObject();
    message.insert(u"reply_to"_s, desk.ok.write(desk.anna, u"Где мой заказ?"_s));
    send.insert(u"message"_s, message);
    CHECK(desk.group.post(u"me/messages/chat:C3ec"_s, send).error() == 0);
    CHECK(desk.ok.textsReceived(desk.anna) == QStringList{u"Проверяем."_s});
    desk.ok.revokeToken();
    const QJsonObject error = desk.group.get(u"me/info"_s).json;
    CHECK(differences(error, facts.samples[u"rest_error"_s], u"rest_error"_s) == QStringList());
    CHECK(error[u"error_msg"_s] == facts.samples[u"rest_error"_s][u"error_msg"_s]);
}

TEST_CASE("discussions and comments have the samples' shape, in both spellings")
{
    const Facts facts;
    SKIP_WITHOUT_SAMPLES(facts);
    Desk desk;
    const QString topic = desk.ok.addDiscussion(u"Скидки"_s, u"GROUP_TOPIC"_s, u"654321"_s);
    desk.ok.comment(topic, {u"777"_s, u"Анна"_s, u"Нет ответа неделю"_s, u"c0"_s, false, 0});
    CHECK(differences(desk.rest(u"discussions.getList"_s, {{u"category"_s, u"GROUP"_s}}),
              facts.samples[u"discussions_getList"_s], u"getList"_s)
        == QStringList());
    CHECK(differences(desk.rest(u"discussions.getComments"_s,
                          {{u"discussionId"_s, topic}, {u"discussionType"_s, u"GROUP_TOPIC"_s}}),
              facts.samples[u"discussions_getComments"_s], u"getComments"_s)
        == QStringList());
    CHECK(differences(desk.rest(u"discussions.getDiscussionComments"_s,
                          {{u"entityId"_s, topic}, {u"entityType"_s, u"GROUP_TOPIC"_s}}),
              facts.samples[u"getDiscussionComments_legacy"_s], u"getDiscussionComments"_s)
        == QStringList());
}

TEST_CASE("the sandbox signs as the sample does")
{
    const QString path = findSharedFact(u"platforms/schema/ok/sample-signature.json"_s);
    QFile file(path);
    if (path.isEmpty() || !file.open(QIODevice::ReadOnly))
        SKIP("platforms/schema/ok is not on this machine");
    const QJsonObject vector = QJsonDocument::fromJson(file.readAll()).object();
    QMap<QString, QString> parameters;
    const QJsonObject given = vector[u"params"_s].toObject();
    for (auto it = given.begin(); it != given.end(); ++it)
        parameters.insert(it.key(), it->toString());
    CHECK(ok::restSignature(parameters, vector[u"access_token"_s].toString().toUtf8(),
              vector[u"application_secret_key"_s].toString().toUtf8())
        == vector[u"sig"_s].toString().toLatin1());
}
