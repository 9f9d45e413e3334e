// SPDX-License-Identifier: GPL-3.0-or-later
// What the socket tells, and when REST must be asked beside it.
#include "platforms/chatwoot/connector.h"

#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace parley::platforms::chatwoot {

namespace {

// The server's own measure for customers (fact sheet, 5.3).
constexpr std::chrono::milliseconds kPresenceLasts = 90s;
constexpr int kShortWalk = 2; ///< pages that nobody minds waiting for

Error cancelled()
{
    return {ErrorKind::Cancelled, u"stopped"_s, {}, {}, false};
}

std::chrono::milliseconds since(std::chrono::steady_clock::time_point then)
{
    return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - then);
}

void append(Batch &to, const Batch &from)
{
    to.contacts << from.contacts;
    to.conversations << from.conversations;
    to.messages << from.messages;
    to.deletions << from.deletions;
    to.tickets << from.tickets;
    to.raw << from.raw;
}

} // namespace

QCoro::Task<Result<Live>> Connector::listen(QByteArray cursor)
{
    m_interrupted = false;
    const auto session = co_await ensureSession();
    if (!session)
        co_return session.error();
    if (m_kept != cursor)
        restore(cursor);
    if (!m_cable.isOpen())
        openCable();
    Live live;
    while (!m_stopped && !m_interrupted) {
        if (m_cable.takeSuspicion()) {
            const auto fresh = co_await freshToken();
            if (!fresh)
                co_return fresh.error();
        }
        if (openIsDue()) {
            auto opened = co_await openPage();
            if (!opened)
                co_return opened.error();
            live.batch = std::move(*opened);
            hearEvents();
            break;
        }
        hearEvents();
        if (!m_heard.isEmpty() || !m_events.isEmpty() || !m_sharedNews.isEmpty() || mustLook())
            break;
        if (sharedIsDue()) {
            const auto read = co_await readShared();
            if (!read)
                co_return read.error();
            hearEvents();
            break;
        }
        if (olderIsDue()) {
            auto older = co_await olderPage(true);
            if (!older)
                co_return older.error();
            live.batch = std::move(*older); // alone: what was heard meanwhile is no history, and comes with the next
            live.pullNow = mustLook();
            co_return live;
        }
        if (sweepIsDue()) {
            auto swept = co_await sweepOnce();
            if (!swept)
                co_return swept.error();
            live.batch = std::move(*swept);
            hearEvents();
            break;
        }
        co_await m_receivingPauses.pause(untilNextDuty());
    }
    if (m_stopped)
        co_return cancelled();
    append(live.batch, std::exchange(m_heard, {}));
    live.batch.workspace = std::exchange(m_sharedNews, {});
    live.events = std::exchange(m_events, {});
    tellProgress(live.batch);
    live.pullNow = mustLook();
    co_return live;
}

void Connector::openCable()
{
    QUrl url = m_api.address(u"/cable"_s);
    url.setScheme(url.scheme() == "https"_L1 ? u"wss"_s : u"ws"_s);
    const QJsonObject room{{"channel"_L1, u"RoomChannel"_s}, {"pubsub_token"_L1, m_session.pubsubToken},
        {"account_id"_L1, m_session.scope.account}, {"user_id"_L1, m_session.scope.user}};
    m_cable.open(url, QString::fromUtf8(QJsonDocument(room).toJson(QJsonDocument::Compact)));
}

/// The socket's token changes with the password; a wrong one is met with silence.
QCoro::Task<Connector::Done> Connector::freshToken()
{
    const auto profile = co_await m_api.get(u"/api/v1/profile"_s, u"profile"_s);
    if (!profile)
        co_return profile.error();
    const QString token = (*profile)["pubsub_token"_L1].toString();
    if (token.isEmpty() || token == m_session.pubsubToken)
        co_return Done{}; // not the token's fault: the socket goes on trying
    m_session.pubsubToken = token;
    openCable();
    co_return Done{};
}

void Connector::hearEvents()
{
    const QList<QJsonObject> events = m_cable.takeEvents();
    for (const QJsonObject &event : events)
        hear(event);
}

/// Listing a large server takes minutes, and so does a long night's catching up: who writes meanwhile is heard between
/// the pages, in pages of their own, since these are no history.
QCoro::Task<Result<bool>> Connector::pullHeard()
{
    const bool walks = m_memory.walk && m_memory.walk->page > kShortWalk;
    if (walks && !m_cable.isOpen())
        openCable();
    if (!walks && m_jobs.isEmpty())
        co_return false;
    hearEvents();
    m_events.clear(); // lamps of a moment that has passed
    if (m_heard.isEmpty() && m_wanted.isEmpty())
        co_return false;
    append(m_page, std::exchange(m_heard, {}));
    const QList<Job> rest = std::exchange(m_jobs, {});
    auto done = co_await fetchWanted();
    if (done)
        done = co_await readThreads();
    if (!done)
        co_return done.error();
    m_jobs += rest;
    m_page.more = true;
    if (isListing())
        tellProgress(m_page);
    co_return true;
}

void Connector::hear(const QJsonObject &event)
{
    Heard heard = readEvent(event, m_session.scope, m_clock.now());
    if (heard.foreign)
        return;
    m_events << heard.events;
    hearPresence(heard.present);
    hearShared(heard);
    if (heard.blocked && (!m_blocked.contains(heard.contact) || m_blocked.value(heard.contact) != *heard.blocked))
        m_contactsWanted.insert(heard.contact);
    const qint64 id = heard.conversation;
    if (heard.labels && m_labelsHeard.contains(QString::number(id)))
        m_labelsHeard[QString::number(id)] << *heard.labels;
    if (heard.lookAgain)
        m_lookAgain = true;
    if (id != 0 && !m_memory.known.contains(id) && !m_memory.listed.contains(id)) {
        m_wanted.insert(id); // with all that was said there before
        return;
    }
    if (heard.updatedAt > 0) {
        if (heard.updatedAt < m_applied.value(id)) {
            m_lookAgain = true; // overtaken on its way, or their clock was turned: REST knows
            return;
        }
        m_applied[id] = heard.updatedAt;
    }
    if (id != 0 && heard.updatedAt > 0 && !heard.batch.tickets.isEmpty())
        weighMarks(event["data"_L1].toObject(), heard.batch.tickets.last());
    rememberPlaces(heard.batch);
    append(m_heard, heard.batch);
}

/// Told again only when it runs out: the server repeats itself every 20 s.
void Connector::hearPresence(const QStringList &contacts)
{
    const Timestamp now = m_clock.now();
    for (const QString &contact : contacts) {
        const QString place = m_placeOf.value(contact);
        if (place.isEmpty() || m_presentUntil.value(place) - now > kPresenceLasts / 2)
            continue;
        m_presentUntil[place] = now + kPresenceLasts;
        LiveEvent event;
        event.kind = LiveEvent::Kind::Presence;
        event.conversationRemoteId = place;
        event.until = m_presentUntil.value(place);
        m_events << event;
    }
}

void Connector::rememberPlaces(const Batch &batch)
{
    for (const RemoteConversation &conversation : batch.conversations) {
        if (!conversation.contactRemoteId.isEmpty())
            m_placeOf[conversation.contactRemoteId] = conversation.remoteId;
    }
}

bool Connector::mustLook() const
{
    const bool subscribed = m_cable.isSubscribed();
    if (m_lookAgain || !m_wanted.isEmpty() || !m_contactsWanted.isEmpty()
        || (subscribed && m_cable.generation() != m_pulledGeneration))
        return true;
    return since(m_pulledAt) >= (subscribed ? m_timing.poll : m_timing.pollAlone);
}

std::chrono::milliseconds Connector::untilNextDuty() const
{
    const auto poll = (m_cable.isSubscribed() ? m_timing.poll : m_timing.pollAlone) - since(m_pulledAt);
    std::chrono::milliseconds sweep = sweepPace() - since(m_sweptAt);
    if (!m_memory.sweep && m_memory.swept)
        sweep = std::max(sweep, m_timing.sweepRest - (m_clock.now() - *m_memory.swept));
    const auto next = std::min({std::chrono::milliseconds(poll), sweep, untilSharedIsDue()});
    return std::max<std::chrono::milliseconds>(next, 10ms);
}

} // namespace parley::platforms::chatwoot
