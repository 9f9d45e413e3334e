// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/macro.h"

#include "support/print.h"

#include <catch2/catch_test_macros.hpp>

using namespace parley;
using namespace Qt::StringLiterals;

namespace {

Macro refund()
{
    Macro macro;
    macro.remoteId = u"7"_s;
    macro.name = u"Refund"_s;
    macro.steps = {Reply{u"Dear {{customer.first_name}}, your money is on its way.{{cursor}}"_s, {}, false, {}},
        Note{u"by {{agent.name|default:\"us\"}}"_s}, SetStatus{TicketStatus::Resolved, {}}};
    return macro;
}

} // namespace

TEST_CASE("A macro's steps become commands in their order, with the blanks of their texts filled in")
{
    const auto commands = commandsFor(refund(), {{u"customer.first_name"_s, u"Ана"_s}});
    REQUIRE(commands.ok());
    REQUIRE(commands->size() == 3);
    CHECK(std::get<Reply>(commands->at(0)).text == u"Dear Ана, your money is on its way."_s);
    CHECK(std::get<Note>(commands->at(1)).text == u"by us"_s);
    CHECK(std::get<SetStatus>(commands->at(2)).status == TicketStatus::Resolved);
}

TEST_CASE("A macro with a blank that nothing fills does nothing at all, and says which")
{
    Macro macro = refund();
    macro.steps.append(Note{u"{{?order number}}, {{customer.first_name}}"_s});
    const auto commands = commandsFor(macro, {});
    REQUIRE_FALSE(commands.ok());
    CHECK(commands.error().kind == ErrorKind::Rejected);
    CHECK(commands.error().words.contains(u"{{customer.first_name}}, {{order number}}"_s));
    CHECK(commands.error().words.contains(u"Refund"_s));
}

TEST_CASE("A macro that only the server can carry out goes there whole, blanks and all")
{
    Macro macro = refund();
    macro.onlyThere = {u"send the transcript"_s};
    const auto commands = commandsFor(macro, {});
    REQUIRE(commands.ok());
    REQUIRE(commands->size() == 1);
    CHECK(std::get<RunMacro>(commands->at(0)).remoteId == u"7"_s);
    CHECK(std::get<RunMacro>(commands->at(0)).name == u"Refund"_s);
}
