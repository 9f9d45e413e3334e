// SPDX-License-Identifier: GPL-3.0-or-later
// The demo's customers: they write by their scripts, the same each time, and react once to each answer.
#include "sandbox/bot_client.h"
#include "sandbox/demo/desk.h"
#include "support/print.h"

#include <catch2/catch_test_macros.hpp>

using namespace Qt::Literals::StringLiterals;
using namespace parley::sandbox;
using parley::tests::BotClient;

namespace {

struct Mailbox {
    QList<QByteArray> inbox;
    QList<QByteArray> sent;
    QList<Post::Answer> answers;

    Post post()
    {
        return {u"support@shop.test"_s,
            [this](const QByteArray &mail, const QString &folder) { (folder.isEmpty() ? inbox : sent).append(mail); },
            [this] { return answers; }};
    }
};

QList<QJsonObject> allUpdates(BotClient &bot)
{
    QList<QJsonObject> updates;
    qint64 offset = 0;
    for (;;) {
        const QJsonArray page = bot.call(u"getUpdates"_s, {{u"offset"_s, offset}}).json.value("result"_L1).toArray();
        if (page.isEmpty())
            return updates;
        for (const QJsonValue &update : page) {
            updates.append(update.toObject());
            offset = update["update_id"_L1].toInteger() + 1;
        }
    }
}

QStringList textsOfDay(quint32 seed)
{
    Telegram telegram;
    Mailbox mailbox;
    Desk desk(telegram, mailbox.post(), seed);
    desk.open();
    for (qint64 ms = 0; ms < 300'000; ms += 250)
        desk.tick(ms);
    BotClient bot(telegram.url(), telegram.token());
    QStringList texts;
    const auto updates = allUpdates(bot);
    for (const QJsonObject &update : updates) {
        const QJsonObject message = update.value("message"_L1).toObject();
        texts.append(QString(message["from"_L1]["first_name"_L1].toString() + u": " + message["text"_L1].toString()));
    }
    CHECK(telegram.complaints() == QStringList());
    return texts;
}

} // namespace

TEST_CASE("the same seed gives the same desk, another seed another")
{
    const QStringList day = textsOfDay(1);
    CHECK(day.size() > 60);
    CHECK(day == textsOfDay(1));
    CHECK(day != textsOfDay(2));
}

TEST_CASE("the desk opens with histories in four languages and both kinds of account")
{
    Telegram telegram;
    Mailbox mailbox;
    Desk desk(telegram, mailbox.post(), 1);
    desk.open();
    CHECK(telegram.pendingUpdates() >= 20);
    CHECK(mailbox.inbox.size() >= 8);
    CHECK(mailbox.sent.size() >= 4);
    CHECK(desk.summary()["customers"_L1].toInt() >= 20);
    CHECK(desk.summary()["answers_received"_L1].toInt() == 0);
    QStringList languages;
    const QList<Script> scripts = allScripts();
    for (const Script &script : scripts)
        languages.append(script.language);
    languages.removeDuplicates();
    CHECK(languages == QStringList{u"ru"_s, u"hr"_s, u"es"_s, u"en"_s});
}

TEST_CASE("a customer reacts to each answer by the script, later, and once")
{
    Telegram telegram;
    Desk desk(telegram, {}, 1);
    desk.open();
    BotClient bot(telegram.url(), telegram.token());
    qint64 anna = 0;
    const auto history = allUpdates(bot);
    for (const QJsonObject &update : history) {
        const QJsonValue from = update["message"_L1]["from"_L1];
        if (from["first_name"_L1].toString() == u"Анна"_s)
            anna = from["id"_L1].toInteger();
    }
    REQUIRE(anna != 0);
    bot.call(u"sendMessage"_s, {{u"chat_id"_s, anna}, {u"text"_s, u"Проверяем."_s}});
    desk.tick(0);
    CHECK(desk.summary()["answers_received"_L1].toInt() == 1);
    for (qint64 ms = 250; ms < 10'000; ms += 250)
        desk.tick(ms);
    QStringList fromAnna;
    const auto later = allUpdates(bot);
    for (const QJsonObject &update : later) {
        const QJsonValue message = update["message"_L1];
        if (message["chat"_L1]["id"_L1].toInteger() == anna)
            fromAnna.append(message["text"_L1].toString());
    }
    CHECK(fromAnna == QStringList{u"Спасибо, что проверили! А когда примерно ждать?"_s});
}

TEST_CASE("a mail customer answers within the thread of the shop's mail")
{
    Telegram telegram;
    Mailbox mailbox;
    Desk desk(telegram, mailbox.post(), 1);
    desk.open();
    const qsizetype before = mailbox.inbox.size();
    mailbox.answers.append(
        {{u"volkova@stroymaster.example"_s}, "Message-ID: <a.1@shop.test>\r\nSubject: x\r\n\r\nTomorrow.\r\n"});
    for (qint64 ms = 0; ms < 10'000; ms += 250)
        desk.tick(ms);
    CHECK(desk.summary()["answers_mail"_L1].toInt() == 1);
    REQUIRE(mailbox.inbox.size() == before + 1);
    const QByteArray reply = mailbox.inbox.last();
    CHECK(headerOf(reply, "In-Reply-To") == "<a.1@shop.test>");
    CHECK(headerOf(reply, "References").count('<') == 4);
    CHECK(headerOf(reply, "Subject").startsWith("=?koi8-r?B?"));
}
