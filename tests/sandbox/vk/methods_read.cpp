// SPDX-License-Identifier: GPL-3.0-or-later
// What may be read of the dialogs, and how a classic Long Poll begins and goes on after a gap.
#include "sandbox/vk/methods.h"

using namespace Qt::Literals::StringLiterals;

namespace parley::sandbox::vk {

namespace {

constexpr qint64 kPage = 200;
constexpr qint64 kMessagesById = 100;

/// One page of \a items, or why it cannot be had.
template <typename T>
std::variant<QList<T>, ApiError> pageOf(const QList<T> &items, const Params &params, qint64 most)
{
    const qint64 count = numberOf(params, u"count"_s, 20);
    const qint64 offset = numberOf(params, u"offset"_s);
    if (count < 0 || count > most)
        return badParameter(u"count should be less or equal to %1"_s.arg(most));
    return items.mid(qMax(qint64{0}, offset), count);
}

bool fitsFilter(const QString &filter, const Dialog &dialog, int unread)
{
    if (filter == "unread"_L1)
        return unread > 0;
    if (filter == "important"_L1)
        return dialog.important;
    if (filter == "unanswered"_L1)
        return dialog.unanswered;
    return filter != "archive"_L1;
}

} // namespace

Outcome Methods::getConversations(const Params &params, const Caller & /*caller*/)
{
    QList<const Dialog *> fitting;
    qint64 unread = 0;
    const qint64 start = numberOf(params, u"start_message_id"_s);
    const auto all = m_world.dialogs();
    for (const Dialog *dialog : all) {
        const int unreadHere = m_world.unreadIn(*dialog);
        unread += unreadHere > 0 ? 1 : 0;
        const bool late = start != 0 && dialog->messages.last() > start;
        if (!late && fitsFilter(params.text(u"filter"_s), *dialog, unreadHere))
            fitting.append(dialog);
    }
    const auto page = pageOf(fitting, params, kPage);
    if (const auto *error = std::get_if<ApiError>(&page))
        return *error;
    QJsonArray items;
    QSet<qint64> people;
    for (const Dialog *dialog : std::get<0>(page)) {
        QJsonObject item{{u"conversation"_s, m_world.conversationJson(*dialog)}};
        const Message *last = nullptr;
        for (const qint64 inner : dialog->messages)
            last = m_world.message(inner)->isGone() ? last : m_world.message(inner);
        if (last) {
            item.insert(u"last_message"_s, m_world.messageJson(*last));
            people += {dialog->peer, last->from};
        }
        items.append(item);
    }
    QJsonObject answer{{u"count"_s, qint64(fitting.size())}, {u"items"_s, items}};
    if (unread > 0)
        answer.insert(u"unread_count"_s, unread);
    addPeople(answer, people, params);
    return QJsonValue(answer);
}

Outcome Methods::getConversationsById(const Params &params, const Caller & /*caller*/)
{
    const QList<qint64> peers = numbersOf(params, u"peer_ids"_s);
    if (peers.isEmpty() || peers.size() > 100)
        return badParameter(u"peer_ids is undefined"_s);
    QJsonArray items;
    QSet<qint64> people;
    for (const qint64 peer : peers) {
        if (const Dialog *dialog = m_world.dialog(peer)) {
            items.append(m_world.conversationJson(*dialog));
            people.insert(peer);
        }
    }
    QJsonObject answer{{u"count"_s, qint64(items.size())}, {u"items"_s, items}};
    addPeople(answer, people, params);
    return QJsonValue(answer);
}

QJsonObject Methods::listed(const QList<const Message *> &messages, qsizetype count, const Params &params)
{
    QJsonArray items;
    QSet<qint64> people;
    QSet<qint64> peers;
    for (const Message *message : messages) {
        items.append(m_world.messageJson(*message));
        people += {message->from, message->peer};
        peers.insert(message->peer);
    }
    QJsonObject answer{{u"count"_s, qint64(count)}, {u"items"_s, items}};
    if (isSet(params, u"extended"_s)) {
        QJsonArray conversations;
        for (const qint64 peer : std::as_const(peers))
            conversations.append(m_world.conversationJson(*m_world.dialog(peer)));
        answer.insert(u"conversations"_s, conversations);
    }
    addPeople(answer, people, params);
    return answer;
}

Outcome Methods::getHistory(const Params &params, const Caller & /*caller*/)
{
    const qint64 peer = numberOf(params, u"peer_id"_s, numberOf(params, u"user_id"_s));
    if (peer == 0)
        return badParameter(u"peer_id is undefined"_s);
    const bool chronological = isSet(params, u"rev"_s);
    const qint64 start = numberOf(params, u"start_message_id"_s);
    QList<const Message *> messages;
    qsizetype count = 0;
    const Dialog *dialog = m_world.dialog(peer);
    for (const qint64 inner : dialog ? dialog->messages : QList<qint64>()) {
        const Message *message = m_world.message(inner);
        if (message->isGone())
            continue;
        ++count;
        const bool beyond = start > 0 && (chronological ? inner < start : inner > start);
        if (beyond)
            continue;
        if (chronological)
            messages.append(message);
        else
            messages.prepend(message);
    }
    const auto page = pageOf(messages, params, kPage);
    if (const auto *error = std::get_if<ApiError>(&page))
        return *error;
    return QJsonValue(listed(std::get<0>(page), count, params));
}

Outcome Methods::getById(const Params &params, const Caller &caller)
{
    if (params.has(u"cmids"_s)) {
        return getByCmid(params, caller);
    }
    const QList<qint64> ids = numbersOf(params, u"message_ids"_s);
    if (ids.isEmpty() || ids.size() > kMessagesById)
        return badParameter(u"message_ids is undefined"_s);
    QList<const Message *> messages;
    for (const qint64 id : ids) {
        const Message *message = m_world.message(id);
        if (message && !message->isGone() && message->peer <= kFirstChat)
            messages.append(message);
    }
    return QJsonValue(listed(messages, messages.size(), params));
}

Outcome Methods::getByCmid(const Params &params, const Caller & /*caller*/)
{
    const bool old = params.has(u"conversation_message_ids"_s);
    const QList<qint64> ids = numbersOf(params, old ? u"conversation_message_ids"_s : u"cmids"_s);
    const qint64 peer = numberOf(params, u"peer_id"_s);
    if (peer == 0 || ids.isEmpty() || ids.size() > kMessagesById)
        return badParameter(u"conversation_message_ids is undefined"_s);
    QList<const Message *> messages;
    for (const qint64 id : ids) {
        const Message *message = m_world.byCmid(peer, id);
        if (message && !message->isGone())
            messages.append(message);
    }
    return QJsonValue(listed(messages, messages.size(), params));
}

QJsonObject Methods::classicCredentials(bool withPts)
{
    const QString key = u"c%1"_s.arg(++m_keys, 39, 16, QLatin1Char('0'));
    m_world.classicKeys.insert(key, m_world.nowMs());
    const QString host = m_world.baseUrl.section(u"://"_s, 1); // here without a scheme
    QJsonObject credentials{
        {u"server"_s, QString(host + u"/nim123"_s)}, {u"key"_s, key}, {u"ts"_s, m_world.classic.ts()}};
    if (withPts)
        credentials.insert(u"pts"_s, m_world.classic.pts());
    return credentials;
}

Outcome Methods::getClassicServer(const Params &params, const Caller & /*caller*/)
{
    return QJsonValue(classicCredentials(isSet(params, u"need_pts"_s)));
}

Outcome Methods::getLongPollHistory(const Params &params, const Caller & /*caller*/)
{
    const qint64 pts = numberOf(params, u"pts"_s);
    if (!params.has(u"pts"_s))
        return badParameter(u"pts is undefined"_s);
    if (numberOf(params, u"events_limit"_s, 1000) < 1000)
        return badParameter(u"events_limit should be greater or equal to 1000"_s);
    if (numberOf(params, u"msgs_limit"_s, kPage) < kPage)
        return badParameter(u"msgs_limit should be greater or equal to 200"_s);
    const auto fit = m_world.classic.fits(pts);
    if (fit != ClassicQueue::Fit::Fits)
        return apiError(fit == ClassicQueue::Fit::TooOld ? 907 : 908);
    const qint64 messagesLimit = numberOf(params, u"msgs_limit"_s, kPage);
    QJsonArray history;
    QJsonArray items;
    QSet<qint64> told;
    QSet<qint64> people;
    QSet<qint64> peers;
    qint64 newPts = pts;
    const auto events = m_world.classic.history(pts, numberOf(params, u"events_limit"_s, 1000));
    for (const ClassicEvent &event : events) {
        const Message *message = m_world.message(event.message);
        if (message && items.size() >= messagesLimit && !told.contains(message->inner))
            break;
        newPts = event.pts;
        history.append(cutDown(event.tuple));
        if (!message || told.contains(message->inner))
            continue;
        told.insert(message->inner);
        people += {message->from, message->peer};
        peers.insert(message->peer);
        if (!message->deletedForAll)
            items.append(m_world.messageJson(*message));
    }
    QJsonArray conversations;
    for (const qint64 peer : std::as_const(peers))
        conversations.append(m_world.conversationJson(*m_world.dialog(peer)));
    QJsonObject answer{{u"history"_s, history},
        {u"messages"_s, QJsonObject{{u"count"_s, qint64(items.size())}, {u"items"_s, items}}}, {u"new_pts"_s, newPts},
        {u"from_pts"_s, pts}};
    if (newPts < m_world.classic.pts() && !m_world.classic.history(newPts, 1).isEmpty())
        answer.insert(u"more"_s, true);
    if (isSet(params, u"extended"_s)) {
        answer.insert(u"conversations"_s, conversations);
        addPeople(answer, people, params);
    }
    if (isSet(params, u"credentials"_s))
        answer.insert(u"credentials"_s, classicCredentials(true));
    return QJsonValue(answer);
}

} // namespace parley::sandbox::vk
