// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QJsonValue>
#include <QString>

#include <variant>

namespace parley::sandbox::vk {

/// The error of a call; goes out with HTTP 200.
struct ApiError {
    int code = 0;
    QString words; ///< error_msg
    QJsonObject more; ///< captcha_sid, redirect_uri, …
};

using Outcome = std::variant<QJsonValue, ApiError>;

/// The official words for a code.
[[nodiscard]] QString wordsOf(int code);
/// \param detail  what the server adds after a colon
[[nodiscard]] ApiError apiError(int code, const QString &detail = {});
/// 100 for a parameter that is missing or wrong.
[[nodiscard]] ApiError badParameter(const QString &detail);

} // namespace parley::sandbox::vk
