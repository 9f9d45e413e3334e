// SPDX-License-Identifier: GPL-3.0-or-later
#include "platforms/chatwoot/cable.h"

#include <QJsonDocument>
#include <QRandomGenerator>
#include <QWebSocket>
#include <QWebSocketHandshakeOptions>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace parley::platforms::chatwoot {

namespace {

constexpr quint64 kFrameLimit = 4ULL * 1024 * 1024;
// More than this are not waited for: they say less than one look at the server.
constexpr qsizetype kEventsKept = 2000;

QString asText(const QJsonObject &json)
{
    return QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

} // namespace

Cable::Cable(const Timing &timing)
    : m_timing(timing)
{
    for (QTimer *once : {&m_retry, &m_silence, &m_confirm})
        once->setSingleShot(true);
    connect(&m_retry, &QTimer::timeout, this, &Cable::connectNow);
    connect(&m_silence, &QTimer::timeout, this, &Cable::lost);
    connect(&m_presence, &QTimer::timeout, this, &Cable::sayPresence);
    // A wrong token is met with silence: the server fails inside and says nothing (fact sheet, 5.1).
    connect(&m_confirm, &QTimer::timeout, this, [this] {
        m_suspicious = true;
        lost();
    });
}

Cable::~Cable()
{
    close();
}

void Cable::open(const QUrl &url, const QString &identifier)
{
    m_url = url;
    m_identifier = identifier;
    m_wanted = true;
    m_failures = 0;
    connectNow();
}

void Cable::close()
{
    m_wanted = false;
    drop();
}

void Cable::hurry()
{
    if (!m_wanted || m_subscribed)
        return;
    m_failures = 0;
    connectNow();
}

void Cable::connectNow()
{
    drop();
    m_socket = std::make_unique<QWebSocket>();
    m_socket->setMaxAllowedIncomingMessageSize(kFrameLimit);
    connect(m_socket.get(), &QWebSocket::textMessageReceived, this, &Cable::heard);
    connect(m_socket.get(), &QWebSocket::disconnected, this, &Cable::lost);
    QWebSocketHandshakeOptions options;
    options.setSubprotocols({u"actioncable-v1-json"_s, u"actioncable-unsupported"_s});
    m_confirm.start(m_timing.confirm); // from here on, for all of it: to connect, to be welcomed, to be confirmed
    m_socket->open(m_url, options);
}

void Cable::drop()
{
    m_retry.stop();
    m_silence.stop();
    m_confirm.stop();
    m_presence.stop();
    if (std::exchange(m_subscribed, false))
        tellNews();
    if (!m_socket)
        return;
    m_socket->disconnect(this);
    m_socket->abort();
    m_socket.release()->deleteLater(); // we may be inside one of its signals
}

void Cable::lost()
{
    drop();
    if (!m_wanted)
        return;
    // All sockets of a server go at once when it restarts: each comes back in its own time.
    const auto most = std::min(m_timing.reconnectFirst * (1 << std::min(m_failures, 10)), m_timing.reconnectLast);
    ++m_failures;
    const double share = 0.5 + QRandomGenerator::global()->generateDouble() / 2;
    m_retry.start(std::chrono::milliseconds(qint64(double(most.count()) * share)));
    tellNews();
}

void Cable::heard(const QString &frame)
{
    const QJsonObject json = QJsonDocument::fromJson(frame.toUtf8()).object();
    const QString type = json["type"_L1].toString();
    m_silence.start(m_timing.silence);
    if (type == "welcome"_L1) {
        saySubscribe();
    } else if (type == "confirm_subscription"_L1) {
        confirmed();
    } else if (type == "reject_subscription"_L1) {
        m_suspicious = true;
        lost();
    } else if (type == "disconnect"_L1) {
        if (json["reconnect"_L1] == QJsonValue(false))
            m_suspicious = true;
        lost();
    } else if (json["message"_L1].isObject()) {
        if (m_events.size() < kEventsKept)
            m_events << json["message"_L1].toObject();
        else
            ++m_generation; // some are missed: as after a lost connection
        tellNews();
    }
}

void Cable::confirmed()
{
    m_confirm.stop();
    m_subscribed = true;
    ++m_generation;
    m_failures = 0;
    sayPresence();
    m_presence.start(m_timing.presence);
    tellNews();
}

void Cable::saySubscribe()
{
    say({{"command"_L1, u"subscribe"_s}, {"identifier"_L1, m_identifier}});
}

void Cable::sayPresence()
{
    say({{"command"_L1, u"message"_s}, {"identifier"_L1, m_identifier},
        {"data"_L1, asText({{"action"_L1, u"update_presence"_s}})}});
}

void Cable::say(const QJsonObject &frame)
{
    if (m_socket)
        m_socket->sendTextMessage(asText(frame));
}

void Cable::tellNews()
{
    if (std::exchange(m_newsPosted, true))
        return;
    const auto tell = [this] {
        m_newsPosted = false;
        if (onNews)
            onNews();
    };
    QMetaObject::invokeMethod(this, tell, Qt::QueuedConnection);
}

} // namespace parley::platforms::chatwoot
