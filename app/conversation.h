// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/waiter.h"
#include "app/profile.h"

#include <QJsonObject>
#include <QLocalSocket>
#include <QObject>
#include <QThread>

#include <functional>
#include <memory>

namespace parley::sync {
class Engine;
}

namespace parley::app {

/// The running Parley's side of one errand: reads it, carries it out on a thread of its own, sends the lines back.
/// Messages are JSON objects, one a line: in {"show": true} or {"typed": […], "secret": base64}; out {"out": text},
/// {"err": line}, {"exit": code}.
class Conversation : public QObject
{
    Q_OBJECT
public:
    Conversation(QLocalSocket *socket, Profile profile, sync::Engine &engine, std::function<void()> showWindow);
    ~Conversation() override;

    [[nodiscard]] bool isOver() const { return m_over; }
    void send(const QJsonObject &message); ///< from any thread

Q_SIGNALS:
    void over();

private:
    void read();
    void carryOut(const QJsonObject &errand);
    void end();

    std::unique_ptr<QLocalSocket> m_socket;
    Profile m_profile;
    sync::Engine &m_engine;
    std::function<void()> m_showWindow;
    std::unique_ptr<QThread> m_thread;
    std::shared_ptr<Waiter> m_waiter; ///< of the command under way
    bool m_over = false;
};

} // namespace parley::app
