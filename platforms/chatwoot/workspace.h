// SPDX-License-Identifier: GPL-3.0-or-later
// From the server's small lists to what our team shares (models/workspace.h). Pure: no network, no clock, no coroutine;
// it reads outside bytes and is fuzzed.
#pragma once

#include "models/workspace.h"
#include "platforms/chatwoot/decode.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QJsonValue>
#include <QMap>

#include <optional>

namespace parley::platforms::chatwoot {

/// The lists as the server answered. A list that is not here was not read, or is not for us.
struct SharedRows {
    QMap<QString, QJsonArray> lists; ///< by the last part of their path: "agents", "custom_filters" …
    QJsonObject metrics; ///< csat_survey_responses/metrics; empty: not for us
    Timestamp metricsSince{};
    std::optional<QJsonObject> present; ///< the users of the socket's last presence.update: who is not in it is away
};
[[nodiscard]] Workspace workspaceOf(const SharedRows &rows, const Scope &scope);

/// One of the server's macros; numbers of agents and teams become names. An action that we do not know, or whose person
/// is not known here, is for the server alone (Macro::onlyThere).
[[nodiscard]] Macro macroFrom(const QJsonObject &row, const Scope &scope);

/// One of the server's saved filters in our query language. What that cannot say is in SavedView::leftOut.
[[nodiscard]] SavedView viewFrom(const QJsonObject &row, const Scope &scope);

/// A text with the server's template variables as one with our blanks (models/placeholders.h). A variable that we have
/// no value for becomes a question.
[[nodiscard]] QString withOurBlanks(const QString &liquid, const Scope &scope);

} // namespace parley::platforms::chatwoot
