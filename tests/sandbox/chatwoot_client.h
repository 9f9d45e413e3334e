// SPDX-License-Identifier: GPL-3.0-or-later
// A bare client for tests of the Chatwoot sandbox itself: requests as they are written down, frames as they come.
#pragma once

#include "sandbox/chatwoot.h"

#include <QEventLoop>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTest>
#include <QWebSocket>
#include <QWebSocketHandshakeOptions>

namespace parley::tests {

class ChatClient
{
public:
    explicit ChatClient(const sandbox::Chatwoot &server, int agent = 7)
        : m_base(server.url())
        , m_token(server.token(agent))
    {
    }

    int status = 0; ///< of the last answer
    QByteArray date; ///< of the last answer

    QJsonObject call(const QByteArray &verb, const QString &path, const QJsonObject &body = {})
    {
        return QJsonDocument::fromJson(bytes(verb, path, body)).object();
    }
    QByteArray bytes(const QByteArray &verb, const QString &path, const QJsonObject &body = {})
    {
        QNetworkRequest request{QUrl(m_base + path)};
        request.setRawHeader(header, m_token);
        request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
        request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
        const QByteArray sent = verb == "GET" ? QByteArray() : QJsonDocument(body).toJson(QJsonDocument::Compact);
        QNetworkReply *reply = m_network.sendCustomRequest(request, verb, sent);
        QEventLoop loop;
        QObject::connect(reply, &QNetworkReply::finished, &loop, &QEventLoop::quit);
        loop.exec();
        status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        date = reply->rawHeader("Date");
        reply->deleteLater();
        return reply->readAll();
    }
    /// Below the account: "conversations/1/labels".
    QJsonObject of(const QByteArray &verb, const QString &path, const QJsonObject &body = {})
    {
        return call(verb, QStringLiteral("/api/v1/accounts/1/") + path, body);
    }

    QByteArray header = "api-access-token";

private:
    QNetworkAccessManager m_network;
    QString m_base;
    QByteArray m_token;
};

/// A socket at /cable and all that came over it.
class CableClient
{
public:
    explicit CableClient(const sandbox::Chatwoot &server)
    {
        QObject::connect(&m_socket, &QWebSocket::textMessageReceived, &m_socket,
            [this](const QString &frame) { frames << QJsonDocument::fromJson(frame.toUtf8()).object(); });
        QWebSocketHandshakeOptions options;
        options.setSubprotocols({QStringLiteral("actioncable-v1-json")});
        m_socket.open(QUrl(QStringLiteral("ws://127.0.0.1:%1/cable").arg(server.port())), options);
    }

    void subscribe(const QString &token, int account = 1)
    {
        const QJsonObject identifier{{QStringLiteral("channel"), QStringLiteral("RoomChannel")},
            {QStringLiteral("pubsub_token"), token}, {QStringLiteral("account_id"), account}};
        m_identifier = QString::fromUtf8(QJsonDocument(identifier).toJson(QJsonDocument::Compact));
        say({{QStringLiteral("command"), QStringLiteral("subscribe")}, {QStringLiteral("identifier"), m_identifier}});
    }
    void perform(const QString &action)
    {
        const QByteArray data = QJsonDocument(QJsonObject{{QStringLiteral("action"), action}}).toJson();
        say({{QStringLiteral("command"), QStringLiteral("message")}, {QStringLiteral("identifier"), m_identifier},
            {QStringLiteral("data"), QString::fromUtf8(data)}});
    }
    [[nodiscard]] bool hears(const QString &type)
    {
        return QTest::qWaitFor(
            [&] {
                for (const QJsonObject &frame : std::as_const(frames)) {
                    if (frame.value(QStringLiteral("type")).toString() == type)
                        return true;
                }
                return false;
            },
            20'000);
    }
    /// The data of the first event of this name; empty: none came.
    [[nodiscard]] QJsonObject event(const QString &name, bool wait = true)
    {
        QJsonObject found;
        const auto look = [&] {
            for (const QJsonObject &frame : std::as_const(frames)) {
                const QJsonObject message = frame.value(QStringLiteral("message")).toObject();
                if (found.isEmpty() && message.value(QStringLiteral("event")).toString() == name)
                    found = message.value(QStringLiteral("data")).toObject();
            }
            return !found.isEmpty();
        };
        if (wait)
            (void)QTest::qWaitFor(look, 20'000);
        else
            look();
        return found;
    }
    [[nodiscard]] QString subprotocol() const { return m_socket.subprotocol(); }

    QList<QJsonObject> frames;

private:
    void say(const QJsonObject &frame)
    {
        m_socket.sendTextMessage(QString::fromUtf8(QJsonDocument(frame).toJson(QJsonDocument::Compact)));
    }

    QWebSocket m_socket;
    QString m_identifier;
};

} // namespace parley::tests
