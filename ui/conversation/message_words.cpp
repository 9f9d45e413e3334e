// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/conversation/message_words.h"

#include "models/display_text.h"
#include "ui/common/size_words.h"
#include "ui/common/time_words.h"

#include <QCoreApplication>
#include <QStringList>

namespace parley::ui {

namespace {
constexpr int kNameLength = 60; ///< UTF-16 units of a name that are shown
constexpr int kSpokenLength = 600; ///< of a text that is read out

struct Words {
    Q_DECLARE_TR_FUNCTIONS(parley::ui::Message)
};
} // namespace

QString stateWord(const Message &message, bool online)
{
    if (message.direction == Direction::In || message.kind == MessageKind::Note)
        return message.state == DeliveryState::Failed ? Words::tr("failed") : QString();
    switch (message.state) {
    case DeliveryState::Received:
        return {};
    case DeliveryState::Queued:
        return online ? Words::tr("queued") : Words::tr("queued offline");
    case DeliveryState::Sending:
        return Words::tr("sending …");
    case DeliveryState::Sent:
        return Words::tr("sent");
    case DeliveryState::Delivered:
        return Words::tr("delivered");
    case DeliveryState::Read:
        return Words::tr("read");
    case DeliveryState::Failed:
        return Words::tr("failed");
    case DeliveryState::Held:
        return Words::tr("held");
    }
    return {};
}

QString stateIcon(DeliveryState state)
{
    switch (state) {
    case DeliveryState::Received:
        return {};
    case DeliveryState::Queued:
        return QStringLiteral("clock");
    case DeliveryState::Sending:
        return QStringLiteral("send");
    case DeliveryState::Sent:
        return QStringLiteral("check");
    case DeliveryState::Delivered:
    case DeliveryState::Read:
        return QStringLiteral("check-double");
    case DeliveryState::Failed:
        return QStringLiteral("alert");
    case DeliveryState::Held:
        return QStringLiteral("pause");
    }
    return {};
}

QString audienceWords(Visibility visibility)
{
    switch (visibility) {
    case Visibility::Public:
        return Words::tr("Public · everybody can read this");
    case Visibility::Private:
        return Words::tr("Private · only the customer and your team");
    case Visibility::Internal:
        break;
    }
    return {};
}

bool canAnswerPublicly(const Message &message, bool publicHere)
{
    return publicHere && message.kind == MessageKind::Message && message.direction == Direction::Out
        && message.visibility == Visibility::Private && message.state == DeliveryState::Failed
        && message.outbox.isValid();
}

QString authorWord(const Message &message)
{
    const QString author = safeForDisplay(message.author, kNameLength);
    if (message.kind == MessageKind::Note) {
        return author.isEmpty() ? Words::tr("Your note · only the team sees this")
                                : Words::tr("Note by %1 · only the team sees this").arg(author);
    }
    if (message.direction == Direction::Out) {
        const QString by = author.isEmpty() ? Words::tr("You") : author;
        return message.automatic ? Words::tr("%1 · automatic").arg(by) : by;
    }
    const QString by = author.isEmpty() ? Words::tr("Customer") : author;
    return message.automatic ? Words::tr("%1 · automatic").arg(by) : by;
}

QString troubleWords(const Message &message)
{
    if (message.state == DeliveryState::Failed) {
        return message.error.isEmpty() ? Words::tr("Not sent. The text is kept here.")
                                       : Words::tr("Not sent: %1").arg(message.error);
    }
    if (message.state == DeliveryState::Held) {
        return message.error.isEmpty() ? Words::tr("Held, not sent: the conversation moved on after your last look.")
                                       : Words::tr("Held, not sent: %1").arg(message.error);
    }
    return {};
}

QString unsupportedWords(const Message &message)
{
    return message.text.isEmpty() ? Words::tr("Parley cannot show this kind of message yet. It is kept as it came.")
                                  : Words::tr("Parley cannot show this fully; it is kept as it came: %1")
                                        .arg(safeForDisplay(message.text, kSpokenLength));
}

QString attachmentWords(const Attachment &attachment)
{
    QStringList parts;
    if (attachment.size > 0)
        parts += sizeWords(attachment.size);
    switch (attachment.state) {
    case Attachment::State::Stored:
        break;
    case Attachment::State::Remote:
        parts += Words::tr("on its way");
        break;
    case Attachment::State::TooLarge:
        parts += Words::tr("large: fetched when you ask");
        break;
    case Attachment::State::Failed:
        parts += Words::tr("could not be fetched");
        break;
    }
    return parts.join(QStringLiteral(" · "));
}

QString messageSentence(const Message &message, bool online, bool tellsAudience)
{
    QStringList parts;
    if (message.kind != MessageKind::Event)
        parts += authorWord(message);
    parts += fullTime(message.time);
    if (tellsAudience && message.kind == MessageKind::Message)
        parts += audienceWords(message.visibility);
    if (message.deleted)
        parts += Words::tr("deleted by its author");
    else if (message.edited)
        parts += Words::tr("edited");
    if (const QString state = stateWord(message, online); !state.isEmpty())
        parts += state;
    const QString text = message.kind == MessageKind::Unsupported ? unsupportedWords(message)
                                                                  : safeForDisplay(message.text, kSpokenLength);
    QString sentence = parts.join(QStringLiteral(", ")) + u": " + text;
    for (const Attachment &attachment : message.attachments)
        sentence += u' ' + Words::tr("Attachment: %1.").arg(safeForDisplay(attachment.name, kNameLength));
    if (const QString trouble = troubleWords(message); !trouble.isEmpty())
        sentence += u' ' + trouble;
    return sentence;
}

} // namespace parley::ui
