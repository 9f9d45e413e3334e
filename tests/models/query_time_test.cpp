// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/query_time.h"

#include "support/print.h"

#include <catch2/catch_test_macros.hpp>

using namespace parley;

namespace {

QDateTime local(int year, int month, int day, int hour = 0, int minute = 0)
{
    return {QDate(year, month, day), QTime(hour, minute)};
}

const Timestamp kNow = fromDateTime(local(2026, 11, 21, 14, 30));

std::optional<QDateTime> moment(QStringView typed)
{
    const auto found = momentFrom(typed, kNow);
    return found ? std::optional(toDateTime(*found).toLocalTime()) : std::nullopt;
}

std::optional<QDateTime> future(QStringView typed)
{
    const auto found = futureMomentFrom(typed, kNow);
    return found ? std::optional(toDateTime(*found).toLocalTime()) : std::nullopt;
}

} // namespace

TEST_CASE("Days are counted by the local calendar")
{
    CHECK(moment(u"today") == local(2026, 11, 21));
    CHECK(moment(u"Yesterday") == local(2026, 11, 20));
    CHECK(moment(u"7d") == local(2026, 11, 14));
    CHECK(moment(u"2w") == local(2026, 11, 7));
    CHECK(moment(u"3h") == local(2026, 11, 21, 11, 30));
    CHECK(moment(u"30m") == local(2026, 11, 21, 14, 0));
    CHECK(moment(u"2026-11-01") == local(2026, 11, 1));
    CHECK(moment(u"1.11.2026") == local(2026, 11, 1));
    CHECK(moment(u"01.11.2026.") == local(2026, 11, 1));
    CHECK(moment(u"2026-11") == local(2026, 11, 1));
    CHECK(moment(u"2025") == local(2025, 1, 1));
    CHECK(moment(u"2026-11-01T09:15") == local(2026, 11, 1, 9, 15));
    CHECK(momentFrom(u"2026-11-01T09:15:00Z", kNow) == fromRfc3339(QStringLiteral("2026-11-01T09:15:00Z")));
}

TEST_CASE("What is no day is refused")
{
    for (const QStringView wrong :
        {QStringView(u""), QStringView(u"someday"), QStringView(u"2026-02-30"), QStringView(u"2026-13"),
            QStringView(u"99999999d"), QStringView(u"-1d"), QStringView(u"1y"), QStringView(u"31.31.2026")})
        CHECK_FALSE(moment(wrong));
    CHECK_FALSE(moment(QString(1'000'000, u'9')));
}

TEST_CASE("For snoozing the same words look ahead")
{
    CHECK(future(u"tomorrow") == local(2026, 11, 22, 9));
    CHECK(future(u"3h") == local(2026, 11, 21, 17, 30));
    CHECK(future(u"2d") == local(2026, 11, 23, 14, 30));
    CHECK(future(u"2026-12-01") == local(2026, 12, 1, 9));
    CHECK_FALSE(future(u"later"));
}
