// SPDX-License-Identifier: GPL-3.0-or-later
// What one can do with a message of the thread: the bubble's buttons, its menu, links.
#include "models/display_text.h"
#include "sync/engine.h"
#include "ui/common/error_words.h"
#include "ui/common/when_done.h"
#include "ui/composer/composer.h"
#include "ui/conversation/attachment_opener.h"
#include "ui/conversation/conversation_pane.h"
#include "ui/conversation/message_text.h"
#include "ui/conversation/message_view.h"
#include "ui/conversation/message_words.h"

#include <QApplication>
#include <QClipboard>
#include <QDesktopServices>
#include <QDialog>
#include <QMenu>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace parley::ui {

namespace {
constexpr qsizetype kWholeText = 20'000'000; ///< UTF-16 units shown in the window of a whole message
}

void ConversationPane::act(MessageId id, BubblePart::Kind part, AttachmentId attachment)
{
    const int row = m_model.rowOf(id);
    if (row < 0)
        return;
    const Message message = m_model.message(row); // a copy: what follows may change the model
    const auto report = [this](const Result<void> &done) {
        if (!done)
            Q_EMIT said(wordsFor(done.error()));
    };
    const auto attached = std::ranges::find(message.attachments, attachment, &Attachment::id);
    switch (part) {
    case BubblePart::Kind::SendAnyway:
    case BubblePart::Kind::Retry:
        whenDone(m_engine.retry(message.outbox), this, report);
        break;
    case BubblePart::Kind::AnswerPublicly:
        answerPublicly(message);
        break;
    case BubblePart::Kind::Edit:
        editHeld(message);
        break;
    case BubblePart::Kind::Discard:
        whenDone(m_engine.discard(message.outbox), this, report);
        break;
    case BubblePart::Kind::ShowRaw:
        Q_EMIT rawRequested(message.raw);
        break;
    case BubblePart::Kind::ShowWhole:
        showWhole(message);
        break;
    case BubblePart::Kind::GoToQuoted:
        if (!m_view->showMessage(message.replyTo))
            Q_EMIT said(tr("The quoted message is not in the cache."));
        break;
    case BubblePart::Kind::OpenAttachment:
        if (attached != message.attachments.end())
            m_attachments->open(*attached);
        break;
    case BubblePart::Kind::SaveAttachment:
        if (attached != message.attachments.end())
            m_attachments->save(*attached);
        break;
    case BubblePart::Kind::ToggleQuote:
        break; // the view's own
    }
}

void ConversationPane::openLink(const QString &target)
{
    const QUrl url = openable(target);
    if (!url.isValid()) {
        Q_EMIT said(tr("This link is not opened: it is neither a web page nor an e-mail address."));
        return;
    }
    QMessageBox box(
        QMessageBox::NoIcon, tr("Open this link?"), tr("It really leads to:"), QMessageBox::Cancel, window());
    box.setTextFormat(Qt::PlainText);
    box.setInformativeText((url.host().isEmpty() ? QString() : QString::fromLatin1(QUrl::toAce(url.host())) + u"\n\n")
        + trueTarget(url).left(600));
    const QPushButton *open = box.addButton(tr("Open"), QMessageBox::AcceptRole);
    const QPushButton *copy = box.addButton(tr("Copy address"), QMessageBox::ActionRole);
    box.exec();
    if (box.clickedButton() == open)
        QDesktopServices::openUrl(url);
    else if (box.clickedButton() == copy)
        QApplication::clipboard()->setText(trueTarget(url));
}

void ConversationPane::addTroubleActions(QMenu &menu, const Message &message)
{
    if (!message.outbox.isValid())
        return;
    const auto add = [&](const QString &text, BubblePart::Kind part) {
        menu.addAction(text, this, [this, id = message.id, part] { act(id, part, {}); });
    };
    if (canAnswerPublicly(message, m_view->tellsAudience()))
        add(tr("Answer under the post instead"), BubblePart::Kind::AnswerPublicly);
    if (message.state == DeliveryState::Held)
        add(tr("Send anyway"), BubblePart::Kind::SendAnyway);
    else if (message.state == DeliveryState::Failed)
        add(tr("Try again"), BubblePart::Kind::Retry);
    if (message.state == DeliveryState::Held || message.state == DeliveryState::Failed)
        add(tr("Edit …"), BubblePart::Kind::Edit);
    if (message.state != DeliveryState::Sending)
        add(tr("Discard"), BubblePart::Kind::Discard);
    menu.addSeparator();
}

void ConversationPane::addContentActions(QMenu &menu, const Message &message)
{
    for (const Attachment &attachment : message.attachments) {
        const QString name = safeForDisplay(attachment.name, 40);
        menu.addAction(tr("Open “%1”").arg(name), this,
            [this, id = message.id, file = attachment.id] { act(id, BubblePart::Kind::OpenAttachment, file); });
        if (attachment.state == Attachment::State::Stored) {
            menu.addAction(tr("Save “%1” …").arg(name), this,
                [this, id = message.id, file = attachment.id] { act(id, BubblePart::Kind::SaveAttachment, file); });
        }
    }
    if (message.raw.isValid())
        menu.addAction(tr("Show raw"), this, [this, id = message.id] { act(id, BubblePart::Kind::ShowRaw, {}); });
    if (!message.html.isEmpty())
        menu.addAction(tr("Show as plain text"), this, [this, message] { showWhole(message); });
}

void ConversationPane::showMenu(MessageId id, const QPoint &global)
{
    const int row = m_model.rowOf(id);
    if (row < 0)
        return;
    const Message message = m_model.message(row);
    QMenu menu(this);
    addTroubleActions(menu, message);
    menu.addAction(
        m_view->selectedText().isEmpty() ? tr("Copy text") : tr("Copy selected"), m_view, &MessageView::copy);
    if (message.kind == MessageKind::Message)
        menu.addAction(tr("Quote in the reply"), this, &ConversationPane::quoteCurrent);
    if (canEdit(message))
        menu.addAction(
            tr("Change what was sent …") + QStringLiteral("\tF2"), this, [this, message] { editSent(message); });
    if (canDelete(message))
        menu.addAction(
            tr("Delete for everybody …") + QStringLiteral("\tDel"), this, [this, message] { deleteSent(message); });
    addContentActions(menu, message);
    menu.exec(global);
}

void ConversationPane::showWhole(const Message &message)
{
    auto *dialog = new QDialog(window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Whole message"));
    auto *text = new QPlainTextEdit(dialog);
    text->setReadOnly(true);
    text->setAccessibleName(tr("Text of the message"));
    text->setPlainText(safeBody(message.text.left(kWholeText)));
    auto *box = new QVBoxLayout(dialog);
    box->addWidget(text);
    dialog->resize(760, 560);
    dialog->show();
}

} // namespace parley::ui
