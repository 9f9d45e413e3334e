// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/account_sync.h"

#include "sync/log.h"
#include "sync/state_words.h"

#include <QMetaObject>

#include <utility>

namespace parley::sync {

AccountSync::AccountSync(Surroundings &around, const Account &account, const AccountStatus &last,
    const QString &platformName, std::unique_ptr<platforms::Platform> platform)
    : m_around(around)
    , m_platform(std::move(platform))
    , m_board(around, account.id, last)
    , m_outage(around, account.id)
    , m_link{around, account.id, account.name, platformName, *m_platform, m_board, m_outage}
    , m_puller(m_link)
    , m_pusher(m_link)
    , m_fetcher(m_link)
    , m_typing(m_link)
{
    m_link.onReached = [this] {
        m_pusher.tryAgainNow();
        m_fetcher.wakeUp();
    };
    m_outage.onOver = [this] {
        m_pusher.tryAgainNow();
        m_puller.probe();
    };
    m_link.onProbe = [this] { m_puller.probe(); };
    m_link.onSecretExchanged = [this](const QByteArray &secret) { m_around.host.secretExchanged(m_link.id, secret); };
    m_link.onUnreachable = [this] { m_puller.stateChanged(); };
    m_link.onRefused = [this](const Error &error) { refused(error); };
    m_link.onFetched = [this] { m_fetcher.fetchSoon(); };
}

AccountSync::~AccountSync()
{
    Q_ASSERT(m_link.running == 0);
}

void AccountSync::start(bool online)
{
    m_link.online = online;
    if (online)
        m_board.show(AccountState::Connecting, words::connecting());
    else
        m_board.show(AccountState::Offline, words::offlineByChoice(m_link.now(), m_link.now()));
    m_puller.run();
    m_pusher.run();
    m_fetcher.run();
}

void AccountSync::stop(std::function<void()> ended)
{
    m_link.stopping = true;
    const auto endedSoon = [this, ended = std::move(ended)] {
        // The last coroutine is still in its closing brace: let it finish.
        QMetaObject::invokeMethod(m_around.context, ended, Qt::QueuedConnection);
    };
    m_typing.stop();
    m_outage.stop();
    if (m_link.running == 0) {
        endedSoon();
        return;
    }
    m_link.onEnded = endedSoon;
    m_platform->stop();
    stateChanged();
}

void AccountSync::outboxChanged()
{
    m_pusher.pushSoon();
    m_puller.outboxChanged();
}

void AccountSync::stateChanged()
{
    m_puller.stateChanged();
    m_pusher.stateChanged();
    m_fetcher.wakeUp();
}

void AccountSync::setOnline(bool online)
{
    if (m_link.online == online)
        return;
    m_link.online = online;
    if (!online) {
        m_link.caughtUp = false;
        m_typing.stop();
        if (!m_link.refused)
            m_board.show(AccountState::Offline, words::offlineByChoice(m_link.now(), m_link.now()));
        stateChanged();
        return;
    }
    if (!m_link.refused)
        m_board.show(AccountState::Connecting, words::connecting());
    wake();
}

void AccountSync::wake()
{
    m_puller.pullSoon();
    m_pusher.tryAgainNow();
    m_fetcher.wakeUp();
}

void AccountSync::syncNow()
{
    m_board.pageOpened();
    if (std::exchange(m_link.refused, false) && m_link.online)
        m_board.show(AccountState::Connecting, words::connecting());
    wake();
}

void AccountSync::refused(const Error &error)
{
    if (std::exchange(m_link.refused, true))
        return;
    qCWarning(lcSync) << m_link.name << "is refused:" << error.detail;
    m_link.signedIn = false; // whoever lets us in again is asked who we are
    m_board.show(AccountState::Refused, words::refused(error), std::nullopt, error.page);
    stateChanged();
}

void AccountSync::setSecretNote(const QString &words)
{
    if (std::exchange(m_link.secretNote, words) != words)
        m_puller.pullSoon(); // which then says so
}

bool AccountSync::isBusy(bool withAttachments) const
{
    return m_puller.isBusy() || m_pusher.isBusy() || (withAttachments && m_fetcher.isBusy());
}

} // namespace parley::sync
