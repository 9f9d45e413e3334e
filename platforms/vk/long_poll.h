// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platforms/vk/api.h"

#include <QJsonArray>

#include <optional>

namespace parley::platforms::vk {

/// What one a_check brought.
struct Heard {
    QJsonArray updates;
    QString ts; ///< to go on from
    bool lost = false; ///< something before this is gone from the queue: it must be looked for elsewhere
};

/// One of VK's two long polls: its key, its server, and what its refusals ask for. Platform sheet, section 2.
///
/// The Bots Long Poll keeps events until they are fetched by their ts, which the caller keeps. The classic one's ts
/// lives here: what it missed is asked for by pts.
class LongPoll
{
public:
    enum class Kind { Bots, Classic };

    LongPoll(Api &api, const Timing &timing, Kind kind, qint64 group);

    /// One a_check. \param ts  empty: from now on (classic: from where we were)
    /// \param wait  as a long poll, which interrupt() ends; else for what is there already
    QCoro::Task<Result<Heard>> ask(QString ts, bool wait);
    /// Gets a server and a key. \return its answer, with the ts (and pts) from which on it tells
    QCoro::Task<Outcome> open();
    /// A server and a key that came with another answer.
    void take(const QJsonObject &credentials);
    [[nodiscard]] bool isOpen() const { return !m_key.isEmpty(); }

    void interrupt();

private:
    /// What became of a refused a_check: try again, or tell the caller.
    enum class Turn { Again, Tell };
    [[nodiscard]] Turn refused(const QJsonObject &answer, Heard &heard);
    [[nodiscard]] QUrl address(const QString &ts, bool wait) const;
    [[nodiscard]] bool isStale() const;

    Api &m_api;
    const Timing m_timing;
    const Kind m_kind;
    const qint64 m_group;
    QString m_server;
    QString m_key;
    QString m_ts;
    int m_version = 3;
    std::optional<Error> m_refusal;
    std::chrono::steady_clock::time_point m_opened{};
};

/// The events that decode_events.cpp reads. What a community has switched on beside them stays as it is.
[[nodiscard]] const QStringList &eventsRead();
/// Parameters of groups.setLongPollSettings that switch the Bots Long Poll on, with all of them.
[[nodiscard]] QJsonObject allEventsOn(qint64 group);

} // namespace parley::platforms::vk
