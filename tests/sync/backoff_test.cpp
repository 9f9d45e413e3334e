// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/backoff.h"

#include <catch2/catch_test_macros.hpp>

using namespace parley::sync;
using namespace std::chrono_literals;

TEST_CASE("Each failure doubles the wait until the cap")
{
    Backoff backoff([] { return 0.5; }, {.first = 2s, .cap = 60s, .spread = 0.25});
    CHECK(backoff.next() == 2s);
    CHECK(backoff.next() == 4s);
    CHECK(backoff.next() == 8s);
    CHECK(backoff.next() == 16s);
    CHECK(backoff.next() == 32s);
    CHECK(backoff.next() == 60s);
    CHECK(backoff.next() == 60s);
}

TEST_CASE("A success begins the waits anew")
{
    Backoff backoff([] { return 0.5; });
    (void)backoff.next();
    (void)backoff.next();
    CHECK(backoff.failures() == 2);
    backoff.reset();
    CHECK(backoff.next() == 2s);
}

TEST_CASE("Chance moves a wait by its share and no further")
{
    CHECK(Backoff([] { return 0.0; }, {.first = 8s, .cap = 60s, .spread = 0.25}).next() == 6s);
    CHECK(Backoff([] { return 1.0; }, {.first = 8s, .cap = 60s, .spread = 0.25}).next() == 10s);
}

TEST_CASE("A thousand failures neither overflow nor grow past the cap")
{
    Backoff backoff([] { return 0.5; });
    for (int failure = 0; failure < 1000; ++failure)
        CHECK(backoff.next() <= 5min);
    CHECK(backoff.next() == 5min);
}

TEST_CASE("The system's chance stays between 0 and 1")
{
    const Random random = systemRandom();
    for (int draw = 0; draw < 1000; ++draw) {
        const double number = random();
        CHECK((number >= 0.0 && number < 1.0));
    }
}
