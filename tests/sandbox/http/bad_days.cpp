// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/http/bad_days.h"

#include <algorithm>

namespace parley::sandbox {

namespace {

bool isApart(BadDay::Kind kind)
{
    return kind == BadDay::Kind::Latency || kind == BadDay::Kind::CutWhileReading || kind == BadDay::Kind::Duplicate
        || kind == BadDay::Kind::OutOfOrder;
}

/// \a pattern as in BadDay::method.
bool covers(const QString &pattern, const QString &method)
{
    const QStringList names = pattern.split(u',');
    return pattern.isEmpty() || std::any_of(names.begin(), names.end(), [&](const QString &name) {
        return name.endsWith(u'*') ? method.startsWith(name.chopped(1), Qt::CaseInsensitive)
                                   : method.compare(name, Qt::CaseInsensitive) == 0;
    });
}

} // namespace

template <typename Wanted>
std::optional<BadDay> BadDays::takeFirst(const QString &method, Wanted wanted)
{
    for (qsizetype i = 0; i < m_days.size(); ++i) {
        BadDay &day = m_days[i];
        if (!covers(day.method, method) || !wanted(day.kind))
            continue;
        const BadDay taken = day;
        if (day.times > 0 && --day.times == 0)
            m_days.removeAt(i);
        return taken;
    }
    return std::nullopt;
}

std::optional<BadDay> BadDays::take(const QString &method)
{
    return takeFirst(method, [](BadDay::Kind kind) { return !isApart(kind); });
}

int BadDays::takeLatency(const QString &method)
{
    const auto day = takeFirst(method, [](BadDay::Kind kind) { return kind == BadDay::Kind::Latency; });
    return day ? day->ms : 0;
}

bool BadDays::takeOne(BadDay::Kind kind, const QString &method)
{
    return takeFirst(method, [kind](BadDay::Kind other) { return other == kind; }).has_value();
}

WebAnswer htmlError(int status)
{
    const QByteArray words = QByteArray::number(status) + ' ' + reasonPhrase(status);
    return {status, {{"Content-Type", "text/html"}},
        "<html>\r\n<head><title>" + words + "</title></head>\r\n<body>\r\n<center><h1>" + words
            + "</h1></center>\r\n<hr><center>nginx/1.18.0</center>\r\n</body>\r\n</html>\r\n"};
}

int deliver(WebExchange *exchange, WebAnswer answer, const std::optional<BadDay> &day)
{
    switch (day ? day->kind : BadDay::Kind::Latency) {
    case BadDay::Kind::CutAfter:
        exchange->cut();
        return 0;
    case BadDay::Kind::SilenceAfter:
        return 0;
    case BadDay::Kind::CutMidAnswer:
        exchange->answerInPart(answer, 0.5);
        return 0;
    case BadDay::Kind::SlowDrip:
        exchange->drip(answer, int(qMax(qint64{1}, day->bytes)), qMax(1, day->ms));
        return answer.status;
    case BadDay::Kind::ServerErrorAfter: {
        const WebHeaders given = answer.headers;
        answer = htmlError(day->status);
        for (const auto &header : given) {
            if (header.first == "Date")
                answer.headers.append(header);
        }
        break;
    }
    case BadDay::Kind::HalfJson:
        answer.body.truncate(answer.body.size() / 2);
        break;
    case BadDay::Kind::HugeAnswer: {
        const qint64 size = day->bytes > 1 ? day->bytes : 50 * 1024 * 1024;
        answer.body.insert(1, QByteArray(qMax(qint64{0}, size - answer.body.size()), ' '));
        break;
    }
    default:
        break;
    }
    exchange->answer(answer);
    return answer.status;
}

} // namespace parley::sandbox
