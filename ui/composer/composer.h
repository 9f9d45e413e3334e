// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/account.h"
#include "models/changes.h"
#include "models/command.h"
#include "models/message.h"
#include "models/ticket.h"
#include "storage/reader.h"
#include "ui/canned/canned_completer.h"
#include "ui/canned/canned_shelf.h"
#include "ui/composer/writing.h"

#include <QElapsedTimer>
#include <QSet>
#include <QTimer>
#include <QWidget>

#include <array>
#include <optional>

class QHBoxLayout;
class QLabel;
class QPushButton;
class QStackedWidget;
class QToolButton;
class QVBoxLayout;

namespace parley::ui {

class AttachmentStrip;
class GuardStrip;
class MessageField;

/// Where the agent writes to the customer or to the team. The two have fields of their own, so that a text for the team
/// can never stand in the field that goes to the customer.
class Composer : public QWidget
{
    Q_OBJECT
public:
    Composer(sync::Engine &engine, storage::Reader &reader, QList<PlatformInfo> platforms, const Clock &clock,
        QWidget *parent = nullptr);
    ~Composer() override;

    /// Builds what is in it. The first ticket does it, or whoever has the time before there is one: many of a desk's
    /// widgets are here, and a start without a ticket shows none of them. To be called before its parent is shown.
    void prepare();
    /// Keeps what is being written and shows what stands in another ticket. Invalid: none is open.
    void setTicket(TicketId ticket);
    [[nodiscard]] TicketId ticket() const { return m_ticket; }
    /// The last message on the agent's screen: what comes after it holds the reply back (CommandRequest::seenUpTo).
    void setSeenUpTo(MessageId message) { m_seenUpTo = message; }
    void setOnline(bool online);
    void setAudience(Audience audience);
    [[nodiscard]] Audience audience() const;
    /// Comments can be answered under the post or privately.
    [[nodiscard]] bool canChoose() const;
    [[nodiscard]] bool goesPrivately() const; ///< a public comment answered in private
    [[nodiscard]] bool goesPublic() const; ///< everybody will be able to read the answer
    void setPrivately(bool privately); ///< where one can choose; stays so until it is sent
    void switchPrivately(); ///< the action behind Ctrl+Shift+P
    /// A text that could not go privately: it stands in the field then, to be answered under the post.
    void carryOver(const QString &text);
    /// Shows where a long text will be cut; the action behind Ctrl+Shift+M.
    void showSplit();
    /// The reply will point at this message. Where the channel cannot, nothing happens.
    void quote(const Message &message);
    /// Opens the list of the team's canned responses at the cursor; the action behind Ctrl+Space.
    void showCanned();
    void focusField();
    void attachFiles(const QStringList &paths);
    /// Asks for files; the action behind Ctrl+Shift+A.
    void chooseFiles();
    void send(bool thenNext);
    /// What is being written is on its way to the cache when this returns.
    void saveDrafts();
    /// Rows that changed in the cache: whether and how one can answer may have changed with them.
    void applyChanges(const Changes &changes);
    void setVisible(bool visible) override;

Q_SIGNALS:
    /// The cache holds it: the row may now leave by itself.
    void stored(parley::TicketId ticket, parley::OutboxId row);
    void nextRequested(); ///< sent with Ctrl+Shift+Enter, and stored
    void leaveRequested(); ///< Esc; the text is kept

protected:
    void changeEvent(QEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    [[nodiscard]] bool isBuilt() const { return m_send != nullptr; }
    void build();
    QWidget *buildTabs();
    QWidget *buildFooter();
    MessageField *buildField(Audience audience);
    void retranslate();
    void restyle();
    void readTicket();
    void showWriting();
    void refresh(); ///< what the texts, the ticket and the network make of tabs, counter, hint and button
    void refreshTabs();
    void refreshCounter();
    void refreshQuote();
    void refreshHint();
    [[nodiscard]] bool hintIsTooLong() const; ///< for the row of buttons
    void placeHint(); ///< beside the buttons, or above them where it is too long
    void textChanged(Audience audience);
    void lampOn();
    void lampOff();
    void onStored(TicketId ticket, Audience audience, bool thenNext, const Result<OutboxId> &result);
    void attachPicture(const QImage &picture);
    void addAttachment(const Result<OutgoingAttachment> &attachment);
    [[nodiscard]] MessageField *field(Audience audience) const;
    [[nodiscard]] QString cannotReplyWhy() const; ///< empty: one can
    [[nodiscard]] bool isOpenToAll() const; ///< comments or a review
    [[nodiscard]] bool guarded(const Writing &writing, bool thenNext); ///< true: the agent is asked first
    void guardPrivately();
    void guardAnyway();
    void guardEdit();
    void hideGuard();
    void submit(bool thenNext);
    [[nodiscard]] CannedCompleter::Offer cannedOffer();
    void cannedInserted(MessageField *into, const QStringList &blanks);
    void refreshBlanks(); ///< which of the text's braces are to be filled in
    [[nodiscard]] bool blanksStop(); ///< true: something is to be filled in first, and the agent is shown what
    [[nodiscard]] QString blanksHint() const; ///< empty: nothing is to be filled in
    [[nodiscard]] QString channelName() const;
    [[nodiscard]] QString customerName() const;
    [[nodiscard]] QString buttonText() const;
    [[nodiscard]] Command command(const Writing &writing) const;

    sync::Engine &m_engine;
    storage::Reader &m_reader;
    QList<PlatformInfo> m_platforms;
    const Clock &m_clock;
    Writings m_writings;
    CannedShelf m_shelf;
    CannedCompleter m_completer;

    TicketId m_ticket;
    MessageId m_seenUpTo;
    std::optional<TicketRow> m_row;
    std::optional<storage::Reader::ConversationInfo> m_conversation;
    Capabilities m_capabilities;
    bool m_lastWasPrivate = false; ///< the customer's last message: what the answer follows by itself
    std::optional<Timestamp> m_windowEnds; ///< when the platform stops us from writing; unset: never
    bool m_online = true;
    bool m_lamp = false; ///< the customer is shown that we type
    bool m_showing = false; ///< a text is being put into a field by us, not typed
    QElapsedTimer m_lampSince; ///< when the engine was last told that we type
    QTimer m_lampTimer;
    QTimer m_windowTimer;
    QString m_saveTrouble;

    QToolButton *m_replyTab = nullptr;
    QToolButton *m_privateTab = nullptr;
    QToolButton *m_noteTab = nullptr;
    QToolButton *m_split = nullptr;
    QLabel *m_counter = nullptr;
    QLabel *m_audienceLine = nullptr;
    QWidget *m_quoteChip = nullptr;
    QLabel *m_quoteText = nullptr;
    QToolButton *m_quoteRemove = nullptr;
    QStackedWidget *m_fields = nullptr;
    std::array<MessageField *, 2> m_field{};
    AttachmentStrip *m_strip = nullptr;
    QToolButton *m_canned = nullptr;
    QToolButton *m_attach = nullptr;
    GuardStrip *m_guard = nullptr;
    bool m_guardedNext = false; ///< what is guarded was to be sent with Ctrl+Shift+Enter
    QSet<QString> m_allowed; ///< what the agent let through in this ticket
    QLabel *m_hint = nullptr;
    QVBoxLayout *m_footer = nullptr; ///< the hint where it is long, over the buttons
    QHBoxLayout *m_buttons = nullptr;
    QPushButton *m_send = nullptr;
};

} // namespace parley::ui
