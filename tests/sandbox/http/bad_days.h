// SPDX-License-Identifier: GPL-3.0-or-later
// What every platform of the sandbox records of its calls, and how it misbehaves on demand. README.md has the table.
#pragma once

#include "sandbox/http/web_server.h"

#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace parley::sandbox {

/// One request that reached the server whole.
struct Call {
    QString method;
    QJsonObject parameters; ///< as they came; files by name only
    QStringList files;
    int status = 0; ///< of the answer; 0: cut, none was sent
    bool processed = false; ///< it had its effect
    qint64 atMs = 0; ///< UTC, the sandbox's clock
};

/// A bad day: what happens to the next calls of a method.
struct BadDay {
    enum class Kind {
        Latency, ///< wait \c ms, then go on as usual; may be combined with another
        TooManyRequests, ///< the platform's own "slow down", with \c seconds where it names a time; nothing done
        ServerError, ///< \c status with an HTML page; nothing done
        ServerErrorAfter, ///< the same, but the work was done
        Refuse, ///< the API's error: \c status or \c code with \c description; nothing done
        CutWhileReading, ///< the connection ends when the head was read; nothing done
        CutBefore, ///< the connection ends without an answer; nothing done
        CutAfter, ///< the connection ends without an answer, but the work was done
        CutMidAnswer, ///< the work was done, half of the answer arrives
        HalfJson, ///< the work was done, the answer is whole HTTP around half a JSON
        HugeAnswer, ///< the work was done, the answer is padded to \c bytes
        SlowDrip, ///< the work was done, the answer comes \c bytes by \c bytes every \c ms
        Silence, ///< nothing done and no answer until the client gives up
        SilenceAfter, ///< the work was done and no answer comes
        Duplicate, ///< polls only: each update twice, and the last confirmed ones again
        OutOfOrder, ///< polls only: newest first
    };
    Kind kind = Kind::ServerError;
    QString method{}; ///< as in Call; several with commas, "messages.*" for all that begin so; empty: every one
    int times = 1; ///< calls it is good for; -1: until endBadDays()
    int ms = 0;
    int seconds = 0;
    int status = 502;
    QString description{};
    qint64 bytes = 1; ///< HugeAnswer: 0 or 1 means 50 MB
    int code = 0; ///< Refuse, on platforms whose errors have numbers of their own
    QJsonObject more{}; ///< Refuse: further fields of the error
};

/// The bad days that are under way, first come first served.
class BadDays
{
public:
    void add(const BadDay &day) { m_days.append(day); }
    void clear() { m_days.clear(); }

    /// Uses up one call of \a method. Latency, CutWhileReading and the two of delivery are asked for apart.
    [[nodiscard]] std::optional<BadDay> take(const QString &method);
    [[nodiscard]] int takeLatency(const QString &method);
    [[nodiscard]] bool takeOne(BadDay::Kind kind, const QString &method);

private:
    template <typename Wanted>
    std::optional<BadDay> takeFirst(const QString &method, Wanted wanted);

    QList<BadDay> m_days;
};

/// A front server's error page.
[[nodiscard]] WebAnswer htmlError(int status);

/// Sends \a answer, or what \a day makes of it. \return the status that went out; 0: none did
int deliver(WebExchange *exchange, WebAnswer answer, const std::optional<BadDay> &day);

} // namespace parley::sandbox
