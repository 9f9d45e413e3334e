// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/time.h"

#include "models/utc.h"

namespace parley {

QDateTime toDateTime(Timestamp time)
{
    return QDateTime::fromMSecsSinceEpoch(toMs(time), kUtc);
}

Timestamp fromDateTime(const QDateTime &time)
{
    return fromMs(time.toMSecsSinceEpoch());
}

QString toRfc3339(Timestamp time)
{
    return toDateTime(time).toString(Qt::ISODateWithMs);
}

std::optional<Timestamp> fromRfc3339(const QString &text)
{
    const QDateTime parsed = QDateTime::fromString(text, Qt::ISODateWithMs);
    if (!parsed.isValid())
        return std::nullopt;
    return fromDateTime(parsed.toUTC());
}

Timestamp SystemClock::now() const
{
    return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
}

} // namespace parley
