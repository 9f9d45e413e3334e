// SPDX-License-Identifier: GPL-3.0-or-later
#include "bad_day_proxy.h"

#include <QPointer>

#include <optional>

namespace parley::tests {

using conformance::Trouble;

namespace {
constexpr qsizetype kHuge = 50 << 20;
constexpr int kDripInterval = 100; // ms
} // namespace

/// One connection: the connector's socket and ours to the server.
struct Link {
    QTcpSocket *client = nullptr;
    QTcpSocket *server = nullptr;
    std::optional<Trouble> trouble; ///< at work on it
    QByteArray line; ///< of the client, not yet whole
    bool inMail = false; ///< SMTP: between DATA and the dot
    bool askedForMail = false; ///< SMTP: DATA was sent, 354 is due
    QByteArray tail; ///< SMTP: the end of what the client sent of the mail
    QByteArray drip;
    bool silent = false; ///< the rest of the answer is swallowed
    QTimer *timer = nullptr;
};

class BadDayProxy::Hub : public QTcpServer
{
public:
    Hub(Protocol protocol, quint16 target)
        : m_protocol(protocol)
        , m_target(target)
    {
    }

    Trouble m_trouble = Trouble::ServerError;
    int m_left = 0;

    void cutAll()
    {
        const auto links = m_links.values();
        for (const auto &link : links)
            close(link);
    }

protected:
    void incomingConnection(qintptr handle) override
    {
        auto link = std::make_shared<Link>();
        link->client = new QTcpSocket(this);
        link->client->setSocketDescriptor(handle);
        link->server = new QTcpSocket(this);
        link->server->connectToHost(QHostAddress(QHostAddress::LocalHost), m_target);
        link->timer = new QTimer(link->client);
        m_links.insert(link->client, link);
        connect(link->client, &QTcpSocket::readyRead, this, [this, link] { fromClient(link); });
        connect(link->server, &QTcpSocket::readyRead, this, [this, link] { fromServer(link); });
        connect(link->client, &QTcpSocket::disconnected, this, [this, link] { close(link); });
        connect(link->server, &QTcpSocket::disconnected, this, [this, link] { close(link); });
        connect(link->timer, &QTimer::timeout, this, [link] {
            link->client->write(link->drip.left(1));
            link->drip.remove(0, 1);
        });
    }

private:
    using Shared = std::shared_ptr<Link>;

    void close(const Shared &link)
    {
        if (!m_links.remove(link->client))
            return;
        for (auto *socket : {link->client, link->server}) {
            socket->disconnect(this);
            socket->disconnectFromHost();
            if (socket->state() != QAbstractSocket::UnconnectedState)
                socket->waitForDisconnected(1000);
            socket->deleteLater();
        }
    }

    bool begins(const Shared &link)
    {
        if (m_left <= 0 || link->trouble)
            return false;
        --m_left;
        link->trouble = m_trouble;
        return true;
    }

    void fromClient(const Shared &link)
    {
        m_protocol == Protocol::Imap ? imapClient(link, link->client->readAll())
                                     : smtpClient(link, link->client->readAll());
    }

    void imapClient(const Shared &link, const QByteArray &bytes)
    {
        if (!bytes.contains("UID FETCH") || !begins(link)) {
            link->server->write(bytes);
            return;
        }
        const auto tag = bytes.left(bytes.indexOf(' '));
        switch (*link->trouble) {
        case Trouble::CutBeforeRequest:
            close(link);
            break;
        case Trouble::ServerError:
        case Trouble::RateLimit:
            link->client->write(tag + " NO [SERVERBUG] Internal error occurred. Refer to server log.\r\n");
            link->trouble.reset();
            break;
        case Trouble::HugeAnswer:
            link->client->write("* 1 FETCH (UID 1 BODY[] {" + QByteArray::number(kHuge) + "}\r\n"
                + QByteArray(kHuge, 'x') + ")\r\n" + tag + " OK done\r\n");
            break;
        default:
            link->server->write(bytes);
        }
    }

    void smtpClient(const Shared &link, const QByteArray &bytes)
    {
        if (!link->inMail) {
            link->askedForMail = link->askedForMail || bytes.startsWith("DATA");
            if (bytes.startsWith("MAIL FROM") && m_left > 0
                && (m_trouble == Trouble::ServerError || m_trouble == Trouble::RateLimit) && begins(link)) {
                link->client->write("451 4.3.0 Internal error occurred\r\n");
                link->trouble.reset();
                return;
            }
            link->server->write(bytes);
            return;
        }
        link->tail = QByteArray(link->tail + bytes).right(5);
        const bool ends = link->tail == "\r\n.\r\n";
        if (ends && begins(link) && *link->trouble == Trouble::CutBeforeRequest) {
            link->server->write(bytes.chopped(std::min<qsizetype>(bytes.size(), 3)));
            link->server->waitForBytesWritten(1000);
            close(link);
            return;
        }
        if (ends)
            link->inMail = false;
        link->server->write(bytes);
    }

    void fromServer(const Shared &link)
    {
        const auto bytes = link->server->readAll();
        if (link->askedForMail && bytes.startsWith("354")) {
            link->askedForMail = false;
            link->inMail = true;
        }
        if (m_protocol == Protocol::Smtp && m_trouble == Trouble::SlowDrip)
            begins(link);
        if (link->silent)
            return;
        if (!link->trouble) {
            link->client->write(bytes);
            return;
        }
        switch (*link->trouble) {
        case Trouble::CutBeforeAnswer:
            close(link);
            break;
        case Trouble::CutMidAnswer:
            link->client->write(bytes.left(m_protocol == Protocol::Imap ? bytes.size() / 2 : 2));
            link->client->waitForBytesWritten(1000);
            close(link);
            break;
        case Trouble::HalfAnswer:
            link->client->write(bytes.left(bytes.size() / 2));
            link->silent = true;
            break;
        case Trouble::SlowDrip:
            link->drip += bytes;
            link->timer->start(kDripInterval);
            break;
        default:
            link->client->write(bytes);
        }
    }

    Protocol m_protocol;
    quint16 m_target;
    QHash<QTcpSocket *, Shared> m_links;
};

BadDayProxy::BadDayProxy(Protocol protocol, quint16 target)
    : m_hub(new Hub(protocol, target))
{
    m_hub->moveToThread(&m_thread);
    m_thread.start();
    inThread([this] {
        m_hub->listen(QHostAddress::LocalHost, 0);
        m_port = m_hub->serverPort();
    });
}

BadDayProxy::~BadDayProxy()
{
    inThread([this] { delete m_hub; });
    m_thread.quit();
    m_thread.wait();
}

template <typename Work>
void BadDayProxy::inThread(Work work)
{
    QObject guard; // deleted in this thread, after the work is done
    guard.moveToThread(&m_thread);
    QMetaObject::invokeMethod(&guard, work, Qt::BlockingQueuedConnection);
}

void BadDayProxy::strike(Trouble trouble, int times)
{
    inThread([this, trouble, times] {
        m_hub->m_trouble = trouble;
        m_hub->m_left = times;
    });
}

void BadDayProxy::behave()
{
    inThread([this] { m_hub->m_left = 0; });
}

void BadDayProxy::cutAll()
{
    inThread([this] { m_hub->cutAll(); });
}

} // namespace parley::tests
