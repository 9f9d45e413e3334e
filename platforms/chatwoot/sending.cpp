// SPDX-License-Identifier: GPL-3.0-or-later
// What goes out: answers and notes, the fields of a ticket, the typing lamp; and finding what was sent without an
// answer.
#include "platforms/chatwoot/connector.h"
#include "platforms/chatwoot/words.h"
#include "platforms/upload_progress.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace parley::platforms::chatwoot {

namespace {

// So far back a lost send is looked for, beyond the time of its first attempt: clocks differ.
constexpr auto kSlack = 10min;
constexpr int kPagesBack = 50;
constexpr int kLabelTries = 4;

Error rejected(const QString &detail, const QString &words)
{
    return {ErrorKind::Rejected, detail, words, {}, false};
}

PushReceipt receiptOf(const QJsonValue &message)
{
    PushReceipt receipt;
    receipt.remoteId = QString::number(message["id"_L1].toInteger());
    receipt.time = messageTime(message.toObject());
    return receipt;
}

Result<PushReceipt> plain(const Result<QJsonValue> &answer)
{
    if (!answer)
        return answer.error();
    return PushReceipt{};
}

QString textOf(const Command &command)
{
    if (const auto *reply = std::get_if<Reply>(&command))
        return reply->text;
    const auto *note = std::get_if<Note>(&command);
    return note ? note->text : QString();
}

} // namespace

QCoro::Task<Result<PushReceipt>> Connector::push(PushRequest request)
{
    const auto session = co_await ensureSession();
    if (!session) {
        Error error = session.error(); // nothing of the request has left
        error.mayHaveArrived = false;
        co_return error;
    }
    bool isNumber = false;
    if (request.conversationRemoteId.toLongLong(&isNumber) <= 0 || !isNumber)
        co_return rejected(u"no conversation"_s, Words::tr("Nobody can be written to in this conversation."));
    auto receipt = co_await carry(request);
    if (!receipt && receipt.error().mayHaveArrived)
        m_lostSends[request.clientId] = std::chrono::steady_clock::now();
    else
        m_lostSends.remove(request.clientId);
    co_return receipt;
}

QCoro::Task<Result<PushReceipt>> Connector::carry(PushRequest request)
{
    const QString place = request.conversationRemoteId;
    if (std::holds_alternative<Reply>(request.command))
        co_return co_await sendMessage(request, false);
    if (std::holds_alternative<Note>(request.command))
        co_return co_await sendMessage(request, true);
    if (std::holds_alternative<Assign>(request.command))
        co_return co_await assign(request);
    if (std::holds_alternative<AssignTeam>(request.command))
        co_return co_await assignTeam(request);
    if (std::holds_alternative<ChangeTags>(request.command))
        co_return co_await changeTags(request);
    if (std::holds_alternative<RunMacro>(request.command))
        co_return co_await runMacro(request);
    if (std::holds_alternative<DeleteMessage>(request.command)) {
        const QString message = request.targetRemoteId;
        const auto answer = co_await m_api.remove(pathOf(place, u"/messages/"_s + message), u"delete"_s);
        co_return plain(answer);
    }
    if (std::holds_alternative<EditMessage>(request.command))
        co_return rejected(u"edit"_s, Words::tr("Chatwoot cannot change a message that was sent. It can be deleted."));
    co_return co_await carryField(request);
}

/// What is one call with a body that says all.
QCoro::Task<Result<PushReceipt>> Connector::carryField(PushRequest request)
{
    const QString place = request.conversationRemoteId;
    const QJsonObject nothing;
    if (const auto *status = std::get_if<SetStatus>(&request.command)) {
        const QJsonObject body = statusBody(*status);
        const auto answer = co_await m_api.post(pathOf(place, u"/toggle_status"_s), u"status"_s, body);
        co_return plain(answer);
    }
    if (const auto *priority = std::get_if<SetPriority>(&request.command)) {
        const QJsonObject body = priorityBody(priority->priority);
        const auto answer = co_await m_api.post(pathOf(place, u"/toggle_priority"_s), u"priority"_s, body);
        co_return plain(answer);
    }
    if (std::holds_alternative<MarkRead>(request.command)) {
        const auto answer = co_await m_api.post(pathOf(place, u"/update_last_seen"_s), u"seen"_s, nothing);
        co_return plain(answer);
    }
    if (std::holds_alternative<MarkUnread>(request.command)) {
        const auto answer = co_await m_api.post(pathOf(place, u"/unread"_s), u"unread"_s, nothing);
        co_return plain(answer);
    }
    if (const auto *mute = std::get_if<Mute>(&request.command)) {
        const QString verb = mute->on ? u"/mute"_s : u"/unmute"_s;
        const auto answer = co_await m_api.post(pathOf(place, verb), u"mute"_s, nothing);
        co_return plain(answer);
    }
    // "No answer needed" is our own word; Chatwoot has none for it.
    co_return PushReceipt{};
}

QCoro::Task<Result<PushReceipt>> Connector::sendMessage(PushRequest request, bool isPrivate)
{
    QString text = textOf(request.command);
    if (isPrivate && text.contains(u'@'))
        text = withMentions(text, m_session.agents);
    const auto *reply = std::get_if<Reply>(&request.command);
    const qint64 target = request.targetRemoteId.toLongLong();
    const QJsonObject body = messageBody(escapedLiquid(text), isPrivate, request.clientId, target);
    const QString path = pathOf(request.conversationRemoteId, u"/messages"_s);
    Json answer;
    if (reply && !reply->attachments.isEmpty()) {
        const QList<http::FormPart> form = messageForm(body, reply->attachments);
        qint64 attached = 0;
        for (const OutgoingAttachment &file : reply->attachments)
            attached += file.content.size();
        const UploadProgress progress(request);
        auto told = progress.ofNext(attached);
        answer = co_await m_api.postForm(path, u"send"_s, form, told);
        if (answer)
            progress.arrived(attached);
    } else {
        answer = co_await m_api.post(path, u"send"_s, body);
    }
    if (!answer)
        co_return answer.error();
    if ((*answer)["id"_L1].toInteger() <= 0) {
        co_return Error{ErrorKind::BadReply, u"send: no message in the answer"_s, {}, {}, true};
    }
    co_return receiptOf(*answer);
}

QCoro::Task<Result<PushReceipt>> Connector::assign(PushRequest request)
{
    const QString wished = std::get<Assign>(request.command).assignee.trimmed();
    QJsonValue who;
    if (wished.compare(kMe, Qt::CaseInsensitive) == 0) {
        who = m_session.scope.user;
    } else if (!wished.isEmpty()) {
        if (!agentNamed(m_session.agents, wished))
            (void)co_await readAgents(); // somebody new, perhaps
        const Colleague *agent = agentNamed(m_session.agents, wished);
        if (!agent) {
            QStringList names;
            for (const Colleague &known : std::as_const(m_session.agents))
                names << known.name;
            co_return rejected(u"no such agent"_s,
                Words::tr("Nobody there is called “%1”, or more than one is. There are: %2.")
                    .arg(wished, names.join(u", "_s)));
        }
        who = agent->id;
    }
    const QJsonObject body{{"assignee_id"_L1, who}};
    const auto answer = co_await m_api.post(pathOf(request.conversationRemoteId, u"/assignments"_s), u"assign"_s, body);
    co_return plain(answer);
}

QCoro::Task<Result<PushReceipt>> Connector::assignTeam(PushRequest request)
{
    const QString wished = std::get<AssignTeam>(request.command).team.trimmed();
    const auto numberOf = [this](const QString &name) {
        const QMap<qint64, QString> &teams = m_session.scope.teams;
        const auto same = [&name](const QString &team) { return team.compare(name, Qt::CaseInsensitive) == 0; };
        const auto found = std::find_if(teams.cbegin(), teams.cend(), same);
        return found == teams.cend() ? qint64{0} : found.key();
    };
    qint64 team = numberOf(wished);
    if (!wished.isEmpty() && team == 0) {
        (void)co_await readSharedList(u"teams"_s); // a new one, perhaps
        tellShared();
        wakeListener();
        team = numberOf(wished);
    }
    if (!wished.isEmpty() && team == 0) {
        const QString names = m_session.scope.teams.values().join(u", "_s);
        co_return rejected(u"no such team"_s,
            names.isEmpty() ? Words::tr("There is no team “%1”. There are none at all.").arg(wished)
                            : Words::tr("There is no team “%1”. There are: %2.").arg(wished, names));
    }
    const QJsonObject body{{"team_id"_L1, team}}; // 0: none
    const QString path = pathOf(request.conversationRemoteId, u"/assignments"_s);
    const auto answer = co_await m_api.post(path, u"team"_s, body);
    co_return plain(answer);
}

/// The server answers at once and works behind it: what comes of it comes over the socket.
QCoro::Task<Result<PushReceipt>> Connector::runMacro(PushRequest request)
{
    bool isNumber = false;
    const qint64 macro = std::get<RunMacro>(request.command).remoteId.toLongLong(&isNumber);
    if (!isNumber || macro <= 0)
        co_return rejected(u"no macro"_s, Words::tr("This macro is not on the server any more."));
    const QJsonObject body{{"conversation_ids"_L1, QJsonArray{request.conversationRemoteId.toLongLong()}}};
    const QString path = accountPath() + u"/macros/%1/execute"_s.arg(macro);
    auto answer = co_await m_api.post(path, u"macro"_s, body);
    if (!answer && answer.error().kind == ErrorKind::NotFound) {
        co_return rejected(u"no such macro"_s, Words::tr("This macro is not on the server any more."));
    }
    co_return plain(answer);
}

/// The server replaces the whole list. So it is read right before it is written, and what the socket tells of the list
/// meanwhile is compared: a colleague's change between our two calls is put back.
QCoro::Task<Result<PushReceipt>> Connector::changeTags(PushRequest request)
{
    const QString place = request.conversationRemoteId;
    m_labelsHeard.insert(place, {});
    const auto written = co_await writeLabels(place, std::get<ChangeTags>(request.command));
    m_labelsHeard.remove(place);
    if (!written)
        co_return written.error();
    co_return PushReceipt{};
}

QCoro::Task<Result<QStringList>> Connector::writeLabels(QString conversation, ChangeTags change)
{
    QStringList mine;
    for (int tries = 0; tries < kLabelTries; ++tries) {
        const auto read = co_await m_api.get(pathOf(conversation, u"/labels"_s), u"labels"_s);
        if (!read)
            co_return read.error();
        const QStringList before = (*read)["payload"_L1].toVariant().toStringList();
        mine = changedLabels(before, change.add, change.remove);
        if (mine == before)
            co_return mine;
        m_labelsHeard[conversation].clear();
        const QJsonObject body{{"labels"_L1, QJsonArray::fromStringList(mine)}};
        const auto answer = co_await m_api.post(pathOf(conversation, u"/labels"_s), u"labels"_s, body);
        if (!answer)
            co_return answer.error();
        if (!m_cable.isSubscribed())
            co_return mine;
        // Our own change is the last to be told; what comes before it and is not what we read is somebody else's.
        const auto until = std::chrono::steady_clock::now() + m_timing.labelRace;
        while (!m_labelsHeard.value(conversation).contains(mine) && std::chrono::steady_clock::now() < until) {
            const bool waited = co_await m_sendingPauses.pause(m_timing.labelRace / 20);
            if (!waited)
                co_return mine;
            hearEvents();
        }
        wakeListener(); // for what else was heard
        QStringList theirs;
        const QList<QStringList> heard = m_labelsHeard.value(conversation);
        for (const QStringList &labels : heard) {
            if (labels != mine && labels != before)
                theirs = labels;
        }
        if (theirs.isEmpty())
            co_return mine;
        for (const QString &label : std::as_const(theirs)) {
            if (!before.contains(label) && !change.remove.contains(label) && !change.add.contains(label))
                change.add << label;
        }
        for (const QString &label : before) {
            if (!theirs.contains(label) && !change.add.contains(label) && !change.remove.contains(label))
                change.remove << label;
        }
    }
    co_return mine;
}

QCoro::Task<Result<std::optional<PushReceipt>>> Connector::findSent(PushRequest request)
{
    const auto session = co_await ensureSession();
    if (!session)
        co_return session.error();
    if (std::holds_alternative<RunMacro>(request.command)) { // what it did cannot be told from what others did
        co_return Error{ErrorKind::Rejected, u"macro"_s,
            Words::tr("Nobody can tell whether the macro has run. Look at the conversation first."), {}, true};
    }
    auto found = co_await lookForSent(request);
    if (!found || found->has_value() || !m_lostSends.contains(request.clientId))
        co_return found;
    // Not there yet: the server may still be at work on what it got.
    const auto passed = std::chrono::steady_clock::now() - m_lostSends.value(request.clientId);
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(m_timing.settle - passed);
    if (left > 0ms) {
        const bool waited = co_await m_sendingPauses.pause(left);
        if (!waited)
            co_return Error{ErrorKind::Cancelled, u"stopped"_s, {}, {}, true};
        found = co_await lookForSent(request);
    }
    co_return found;
}

QCoro::Task<Result<std::optional<PushReceipt>>> Connector::lookForSent(PushRequest request)
{
    const Timestamp attempted = request.firstAttempt.value_or(request.created);
    const Timestamp since = attempted + (m_api.serverNow() - m_clock.now()) - kSlack;
    qint64 before = 0;
    for (int page = 0; page < kPagesBack; ++page) {
        QUrlQuery query;
        if (before != 0)
            query.addQueryItem(u"before"_s, QString::number(before));
        const auto answer = co_await messages(request.conversationRemoteId.toLongLong(), query);
        if (!answer) {
            Error error = answer.error();
            error.mayHaveArrived = true;
            co_return error;
        }
        const QJsonArray rows = (*answer)["payload"_L1].toArray();
        if (const auto receipt = ours(rows, request))
            co_return std::optional(*receipt);
        qint64 oldest = before;
        bool reachedBack = rows.isEmpty();
        for (const QJsonValue &row : rows) {
            const qint64 id = row["id"_L1].toInteger();
            oldest = oldest == 0 ? id : std::min(oldest, id);
            const auto time = timeIn(row["created_at"_L1]);
            reachedBack = reachedBack || (time && *time < since);
        }
        if (reachedBack || oldest == before)
            co_return std::optional<PushReceipt>();
        before = oldest;
    }
    co_return Error{ErrorKind::BadReply, u"a thread that long cannot be looked through"_s, {}, {}, true};
}

std::optional<PushReceipt> Connector::ours(const QJsonArray &rows, const PushRequest &request) const
{
    const bool isPrivate = std::holds_alternative<Note>(request.command);
    const Timestamp attempted = request.firstAttempt.value_or(request.created) + (m_api.serverNow() - m_clock.now());
    for (const QJsonValue &row : rows) {
        const QString reference = row["content_attributes"_L1]["client_ref"_L1].toString();
        if (reference == request.clientId)
            return receiptOf(row);
        // Servers before 4.8 do not keep the reference: then it is the text, its author and its time.
        const auto time = timeIn(row["created_at"_L1]);
        const bool mine = row["message_type"_L1].toInt() == 1 && row["sender"_L1]["type"_L1].toString() == "user"_L1
            && row["sender"_L1]["id"_L1].toInteger() == m_session.scope.user;
        const bool now = time && *time >= attempted - 5s;
        if (reference.isEmpty() && mine && now && row["private"_L1].toBool() == isPrivate
            && readableMentions(row["content"_L1].toString()).trimmed() == textOf(request.command).trimmed())
            return receiptOf(row);
    }
    return std::nullopt;
}

QCoro::Task<Connector::Done> Connector::type(QString conversation, bool on)
{
    if (m_session.scope.user == 0)
        co_return Done{};
    const QJsonObject body{{"typing_status"_L1, on ? u"on"_s : u"off"_s}, {"is_private"_L1, false}};
    const auto answer = co_await m_api.post(pathOf(conversation, u"/toggle_typing_status"_s), u"typing"_s, body, false);
    if (!answer)
        co_return answer.error();
    co_return Done{};
}

QCoro::Task<Result<void>> Connector::showTyping(QString conversationRemoteId, QJsonObject)
{
    co_return co_await type(conversationRemoteId, true);
}

QCoro::Task<Result<void>> Connector::hideTyping(QString conversationRemoteId, QJsonObject)
{
    co_return co_await type(conversationRemoteId, false);
}

} // namespace parley::platforms::chatwoot
