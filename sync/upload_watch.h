// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/store.h"
#include "sync/account_link.h"

#include <memory>
#include <optional>

namespace parley::sync {

/// How far a reply's attachments have travelled, as it was told.
struct Upload {
    bool over = false; ///< set when the push has ended: whatever the connector says then is not passed on
    std::optional<Timestamp> toldAt;
    qint64 told = -1; ///< bytes
};

/// Asks the connector to tell how far \a row's attachments are, and passes it on as often as a person can see it: the
/// first word, the last, and some between. The link outlives the push.
[[nodiscard]] std::shared_ptr<Upload> watchUpload(AccountLink &link, storage::Store::Outgoing &row);

} // namespace parley::sync
