// SPDX-License-Identifier: GPL-3.0-or-later
// What listen() does: both long polls at once. Whichever answers first ends it; the other goes on waiting for the next
// call.
#include "platforms/vk/connector.h"

#include "platforms/vk/words.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace parley::platforms::vk {

namespace {

// A long poll that ends sooner with nothing was no long poll.
constexpr auto kQuick = 200ms;

Error cancelled()
{
    return {ErrorKind::Cancelled, u"stopped"_s, {}, {}, false};
}

} // namespace

QCoro::Task<Result<Live>> Connector::listen(QByteArray cursor)
{
    if (m_stopped)
        co_return cancelled();
    const auto began = std::chrono::steady_clock::now();
    Live live;
    // Mentions have no event, and a stream that fell silent says nothing of it: look by ourselves now and then.
    const bool isTimeToLook =
        m_looked != std::chrono::steady_clock::time_point{} && began - m_looked >= m_timing.betweenLooks;
    if (isTimeToLook || !m_closed.isEmpty()) {
        live.pullNow = true;
        co_return live;
    }
    m_interrupted = false;
    const QString ts = Cursor::from(cursor).ts;
    if (m_botsLine.answer && m_botsLine.asked != ts)
        m_botsLine.answer.reset(); // an answer to an older question
    askClassic();
    askBots(ts);
    if (!m_classicLine.answer && !m_botsLine.answer && !m_interrupted) {
        const auto bell = std::make_shared<http::Baton>();
        m_bell = bell;
        co_await bell->raised();
        m_bell.reset();
    }
    if (m_stopped)
        co_return cancelled();
    if (m_interrupted && !m_classicLine.answer && !m_botsLine.answer)
        co_return live;
    auto heard = co_await heardFrom(cursor);
    const bool nothing = heard && heard->batch.isEmpty() && heard->events.isEmpty() && !heard->pullNow;
    // A server without long polls would have us ask a thousand times a second.
    if (nothing && std::chrono::steady_clock::now() - began < kQuick)
        co_await m_receivingPauses.pause(m_timing.emptyPoll);
    if (m_stopped)
        co_return cancelled();
    co_return heard;
}

/// Turns the answers that are here into a batch.
QCoro::Task<Result<Live>> Connector::heardFrom(QByteArray cursor)
{
    const Making page = beginPage(cursor);
    Live live;
    const auto classic = std::exchange(m_classicLine.answer, {});
    const auto bots = std::exchange(m_botsLine.answer, {});
    std::optional<Error> error;
    if (classic && !classic->ok() && classic->error().kind != ErrorKind::Cancelled)
        error = classic->error();
    if (bots && !bots->ok() && bots->error().kind != ErrorKind::Cancelled && !mayBeSkipped(bots->error()))
        error = bots->error();
    if (classic && classic->ok()) {
        const Heard &heard = **classic;
        co_await learn(heard.updates);
        const bool lasting = decodeClassic(heard.updates, deskFor(page), page->decoded);
        live.pullNow = lasting || heard.lost;
    }
    if (bots && bots->ok()) {
        const Heard &heard = **bots;
        co_await learn(heard.updates);
        decodeEvents(heard.updates, deskFor(page), page->decoded);
        if (heard.lost) {
            eventsLost(page);
            live.pullNow = true;
        }
        page->cursor.ts = heard.ts;
        const Result<void> done = co_await complete(page);
        if (!done)
            co_return done.error(); // the events come again: their ts was not moved
    }
    const bool nothing = page->decoded.batch.isEmpty() && page->decoded.live.isEmpty() && !live.pullNow;
    if (error && nothing)
        co_return *error;
    // What came is kept; the next call meets the error again.
    live.events = page->decoded.live;
    live.batch = finished(page);
    live.pullNow = live.pullNow || live.batch.more || error.has_value();
    live.batch.more = false;
    live.batch.fillDone = 0;
    live.batch.fillTotal = 0;
    co_return live;
}

void Connector::askClassic()
{
    if (m_classicLine.isAsking || m_classicLine.answer)
        return;
    m_classicLine.isAsking = true;
    classicPoll();
}

void Connector::askBots(const QString &ts)
{
    const bool isLeftAlone = m_botsAgain && std::chrono::steady_clock::now() < *m_botsAgain;
    if (m_botsLine.isAsking || m_botsLine.answer || isLeftAlone)
        return;
    m_botsAgain.reset();
    m_botsLine.isAsking = true;
    m_botsLine.asked = ts;
    botsPoll(ts);
}

QCoro::Task<> Connector::classicPoll()
{
    auto answer = co_await m_classic.ask({}, true);
    m_classicLine.isAsking = false;
    m_classicLine.answer = std::move(answer);
    ring();
}

QCoro::Task<> Connector::botsPoll(QString ts)
{
    auto answer = co_await m_bots.ask(ts, true);
    m_botsLine.isAsking = false;
    m_botsLine.answer = std::move(answer);
    ring();
}

void Connector::ring()
{
    // Kept here: the one who waits lets go of it.
    if (const auto bell = m_bell)
        bell->raise();
}

void Connector::interrupt()
{
    m_interrupted = true;
    m_receivingPauses.cancel();
    // The connections may be dead (the machine slept, the network changed), so both polls begin anew.
    m_classic.interrupt();
    m_bots.interrupt();
    ring();
}

} // namespace parley::platforms::vk
