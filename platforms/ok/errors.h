// SPDX-License-Identifier: GPL-3.0-or-later
// What Odnoklassniki's refusals mean, as a table (apiok.ru/en/dev/errors). They come with HTTP 200.
#pragma once

#include "models/result.h"
#include "platforms/http/request.h"

#include <QJsonValue>

#include <optional>

namespace parley::platforms::ok {

/// {"error_code":102,"error_msg":"PARAM_SESSION_EXPIRED : Session expired","error_data":null}
struct Refusal {
    int code = 0; ///< 0: none
    QString text;
};

/// nullopt: the body is no refusal, and no header says that it is one
/// \param invocationError  the header of that name; empty: there was none
[[nodiscard]] std::optional<Refusal> refusalIn(const QJsonValue &body, const QByteArray &invocationError);

enum class Purpose {
    Read, ///< of the group's messages
    Send, ///< something that a customer sees
    Comments, ///< the signed calls, with a manager's token
};

[[nodiscard]] Error errorFrom(const Refusal &refusal, const http::Request &request, Purpose purpose);

/// There is no such method (any more).
inline constexpr int kNoMethod = 3;
inline constexpr int kBadRequest = 4;
inline constexpr int kPermissionDenied = 10;
inline constexpr int kParameter = 100;

} // namespace parley::platforms::ok
