// SPDX-License-Identifier: GPL-3.0-or-later
// The command line against a Telegram of our own, which is the witness of what customers got.
#include "app/program.h"

#include "sandbox/telegram.h"
#include "support/print.h"

#include <catch2/catch_test_macros.hpp>

#include <QFile>
#include <QJsonArray>
#include <QTest>

using namespace parley::tests;
using namespace parley::sandbox;
using namespace Qt::StringLiterals;

namespace {

QStringList words(const char *text)
{
    return QString::fromUtf8(text).split(u' ', Qt::SkipEmptyParts);
}

QStringList reply(const QString &ticket, const QString &text, const QStringList &more = {})
{
    return QStringList{u"reply"_s, ticket, u"--text"_s, text} + more;
}

/// Asks again until it is so; another process is at work on it.
template <typename Condition>
bool becomesTrue(Condition condition)
{
    return QTest::qWaitFor(condition, 120'000);
}

/// A profile with a bot that has been synced.
struct Shop {
    Telegram telegram;
    Program program;
    qint64 ana = telegram.addCustomer(u"Ana"_s, u"hr"_s);

    Shop()
    {
        telegram.write(ana, u"Gdje je moja narudžba?"_s);
        const auto added = program.addTelegram(u"Shop"_s, telegram.url(), telegram.token());
        INFO(added.err.toStdString());
        REQUIRE(added.exit == 0);
        sync();
    }
    QJsonObject sync() const
    {
        const auto synced = program.json(words("sync --once"));
        INFO(synced.err.toStdString());
        REQUIRE(synced.exit == 0);
        return synced.object();
    }
};

} // namespace

TEST_CASE("A bot is connected, its customers' messages listed and shown, and an answer arrives")
{
    Telegram telegram;
    const Program program;
    const qint64 ana = telegram.addCustomer(u"Ana"_s, u"hr"_s);
    telegram.write(ana, u"Gdje je moja narudžba?"_s);

    const auto added = program.addTelegram(u"Shop"_s, telegram.url(), telegram.token());
    INFO(added.err.toStdString());
    REQUIRE(added.exit == 0);
    CHECK(added.object().value(u"name").toString() == u"Shop");
    CHECK(added.object().value(u"platform").toString() == u"telegram");

    const auto synced = program.json(words("sync --once"));
    INFO(synced.err.toStdString());
    REQUIRE(synced.exit == 0);
    CHECK(synced.object().value(u"pulled").toInt() == 1);

    const auto account = program.json(words("account list")).object();
    for (const char *field : {"name", "platform", "state", "detail", "complete_to"})
        CHECK(account.contains(QLatin1String(field)));
    CHECK(account.value(u"state").toString() == u"offline"); // nobody runs

    const auto ticket = program.json(words("list is:unanswered")).object();
    for (const char *field : {"id", "account", "platform", "subject", "contact", "status", "assignee", "priority",
             "tags", "unanswered", "unread", "messages", "language", "created", "updated", "snippet"})
        CHECK(ticket.contains(QLatin1String(field)));
    CHECK(ticket.value(u"contact").toString() == u"Ana");
    CHECK(ticket.value(u"status").toString() == u"open");
    CHECK(ticket.value(u"unanswered").toBool());
    CHECK(ticket.value(u"messages").toInt() == 1);
    CHECK(ticket.value(u"snippet").toString() == u"Gdje je moja narudžba?");
    const QString number = QString::number(ticket.value(u"id").toInteger());

    const auto found = program.json(words("search narudzbe")).object();
    CHECK(found.value(u"id") == ticket.value(u"id"));
    CHECK(program.json(words("search povrat")).out.isEmpty());

    const auto answered = program.json(reply(number, u"Na putu je."_s, {u"--wait"_s, u"60"_s}));
    INFO(answered.err.toStdString());
    REQUIRE(answered.exit == 0);
    const auto rows = answered.objects();
    REQUIRE(rows.size() == 2);
    for (const char *field : {"id", "ticket", "kind", "state", "attempts", "next_attempt", "error"})
        CHECK(rows[0].contains(QLatin1String(field)));
    CHECK(rows[1].value(u"state").toString() == u"sent");
    CHECK(telegram.textsReceived(ana) == QStringList{u"Na putu je."_s});

    const auto shown = program.json({u"show"_s, number});
    REQUIRE(shown.exit == 0);
    const auto lines = shown.objects();
    REQUIRE(lines.size() == 3);
    CHECK(lines[0].value(u"ticket").toObject().value(u"unanswered").toBool() == false);
    for (const char *field : {"id", "remote_id", "direction", "kind", "visibility", "author", "text", "time", "state",
             "reply_to", "attachments", "edited", "deleted"})
        CHECK(lines[1].contains(QLatin1String(field)));
    CHECK(lines[1].value(u"direction").toString() == u"in");
    CHECK(lines[2].value(u"direction").toString() == u"out");
    CHECK(lines[2].value(u"state").toString() == u"sent");
    CHECK(lines[2].value(u"text").toString() == u"Na putu je.");
    CHECK(program.json({u"show"_s, number, u"--limit"_s, u"1"_s}).objects().size() == 2);
}

TEST_CASE("A refused token and an unreachable server are told in words without the token")
{
    Telegram telegram;
    const Program program;
    const QByteArray wrong = "123456:AAwrongwrongwrongwrongwrongwrongwr";
    const auto refused = program.addTelegram(u"Shop"_s, telegram.url(), wrong);
    CHECK(refused.exit == 1);
    CHECK(refused.err.startsWith(u"parley: "));
    CHECK_FALSE(refused.err.contains(QString::fromLatin1(wrong)));
    CHECK(program.json(words("account list")).out.isEmpty());

    telegram.goOffline();
    const auto unreachable = program.addTelegram(u"Shop"_s, telegram.url(), telegram.token());
    CHECK(unreachable.exit == 1);
    CHECK(unreachable.err.startsWith(u"parley: "));
    CHECK_FALSE(unreachable.err.contains(QString::fromLatin1(telegram.token())));
    CHECK(program.addTelegram(u"Shop"_s, telegram.url(), {}).exit == 2); // no secret at all
    CHECK(program.json(words("account list")).out.isEmpty());
}

TEST_CASE("A token that is revoked later makes sync fail with the account's name, and nothing is lost")
{
    Shop shop;
    const QByteArray old = shop.telegram.token();
    shop.telegram.revokeToken();
    const auto synced = shop.program.json(words("sync --once"));
    CHECK(synced.exit == 1);
    CHECK(synced.err.contains(u"Shop"));
    CHECK(shop.program.json(words("account list")).object().value(u"state").toString() == u"refused");
    CHECK(shop.program.json(words("list")).objects().size() == 1);
    shop.telegram.restoreToken(old);
    shop.telegram.write(shop.ana, u"Halo?"_s);
    CHECK(shop.sync().value(u"pulled").toInt() == 1);
}

TEST_CASE("Answers written without a network wait in the outbox and leave later, in order")
{
    Shop shop;
    const QString ticket = shop.program.ticketOf(u"Ana"_s);
    shop.telegram.goOffline();
    for (const auto &text : {u"prvi"_s, u"drugi"_s}) {
        const auto queued = shop.program.json(QStringList{u"--offline"_s} + reply(ticket, text));
        INFO(queued.err.toStdString());
        REQUIRE(queued.exit == 0);
        CHECK(queued.object().value(u"state").toString() == u"queued");
        CHECK(queued.object().value(u"kind").toString() == u"reply");
    }
    CHECK(shop.program.json(words("outbox")).objects().size() == 2);
    const auto tried = shop.program.json(words("sync --once"));
    CHECK(tried.exit == 1);
    CHECK(tried.err.contains(u"Shop"));
    CHECK(shop.program.json(words("outbox")).objects().size() == 2);
    shop.telegram.goOnline();
    CHECK(shop.sync().value(u"pushed").toInt() == 2);
    CHECK(shop.telegram.textsReceived(shop.ana) == QStringList{u"prvi"_s, u"drugi"_s});
    CHECK(shop.program.json(words("outbox")).out.isEmpty());
}

TEST_CASE("A reply against a thread that moved on is held, and goes or stays as the agent says")
{
    Shop shop;
    const QString ticket = shop.program.ticketOf(u"Ana"_s);
    REQUIRE(shop.program.json(reply(ticket, u"stari odgovor"_s)).exit == 0);
    shop.telegram.write(shop.ana, u"Otkazujem!"_s);
    (void)shop.program.json(words("sync --once"));
    const auto held = shop.program.json(words("outbox")).object();
    CHECK(held.value(u"state").toString() == u"held");
    CHECK(held.value(u"held_reason").toString() == u"thread_moved_on");
    CHECK(shop.telegram.textsReceived(shop.ana).isEmpty());

    const QString row = QString::number(held.value(u"id").toInteger());
    SECTION("sent after all")
    {
        CHECK(shop.program.json({u"outbox"_s, u"retry"_s, row}).exit == 0);
        shop.sync();
        CHECK(shop.telegram.textsReceived(shop.ana) == QStringList{u"stari odgovor"_s});
    }
    SECTION("taken back")
    {
        CHECK(shop.program.json({u"outbox"_s, u"discard"_s, row}).object().value(u"state").toString() == u"discarded");
        shop.sync();
        CHECK(shop.telegram.textsReceived(shop.ana).isEmpty());
        CHECK(shop.program.json(words("outbox")).out.isEmpty());
    }
}

TEST_CASE("Fields of a ticket are set and found again by queries")
{
    Shop shop;
    const QString ticket = shop.program.ticketOf(u"Ana"_s);
    const auto set = shop.program.json(
        {u"set"_s, ticket, u"--assignee"_s, u"me"_s, u"--tag"_s, u"+povrat,+vip"_s, u"--priority"_s, u"high"_s});
    INFO(set.err.toStdString());
    REQUIRE(set.exit == 0);
    CHECK(set.objects().size() == 3);
    CHECK(shop.program.json(words("list assignee:me tag:vip priority:high")).objects().size() == 1);
    REQUIRE(shop.program.json({u"set"_s, ticket, u"--tag"_s, u"-vip"_s, u"--assignee"_s, u"none"_s}).exit == 0);
    CHECK(shop.program.json(words("list tag:vip")).out.isEmpty());
    CHECK(shop.program.json(words("list is:unassigned tag:povrat")).objects().size() == 1);
    REQUIRE(shop.program.json({u"set"_s, ticket, u"--snooze"_s, u"2d"_s}).exit == 0);
    CHECK(shop.program.json(words("list is:snoozed")).objects().size() == 1);
    REQUIRE(shop.program.json({u"set"_s, ticket, u"--status"_s, u"resolved"_s}).exit == 0);
    CHECK(shop.program.json(words("stats")).object().value(u"resolved").toInt() == 1);
    const auto note = shop.program.json(reply(ticket, u"samo za nas"_s, {u"--note"_s}));
    CHECK(note.object().value(u"state").toString() == u"sent"); // kept here, there is nobody to send it to
    shop.sync();
    CHECK(shop.telegram.textsReceived(shop.ana).isEmpty());
}

TEST_CASE("An export is safe for spreadsheets and whole for programs")
{
    Shop shop;
    const qint64 evil = shop.telegram.addCustomer(u"=HYPERLINK(\"x\")"_s, u"en"_s);
    shop.telegram.write(evil, u"line one\n\"two\", three"_s);
    shop.sync();
    const auto csv = shop.program.run(words("export --csv"));
    CHECK(csv.exit == 0);
    CHECK(csv.out.startsWith("id,account,platform,subject,contact,"));
    CHECK(csv.out.contains("\"'=HYPERLINK(\"\"x\"\")\""));
    CHECK(csv.out.count("\r\n") == 3);
    const auto lines = shop.program.run(words("export --jsonl is:open")).objects();
    REQUIRE(lines.size() == 2);
    CHECK(lines[0].value(u"thread").toArray().size() == 1);
    CHECK(lines[0].value(u"thread").toArray()[0].toObject().value(u"text").toString() == u"line one\n\"two\", three");
}

TEST_CASE("A terminal gets no control characters from customers")
{
    Shop shop;
    const qint64 evil = shop.telegram.addCustomer(u"\u202Eevil\u001b[31m"_s, u"en"_s);
    shop.telegram.write(evil, u"clear\u001b[2J\u202Eme"_s);
    shop.sync();
    for (const char *command : {"list", "account list", "search clear", "outbox"}) {
        const auto out = QString::fromUtf8(shop.program.run(words(command)).out);
        CHECK_FALSE(out.contains(u'\u001b'));
        CHECK_FALSE(out.contains(u'\u202E'));
    }
}

TEST_CASE("A running sync carries out what other starts ask, and ends in good order")
{
    Shop shop;
    const QString ticket = shop.program.ticketOf(u"Ana"_s);
    const auto running = shop.program.start({u"--json"_s, u"sync"_s});
    REQUIRE(becomesTrue([&] { return shop.telegram.isPolled(); }));
    REQUIRE(becomesTrue([&] { return QFile::exists(shop.program.profileFolder() + u"/parley.sock"_s); }));

    CHECK(shop.program.json(words("account list")).object().value(u"state").toString() == u"online");
    const auto answered = shop.program.json(reply(ticket, u"odmah"_s, {u"--wait"_s, u"60"_s}));
    INFO(answered.err.toStdString());
    CHECK(answered.exit == 0);
    CHECK(answered.objects().size() == 2);
    CHECK(shop.telegram.textsReceived(shop.ana) == QStringList{u"odmah"_s});
    CHECK(shop.program.run(words("set 999 --status open")).exit == 1);
    CHECK(shop.program.run({u"doctor"_s, u"--repair"_s}).exit == 1);

    // A window cannot be had: this profile is in use by a Parley without one.
    const auto window = shop.program.run({});
    CHECK(window.exit == 1);
    CHECK(window.err.contains(u"in use"));

    running->terminate();
    REQUIRE(running->waitForFinished(120'000));
    CHECK(running->exitStatus() == QProcess::NormalExit);
    CHECK(running->exitCode() == 0);
    const QByteArray totals = running->readAllStandardOutput();
    CHECK(totals.contains("\"pushed\":1"));
}

TEST_CASE("Watching shows what customers write as they write it")
{
    Shop shop;
    const auto watching = shop.program.start({u"--json"_s, u"watch"_s});
    REQUIRE(becomesTrue([&] { return shop.telegram.isPolled(); }));
    shop.telegram.write(shop.ana, u"jeste li tu?"_s);
    QByteArray seen;
    CHECK(becomesTrue([&] {
        watching->waitForReadyRead(100);
        seen += watching->readAllStandardOutput();
        return seen.contains("jeste li tu?");
    }));
    CHECK(seen.contains("\"event\":\"message\""));
    CHECK(seen.contains("\"arrived\":true"));
    watching->terminate();
    CHECK(watching->waitForFinished(120'000));
    CHECK(watching->exitCode() == 0);
}

TEST_CASE("The window carries out commands, a second start brings it forward, and it ends in good order")
{
    Shop shop;
    const QString ticket = shop.program.ticketOf(u"Ana"_s);
    const auto window = shop.program.start({});
    REQUIRE(becomesTrue([&] { return shop.telegram.isPolled(); }));
    REQUIRE(becomesTrue([&] { return QFile::exists(shop.program.profileFolder() + u"/parley.sock"_s); }));
    CHECK(shop.program.run({}).exit == 0);
    CHECK(shop.program.json(reply(ticket, u"iz prozora"_s, {u"--wait"_s, u"60"_s})).exit == 0);
    CHECK(shop.telegram.textsReceived(shop.ana) == QStringList{u"iz prozora"_s});
    CHECK(shop.program.json(words("list")).objects().size() == 1);
    window->terminate();
    REQUIRE(window->waitForFinished(120'000));
    CHECK(window->exitStatus() == QProcess::NormalExit);
    CHECK(window->exitCode() == 0);
}

TEST_CASE("An account that is removed takes its conversations and its token with it")
{
    Shop shop;
    const auto removed = shop.program.json(words("account remove Shop"));
    INFO(removed.err.toStdString());
    CHECK(removed.exit == 0);
    CHECK(shop.program.json(words("account list")).out.isEmpty());
    CHECK(shop.program.json(words("list")).out.isEmpty());
    QFile secrets(shop.program.secretsPath());
    REQUIRE(secrets.open(QIODevice::ReadOnly));
    CHECK_FALSE(secrets.readAll().contains("account/Shop"));
}

TEST_CASE("The doctor signs in to each account and names the one that refuses")
{
    Shop shop;
    const auto sound = shop.program.json(words("doctor"));
    INFO(sound.err.toStdString());
    CHECK(sound.exit == 0);
    const auto account = sound.object().value(u"accounts").toArray()[0].toObject();
    CHECK(account.value(u"reachable").toBool());
    shop.telegram.revokeToken();
    const auto refused = shop.program.json(words("doctor"));
    CHECK(refused.exit == 1);
    CHECK(refused.err.contains(u"Shop"));
    CHECK(refused.object().value(u"problems").toInt() == 1);
}

TEST_CASE("Two customers are told to be one, and to be two again")
{
    Shop shop;
    const qint64 other = shop.telegram.addCustomer(u"Ana Privat"_s, u"hr"_s);
    shop.telegram.write(other, u"It is me, from my other phone"_s);
    shop.sync();
    const auto contacts = shop.program.json(words("contact list")).objects();
    REQUIRE(contacts.size() == 2);
    for (const char *field : {"id", "name", "language", "note", "anonymous", "identities", "merged"})
        CHECK(contacts[0].contains(QLatin1String(field)));
    CHECK(contacts[0].value(u"name").toString() == u"Ana");
    CHECK(contacts[0].value(u"identities").toArray()[0].toObject().value(u"account").toString() == u"Shop");
    const QString into = QString::number(contacts[0].value(u"id").toInteger());
    const QString from = QString::number(contacts[1].value(u"id").toInteger());
    const auto found = shop.program.json(words("contact list privat"));
    CHECK(found.object().value(u"id") == contacts[1].value(u"id"));

    const auto merged = shop.program.json({u"contact"_s, u"merge"_s, from, into});
    INFO(merged.err.toStdString());
    REQUIRE(merged.exit == 0);
    CHECK(merged.object().value(u"identities").toArray().size() == 2);
    CHECK(merged.object().value(u"merged").toArray()[0].toObject().value(u"name").toString() == u"Ana Privat");
    for (const QJsonObject &ticket : shop.program.json({u"list"_s}).objects())
        CHECK(ticket.value(u"contact").toString() == u"Ana");
    CHECK(shop.program.run({u"contact"_s, u"merge"_s, into, into}).exit == 1);

    const auto parted = shop.program.json({u"contact"_s, u"unmerge"_s, from});
    REQUIRE(parted.exit == 0);
    CHECK(parted.object().value(u"name").toString() == u"Ana Privat");
    CHECK(shop.program.json(words("contact list")).objects() == contacts);
    CHECK(shop.program.run({u"contact"_s, u"unmerge"_s, from}).exit == 1);
}

TEST_CASE("What the platform has no mark for is refused with words")
{
    const Shop shop;
    const QString ticket = shop.program.ticketOf(u"Ana"_s);
    const auto read = shop.program.run({u"set"_s, ticket, u"--read"_s});
    CHECK(read.exit == 1);
    CHECK(read.err.contains(u"read marks"));
    CHECK(shop.program.json({u"outbox"_s}).out.isEmpty());
    const auto answered = shop.program.json({u"set"_s, ticket, u"--answered"_s});
    CHECK(answered.exit == 0);
    CHECK(shop.program.json(words("list is:unanswered")).out.isEmpty());
}
