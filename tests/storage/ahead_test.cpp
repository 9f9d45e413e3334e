// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/ahead.h"

#include <catch2/catch_test_macros.hpp>

#include <atomic>
#include <initializer_list>
#include <latch>
#include <vector>

using parley::storage::Ahead;
using parley::storage::SideThread;

TEST_CASE("Results come by their numbers, each worked out once, few or many")
{
    SideThread side;
    for (const size_t count : std::initializer_list<size_t>{0, 1, 31, 32, 33, 500}) {
        std::vector<std::atomic<int>> worked(count);
        Ahead<size_t> squares(side, count, [&](size_t number) {
            ++worked[number];
            return number * number;
        });
        for (size_t number = 0; number < count; ++number)
            CHECK(squares.take(number) == number * number);
        for (const auto &times : worked)
            CHECK(times == 1);
    }
}

TEST_CASE("Who would only wait works too")
{
    SideThread side;
    std::latch busy(1);
    side.start([&] { busy.wait(); }); // the second thread does not come to it
    Ahead<size_t> doubles(side, 100, [](size_t number) { return 2 * number; });
    for (size_t number = 0; number < 100; ++number)
        CHECK(doubles.take(number) == 2 * number);
    busy.count_down();
}
