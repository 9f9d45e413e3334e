// SPDX-License-Identifier: GPL-3.0-or-later
// The conversation that the agent has open is read before all others. Only its messages are asked for: that assigns
// nobody and marks nothing.
#include "platforms/chatwoot/connector.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace parley::platforms::chatwoot {

namespace {

constexpr qsizetype kRemembered = 1000; ///< conversations whose last look is remembered

} // namespace

void Connector::setOpen(QString conversationRemoteId)
{
    m_open = conversationRemoteId.toLongLong();
    m_openJob.reset();
    if (m_open <= 0)
        return;
    const auto now = std::chrono::steady_clock::now();
    const auto read = m_windowRead.constFind(m_open);
    const bool isFresh = read != m_windowRead.cend() && now - *read < m_timing.openAgain;
    if (isFresh && m_memory.known.contains(m_open))
        return;
    if (m_windowRead.size() > kRemembered)
        m_windowRead.clear();
    Job job;
    job.conversation = m_open;
    m_openJob = job;
    wakeListener();
}

/// Before the first page of a first fill nothing is there that could be open, and nobody knows what is news.
bool Connector::openIsDue() const
{
    const bool begins = !m_memory.synced && (!m_memory.walk || m_memory.walk->page == 1);
    return m_openJob && !begins;
}

QCoro::Task<Result<Batch>> Connector::openPage()
{
    m_page = {};
    const auto done = co_await readOpen();
    if (m_stopped)
        co_return Error{ErrorKind::Cancelled, u"stopped"_s, {}, {}, false};
    if (!done)
        co_return done.error();
    m_page.nextCursor = keep();
    co_return std::exchange(m_page, {});
}

/// One step: the latest messages first, then what is not here of the rest.
QCoro::Task<Connector::Done> Connector::readOpen()
{
    Job job = *m_openJob;
    if (job.window && m_memory.known.contains(job.conversation))
        job.after = m_memory.readUpTo();
    const auto rest = co_await advance(job);
    const bool isSame = m_openJob && m_openJob->conversation == job.conversation; // the agent may have gone on
    if (!rest) {
        if (isSame)
            m_openJob.reset();
        if (rest.error().kind == ErrorKind::BadReply)
            co_return Done{}; // this thread's trouble alone; each look tries again
        co_return rest.error();
    }
    if (isSame)
        m_openJob = *rest;
    co_return Done{};
}

/// To each look belongs a look at what is open, whether it changed or not: deletions and marks move nothing.
void Connector::addOpen()
{
    if (m_open <= 0)
        return;
    const auto isOpen = [this](const Job &job) { return job.conversation == m_open; };
    const auto found = std::ranges::find_if(m_jobs, isOpen);
    if (found != m_jobs.end()) {
        std::rotate(m_jobs.begin(), found, found + 1);
        return;
    }
    const bool known = m_memory.known.contains(m_open);
    if (!known && !m_memory.listed.contains(m_open))
        return;
    m_jobs.prepend(Job{{}, m_open, known ? m_memory.readUpTo() : 0, true, 0});
}

} // namespace parley::platforms::chatwoot
