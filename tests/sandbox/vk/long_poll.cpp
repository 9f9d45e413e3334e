// SPDX-License-Identifier: GPL-3.0-or-later
// The part of the server that waits: a_check of both long polls.
#include "sandbox/vk/server.h"

#include <QJsonDocument>
#include <QTimer>

using namespace Qt::Literals::StringLiterals;

namespace parley::sandbox::vk {

namespace {

constexpr qint64 kUsualWait = 25;
constexpr qint64 kLongestWait = 90;
constexpr qint64 kModePts = 32;
/// The Bots Long Poll looks at nothing but the range; of the classic one, only version 3 is played here.
constexpr qint64 kNewestBotsVersion = 19;
constexpr qint64 kClassicVersion = 3;

QString nameOf(Stream stream)
{
    return stream == Stream::Bots ? u"bots_poll"_s : u"classic_poll"_s;
}

} // namespace

void Server::beginPoll(const Work &work, Stream stream)
{
    if (work.params.text(u"act"_s) != "a_check"_L1)
        return deliver(work, htmlError(400));
    Poll poll{m_nextPoll++, work, stream, numberOf(work.params, u"ts"_s), numberOf(work.params, u"mode"_s)};
    if (const auto failure = failureOf(poll, true))
        return answerPoll(poll, *failure);
    if (const auto news = newsFor(poll, false))
        return answerPoll(poll, *news);
    const qint64 wait = qBound(qint64{0}, numberOf(work.params, u"wait"_s, kUsualWait), kLongestWait);
    m_polls.append(poll);
    QTimer::singleShot(int(wait * 1000), this, [this, id = poll.id] { endPoll(id); });
}

/// What keeps the poll from its news. \param fresh  it has just come: failures on demand are for it too
std::optional<QJsonObject> Server::failureOf(const Poll &poll, bool fresh)
{
    const QString key = poll.work.params.text(u"key"_s);
    const auto &keys = poll.stream == Stream::Bots ? world.botsKeys : world.classicKeys;
    QList<int> &wanted = m_failures[int(poll.stream)];
    const qint64 ts = poll.stream == Stream::Bots ? world.bots.ts() : world.classic.ts();
    int failed = wanted.isEmpty() ? 0 : wanted.takeFirst();
    if (failed == 0 && world.deleted)
        failed = 3;
    const bool keyIsGood = keys.contains(key) && world.nowMs() - keys.value(key) < kKeyLifeMs;
    // A key that runs out under a poll that waits is only found out by the next one.
    if (failed == 0 && (fresh ? !keyIsGood : !keys.contains(key)))
        failed = 2;
    const bool bots = poll.stream == Stream::Bots;
    const qint64 version = numberOf(poll.work.params, u"version"_s);
    const qint64 oldest = bots ? 0 : kClassicVersion;
    const qint64 newest = bots ? kNewestBotsVersion : kClassicVersion;
    if (failed == 0 && (version < oldest || version > newest))
        failed = 4;
    if (failed == 0)
        return std::nullopt;
    QJsonObject body{{u"failed"_s, failed}};
    if (failed == 1)
        body.insert(u"ts"_s, ts);
    if (failed == 4) {
        body.insert(u"min_version"_s, oldest);
        body.insert(u"max_version"_s, newest);
    }
    return body;
}

std::optional<QJsonObject> Server::newsFor(const Poll &poll, bool evenNothing)
{
    QJsonArray updates;
    bool known = true;
    bool any = false;
    if (poll.stream == Stream::Bots) {
        const auto events = world.bots.after(poll.ts, world.nowMs());
        known = events.has_value();
        for (const BotsEvent &event : events.value_or(QList<BotsEvent>())) {
            updates.append(event.json);
            any = true;
            if (!event.injected)
                checkEvent(event.json);
        }
    } else {
        const auto events = world.classic.after(poll.ts);
        known = events.has_value();
        for (const ClassicEvent &event : events.value_or(QList<ClassicEvent>())) {
            const int code = event.tuple.first().toInt();
            const Message *message = code == 4 || code == 5 ? world.message(event.message) : nullptr;
            const bool gone = message && message->deletedForAll;
            const QJsonArray tuple = gone ? world.messageTuple(code, *message) : asMode(event.tuple, poll.mode);
            if (!tuple.isEmpty())
                updates.append(tuple);
            any = true;
        }
    }
    const qint64 ts = poll.stream == Stream::Bots ? world.bots.ts() : world.classic.ts();
    if (!known) {
        // The ts comes as a number or as a text, as it likes.
        m_failedAsText = !m_failedAsText;
        return QJsonObject{
            {u"failed"_s, 1}, {u"ts"_s, m_failedAsText ? QJsonValue(ts) : QJsonValue(QString::number(ts))}};
    }
    if (!any && !evenNothing)
        return std::nullopt;
    QJsonObject body{{u"updates"_s, played(nameOf(poll.stream), updates)}};
    body.insert(u"ts"_s, poll.stream == Stream::Bots ? QJsonValue(QString::number(ts)) : QJsonValue(ts));
    if (poll.stream == Stream::Classic && (poll.mode & kModePts) != 0)
        body.insert(u"pts"_s, world.classic.pts());
    return body;
}

/// The bad days of delivery: everything twice, or the newest first.
QJsonArray Server::played(const QString &method, const QJsonArray &events)
{
    if (events.isEmpty())
        return events;
    const bool twice = badDays.takeOne(BadDay::Kind::Duplicate, method);
    const bool reversed = badDays.takeOne(BadDay::Kind::OutOfOrder, method);
    QJsonArray result = twice ? m_lastDelivered.value(method) : QJsonArray();
    m_lastDelivered.insert(method, events);
    for (const QJsonValue &event : events) {
        result.append(event);
        if (twice)
            result.append(event);
    }
    if (!reversed)
        return result;
    QJsonArray backwards;
    for (const QJsonValue &event : std::as_const(result))
        backwards.prepend(event);
    return backwards;
}

void Server::answerPoll(const Poll &poll, const QJsonObject &body)
{
    calls[poll.work.call].processed = !body.contains("failed"_L1);
    deliver(poll.work,
        {200, {{"Content-Type", "text/javascript; charset=utf-8"}},
            QJsonDocument(body).toJson(QJsonDocument::Compact)});
}

void Server::endPoll(int id)
{
    for (qsizetype i = 0; i < m_polls.size(); ++i) {
        if (m_polls.at(i).id != id)
            continue;
        const Poll poll = m_polls.takeAt(i);
        if (const auto news = newsFor(poll, true))
            answerPoll(poll, *news);
        return;
    }
}

void Server::wakePolls()
{
    const QList<Poll> waiting = std::exchange(m_polls, {});
    for (const Poll &poll : waiting) {
        if (!poll.work.exchange)
            continue; // the client has gone
        if (const auto failure = failureOf(poll, false))
            answerPoll(poll, *failure);
        else if (const auto news = newsFor(poll, false))
            answerPoll(poll, *news);
        else
            m_polls.append(poll);
    }
}

void Server::forgetKeys()
{
    world.botsKeys.clear();
    world.classicKeys.clear();
    wakePolls();
}

void Server::failPoll(Stream stream, int failed, int times)
{
    m_failures[int(stream)] += QList<int>(times, failed);
    wakePolls();
}

bool Server::isPolled(Stream stream) const
{
    for (const Poll &poll : m_polls) {
        if (poll.stream == stream && poll.work.exchange)
            return true;
    }
    return false;
}

} // namespace parley::sandbox::vk
