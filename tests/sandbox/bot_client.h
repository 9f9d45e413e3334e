// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QHttpMultiPart>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSignalSpy>
#include <QString>
#include <QTest>
#include <QUrlQuery>

#include <memory>

namespace parley::tests {

/// A plain Bot API client for the sandbox's own tests; none of Parley's code, so that the two cannot agree on a
/// mistake.
class BotClient
{
public:
    enum class Way { Query, Form, Json, Multipart };
    struct Upload {
        QString name;
        QString type;
        QByteArray content;
    };
    struct Reply {
        int status = 0; ///< 0: no answer
        QByteArray body;
        const QJsonObject json; ///< const: operator[] of another would refer into what may be a temporary
        QNetworkReply::NetworkError error = QNetworkReply::NoError;
        QByteArray retryAfter;
    };
    using Waiting = std::shared_ptr<QNetworkReply>;

    BotClient(const QString &url, const QByteArray &token)
        : m_url(url)
        , m_token(token)
    {
    }

    Waiting begin(const QString &method, const QJsonObject &parameters = {}, const QHash<QString, Upload> &files = {},
        Way way = Way::Json)
    {
        QUrl url(m_url + QStringLiteral("/bot") + QString::fromLatin1(m_token) + u'/' + method);
        if (!files.isEmpty() || way == Way::Multipart)
            return postParts(QNetworkRequest(url), multipart(parameters, files));
        QNetworkRequest request(url);
        if (way == Way::Json) {
            request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
            return own(m_network.post(request, QJsonDocument(parameters).toJson()));
        }
        QByteArray encoded;
        for (auto it = parameters.begin(); it != parameters.end(); ++it)
            encoded += '&' + it.key().toLatin1() + '=' + QUrl::toPercentEncoding(asText(*it));
        encoded.remove(0, 1);
        if (way == Way::Query) {
            url.setQuery(QString::fromLatin1(encoded), QUrl::StrictMode);
            return own(m_network.get(QNetworkRequest(url)));
        }
        request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/x-www-form-urlencoded"));
        return own(m_network.post(request, encoded));
    }

    Reply wait(const Waiting &waiting)
    {
        (void)QTest::qWaitFor([&] { return waiting->isFinished(); }, 120'000);
        const QByteArray body = waiting->readAll();
        return {waiting->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), body,
            QJsonDocument::fromJson(body).object(), waiting->error(), waiting->rawHeader("Retry-After")};
    }

    Reply call(const QString &method, const QJsonObject &parameters = {}, const QHash<QString, Upload> &files = {},
        Way way = Way::Json)
    {
        return wait(begin(method, parameters, files, way));
    }

    Reply download(const QString &path)
    {
        const QUrl url(m_url + QStringLiteral("/file/bot") + QString::fromLatin1(m_token) + u'/' + path);
        return wait(own(m_network.get(QNetworkRequest(url))));
    }

private:
    static QString asText(const QJsonValue &value)
    {
        if (value.isArray())
            return QString::fromUtf8(QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact));
        if (value.isObject())
            return QString::fromUtf8(QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact));
        return value.toVariant().toString();
    }

    QHttpMultiPart *multipart(const QJsonObject &parameters, const QHash<QString, Upload> &files)
    {
        auto *parts = new QHttpMultiPart(QHttpMultiPart::FormDataType);
        const auto add = [parts](const QString &disposition, const QString &type, const QByteArray &content) {
            QHttpPart part;
            part.setRawHeader("Content-Disposition", QString(QStringLiteral("form-data; ") + disposition).toUtf8());
            if (!type.isEmpty())
                part.setRawHeader("Content-Type", type.toUtf8());
            part.setBody(content);
            parts->append(part);
        };
        for (auto it = parameters.begin(); it != parameters.end(); ++it)
            add(QStringLiteral("name=\"%1\"").arg(it.key()), {}, asText(*it).toUtf8());
        for (auto it = files.begin(); it != files.end(); ++it)
            add(QStringLiteral("name=\"%1\"; filename=\"%2\"").arg(it.key(), it->name), it->type, it->content);
        return parts;
    }

    Waiting postParts(const QNetworkRequest &request, QHttpMultiPart *parts)
    {
        QNetworkReply *reply = m_network.post(request, parts);
        parts->setParent(reply);
        return own(reply);
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
