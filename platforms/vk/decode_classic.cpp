// SPDX-License-Identifier: GPL-3.0-or-later
// The classic long poll and its history, version 3: tuples of a code and what it is about. Platform sheet, section 2 B.
#include "platforms/vk/decode.h"

#include "platforms/vk/content.h"
#include "platforms/vk/decode_parts.h"
#include "platforms/vk/words.h"

#include <QCryptographicHash>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace parley::platforms::vk {

namespace {

enum Code {
    kFlagsReplaced = 1,
    kFlagsSet = 2,
    kFlagsReset = 3,
    kMessage = 4,
    kEdit = 5,
    kReadByUs = 6,
    kReadByCustomer = 7,
    kDialogFlagsReset = 10,
    kDialogFlagsReplaced = 11,
    kDialogFlagsSet = 12,
    kAllDeleted = 13,
    kAllRestored = 14,
    kSnippet = 18,
    kRefetch = 19,
    kChatChanged = 51,
    kChatInfo = 52,
    kTypingUser = 61,
    kTypingInChat = 62,
    kTyping = 63,
    kVoice = 64,
    kUnread = 80,
};

constexpr qint64 kOutgoing = 2;
constexpr qint64 kDeleted = 128;
constexpr qint64 kDeletedForAll = 131072;
constexpr qint64 kImportant = 1;
constexpr qint64 kUnanswered = 2;

// "Shown 10 s or until a message is sent"; repeats come about every 5 s.
constexpr auto kTypingLasts = 10s;
constexpr qsizetype kQuoteLength = 200;

/// Reads the tuples of one page in their order.
class TupleReader
{
public:
    TupleReader(const QJsonObject &response, const Desk &desk, Decoded &into)
        : m_desk(desk)
        , m_into(into)
    {
        const QJsonArray items = response["messages"_L1]["items"_L1].toArray();
        for (const QJsonValue &item : items)
            m_whole.insert(item["id"_L1].toInteger(), item.toObject());
    }

    void read(const QJsonArray &tuple)
    {
        switch (tuple.at(0).toInt(-1)) {
        case kFlagsReplaced:
        case kFlagsSet:
            flags(tuple);
            break;
        case kFlagsReset:
            if ((tuple.at(2).toInteger() & kDeleted) != 0)
                restored(tuple);
            break;
        case kMessage:
            message(tuple);
            break;
        case kEdit:
        case kSnippet:
        case kRefetch:
            want(tuple.at(1).toInteger());
            break;
        case kReadByCustomer:
            receipt(tuple);
            break;
        case kDialogFlagsReset:
            dialogFlags(tuple, ~tuple.at(2).toInteger(), tuple.at(2).toInteger());
            break;
        case kDialogFlagsReplaced:
            dialogFlags(tuple, tuple.at(2).toInteger(), kImportant | kUnanswered);
            break;
        case kDialogFlagsSet:
            dialogFlags(tuple, tuple.at(2).toInteger(), tuple.at(2).toInteger());
            break;
        case kAllDeleted:
            allDeleted(tuple);
            break;
        case kReadByUs:
        case kAllRestored:
        case kChatChanged:
        case kChatInfo:
        case kTypingUser:
        case kTypingInChat:
        case kTyping:
        case kVoice:
        case kUnread:
            break;
        default:
            addRaw(tuple, u"classic:"_s + digestOf(tuple), u"a tuple of the long poll with an unknown code"_s, m_into);
        }
    }

    void finish()
    {
        for (const RemoteTicketFields &fields : std::as_const(m_fields))
            m_into.batch.tickets << fields;
    }

private:
    void want(qint64 message)
    {
        if (message > 0 && !m_whole.contains(message) && !m_into.incomplete.contains(message))
            m_into.incomplete << message;
    }

    void flags(const QJsonArray &tuple)
    {
        const qint64 id = tuple.at(1).toInteger();
        const qint64 peer = tuple.at(3).toInteger();
        if ((tuple.at(2).toInteger() & (kDeleted | kDeletedForAll)) == 0)
            return;
        if (peer == 0) {
            want(id); // which dialog it is from is not told; the message says it, and that it is deleted
            return;
        }
        m_into.batch.deletions << RemoteDeletion{QString::number(peer), messageRemoteId(peer, id, id)};
    }

    void message(const QJsonArray &tuple)
    {
        const qint64 flags = tuple.at(2).toInteger();
        const qint64 peer = tuple.at(3).toInteger();
        if ((flags & (kDeleted | kDeletedForAll)) != 0) {
            this->flags(tuple);
            return;
        }
        want(tuple.at(1).toInteger());
        // A mark "answered" from before the customer wrote again says nothing about what they wrote.
        if ((flags & kOutgoing) == 0 && m_fields.contains(peer))
            m_fields[peer].answered.reset();
    }

    void receipt(const QJsonArray &tuple)
    {
        const qint64 peer = tuple.at(1).toInteger();
        const qint64 upTo = tuple.at(2).toInteger();
        if (peer != 0 && upTo > 0)
            m_into.batch.receipts << RemoteReceipt{
                QString::number(peer), messageRemoteId(peer, upTo, upTo), DeliveryState::Read};
    }

    /// The cache keeps the text of what was deleted and has no way back from there: a line says that it is there again.
    void restored(const QJsonArray &tuple)
    {
        const qint64 id = tuple.at(1).toInteger();
        const qint64 peer = tuple.at(3).toInteger();
        want(id); // one that was deleted before we met it
        if (id <= 0 || peer == 0)
            return;
        const QString text = contentOf(m_whole.value(id), *m_desk.people, {}).text.left(kQuoteLength);
        RemoteMessage line;
        line.remoteId = u"event:%1:restored:%2"_s.arg(peer).arg(id);
        line.conversationRemoteId = QString::number(peer);
        line.kind = MessageKind::Event;
        line.automatic = true;
        line.time = m_desk.now;
        line.text = text.isEmpty() ? Words::tr("A message that was deleted in VK is there again.")
                                   : Words::tr("A message that was deleted in VK is there again: “%1”").arg(text);
        m_into.batch.messages << line;
        addConversation(dialogOf(peer, m_desk), m_into);
    }

    /// \param flags  as they are now  \param told  which of them the tuple speaks of
    void dialogFlags(const QJsonArray &tuple, qint64 flags, qint64 told)
    {
        const qint64 peer = tuple.at(1).toInteger();
        if (peer == 0 || (told & (kImportant | kUnanswered)) == 0)
            return;
        RemoteTicketFields &fields = m_fields[peer];
        fields.conversationRemoteId = QString::number(peer);
        if ((told & kUnanswered) != 0)
            fields.answered = (flags & kUnanswered) == 0;
        if ((told & kImportant) != 0)
            fields.priority = (flags & kImportant) != 0 ? Priority::High : Priority::Normal;
    }

    void allDeleted(const QJsonArray &tuple)
    {
        const qint64 peer = tuple.at(1).toInteger();
        if (peer == 0)
            return;
        RemoteMessage line;
        line.remoteId = u"event:%1:cleared:%2"_s.arg(peer).arg(tuple.at(2).toInteger());
        line.conversationRemoteId = QString::number(peer);
        line.kind = MessageKind::Event;
        line.automatic = true;
        line.time = m_desk.now;
        line.text = Words::tr("A colleague deleted this conversation in VK. What Parley has of it stays here.");
        m_into.batch.messages << line;
        addConversation(dialogOf(peer, m_desk), m_into);
    }

    const Desk &m_desk;
    Decoded &m_into;
    QHash<qint64, QJsonObject> m_whole; ///< messages that came along, by id
    QMap<qint64, RemoteTicketFields> m_fields;
};

void typing(qint64 conversation, qint64 who, const Desk &desk, Decoded &into)
{
    if (conversation == 0 || who == 0 || who == -desk.group)
        return;
    LiveEvent event;
    event.conversationRemoteId = QString::number(conversation);
    event.author = desk.people->name(who);
    event.until = desk.now + kTypingLasts;
    into.live << event;
}

} // namespace

QString digestOf(const QJsonValue &what)
{
    const QByteArray bytes = what.isArray() ? QJsonDocument(what.toArray()).toJson(QJsonDocument::Compact)
                                            : QJsonDocument(what.toObject()).toJson(QJsonDocument::Compact);
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex().first(32));
}

void decodeHistory(const QJsonObject &response, const Desk &desk, Decoded &into)
{
    desk.people->take(response);
    QJsonObject messages = response["messages"_L1].toObject();
    messages["conversations"_L1] = response["conversations"_L1];
    decodeMessages(messages, desk, into);
    TupleReader reader(response, desk, into);
    const QJsonArray history = response["history"_L1].toArray();
    for (const QJsonValue &tuple : history) {
        if (tuple.isArray())
            reader.read(tuple.toArray());
        else
            addRaw(QJsonArray{tuple}, u"classic:"_s + digestOf(QJsonArray{tuple}), u"no tuple"_s, into);
    }
    reader.finish();
}

bool decodeClassic(const QJsonArray &updates, const Desk &desk, Decoded &into)
{
    bool lasting = false;
    for (const QJsonValue &value : updates) {
        const QJsonArray tuple = value.toArray();
        switch (tuple.at(0).toInt(-1)) {
        case kTypingUser:
            typing(tuple.at(1).toInteger(), tuple.at(1).toInteger(), desk, into);
            break;
        case kTypingInChat:
            typing(kFirstChat + tuple.at(2).toInteger(), tuple.at(1).toInteger(), desk, into);
            break;
        case kTyping:
        case kVoice:
            typing(tuple.at(1).toInteger(), tuple.at(2).toArray().at(0).toInteger(), desk, into);
            break;
        case kUnread:
            break;
        case 8: // friends who come and go, of no use for a community
        case 9:
            break;
        default:
            lasting = true;
        }
    }
    return lasting;
}

} // namespace parley::platforms::vk
