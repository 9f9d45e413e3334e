// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/result.h"
#include "platforms/mail/mail_settings.h"
#include "platforms/mail/waits.h"

#include <QElapsedTimer>
#include <QSslSocket>

#include <libetpan/mailstream.h>

#include <functional>
#include <memory>
#include <optional>

namespace parley::platforms::mail {

/// A connection to a mail server for libetpan, carried by Qt: Qt checks who the server is, every wait is bounded and
/// can be ended from another thread. Lives and is used in one worker thread.
class MailStream
{
public:
    MailStream(Endpoint server, const MailSettings &settings, const Timeouts &timeouts, std::shared_ptr<Waits> waits);
    ~MailStream();
    MailStream(const MailStream &) = delete;
    MailStream &operator=(const MailStream &) = delete;

    /// Connects; with Security::Tls the server is verified before this returns.
    Result<void> connect();
    /// Turns the connection into TLS, after the server agreed to STARTTLS. What it said before that and was not read
    /// yet was not protected: then this fails.
    Result<void> startTls(mailstream *stream);

    /// A new libetpan stream upon this connection. It must be gone before this object is.
    [[nodiscard]] mailstream *open();

    /// A command begins: it gets Timeouts::silence, and more as long as bytes flow.
    /// \param atMost  bytes of its answer; a server that sends more is cut off
    /// \param silence  ms, where less than usual will do; 0: Timeouts::silence
    void beginCommand(qint64 atMost = 16 << 20, int silence = 0);
    /// Waits until there is something to read.
    /// \return false: \a ms ran out, or Waits::interrupt() was called
    Result<bool> waitForNews(int ms);
    /// Why the last read or write failed.
    [[nodiscard]] Error error() const;
    [[nodiscard]] const Endpoint &server() const { return m_server; }
    [[nodiscard]] bool isConnected() const { return m_socket.state() == QAbstractSocket::ConnectedState; }
    /// Connected, and the server has not said farewell since we last looked.
    [[nodiscard]] bool isAlive();

    // for the driver
    qint64 read(char *buffer, qint64 size);
    qint64 write(const char *buffer, qint64 size);
    void close();

    /// Called with the bytes of the command under way that have moved, while they do. Null: nobody looks.
    std::function<void(qint64 moved)> onMoved;

private:
    [[nodiscard]] int remaining() const; ///< ms of the command under way
    [[nodiscard]] bool mayGoOn(); ///< else m_error is set
    Result<void> encrypt();

    Endpoint m_server;
    Security m_security;
    QString m_caFile;
    Timeouts m_timeouts;
    std::shared_ptr<Waits> m_waits;
    QSslSocket m_socket;
    std::optional<Error> m_error;
    QString m_tlsWhy; ///< what Qt found wrong with the certificate
    QElapsedTimer m_command;
    int m_silence = 0; ///< ms of the command under way
    qint64 m_moved = 0; ///< bytes since the command began, both ways
    qint64 m_received = 0; ///< those that came
    qint64 m_most = 0; ///< bytes that the command's answer may have
};

} // namespace parley::platforms::mail
