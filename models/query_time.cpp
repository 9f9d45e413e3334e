// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/query_time.h"

#include <QDate>
#include <QRegularExpression>

namespace parley {

namespace {

Timestamp startOf(QDate day)
{
    return fromDateTime(day.startOfDay());
}

std::optional<QDate> dayFrom(const QString &word)
{
    static const QRegularExpression iso(QStringLiteral("^(\\d{4})(?:-(\\d{1,2})(?:-(\\d{1,2}))?)?$"));
    static const QRegularExpression dotted(QStringLiteral("^(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4})\\.?$"));
    const auto numberOr = [](const QString &digits, int missing) {
        return digits.isEmpty() ? missing : digits.toInt();
    };
    QDate day;
    if (const auto match = iso.match(word); match.hasMatch())
        day = QDate(match.captured(1).toInt(), numberOr(match.captured(2), 1), numberOr(match.captured(3), 1));
    else if (const auto match = dotted.match(word); match.hasMatch())
        day = QDate(match.captured(3).toInt(), match.captured(2).toInt(), match.captured(1).toInt());
    return day.isValid() ? std::optional(day) : std::nullopt;
}

struct Span {
    int count = 0;
    QChar unit; ///< m h d w
};

std::optional<Span> spanFrom(const QString &word)
{
    // Four digits: ten thousand weeks are enough, and no sum overflows.
    static const QRegularExpression pattern(QStringLiteral("^(\\d{1,4})([mhdw])$"));
    const auto match = pattern.match(word);
    if (!match.hasMatch())
        return std::nullopt;
    return Span{match.captured(1).toInt(), match.captured(2).front()};
}

std::optional<Timestamp> exactMoment(const QString &word)
{
    if (!word.contains(u't'))
        return std::nullopt;
    const QDateTime parsed = QDateTime::fromString(word.toUpper(), Qt::ISODateWithMs);
    return parsed.isValid() ? std::optional(fromDateTime(parsed)) : std::nullopt;
}

std::chrono::milliseconds clockTime(const Span &span)
{
    return span.unit == u'h' ? std::chrono::milliseconds(std::chrono::hours(span.count))
                             : std::chrono::milliseconds(std::chrono::minutes(span.count));
}

} // namespace

std::optional<Timestamp> momentFrom(QStringView typed, Timestamp now)
{
    const QString word = typed.left(40).toString().toLower();
    const QDate today = toDateTime(now).toLocalTime().date();
    if (word == u"today")
        return startOf(today);
    if (word == u"yesterday")
        return startOf(today.addDays(-1));
    if (word == u"tomorrow")
        return startOf(today.addDays(1));
    if (const auto span = spanFrom(word)) {
        if (span->unit == u'd' || span->unit == u'w')
            return startOf(today.addDays(-span->count * (span->unit == u'w' ? 7 : 1)));
        return now - clockTime(*span);
    }
    if (const auto day = dayFrom(word))
        return startOf(*day);
    return exactMoment(word);
}

std::optional<Timestamp> futureMomentFrom(QStringView typed, Timestamp now)
{
    const QString word = typed.left(40).toString().toLower();
    const QDateTime local = toDateTime(now).toLocalTime();
    const QTime morning(9, 0);
    if (word == u"tomorrow")
        return fromDateTime(QDateTime(local.date().addDays(1), morning));
    if (const auto span = spanFrom(word)) {
        if (span->unit == u'd' || span->unit == u'w')
            return fromDateTime(local.addDays(span->count * (span->unit == u'w' ? 7 : 1)));
        return now + clockTime(*span);
    }
    if (const auto day = dayFrom(word))
        return fromDateTime(QDateTime(*day, morning));
    return exactMoment(word);
}

} // namespace parley
