// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/changes.h"
#include "models/message.h"
#include "models/result.h"
#include "models/ticket.h"
#include "storage/reader.h"

#include <QAbstractListModel>
#include <QHash>

#include <deque>
#include <functional>

namespace parley::ui {

/// A conversation's messages, oldest first: a window over the cache that slides both ways. At most kWindow messages are
/// held; what slides out at one end is read again when one scrolls back. Only open() and showNewest() from afar reset
/// it.
class MessageListModel : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role { IdRole = Qt::UserRole + 1, RevisionRole };
    static constexpr int kPage = 40; ///< messages read at a time: about three screens
    static constexpr int kWindow = 240; ///< messages held

    explicit MessageListModel(storage::Reader &reader, QObject *parent = nullptr);

    /// \param since  opens with this moment in the window if it is within a few pages (the first unread message), and
    ///               marks the first inbound message at or after it; unset: opens at the end
    void open(ConversationId conversation, std::optional<Timestamp> since);
    void close();
    void showNewest(); ///< slides the window to the end
    [[nodiscard]] bool showAround(MessageId message); ///< slides it to a message; false: it is not in this conversation

    [[nodiscard]] ConversationId conversation() const { return m_conversation; }
    [[nodiscard]] bool hasOlder() const { return m_hasOlder; }
    [[nodiscard]] bool hasNewer() const { return m_hasNewer; }
    void fetchOlder();
    void fetchNewer();

    [[nodiscard]] const Message &message(int row) const { return m_messages[size_t(row)]; }
    [[nodiscard]] int rowOf(MessageId message) const; ///< -1: not in the window
    [[nodiscard]] MessageId firstUnread() const { return m_firstUnread; } ///< stays until the next open()
    [[nodiscard]] MessageId last() const; ///< newest in the window; invalid: none
    [[nodiscard]] const QList<Ticket> &cases() const { return m_cases; } ///< of the conversation, oldest first

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

    /// How a message reads as one sentence to a screen reader. Set by the view's side, which knows the wording.
    std::function<QString(const Message &)> sentence;

public Q_SLOTS:
    void applyChanges(const parley::Changes &changes);

Q_SIGNALS:
    void arrived(parley::MessageId message); ///< a new one at the end, while the window is at the end
    void casesChanged();
    void readFailed(const parley::Error &error);

private:
    void replaceAll(QList<Message> messages, bool hasOlder, bool hasNewer);
    void append(QList<Message> messages);
    void prepend(const QList<Message> &messages);
    void trimFront();
    void trimBack();
    void refresh(MessageId id);
    void refreshWindow();
    void insertSorted(const Message &message);
    void removeRow(int row);
    void readCases();
    void markFirstUnread(Timestamp since);

    storage::Reader &m_reader;
    ConversationId m_conversation;
    std::deque<Message> m_messages;
    QList<Ticket> m_cases;
    MessageId m_firstUnread;
    bool m_hasOlder = false;
    bool m_hasNewer = false;
};

} // namespace parley::ui
