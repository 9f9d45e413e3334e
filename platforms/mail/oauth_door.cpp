// SPDX-License-Identifier: GPL-3.0-or-later
#include "platforms/mail/oauth_door.h"

#include "platforms/mail/mail_words.h"

#include <QHostAddress>
#include <QRegularExpression>
#include <QTcpSocket>
#include <QTimer>
#include <QUrl>
#include <QUrlQuery>

#include <utility>

using namespace Qt::StringLiterals;

namespace parley::platforms::mail {

namespace {

constexpr qint64 kLongestRequest = 32 << 10; // bytes of its head; codes have some thousands at most
constexpr int kMostGuests = 16;
constexpr int kGuestTime = 20'000; // ms

QByteArray answerWith(int status, const QByteArray &phrase, const QByteArray &page)
{
    return "HTTP/1.1 " + QByteArray::number(status) + ' ' + phrase
        + "\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: " + QByteArray::number(page.size())
        + "\r\nCache-Control: no-store\r\nReferrer-Policy: no-referrer\r\nContent-Security-Policy: default-src 'none'"
          "\r\nX-Content-Type-Options: nosniff\r\nConnection: close\r\n\r\n"
        + page;
}

QByteArray pageSaying(const QString &words)
{
    const QString page = u"<!doctype html><meta charset=\"utf-8\"><title>Parley</title><p>%1</p>\n"_s;
    return page.arg(words.toHtmlEscaped()).toUtf8();
}

} // namespace

OAuthDoor::OAuthDoor(QByteArray state, std::function<void(Return)> came)
    : m_state(std::move(state))
    , m_came(std::move(came))
{
    connect(&m_server, &QTcpServer::newConnection, this, &OAuthDoor::accept);
}

bool OAuthDoor::open()
{
    return m_server.listen(QHostAddress(QHostAddress::LocalHost), 0);
}

void OAuthDoor::accept()
{
    while (QTcpSocket *socket = m_server.nextPendingConnection()) {
        const auto guests = m_server.findChildren<QTcpSocket *>(QString(), Qt::FindDirectChildrenOnly);
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        if (guests.size() > kMostGuests) {
            socket->abort();
            continue;
        }
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
        QTimer::singleShot(kGuestTime, socket, [socket] { socket->abort(); });
        read(socket);
    }
}

void OAuthDoor::read(QTcpSocket *socket)
{
    const QByteArray head = socket->peek(kLongestRequest);
    const bool whole = head.contains("\r\n\r\n");
    if (!whole && head.size() < kLongestRequest)
        return;
    disconnect(socket, &QTcpSocket::readyRead, this, nullptr);
    const QList<QByteArray> words = head.left(head.indexOf("\r\n")).split(' ');
    const bool isGet = whole && words.size() == 3 && words[0] == "GET" && words[2].startsWith("HTTP/1.");
    const QByteArray page = isGet ? pageFor(words[1]) : QByteArray();
    socket->readAll();
    socket->write(page.isEmpty() ? answerWith(404, "Not Found", pageSaying(u"Parley"_s)) : answerWith(200, "OK", page));
    socket->flush();
    socket->disconnectFromHost();
}

QByteArray OAuthDoor::pageFor(const QByteArray &target)
{
    const QByteArray address = "http://127.0.0.1" + target;
    const QUrl url = QUrl::fromEncoded(address, QUrl::StrictMode);
    if (!m_came || !target.startsWith('/') || !url.isValid() || url.path() != "/"_L1)
        return {};
    const QUrlQuery query(url);
    const auto value = [&query](const QString &key) { return query.queryItemValue(key, QUrl::FullyDecoded); };
    if (value(u"state"_s).toUtf8() != m_state)
        return {};
    static const QRegularExpression shape(u"^[a-z_]{3,40}$"_s);
    Return back{value(u"code"_s).toUtf8(), value(u"error"_s)};
    if (back.code.isEmpty() && back.error.isEmpty())
        return {};
    if (!back.error.isEmpty() && !shape.match(back.error).hasMatch())
        back.error = u"error"_s;
    m_server.close();
    const bool signedIn = back.error.isEmpty();
    // Later: whoever is told may let go of this door, in the middle of its own work.
    const auto tell = [came = std::exchange(m_came, nullptr), back] { came(back); };
    QMetaObject::invokeMethod(this, tell, Qt::QueuedConnection);
    return pageSaying(signedIn ? MailWords::tr("You are signed in. Close this page and go back to Parley.")
                               : MailWords::tr("You were not signed in. Close this page and go back to Parley."));
}

} // namespace parley::platforms::mail
