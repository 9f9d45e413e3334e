// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/context/customer_panel.h"

#include "models/display_text.h"
#include "storage/reader.h"
#include "sync/engine.h"
#include "ui/common/elided_label.h"
#include "ui/common/error_words.h"
#include "ui/common/theme.h"
#include "ui/common/time_words.h"
#include "ui/common/tip.h"
#include "ui/common/when_done.h"
#include "ui/context/fact_label.h"
#include "ui/context/language_words.h"
#include "ui/context/people_section.h"
#include "ui/context/ticket_card.h"
#include "ui/inbox/ticket_words.h"

#include <QComboBox>
#include <QEvent>
#include <QFormLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace parley::ui {

namespace {

constexpr int kMostBefore = 8;
constexpr int kMostFacts = 40; ///< lines about a person; a server may keep any number
constexpr int kLabelLength = 60;
constexpr int kBestRating = 5;
constexpr int kNameLength = 120;
constexpr int kNoteLines = 3;
constexpr qsizetype kLongestNote = 10'000; ///< UTF-16 units
constexpr std::array kPriorities{Priority::Low, Priority::Normal, Priority::High, Priority::Urgent};

void clear(QLayout *layout)
{
    while (QLayoutItem *item = layout->takeAt(0)) {
        if (item->widget()) {
            item->widget()->hide(); // its place is free at once, it goes later
            item->widget()->deleteLater();
        }
        delete item;
    }
}

QStringList tagsFrom(const QString &typed)
{
    QStringList tags;
    for (const QString &part : typed.split(u',', Qt::SkipEmptyParts)) {
        const QString tag = safeForDisplay(part.simplified(), kNameLength);
        if (!tag.isEmpty() && !tags.contains(tag))
            tags << tag;
    }
    tags.sort();
    return tags;
}

QStringList without(const QStringList &these, const QStringList &those)
{
    QStringList rest;
    std::ranges::copy_if(these, std::back_inserter(rest), [&](const QString &tag) { return !those.contains(tag); });
    return rest;
}

} // namespace

CustomerPanel::CustomerPanel(
    sync::Engine &engine, storage::Reader &reader, QList<PlatformInfo> platforms, const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_engine(engine)
    , m_reader(reader)
    , m_platforms(std::move(platforms))
    , m_clock(clock)
{
    setObjectName(QStringLiteral("customer"));
    setAutoFillBackground(true); // seen where there is no ticket
    setAccessibleName(tr("Customer"));
}

CustomerPanel::~CustomerPanel()
{
    if (!m_scroll)
        return;
    if (m_tags->isModified())
        commitTags();
    // They lose the focus after everything of ours is gone.
    commitNote();
    m_tags->disconnect(this);
    m_assignee->disconnect(this);
    m_assignee->lineEdit()->disconnect(this);
}

QVBoxLayout *CustomerPanel::addSection(QLabel *&heading)
{
    auto *column = static_cast<QVBoxLayout *>(m_content->layout());
    column->addSpacing(14);
    heading = new QLabel(m_content);
    heading->setProperty("look", QStringLiteral("heading"));
    heading->setFont(bold(resized(font(), -1)));
    column->addWidget(heading);
    auto *section = new QVBoxLayout;
    section->setContentsMargins(0, 2, 0, 0);
    section->setSpacing(6);
    column->addLayout(section);
    return section;
}

void CustomerPanel::prepare()
{
    if (m_scroll)
        return;
    build();
    retranslate();
}

void CustomerPanel::build()
{
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    m_scroll = new QScrollArea(this);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFrameShape(QFrame::NoFrame);
    whole->addWidget(m_scroll);
    auto *frame = new QFrame(m_scroll);
    frame->setProperty("look", QStringLiteral("panel"));
    m_content = frame;
    m_scroll->setWidget(m_content);
    auto *column = new QVBoxLayout(m_content);
    column->setContentsMargins(16, 14, 16, 14);
    column->setSpacing(2);
    m_name = new QLabel(m_content);
    m_name->setObjectName(QStringLiteral("customerName"));
    m_name->setTextFormat(Qt::PlainText);
    m_name->setWordWrap(true);
    m_name->setFont(bold(resized(font(), 1)));
    m_name->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_writes = new QLabel(m_content);
    m_writes->setProperty("look", QStringLiteral("dim"));
    column->addWidget(m_name);
    column->addWidget(m_writes);
    m_muted = new QLabel(m_content);
    m_muted->setObjectName(QStringLiteral("muted"));
    m_muted->setProperty("look", QStringLiteral("watch"));
    m_muted->setWordWrap(true);
    column->addWidget(m_muted);

    m_reach = new QFormLayout;
    m_reach->setHorizontalSpacing(12);
    m_reach->setVerticalSpacing(4);
    auto *reach = addSection(m_reachHeading);
    reach->addLayout(m_reach);
    m_people = new PeopleSection(m_engine, m_reader, m_clock, m_content);
    m_people->setKey(m_mergeKey);
    connect(m_people, &PeopleSection::leaveRequested, this, &CustomerPanel::leaveRequested);
    reach->addWidget(m_people);
    m_facts = new QFormLayout;
    m_facts->setHorizontalSpacing(12);
    m_facts->setVerticalSpacing(4);
    m_facts->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    auto *facts = addSection(m_factsHeading);
    facts->addLayout(m_facts);
    m_moreFacts = new QLabel(m_content);
    m_moreFacts->setProperty("look", QStringLiteral("dim"));
    facts->addWidget(m_moreFacts);
    buildFields(addSection(m_ticketHeading));
    auto *note = addSection(m_noteHeading);
    m_note = new QPlainTextEdit(m_content);
    m_note->setObjectName(QStringLiteral("contactNote"));
    m_note->setTabChangesFocus(true);
    m_note->setFixedHeight(m_note->fontMetrics().lineSpacing() * kNoteLines + 22);
    m_note->installEventFilter(this);
    note->addWidget(m_note);
    m_cards = addSection(m_beforeHeading);
    column->addStretch(1);
}

void CustomerPanel::buildFields(QVBoxLayout *section)
{
    auto *form = new QFormLayout;
    form->setHorizontalSpacing(12);
    form->setVerticalSpacing(6);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    const auto label = [&](QWidget *field) {
        auto *made = new QLabel(m_content);
        made->setProperty("look", QStringLiteral("dim"));
        made->setBuddy(field);
        form->addRow(made, field);
        field->installEventFilter(this);
        return made;
    };
    m_assignee = new QComboBox(m_content);
    m_assignee->setObjectName(QStringLiteral("assignee"));
    m_assignee->setEditable(true);
    m_assignee->setInsertPolicy(QComboBox::NoInsert);
    m_assignee->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_assignee->lineEdit()->installEventFilter(this);
    m_assigneeLabel = label(m_assignee);
    m_priority = new QComboBox(m_content);
    m_priority->setObjectName(QStringLiteral("priority"));
    m_priorityLabel = label(m_priority);
    m_tags = new QLineEdit(m_content);
    m_tags->setObjectName(QStringLiteral("tags"));
    m_tagsLabel = label(m_tags);
    const auto told = [&](const QString &name, QLabel *&words) { // a row that only tells
        auto *heading = new QLabel(m_content);
        heading->setProperty("look", QStringLiteral("dim"));
        words = new QLabel(m_content);
        words->setObjectName(name);
        words->setTextFormat(Qt::PlainText);
        words->setWordWrap(true);
        form->addRow(heading, words);
        return heading;
    };
    m_teamLabel = told(QStringLiteral("team"), m_team);
    m_ratingLabel = told(QStringLiteral("rating"), m_rating);
    section->addLayout(form);
    m_trouble = new QLabel(m_content);
    m_trouble->setProperty("look", QStringLiteral("error"));
    m_trouble->setTextFormat(Qt::PlainText);
    m_trouble->setWordWrap(true);
    m_trouble->hide();
    section->addWidget(m_trouble);
    connect(m_assignee, &QComboBox::activated, this, &CustomerPanel::commitAssignee);
    connect(m_assignee->lineEdit(), &QLineEdit::editingFinished, this, &CustomerPanel::commitAssignee);
    connect(m_priority, &QComboBox::activated, this, &CustomerPanel::commitPriority);
    connect(m_tags, &QLineEdit::editingFinished, this, &CustomerPanel::commitTags);
    connect(m_tags, &QLineEdit::returnPressed, this, &CustomerPanel::leaveRequested);
}

void CustomerPanel::retranslate()
{
    setAccessibleName(tr("Customer"));
    if (!m_scroll)
        return;
    m_reachHeading->setText(tr("Reach"));
    m_ticketHeading->setText(tr("Ticket"));
    m_noteHeading->setText(tr("About them"));
    m_beforeHeading->setText(tr("Before"));
    m_assigneeLabel->setText(tr("Assignee"));
    m_priorityLabel->setText(tr("Priority"));
    m_tagsLabel->setText(tr("Tags"));
    m_teamLabel->setText(tr("Team"));
    m_ratingLabel->setText(tr("Rating"));
    m_factsHeading->setText(tr("Known about them"));
    m_muted->setText(u"⊘ " + tr("Muted: what they write does not come in"));
    m_assignee->setAccessibleName(m_assigneeLabel->text());
    m_priority->setAccessibleName(m_priorityLabel->text());
    m_tags->setAccessibleName(tr("Tags, with commas between them"));
    m_tags->setPlaceholderText(tr("refund, carrier"));
    m_note->setAccessibleName(tr("About this customer, for the team only"));
    m_note->setPlaceholderText(tr("What the team should know"));
    m_priority->clear();
    for (const Priority priority : kPriorities) {
        const QString words = priority == Priority::Low ? tr("low")
            : priority == Priority::Normal              ? tr("normal")
            : priority == Priority::High                ? tr("high")
                                                        : tr("urgent");
        m_priority->addItem(words, QVariant::fromValue(static_cast<int>(priority)));
    }
    m_assignee->clear();
    m_assignee->addItem(tr("nobody"), QString());
    m_assignee->addItem(tr("me"), kMe);
    refresh();
}

void CustomerPanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

bool CustomerPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride || event->type() == QEvent::KeyPress) {
        auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Escape) {
            if (event->type() == QEvent::ShortcutOverride) {
                event->accept();
                return true;
            }
            if (watched == m_note) {
                commitNote(); // a text is kept, a field is taken back
            } else {
                m_tags->setModified(false);
                refreshFields(); // what was typed is taken back
            }
            Q_EMIT leaveRequested();
            return true;
        }
    }
    if (watched == m_note && event->type() == QEvent::FocusOut)
        commitNote();
    return QWidget::eventFilter(watched, event);
}

void CustomerPanel::setTicket(TicketId ticket)
{
    if (!m_scroll && !ticket.isValid())
        return;
    prepare();
    if (ticket != m_ticket && m_ticket.isValid()) {
        if (m_tags->isModified())
            commitTags(); // typed, and left by a click into the list
        commitNote();
    }
    m_ticket = ticket;
    m_trouble->hide();
    m_tags->setModified(false);
    read();
    refresh();
}

void CustomerPanel::applyChanges(const Changes &changes)
{
    if (!m_row)
        return;
    const bool mine = changes.tickets.contains(m_ticket) || changes.conversations.contains(m_row->ticket.conversation);
    const bool before =
        std::ranges::any_of(m_before, [&](const TicketRow &row) { return changes.tickets.contains(row.ticket.id); });
    if (!mine && !before && changes.accounts.isEmpty() && !changes.workspaces.contains(m_row->ticket.account))
        return;
    read();
    refresh();
}

void CustomerPanel::read()
{
    m_row.reset();
    m_contact.reset();
    m_before.clear();
    if (!m_ticket.isValid())
        return;
    if (const auto row = m_reader.ticket(m_ticket))
        m_row = *row;
    if (!m_row)
        return;
    if (auto contact = m_reader.contact(m_row->ticket.contact))
        m_contact = *std::move(contact);
    if (auto accounts = m_reader.accounts())
        m_accounts = *std::move(accounts);
    if (const auto rows = m_reader.ticketsOfContact(m_row->ticket.contact, kMostBefore + 1)) {
        for (const TicketRow &row : *rows) {
            if (row.ticket.id != m_ticket && m_before.size() < kMostBefore)
                m_before << row;
        }
    }
}

void CustomerPanel::refresh()
{
    m_scroll->setVisible(m_row.has_value()); // hidden with what is around it, it is not laid out either
    if (!m_row)
        return;
    m_name->setText(m_contact ? nameOf(*m_contact) : shownName(*m_row));
    m_people->setContact(m_contact, m_name->text());
    QString language = m_row->ticket.language;
    if (language.isEmpty() && m_contact)
        language = m_contact->language;
    m_writes->setText(writesIn(language));
    m_writes->setVisible(!language.isEmpty());
    m_noteHeading->setVisible(m_contact.has_value());
    m_note->setVisible(m_contact.has_value());
    if (!m_note->document()->isModified()) { // what is being typed stays
        const QString note = m_contact ? m_contact->note : QString();
        if (m_note->toPlainText() != note)
            m_note->setPlainText(note);
        m_note->document()->setModified(false);
    }
    refreshReach();
    refreshFacts();
    refreshMarks();
    refreshFields();
    refreshBefore();
}

void CustomerPanel::refreshReach()
{
    while (m_reach->rowCount() > 0)
        m_reach->removeRow(0);
    const QList<Identity> identities = m_contact ? m_contact->identities : QList<Identity>{};
    for (const Identity &identity : identities) {
        const auto account = std::ranges::find(m_accounts, identity.account, &Account::id);
        const bool known = account != m_accounts.end();
        const QString channel = known ? platformName(account->platform) : tr("Elsewhere");
        auto *label = new QLabel(channel, m_content);
        label->setProperty("look", QStringLiteral("dim"));
        label->setToolTip(known ? plainTip(account->name) : QString());
        QString address = identity.handle.isEmpty() ? identity.remoteId : identity.handle;
        if (m_contact->anonymous && identity.handle.isEmpty()) // no account behind it: nobody can be found by it
            address = tr("visitor, session %1").arg(address);
        else if (!identity.name.isEmpty() && identity.name != m_contact->name)
            address += u" · " + identity.name;
        auto *value = new QLabel(safeForDisplay(address, kNameLength), m_content);
        value->setTextFormat(Qt::PlainText);
        value->setWordWrap(true);
        value->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        value->setAccessibleName(QStringLiteral("%1: %2").arg(channel, value->text()));
        m_reach->addRow(label, value);
    }
    m_reachHeading->setVisible(!identities.isEmpty());
}

/// What the platforms keep about the person; of the account they write through first.
void CustomerPanel::refreshFacts()
{
    QList<Identity> identities = m_contact ? m_contact->identities : QList<Identity>{};
    std::ranges::stable_partition(
        identities, [this](const Identity &identity) { return identity.account == m_row->ticket.account; });
    const auto same = [](const Identity &left, const Identity &right) {
        return left.account == right.account && left.attributes == right.attributes;
    };
    if (!identities.isEmpty() && std::ranges::equal(identities, m_factsOf, same))
        return; // the keys may be in one of them
    m_factsOf = identities;
    while (m_facts->rowCount() > 0)
        m_facts->removeRow(0);
    int left = 0;
    for (const Identity &identity : std::as_const(identities)) {
        const auto account = std::ranges::find(m_accounts, identity.account, &Account::id);
        for (const ConversationContext::Fact &fact : identity.attributes) {
            if (fact.value.trimmed().isEmpty())
                continue;
            if (m_facts->rowCount() >= kMostFacts) {
                ++left;
                continue;
            }
            const QString words = safeForDisplay(fact.label, kLabelLength);
            auto *label = new ElidedLabel(m_content);
            label->setProperty("look", QStringLiteral("dim"));
            label->setWords(words);
            label->setMaximumWidth(fontMetrics().averageCharWidth() * 16);
            if (account != m_accounts.end())
                label->setToolTip(plainTip(u"%1 · %2"_s.arg(words, account->name)));
            m_facts->addRow(label, new FactLabel(words, fact.value, m_content));
        }
    }
    m_factsHeading->setVisible(m_facts->rowCount() > 0);
    m_moreFacts->setText(tr("and %n more", nullptr, left));
    m_moreFacts->setVisible(left > 0);
}

void CustomerPanel::refreshMarks()
{
    const Ticket &ticket = m_row->ticket;
    m_muted->setVisible(ticket.muted);
    m_team->setText(safeForDisplay(ticket.team, kNameLength));
    m_team->setVisible(!ticket.team.isEmpty());
    m_teamLabel->setVisible(!ticket.team.isEmpty());
    const int stars = std::clamp(ticket.rating, 0, kBestRating);
    const QString words = tr("%1 of %2").arg(stars).arg(kBestRating);
    m_rating->setText(QString(stars, u'★') + QString(kBestRating - stars, u'☆') + u' ' + words);
    m_rating->setAccessibleName(tr("Rating: %1").arg(words));
    m_rating->setVisible(stars > 0);
    m_ratingLabel->setVisible(stars > 0);
}

void CustomerPanel::refreshFields()
{
    if (!m_row)
        return;
    const Ticket &ticket = m_row->ticket;
    m_priority->setCurrentIndex(m_priority->findData(static_cast<int>(ticket.priority)));
    if (!m_assignee->lineEdit()->isModified() || !m_assignee->lineEdit()->hasFocus()) {
        const int known = m_assignee->findData(ticket.assignee);
        m_assignee->setCurrentIndex(known);
        if (known < 0)
            m_assignee->setEditText(ticket.assignee);
        m_assignee->lineEdit()->setModified(false);
    }
    if (!m_tags->isModified()) // what is being typed stays
        m_tags->setText(ticket.tags.join(QStringLiteral(", ")));
}

void CustomerPanel::refreshBefore()
{
    clear(m_cards);
    for (const TicketRow &row : std::as_const(m_before)) {
        const QString subject = row.ticket.subject.isEmpty() ? row.snippet : row.ticket.subject;
        auto *card = new TicketCard(safeForDisplay(subject, kNameLength), lineFor(row), m_content);
        connect(card, &TicketCard::clicked, this, [this, id = row.ticket.id] { Q_EMIT ticketRequested(id); });
        m_cards->addWidget(card);
    }
    m_beforeHeading->setVisible(!m_before.isEmpty());
}

QString CustomerPanel::lineFor(const TicketRow &row) const
{
    const QString status = [&] {
        switch (row.ticket.status) {
        case TicketStatus::Open:
            return tr("open");
        case TicketStatus::Pending:
            return tr("pending");
        case TicketStatus::Snoozed:
            return tr("snoozed");
        case TicketStatus::Resolved:
            return tr("resolved");
        }
        return QString();
    }();
    return QStringLiteral("%1 · %2 · %3")
        .arg(platformName(row.platform), status, listTime(row.ticket.updated, m_clock.now()));
}

QString CustomerPanel::platformName(const QString &id) const
{
    const auto found = std::ranges::find(m_platforms, id, &PlatformInfo::id);
    return found == m_platforms.end() ? id : found->name;
}

void CustomerPanel::submit(const Command &command)
{
    whenDone(m_engine.submit({m_ticket, command, {}}), this, [this, ticket = m_ticket](const Result<OutboxId> &result) {
        if (ticket != m_ticket)
            return;
        m_trouble->setText(result ? QString() : wordsFor(result.error()));
        m_trouble->setVisible(!result);
        if (!result)
            refreshFields(); // shows what is true
    });
}

void CustomerPanel::commitAssignee()
{
    if (!m_row)
        return;
    const QString typed = m_assignee->currentText().simplified();
    const int known = m_assignee->findText(typed, Qt::MatchFixedString);
    const QString assignee = known >= 0 ? m_assignee->itemData(known).toString() : safeForDisplay(typed, kNameLength);
    m_assignee->lineEdit()->setModified(false);
    if (assignee == m_row->ticket.assignee)
        return;
    m_row->ticket.assignee = assignee;
    submit(Assign{assignee});
}

void CustomerPanel::commitPriority()
{
    if (!m_row)
        return;
    const auto priority = static_cast<Priority>(m_priority->currentData().toInt());
    if (priority == m_row->ticket.priority)
        return;
    m_row->ticket.priority = priority;
    submit(SetPriority{priority});
}

void CustomerPanel::commitTags()
{
    if (!m_row || !m_tags->isModified())
        return;
    m_tags->setModified(false);
    const QStringList tags = tagsFrom(m_tags->text());
    const ChangeTags change{without(tags, m_row->ticket.tags), without(m_row->ticket.tags, tags)};
    if (change.add.isEmpty() && change.remove.isEmpty())
        return;
    m_row->ticket.tags = tags;
    submit(change);
}

void CustomerPanel::commitNote()
{
    if (!m_contact || !m_note->document()->isModified())
        return;
    m_note->document()->setModified(false);
    const QString note = m_note->toPlainText().trimmed().left(kLongestNote);
    if (note == m_contact->note)
        return;
    m_contact->note = note;
    whenDone(m_engine.setContactNote(m_contact->id, note), this, [this, note](const Result<void> &result) {
        m_trouble->setText(result ? QString() : wordsFor(result.error()));
        m_trouble->setVisible(!result);
        if (!result && m_note->toPlainText().isEmpty())
            m_note->setPlainText(note); // nothing typed is lost
    });
}

void CustomerPanel::editNote()
{
    if (!m_row)
        return;
    m_note->setFocus(Qt::ShortcutFocusReason);
    m_note->moveCursor(QTextCursor::End);
}

void CustomerPanel::beginMerge()
{
    if (m_row)
        m_people->begin();
}

void CustomerPanel::setMergeKey(const QString &key)
{
    m_mergeKey = key;
    if (m_people)
        m_people->setKey(key);
}

void CustomerPanel::editAssignee()
{
    if (!m_row)
        return;
    m_assignee->setFocus(Qt::ShortcutFocusReason);
    m_assignee->lineEdit()->selectAll();
}

} // namespace parley::ui
