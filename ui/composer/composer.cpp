// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/composer/composer.h"

#include "sync/engine.h"
#include "ui/common/error_words.h"
#include "ui/common/when_done.h"
#include "ui/composer/attachment_strip.h"
#include "ui/composer/guard_strip.h"
#include "ui/composer/message_field.h"

#include <QFileDialog>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QToolButton>

#include <algorithm>
#include <utility>

namespace parley::ui {

namespace {

constexpr std::chrono::seconds kLampIdle{6}; ///< no key for so long: not typing
constexpr std::chrono::seconds kLampAgain{10}; ///< the engine forgets us after 30 s
constexpr int kLastMessages = 50; ///< how far back the customer's last message is looked for
constexpr qsizetype kQuoteLength = 140;

} // namespace

Composer::Composer(
    sync::Engine &engine, storage::Reader &reader, QList<PlatformInfo> platforms, const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_engine(engine)
    , m_reader(reader)
    , m_platforms(std::move(platforms))
    , m_clock(clock)
    , m_writings(engine, reader)
    , m_shelf(reader)
{
    m_completer.offer = [this] { return cannedOffer(); };
    connect(&m_completer, &CannedCompleter::inserted, this, &Composer::cannedInserted);
    m_lampTimer.setSingleShot(true);
    m_lampTimer.setInterval(kLampIdle);
    connect(&m_lampTimer, &QTimer::timeout, this, &Composer::lampOff);
    m_windowTimer.setSingleShot(true);
    connect(&m_windowTimer, &QTimer::timeout, this, &Composer::refresh);
    connect(&m_writings, &Writings::saveFailed, this, [this](const QString &words) {
        m_saveTrouble = words;
        refreshHint();
    });
    setObjectName(QStringLiteral("composer"));
    setAttribute(Qt::WA_StyledBackground);
}

Composer::~Composer()
{
    lampOff();
    m_writings.save();
    for (MessageField *one : m_field) {
        if (one)
            one->disconnect(this); // they lose the focus after everything of ours is gone
    }
}

void Composer::prepare()
{
    if (isBuilt())
        return;
    restyle(); // before there is anything in it: it would be polished twice
    build();
    retranslate();
    showWriting();
}

void Composer::setVisible(bool visible)
{
    if (visible)
        prepare(); // what is built in a widget that is seen would be shown one by one
    QWidget::setVisible(visible);
}

void Composer::setTicket(TicketId ticket)
{
    if (!isBuilt() && !ticket.isValid())
        return;
    prepare();
    saveDrafts();
    lampOff();
    if (std::exchange(m_ticket, ticket) != ticket)
        m_allowed.clear();
    m_seenUpTo = {};
    m_completer.close();
    hideGuard();
    readTicket();
    showWriting();
}

void Composer::setOnline(bool online)
{
    m_online = online;
    if (isBuilt())
        refresh();
}

Audience Composer::audience() const
{
    return isBuilt() && m_noteTab->isChecked() ? Audience::Team : Audience::Customer;
}

void Composer::setAudience(Audience audience)
{
    prepare();
    if (audience == Audience::Team)
        lampOff();
    if (m_ticket.isValid())
        m_writings.of(m_ticket).audience = audience;
    (audience == Audience::Team ? m_noteTab : m_replyTab)->setChecked(true);
    m_fields->setCurrentWidget(field(audience));
    hideGuard();
    refresh();
}

void Composer::quote(const Message &message)
{
    if (!m_ticket.isValid() || !m_capabilities.canQuote)
        return;
    Writing &writing = m_writings.of(m_ticket);
    writing.quoted = message.id;
    writing.quotedText = message.text.simplified().left(kQuoteLength);
    if (!writing.privately && writing.reply.isEmpty())
        writing.privately = message.visibility == Visibility::Private; // where that message stands
    setAudience(Audience::Customer);
    focusField();
}

void Composer::focusField()
{
    prepare();
    field(audience())->setFocus(Qt::OtherFocusReason);
}

void Composer::saveDrafts()
{
    m_writings.save();
}

void Composer::applyChanges(const Changes &changes)
{
    m_shelf.forget(changes.workspaces);
    if (!m_ticket.isValid() || !m_row)
        return;
    const Ticket &ticket = m_row->ticket;
    if (changes.workspaces.contains(ticket.account))
        m_completer.refresh();
    if (changes.tickets.contains(m_ticket) || changes.conversations.contains(ticket.conversation)
        || changes.accounts.contains(ticket.account)) {
        readTicket();
        refresh();
    }
}

void Composer::readTicket()
{
    m_row.reset();
    m_conversation.reset();
    m_capabilities = {};
    m_windowEnds.reset();
    m_lastWasPrivate = false;
    if (!m_ticket.isValid())
        return;
    if (auto row = m_reader.ticket(m_ticket))
        m_row = *row;
    if (!m_row)
        return;
    if (auto conversation = m_reader.conversation(m_row->ticket.conversation))
        m_conversation = *conversation;
    if (const auto accounts = m_reader.accounts()) {
        const auto account = std::ranges::find(*accounts, m_row->ticket.account, &Account::id);
        if (account != accounts->end())
            m_capabilities = account->capabilities;
    }
    if (m_capabilities.replyWindow.count() == 0 && !isOpenToAll())
        return;
    if (const auto messages = m_reader.messagesBefore(m_row->ticket.conversation, {}, kLastMessages)) {
        for (const Message &message : *messages) {
            if (message.direction != Direction::In || message.automatic)
                continue;
            m_lastWasPrivate = message.visibility == Visibility::Private;
            if (m_capabilities.replyWindow.count() > 0)
                m_windowEnds = message.time + m_capabilities.replyWindow;
        }
    }
}

void Composer::showWriting()
{
    m_showing = true;
    const Writing writing = m_ticket.isValid() ? m_writings.of(m_ticket) : Writing{};
    for (const auto whom : {Audience::Customer, Audience::Team}) {
        MessageField *one = field(whom);
        if (one->toPlainText() != writing.textFor(whom)) {
            one->setPlainText(writing.textFor(whom));
            one->moveCursor(QTextCursor::End);
        }
    }
    m_strip->setAttachments(writing.attachments);
    refreshBlanks();
    m_showing = false;
    (writing.audience == Audience::Team ? m_noteTab : m_replyTab)->setChecked(true);
    m_fields->setCurrentWidget(field(writing.audience));
    refresh();
}

void Composer::textChanged(Audience audience)
{
    if (m_showing || !m_ticket.isValid())
        return;
    Writing &writing = m_writings.of(m_ticket);
    m_writings.setText(m_ticket, audience, field(audience)->toPlainText());
    writing.trouble.clear();
    hideGuard();
    if (audience == Audience::Customer) {
        if (writing.reply.isEmpty())
            lampOff();
        else
            lampOn();
        // What is begun for one reader is not turned to others by a message that comes meanwhile.
        if (!writing.reply.isEmpty() && !writing.privately && canChoose())
            writing.privately = goesPrivately();
    }
    refresh();
}

void Composer::lampOn()
{
    if (m_capabilities.typingRenewal.count() == 0 || !cannotReplyWhy().isEmpty()
        || goesPublic()) // a comment lights no lamp
        return;
    m_lampTimer.start();
    if (m_lamp && m_lampSince.isValid() && std::chrono::milliseconds(m_lampSince.elapsed()) < kLampAgain)
        return;
    m_lamp = true;
    m_lampSince.start();
    m_engine.typing(m_ticket, true, goesPrivately());
}

void Composer::lampOff()
{
    m_lampTimer.stop();
    if (!m_lamp)
        return;
    m_lamp = false;
    m_engine.typing(m_ticket, false);
}

void Composer::attachFiles(const QStringList &paths)
{
    for (const QString &path : paths)
        addAttachment(readAttachment(path, m_capabilities.attachmentLimit));
}

void Composer::chooseFiles()
{
    if (!isBuilt() || !m_attach->isEnabled())
        return;
    const TicketId ticket = m_ticket;
    const QStringList paths = QFileDialog::getOpenFileNames(this, tr("Attach files"));
    if (ticket == m_ticket) // the dialog runs the event loop
        attachFiles(paths);
}

void Composer::attachPicture(const QImage &picture)
{
    addAttachment(attachmentFrom(picture, m_capabilities.attachmentLimit));
}

void Composer::addAttachment(const Result<OutgoingAttachment> &attachment)
{
    if (!m_ticket.isValid() || !m_row || audience() == Audience::Team)
        return;
    Writing &writing = m_writings.of(m_ticket);
    if (writing.storing)
        return;
    if (m_capabilities.attachmentLimit <= 0) {
        writing.trouble = tr("This channel takes no attachments.");
    } else if (!attachment) {
        writing.trouble = wordsFor(attachment.error());
    } else {
        writing.trouble.clear();
        m_writings.setAttachments(m_ticket, writing.attachments + QList{*attachment});
        m_strip->setAttachments(writing.attachments);
        if (!writing.privately && canChoose()) // as with a text: see textChanged()
            m_writings.choose(m_ticket, goesPrivately());
    }
    refresh();
}

Command Composer::command(const Writing &writing) const
{
    // The one place where a text becomes a command. Each tab reads its own text and makes its own kind.
    if (audience() == Audience::Team)
        return Note{writing.note};
    return Reply{
        writing.reply, m_capabilities.canQuote ? writing.quoted : MessageId{}, goesPrivately(), writing.attachments};
}

void Composer::send(bool thenNext)
{
    if (!m_ticket.isValid() || !m_send->isEnabled())
        return;
    const Writing writing = m_writings.of(m_ticket);
    if (!writing.storing && !blanksStop() && !guarded(writing, thenNext))
        submit(thenNext);
}

void Composer::submit(bool thenNext)
{
    Writing &writing = m_writings.of(m_ticket);
    const Audience whom = audience();
    hideGuard();
    lampOff();
    writing.storing = true;
    writing.trouble.clear();
    whenDone(m_engine.submit({m_ticket, command(writing), m_seenUpTo}), this,
        [this, ticket = m_ticket, whom, thenNext](
            const Result<OutboxId> &result) { onStored(ticket, whom, thenNext, result); });
    refresh();
}

void Composer::onStored(TicketId ticket, Audience audience, bool thenNext, const Result<OutboxId> &result)
{
    Writing &writing = m_writings.of(ticket);
    writing.storing = false;
    if (!result) {
        writing.trouble = tr("Not sent: %1 Your text is kept.").arg(wordsFor(result.error()));
    } else {
        m_writings.setText(ticket, audience, {});
        m_writings.save();
        if (audience == Audience::Customer) {
            m_writings.setAttachments(ticket, {});
            Writing &now = m_writings.of(ticket);
            now.quoted = {};
            now.quotedText.clear();
            now.privately.reset();
        }
    }
    const bool stillShown = ticket == m_ticket;
    if (stillShown)
        showWriting();
    if (!result)
        return;
    Q_EMIT stored(ticket, *result);
    if (thenNext && stillShown)
        Q_EMIT nextRequested();
}

MessageField *Composer::field(Audience audience) const
{
    return m_field[audience == Audience::Team ? 1 : 0];
}

} // namespace parley::ui
