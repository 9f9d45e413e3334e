// SPDX-License-Identifier: GPL-3.0-or-later
// What a team shares on a helpdesk server beside its tickets: who works there, its canned responses, views and macros.
#pragma once

#include "models/command.h"
#include "models/time.h"

#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace parley {

enum class Availability { Online, Busy, Offline };
[[nodiscard]] QString toString(Availability availability); ///< "online" "busy" "offline"
[[nodiscard]] std::optional<Availability> availabilityFrom(QStringView word);

/// Somebody who answers customers.
struct Agent {
    QString name; ///< as Ticket::assignee writes it; kMe: this agent
    QString shownName; ///< for people; of this agent too
    QString email;
    Availability availability = Availability::Offline;
    friend bool operator==(const Agent &, const Agent &) = default;
};

struct Team {
    QString name; ///< as Ticket::team writes it
    bool mine = false; ///< this agent belongs to it
    friend bool operator==(const Team &, const Team &) = default;
};

/// A tag that the server keeps a colour and an explanation for.
struct Label {
    QString name; ///< as Ticket::tags writes it
    quint32 colour = 0; ///< 0xAARRGGBB; 0: none
    QString description;
    friend bool operator==(const Label &, const Label &) = default;
};

struct CannedResponse {
    QString shortCode; ///< what is typed to find it
    /// Plain text with blanks of models/placeholders.h; the connector translates its server's syntax.
    QString text;
    friend bool operator==(const CannedResponse &, const CannedResponse &) = default;
};

/// A filter somebody saved on the server, as a view of ours.
struct SavedView {
    QString name;
    QString query; ///< in our language (models/query.h)
    QStringList leftOut; ///< conditions our language cannot say, in words; the view then shows more than on the server
    friend bool operator==(const SavedView &, const SavedView &) = default;
};

/// Several actions under one name.
struct Macro {
    QString remoteId; ///< for RunMacro
    QString name;
    bool personal = false; ///< only this agent has it
    QList<Command> steps; ///< in order; texts with blanks as in CannedResponse::text
    /// Steps that only the server can carry out, in words. Where there are any, the whole macro runs there (RunMacro),
    /// and steps is for the preview.
    QStringList onlyThere;
};
[[nodiscard]] bool operator==(const Macro &left, const Macro &right);

/// How customers rated the answers, as far as this agent may see it.
struct SatisfactionReport {
    Timestamp since{};
    int asked = 0; ///< surveys sent
    QList<int> ratings; ///< how many gave 1, 2, 3, 4 and 5: five numbers
    friend bool operator==(const SatisfactionReport &, const SatisfactionReport &) = default;
};

/// One account's. Each list comes whole and replaces the one before; unset: not read this time.
struct Workspace {
    std::optional<QList<Agent>> agents;
    std::optional<QList<Team>> teams;
    std::optional<QList<Label>> labels;
    std::optional<QList<CannedResponse>> cannedResponses;
    std::optional<QList<SavedView>> views;
    std::optional<QList<Macro>> macros;
    std::optional<SatisfactionReport> satisfaction;

    [[nodiscard]] bool isEmpty() const
    {
        return !agents && !teams && !labels && !cannedResponses && !views && !macros && !satisfaction;
    }
    friend bool operator==(const Workspace &, const Workspace &) = default;
};

/// The form in which the cache keeps it, a member for each list that is set.
[[nodiscard]] QJsonObject toJson(const Workspace &workspace);
/// Reads what toJson() wrote; what is missing or of another type stays unset or empty. A macro with a step that cannot
/// be read is left out.
[[nodiscard]] Workspace workspaceFrom(const QJsonObject &json);

} // namespace parley
