// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/vk.h"

#include <QHttpMultiPart>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTest>
#include <QUrl>
#include <QUrlQuery>

#include <memory>

namespace parley::tests {

/// A plain client of VK's API for the sandbox's own tests; none of Parley's code, so that the two cannot agree on a
/// mistake.
class VkClient
{
public:
    struct Reply {
        int status = 0; ///< 0: no answer
        QByteArray body;
        const QJsonObject json; ///< const: operator[] of another would refer into what may be a temporary
        QNetworkReply::NetworkError error = QNetworkReply::NoError;
        QByteArray location;

        [[nodiscard]] QJsonValue response() const { return json.value(QLatin1String("response")); }
        [[nodiscard]] int code() const
        {
            return json.value(QLatin1String("error")).toObject().value(QLatin1String("error_code")).toInt();
        }
        [[nodiscard]] QString words() const
        {
            return json.value(QLatin1String("error")).toObject().value(QLatin1String("error_msg")).toString();
        }
    };
    using Waiting = std::shared_ptr<QNetworkReply>;

    VkClient(const QString &url, const QByteArray &token)
        : m_url(url)
        , m_token(token)
    {
    }

    [[nodiscard]] QString url() const { return m_url; }

    Waiting begin(const QString &method, QJsonObject parameters = {})
    {
        if (!parameters.contains(QLatin1String("v")))
            parameters.insert(QStringLiteral("v"), QStringLiteral("5.199"));
        if (!m_token.isEmpty() && !parameters.contains(QLatin1String("access_token")))
            parameters.insert(QStringLiteral("access_token"), QString::fromLatin1(m_token));
        QNetworkRequest request(QUrl(m_url + QStringLiteral("/method/") + method));
        request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/x-www-form-urlencoded"));
        return own(m_network.post(request, encoded(parameters)));
    }

    Reply wait(const Waiting &waiting)
    {
        (void)QTest::qWaitFor([&] { return waiting->isFinished(); }, 120'000);
        const QByteArray body = waiting->readAll();
        return {waiting->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), body,
            QJsonDocument::fromJson(body).object(), waiting->error(), waiting->rawHeader("Location")};
    }

    Reply call(const QString &method, const QJsonObject &parameters = {}) { return wait(begin(method, parameters)); }

    Waiting beginGet(const QString &address, const QJsonObject &parameters = {})
    {
        QUrl url(address.contains(QLatin1String("://")) ? address : QString(QStringLiteral("http://") + address));
        if (!parameters.isEmpty())
            url.setQuery(QString::fromLatin1(encoded(parameters)), QUrl::StrictMode);
        QNetworkRequest request(url);
        request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
        return own(m_network.get(request));
    }

    Reply get(const QString &address, const QJsonObject &parameters = {})
    {
        return wait(beginGet(address, parameters));
    }

    /// \a parameters posted as another content type than the usual one.
    Reply postRaw(const QString &method, const QByteArray &type, const QByteArray &body)
    {
        QNetworkRequest request(QUrl(m_url + QStringLiteral("/method/") + method));
        request.setHeader(QNetworkRequest::ContentTypeHeader, QString::fromLatin1(type));
        return wait(own(m_network.post(request, body)));
    }

    Reply upload(const QString &address, const QString &field, const QString &name, const QByteArray &content)
    {
        auto *parts = new QHttpMultiPart(QHttpMultiPart::FormDataType);
        QHttpPart part;
        part.setRawHeader(
            "Content-Disposition", QStringLiteral("form-data; name=\"%1\"; filename=\"%2\"").arg(field, name).toUtf8());
        part.setBody(content);
        parts->append(part);
        QNetworkReply *reply = m_network.post(QNetworkRequest(QUrl(address)), parts);
        parts->setParent(reply);
        return wait(own(reply));
    }

private:
    static QByteArray encoded(const QJsonObject &parameters)
    {
        QByteArray text;
        for (auto it = parameters.begin(); it != parameters.end(); ++it) {
            const QString value = it->isObject()
                ? QString::fromUtf8(QJsonDocument(it->toObject()).toJson(QJsonDocument::Compact))
                : it->toVariant().toString();
            text += '&' + it.key().toLatin1() + '=' + QUrl::toPercentEncoding(value);
        }
        return text.mid(1);
    }

    static Waiting own(QNetworkReply *reply)
    {
        return {reply, [](QNetworkReply *done) { done->deleteLater(); }};
    }

    QString m_url;
    QByteArray m_token;
    QNetworkAccessManager m_network;
};

/// A community with its clients: the community's token, an administrator's, an application's.
struct VkDesk {
    sandbox::Vk vk;
    VkClient group{vk.url(), vk.token()};
    VkClient user{vk.url(), vk.userToken()};
    VkClient service{vk.url(), vk.serviceToken()};
    qint64 anna = vk.addCustomer(QStringLiteral("Anna"), QStringLiteral("Petrova"), QStringLiteral("ru"));

    VkDesk() { vk.setRateLimits(0, 0); } // tests ask faster than programs may
    VkDesk(const VkDesk &) = delete;
    VkDesk &operator=(const VkDesk &) = delete;

    /// Both long polls on, with every event a support client hears.
    void listen()
    {
        QJsonObject settings{{QStringLiteral("group_id"), vk.groupId()}, {QStringLiteral("enabled"), 1},
            {QStringLiteral("api_version"), QStringLiteral("5.199")}};
        for (const char *type :
            {"message_new", "message_reply", "message_edit", "message_allow", "message_deny", "message_read",
                "message_typing_state", "message_event", "message_reaction_event", "wall_reply_new", "wall_reply_edit",
                "wall_reply_delete", "wall_reply_restore", "wall_post_new", "board_post_new", "board_post_edit",
                "board_post_restore", "board_post_delete", "photo_comment_new", "photo_comment_edit",
                "photo_comment_delete", "photo_comment_restore", "video_comment_new", "video_comment_edit",
                "video_comment_delete", "video_comment_restore", "market_comment_new", "market_comment_edit",
                "market_comment_delete", "market_comment_restore", "user_block", "user_unblock", "like_add"})
            settings.insert(QLatin1String(type), 1);
        group.call(QStringLiteral("groups.setLongPollSettings"), settings);
        bots = group.call(QStringLiteral("groups.getLongPollServer"), {{QStringLiteral("group_id"), vk.groupId()}})
                   .response()
                   .toObject();
        classic = group
                      .call(QStringLiteral("messages.getLongPollServer"),
                          {{QStringLiteral("need_pts"), 1}, {QStringLiteral("lp_version"), 3}})
                      .response()
                      .toObject();
    }

    VkClient::Waiting beginBots(int wait = 25)
    {
        return group.beginGet(bots.value(QLatin1String("server")).toString(),
            {{QStringLiteral("act"), QStringLiteral("a_check")},
                {QStringLiteral("key"), bots.value(QLatin1String("key"))},
                {QStringLiteral("ts"), bots.value(QLatin1String("ts"))}, {QStringLiteral("wait"), wait}});
    }
    VkClient::Waiting beginClassic(int wait = 25, int mode = 170)
    {
        return group.beginGet(classic.value(QLatin1String("server")).toString(),
            {{QStringLiteral("act"), QStringLiteral("a_check")},
                {QStringLiteral("key"), classic.value(QLatin1String("key"))},
                {QStringLiteral("ts"), classic.value(QLatin1String("ts"))}, {QStringLiteral("wait"), wait},
                {QStringLiteral("mode"), mode}, {QStringLiteral("version"), 3}});
    }
    /// What has come, without waiting; the next call goes on behind it.
    QJsonArray botsNews()
    {
        const auto reply = group.wait(beginBots(0));
        if (reply.json.contains(QLatin1String("ts")))
            bots.insert(QStringLiteral("ts"), reply.json.value(QLatin1String("ts")));
        return reply.json.value(QLatin1String("updates")).toArray();
    }
    QJsonArray classicNews(int mode = 170)
    {
        const auto reply = group.wait(beginClassic(0, mode));
        if (reply.json.contains(QLatin1String("ts")))
            classic.insert(QStringLiteral("ts"), reply.json.value(QLatin1String("ts")));
        return reply.json.value(QLatin1String("updates")).toArray();
    }
    QStringList botsTypes()
    {
        QStringList types;
        const QJsonArray news = botsNews();
        for (const QJsonValue &event : news)
            types.append(event.toObject().value(QLatin1String("type")).toString());
        return types;
    }
    VkClient::Reply send(qint64 peer, const QString &text, qint64 randomId, const QJsonObject &more = {})
    {
        QJsonObject parameters = more;
        parameters.insert(QStringLiteral("peer_id"), peer);
        parameters.insert(QStringLiteral("message"), text);
        parameters.insert(QStringLiteral("random_id"), randomId);
        return group.call(QStringLiteral("messages.send"), parameters);
    }

    QJsonObject bots;
    QJsonObject classic;
};

} // namespace parley::tests
