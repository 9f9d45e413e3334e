// SPDX-License-Identifier: GPL-3.0-or-later
// The sentences that tell an agent how an account or a message stands: what happened, what was kept, what happens next.
#pragma once

#include "models/result.h"
#include "models/time.h"

#include <QString>

#include <optional>

namespace parley::sync::words {

/// "14:02", or with the day where \a time is not of the day of \a now. Local time.
[[nodiscard]] QString moment(Timestamp time, Timestamp now);

// how an account stands
[[nodiscard]] QString connecting();
/// \param total  0: not known
/// \param conversations  that is what is counted; else messages are
[[nodiscard]] QString filling(int done, int total, bool conversations = false);
/// All conversations are here, and of so many of them all that was ever said.
[[nodiscard]] QString older(int done, int total);
[[nodiscard]] QString complete(std::optional<Timestamp> to, const QString &note, Timestamp now);
[[nodiscard]] QString offline(Timestamp since, Timestamp nextTry, Timestamp now);
[[nodiscard]] QString offlineByChoice(Timestamp since, Timestamp now);
[[nodiscard]] QString notRunning(std::optional<Timestamp> completeTo, Timestamp now);
/// \param waiting  answers of ours in the outbox
/// \param error  the last one; its words are told too
[[nodiscard]] QString outage(
    const QString &platform, Timestamp since, Timestamp nextTry, int waiting, const Error &error, Timestamp now);
[[nodiscard]] QString silent(const QString &platform, Timestamp nextTry, Timestamp now);
[[nodiscard]] QString slowedDown(const QString &platform, Timestamp nextTry, Timestamp now);
[[nodiscard]] QString troubled(const QString &platform, const Error &error, Timestamp nextTry, Timestamp now);
[[nodiscard]] QString refused(const Error &error);
[[nodiscard]] QString pageDemanded(const QString &platform, const Error &error);
[[nodiscard]] QString noSecret();
[[nodiscard]] QString secretUnreadable(const Error &error);
[[nodiscard]] QString secretNotKept(const Error &error);
[[nodiscard]] QString unknownPlatform(const QString &platform);
[[nodiscard]] QString switchedOff();

// how a message stands
[[nodiscard]] QString waitingFor(const QString &platform, const Error &error);
/// \param error  what the connector knows of it (how much arrived) is told too
[[nodiscard]] QString mayHaveArrived(const QString &platform, const Error &error = {});
[[nodiscard]] QString refusedByPlatform(const QString &platform, const Error &error);
[[nodiscard]] QString givenUp(const QString &platform);
[[nodiscard]] QString attachmentFailed(const QString &platform, const Error &error);

} // namespace parley::sync::words
