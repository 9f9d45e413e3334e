// SPDX-License-Identifier: GPL-3.0-or-later
// What VK's error codes mean, as a table.
#pragma once

#include "models/result.h"
#include "platforms/http/request.h"

#include <QJsonObject>

namespace parley::platforms::vk {

/// Codes that a caller reacts to by itself.
namespace code {
inline constexpr int kInvalidRequest = 8; ///< also: the API's version is no longer spoken
inline constexpr int kPermission = 7;
inline constexpr int kFlood = 9;
inline constexpr int kAccess = 15;
inline constexpr int kGroupAuth = 27;
inline constexpr int kQuota = 29;
inline constexpr int kParameter = 100;
inline constexpr int kCommentDenied = 211;
inline constexpr int kOldPts = 907;
inline constexpr int kNewPts = 908;
inline constexpr int kTooLong = 914;
inline constexpr int kDropCache = 990;
} // namespace code

/// {"error":{…}} as it stands in an answer.
struct Refusal {
    int code = 0;
    QString message; ///< VK's own words; without request_params, which repeat the token
    QString page; ///< https page that a person must open (redirect_uri, captcha_img); empty: none

    [[nodiscard]] static Refusal from(const QJsonObject &error);
};

[[nodiscard]] Error errorFrom(const Refusal &refusal, const http::Request &request);

/// The refusal says that nothing may be written to this person (or chat), now or ever: 18, 900, 901, 902, …
[[nodiscard]] bool isClosed(int code);

} // namespace parley::platforms::vk
