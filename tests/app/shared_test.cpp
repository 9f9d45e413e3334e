// SPDX-License-Identifier: GPL-3.0-or-later
// The command line on a desk whose team shares canned responses and macros. The cache is filled by the test itself;
// nothing is connected.
#include "app/program.h"

#include "storage/secrets/secret_store.h"
#include "storage/store.h"
#include "support/print.h"

#include <catch2/catch_test_macros.hpp>

#include <QJsonArray>

using namespace parley;
using namespace parley::tests;
using namespace Qt::StringLiterals;

namespace {

QStringList words(const char *text)
{
    return QString::fromUtf8(text).split(u' ', Qt::SkipEmptyParts);
}

Workspace shared()
{
    Workspace workspace;
    workspace.agents = QList<Agent>{{kMe, u"Iva Novak"_s, u"iva@shop.test"_s, Availability::Online},
        {u"Marko"_s, u"Marko"_s, {}, Availability::Busy}};
    workspace.teams = QList<Team>{{u"Billing"_s, true}, {u"Second line"_s, false}};
    workspace.cannedResponses = QList<CannedResponse>{{u"hi"_s, u"Bok {{customer.first_name}}!"_s}};
    Macro refund{u"7"_s, u"Refund it"_s, false,
        {Reply{u"Dear {{customer.first_name}}, it is on its way. {{agent.name}}"_s, {}, false, {}},
            ChangeTags{{u"refund"_s}, {}}, AssignTeam{u"Billing"_s}, SetStatus{TicketStatus::Resolved, {}}},
        {}};
    Macro asking = refund;
    asking.name = u"Ask"_s;
    asking.steps = {Note{u"Order {{?order number}}"_s}, SetStatus{TicketStatus::Pending, {}}};
    Macro there = refund;
    there.name = u"Transcript"_s;
    there.onlyThere = {u"send the transcript to the customer"_s};
    workspace.macros = QList<Macro>{refund, asking, there};
    workspace.satisfaction = SatisfactionReport{fromMs(1'790'000'000'000), 40, {1, 0, 2, 5, 12}};
    return workspace;
}

template <typename T>
T must(Result<T> result)
{
    if (!result)
        FAIL(result.error().detail.toStdString() << " / " << result.error().words.toStdString());
    return std::move(result).value();
}

/// A profile with one helpdesk account, one customer and one ticket.
struct Helpdesk {
    Program program;
    QString ticket;

    Helpdesk()
    {
        REQUIRE(program.run(words("list")).exit == 0); // makes the cache and its key
        const auto secrets = must(storage::openSecretStore(u"file:"_s + program.secretsPath(), u"parley"_s));
        const auto key = must(secrets->read(u"cache-key"_s));
        REQUIRE(key);
        const SystemClock clock;
        const auto store = must(storage::Store::open(program.cachePath(), {QByteArray::fromHex(*key)}, clock));
        Account account;
        account.name = u"Desk"_s;
        account.platform = u"chatwoot"_s;
        account.url = u"https://desk.test"_s;
        account.created = clock.now();
        account.capabilities.ownsTickets = account.capabilities.hasTeams = true;
        account.capabilities.canMute = account.capabilities.sharesUnread = true;
        const AccountId id = must(store->addAccount(account));
        Batch batch;
        batch.workspace = shared();
        batch.contacts = {RemoteContact{
            u"p1"_s, u"Ana Horvat"_s, {}, {}, false, QList<ConversationContext::Fact>{{u"City"_s, u"Split"_s}}}};
        RemoteConversation conversation;
        conversation.remoteId = u"c1"_s;
        conversation.contactRemoteId = u"p1"_s;
        batch.conversations = {conversation};
        RemoteMessage message;
        message.remoteId = u"m1"_s;
        message.conversationRemoteId = u"c1"_s;
        message.authorRemoteId = u"p1"_s;
        message.text = u"Where is my money?"_s;
        message.time = clock.now();
        batch.messages = {message};
        RemoteTicketFields fields;
        fields.conversationRemoteId = u"c1"_s;
        fields.rating = 4;
        batch.tickets = {fields};
        must(store->ingest(id, batch));
        ticket = u"1"_s;
    }
    QList<QJsonObject> lines(const QStringList &arguments) const
    {
        const auto outcome = program.json(arguments);
        INFO(outcome.err.toStdString());
        REQUIRE(outcome.exit == 0);
        return outcome.objects();
    }
    QJsonObject now() const { return lines(words("list")).constFirst(); }
    QString refused(const QStringList &arguments) const
    {
        const auto outcome = program.json(arguments);
        INFO(outcome.out.toStdString());
        CHECK(outcome.exit == 1);
        CHECK(outcome.out.isEmpty());
        CHECK(outcome.err.count(u'\n') == 1);
        CHECK(program.json(words("outbox")).out.isEmpty());
        return outcome.err;
    }
};

} // namespace

TEST_CASE("What a team shares is listed, with the account it is from")
{
    const Helpdesk desk;
    const auto teams = desk.lines(words("team list"));
    REQUIRE(teams.size() == 2);
    CHECK(teams[0] == QJsonObject{{u"account"_s, u"Desk"_s}, {u"name"_s, u"Billing"_s}, {u"mine"_s, true}});
    const auto agents = desk.lines(words("agent list --account Desk"));
    REQUIRE(agents.size() == 2);
    CHECK(agents[0].value(u"name").toString() == kMe);
    CHECK(agents[0].value(u"shown_name").toString() == u"Iva Novak");
    CHECK(agents[1].value(u"availability").toString() == u"busy");
    CHECK(desk.lines(words("canned list"))[0].value(u"text").toString() == u"Bok {{customer.first_name}}!");
    const auto macros = desk.lines(words("macro list"));
    REQUIRE(macros.size() == 3);
    CHECK(macros[0].value(u"steps").toArray().size() == 4);
    CHECK(macros[2].value(u"only_there").toArray().size() == 1);
    CHECK(desk.program.run(words("macro list")).out.contains("Refund it"));
    CHECK(desk.refused(words("team list --account Dsk")).contains(u"Desk"));

    const QJsonObject satisfaction = desk.lines(words("stats"))[0].value(u"satisfaction").toObject();
    CHECK(satisfaction.value(u"asked").toInt() == 40);
    CHECK(satisfaction.value(u"ratings").toArray() == QJsonArray{1, 0, 2, 5, 12});
    CHECK(desk.program.run(words("stats")).out.contains("1 0 2 5 12"));
    const QJsonObject ana = desk.lines(words("contact list Ana"))[0];
    CHECK(ana.value(u"identities").toArray().first().toObject().value(u"attributes").toArray().first().toObject()
        == QJsonObject{{u"label"_s, u"City"_s}, {u"value"_s, u"Split"_s}});
}

TEST_CASE("Team, muting and the mark of reading are set from the command line, and shown")
{
    const Helpdesk desk;
    CHECK(desk.now().value(u"rating").toInt() == 4);
    CHECK(desk.now().value(u"team").toString().isEmpty());
    CHECK(desk.refused({u"set"_s, desk.ticket, u"--team"_s, u"Biling"_s}).contains(u"Billing"));
    const auto rows = desk.lines({u"set"_s, desk.ticket, u"--team"_s, u"second LINE"_s, u"--mute"_s, u"--read"_s});
    REQUIRE(rows.size() == 3);
    CHECK(rows[0].value(u"kind").toString() == u"team");
    QJsonObject now = desk.now();
    CHECK(now.value(u"team").toString() == u"Second line");
    CHECK(now.value(u"muted").toBool());
    CHECK(now.value(u"status").toString() == u"resolved");
    CHECK_FALSE(now.value(u"unread").toBool());
    CHECK(desk.lines({u"list"_s, u"team:\"second line\""_s, u"is:muted"_s}).size() == 1);
    CHECK(desk.program.run(words("list")).out.contains("team Second line, muted, rated 4 of 5"));

    desk.lines({u"set"_s, desk.ticket, u"--team"_s, u"none"_s, u"--unmute"_s, u"--unread"_s});
    now = desk.now();
    CHECK(now.value(u"team").toString().isEmpty());
    CHECK_FALSE(now.value(u"muted").toBool());
    CHECK(now.value(u"unread").toBool());
}

TEST_CASE("A macro is shown step by step without being done, and then done")
{
    const Helpdesk desk;
    const auto steps = desk.lines({u"macro"_s, u"run"_s, desk.ticket, u"refund"_s, u"it"_s, u"--dry-run"_s});
    REQUIRE(steps.size() == 4);
    CHECK(steps[0].value(u"text").toString() == u"Dear Ana, it is on its way. Iva Novak");
    CHECK(steps[3].value(u"step").toInt() == 4);
    CHECK_FALSE(steps[3].value(u"on_server").toBool());
    CHECK(desk.lines(words("outbox")).isEmpty());
    CHECK(desk.now().value(u"status").toString() == u"open");
    const QByteArray plain = desk.program.run({u"macro"_s, u"run"_s, desk.ticket, u"Refund it"_s, u"--dry-run"_s}).out;
    CHECK(plain.startsWith("1. reply  Dear Ana"));
    CHECK(plain.contains("\n4. status  resolved\n"));

    const auto rows = desk.lines({u"macro"_s, u"run"_s, desk.ticket, u"Refund it"_s});
    REQUIRE(rows.size() == 4);
    CHECK(rows[0].value(u"kind").toString() == u"reply");
    CHECK(rows[0].value(u"state").toString() == u"queued");
    const QJsonObject now = desk.now();
    CHECK(now.value(u"status").toString() == u"resolved");
    CHECK(now.value(u"team").toString() == u"Billing");
    CHECK(now.value(u"tags").toArray() == QJsonArray{u"refund"_s});
}

TEST_CASE("A macro that leaves a blank, or is not there, does nothing and says why")
{
    const Helpdesk desk;
    CHECK(desk.refused({u"macro"_s, u"run"_s, desk.ticket, u"Ask"_s}).contains(u"{{order number}}"));
    CHECK(desk.refused({u"macro"_s, u"run"_s, desk.ticket, u"Ask"_s, u"--dry-run"_s}).contains(u"order number"));
    CHECK(desk.refused({u"macro"_s, u"run"_s, desk.ticket, u"Refnd it"_s}).contains(u"Refund it"));
    CHECK(desk.now().value(u"status").toString() == u"open");
}

TEST_CASE("A macro with a step that only the server can do goes there as one row")
{
    const Helpdesk desk;
    const auto steps = desk.lines({u"macro"_s, u"run"_s, desk.ticket, u"transcript"_s, u"--dry-run"_s});
    REQUIRE(steps.size() == 5);
    CHECK(steps[0].value(u"on_server").toBool());
    CHECK(steps[4].value(u"text").toString() == u"send the transcript to the customer");
    const auto rows = desk.lines({u"macro"_s, u"run"_s, desk.ticket, u"Transcript"_s});
    REQUIRE(rows.size() == 1);
    CHECK(rows[0].value(u"kind").toString() == u"macro");
    CHECK(rows[0].value(u"state").toString() == u"queued");
    CHECK(desk.now().value(u"status").toString() == u"open");
}
