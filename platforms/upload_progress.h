// SPDX-License-Identifier: GPL-3.0-or-later
// What PushRequest::progress is told by a connector whose attachments go one after another.
#pragma once

#include "models/command.h"

#include <functional>
#include <memory>

namespace parley::platforms {

/// Sums up the bytes of a reply's attachments that have left. It never goes back, whatever is sent a second time, and
/// each step is told once. Copies are the same count. On the engine's thread, like PushRequest::progress.
class UploadProgress
{
public:
    /// Nobody is told, and nothing counted.
    UploadProgress() = default;
    /// Tells that nothing has left yet, where \a request has attachments and somebody looks.
    explicit UploadProgress(const PushRequest &request);

    /// For http::Request::progress of the request that carries the next \a size bytes of attachments: its own bytes are
    /// somewhat more, so theirs are told in proportion.
    [[nodiscard]] std::function<void(qint64 done, qint64 total)> ofNext(qint64 size) const;
    /// These \a size bytes are there, by a request that ofNext() was for, or from an earlier try.
    void arrived(qint64 size) const;

private:
    struct Count {
        std::function<void(qint64, qint64)> tell;
        qint64 total = 0;
        qint64 arrived = 0;
        qint64 told = -1;

        void reach(qint64 done);
    };
    std::shared_ptr<Count> m_count;
};

} // namespace parley::platforms
