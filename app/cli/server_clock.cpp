// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/server_clock.h"

#include "platforms/http/classify.h"

#include <QDateTime>
#include <QEventLoop>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QUrl>

#include <memory>

namespace parley::app {

std::optional<double> clockSkewAgainst(const QString &url)
{
    const QUrl address(url);
    if (!address.scheme().startsWith(QStringLiteral("http")))
        return std::nullopt;
    constexpr int patience = 5000; // ms
    QNetworkAccessManager network;
    QNetworkRequest request(address);
    request.setTransferTimeout(patience);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    const QDateTime asked = QDateTime::currentDateTimeUtc();
    const std::unique_ptr<QNetworkReply> reply(network.head(request));
    QEventLoop loop;
    QObject::connect(reply.get(), &QNetworkReply::finished, &loop, &QEventLoop::quit);
    if (!reply->isFinished())
        loop.exec();
    const QDateTime answered = QDateTime::currentDateTimeUtc();
    const auto theirs = platforms::http::dateIn(reply->rawHeader("Date"));
    if (!theirs)
        return std::nullopt;
    // Their time is that of a moment between question and answer.
    const qint64 ours = (asked.toMSecsSinceEpoch() + answered.toMSecsSinceEpoch()) / 2;
    return double(ours - toMs(*theirs)) / 1000.0;
}

} // namespace parley::app
