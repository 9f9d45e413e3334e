// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/time_words.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include <algorithm>

namespace parley::ui {

namespace {
struct Times {
    Q_DECLARE_TR_FUNCTIONS(parley::ui::Times)
};

/// "3 Nov" or "3 November" in the order of the language: the locale's own form of a date without its year.
QString dayAndMonth(const QDate &day, bool full)
{
    const QLocale locale;
    const bool monthFirst =
        locale.dateFormat(QLocale::LongFormat).indexOf(u'M') < locale.dateFormat(QLocale::LongFormat).lastIndexOf(u'd');
    const QString month = full ? QStringLiteral("MMMM") : QStringLiteral("MMM");
    const bool dotted = locale.dateFormat(QLocale::LongFormat).contains(QStringLiteral("d."));
    const QString number = dotted ? QStringLiteral("d.") : QStringLiteral("d");
    return locale.toString(day, monthFirst ? month + u' ' + number : number + u' ' + month);
}
} // namespace

QDate localDay(Timestamp time)
{
    return toDateTime(time).toLocalTime().date();
}

QString clockTime(Timestamp time)
{
    return toDateTime(time).toLocalTime().toString(QStringLiteral("HH:mm")); // short, and lines up in a column
}

QString fullTime(Timestamp time)
{
    const QDateTime local = toDateTime(time).toLocalTime();
    return QLocale().toString(local.date(), QLocale::LongFormat) + u", "
        + QLocale().toString(local.time(), QStringLiteral("HH:mm:ss"));
}

QString listTime(Timestamp time, Timestamp now)
{
    const QDate day = localDay(time);
    const QDate today = localDay(now);
    const qint64 age = day.daysTo(today);
    if (age == 0)
        return clockTime(time);
    if (age == 1)
        return Times::tr("Yesterday");
    if (age > 1 && age < 7)
        return QLocale().standaloneDayName(day.dayOfWeek(), QLocale::ShortFormat);
    if (day.year() == today.year())
        return dayAndMonth(day, false);
    return QLocale().toString(day, QLocale::ShortFormat);
}

QString beginning(Timestamp time, Timestamp now)
{
    const QDate day = localDay(time);
    if (day == localDay(now))
        return clockTime(time);
    return day.year() == localDay(now).year() ? dayAndMonth(day, false) : QLocale().toString(day, QLocale::ShortFormat);
}

QString dayHeading(const QDate &day, const QDate &today)
{
    const qint64 age = day.daysTo(today);
    if (age == 0)
        return Times::tr("Today");
    if (age == 1)
        return Times::tr("Yesterday");
    if (day.year() == today.year())
        return QLocale().standaloneDayName(day.dayOfWeek(), QLocale::LongFormat) + u", " + dayAndMonth(day, true);
    return QLocale().toString(day, QLocale::LongFormat);
}

QString untilTime(Timestamp time, Timestamp now)
{
    const QDate day = localDay(time);
    const qint64 ahead = localDay(now).daysTo(day);
    if (ahead == 0)
        return clockTime(time);
    if (ahead > 0 && ahead < 7)
        return QLocale().standaloneDayName(day.dayOfWeek(), QLocale::ShortFormat) + u' ' + clockTime(time);
    return dayAndMonth(day, false) + u' ' + clockTime(time);
}

QString shortDuration(std::chrono::milliseconds span)
{
    using namespace std::chrono;
    const auto minutesLong = duration_cast<minutes>(span).count();
    if (minutesLong < 60)
        return Times::tr("%1 min").arg(std::max<qint64>(1, minutesLong));
    if (minutesLong < qint64{60} * 24)
        return Times::tr("%1 h").arg(minutesLong / 60);
    return Times::tr("%1 d").arg(minutesLong / (60 * 24));
}

} // namespace parley::ui
