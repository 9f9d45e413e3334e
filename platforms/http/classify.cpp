// SPDX-License-Identifier: GPL-3.0-or-later
#include "platforms/http/classify.h"

#include "models/utc.h"

#include <QCoreApplication>
#include <QLocale>
#include <QMetaEnum>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace parley::platforms::http {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(parley::platforms::http)
};

QString nameOf(QNetworkReply::NetworkError code)
{
    const char *name = QMetaEnum::fromType<QNetworkReply::NetworkError>().valueToKey(code);
    return name ? QString::fromLatin1(name) : QString::number(code);
}

// Failures in which no byte of the request can have left: there was no connection to write it to.
bool neverConnected(QNetworkReply::NetworkError code)
{
    switch (code) {
    case QNetworkReply::ConnectionRefusedError:
    case QNetworkReply::HostNotFoundError:
    case QNetworkReply::SslHandshakeFailedError:
    case QNetworkReply::NetworkSessionFailedError:
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::ProxyAuthenticationRequiredError:
        return true;
    default:
        return false;
    }
}

QString wordsFor(const Failure &failure)
{
    switch (failure.code) {
    case QNetworkReply::ConnectionRefusedError:
        return Text::tr("%1 refuses the connection.").arg(failure.host);
    case QNetworkReply::HostNotFoundError:
        return Text::tr("%1 was not found. Is the network on, and the address right?").arg(failure.host);
    case QNetworkReply::SslHandshakeFailedError:
        return failure.tlsWhy.isEmpty()
            ? Text::tr("No secure connection to %1 could be made. Nothing was sent.").arg(failure.host)
            : Text::tr("The certificate of %1 could not be verified (%2). Nothing was sent.")
                  .arg(failure.host, failure.tlsWhy);
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyNotFoundError:
        return Text::tr("The proxy does not answer.");
    case QNetworkReply::ProxyAuthenticationRequiredError:
        return Text::tr("The proxy asks for a password.");
    case QNetworkReply::TimeoutError:
    case QNetworkReply::OperationCanceledError:
        return Text::tr("%1 does not answer in time.").arg(failure.host);
    default:
        return Text::tr("The connection to %1 broke off.").arg(failure.host);
    }
}

ErrorKind kindOf(const Failure &failure)
{
    if (neverConnected(failure.code))
        return ErrorKind::Offline;
    if (failure.code == QNetworkReply::TimeoutError)
        return ErrorKind::TimedOut;
    if (failure.code == QNetworkReply::OperationCanceledError)
        return ErrorKind::Cancelled;
    return failure.requestLeft ? ErrorKind::TimedOut : ErrorKind::Offline;
}

ErrorKind kindOf(int status)
{
    switch (status) {
    case 401:
        return ErrorKind::Unauthorized;
    case 403:
        return ErrorKind::Forbidden;
    case 404:
    case 410:
        return ErrorKind::NotFound;
    case 408:
        return ErrorKind::TimedOut;
    case 425:
    case 429:
        return ErrorKind::RateLimited;
    default:
        return status >= 400 && status < 500 ? ErrorKind::Rejected : ErrorKind::BadReply;
    }
}

QString wordsFor(int status, const QString &host)
{
    if (status >= 500)
        return Text::tr("%1 has a trouble of its own (status %2).").arg(host).arg(status);
    if (status >= 300 && status < 400)
        return Text::tr("%1 sends us on to another address, which is not followed: check the account's address.")
            .arg(host);
    if (status == 429)
        return Text::tr("%1 asks us to slow down.").arg(host);
    return {};
}

} // namespace

Error errorFrom(const Failure &failure, const Request &request)
{
    Error error;
    error.kind = kindOf(failure);
    error.detail = request.label + u": "_s + nameOf(failure.code);
    error.words = error.kind == ErrorKind::Cancelled ? QString() : wordsFor(failure);
    error.mayHaveArrived = request.isSend && failure.requestLeft && !neverConnected(failure.code);
    return error;
}

Error errorFrom(const Answer &answer, const Request &request, const QString &why, const Clock &clock)
{
    Error error;
    error.kind = kindOf(answer.status);
    error.detail = request.label + u": status "_s + QString::number(answer.status);
    if (!why.isEmpty())
        error.detail += u", "_s + why;
    error.words = wordsFor(answer.status, request.url.host());
    error.retryAfter = retryAfter(answer, clock);
    error.mayHaveArrived = request.isSend && (answer.status >= 500 || answer.status == 408);
    return error;
}

Error badReply(const Request &request, const QString &detail)
{
    Error error;
    error.kind = ErrorKind::BadReply;
    error.detail = request.label + u": "_s + detail;
    error.words = Text::tr("%1 gave an answer that cannot be understood.").arg(request.url.host());
    error.mayHaveArrived = request.isSend;
    return error;
}

std::chrono::milliseconds retryAfter(const Answer &answer, const Clock &clock)
{
    if (answer.retryAfter.isEmpty())
        return 0ms;
    constexpr std::chrono::milliseconds longest = 24h;
    bool isNumber = false;
    const qint64 seconds = answer.retryAfter.trimmed().toLongLong(&isNumber);
    if (isNumber)
        return std::clamp<std::chrono::milliseconds>(
            std::chrono::seconds(std::clamp<qint64>(seconds, 0, 86400)), 0ms, longest);
    const auto until = dateIn(answer.retryAfter);
    if (!until)
        return 0ms;
    const Timestamp now = dateIn(answer.date).value_or(clock.now());
    return std::clamp<std::chrono::milliseconds>(*until - now, 0ms, longest);
}

std::optional<Timestamp> dateIn(const QByteArray &header)
{
    const QString text = QString::fromLatin1(header).trimmed();
    constexpr int dayEnds = 16; // "Sat, 21 Nov 2026"
    return fromUtc(QLocale::c().toDate(text.left(dayEnds), u"ddd, dd MMM yyyy"_s),
        QTime::fromString(text.mid(dayEnds), u" hh:mm:ss 'GMT'"_s));
}

} // namespace parley::platforms::http
