// SPDX-License-Identifier: GPL-3.0-or-later
// From an HTTP status or a broken connection to the one Error that sync acts on. Nothing else in platforms/ makes this
// choice.
#pragma once

#include "models/result.h"
#include "models/time.h"
#include "platforms/http/request.h"

#include <QNetworkReply>

#include <chrono>
#include <optional>

namespace parley::platforms::http {

/// How far a request got before its connection failed.
struct Failure {
    QNetworkReply::NetworkError code = QNetworkReply::NoError;
    QString host; ///< for the words
    QString tlsWhy; ///< what was wrong with the certificate, in Qt's words
    bool requestLeft = false; ///< the server may have the request
};

/// A connection that failed. Never looks at QNetworkReply::errorString(), which holds the URL.
[[nodiscard]] Error errorFrom(const Failure &failure, const Request &request);

/// An answer that is no success.
/// \param why  the platform's own reason; empty: none was given
[[nodiscard]] Error errorFrom(const Answer &answer, const Request &request, const QString &why, const Clock &clock);

/// An answer that was no answer: half a JSON, a page of HTML with status 200, 50 MB.
[[nodiscard]] Error badReply(const Request &request, const QString &detail);

/// Retry-After in seconds or as a date; the date is measured against the server's own Date where it tells one.
/// \return 0: not given or not readable; at most a day
[[nodiscard]] std::chrono::milliseconds retryAfter(const Answer &answer, const Clock &clock);

/// The moment in a header such as Date: "Sat, 21 Nov 2026 20:00:30 GMT", the one form of RFC 9110 that is still sent.
/// Qt's own RFC 2822 reader does not know "GMT".
[[nodiscard]] std::optional<Timestamp> dateIn(const QByteArray &header);

} // namespace parley::platforms::http
