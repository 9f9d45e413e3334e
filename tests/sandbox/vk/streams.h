// SPDX-License-Identifier: GPL-3.0-or-later
// What both long polls deliver: two queues that are kept by the server and read by as many clients as like. Pure; the
// waiting is done in long_poll.h.
#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QList>
#include <QString>

#include <optional>

namespace parley::sandbox::vk {

/// How long the Bots Long Poll keeps events. The real figure is not documented.
inline constexpr qint64 kEventLifeMs = 24 * 3'600'000LL;
/// So far may a ts of the classic Long Poll lie behind or ahead.
inline constexpr qint64 kClassicReach = 256;
/// Keys of both long polls live so long.
inline constexpr qint64 kKeyLifeMs = 3'600'000;
inline constexpr qint64 kOldestPlayedVersion = 3;

/// Events that came after a ts; nothing: they are not there any more.
template <typename Event>
using After = std::optional<QList<Event>>;

struct BotsEvent {
    qint64 number = 0;
    QJsonObject json; ///< the envelope
    qint64 bornMs = 0;
    bool injected = false; ///< may look like anything
};

/// The queue of the Bots Long Poll. Its ts is the number of the last event.
class BotsQueue
{
public:
    void add(const QJsonObject &envelope, qint64 nowMs, bool injected);
    [[nodiscard]] qint64 ts() const { return m_last; }
    [[nodiscard]] After<BotsEvent> after(qint64 ts, qint64 nowMs);
    [[nodiscard]] const BotsEvent *find(qint64 number) const;
    /// What came up to now cannot be had any more, by no ts.
    void forget();

private:
    QList<BotsEvent> m_events;
    qint64 m_last = 12;
    qint64 m_forgotten = 0; ///< events up to this number are gone
};

struct ClassicEvent {
    qint64 number = 0;
    qint64 pts = 0; ///< 0: it is not kept in the history
    QJsonArray tuple; ///< in version 3, with everything that any mode may ask for
    qint64 message = 0; ///< the message it is about, by its inner id; 0: none
    bool injected = false;
};

/// The queue of the classic Long Poll, its ts being the number of the last event, and the history behind it by pts.
class ClassicQueue
{
public:
    void add(const QJsonArray &tuple, qint64 message = 0, bool injected = false);
    [[nodiscard]] qint64 ts() const { return m_ts; }
    [[nodiscard]] qint64 pts() const { return m_pts; }
    [[nodiscard]] After<ClassicEvent> after(qint64 ts) const;
    enum class Fit { TooOld, Fits, TooNew };
    [[nodiscard]] Fit fits(qint64 pts) const;
    /// Persistent events after \a pts; \a limit at most.
    [[nodiscard]] QList<ClassicEvent> history(qint64 pts, qsizetype limit) const;
    void forget();

private:
    QList<ClassicEvent> m_events;
    qint64 m_ts = 1'820'350'874;
    qint64 m_pts = 10'000'123;
    qint64 m_forgottenTs = 0;
    qint64 m_oldestPts = 10'000'123;
};

/// The tuple as the mode wants it; empty: this mode has no such event.
[[nodiscard]] QJsonArray asMode(const QJsonArray &tuple, qint64 mode);
/// The tuple as the history has it: [code, id, flags, peer].
[[nodiscard]] QJsonArray cutDown(const QJsonArray &tuple);
/// Text as the classic Long Poll writes it: HTML-escaped, <br> for a new line.
[[nodiscard]] QString asClassicText(const QString &text);

} // namespace parley::sandbox::vk
