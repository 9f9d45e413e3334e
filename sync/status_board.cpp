// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/status_board.h"

#include "storage/store.h"
#include "sync/state_words.h"

#include <utility>

namespace parley::sync {

namespace {
constexpr std::chrono::milliseconds kProgressEvery{1'000};
}

StatusBoard::StatusBoard(Surroundings &around, AccountId account, AccountStatus last)
    : m_around(around)
    , m_account(account)
    , m_now(std::move(last))
    , m_later(around.scheduler, around.context)
{
}

void StatusBoard::show(AccountState state, const QString &detail, std::optional<Timestamp> nextTry, const QString &page)
{
    m_now.state = state;
    m_now.detail = detail;
    m_now.nextTry = nextTry;
    m_now.page = page.isEmpty() ? m_demandedPage : page;
    settle();
}

void StatusBoard::demandPage(const QString &detail, const QString &page)
{
    m_demand = detail;
    m_demandedPage = page;
    show(AccountState::Degraded, detail, std::nullopt, page);
}

bool StatusBoard::pageOpened()
{
    if (m_demandedPage.isEmpty())
        return false;
    m_demand.clear();
    m_demandedPage.clear();
    m_now.page.clear();
    settle();
    return true;
}

void StatusBoard::online(Timestamp completeTo, const QString &note, const OlderProgress &older)
{
    const bool demands = !m_demandedPage.isEmpty();
    m_now.state = demands ? AccountState::Degraded : AccountState::Online;
    m_now.completeTo = completeTo;
    QStringList notes;
    if (older.total > 0)
        notes << words::older(older.done, older.total);
    if (!note.isEmpty())
        notes << note;
    m_now.detail =
        demands ? m_demand : words::complete(completeTo, notes.join(QStringLiteral(". ")), m_around.clock.now());
    m_now.page = m_demandedPage;
    m_now.nextTry.reset();
    m_now.fillDone = older.done;
    m_now.fillTotal = older.total;
    settle();
}

void StatusBoard::filling(int done, int total, bool conversations)
{
    m_now.state = AccountState::Connecting;
    m_now.detail = words::filling(done, total, conversations);
    m_now.page = m_demandedPage;
    m_now.nextTry.reset();
    m_now.fillDone = done;
    m_now.fillTotal = total;
    settle();
}

void StatusBoard::flush()
{
    if (m_later.isSet())
        write();
}

void StatusBoard::settle()
{
    const bool progressOnly = m_written && m_written->state == m_now.state && m_written->nextTry == m_now.nextTry
        && (m_now.state == AccountState::Online || m_now.fillTotal > 0);
    if (m_written == m_now)
        return;
    const auto sinceLast = m_around.clock.now() - m_lastWrite;
    if (!progressOnly || sinceLast >= kProgressEvery || sinceLast.count() < 0)
        write();
    else if (!m_later.isSet())
        m_later.set(kProgressEvery - sinceLast, [this] { write(); });
}

void StatusBoard::write()
{
    m_later.cancel();
    m_written = m_now;
    m_lastWrite = m_around.clock.now();
    // A status that cannot be written is still true: the window hears of it, the cache at the next change.
    if (const auto changes = m_around.store.setAccountStatus(m_account, m_now))
        m_around.host.committed(*changes);
    m_around.host.statusChanged(m_account, m_now);
}

} // namespace parley::sync
