// SPDX-License-Identifier: GPL-3.0-or-later
// Signing in, listening, and the calls that belong to no message; pulling.cpp, commenting.cpp and sending.cpp hold the
// rest.
#include "platforms/ok/connector.h"

#include "platforms/ok/address.h"
#include "platforms/ok/sizes.h"
#include "platforms/ok/words.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace parley::platforms::ok {

namespace {

// A long poll that ends sooner with nothing was no long poll.
constexpr auto kQuick = 1s;

Error cancelled()
{
    return {ErrorKind::Cancelled, u"stopped"_s, {}, {}, false};
}

GraphCall get(const QString &path)
{
    GraphCall call;
    call.path = call.label = path;
    return call;
}

QString bareGroup(QString id)
{
    return id.remove(u"group:"_s).trimmed();
}

bool hasWebhook(const QJsonValue &answer)
{
    const QJsonArray subscriptions = listIn(answer, "subscriptions"_L1);
    return std::ranges::any_of(
        subscriptions, [](const QJsonValue &subscription) { return !subscription["url"_L1].toString().isEmpty(); });
}

/// There is no such call here, whoever asks.
bool isNotOffered(const Outcome &outcome)
{
    const bool refused =
        outcome.refusal.code != 0 && !outcome.error.isRetryable() && outcome.error.kind != ErrorKind::Unauthorized;
    return refused || outcome.status == 404 || outcome.status == 405 || outcome.status == 410 || outcome.status == 501;
}

} // namespace

Connector::Connector(Setup setup, Timing timing)
    : m_clock(*setup.clock)
    , m_timing(timing)
    , m_wantedGroup(bareGroup(setup.account.settings.value(u"group"_s)))
    , m_tryComments(setup.account.settings.value(u"write_comments"_s) == "try"_L1)
    , m_api(setup, timing)
{
}

Connector::~Connector()
{
    stop();
}

Capabilities Connector::capabilities() const
{
    Capabilities can;
    can.textLimit = kTextLimit;
    can.textUnit = Capabilities::TextUnit::Utf16Units;
    can.captionLimit = kTextLimit;
    can.attachmentLimit = kFileLimit;
    can.attachmentsPerMessage = kFilesAMessage;
    can.idempotency = Capabilities::Idempotency::ByReadingBack;
    can.typingRenewal = 5s;
    can.canQuote = true;
    can.canEdit = true;
    can.canMarkRead = true;
    return can;
}

QCoro::Task<Result<Identity>> Connector::signIn()
{
    const GraphCall info = get(u"me/info"_s);
    const Outcome me = co_await m_api.graph(info);
    if (!me.ok)
        co_return me.error;
    const QString group = bareGroup(me.value["group_id"_L1].toVariant().toString());
    Identity identity;
    identity.name = me.value["name"_L1].toString();
    if (identity.name.isEmpty())
        identity.name = Words::tr("group %1").arg(group);
    if (!m_wantedGroup.isEmpty() && group != m_wantedGroup) {
        co_return Error{ErrorKind::Unauthorized, u"another group's key"_s,
            Words::tr(
                "This key belongs to the group “%1” (%2), not to group %3. Enter that group's key, or correct the "
                "account's setting.")
                .arg(identity.name, group, m_wantedGroup),
            {}, false};
    }
    m_longPoll = LongPoll::Unknown;
    m_subscribed.reset();
    const auto subscribed = co_await subscribe();
    if (!subscribed && subscribed.error().kind == ErrorKind::Cancelled)
        co_return subscribed.error();
    if (m_longPoll == LongPoll::Works) {
        const QString noMarker;
        const Outcome probe = co_await m_api.updates(noMarker, 0ms);
        if (!probe.ok && isNotOffered(probe))
            m_longPoll = LongPoll::NotOffered;
    }
    QStringList notes{longPollNote()};
    m_longPollTold = true;
    const QString comments = co_await commentsNote();
    notes << comments;
    notes.removeAll(QString());
    identity.note = notes.join(u' ');
    co_return identity;
}

QString Connector::longPollNote() const
{
    switch (m_longPoll) {
    case LongPoll::NotOffered:
        return Words::tr("Odnoklassniki does not push messages of this group: Parley asks for them every %n second(s).",
            nullptr, int(m_timing.pollAlone / 1s));
    case LongPoll::NotOurs:
        return Words::tr("Another program receives this group's messages by a web server. Parley leaves that as it is "
                         "and asks for messages every %n second(s).",
            nullptr, int(m_timing.pollAlone / 1s));
    default:
        return {};
    }
}

void Connector::noLongPoll(LongPoll why)
{
    m_longPoll = why;
    m_nextPoll = std::min(m_nextPoll, std::chrono::steady_clock::now() + m_timing.pollAlone);
}

QCoro::Task<Result<void>> Connector::subscribe()
{
    const auto now = std::chrono::steady_clock::now();
    if (!hasLongPoll() || (m_subscribed && now - *m_subscribed < m_timing.resubscribe))
        co_return Result<void>{};
    if (!m_subscribed) {
        // Whether a long poll and somebody's webhook live side by side is not documented: theirs was there first.
        const GraphCall others = get(u"me/subscriptions"_s);
        const Outcome known = co_await m_api.graph(others);
        if (!known.ok && known.error.kind == ErrorKind::Cancelled)
            co_return known.error;
        if (known.ok && hasWebhook(known.value)) {
            noLongPoll(LongPoll::NotOurs);
            co_return Result<void>{};
        }
    }
    GraphCall call = get(u"me/subscribe"_s);
    const QJsonArray types{u"MESSAGE_CREATED"_s, u"MESSAGE_CALLBACK"_s, u"CHAT_SYSTEM"_s};
    call.body = QJsonObject{{"longPolling"_L1, true}, {"types"_L1, types}};
    const Outcome outcome = co_await m_api.graph(call);
    if (!outcome.ok && !isNotOffered(outcome))
        co_return outcome.error;
    if (!outcome.ok || outcome.value["success"_L1] == QJsonValue(false)) {
        noLongPoll(LongPoll::NotOffered);
        co_return Result<void>{};
    }
    m_longPoll = LongPoll::Works;
    m_subscribed = now;
    co_return Result<void>{};
}

std::chrono::milliseconds Connector::untilPoll() const
{
    return std::chrono::duration_cast<std::chrono::milliseconds>(m_nextPoll - std::chrono::steady_clock::now());
}

QCoro::Task<Result<Live>> Connector::listen(QByteArray cursor)
{
    if (m_stopped)
        co_return cancelled();
    noteCommit(cursor);
    if (untilPoll() <= 0ms || !m_unreachable.isEmpty() || !m_ready.isEmpty()) {
        Live live;
        live.pullNow = true;
        co_return live;
    }
    const bool isFirst = !m_subscribed;
    const auto subscribed = co_await subscribe();
    if (!subscribed)
        co_return subscribed.error();
    if (isFirst && m_subscribed) {
        // What came before it is told by the chats only.
        Live live;
        live.pullNow = true;
        co_return live;
    }
    if (!hasLongPoll() || untilPoll() < kQuick)
        co_return co_await waitAlone();
    co_return co_await waitForUpdates(cursor);
}

/// Until the chats are due again.
QCoro::Task<Result<Live>> Connector::waitAlone()
{
    Live live;
    if (!hasLongPoll() && !std::exchange(m_longPollTold, true)) {
        live.batch.conversations << noticesConversation();
        live.batch.messages << notice(u"longpoll"_s, longPollNote(), m_clock.now());
        co_return live;
    }
    const bool waited = co_await m_listening.pause(untilPoll());
    if (m_stopped)
        co_return cancelled();
    live.pullNow = waited;
    co_return live;
}

QCoro::Task<Result<Live>> Connector::waitForUpdates(QByteArray cursor)
{
    const auto began = std::chrono::steady_clock::now();
    Memory memory = Memory::from(cursor);
    const auto wait = std::min(m_timing.longPoll, untilPoll());
    const Outcome outcome = co_await m_api.updates(memory.marker, wait);
    if (m_stopped)
        co_return cancelled();
    if (!outcome.ok)
        co_return afterUpdatesError(outcome, memory);
    const QJsonArray updates = listIn(outcome.value, "updates"_L1);
    // An event tells of a chat no more than its id.
    for (qsizetype i = 0; i < updates.size(); ++i) {
        const QString id = chatOfUpdate(updates.at(i));
        if (id.isEmpty() || (m_chats.contains(id) && !isChatChange(updates.at(i))))
            continue;
        const auto told = co_await chat(id);
        if (!told)
            co_return told.error();
    }
    Live live;
    const Memory before = memory;
    Reader reader(live.batch, memory, m_clock.now());
    reader.updates(updates, m_chats);
    if (const QString marker = outcome.value["marker"_L1].toVariant().toString(); !marker.isEmpty())
        memory.marker = marker;
    const bool isStuck = !updates.isEmpty() && memory.marker == before.marker;
    if (memory != before)
        live.batch.nextCursor = memory.toCursor();
    // A server without long polls, or one that tells the same again and again, would have us ask without end.
    const bool isQuick = std::chrono::steady_clock::now() - began < kQuick;
    if (isStuck || (updates.isEmpty() && isQuick))
        co_await m_listening.pause(m_timing.emptyPoll);
    if (m_stopped)
        co_return cancelled();
    co_return live;
}

Result<Live> Connector::afterUpdatesError(const Outcome &outcome, Memory memory)
{
    Live live;
    if (outcome.error.kind == ErrorKind::Cancelled) // interrupt()
        return live;
    if (outcome.refusal.code == kParameter && !memory.marker.isEmpty()) {
        // How long a marker is good for is not documented. What it would have told is in the chats.
        memory.marker.clear();
        live.batch.nextCursor = memory.toCursor();
        live.pullNow = true;
        return live;
    }
    if (!isNotOffered(outcome))
        return outcome.error;
    noLongPoll(LongPoll::NotOffered);
    m_longPollTold = false;
    return live;
}

void Connector::interrupt()
{
    m_listening.cancel();
    m_api.interrupt();
}

QCoro::Task<Result<void>> Connector::showTyping(QString conversationRemoteId, QJsonObject)
{
    if (!isChat(conversationRemoteId))
        co_return Result<void>{};
    const QString typing = u"TYPING_ON"_s;
    co_return co_await act(conversationRemoteId, typing);
}

QCoro::Task<Result<QByteArray>> Connector::download(QString remoteRef, qint64 limit)
{
    co_return co_await m_api.file(remoteRef, limit);
}

void Connector::stop()
{
    m_stopped = true;
    m_listening.stop();
    m_sending.stop();
    m_api.stop();
}

} // namespace parley::platforms::ok
