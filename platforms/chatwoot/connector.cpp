// SPDX-License-Identifier: GPL-3.0-or-later
#include "platforms/chatwoot/connector.h"

#include "platforms/chatwoot/words.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace parley::platforms::chatwoot {

Connector::Connector(Setup setup, Timing timing)
    : m_clock(*setup.clock)
    , m_account(setup.account)
    , m_secret(setup.secret.trimmed())
    , m_timing(timing)
    , m_api(setup, timing)
    , m_cable(timing)
{
    m_cable.onNews = [this] { wakeListener(); };
}

Connector::~Connector()
{
    stop();
}

Capabilities Connector::capabilities() const
{
    Capabilities can;
    can.textLimit = kTextLimit;
    can.textUnit = Capabilities::TextUnit::CodePoints;
    can.attachmentLimit = kFileLimit;
    can.attachmentsPerMessage = kFilesLimit;
    can.idempotency = Capabilities::Idempotency::ByReadingBack;
    can.typingRenewal = 20s; // receivers put the lamp out after 30 s
    can.canQuote = true;
    can.canDelete = true;
    can.canMarkRead = true;
    can.sharesUnread = true;
    can.hasTeams = true;
    can.canMute = true;
    can.ownsTickets = true;
    can.ownsNotes = true;
    return can;
}

QString Connector::accountPath() const
{
    return u"/api/v1/accounts/%1"_s.arg(m_session.scope.account);
}

QString Connector::pathOf(const QString &conversation, const QString &rest) const
{
    return accountPath() + u"/conversations/"_s + conversation + rest;
}

QCoro::Task<Result<QByteArray>> Connector::download(QString remoteRef, qint64 limit)
{
    const QUrl url(remoteRef);
    if (!url.isValid() || url.host().isEmpty())
        co_return Error{ErrorKind::NotFound, u"no address of a file"_s, {}, {}, false};
    co_return co_await m_api.file(url, limit);
}

void Connector::interrupt()
{
    m_interrupted = true;
    m_cable.hurry();
    wakeListener();
}

void Connector::wakeListener()
{
    m_receivingPauses.cancel();
}

void Connector::stop()
{
    m_stopped = true;
    m_cable.close();
    m_receivingPauses.stop();
    m_sendingPauses.stop();
    m_api.stop();
}

} // namespace parley::platforms::chatwoot
