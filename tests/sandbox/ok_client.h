// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QString>
#include <QTest>
#include <QUrlQuery>

#include <memory>

namespace parley::tests {

/// A plain client of both APIs for the sandbox's own tests; none of Parley's code, so that the two cannot agree on a
/// mistake.
class OkClient
{
public:
    struct Reply {
        int status = 0; ///< 0: no answer
        QByteArray body;
        QByteArray invocationError;
        QByteArray retryAfter;
        const QJsonObject json; ///< const: operator[] of another would refer into what may be a temporary

        [[nodiscard]] int error() const { return json[QStringLiteral("error_code")].toInt(); }
    };
    using Waiting = std::shared_ptr<QNetworkReply>;

    OkClient(const QString &url, const QByteArray &token)
        : m_url(url)
        , m_token(token)
    {
    }

    Waiting begin(const QString &path, const QString &query = {})
    {
        return own(m_network.get(QNetworkRequest(graph(path, query))));
    }
    Reply get(const QString &path, const QString &query = {}) { return wait(begin(path, query)); }
    Reply post(const QString &path, const QJsonObject &body,
        const QByteArray &type = QByteArrayLiteral("application/json;charset=utf-8"))
    {
        QNetworkRequest request(graph(path, {}));
        request.setRawHeader("Content-Type", type);
        return wait(own(m_network.post(request, QJsonDocument(body).toJson())));
    }
    Reply send(const QString &chat, const QJsonObject &message)
    {
        const QJsonObject recipient{{QStringLiteral("chat_id"), chat}};
        return post(QStringLiteral("me/messages/") + chat,
            {{QStringLiteral("recipient"), recipient}, {QStringLiteral("message"), message}});
    }
    Reply fetch(const QString &url) { return wait(own(m_network.get(QNetworkRequest(QUrl(url))))); }
    Reply upload(const QString &url, const QString &name, const QByteArray &type, const QByteArray &content)
    {
        const QByteArray head = "--B\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name.toUtf8()
            + "\"\r\nContent-Type: " + type + "\r\n\r\n";
        QNetworkRequest request((QUrl(url)));
        request.setRawHeader("Content-Type", "multipart/form-data; boundary=B");
        return wait(own(m_network.post(request, QByteArray(head + content + "\r\n--B--\r\n"))));
    }
    Reply rest(const QMap<QString, QString> &parameters)
    {
        QStringList pairs;
        for (auto it = parameters.begin(); it != parameters.end(); ++it)
            pairs << it.key() + u'=' + QString::fromLatin1(QUrl::toPercentEncoding(*it));
        return fetch(m_url + QStringLiteral("/fb.do?") + pairs.join(u'&'));
    }

    Reply wait(const Waiting &waiting)
    {
        (void)QTest::qWaitFor([&] { return waiting->isFinished(); }, 120'000);
        const QByteArray body = waiting->readAll();
        return {waiting->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), body,
            waiting->rawHeader("invocation-error"), waiting->rawHeader("Retry-After"),
            QJsonDocument::fromJson(body).object()};
    }

    QByteArray token() const { return m_token; }
    void setToken(const QByteArray &token) { m_token = token; }

private:
    [[nodiscard]] QUrl graph(const QString &path, const QString &query) const
    {
        const QString token = QString::fromLatin1(m_token.toPercentEncoding());
        return QUrl(m_url + QStringLiteral("/graph/") + path + QStringLiteral("?access_token=") + token
            + (query.isEmpty() ? QString() : QString(u'&' + query)));
    }
    static Waiting own(QNetworkReply *reply)
    {
        return {reply, [](QNetworkReply *done) { done->deleteLater(); }};
    }

    QString m_url;
    QByteArray m_token;
    QNetworkAccessManager m_network;
};

} // namespace parley::tests
