// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/index_worker.h"

#include "storage/store.h"
#include "sync/log.h"

#include <QMetaObject>

namespace parley::sync {

IndexWorker::IndexWorker(Surroundings &around)
    : m_around(around)
{
}

void IndexWorker::indexSoon()
{
    if (m_busy)
        return;
    m_busy = true;
    m_around.host.workChanged();
    biteSoon();
}

void IndexWorker::biteSoon()
{
    // Between two bites everything else that is waiting in the event loop has its turn.
    QMetaObject::invokeMethod(
        m_around.context,
        [this, alive = std::weak_ptr<char>(m_alive)] {
            if (!alive.expired())
                bite();
        },
        Qt::QueuedConnection);
}

void IndexWorker::bite()
{
    const auto behind = m_around.store.indexPending(kBite);
    if (behind && *behind > 0) {
        biteSoon();
        return;
    }
    if (!behind) // what is behind stays so until the next page; search lacks it, nothing is lost
        qCWarning(lcSync) << "the text index could not be brought up to date:" << behind.error().detail;
    m_busy = false;
    m_around.host.workChanged();
}

} // namespace parley::sync
