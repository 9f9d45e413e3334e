// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/http/web_server.h"

#include <QDateTime>
#include <QHostAddress>
#include <QLocale>
#include <QTcpSocket>
#include <QTimer>
#include <QUrl>

namespace parley::sandbox {

namespace {

constexpr qsizetype kHeadLimit = 64 * 1024;
constexpr qsizetype kFirstPiece = 64 * 1024;
/// Somewhat above the 50 MB of a document: the Bot API server answers 413 itself.
constexpr qsizetype kBodyLimit = 80 * 1024 * 1024;

std::optional<WebRequest> parseHead(const QByteArray &head)
{
    const QList<QByteArray> lines = head.split('\n');
    const QList<QByteArray> first = lines.first().trimmed().split(' ');
    if (first.size() != 3 || !first.at(2).startsWith("HTTP/1."))
        return std::nullopt;
    WebRequest request;
    request.verb = first.at(0);
    const QByteArray address = "http://host" + first.at(1);
    const QUrl url = QUrl::fromEncoded(address, QUrl::StrictMode);
    if (!first.at(1).startsWith('/') || !url.isValid())
        return std::nullopt;
    request.path = url.path(QUrl::FullyDecoded);
    request.query = QUrlQuery(url);
    for (const QByteArray &line : lines.mid(1)) {
        const qsizetype colon = line.indexOf(':');
        if (colon > 0)
            request.headers.append({line.left(colon).trimmed().toLower(), line.mid(colon + 1).trimmed()});
    }
    return request;
}

} // namespace

QByteArray httpDate(qint64 ms)
{
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(ms).toUTC();
    return QLocale::c().toString(time, u"ddd, dd MMM yyyy hh:mm:ss").toLatin1() + " GMT";
}

QByteArray reasonPhrase(int status)
{
    switch (status) {
    case 200:
        return "OK";
    case 400:
        return "Bad Request";
    case 401:
        return "Unauthorized";
    case 403:
        return "Forbidden";
    case 404:
        return "Not Found";
    case 409:
        return "Conflict";
    case 413:
        return "Request Entity Too Large";
    case 429:
        return "Too Many Requests";
    case 500:
        return "Internal Server Error";
    case 502:
        return "Bad Gateway";
    case 503:
        return "Service Unavailable";
    case 504:
        return "Gateway Timeout";
    default:
        return "Status";
    }
}

QByteArray WebRequest::header(const QByteArray &lowerCaseName) const
{
    for (const auto &[name, value] : headers) {
        if (name == lowerCaseName)
            return value;
    }
    return {};
}

QByteArray WebAnswer::wire() const
{
    QByteArray bytes = "HTTP/1.1 " + QByteArray::number(status) + ' ' + reasonPhrase(status) + "\r\n";
    bytes += "Server: nginx/1.18.0\r\n";
    for (const auto &[name, value] : headers)
        bytes += name + ": " + value + "\r\n";
    bytes += "Content-Length: " + QByteArray::number(body.size()) + "\r\nConnection: keep-alive\r\n\r\n";
    return bytes + body;
}

WebExchange::WebExchange(WebRequest theRequest, WebConnection *connection)
    : QObject(connection)
    , request(std::move(theRequest))
    , m_connection(connection)
{
}

void WebExchange::answer(const WebAnswer &answer)
{
    m_connection->send(answer.wire());
}

void WebExchange::answerInPart(const WebAnswer &answer, double share)
{
    const QByteArray whole = answer.wire();
    m_connection->sendThenEnd(whole.left(qMax(qsizetype{1}, qsizetype(double(whole.size()) * share))));
}

void WebExchange::drip(const WebAnswer &answer, int bytes, int pauseMs)
{
    m_connection->sendSlowly(answer.wire(), bytes, pauseMs);
}

void WebExchange::cut()
{
    m_connection->abort();
}

WebServer::WebServer(Handler handler, QObject *parent)
    : QObject(parent)
    , m_server(this) // a child, so that it follows into another thread
    , m_handler(std::move(handler))
{
    connect(&m_server, &QTcpServer::newConnection, this, &WebServer::accept);
}

bool WebServer::listen(quint16 port)
{
    if (!m_server.listen(QHostAddress::LocalHost, port))
        return false;
    m_port = m_server.serverPort();
    return true;
}

void WebServer::close()
{
    m_server.close();
    const auto connections = findChildren<WebConnection *>(QString(), Qt::FindDirectChildrenOnly);
    for (WebConnection *connection : connections)
        delete connection;
}

void WebServer::accept()
{
    while (QTcpSocket *socket = m_server.nextPendingConnection())
        new WebConnection(socket, this);
}

WebConnection::WebConnection(QTcpSocket *socket, WebServer *server)
    : QObject(server)
    , m_socket(socket)
    , m_server(server)
{
    m_socket->setParent(this);
    m_socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    connect(m_socket, &QTcpSocket::readyRead, this, &WebConnection::read);
    connect(m_socket, &QTcpSocket::disconnected, this, &QObject::deleteLater);
}

bool WebConnection::leavesToUpgrade()
{
    if (!m_server->m_upgradeHandler || m_head || m_current || !m_buffer.isEmpty())
        return false;
    const QByteArray waiting = m_socket->peek(kHeadLimit);
    const qsizetype end = waiting.indexOf("\r\n\r\n");
    if (end < 0)
        return waiting.size() < kHeadLimit;
    const auto head = parseHead(waiting.left(end));
    if (!head || head->header("upgrade").isEmpty())
        return false;
    m_socket->disconnect(this);
    m_socket->setParent(nullptr);
    if (m_server->m_upgradeHandler(*head, m_socket)) {
        m_socket = nullptr;
        deleteLater();
        return true;
    }
    m_socket->setParent(this);
    connect(m_socket, &QTcpSocket::readyRead, this, &WebConnection::read);
    connect(m_socket, &QTcpSocket::disconnected, this, &QObject::deleteLater);
    return false;
}

void WebConnection::read()
{
    if (!m_socket || leavesToUpgrade())
        return;
    m_buffer += m_socket->readAll();
    if (m_current)
        return; // pipelined: it waits its turn
    if (!m_head && !readHead())
        return;
    std::optional<QByteArray> body = readBody();
    if (!body)
        return;
    WebRequest request = std::move(*m_head);
    m_head.reset();
    request.body = std::move(*body);
    m_current = new WebExchange(std::move(request), this);
    m_server->m_handler(m_current);
}

bool WebConnection::readHead()
{
    const qsizetype end = m_buffer.indexOf("\r\n\r\n");
    if (end < 0) {
        if (m_buffer.size() > kHeadLimit)
            refuse(400);
        return false;
    }
    m_head = parseHead(m_buffer.left(end));
    m_buffer.remove(0, end + 4);
    if (!m_head) {
        refuse(400);
        return false;
    }
    if (m_server->m_headFilter && !m_server->m_headFilter(*m_head)) {
        abort();
        return false;
    }
    if (m_head->header("expect").toLower() == "100-continue")
        m_socket->write("HTTP/1.1 100 Continue\r\n\r\n");
    return true;
}

std::optional<QByteArray> WebConnection::readBody()
{
    if (m_head->header("transfer-encoding").toLower() == "chunked")
        return readChunks();
    const qsizetype length = m_head->header("content-length").toLongLong();
    if (length > kBodyLimit) {
        refuse(413);
        return std::nullopt;
    }
    if (m_buffer.size() < length)
        return std::nullopt;
    QByteArray body = m_buffer.left(length);
    m_buffer.remove(0, length);
    return body;
}

std::optional<QByteArray> WebConnection::readChunks()
{
    QByteArray body;
    qsizetype at = 0;
    for (;;) {
        const qsizetype lineEnd = m_buffer.indexOf("\r\n", at);
        if (lineEnd < 0)
            return std::nullopt;
        bool isNumber = false;
        const qsizetype size = m_buffer.mid(at, lineEnd - at).split(';').first().trimmed().toLongLong(&isNumber, 16);
        if (!isNumber || size < 0 || body.size() + size > kBodyLimit) {
            refuse(isNumber ? 413 : 400);
            return std::nullopt;
        }
        if (m_buffer.size() < lineEnd + 2 + size + 2)
            return std::nullopt;
        body += m_buffer.mid(lineEnd + 2, size);
        at = lineEnd + 2 + size + 2;
        if (size == 0) {
            m_buffer.remove(0, at);
            return body;
        }
    }
}

void WebConnection::refuse(int status)
{
    m_head.reset();
    m_buffer.clear();
    const QByteArray words = reasonPhrase(status);
    const QByteArray body =
        "{\"ok\":false,\"error_code\":" + QByteArray::number(status) + ",\"description\":\"" + words + "\"}";
    sendThenEnd(WebAnswer{status, {{"Content-Type", "application/json"}}, body}.wire());
}

void WebConnection::send(const QByteArray &wire)
{
    // What is very long is announced before it is copied: a client that will not have it need not wait for that.
    const qsizetype first = qMin(wire.size(), kFirstPiece);
    m_socket->write(wire.constData(), first);
    if (first < wire.size()) {
        m_socket->flush();
        m_socket->write(wire.constData() + first, wire.size() - first);
    }
    nextRequest();
}

void WebConnection::sendThenEnd(const QByteArray &wire)
{
    m_socket->write(wire);
    m_socket->disconnectFromHost(); // after what is written has gone out
}

void WebConnection::sendSlowly(const QByteArray &wire, int bytes, int pauseMs)
{
    auto *timer = new QTimer(this);
    connect(timer, &QTimer::timeout, this, [this, timer, rest = wire, bytes]() mutable {
        m_socket->write(rest.left(bytes));
        rest.remove(0, bytes);
        if (rest.isEmpty()) {
            timer->deleteLater();
            timer->stop();
            nextRequest();
        }
    });
    timer->start(pauseMs);
}

void WebConnection::abort()
{
    m_socket->abort();
    deleteLater();
}

void WebConnection::nextRequest()
{
    delete m_current;
    if (!m_buffer.isEmpty())
        QMetaObject::invokeMethod(this, &WebConnection::read, Qt::QueuedConnection);
}

} // namespace parley::sandbox
