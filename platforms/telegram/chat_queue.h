// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platforms/http/baton.h"

#include <QCoroTask>
#include <QHash>
#include <QList>
#include <QString>

#include <memory>

namespace parley::platforms::telegram {

/// One send at a time in a chat: two at once may arrive in either order.
class ChatQueue
{
public:
    /// Waits for the turn; each one who entered must leave. \return false: stopped, and nothing to leave
    QCoro::Task<bool> enter(QString chat);
    void leave(const QString &chat);
    void stop();

private:
    QHash<QString, QList<std::shared_ptr<http::Baton>>> m_waiting; ///< a chat stands here while somebody is in
    bool m_stopped = false;
};

} // namespace parley::platforms::telegram
