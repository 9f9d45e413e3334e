// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/support.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace parley;
using namespace parley::tests;

TEST_CASE("It is known how long a platform was out within any span")
{
    Cache cache;
    const AccountId other = cache.addAccount(u"Other"_s, u"mail"_s);
    const auto out = [&](qint64 from, qint64 to) {
        return must(cache.reader->outageTime(cache.account, at(from), at(to)));
    };
    CHECK(out(0, 1000) == 0ms);
    must(cache.store->beginOutage(cache.account, at(10)));
    must(cache.store->beginOutage(cache.account, at(15))); // one is under way already
    CHECK(out(0, 20) == 10min);
    CHECK(out(12, 14) == 2min);
    CHECK(out(0, 10) == 0ms);
    must(cache.store->endOutage(cache.account, at(30)));
    must(cache.store->endOutage(cache.account, at(99))); // none is
    must(cache.store->beginOutage(cache.account, at(50)));
    must(cache.store->endOutage(cache.account, at(40))); // a clock was set back: never less than nothing
    must(cache.store->beginOutage(cache.account, at(60)));
    CHECK(out(0, 70) == 30min);
    CHECK(out(20, 65) == 15min);
    CHECK(out(30, 60) == 0ms);
    CHECK(must(cache.reader->outageTime(other, at(0), at(100))) == 0ms);
    must(cache.store->removeAccount(cache.account));
    CHECK(out(0, 100) == 0ms);
}
