// SPDX-License-Identifier: GPL-3.0-or-later
// What Odnoklassniki answers: a value, or an error in an answer of status 200.
#pragma once

#include "sandbox/http/web_server.h"

#include <QJsonValue>
#include <QString>

#include <variant>

namespace parley::sandbox::ok {

struct Refusal {
    int code = 100;
    QString what; ///< behind the code's own name
};

using Outcome = std::variant<QJsonValue, Refusal>;

/// "PARAM_SESSION_EXPIRED", as apiok.ru/en/dev/errors names it.
[[nodiscard]] QString nameOf(int code);

[[nodiscard]] WebAnswer answerOf(const Outcome &outcome);

} // namespace parley::sandbox::ok
