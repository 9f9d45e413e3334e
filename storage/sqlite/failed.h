// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/result.h"

#include <type_traits>
#include <utility>

namespace parley::storage {

/// How a failing statement leaves a transaction of many steps. It lives inside this room only: guarded() turns it into
/// a Result before anybody else sees it. (An ingest runs dozens of statements; testing each result by hand is where one
/// is forgotten.)
struct Failed {
    Error error;
};

/// Fails with words for the agent.
[[noreturn]] void reject(ErrorKind kind, const QString &words);

/// Runs \a work and turns what it throws into an Error.
template <typename Work>
auto guarded(Work &&work) -> Result<std::invoke_result_t<Work>>
{
    try {
        if constexpr (std::is_void_v<std::invoke_result_t<Work>>) {
            std::forward<Work>(work)();
            return {};
        } else {
            return std::forward<Work>(work)();
        }
    } catch (const Failed &failed) {
        return failed.error;
    }
}

} // namespace parley::storage
