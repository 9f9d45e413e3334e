// SPDX-License-Identifier: GPL-3.0-or-later
// What comes in, and the calls that belong to no message; sending.cpp holds what goes out.
#include "platforms/telegram/connector.h"

#include "platforms/telegram/words.h"

#include <QLocale>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace parley::platforms::telegram {

namespace {

constexpr int kPage = 100; // the API's own maximum
constexpr int kOtherPollerTries = 3;
constexpr qsizetype kButtonsAnswered = 20;
// The server forgets an update a day after it happened.
constexpr auto kUpdatesLive = 24h;
// How exactly the cursor tells when the server last answered; each refresh is a commit.
constexpr auto kHeardEvery = 10min;
// A long poll that ends sooner with nothing was no long poll.
constexpr auto kQuick = 1s;

Error cancelled()
{
    return {ErrorKind::Cancelled, u"stopped"_s, {}, {}, false};
}

// Braces within a co_await expression are more than GCC 12 can compile, hence these two.
Call withOne(const QString &method, const QString &parameter, const QString &value)
{
    return callOf(method, {{parameter, value}});
}

QJsonObject asked(const Memory &memory, std::chrono::milliseconds wait)
{
    QJsonObject parameters{{"limit"_L1, kPage}, {"timeout"_L1, qint64(wait / 1s)},
        {"allowed_updates"_L1, QJsonArray::fromStringList(readableUpdates())}};
    if (memory.offset)
        parameters["offset"_L1] = *memory.offset;
    return parameters;
}

QString shown(Timestamp time)
{
    return QLocale().toString(toDateTime(time).toLocalTime(), QLocale::ShortFormat);
}

} // namespace

Connector::Connector(Setup setup, Timing timing)
    : m_clock(*setup.clock)
    , m_timing(timing)
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
    can.captionLimit = kCaptionLimit;
    can.attachmentLimit = kFileLimit;
    can.attachmentsPerMessage = 10;
    can.idempotency = Capabilities::Idempotency::None;
    can.typingRenewal = 4s;
    can.canQuote = true;
    can.canEdit = true;
    can.canDelete = true;
    return can;
}

QCoro::Task<Result<Identity>> Connector::signIn()
{
    const Outcome me = co_await m_api.call(callOf(u"getMe"_s), false);
    if (!me.ok)
        co_return me.error;
    Identity identity;
    const QString username = me.result["username"_L1].toString();
    identity.name = username.isEmpty() ? me.result["first_name"_L1].toString() : u'@' + username;
    QStringList notes;
    if (me.result["can_read_all_group_messages"_L1] == QJsonValue(false))
        notes << Words::tr("In groups it sees only commands and answers to itself (privacy mode is on).");
    // Not every server has this one; it only serves to say sooner what getUpdates would say.
    const Outcome webhook = co_await m_api.call(callOf(u"getWebhookInfo"_s), false);
    if (!webhook.ok && webhook.error.kind == ErrorKind::Cancelled)
        co_return webhook.error;
    if (webhook.ok && !webhook.result["url"_L1].toString().isEmpty())
        notes << Words::tr(
            "Its messages go to a web server (a webhook is set): they arrive here once that is removed.");
    identity.note = notes.join(u' ');
    co_return identity;
}

QCoro::Task<Result<Batch>> Connector::pull(QByteArray cursor)
{
    return fetch(cursor, false);
}

QCoro::Task<Result<Live>> Connector::listen(QByteArray cursor)
{
    const auto began = std::chrono::steady_clock::now();
    // No co_await inside ?: or &&: GCC 12 mistakes the life of the temporaries there.
    Result<Batch> batch = Batch();
    if (m_unreachable.isEmpty())
        batch = co_await fetch(cursor, true);
    if (!batch && (batch.error().kind != ErrorKind::Cancelled || m_stopped))
        co_return batch.error();
    Live live;
    if (batch)
        live.batch = std::move(*batch);
    live.batch.conversations << std::exchange(m_unreachable, {});
    // A server without long polls would have us ask a thousand times a second.
    if (batch && live.batch.isEmpty() && std::chrono::steady_clock::now() - began < kQuick)
        co_await m_receivingPauses.pause(m_timing.emptyPoll);
    if (m_stopped)
        co_return cancelled();
    co_return live;
}

void Connector::interrupt()
{
    m_receivingPauses.cancel();
    m_api.interrupt();
}

QCoro::Task<Result<Batch>> Connector::fetch(QByteArray cursor, bool wait)
{
    Memory memory = Memory::from(cursor);
    const QJsonObject parameters = asked(memory, wait ? m_timing.longPoll : 0ms);
    Outcome outcome = co_await m_api.updates(parameters, wait);
    for (int tries = 0; tries < kOtherPollerTries && outcome.turn == Turn::OtherPoller; ++tries) {
        const bool waited = co_await m_receivingPauses.pause(m_timing.otherPoller);
        if (!waited)
            co_return cancelled();
        outcome = co_await m_api.updates(parameters, wait);
    }
    if (!outcome.ok)
        co_return outcome.error;
    if (!outcome.result.isArray()) {
        co_return Error{ErrorKind::BadReply, u"getUpdates: the result is no list"_s,
            Words::tr("Telegram's answer cannot be understood."), {}, false};
    }
    const Memory before = memory;
    Decoded decoded = decodeUpdates(outcome.result.toArray(), memory, m_clock.now());
    noteSilence(decoded.batch, before);
    if (memory != before || isTimeToRemember(before)) {
        memory.heard = m_clock.now();
        decoded.batch.nextCursor = memory.toCursor();
    }
    decoded.batch.more = decoded.updates >= kPage && memory.offset != before.offset;
    co_await answerButtons(decoded.pressedButtons);
    co_return std::move(decoded.batch);
}

QCoro::Task<> Connector::answerButtons(QStringList ids)
{
    // The customer's button shows a busy mark until somebody answers. Of no consequence otherwise.
    for (qsizetype i = 0; i < std::min(ids.size(), kButtonsAnswered); ++i) {
        const Outcome outcome =
            co_await m_api.call(withOne(u"answerCallbackQuery"_s, u"callback_query_id"_s, ids.at(i)), false);
        if (!outcome.ok && outcome.refusal.code == 0)
            co_return;
    }
}

bool Connector::isTimeToRemember(const Memory &memory) const
{
    return !memory.heard || std::chrono::abs(m_clock.now() - *memory.heard) >= kHeardEvery;
}

void Connector::noteSilence(Batch &batch, const Memory &memory) const
{
    if (!memory.heard || m_clock.now() - *memory.heard <= kUpdatesLive)
        return;
    RemoteMessage line;
    line.remoteId = u"event:%1:silence:%2"_s.arg(kNotices).arg(toMs(*memory.heard));
    line.conversationRemoteId = kNotices;
    line.kind = MessageKind::Event;
    line.automatic = true;
    line.time = m_clock.now();
    line.text =
        Words::tr("Parley was not connected from %1 to %2. Telegram keeps messages for a bot for 24 hours only: what "
                  "customers wrote before that is not here and cannot be fetched.")
            .arg(shown(*memory.heard), shown(m_clock.now()));
    batch.conversations << noticesConversation();
    batch.messages << line;
}

QCoro::Task<Result<void>> Connector::showTyping(QString conversationRemoteId, QJsonObject)
{
    const auto address = Address::from(conversationRemoteId);
    // Channels and their direct messages have no typing lamp.
    if (!address || address->thread == Address::Thread::DirectMessages)
        co_return Result<void>{};
    Call call = callOf(u"sendChatAction"_s, whereTo(*address));
    call.parameters["action"_L1] = u"typing"_s;
    const Outcome outcome = co_await m_api.call(call, false);
    if (!outcome.ok)
        co_return outcome.error;
    co_return Result<void>{};
}

QCoro::Task<Result<QByteArray>> Connector::download(QString remoteRef, qint64 limit)
{
    const Outcome file = co_await m_api.call(withOne(u"getFile"_s, u"file_id"_s, remoteRef), false);
    if (!file.ok)
        co_return file.error;
    const qint64 size = file.result["file_size"_L1].toInteger();
    if (size > limit) {
        co_return Error{ErrorKind::Rejected, u"getFile: %1 bytes"_s.arg(size),
            Words::tr("The file is larger than %1, the most that is fetched.").arg(QLocale().formattedDataSize(limit)),
            {}, false};
    }
    const QString path = file.result["file_path"_L1].toString();
    if (path.isEmpty()) {
        co_return Error{
            ErrorKind::NotFound, u"getFile: no path"_s, Words::tr("Telegram no longer has this file."), {}, false};
    }
    co_return co_await m_api.file(path, limit);
}

void Connector::stop()
{
    m_stopped = true;
    m_receivingPauses.stop();
    m_sendingPauses.stop();
    m_api.stop();
    m_queue.stop();
}

} // namespace parley::platforms::telegram
