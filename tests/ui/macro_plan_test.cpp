// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/macros/macro_plan.h"

#include "support/print.h"
#include "ui/common/contrast.h"
#include "ui/common/tokens.h"
#include "ui/inbox/ticket_effects.h"

#include <catch2/catch_test_macros.hpp>

using namespace parley;
using namespace parley::ui;

namespace {

Ticket ticket(qint64 id, const QStringList &tags = {}, TicketStatus status = TicketStatus::Open)
{
    Ticket made;
    made.id = TicketId{id};
    made.tags = tags;
    made.status = status;
    return made;
}

Macro refund()
{
    Macro macro;
    macro.remoteId = QStringLiteral("7");
    macro.name = QStringLiteral("Refund");
    macro.steps = {ChangeTags{.add = {QStringLiteral("refund")}, .remove = {}},
        Reply{.text = QStringLiteral("Dear {{customer.first_name}}, it is on its way."),
            .replyTo = {},
            .privately = false,
            .attachments = {}},
        SetStatus{.status = TicketStatus::Resolved, .snoozedUntil = {}}};
    return macro;
}

MacroTarget target(const Ticket &ticket, const QString &firstName)
{
    return {.ticket = ticket, .values = {{QStringLiteral("customer.first_name"), firstName}}};
}

} // namespace

TEST_CASE("A macro's preview counts for each step how many tickets it changes, and does no more than that")
{
    const MacroPlan plan(refund(),
        {target(ticket(1), QStringLiteral("Ana")), target(ticket(2, {QStringLiteral("Refund")}), QStringLiteral("Ivo")),
            target(ticket(3, {}, TicketStatus::Resolved), QStringLiteral("Mia"))});
    REQUIRE(plan.lines().size() == 3);
    CHECK(plan.lines().at(0).tickets == 2); // the second has the tag, written otherwise
    CHECK(plan.lines().at(1).tickets == 3);
    CHECK(plan.lines().at(1).sends);
    CHECK(plan.lines().at(1).words.contains(QStringLiteral("Dear Ana, it is on its way.")));
    CHECK(plan.lines().at(2).tickets == 2);
    CHECK(plan.sends());
    CHECK(plan.canRun());
    REQUIRE(plan.work().size() == 3);
    CHECK(plan.work().at(0).commands.size() == 3);
    CHECK(plan.work().at(1).commands.size() == 2);
    const auto *reply = std::get_if<Reply>(&plan.work().at(2).commands.at(1));
    REQUIRE(reply);
    CHECK(reply->text == QStringLiteral("Dear Mia, it is on its way."));
}

TEST_CASE("A blank that nobody can fill in keeps a macro from doing anything to any ticket")
{
    Macro macro = refund();
    std::get<Reply>(macro.steps[1]).text = QStringLiteral("Order {{?order number}} is refunded.");
    const MacroPlan plan(macro, {target(ticket(1), QStringLiteral("Ana")), target(ticket(2), QStringLiteral("Ivo"))});
    CHECK_FALSE(plan.canRun());
    CHECK(plan.work().isEmpty());
    CHECK(plan.trouble().contains(QStringLiteral("order number")));
    CHECK(plan.lines().at(1).words.contains(QStringLiteral("order number"))); // and where it stands
}

TEST_CASE("A macro with steps that only the server knows runs there as a whole")
{
    Macro macro = refund();
    macro.onlyThere = {QStringLiteral("Send a webhook")};
    const MacroPlan plan(macro, {target(ticket(1), QString())});
    CHECK(plan.runsOnServer());
    CHECK(plan.canRun()); // the server fills the blanks
    REQUIRE(plan.work().size() == 1);
    REQUIRE(plan.work().at(0).commands.size() == 1);
    const auto *there = std::get_if<RunMacro>(&plan.work().at(0).commands.at(0));
    REQUIRE(there);
    CHECK(there->remoteId == QStringLiteral("7"));
    REQUIRE(plan.lines().size() == 4);
    CHECK(plan.lines().at(3).onServer);
}

TEST_CASE("A macro that finds everything done already has nothing to do")
{
    Macro macro = refund();
    macro.steps.removeAt(1);
    const MacroPlan plan(
        macro, {target(ticket(1, {QStringLiteral("refund")}, TicketStatus::Resolved), QStringLiteral("Ana"))});
    CHECK_FALSE(plan.canRun());
    CHECK(plan.lines().at(0).tickets == 0);
}

TEST_CASE("What puts a ticket back names only what was changed")
{
    const Ticket was = ticket(1, {QStringLiteral("Refund"), QStringLiteral("vip")});
    const auto back = inverseOf(
        ChangeTags{.add = {QStringLiteral("login")}, .remove = {QStringLiteral("refund"), QStringLiteral("gone")}},
        was);
    REQUIRE(back.size() == 1);
    const auto *tags = std::get_if<ChangeTags>(&back.at(0));
    REQUIRE(tags);
    CHECK(tags->add == QStringList{QStringLiteral("Refund")}); // as it was written
    CHECK(tags->remove == QStringList{QStringLiteral("login")});
    CHECK(inverseOf(ChangeTags{.add = {QStringLiteral("VIP")}, .remove = {}}, was).isEmpty());
}

TEST_CASE("Taking a mute back opens the ticket that it resolved")
{
    const auto back = inverseOf(Mute{true}, ticket(1, {}, TicketStatus::Pending));
    REQUIRE(back.size() == 2);
    CHECK_FALSE(std::get<Mute>(back.at(0)).on);
    CHECK(std::get<SetStatus>(back.at(1)).status == TicketStatus::Pending);
}

TEST_CASE("A label's colour stands out from its ground whatever the team chose")
{
    for (const Tokens *tokens : {&lightTokens(), &darkTokens()}) {
        for (const QColor &colour :
            {QColor(Qt::white), QColor(Qt::black), QColor(0xfff2c94c), QColor(0xff1f93ff), QColor(0xff202020)}) {
            for (const QColor &ground : {tokens->chip, tokens->panel, tokens->selection}) {
                const QColor shown = standingOut(colour, ground, 3.0);
                CHECK(contrastOf(shown, ground) >= 3.0);
                if (contrastOf(colour, ground) >= 3.0)
                    CHECK(shown.rgb() == colour.rgb()); // fit as it is
            }
        }
    }
}
