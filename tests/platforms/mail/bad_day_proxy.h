// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platforms/conformance/conformance.h"

#include <QByteArray>
#include <QHash>
#include <QTcpServer>
#include <QTcpSocket>
#include <QThread>
#include <QTimer>

#include <memory>

namespace parley::tests {

/// Stands on loopback between the connector and a real mail server (unencrypted, so that it understands what passes)
/// and makes it misbehave: cuts, halves, drips, fails. Has a thread of its own; all functions may be called from any
/// thread and have taken effect when they return.
///
/// What is struck: of IMAP the next "UID FETCH", of SMTP the next mail's end.
class BadDayProxy
{
public:
    enum class Protocol { Imap, Smtp };
    BadDayProxy(Protocol protocol, quint16 target);
    ~BadDayProxy();
    BadDayProxy(const BadDayProxy &) = delete;
    BadDayProxy &operator=(const BadDayProxy &) = delete;

    [[nodiscard]] quint16 port() const { return m_port; }
    void strike(conformance::Trouble trouble, int times);
    void behave();
    void cutAll(); ///< closes every connection there is

private:
    class Hub;
    template <typename Work>
    void inThread(Work work);

    QThread m_thread;
    Hub *m_hub;
    quint16 m_port = 0;
};

} // namespace parley::tests
