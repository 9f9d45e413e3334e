// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/conversation/conversation_pane.h"

#include "models/display_text.h"
#include "sync/engine.h"
#include "ui/common/error_words.h"
#include "ui/common/size_words.h"
#include "ui/composer/composer.h"
#include "ui/conversation/attachment_opener.h"
#include "ui/conversation/context_card.h"
#include "ui/conversation/conversation_header.h"
#include "ui/conversation/find_bar.h"
#include "ui/conversation/message_view.h"
#include "ui/conversation/message_words.h"
#include "ui/conversation/thumbnails.h"

#include <QAccessible>
#include <QApplication>
#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace parley::ui {

namespace {
constexpr int kNameLength = 60;
}

ConversationPane::ConversationPane(const Ports &ports, ReadWorker &pictures, Actions &actions, QWidget *parent)
    : QWidget(parent)
    , m_engine(ports.engine)
    , m_reader(ports.reader)
    , m_clock(ports.clock)
    , m_model(ports.reader)
    , m_pictures(pictures)
    , m_thumbnails(new Thumbnails(pictures, this))
    , m_attachments(new AttachmentOpener(ports.engine, pictures, this))
{
    setObjectName(QStringLiteral("conversation"));
    build(ports, actions);
    connectView();
    m_typingTimer.setSingleShot(true);
    connect(&m_typingTimer, &QTimer::timeout, this, [this] { setTyping(m_ticket, {}, {}); });
    connect(qApp, &QApplication::applicationStateChanged, this, [this] { markSeen(); });
    retranslate();
    openTicket({});
}

void ConversationPane::build(const Ports &ports, Actions &actions)
{
    m_thread = new QWidget(this);
    m_header = new ConversationHeader(ports.platforms, ports.clock, actions, m_thread);
    m_context = new ContextCard(ports.clock, m_thread);
    m_context->setKey(actions.firstKey(Act::OpenPage));
    m_find = new FindBar(m_pictures, m_thread);
    m_view = new MessageView(ports.clock, m_thread);
    m_model.sentence = [this](const Message &message) {
        const QString sentence = messageSentence(message, m_online, m_view->tellsAudience());
        const auto upload = m_view->uploadOf(message.id);
        return upload ? QString(sentence + u' ' + uploadWords(upload->done, upload->total)) : sentence;
    };
    m_view->setThumbnails([this](AttachmentId attachment) {
        return m_thumbnails->thumbnail(
            attachment, MessageBubble::thumbnailBox(m_view->font()), m_view->devicePixelRatioF());
    });
    m_typingLine = new QLabel(m_thread);
    m_typingLine->setAlignment(Qt::AlignCenter);
    m_typingLine->setProperty("look", QStringLiteral("dim"));
    m_typingLine->setContentsMargins(0, 2, 0, 6);
    m_composer = new Composer(ports.engine, ports.reader, ports.platforms, ports.clock, m_thread);
    m_composer->setObjectName(QStringLiteral("composer"));
    m_pill = new QPushButton(m_view);
    m_pill->setProperty("look", QStringLiteral("primary"));
    m_pill->setFocusPolicy(Qt::NoFocus);
    m_pill->hide();
    auto *box = new QVBoxLayout(m_thread);
    box->setContentsMargins(0, 0, 0, 0);
    box->setSpacing(0);
    box->addWidget(m_header);
    box->addWidget(m_context);
    box->addWidget(m_find);
    box->addWidget(m_view, 1);
    box->addWidget(m_typingLine);
    box->addWidget(m_composer);
    m_nothing = new QLabel(this);
    m_nothing->setAlignment(Qt::AlignCenter);
    m_nothing->setProperty("look", QStringLiteral("dim"));
    // Not a stack, which lays out its hidden pages too: the thread costs nothing until there is one.
    auto *either = new QVBoxLayout(this);
    either->setContentsMargins(0, 0, 0, 0);
    either->addWidget(m_thread);
    either->addWidget(m_nothing);
    m_thread->hide();
    m_view->setMessages(&m_model);
}

void ConversationPane::connectView()
{
    connect(m_view, &MessageView::seenUpToChanged, m_composer, &Composer::setSeenUpTo);
    connect(
        &m_engine, &sync::Engine::uploading, m_view, [this](OutboxId, MessageId message, qint64 done, qint64 total) {
            m_view->setUpload(message, {.done = done, .total = total});
        });
    connect(m_view, &MessageView::endReached, this, &ConversationPane::markSeen);
    connect(m_view, &MessageView::unseenChanged, this, &ConversationPane::refreshUnseen);
    connect(m_view, &MessageView::partActivated, this, &ConversationPane::act);
    connect(m_view, &MessageView::linkActivated, this, &ConversationPane::openLink);
    connect(m_view, &MessageView::menuRequested, this, &ConversationPane::showMenu);
    connect(m_find, &FindBar::foundAt, this, [this](MessageId message) {
        if (m_view->showMessage(message))
            m_view->selectText(message, m_find->words());
    });
    connect(m_find, &FindBar::closed, m_view, qOverload<>(&QWidget::setFocus));
    connect(m_context, &ContextCard::openFailed, this, [this](const QUrl &page) {
        Q_EMIT said(tr("No program could be started for %1.").arg(page.toDisplayString()));
    });
    connect(m_pill, &QPushButton::clicked, m_view, &MessageView::scrollToEnd);
    connect(m_thumbnails, &Thumbnails::ready, m_view->viewport(), qOverload<>(&QWidget::update));
    connect(m_attachments, &AttachmentOpener::said, this, &ConversationPane::said);
    connect(
        &m_model, &MessageListModel::readFailed, this, [this](const Error &error) { Q_EMIT said(wordsFor(error)); });
    connect(&m_model, &MessageListModel::arrived, this, [this](MessageId id) {
        // Announced politely, once: the view's description changes to the new message.
        const int row = m_model.rowOf(id);
        if (row < 0 || m_model.message(row).direction != Direction::In)
            return;
        m_view->setAccessibleDescription(messageSentence(m_model.message(row), m_online, m_view->tellsAudience()));
        QAccessibleEvent alert(m_view, QAccessible::DescriptionChanged);
        QAccessible::updateAccessibility(&alert);
    });
}

void ConversationPane::retranslate()
{
    m_nothing->setText(tr("No ticket is open.\nJ: the next in the list, Ctrl+K: go to anything"));
    m_typingLine->setAccessibleName(tr("Who is typing"));
    refreshUnseen(m_unseen);
    refreshTyping();
}

void ConversationPane::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ConversationPane::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    placePill();
}

void ConversationPane::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    markSeen();
}

// --------------------------------------------------------------------------------------------------------- ticket

void ConversationPane::prepare()
{
    m_composer->prepare();
    (void)m_thread->sizeHint(); // polishes it, and loads the fonts it is written in
}

void ConversationPane::openTicket(TicketId ticket)
{
    m_typing.clear();
    m_typingTimer.stop();
    {
        const QSignalBlocker quietly(m_find); // the keys stay where they are
        m_find->close();
    }
    m_row.reset();
    if (ticket.isValid()) {
        auto row = m_reader.ticket(ticket);
        if (!row)
            Q_EMIT said(wordsFor(row.error()));
        else
            m_row = *row;
    }
    m_ticket = m_row ? ticket : TicketId{};
    m_engine.setOpen(m_ticket);
    if (m_row)
        m_composer->prepare();
    (m_row ? static_cast<QWidget *>(m_nothing) : m_thread)->hide();
    (m_row ? m_thread : static_cast<QWidget *>(m_nothing))->show();
    m_header->setTicket(m_row, outage());
    m_composer->setTicket(m_ticket);
    refreshTyping();
    readConversation(true);
    if (!m_row) {
        m_model.close();
        Q_EMIT ticketChanged();
        return;
    }
    const bool unread = m_row->ticket.unread;
    m_model.open(m_row->ticket.conversation, unread ? m_row->ticket.waitingSince : std::nullopt);
    m_view->showFirstUnread();
    if (m_view->seenUpTo().isValid())
        m_composer->setSeenUpTo(m_view->seenUpTo());
    markSeen();
    Q_EMIT ticketChanged();
}

std::chrono::milliseconds ConversationPane::outage()
{
    if (!m_row || !m_row->ticket.unanswered || !m_row->ticket.waitingSince)
        return {};
    const auto time = m_reader.outageTime(m_row->ticket.account, *m_row->ticket.waitingSince, m_clock.now());
    return time ? *time : std::chrono::milliseconds(0);
}

/// What the thread is about, who can read it, and what may be done with its messages.
void ConversationPane::readConversation(bool opened)
{
    ConversationContext context;
    m_capabilities = {};
    if (m_row) {
        if (const auto conversation = m_reader.conversation(m_row->ticket.conversation); conversation && *conversation)
            context = (*conversation)->context;
        if (const auto accounts = m_reader.accounts()) {
            for (const Account &account : *accounts) {
                if (account.id == m_row->ticket.account)
                    m_capabilities = account.capabilities;
            }
        }
        m_view->setTellsAudience(m_row->kind == ConversationKind::Comments || m_row->kind == ConversationKind::Review);
    }
    if (opened)
        m_context->setContext(context);
    else
        m_context->refreshContext(context);
}

void ConversationPane::applyChanges(const Changes &changes)
{
    m_composer->applyChanges(changes);
    if (!m_ticket.isValid())
        return;
    if (changes.tickets.contains(m_ticket)) {
        if (auto row = m_reader.ticket(m_ticket)) {
            if (!row->has_value()) {
                openTicket({}); // its account was removed
                return;
            }
            m_row = *row;
            m_header->setTicket(m_row, outage());
            Q_EMIT ticketChanged();
        }
    }
    if (changes.conversations.contains(m_row->ticket.conversation) || changes.accounts.contains(m_row->ticket.account))
        readConversation(false);
    m_model.applyChanges(changes);
    if (changes.conversations.contains(m_row->ticket.conversation) && m_view->isAtEnd())
        markSeen();
}

void ConversationPane::setOnline(bool online)
{
    m_online = online;
    m_view->setOnline(online);
}

/// Seen is what stood on the screen of an agent who was there: the window is active and the end is in view, or the
/// thread was just opened.
void ConversationPane::markSeen()
{
    if (!m_row || !m_row->ticket.unread || !isVisible() || !isActiveWindow())
        return;
    m_row->ticket.unread = false; // the cache says so in a moment; not asked twice till then
    m_engine.markSeen(m_ticket);
}

void ConversationPane::find()
{
    if (m_row)
        m_find->open(m_row->ticket.conversation);
}

void ConversationPane::quoteCurrent()
{
    if (const auto message = m_view->currentMessage())
        m_composer->quote(*message);
    m_composer->setAudience(Audience::Customer);
    m_composer->focusField();
}

// --------------------------------------------------------------------------------------------------- the moment

void ConversationPane::setTyping(TicketId ticket, const QString &author, Timestamp until)
{
    if (ticket != m_ticket)
        return;
    m_typing = author;
    m_typingTimer.stop();
    if (!author.isEmpty())
        m_typingTimer.start(std::max(std::chrono::milliseconds(1), until - m_clock.now()));
    refreshTyping();
    // The lamp above the composer is the customer's; it must not tell the composer's own text apart.
}

void ConversationPane::refreshTyping()
{
    m_typingLine->setVisible(!m_typing.isEmpty());
    m_typingLine->setText(tr("%1 types …").arg(safeForDisplay(m_typing, kNameLength)));
}

void ConversationPane::refreshUnseen(int messages)
{
    m_unseen = messages;
    m_pill->setText(tr("↓ %n new message(s)", nullptr, messages));
    m_pill->setAccessibleName(tr("Go to %n new message(s)", nullptr, messages));
    m_pill->setVisible(messages > 0);
    placePill();
}

void ConversationPane::placePill()
{
    if (m_pill->isHidden())
        return;
    m_pill->adjustSize();
    m_pill->move((m_view->width() - m_pill->width()) / 2, m_view->height() - m_pill->height() - 12);
    m_pill->raise();
}

} // namespace parley::ui
