// SPDX-License-Identifier: GPL-3.0-or-later
// What one can do with a message of our own: change what waits or was sent, delete it, carry a refused private answer
// under the post.
#include "sync/engine.h"
#include "ui/common/error_words.h"
#include "ui/common/when_done.h"
#include "ui/composer/composer.h"
#include "ui/conversation/conversation_pane.h"
#include "ui/conversation/edit_dialog.h"
#include "ui/conversation/message_view.h"
#include "ui/conversation/message_words.h"

#include <QMessageBox>
#include <QPushButton>

namespace parley::ui {

namespace {

/// It stands at the platform, so that there is something to change there.
bool isThere(const Message &message)
{
    const bool arrived = message.state == DeliveryState::Sent || message.state == DeliveryState::Delivered
        || message.state == DeliveryState::Read;
    return message.direction == Direction::Out && message.kind == MessageKind::Message && arrived && !message.deleted
        && !message.remoteId.isEmpty();
}

} // namespace

bool ConversationPane::canEdit(const Message &message) const
{
    const bool may = message.visibility == Visibility::Public ? m_capabilities.canEditPublic : m_capabilities.canEdit;
    return may && isThere(message);
}

bool ConversationPane::canDelete(const Message &message) const
{
    const bool may =
        message.visibility == Visibility::Public ? m_capabilities.canDeletePublic : m_capabilities.canDelete;
    return may && isThere(message);
}

void ConversationPane::submit(const Command &command, const QString &done)
{
    whenDone(m_engine.submit({m_ticket, command, {}}), this,
        [this, done](const Result<OutboxId> &row) { Q_EMIT said(row ? done : wordsFor(row.error())); });
}

void ConversationPane::editCurrent()
{
    const auto message = m_view->currentMessage();
    if (message && canEdit(*message))
        editSent(*message);
    else
        Q_EMIT said(tr("This message cannot be changed."));
}

void ConversationPane::deleteCurrent()
{
    const auto message = m_view->currentMessage();
    if (message && canDelete(*message))
        deleteSent(*message);
    else
        Q_EMIT said(tr("This message cannot be deleted."));
}

void ConversationPane::editHeld(const Message &message)
{
    EditDialog dialog(message, EditDialog::For::Sending, {}, window());
    if (dialog.exec() != QDialog::Accepted)
        return;
    whenDone(m_engine.editHeld(message.outbox, dialog.text()), this, [this](const Result<void> &done) {
        if (!done)
            Q_EMIT said(wordsFor(done.error()));
    });
}

void ConversationPane::editSent(const Message &message)
{
    const TicketId ticket = m_ticket;
    EditDialog dialog(message, EditDialog::For::Changing, m_capabilities, window());
    // The dialog runs the event loop: another ticket may be open by now.
    if (dialog.exec() == QDialog::Accepted && ticket == m_ticket && dialog.text() != message.text)
        submit(EditMessage{message.id, dialog.text()}, tr("The change is on its way."));
}

void ConversationPane::deleteSent(const Message &message)
{
    const TicketId ticket = m_ticket;
    QMessageBox box(QMessageBox::NoIcon, tr("Delete this message?"),
        message.visibility == Visibility::Public ? tr("It goes from under the post, for everybody.")
                                                 : tr("It goes from the customer's chat as well as from ours."),
        QMessageBox::Cancel, window());
    box.setTextFormat(Qt::PlainText);
    box.setInformativeText(tr("Parley keeps its text here, struck through."));
    QPushButton *remove = box.addButton(tr("Delete"), QMessageBox::DestructiveRole);
    remove->setProperty("look", QStringLiteral("danger"));
    box.setDefaultButton(QMessageBox::Cancel);
    box.exec();
    if (box.clickedButton() == remove && ticket == m_ticket)
        submit(DeleteMessage{message.id}, tr("The message is being deleted."));
}

/// The text goes into the composer, to be answered under the post; the refused row goes only when nothing is lost
/// with it.
void ConversationPane::answerPublicly(const Message &message)
{
    if (!canAnswerPublicly(message, m_view->tellsAudience()))
        return;
    m_composer->carryOver(message.text);
    m_composer->saveDrafts();
    if (!message.attachments.isEmpty()) {
        Q_EMIT said(tr("The text was carried over. Its files stay with the message that was refused."));
        return;
    }
    whenDone(m_engine.discard(message.outbox), this, [this](const Result<void> &done) {
        if (!done)
            Q_EMIT said(wordsFor(done.error()));
    });
}

} // namespace parley::ui
