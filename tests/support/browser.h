// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTest>

#include <memory>

namespace parley::tests {

/// A browser: asks for a page, follows where it is sent, and shows what it ends at.
class Browser
{
public:
    struct Page {
        int status = 0;
        QByteArray text;
        QUrl url;
    };
    [[nodiscard]] Page open(const QUrl &url, bool follow = true)
    {
        QNetworkRequest request(url);
        request.setAttribute(QNetworkRequest::RedirectPolicyAttribute,
            follow ? QNetworkRequest::UserVerifiedRedirectPolicy : QNetworkRequest::ManualRedirectPolicy);
        const std::unique_ptr<QNetworkReply> reply(m_network.get(request));
        QObject::connect(reply.get(), &QNetworkReply::redirected, reply.get(), &QNetworkReply::redirectAllowed);
        if (!QTest::qWaitFor([&] { return reply->isFinished(); }, 120'000))
            return {};
        const QUrl sent = reply->attribute(QNetworkRequest::RedirectionTargetAttribute).toUrl();
        return {reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), reply->readAll(),
            sent.isEmpty() ? reply->url() : sent};
    }

private:
    QNetworkAccessManager m_network;
};

} // namespace parley::tests
