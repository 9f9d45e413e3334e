// SPDX-License-Identifier: GPL-3.0-or-later
// From a command to what the server is told. Pure.
#pragma once

#include "models/command.h"
#include "platforms/http/request.h"

#include <QJsonObject>
#include <QList>

namespace parley::platforms::chatwoot {

// Fact sheet, 4.1: characters of a message, files of a message; 40 MB is the server's default.
inline constexpr int kTextLimit = 150'000;
inline constexpr int kFilesLimit = 15;
inline constexpr qint64 kFileLimit = 40LL * 1024 * 1024;

/// Somebody who works there.
struct Colleague {
    qint64 id = 0;
    QString name;
    QString email;
};

/// A text as it must leave for the customer to get it as it was written: the server renders every {{ … }} of an agent's
/// message, except between backticks.
[[nodiscard]] QString escapedLiquid(const QString &text);

/// "@Ann Lee" as the server knows a colleague that is meant.
[[nodiscard]] QString withMentions(const QString &text, const QList<Colleague> &agents);

/// The colleague of this name or address, whatever the case. \return nullptr: nobody, or more than one
[[nodiscard]] const Colleague *agentNamed(const QList<Colleague> &agents, const QString &name);

/// A message's fields as JSON. \param inReplyTo  0: none
[[nodiscard]] QJsonObject messageBody(const QString &text, bool isPrivate, const QString &clientId, qint64 inReplyTo);
/// The same with files, as a form.
[[nodiscard]] QList<http::FormPart> messageForm(const QJsonObject &body, const QList<OutgoingAttachment> &attachments);

[[nodiscard]] QJsonObject statusBody(const SetStatus &change);
[[nodiscard]] QJsonObject priorityBody(Priority priority);
[[nodiscard]] QStringList changedLabels(QStringList labels, const QStringList &add, const QStringList &remove);

} // namespace parley::platforms::chatwoot
