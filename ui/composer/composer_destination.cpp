// SPDX-License-Identifier: GPL-3.0-or-later
// Who will read an answer to a comment: everybody or the customer alone, and the question before personal data leaves
// for everybody.
#include "ui/composer/composer.h"
#include "ui/composer/guard_strip.h"
#include "ui/composer/message_field.h"
#include "ui/composer/personal_data.h"
#include "ui/composer/split_popup.h"
#include "ui/composer/text_length.h"

#include <QStackedWidget>
#include <QTextCursor>
#include <QToolButton>

#include <algorithm>

namespace parley::ui {

bool Composer::isOpenToAll() const
{
    return m_conversation
        && (m_conversation->kind == ConversationKind::Comments || m_conversation->kind == ConversationKind::Review);
}

bool Composer::canChoose() const
{
    return isOpenToAll() && m_capabilities.canReplyPrivately;
}

bool Composer::goesPrivately() const
{
    if (!canChoose())
        return false;
    // Const, so that asking does not read a draft: what is not known yet has no choice made.
    const Writing *writing = m_writings.known(m_ticket);
    if (writing && writing->privately)
        return *writing->privately;
    return m_lastWasPrivate && m_conversation->canReplyPrivately;
}

bool Composer::goesPublic() const
{
    return isOpenToAll() && !goesPrivately();
}

void Composer::setPrivately(bool privately)
{
    if (!m_ticket.isValid() || !canChoose())
        return;
    if (m_writings.of(m_ticket).storing)
        return;
    m_writings.choose(m_ticket, privately);
    if (!privately)
        lampOff();
    hideGuard();
    refresh();
}

void Composer::switchPrivately()
{
    if (!canChoose())
        return;
    const bool wasNote = audience() == Audience::Team;
    setAudience(Audience::Customer);
    setPrivately(wasNote || !goesPrivately());
    focusField();
}

void Composer::carryOver(const QString &text)
{
    if (!m_ticket.isValid() || !m_row)
        return;
    setAudience(Audience::Customer);
    setPrivately(false);
    MessageField *reply = field(Audience::Customer);
    reply->moveCursor(QTextCursor::End);
    if (!reply->toPlainText().trimmed().isEmpty())
        reply->insertPlainText(QStringLiteral("\n\n"));
    reply->insertPlainText(text);
    focusField();
}

void Composer::showSplit()
{
    if (!m_ticket.isValid() || m_split->isHidden())
        return;
    const Writing writing = m_writings.of(m_ticket);
    auto *popup = new SplitPopup(writing.reply,
        textPieces(writing.reply, static_cast<int>(writing.attachments.size()), m_capabilities), m_capabilities, this);
    popup->setAttribute(Qt::WA_DeleteOnClose);
    popup->popUp(*m_split);
}

// ------------------------------------------------------------------------------------------------ personal data

bool Composer::guarded(const Writing &writing, bool thenNext)
{
    if (audience() == Audience::Team || !goesPublic())
        return false;
    QList<PersonalData> found = personalDataIn(writing.reply);
    found.removeIf(
        [&](const PersonalData &one) { return m_allowed.contains(writing.reply.mid(one.position, one.length)); });
    if (found.isEmpty())
        return false;
    m_guardedNext = thenNext;
    field(Audience::Customer)->setMarked(found);
    m_guard->ask(writing.reply, found, canChoose() && m_conversation->canReplyPrivately);
    return true;
}

void Composer::hideGuard()
{
    m_guard->hide();
    field(Audience::Customer)->setMarked({});
}

void Composer::guardPrivately()
{
    setPrivately(true);
    send(m_guardedNext);
    focusField();
}

void Composer::guardAnyway()
{
    const QString text = m_writings.of(m_ticket).reply;
    for (const PersonalData &one : personalDataIn(text))
        m_allowed.insert(text.mid(one.position, one.length));
    hideGuard();
    send(m_guardedNext);
    focusField();
}

void Composer::guardEdit()
{
    const QList<PersonalData> found = personalDataIn(m_writings.of(m_ticket).reply);
    hideGuard();
    MessageField *reply = field(Audience::Customer);
    if (!found.isEmpty()) { // what to change stands selected
        QTextCursor cursor = reply->textCursor();
        cursor.setPosition(int(found.first().position));
        cursor.setPosition(int(found.first().position + found.first().length), QTextCursor::KeepAnchor);
        reply->setTextCursor(cursor);
    }
    focusField();
}

} // namespace parley::ui
