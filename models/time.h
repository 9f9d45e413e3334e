// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>

#include <chrono>
#include <optional>

namespace parley {

/// A moment, UTC, in milliseconds. Shown in local time by the ui only.
using Timestamp = std::chrono::sys_time<std::chrono::milliseconds>;

[[nodiscard]] constexpr qint64 toMs(Timestamp time)
{
    return time.time_since_epoch().count();
}
[[nodiscard]] constexpr Timestamp fromMs(qint64 ms)
{
    return Timestamp{std::chrono::milliseconds{ms}};
}
[[nodiscard]] QDateTime toDateTime(Timestamp time);
[[nodiscard]] Timestamp fromDateTime(const QDateTime &time);

/// "2026-11-21T14:02:11.250Z", the form of every time in JSON output (RFC 3339, always UTC).
[[nodiscard]] QString toRfc3339(Timestamp time);
[[nodiscard]] std::optional<Timestamp> fromRfc3339(const QString &text);

/// Where the time comes from; tests turn it by hand.
class Clock
{
public:
    virtual ~Clock() = default;
    [[nodiscard]] virtual Timestamp now() const = 0;
};

class SystemClock final : public Clock
{
public:
    [[nodiscard]] Timestamp now() const override;
};

} // namespace parley
