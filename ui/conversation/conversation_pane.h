// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/capabilities.h"
#include "models/changes.h"
#include "models/command.h"
#include "ui/common/actions.h"
#include "ui/conversation/message_bubble.h"
#include "ui/conversation/message_list_model.h"
#include "ui/ports.h"

#include <QTimer>
#include <QWidget>

#include <optional>

class QLabel;
class QMenu;
class QPushButton;

namespace parley::ui {

class AttachmentOpener;
class Composer;
class ContextCard;
class FindBar;
class ConversationHeader;
class MessageView;
class ReadWorker;
class Thumbnails;

/// The thread of one ticket with all that belongs to it: header, messages, who types, the composer.
class ConversationPane : public QWidget
{
    Q_OBJECT
public:
    ConversationPane(const Ports &ports, ReadWorker &pictures, Actions &actions, QWidget *parent = nullptr);

    /// Builds and measures what the first ticket is shown in, for when there is time before there is one.
    void prepare();
    void openTicket(TicketId ticket); ///< invalid: none
    [[nodiscard]] TicketId ticket() const { return m_ticket; }
    [[nodiscard]] const std::optional<TicketRow> &row() const { return m_row; }
    [[nodiscard]] MessageView &view() { return *m_view; }
    [[nodiscard]] MessageListModel &messages() { return m_model; }
    [[nodiscard]] Composer &composer() { return *m_composer; }
    [[nodiscard]] ConversationHeader &header() { return *m_header; }
    [[nodiscard]] ContextCard &context() { return *m_context; }
    /// Of the account's last word; what the open ticket's messages allow.
    [[nodiscard]] const Capabilities &capabilities() const { return m_capabilities; }

    void setTyping(TicketId ticket, const QString &author, Timestamp until); ///< empty author: stopped
    void setOnline(bool online);
    void find(); ///< opens the bar that looks through this conversation
    void quoteCurrent();
    void editCurrent(); ///< our own message under the cursor of the thread
    void deleteCurrent();
    [[nodiscard]] bool canEdit(const Message &message) const; ///< a message of ours that the platform lets us change
    [[nodiscard]] bool canDelete(const Message &message) const;

public Q_SLOTS:
    void applyChanges(const parley::Changes &changes);

Q_SIGNALS:
    void rawRequested(parley::RawId raw);
    void outboxRequested(parley::OutboxId row); ///< to edit what is held there
    void said(const QString &sentence);
    void ticketChanged(); ///< another one, or its fields

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void build(const Ports &ports, Actions &actions);
    void connectView();
    void retranslate();
    void refreshTyping();
    void refreshUnseen(int messages);
    void placePill();
    void markSeen();
    void act(MessageId message, BubblePart::Kind part, AttachmentId attachment);
    void readConversation(bool opened);
    [[nodiscard]] std::chrono::milliseconds outage(); ///< how long of the ticket's wait the platform did not answer
    void editHeld(const Message &message);
    void editSent(const Message &message);
    void deleteSent(const Message &message);
    void answerPublicly(const Message &message);
    void submit(const Command &command, const QString &done);
    void openLink(const QString &target);
    void showMenu(MessageId message, const QPoint &global);
    void addTroubleActions(QMenu &menu, const Message &message);
    void addContentActions(QMenu &menu, const Message &message);
    void showWhole(const Message &message);

    sync::Engine &m_engine;
    storage::Reader &m_reader;
    const Clock &m_clock;
    MessageListModel m_model;
    ReadWorker &m_pictures; ///< also asked what the find bar looks for
    TicketId m_ticket;
    std::optional<TicketRow> m_row;
    Capabilities m_capabilities;
    QString m_typing;
    QTimer m_typingTimer;
    bool m_online = true;
    int m_unseen = 0;

    ConversationHeader *m_header = nullptr;
    ContextCard *m_context = nullptr;
    FindBar *m_find = nullptr;
    MessageView *m_view = nullptr;
    QLabel *m_typingLine = nullptr;
    QPushButton *m_pill = nullptr; ///< "2 new messages"
    Composer *m_composer = nullptr;
    Thumbnails *m_thumbnails = nullptr;
    AttachmentOpener *m_attachments = nullptr;
    QWidget *m_thread = nullptr;
    QLabel *m_nothing = nullptr;
};

} // namespace parley::ui
