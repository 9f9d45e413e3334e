// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/upload_watch.h"

#include <variant>

namespace parley::sync {

namespace {

constexpr std::chrono::milliseconds kTellEvery{125};

bool isToBeTold(const Upload &upload, qint64 done, qint64 total, Timestamp now)
{
    if (upload.over || done == upload.told)
        return false;
    if (!upload.toldAt || done >= total)
        return true;
    const auto since = now - *upload.toldAt;
    return since < std::chrono::milliseconds{0} || since >= kTellEvery; // a clock that was set back stops nothing
}

} // namespace

std::shared_ptr<Upload> watchUpload(AccountLink &link, storage::Store::Outgoing &row)
{
    const auto upload = std::make_shared<Upload>();
    const auto *reply = std::get_if<Reply>(&row.request.command);
    if (!reply || reply->attachments.isEmpty())
        return upload;
    row.request.progress = [upload, &link, id = row.id, message = row.message](qint64 done, qint64 total) {
        if (!isToBeTold(*upload, done, total, link.now()))
            return;
        upload->toldAt = link.now();
        upload->told = done;
        link.around.host.uploaded(id, message, done, total);
    };
    return upload;
}

} // namespace parley::sync
