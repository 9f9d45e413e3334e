// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/live_marks.h"

#include "support/hand_clock.h"
#include "support/print.h"
#include "sync/engine.h"

#include <QSignalSpy>
#include <QTest>

#include <catch2/catch_test_macros.hpp>

using namespace parley;
using namespace parley::tests;
using namespace std::chrono_literals;

namespace {

const TicketId kTicket{7};
const AccountId kAccount{3};

sync::LiveNews news(const QString &author, LiveEvent::Kind kind = LiveEvent::Kind::Typing,
    const std::optional<Timestamp> &until = {}, TicketId ticket = kTicket)
{
    sync::LiveNews made;
    made.event.kind = kind;
    made.event.author = author;
    made.event.byColleague = true;
    made.event.until = until;
    made.account = kAccount;
    made.ticket = ticket;
    return made;
}

} // namespace

TEST_CASE("A colleague who answers is shown with the time since they began, until their end")
{
    HandClock clock;
    ui::LiveMarks marks(clock);
    QSignalSpy changed(&marks, &ui::LiveMarks::changed);
    marks.hear(news(QStringLiteral("Ana"), LiveEvent::Kind::Typing, clock.now() + 30s));
    CHECK(changed.size() == 1);
    clock.time += 25s;
    marks.hear(news(QStringLiteral("Ana"), LiveEvent::Kind::Typing, clock.now() + 30s));
    clock.time += 17s;
    const auto mark = marks.markOf(kTicket);
    REQUIRE(mark);
    CHECK(ui::liveMarkWords(*mark, clock.now()) == QStringLiteral("✎ Ana is answering · 0:42"));
    CHECK(ui::liveMarkSentence(*mark) == QStringLiteral("Ana is answering"));
    CHECK(ui::liveMarkShort(*mark) == QStringLiteral("✎ Ana"));
    clock.time += 14s;
    CHECK_FALSE(marks.markOf(kTicket));
    CHECK_FALSE(marks.markOf(TicketId{8}));
}

TEST_CASE("A mark goes out by itself and says so")
{
    HandClock clock;
    ui::LiveMarks marks(clock);
    QSignalSpy changed(&marks, &ui::LiveMarks::changed);
    marks.hear(news(QStringLiteral("Ana"), LiveEvent::Kind::Typing, clock.now() + 50ms));
    REQUIRE(marks.markOf(kTicket));
    clock.time += 60ms; // the timer is the system's
    CHECK(QTest::qWaitFor([&] { return changed.size() == 2; }, 120'000));
    CHECK_FALSE(marks.markOf(kTicket));
}

TEST_CASE("Who stops to think for a moment is still at the same answer")
{
    HandClock clock;
    ui::LiveMarks marks(clock);
    const Timestamp began = clock.now();
    marks.hear(news(QStringLiteral("Ana")));
    clock.time += 20s;
    marks.hear(news(QStringLiteral("Ana"), LiveEvent::Kind::StoppedTyping));
    CHECK_FALSE(marks.markOf(kTicket));
    clock.time += 30s;
    marks.hear(news(QStringLiteral("Ana")));
    REQUIRE(marks.markOf(kTicket));
    CHECK(marks.markOf(kTicket)->since == began);
    marks.hear(news(QStringLiteral("Ana"), LiveEvent::Kind::StoppedTyping));
    clock.time += 2min;
    marks.hear(news(QStringLiteral("Ana")));
    CHECK(marks.markOf(kTicket)->since == clock.now());
}

TEST_CASE("Two colleagues in one ticket are both told of, the one who began first by name")
{
    HandClock clock;
    ui::LiveMarks marks(clock);
    marks.hear(news(QStringLiteral("Ana")));
    clock.time += 5s;
    marks.hear(news(QStringLiteral("Marko")));
    const auto mark = marks.markOf(kTicket);
    REQUIRE(mark);
    CHECK(mark->author == QStringLiteral("Ana"));
    CHECK(mark->others == 1);
    CHECK(ui::liveMarkShort(*mark) == QStringLiteral("✎ Ana +1"));
}

TEST_CASE("Without a connection a mark says since when it is not known, and a new connection takes it away")
{
    HandClock clock;
    ui::LiveMarks marks(clock);
    marks.hear(news(QStringLiteral("Ana")));
    clock.time += 5s;
    marks.setConnected(AccountId{99}, false); // another account's
    REQUIRE(marks.markOf(kTicket));
    CHECK_FALSE(marks.markOf(kTicket)->unknownSince);
    marks.setConnected(kAccount, false);
    const Timestamp lost = clock.now();
    clock.time += 10min; // past its end: nobody knows
    const auto mark = marks.markOf(kTicket);
    REQUIRE(mark);
    CHECK(mark->unknownSince == lost);
    CHECK(ui::liveMarkWords(*mark, clock.now()).startsWith(QStringLiteral("✎ Ana · not known since ")));
    CHECK(ui::liveMarkShort(*mark) == QStringLiteral("✎ Ana ?"));
    marks.setConnected(kAccount, true);
    CHECK_FALSE(marks.markOf(kTicket));
}

TEST_CASE("A mark that had ended before the connection was lost does not come back")
{
    HandClock clock;
    ui::LiveMarks marks(clock);
    marks.hear(news(QStringLiteral("Ana"), LiveEvent::Kind::Typing, clock.now() + 30s));
    clock.time += 31s;
    marks.setConnected(kAccount, false);
    CHECK_FALSE(marks.markOf(kTicket));
}

TEST_CASE("The customer's typing is no mark")
{
    HandClock clock;
    ui::LiveMarks marks(clock);
    sync::LiveNews customer = news(QStringLiteral("Ivan"));
    customer.event.byColleague = false;
    marks.hear(customer);
    CHECK_FALSE(marks.markOf(kTicket));
}
