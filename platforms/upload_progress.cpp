// SPDX-License-Identifier: GPL-3.0-or-later
#include "platforms/upload_progress.h"

#include <algorithm>

namespace parley::platforms {

UploadProgress::UploadProgress(const PushRequest &request)
{
    const auto *reply = std::get_if<Reply>(&request.command);
    if (!reply || !request.progress)
        return;
    auto count = std::make_shared<Count>();
    count->tell = request.progress;
    for (const OutgoingAttachment &attachment : reply->attachments)
        count->total += attachment.content.size();
    if (count->total == 0)
        return;
    m_count = std::move(count);
    m_count->reach(0);
}

std::function<void(qint64, qint64)> UploadProgress::ofNext(qint64 size) const
{
    if (!m_count || size <= 0)
        return {};
    return [count = m_count, from = m_count->arrived, size](qint64 done, qint64 total) {
        if (total > 0)
            count->reach(from + qint64(double(size) * double(std::min(done, total)) / double(total)));
    };
}

void UploadProgress::arrived(qint64 size) const
{
    if (!m_count)
        return;
    m_count->arrived += size;
    m_count->reach(m_count->arrived);
}

void UploadProgress::Count::reach(qint64 done)
{
    done = std::min(done, total);
    if (done <= told)
        return;
    told = done;
    tell(done, total);
}

} // namespace parley::platforms
