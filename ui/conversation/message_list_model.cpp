// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/conversation/message_list_model.h"

#include <QSet>

#include <algorithm>

namespace parley::ui {

namespace {
constexpr int kPagesBackToUnread = 4; ///< further back than this we open at the end: the agent was long away
constexpr int kOneByOne = 48; ///< more changed messages than this: the window is read again and compared
} // namespace

MessageListModel::MessageListModel(storage::Reader &reader, QObject *parent)
    : QAbstractListModel(parent)
    , m_reader(reader)
{
}

int MessageListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_messages.size());
}

QVariant MessageListModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const Message &at = message(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return at.text;
    case Qt::AccessibleTextRole:
        return sentence ? sentence(at) : at.text;
    case IdRole:
        return at.id.value;
    case RevisionRole:
        return at.revision;
    default:
        return {};
    }
}

int MessageListModel::rowOf(MessageId message) const
{
    const auto found = std::ranges::lower_bound(m_messages, message, {}, &Message::id);
    return found != m_messages.end() && found->id == message ? int(found - m_messages.begin()) : -1;
}

MessageId MessageListModel::last() const
{
    return m_messages.empty() ? MessageId{} : m_messages.back().id;
}

// ------------------------------------------------------------------------------------------------------- opening

void MessageListModel::replaceAll(QList<Message> messages, bool hasOlder, bool hasNewer)
{
    beginResetModel();
    m_messages.assign(std::make_move_iterator(messages.begin()), std::make_move_iterator(messages.end()));
    m_hasOlder = hasOlder;
    m_hasNewer = hasNewer;
    endResetModel();
}

void MessageListModel::open(ConversationId conversation, std::optional<Timestamp> since)
{
    m_conversation = conversation;
    m_firstUnread = {};
    auto page = m_reader.messagesBefore(conversation, {}, kPage);
    if (!page) {
        replaceAll({}, false, false);
        Q_EMIT readFailed(page.error());
        return;
    }
    QList<Message> messages = std::move(page).value();
    bool hasOlder = messages.size() == kPage;
    for (int back = 1; since && hasOlder && back < kPagesBackToUnread && messages.first().time >= *since; ++back) {
        auto older = m_reader.messagesBefore(conversation, messages.first().id, kPage);
        if (!older)
            break;
        hasOlder = older->size() == kPage;
        messages = *older + messages;
    }
    readCases();
    replaceAll(std::move(messages), hasOlder, false);
    if (since)
        markFirstUnread(*since);
}

void MessageListModel::markFirstUnread(Timestamp since)
{
    for (const Message &message : m_messages) {
        if (message.time >= since && message.direction == Direction::In && message.kind != MessageKind::Event) {
            m_firstUnread = message.id;
            return;
        }
    }
}

void MessageListModel::close()
{
    m_conversation = {};
    m_cases.clear();
    replaceAll({}, false, false);
}

void MessageListModel::showNewest()
{
    if (!m_hasNewer)
        return;
    auto page = m_reader.messagesBefore(m_conversation, {}, kPage);
    if (!page) {
        Q_EMIT readFailed(page.error());
        return;
    }
    const bool hasOlder = page->size() == kPage;
    replaceAll(std::move(page).value(), hasOlder, false);
}

bool MessageListModel::showAround(MessageId target)
{
    if (rowOf(target) >= 0)
        return true;
    const auto found = m_reader.message(target);
    if (!found || !found->has_value() || (*found)->conversation != m_conversation)
        return false;
    auto before = m_reader.messagesBefore(m_conversation, target, kPage);
    auto after = m_reader.messagesAfter(m_conversation, target, kPage);
    if (!before || !after)
        return false;
    const bool hasOlder = before->size() == kPage;
    const bool hasNewer = after->size() == kPage;
    replaceAll(*before + QList<Message>{**found} + *after, hasOlder, hasNewer);
    return true;
}

// ------------------------------------------------------------------------------------------------------- sliding

void MessageListModel::fetchOlder()
{
    if (!m_hasOlder || m_messages.empty())
        return;
    const auto page = m_reader.messagesBefore(m_conversation, m_messages.front().id, kPage);
    if (!page) {
        m_hasOlder = false; // else it would be asked again with every frame
        Q_EMIT readFailed(page.error());
        return;
    }
    m_hasOlder = page->size() == kPage;
    prepend(*page);
    trimBack();
}

void MessageListModel::fetchNewer()
{
    if (!m_hasNewer || m_messages.empty())
        return;
    auto page = m_reader.messagesAfter(m_conversation, m_messages.back().id, kPage);
    if (!page) {
        m_hasNewer = false;
        Q_EMIT readFailed(page.error());
        return;
    }
    m_hasNewer = page->size() == kPage;
    append(std::move(page).value());
    trimFront();
}

void MessageListModel::append(QList<Message> messages)
{
    if (messages.isEmpty())
        return;
    const int first = rowCount();
    beginInsertRows({}, first, first + int(messages.size()) - 1);
    m_messages.insert(
        m_messages.end(), std::make_move_iterator(messages.begin()), std::make_move_iterator(messages.end()));
    endInsertRows();
}

void MessageListModel::prepend(const QList<Message> &messages)
{
    if (messages.isEmpty())
        return;
    beginInsertRows({}, 0, int(messages.size()) - 1);
    m_messages.insert(m_messages.begin(), messages.begin(), messages.end());
    endInsertRows();
}

void MessageListModel::trimFront()
{
    const int extra = rowCount() - kWindow;
    if (extra <= 0)
        return;
    beginRemoveRows({}, 0, extra - 1);
    m_messages.erase(m_messages.begin(), m_messages.begin() + extra);
    m_hasOlder = true;
    endRemoveRows();
}

void MessageListModel::trimBack()
{
    const int extra = rowCount() - kWindow;
    if (extra <= 0)
        return;
    beginRemoveRows({}, kWindow, rowCount() - 1);
    m_messages.erase(m_messages.begin() + kWindow, m_messages.end());
    m_hasNewer = true;
    endRemoveRows();
}

// ------------------------------------------------------------------------------------------------------- changes

void MessageListModel::applyChanges(const Changes &changes)
{
    if (!m_conversation.isValid())
        return;
    const bool caseChanged =
        std::ranges::any_of(m_cases, [&](const Ticket &ticket) { return changes.tickets.contains(ticket.id); });
    const bool ours = changes.conversations.contains(m_conversation);
    if (caseChanged || ours)
        readCases();
    if (!ours)
        return;
    const MessageId first = m_messages.empty() ? MessageId{} : m_messages.front().id;
    const MessageId end = last();
    QList<MessageId> within; // of any conversation: their numbers fall into our stretch of time
    bool newer = false;
    for (const MessageId id : changes.messages) {
        if (id > end)
            newer = true;
        else if (id >= first || !m_hasOlder)
            within.append(id);
    }
    if (within.size() > kOneByOne) {
        refreshWindow();
    } else {
        for (const MessageId id : within)
            refresh(id);
    }
    if (!newer || m_hasNewer)
        return;
    const bool empty = m_messages.empty();
    auto page = empty ? m_reader.messagesBefore(m_conversation, {}, kPage)
                      : m_reader.messagesAfter(m_conversation, last(), kPage);
    if (!page || page->isEmpty())
        return;
    m_hasNewer = !empty && page->size() == kPage;
    m_hasOlder = m_hasOlder || (empty && page->size() == kPage);
    append(std::move(page).value());
    trimFront();
    if (!m_hasNewer)
        Q_EMIT arrived(last());
}

void MessageListModel::refresh(MessageId id)
{
    const int row = rowOf(id);
    const auto now = m_reader.message(id);
    if (!now)
        return;
    const bool ours = now->has_value() && (*now)->conversation == m_conversation;
    if (row < 0) {
        if (ours)
            insertSorted(**now);
    } else if (!ours) {
        removeRow(row);
    } else {
        m_messages[size_t(row)] = **now;
        Q_EMIT dataChanged(index(row), index(row));
    }
}

void MessageListModel::insertSorted(const Message &message)
{
    const auto place = std::ranges::lower_bound(m_messages, message.id, {}, &Message::id);
    const int row = int(place - m_messages.begin());
    beginInsertRows({}, row, row);
    m_messages.insert(place, message);
    endInsertRows();
}

void MessageListModel::removeRow(int row)
{
    beginRemoveRows({}, row, row);
    m_messages.erase(m_messages.begin() + row);
    endRemoveRows();
}

/// A back-fill changed much: what stands in the window's stretch is read again and compared.
void MessageListModel::refreshWindow()
{
    auto fresh = m_reader.messagesBefore(m_conversation, m_hasNewer ? last() : MessageId{}, kWindow);
    if (!fresh)
        return;
    QSet<MessageId> stays;
    for (const Message &message : *fresh)
        stays.insert(message.id);
    if (m_hasNewer)
        stays.insert(last());
    for (int row = rowCount() - 1; row >= 0; --row) {
        if (!stays.contains(m_messages[size_t(row)].id))
            removeRow(row);
    }
    for (const Message &message : *fresh) {
        const int row = rowOf(message.id);
        if (row < 0) {
            insertSorted(message);
        } else if (m_messages[size_t(row)].revision != message.revision) {
            m_messages[size_t(row)] = message;
            Q_EMIT dataChanged(index(row), index(row));
        }
    }
    m_hasOlder = fresh->size() == kWindow;
}

void MessageListModel::readCases()
{
    if (auto cases = m_reader.ticketsOf(m_conversation)) {
        m_cases = std::move(cases).value();
        Q_EMIT casesChanged();
    }
}

} // namespace parley::ui
