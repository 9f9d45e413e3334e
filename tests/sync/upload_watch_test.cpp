// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/upload_watch.h"

#include <catch2/catch_test_macros.hpp>

using namespace parley;
using sync::Upload;

namespace {

constexpr qint64 kTotal = 1000;

Timestamp ms(qint64 since)
{
    return fromMs(1'790'000'000'000 + since);
}

} // namespace

TEST_CASE("An upload is told eight times a second at most, and always its beginning and its end")
{
    Upload upload;
    int told = 0;
    for (qint64 now = 0; now < 1000; ++now)
        told += upload.takes(now, kTotal, ms(now)) ? 1 : 0;
    CHECK(told == 8);
    CHECK(upload.takes(kTotal, kTotal, ms(1000)));
    CHECK_FALSE(upload.takes(kTotal, kTotal, ms(5000))); // once
}

TEST_CASE("The end of an upload is told however soon it comes, and nothing behind it")
{
    Upload upload;
    CHECK(upload.takes(0, kTotal, ms(0)));
    CHECK_FALSE(upload.takes(500, kTotal, ms(1)));
    CHECK(upload.takes(kTotal, kTotal, ms(2)));
    upload.end();
    CHECK_FALSE(upload.takes(0, kTotal, ms(9000)));
}

TEST_CASE("An upload that begins anew after a hiccup, or a clock that is set back, is told on")
{
    Upload upload;
    CHECK(upload.takes(700, kTotal, ms(0)));
    CHECK(upload.takes(10, kTotal, ms(125)));
    CHECK(upload.takes(20, kTotal, ms(-60'000)));
}
