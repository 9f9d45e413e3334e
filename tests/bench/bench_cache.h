// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/batch.h"
#include "models/result.h"
#include "storage/cache_key.h"

#include <QString>

#include <functional>

namespace parley::bench {

/// A data folder as an agent's after years of work, made once and kept.
struct BenchCache {
    QString dataDir;
    QString secrets; ///< for --secrets
    QString cachePath;
    storage::CacheKey key;
    ConversationId longThread; ///< one conversation of kLongThread messages
};

inline constexpr int kMessagesPerTicket = 10;
inline constexpr int kLongThread = 100'000;

/// Opens the cache of that size below \a folder, or builds it (100,000 tickets: some minutes).
Result<BenchCache> openOrBuild(const QString &folder, int tickets, const std::function<void(const QString &)> &say);

/// Batches of whole conversations as a first fill brings them, oldest conversation first.
/// \param take  gets each batch; false ends
void makeTalk(int tickets, int messagesPerTicket, quint32 seed, const std::function<bool(const Batch &)> &take);

} // namespace parley::bench
