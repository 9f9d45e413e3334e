// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/account.h"
#include "models/changes.h"
#include "models/result.h"
#include "models/time.h"
#include "sync/backoff.h"
#include "sync/scheduler.h"

#include <QObject>

namespace parley {
struct LiveEvent;
}
namespace parley::storage {
class Reader;
class Store;
} // namespace parley::storage

namespace parley::sync {

/// What the parts of an engine tell the one that owns them. All on the engine's thread.
class Host
{
public:
    virtual ~Host() = default;
    virtual void committed(const Changes &changes) = 0; ///< after every transaction that changed something
    virtual void pulled(int messages) = 0;
    virtual void statusChanged(AccountId account, const AccountStatus &status) = 0;
    virtual void happened(AccountId account, const LiveEvent &event) = 0;
    virtual void uploaded(OutboxId row, MessageId message, qint64 done, qint64 total) = 0; ///< Engine::uploading
    /// The platform gave another secret for the one it was asked with: to be kept in its place.
    virtual void secretExchanged(AccountId account, const QByteArray &secret) = 0;
    virtual void storageFailed(const Error &error) = 0;
    virtual void storageWorks() = 0;
    virtual void workChanged() = 0; ///< somebody began or ended being busy
};

/// What they share. Outlives them all.
struct Surroundings {
    storage::Store &store;
    storage::Reader &reader;
    const Clock &clock;
    Scheduler &scheduler;
    QObject *context; ///< lives on the engine's thread as long as the engine
    Random random;
    Host &host;
    bool listen; ///< false: once through, then rest
};

} // namespace parley::sync
