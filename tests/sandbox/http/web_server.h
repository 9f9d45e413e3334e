// SPDX-License-Identifier: GPL-3.0-or-later
// A small HTTP/1.1 server for loopback that can also misbehave: see README.md for why it is not QHttpServer.
#pragma once

#include <QByteArray>
#include <QList>
#include <QObject>
#include <QPair>
#include <QPointer>
#include <QString>
#include <QTcpServer>
#include <QUrlQuery>

#include <functional>
#include <optional>

class QTcpSocket;

namespace parley::sandbox {

using WebHeaders = QList<QPair<QByteArray, QByteArray>>;

struct WebRequest {
    QByteArray verb;
    QString path; ///< percent-decoded, without the query
    QUrlQuery query;
    WebHeaders headers; ///< names in lower case
    QByteArray body;

    [[nodiscard]] QByteArray header(const QByteArray &lowerCaseName) const;
};

struct WebAnswer {
    int status = 200;
    WebHeaders headers;
    QByteArray body;

    /// As it goes over the wire.
    [[nodiscard]] QByteArray wire() const;
};

class WebConnection;

/// One request that waits for its answer. Exactly one of answer(), answerInPart(), drip() and cut() is called. Belongs
/// to its connection: keep it in a QPointer, it dies when the client goes away.
class WebExchange final : public QObject
{
    Q_OBJECT
public:
    WebExchange(WebRequest request, WebConnection *connection);

    const WebRequest request;

    void answer(const WebAnswer &answer);
    /// The first \a share (0..1) of the bytes, headers included, then the connection ends.
    void answerInPart(const WebAnswer &answer, double share);
    /// \a bytes at a time, with \a pauseMs between.
    void drip(const WebAnswer &answer, int bytes, int pauseMs);
    /// Ends the connection without a byte.
    void cut();

private:
    WebConnection *m_connection;
};

class WebServer final : public QObject
{
    Q_OBJECT
public:
    using Handler = std::function<void(WebExchange *)>;
    /// Asked when a head has arrived and before the body is read; false: the connection is cut there.
    using HeadFilter = std::function<bool(const WebRequest &)>;

    explicit WebServer(Handler handler, QObject *parent = nullptr);

    /// Asked about a request to change protocols, of which not a byte was taken from \a socket yet. True: the socket is
    /// the handler's from now on; false: it is answered as any other request.
    using UpgradeHandler = std::function<bool(const WebRequest &head, QTcpSocket *socket)>;
    void setUpgradeHandler(UpgradeHandler handler) { m_upgradeHandler = std::move(handler); }
    void setHeadFilter(HeadFilter filter) { m_headFilter = std::move(filter); }
    /// On 127.0.0.1. \param port 0: a free one
    [[nodiscard]] bool listen(quint16 port = 0);
    [[nodiscard]] quint16 port() const { return m_port; }
    /// Closes the port and every connection; listen(port()) brings it back.
    void close();

private:
    friend class WebConnection;
    void accept();

    QTcpServer m_server;
    Handler m_handler;
    HeadFilter m_headFilter;
    UpgradeHandler m_upgradeHandler;
    quint16 m_port = 0;
};

/// One client's connection; parses requests one after another (keep-alive).
class WebConnection final : public QObject
{
    Q_OBJECT
public:
    WebConnection(QTcpSocket *socket, WebServer *server);

private:
    friend class WebExchange;
    void read();
    /// \return true: nothing may be read now, the head is not whole yet or the socket is no longer ours
    [[nodiscard]] bool leavesToUpgrade();
    [[nodiscard]] bool readHead();
    [[nodiscard]] std::optional<QByteArray> readBody();
    [[nodiscard]] std::optional<QByteArray> readChunks();
    void refuse(int status);
    void send(const QByteArray &wire);
    void sendThenEnd(const QByteArray &wire);
    void sendSlowly(const QByteArray &wire, int bytes, int pauseMs);
    void abort();
    void nextRequest();

    QTcpSocket *m_socket;
    WebServer *m_server;
    QByteArray m_buffer;
    std::optional<WebRequest> m_head;
    QPointer<WebExchange> m_current;
};

/// For the Date header. \param ms  UTC
[[nodiscard]] QByteArray httpDate(qint64 ms);

/// The words that go with a status code.
[[nodiscard]] QByteArray reasonPhrase(int status);

} // namespace parley::sandbox
