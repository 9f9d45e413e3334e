// SPDX-License-Identifier: GPL-3.0-or-later
// What puts words before a customer.
#include "sandbox/vk/methods.h"

#include <QJsonDocument>

using namespace Qt::Literals::StringLiterals;

namespace parley::sandbox::vk {

namespace {

constexpr qsizetype kKeyboardButtons = 40;
constexpr qsizetype kInlineButtons = 10;
constexpr qsizetype kLabelLimit = 40;

/// The keyboard, or why not; nothing where none was sent.
std::variant<QJsonObject, ApiError> keyboardFrom(const Params &params)
{
    if (params.text(u"keyboard"_s).isEmpty())
        return QJsonObject();
    const QJsonObject keyboard = params.json(u"keyboard"_s).toObject();
    if (!keyboard.value("buttons"_L1).isArray())
        return apiError(911, u"buttons is not an array"_s);
    qsizetype count = 0;
    const QJsonArray rows = keyboard.value("buttons"_L1).toArray();
    for (const QJsonValue &row : rows) {
        const QJsonArray buttons = row.toArray();
        for (const QJsonValue &button : buttons) {
            ++count;
            const QJsonObject action = button["action"_L1].toObject();
            const QString type = action.value("type"_L1).toString();
            const bool labelled = type == "text"_L1 || type == "callback"_L1 || type == "open_link"_L1;
            const qsizetype length = action.value("label"_L1).toString().size();
            if (type.isEmpty() || (labelled && (length == 0 || length > kLabelLimit)))
                return apiError(911, u"button is not valid"_s);
        }
    }
    if (count > (keyboard.value("inline"_L1).toBool() ? kInlineButtons : kKeyboardButtons))
        return apiError(911, u"too many buttons"_s);
    QJsonObject known = keyboard;
    if (!known.contains("one_time"_L1))
        known.insert(u"one_time"_s, false);
    return known;
}

/// Clients send a single number where the schema has a list (vk-io), and are understood.
QJsonArray asList(const QJsonValue &value)
{
    return value.isDouble() ? QJsonArray{value} : value.toArray();
}

/// Clients send longer numbers too (vk-io: 53 bits); what is documented and comes back has 32.
qint64 keptRandomId(const Params &params)
{
    return qint32(quint32(quint64(numberOf(params, u"random_id"_s))));
}

} // namespace

Methods::Or<QJsonArray> Methods::attachmentsFrom(const QStringList &references, bool inMessage) const
{
    if (references.size() > kAttachmentLimit)
        return badParameter(u"too many attachments"_s);
    QJsonArray attachments;
    for (const QString &text : references) {
        const auto reference = referenceOf(text);
        if (!reference)
            return badParameter(u"attachment is invalid: "_s + text);
        const StoredFile *file = m_world.file(reference->kind, reference->owner, reference->id);
        const bool known = file && (reference->accessKey.isEmpty() || reference->accessKey == file->accessKey);
        if (known) {
            attachments.append(m_world.attachmentOf(*file));
        } else if (reference->kind == "wall"_L1 && inMessage) {
            const PlaceState *post = m_world.place({Place::Kind::Wall, reference->id});
            if (!post || reference->owner != m_world.ownerId())
                return badParameter(u"attachment is not available: "_s + text);
            attachments.append(QJsonObject{{u"type"_s, u"wall"_s}, {u"wall"_s, m_world.postJson(*post)}});
        } else {
            return badParameter(u"attachment is not available: "_s + text);
        }
    }
    return attachments;
}

std::optional<ApiError> Methods::addForward(Draft &draft, const Params &params)
{
    if (params.has(u"reply_to"_s)) {
        const Message *replied = m_world.message(numberOf(params, u"reply_to"_s));
        if (!replied || replied->peer != draft.peer || replied->isGone())
            return badParameter(u"reply_to is invalid"_s);
        draft.replyTo = replied->inner;
    }
    draft.forward = numbersOf(params, u"forward_messages"_s);
    if (!params.text(u"forward"_s).isEmpty()) {
        const QJsonObject forward = params.json(u"forward"_s).toObject();
        const qint64 peer = forward.value("peer_id"_L1).toInteger(draft.peer);
        QList<qint64> inner;
        const QJsonArray ids = asList(forward.value("message_ids"_L1));
        for (const QJsonValue &id : ids)
            inner.append(id.toInteger());
        const bool old = forward.contains("conversation_message_ids"_L1);
        const QJsonArray cmids = asList(forward.value(old ? "conversation_message_ids"_L1 : "cmids"_L1));
        for (const QJsonValue &cmid : cmids) {
            const Message *message = m_world.byCmid(peer, cmid.toInteger());
            inner.append(message ? message->inner : 0);
        }
        const QJsonValue reply = forward.value("is_reply"_L1);
        const bool isReply = reply.toBool() || reply.toInt() == 1;
        if (inner.isEmpty() || (isReply && (inner.size() != 1 || peer != draft.peer)))
            return apiError(921);
        if (isReply)
            draft.replyTo = inner.first();
        else
            draft.forward += inner;
        if (isReply && !m_world.message(draft.replyTo))
            return apiError(921);
    }
    for (const qint64 inner : std::as_const(draft.forward)) {
        const Message *message = m_world.message(inner);
        if (!message || message->isGone())
            return apiError(921);
    }
    return std::nullopt;
}

Methods::Or<Draft> Methods::draftFrom(qint64 peer, const Params &params)
{
    Draft draft;
    draft.peer = peer;
    draft.from = m_world.ownerId();
    draft.text = params.text(u"message"_s);
    if (draft.text.size() > kTextLimit)
        return apiError(914);
    const auto attachments = attachmentsFrom(listOf(params, u"attachment"_s), true);
    if (const auto *error = std::get_if<ApiError>(&attachments))
        return *error;
    draft.attachments = std::get<QJsonArray>(attachments);
    if (const auto error = addForward(draft, params))
        return *error;
    const auto keyboard = keyboardFrom(params);
    if (const auto *error = std::get_if<ApiError>(&keyboard))
        return *error;
    draft.keyboard = std::get<QJsonObject>(keyboard);
    draft.payload = params.text(u"payload"_s);
    if (draft.payload.size() > 1000)
        return badParameter(u"payload is too long"_s);
    if (draft.text.trimmed().isEmpty() && draft.attachments.isEmpty() && draft.forward.isEmpty())
        return badParameter(u"message is empty or invalid"_s);
    return draft;
}

Outcome Methods::sendTo(qint64 peer, const Params &params, bool asItem)
{
    const qint64 randomId = keptRandomId(params);
    const auto known = m_sentBefore.constFind({peer, randomId});
    const bool repeated =
        randomId != 0 && known != m_sentBefore.constEnd() && m_world.nowMs() - known->atMs < kRandomIdLifeMs;
    qint64 inner = repeated ? known->inner : 0;
    if (!repeated) {
        if (const auto error = refusal(peer))
            return *error;
        auto draft = draftFrom(peer, params);
        if (const auto *error = std::get_if<ApiError>(&draft))
            return *error;
        std::get<Draft>(draft).randomId = randomId;
        inner = m_world.deliver(std::get<Draft>(draft)).inner;
        if (randomId != 0)
            m_sentBefore.insert({peer, randomId}, {inner, m_world.nowMs()});
    }
    if (!asItem)
        return QJsonValue(m_world.shownId(inner));
    return QJsonValue(QJsonObject{{u"peer_id"_s, peer}, {u"message_id"_s, m_world.shownId(inner)},
        {u"conversation_message_id"_s, m_world.message(inner)->cmid}});
}

Outcome Methods::send(const Params &params, const Caller & /*caller*/)
{
    if (!params.integer(u"random_id"_s))
        return badParameter(u"random_id is a required parameter"_s);
    if (params.has(u"peer_ids"_s)) {
        const QList<qint64> peers = numbersOf(params, u"peer_ids"_s);
        if (peers.isEmpty() || peers.size() > 100)
            return badParameter(u"peer_ids is invalid"_s);
        // What is wrong with the message itself is wrong for all; entries are for what a recipient forbids.
        const auto draft = draftFrom(peers.first(), params);
        if (const auto *error = std::get_if<ApiError>(&draft))
            return *error;
        QJsonArray items;
        for (const qint64 peer : peers) {
            const Outcome sent = sendTo(peer, params, true);
            if (const auto *error = std::get_if<ApiError>(&sent))
                items.append(QJsonObject{{u"peer_id"_s, peer}, {u"message_id"_s, 0}, {u"conversation_message_id"_s, 0},
                    {u"error"_s, QJsonObject{{u"code"_s, error->code}, {u"description"_s, error->words}}}});
            else
                items.append(std::get<QJsonValue>(sent));
        }
        return QJsonValue(items);
    }
    qint64 peer = numberOf(params, u"peer_id"_s, numberOf(params, u"user_id"_s));
    if (params.has(u"chat_id"_s))
        peer = kFirstChat + numberOf(params, u"chat_id"_s);
    if (peer == 0)
        return badParameter(u"peer_id is undefined"_s);
    return sendTo(peer, params, false);
}

Message *Methods::messageMeant(const Params &params)
{
    if (params.has(u"message_id"_s))
        return m_world.message(numberOf(params, u"message_id"_s));
    return m_world.byCmid(numberOf(params, u"peer_id"_s), numberOf(params, u"cmid"_s));
}

Outcome Methods::edit(const Params &params, const Caller & /*caller*/)
{
    if (!params.has(u"peer_id"_s))
        return badParameter(u"peer_id is undefined"_s);
    Message *message = messageMeant(params);
    if (!message || message->isGone() || message->peer != numberOf(params, u"peer_id"_s))
        return badParameter(u"message_id is invalid"_s);
    if (!message->out)
        return apiError(15, u"can't edit this message"_s);
    if (m_world.nowMs() - message->dateMs > kEditWindowMs)
        return apiError(909);
    if (const auto error = refusal(message->peer); error && error->code != 901)
        return *error;
    const QString text = params.text(u"message"_s);
    if (text.size() > kTextLimit)
        return apiError(914);
    // Everything is replaced: what is not listed again is lost.
    const auto attachments = attachmentsFrom(listOf(params, u"attachment"_s), true);
    if (const auto *error = std::get_if<ApiError>(&attachments))
        return *error;
    const bool keepsForwarded = isSet(params, u"keep_forward_messages"_s);
    const bool hasForwarded = keepsForwarded && !message->forwarded.isEmpty();
    if (text.trimmed().isEmpty() && std::get<QJsonArray>(attachments).isEmpty() && !hasForwarded)
        return badParameter(u"message is empty or invalid"_s);
    const auto keyboard = keyboardFrom(params);
    if (const auto *error = std::get_if<ApiError>(&keyboard))
        return *error;
    message->keyboard = std::get<QJsonObject>(keyboard);
    if (!keepsForwarded) {
        message->forwarded.clear();
        message->forwardedJson = {};
        message->replyTo = 0;
    }
    m_world.change(*message, text, std::get<QJsonArray>(attachments));
    return QJsonValue(1);
}

} // namespace parley::sandbox::vk
