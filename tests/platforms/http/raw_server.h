// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QObject>
#include <QTcpServer>
#include <QTcpSocket>
#include <QUrl>

#include <functional>
#include <memory>

namespace parley::tests {

/// A server whose every byte the test decides. On the test's own thread.
class RawServer : public QObject
{
public:
    /// Called when a request is there whole (by its Content-Length); writes what it likes, or nothing.
    using Answer = std::function<void(QTcpSocket &, const QByteArray &request)>;

    /// \param server  null: a plain TCP one
    explicit RawServer(Answer answer, std::unique_ptr<QTcpServer> server = nullptr)
        : m_server(server ? std::move(server) : std::make_unique<QTcpServer>())
        , m_answer(std::move(answer))
    {
        connect(m_server.get(), &QTcpServer::pendingConnectionAvailable, this, &RawServer::accept);
        m_server->listen(QHostAddress::LocalHost);
    }

    [[nodiscard]] QUrl url(const QString &path, const QString &scheme = QStringLiteral("http")) const
    {
        return QUrl(QStringLiteral("%1://127.0.0.1:%2%3").arg(scheme).arg(m_server->serverPort()).arg(path));
    }

    QList<QByteArray> requests; ///< those that came whole
    int connections = 0;

    /// An HTTP answer with its length.
    [[nodiscard]] static QByteArray http(int status, const QByteArray &body, const QByteArray &headers = {})
    {
        return "HTTP/1.1 " + QByteArray::number(status) + " Word\r\n" + headers
            + "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
    }

private:
    void accept()
    {
        while (QTcpSocket *socket = m_server->nextPendingConnection()) {
            ++connections;
            auto buffer = std::make_shared<QByteArray>();
            connect(socket, &QTcpSocket::readyRead, this, [this, socket, buffer] {
                *buffer += socket->readAll();
                const qsizetype head = buffer->indexOf("\r\n\r\n");
                if (head < 0)
                    return;
                const QByteArray lower = buffer->first(head).toLower();
                const qsizetype at = lower.indexOf("content-length: ");
                const qsizetype length = at < 0 ? 0 : lower.sliced(at + 16).split('\r').first().toInt();
                if (buffer->size() < head + 4 + length)
                    return;
                requests << *buffer;
                buffer->clear();
                m_answer(*socket, requests.last());
            });
            connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        }
    }

    std::unique_ptr<QTcpServer> m_server;
    Answer m_answer;
};

} // namespace parley::tests
