// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platforms/chatwoot/api.h"

#include <QElapsedTimer>
#include <QJsonObject>
#include <QList>
#include <QObject>
#include <QTimer>
#include <QUrl>

#include <functional>
#include <memory>

class QWebSocket;

namespace parley::platforms::chatwoot {

/// The server's socket (Action Cable): subscribes to one room, keeps the agent shown as present, notices when the other
/// end is dead, and connects again for ever. Lives on the engine's thread.
class Cable final : public QObject
{
    Q_OBJECT
public:
    explicit Cable(const Timing &timing);
    ~Cable() override; ///< close()

    /// Begins, or begins anew with another identifier. \param identifier  the channel's parameters as one JSON string
    void open(const QUrl &url, const QString &identifier);
    void close();
    [[nodiscard]] bool isOpen() const { return m_wanted; }
    /// The server confirmed our subscription, and something was heard of it lately.
    [[nodiscard]] bool isSubscribed() const { return m_subscribed; }
    /// Grows with each confirmed subscription: what happened between two of them was missed.
    [[nodiscard]] int generation() const { return m_generation; }
    /// The server refused the subscription or said nothing to it: the token may be an old one. Asking forgets it.
    [[nodiscard]] bool takeSuspicion() { return std::exchange(m_suspicious, false); }
    /// {"event": …, "data": …}, in the order of their coming.
    [[nodiscard]] QList<QJsonObject> takeEvents() { return std::exchange(m_events, {}); }
    /// The network changed: whatever it waits for, try now.
    void hurry();

    /// Called from the event loop, never inside a socket's signal: there are events, or its state changed.
    std::function<void()> onNews;

private:
    void connectNow();
    void drop();
    void lost();
    void heard(const QString &frame);
    void confirmed();
    void saySubscribe();
    void sayPresence();
    void say(const QJsonObject &frame);
    void tellNews();

    Timing m_timing;
    QUrl m_url;
    QString m_identifier;
    std::unique_ptr<QWebSocket> m_socket;
    QTimer m_retry;
    QTimer m_silence;
    QTimer m_confirm;
    QTimer m_presence;
    QList<QJsonObject> m_events;
    int m_generation = 0;
    int m_failures = 0;
    bool m_wanted = false;
    bool m_subscribed = false;
    bool m_suspicious = false;
    bool m_newsPosted = false;
};

} // namespace parley::platforms::chatwoot
