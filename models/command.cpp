// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/command.h"

#include "models/words.h"

#include <QJsonArray>

namespace parley {

namespace {

constexpr Words<OutboxState, 5> kOutboxWords{{{{OutboxState::Queued, u"queued"}, {OutboxState::Sending, u"sending"},
    {OutboxState::Sent, u"sent"}, {OutboxState::Held, u"held"}, {OutboxState::Failed, u"failed"}}}};

/// In the order of the variant.
constexpr std::array<const char16_t *, std::variant_size_v<Command>> kKinds{u"reply", u"note", u"status", u"assign",
    u"tags", u"priority", u"answered", u"edit", u"delete", u"read", u"unread", u"team", u"mute", u"macro"};

template <class... Ts>
struct Overloaded : Ts... {
    using Ts::operator()...;
};
template <class... Ts>
Overloaded(Ts...) -> Overloaded<Ts...>;

QJsonObject bodyOf(const Reply &reply)
{
    QJsonObject json{{QStringLiteral("text"), reply.text}};
    if (reply.replyTo.isValid())
        json.insert(QStringLiteral("reply_to"), reply.replyTo.value);
    if (reply.privately)
        json.insert(QStringLiteral("private"), true);
    QJsonArray attachments;
    for (const OutgoingAttachment &attachment : reply.attachments)
        attachments.append(QJsonObject{{QStringLiteral("name"), attachment.name},
            {QStringLiteral("type"), attachment.type}, {QStringLiteral("size"), attachment.content.size()}});
    if (!attachments.isEmpty())
        json.insert(QStringLiteral("attachments"), attachments);
    return json;
}

QJsonObject bodyOf(const SetStatus &change)
{
    QJsonObject json{{QStringLiteral("status"), toString(change.status)}};
    if (change.snoozedUntil)
        json.insert(QStringLiteral("until"), toRfc3339(*change.snoozedUntil));
    return json;
}

/// Reads the fields of one command, remembering the first that is not as it should be.
class FieldReader
{
public:
    explicit FieldReader(const QJsonObject &json)
        : m_json(json)
    {
    }

    QString text(const QString &key)
    {
        const QJsonValue value = m_json.value(key);
        if (!value.isString())
            note(key);
        return value.toString();
    }
    QStringList texts(const QString &key)
    {
        const QJsonValue value = m_json.value(key);
        if (!value.isArray())
            note(key);
        QStringList list;
        for (const QJsonValue &entry : value.toArray()) {
            if (!entry.isString())
                note(key);
            list.append(entry.toString());
        }
        return list;
    }
    MessageId message(const QString &key, bool required)
    {
        const QJsonValue value = m_json.value(key);
        if (value.isUndefined() && !required)
            return {};
        const qint64 id = value.toInteger(0);
        if (id <= 0)
            note(key);
        return {id};
    }
    bool flag(const QString &key)
    {
        const QJsonValue value = m_json.value(key);
        if (!value.isUndefined() && !value.isBool())
            note(key);
        return value.toBool();
    }
    QList<OutgoingAttachment> attachments(const QString &key)
    {
        const QJsonValue value = m_json.value(key);
        if (!value.isUndefined() && !value.isArray())
            note(key);
        QList<OutgoingAttachment> list;
        for (const QJsonValue &entry : value.toArray()) {
            FieldReader fields(entry.toObject());
            list.append({fields.text(QStringLiteral("name")), fields.text(QStringLiteral("type")), {}});
            if (!fields.m_wrong.isEmpty())
                note(key);
        }
        return list;
    }
    SetStatus status()
    {
        const auto status = ticketStatusFrom(text(QStringLiteral("status")));
        if (!status)
            note(QStringLiteral("status"));
        std::optional<Timestamp> until;
        if (m_json.contains(QStringLiteral("until"))) {
            until = fromRfc3339(text(QStringLiteral("until")));
            if (!until)
                note(QStringLiteral("until"));
        }
        return {status.value_or(TicketStatus::Open), until};
    }
    SetPriority priority()
    {
        const auto priority = priorityFrom(text(QStringLiteral("priority")));
        if (!priority)
            note(QStringLiteral("priority"));
        return {priority.value_or(Priority::Normal)};
    }

    [[nodiscard]] Result<Command> result(Command command) const
    {
        if (m_wrong.isEmpty())
            return command;
        return Error{ErrorKind::Rejected,
            QStringLiteral("command: field %1 is missing or of the wrong type").arg(m_wrong), {}, {}, false};
    }

private:
    void note(const QString &key)
    {
        if (m_wrong.isEmpty())
            m_wrong = key;
    }

    QJsonObject m_json;
    QString m_wrong;
};

} // namespace

QString kindOf(const Command &command)
{
    return QStringView(kKinds.at(command.index())).toString();
}

QJsonObject toJson(const Command &command)
{
    QJsonObject json = std::visit(
        Overloaded{
            [](const Reply &reply) { return bodyOf(reply); },
            [](const Note &note) { return QJsonObject{{QStringLiteral("text"), note.text}}; },
            [](const SetStatus &change) { return bodyOf(change); },
            [](const Assign &change) { return QJsonObject{{QStringLiteral("assignee"), change.assignee}}; },
            [](const ChangeTags &change) {
                return QJsonObject{{QStringLiteral("add"), QJsonArray::fromStringList(change.add)},
                    {QStringLiteral("remove"), QJsonArray::fromStringList(change.remove)}};
            },
            [](const SetPriority &change) {
                return QJsonObject{{QStringLiteral("priority"), toString(change.priority)}};
            },
            [](const MarkAnswered &) { return QJsonObject{}; },
            [](const MarkRead &) { return QJsonObject{}; },
            [](const MarkUnread &) { return QJsonObject{}; },
            [](const AssignTeam &change) { return QJsonObject{{QStringLiteral("team"), change.team}}; },
            [](const Mute &change) { return QJsonObject{{QStringLiteral("on"), change.on}}; },
            [](const RunMacro &macro) {
                return QJsonObject{{QStringLiteral("macro"), macro.remoteId}, {QStringLiteral("name"), macro.name}};
            },
            [](const EditMessage &edit) {
                return QJsonObject{
                    {QStringLiteral("message"), edit.message.value}, {QStringLiteral("text"), edit.text}};
            },
            [](const DeleteMessage &deletion) {
                return QJsonObject{{QStringLiteral("message"), deletion.message.value}};
            },
        },
        command);
    json.insert(QStringLiteral("kind"), kindOf(command));
    return json;
}

Result<Command> commandFrom(const QJsonObject &json)
{
    FieldReader fields(json);
    const QString kind = fields.text(QStringLiteral("kind"));
    const QString textKey = QStringLiteral("text");
    const QString messageKey = QStringLiteral("message");
    if (kind == u"reply")
        return fields.result(Reply{fields.text(textKey), fields.message(QStringLiteral("reply_to"), false),
            fields.flag(QStringLiteral("private")), fields.attachments(QStringLiteral("attachments"))});
    if (kind == u"note")
        return fields.result(Note{fields.text(textKey)});
    if (kind == u"read")
        return fields.result(MarkRead{});
    if (kind == u"status")
        return fields.result(fields.status());
    if (kind == u"assign")
        return fields.result(Assign{fields.text(QStringLiteral("assignee"))});
    if (kind == u"tags")
        return fields.result(ChangeTags{fields.texts(QStringLiteral("add")), fields.texts(QStringLiteral("remove"))});
    if (kind == u"priority")
        return fields.result(fields.priority());
    if (kind == u"answered")
        return fields.result(MarkAnswered{});
    if (kind == u"unread")
        return fields.result(MarkUnread{});
    if (kind == u"team")
        return fields.result(AssignTeam{fields.text(QStringLiteral("team"))});
    if (kind == u"mute")
        return fields.result(Mute{fields.flag(QStringLiteral("on"))});
    if (kind == u"macro")
        return fields.result(RunMacro{fields.text(QStringLiteral("macro")), fields.text(QStringLiteral("name"))});
    if (kind == u"edit")
        return fields.result(EditMessage{fields.message(messageKey, true), fields.text(textKey)});
    if (kind == u"delete")
        return fields.result(DeleteMessage{fields.message(messageKey, true)});
    return Error{
        ErrorKind::Rejected, QStringLiteral("command: kind “%1” is not known").arg(kind.left(40)), {}, {}, false};
}

QString toString(OutboxState state)
{
    return kOutboxWords.wordFor(state);
}

} // namespace parley
