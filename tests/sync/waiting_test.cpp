// SPDX-License-Identifier: GPL-3.0-or-later
// What the loops wait with: alarms, sleepers, and the watch for a machine that slept.
#include "sync/hand_time.h"
#include "sync/scheduler.h"
#include "sync/sleeper.h"

#include <QCoroTask>
#include <QTest>

#include <catch2/catch_test_macros.hpp>

using namespace parley;
using namespace parley::sync;
using namespace parley::tests;
using namespace std::chrono_literals;

namespace {

QCoro::Task<> sleepThenCount(Sleeper *sleeper, std::optional<std::chrono::milliseconds> atMost, int *count)
{
    co_await sleeper->sleep(atMost);
    ++*count;
}

} // namespace

TEST_CASE("A sleeper wakes at its time and not before")
{
    HandTime time;
    QObject context;
    Sleeper sleeper(time, &context);
    int woken = 0;
    sleepThenCount(&sleeper, 4min, &woken);
    time.advance(3min);
    QCoreApplication::processEvents();
    CHECK(woken == 0);
    time.advance(1min);
    CHECK(QTest::qWaitFor([&] { return woken == 1; }, 120'000));
}

TEST_CASE("Waking goes through the event loop, never inside the call")
{
    HandTime time;
    QObject context;
    Sleeper sleeper(time, &context);
    int woken = 0;
    sleepThenCount(&sleeper, std::nullopt, &woken);
    sleeper.wake();
    sleeper.wake();
    CHECK(woken == 0);
    CHECK(QTest::qWaitFor([&] { return woken == 1; }, 120'000));
}

TEST_CASE("A wake-up that nobody waited for is kept for the next sleep, once")
{
    HandTime time;
    QObject context;
    Sleeper sleeper(time, &context);
    sleeper.wake();
    int woken = 0;
    sleepThenCount(&sleeper, std::nullopt, &woken);
    CHECK(woken == 1);
    sleepThenCount(&sleeper, std::nullopt, &woken);
    QCoreApplication::processEvents();
    CHECK(woken == 1);
    sleeper.wake(); // lets the second one end, so that nothing is left
    CHECK(QTest::qWaitFor([&] { return woken == 2; }, 120'000));
}

TEST_CASE("The system's scheduler rings once, and not at all when cancelled")
{
    const auto scheduler = systemScheduler();
    QObject context;
    int rung = 0;
    bool wrong = false;
    Alarm cancelled(*scheduler, &context);
    cancelled.set(1ms, [&] { wrong = true; });
    cancelled.cancel();
    Alarm alarm(*scheduler, &context);
    alarm.set(2ms, [&] { ++rung; });
    CHECK(QTest::qWaitFor([&] { return rung == 1; }, 120'000));
    CHECK_FALSE(alarm.isSet());
    CHECK_FALSE(wrong);
}

TEST_CASE("An alarm may be set again from inside its own call")
{
    const auto scheduler = systemScheduler();
    QObject context;
    int rung = 0;
    Alarm alarm(*scheduler, &context);
    std::function<void()> again = [&] {
        if (++rung < 3)
            alarm.set(1ms, again);
    };
    alarm.set(1ms, again);
    CHECK(QTest::qWaitFor([&] { return rung == 3; }, 120'000));
}
