// SPDX-License-Identifier: GPL-3.0-or-later
// What the Bot API's refusals mean, as a table. Codes first, then a part of the text: the texts change.
#pragma once

#include "models/result.h"
#include "platforms/http/request.h"

#include <optional>

namespace parley::platforms::telegram {

/// {"ok":false, …}, or whatever stood in its place.
struct Refusal {
    int code = 0; ///< error_code, else the HTTP status
    QString description; ///< empty: the answer was no JSON of the Bot API
    std::chrono::milliseconds retryAfter{0};
    qint64 migratedTo = 0; ///< the group's new id
};

/// Refusals that a caller reacts to by itself before it gives up.
enum class Turn {
    None,
    OtherPoller, ///< another program reads this bot's messages
    WebhookActive,
    NotModified, ///< an edit that changes nothing: done
    AlreadyGone, ///< a deletion of what is gone: done
    ThreadGone, ///< the topic was deleted: send without it
    QuoteGone, ///< the message to answer was deleted: send without pointing at it
    GroupUpgraded, ///< Refusal::migratedTo
    NoText, ///< the message to edit has a caption and no text
    NoPhoto, ///< the server will not take this picture as a photo: send it as a file
    CustomerGone, ///< nobody can be reached there any more; the words say why
};

[[nodiscard]] Turn turnOf(const Refusal &refusal);
[[nodiscard]] Error errorFrom(const Refusal &refusal, const http::Request &request);

} // namespace parley::platforms::telegram
