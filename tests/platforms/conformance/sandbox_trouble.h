// SPDX-License-Identifier: GPL-3.0-or-later
// For the subjects that play their server in tests/sandbox: what a trouble is there.
#pragma once

#include "platforms/conformance/conformance.h"
#include "sandbox/http/bad_days.h"

namespace parley::tests::conformance {

/// \param method  which calls it strikes, as the sandbox calls them
[[nodiscard]] inline sandbox::BadDay badDayFor(Trouble trouble, const QString &method, int times)
{
    using Kind = sandbox::BadDay::Kind;
    sandbox::BadDay day;
    day.method = method;
    day.times = times;
    switch (trouble) {
    case Trouble::RateLimit:
        day.kind = Kind::TooManyRequests;
        day.seconds = 2;
        break;
    case Trouble::ServerError:
        day.kind = Kind::ServerError;
        break;
    case Trouble::HalfAnswer:
        day.kind = Kind::HalfJson;
        break;
    case Trouble::HugeAnswer:
        day.kind = Kind::HugeAnswer;
        day.bytes = 0; // its own: 50 MB
        break;
    case Trouble::SlowDrip:
        day.kind = Kind::SlowDrip;
        day.bytes = 1;
        day.ms = 200;
        break;
    case Trouble::CutBeforeRequest:
        day.kind = Kind::CutWhileReading;
        break;
    case Trouble::CutBeforeAnswer:
        day.kind = Kind::CutAfter;
        break;
    case Trouble::CutMidAnswer:
        day.kind = Kind::CutMidAnswer;
        break;
    }
    return day;
}

} // namespace parley::tests::conformance
