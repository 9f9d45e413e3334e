// SPDX-License-Identifier: GPL-3.0-or-later
#include "platforms/telegram/chat_queue.h"

namespace parley::platforms::telegram {

QCoro::Task<bool> ChatQueue::enter(QString chat)
{
    if (m_stopped)
        co_return false;
    if (!m_waiting.contains(chat)) {
        m_waiting.insert(chat, {});
        co_return true;
    }
    const auto turn = std::make_shared<http::Baton>();
    m_waiting[chat] << turn;
    co_await turn->raised();
    co_return !m_stopped;
}

void ChatQueue::leave(const QString &chat)
{
    const auto line = m_waiting.find(chat);
    if (line == m_waiting.end())
        return;
    if (line->isEmpty()) {
        m_waiting.erase(line);
        return;
    }
    const auto next = line->takeFirst();
    next->raise();
}

void ChatQueue::stop()
{
    m_stopped = true;
    const auto lines = std::exchange(m_waiting, {});
    for (const auto &line : lines) {
        for (const auto &turn : line)
            turn->raise();
    }
}

} // namespace parley::platforms::telegram
