// SPDX-License-Identifier: GPL-3.0-or-later
// What goes to a token endpoint and what comes back (RFC 6749, 5 and 6). No I/O. Nothing of an answer's text reaches an
// error, since that may hold a token: only its codes, which are of a known shape.
#pragma once

#include "models/result.h"
#include "models/time.h"
#include "platforms/http/request.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QUrl>

#include <chrono>
#include <utility>

namespace parley::platforms::mail {

struct Tokens {
    QByteArray access; ///< printable ASCII
    QByteArray refresh; ///< empty: the one that we have goes on being good
    std::chrono::seconds lasts{0}; ///< the access token, from now
};

using FormFields = QList<std::pair<QByteArray, QByteArray>>;

/// application/x-www-form-urlencoded, without a space left as "+".
[[nodiscard]] QByteArray formEncoded(const FormFields &fields);
[[nodiscard]] http::Request tokenRequest(const QUrl &url, const FormFields &fields);

/// Unauthorized, with words that say what to do, for whatever a person must mend; else what http makes of the answer.
[[nodiscard]] Result<Tokens> tokensFrom(const http::Answer &answer, const http::Request &request, const Clock &clock);

} // namespace parley::platforms::mail
