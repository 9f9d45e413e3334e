// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QObject>
#include <QString>
#include <QTcpServer>

#include <functional>

class QTcpSocket;

namespace parley::platforms::mail {

/// Where a browser comes back to after a sign-in (RFC 8252, 7.3): a port of 127.0.0.1 that takes one GET with the right
/// state, tells the person so, and closes. Anything else that knocks is sent away and changes nothing.
class OAuthDoor : public QObject
{
public:
    /// What the browser brought: a code, or why there is none.
    struct Return {
        QByteArray code;
        QString error; ///< "access_denied"; of what RFC 6749, 4.1.2.1 lets it be made of
    };

    /// \param came  called once, from the event loop
    OAuthDoor(QByteArray state, std::function<void(Return)> came);

    [[nodiscard]] bool open(); ///< on a port that the system chooses
    [[nodiscard]] quint16 port() const { return m_server.serverPort(); }

private:
    void accept();
    void read(QTcpSocket *socket);
    /// \return the page for the person; empty: not for us
    [[nodiscard]] QByteArray pageFor(const QByteArray &target);

    QByteArray m_state;
    std::function<void(Return)> m_came;
    QTcpServer m_server;
};

} // namespace parley::platforms::mail
