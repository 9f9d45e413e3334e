// SPDX-License-Identifier: GPL-3.0-or-later
// The command line against a Chatwoot of our own, which is the witness of what customers and colleagues see.
#include "app/program.h"

#include "sandbox/chatwoot.h"
#include "support/print.h"

#include <catch2/catch_test_macros.hpp>

#include <QJsonArray>

using namespace parley::tests;
using namespace parley::sandbox;
using namespace Qt::StringLiterals;

namespace {

/// A profile at a desk of the team's server, synced.
struct Desk {
    Chatwoot server;
    Program program;
    int anna = server.addCustomer(u"Anna"_s, u"anna@x.io"_s);

    Desk()
    {
        server.write(anna, u"Where is my order?"_s);
        const auto added = add(server.token());
        INFO(added.err.toStdString());
        REQUIRE(added.exit == 0);
        sync();
    }
    [[nodiscard]] Outcome add(const QByteArray &secret, const QStringList &more = {}) const
    {
        return program.json(
            QStringList{u"account"_s, u"add"_s, u"chatwoot"_s, u"--name"_s, u"Team"_s, u"--url"_s, server.url()} + more,
            secret + '\n');
    }
    void sync() const { succeeds({u"sync"_s, u"--once"_s}); }
    Outcome succeeds(const QStringList &words) const
    {
        const auto outcome = program.json(words);
        INFO(words.join(u' ').toStdString() << ": " << outcome.err.toStdString());
        REQUIRE(outcome.exit == 0);
        return outcome;
    }
};

} // namespace

TEST_CASE("A desk of a team's server is connected, lists, answers, notes and sets, and the team sees it")
{
    Desk desk;
    const auto listed = desk.succeeds({u"list"_s}).object();
    CHECK(listed.value(u"platform").toString() == u"chatwoot");
    CHECK(listed.value(u"contact").toString() == u"Anna");
    const QString ticket = desk.program.ticketOf(u"Anna"_s);
    CHECK(desk.server.conversation(1).agentSeenMs == 0); // looking marks nothing
    CHECK(desk.server.conversation(1).assignee == 0);

    desk.succeeds({u"reply"_s, ticket, u"--text"_s, u"It is on its way: {{track}}"_s, u"--wait"_s, u"60"_s});
    CHECK(desk.server.textsReceived(desk.anna) == QStringList{u"It is on its way: {{track}}"_s});
    desk.succeeds({u"reply"_s, ticket, u"--note"_s, u"--text"_s, u"called the courier"_s, u"--wait"_s, u"60"_s});
    CHECK(desk.server.messages(1).last().isPrivate);
    desk.succeeds({u"set"_s, ticket, u"--status"_s, u"pending"_s, u"--wait"_s, u"60"_s});
    CHECK(desk.server.conversation(1).status == u"pending"_s);

    desk.server.answerAs(desk.server.ann(), 1, u"and from the window"_s);
    desk.server.setStatusAs(desk.server.ann(), 1, u"resolved"_s);
    desk.sync();
    CHECK(desk.succeeds({u"list"_s}).object().value(u"status").toString() == u"resolved");
    const auto found = desk.succeeds({u"search"_s, u"courier"_s}).object();
    CHECK(found.value(u"contact").toString() == u"Anna");
}

TEST_CASE("What the team shares is listed, and a team, the team's mark, a mute and a macro reach the server")
{
    Desk desk;
    const int billing = desk.server.addTeam(u"billing"_s);
    desk.server.addCanned(u"hi"_s, u"Hello {{contact.first_name}}"_s);
    const auto action = [](const QString &name, const QJsonArray &parameters) {
        return QJsonObject{{u"action_name"_s, name}, {u"action_params"_s, parameters}};
    };
    desk.server.addMacro(u"Thank"_s,
        {action(u"send_message"_s, {u"Thank you, {{contact.name}}."_s}), action(u"add_label"_s, {u"kind"_s})});
    desk.server.addMacro(u"Tell"_s,
        {action(u"send_webhook_event"_s, {u"https://hook.test"_s}), action(u"change_priority"_s, {u"urgent"_s})});
    desk.sync();
    const QString ticket = desk.program.ticketOf(u"Anna"_s);
    CHECK(desk.succeeds({u"team"_s, u"list"_s}).object().value(u"name").toString() == u"billing");
    CHECK(
        desk.succeeds({u"canned"_s, u"list"_s}).object().value(u"text").toString() == u"Hello {{customer.first_name}}");
    CHECK(desk.succeeds({u"macro"_s, u"list"_s}).objects().size() == 2);

    desk.succeeds({u"set"_s, ticket, u"--team"_s, u"billing"_s, u"--wait"_s, u"60"_s});
    CHECK(desk.server.conversation(1).team == billing);
    desk.succeeds({u"macro"_s, u"run"_s, ticket, u"Thank"_s, u"--wait"_s, u"60"_s}); // our own steps
    CHECK(desk.server.textsReceived(desk.anna) == QStringList{u"Thank you, Anna."_s});
    CHECK(desk.server.conversation(1).labels == QStringList{u"kind"_s});
    CHECK(desk.server.calls(u"macro_execute"_s).isEmpty());
    desk.succeeds({u"macro"_s, u"run"_s, ticket, u"Tell"_s, u"--wait"_s, u"60"_s}); // there, as a whole
    CHECK(desk.server.calls(u"macro_execute"_s).size() == 1);
    CHECK(desk.server.sentOutside() == QStringList{u"send_webhook_event https://hook.test"_s});
    CHECK(desk.server.conversation(1).priority == u"urgent"_s);

    desk.succeeds({u"set"_s, ticket, u"--read"_s, u"--wait"_s, u"60"_s});
    CHECK(desk.server.calls(u"seen"_s).size() == 1);
    desk.succeeds({u"set"_s, ticket, u"--unread"_s, u"--wait"_s, u"60"_s});
    CHECK(desk.server.calls(u"unread"_s).size() == 1);
    desk.succeeds({u"set"_s, ticket, u"--mute"_s, u"--wait"_s, u"60"_s});
    CHECK(desk.server.conversation(1).status == u"resolved"_s);
    desk.sync();
    const auto listed = desk.succeeds({u"list"_s}).object();
    CHECK(listed.value(u"team").toString() == u"billing");
    CHECK(listed.value(u"muted").toBool());
}

TEST_CASE("A second factor, a wrong password and a refused token are told in words without the secret")
{
    Chatwoot server;
    const Program program;
    const auto add = [&](const QByteArray &secret, const QStringList &more) {
        return program.json(
            QStringList{u"account"_s, u"add"_s, u"chatwoot"_s, u"--name"_s, u"Team"_s, u"--url"_s, server.url()} + more,
            secret + '\n');
    };
    const QStringList withMail{u"--set"_s, u"email=ann@example.com"_s};
    const auto wrong = add("NotTheOne1!", withMail);
    CHECK(wrong.exit == 1);
    CHECK(wrong.err.contains(u"password"));
    CHECK_FALSE(wrong.err.contains(u"NotTheOne1!"));
    auto ann = server.agent();
    ann.otp = u"123456"_s;
    server.setAgent(ann);
    const auto twoFactors = add("Password1!", withMail);
    CHECK(twoFactors.exit == 1);
    CHECK(twoFactors.err.contains(u"second factor"));
    CHECK_FALSE(twoFactors.err.contains(u"Password1!"));
    CHECK(add("refused-token", {}).exit == 1);
    CHECK(program.json({u"account"_s, u"list"_s}).out.isEmpty());
    CHECK(add(server.token(), {}).exit == 0);
}
