// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/time.h"
#include "storage/store.h"

#include <memory>
#include <optional>

namespace parley::sync {

struct AccountLink;

/// How far a reply's attachments have travelled, passed on as often as a person can see it: the first word, the last,
/// and some between.
class Upload
{
public:
    static constexpr std::chrono::milliseconds kTellEvery{125};

    /// \param done, total  bytes
    /// \return whether this is to be told
    [[nodiscard]] bool takes(qint64 done, qint64 total, Timestamp now);
    void end() { m_over = true; } ///< the push has ended: whatever the connector says later is not passed on

private:
    bool m_over = false;
    std::optional<Timestamp> m_toldAt;
    qint64 m_told = -1;
};

/// Asks the connector to tell how far \a row's attachments are. The link outlives the push.
[[nodiscard]] std::shared_ptr<Upload> watchUpload(AccountLink &link, storage::Store::Outgoing &row);

} // namespace parley::sync
