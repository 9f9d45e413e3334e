// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/upload_watch.h"

#include "sync/account_link.h"

#include <variant>

namespace parley::sync {

bool Upload::takes(qint64 done, qint64 total, Timestamp now)
{
    if (m_over || done == m_told)
        return false;
    // A clock that was set back stops nothing.
    const bool soon = m_toldAt && now >= *m_toldAt && now - *m_toldAt < kTellEvery;
    if (soon && done < total)
        return false;
    m_toldAt = now;
    m_told = done;
    return true;
}

std::shared_ptr<Upload> watchUpload(AccountLink &link, storage::Store::Outgoing &row)
{
    const auto upload = std::make_shared<Upload>();
    const auto *reply = std::get_if<Reply>(&row.request.command);
    if (!reply || reply->attachments.isEmpty())
        return upload;
    row.request.progress = [upload, &link, id = row.id, message = row.message](qint64 done, qint64 total) {
        if (upload->takes(done, total, link.now()))
            link.around.host.uploaded(id, message, done, total);
    };
    return upload;
}

} // namespace parley::sync
