// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/context/people_section.h"

#include "models/display_text.h"
#include "storage/reader.h"
#include "sync/engine.h"
#include "ui/common/error_words.h"
#include "ui/common/key_button.h"
#include "ui/common/time_words.h"
#include "ui/common/when_done.h"
#include "ui/inbox/ticket_words.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace parley::ui {

namespace {
constexpr int kNameLength = 80;
constexpr int kMostFound = 8;
constexpr int kShownRows = 5;

QLabel *wrapping(const QString &name, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}
} // namespace

QString nameOf(const Contact &contact)
{
    QString name = safeForDisplay(contact.name, kNameLength);
    if (!name.trimmed().isEmpty())
        return name;
    if (contact.identities.isEmpty())
        return visitorName({});
    const Identity &first = contact.identities.first();
    if (contact.anonymous)
        return visitorName(first.remoteId);
    return safeForDisplay(first.handle.isEmpty() ? first.remoteId : first.handle, kNameLength);
}

PeopleSection::PeopleSection(sync::Engine &engine, storage::Reader &reader, const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_engine(engine)
    , m_reader(reader)
    , m_clock(clock)
{
    setObjectName(QStringLiteral("people"));
    build();
    retranslate();
    show(Step::Closed);
}

void PeopleSection::build()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 6, 0, 0);
    column->setSpacing(6);
    m_merged = new QVBoxLayout;
    m_merged->setSpacing(4);
    column->addLayout(m_merged);
    m_begin = new KeyButton(this);
    m_begin->setObjectName(QStringLiteral("mergeBegin"));
    m_begin->setProperty("look", QStringLiteral("quiet"));
    connect(m_begin, &QPushButton::clicked, this, &PeopleSection::begin);
    column->addWidget(m_begin, 0, Qt::AlignLeft);
    m_searching = buildSearch();
    m_confirming = buildConfirm();
    column->addWidget(m_searching);
    column->addWidget(m_confirming);
    m_trouble = wrapping(QStringLiteral("mergeTrouble"), this);
    m_trouble->setProperty("look", QStringLiteral("error"));
    m_trouble->hide();
    column->addWidget(m_trouble);
}

QWidget *PeopleSection::buildSearch()
{
    auto *made = new QWidget(this);
    auto *column = new QVBoxLayout(made);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    m_query = new QLineEdit(made);
    m_query->setObjectName(QStringLiteral("mergeQuery"));
    m_query->installEventFilter(this);
    m_list = new QListWidget(made);
    m_list->setObjectName(QStringLiteral("mergeFound"));
    m_list->setProperty("look", QStringLiteral("rows"));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setTextElideMode(Qt::ElideRight);
    m_list->installEventFilter(this);
    m_none = wrapping(QStringLiteral("mergeNone"), made);
    m_none->setProperty("look", QStringLiteral("dim"));
    column->addWidget(m_query);
    column->addWidget(m_list);
    column->addWidget(m_none);
    connect(m_query, &QLineEdit::textChanged, this, &PeopleSection::search);
    connect(m_query, &QLineEdit::returnPressed, this, [this] { choose(std::max(0, m_list->currentRow())); });
    connect(m_list, &QListWidget::itemActivated, this, [this] { choose(m_list->currentRow()); });
    connect(m_list, &QListWidget::itemClicked, this, [this] { choose(m_list->currentRow()); });
    return made;
}

QWidget *PeopleSection::buildConfirm()
{
    auto *made = new QWidget(this);
    auto *column = new QVBoxLayout(made);
    column->setContentsMargins(0, 0, 0, 0);
    m_what = wrapping(QStringLiteral("mergeWhat"), made);
    m_merge = new QPushButton(made);
    m_merge->setObjectName(QStringLiteral("mergeDo"));
    m_merge->setProperty("look", QStringLiteral("primary"));
    m_back = new QPushButton(made);
    m_back->setObjectName(QStringLiteral("mergeBack"));
    for (QPushButton *button : {m_merge, m_back}) {
        button->setAutoDefault(false);
        button->installEventFilter(this);
    }
    auto *row = new QHBoxLayout;
    row->addStretch();
    row->addWidget(m_back);
    row->addWidget(m_merge);
    column->addWidget(m_what);
    column->addLayout(row);
    connect(m_merge, &QPushButton::clicked, this, &PeopleSection::merge);
    connect(m_back, &QPushButton::clicked, this, [this] { show(Step::Search); });
    return made;
}

void PeopleSection::setKey(const QString &key)
{
    m_key = key;
    retranslate();
}

void PeopleSection::retranslate()
{
    m_begin->setWords(tr("Same person as …"), m_key);
    m_begin->setToolTip(tr("Join this customer with somebody whom you know already"));
    m_query->setPlaceholderText(tr("Name or address"));
    m_query->setAccessibleName(tr("Whom is it? Name or address"));
    m_list->setAccessibleName(tr("People found"));
    m_none->setText(tr("Nobody is called so."));
    m_merge->setText(tr("Join them"));
    m_back->setText(tr("Back"));
    refreshMerged();
}

void PeopleSection::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        show(m_step);
    }
}

bool PeopleSection::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::ShortcutOverride && event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    const bool down = watched == m_query && (key->key() == Qt::Key_Down || key->key() == Qt::Key_Up);
    if (key->key() != Qt::Key_Escape && !down)
        return QWidget::eventFilter(watched, event);
    if (event->type() == QEvent::ShortcutOverride) {
        event->accept();
    } else if (down) {
        const int step = key->key() == Qt::Key_Down ? 1 : -1;
        m_list->setCurrentRow(std::clamp(m_list->currentRow() + step, 0, std::max(0, m_list->count() - 1)));
    } else if (m_step == Step::Confirm) {
        show(Step::Search);
    } else {
        show(Step::Closed);
        Q_EMIT leaveRequested();
    }
    return true;
}

void PeopleSection::setContact(const std::optional<Contact> &contact, const QString &shownName)
{
    const bool same = contact && m_contact && contact->id == m_contact->id;
    m_contact = contact;
    m_name = shownName;
    setVisible(contact.has_value());
    refreshMerged();
    if (!same) {
        m_trouble->hide();
        m_query->clear();
        show(Step::Closed);
    }
}

void PeopleSection::begin()
{
    if (!m_contact)
        return;
    show(Step::Search);
    m_query->setFocus(Qt::ShortcutFocusReason);
    m_query->selectAll();
    search();
}

void PeopleSection::show(Step step)
{
    m_step = step;
    m_begin->setVisible(step == Step::Closed);
    m_searching->setVisible(step == Step::Search);
    m_confirming->setVisible(step == Step::Confirm);
    if (step == Step::Search)
        m_query->setFocus(Qt::OtherFocusReason);
    if (step != Step::Confirm || !m_chosen)
        return;
    const QString whom = nameOf(*m_chosen);
    m_what->setText(tr("“%1” becomes “%2”: all addresses, tickets and messages of both will stand under “%2”. "
                       "Nothing is sent, and the two can be parted again.")
            .arg(m_name, whom));
    m_what->setAccessibleName(m_what->text());
    m_merge->setFocus(Qt::OtherFocusReason);
}

void PeopleSection::search()
{
    const QString typed = m_query->text().simplified();
    m_found.clear();
    m_list->clear();
    if (!typed.isEmpty()) { // everybody in the order of names is a long list, and nobody's
        if (const auto found = m_reader.contacts(typed, kMostFound + 1)) {
            for (const Contact &one : *found) {
                if ((!m_contact || one.id != m_contact->id) && m_found.size() < kMostFound)
                    m_found.append(one);
            }
        }
    }
    for (const Contact &one : std::as_const(m_found)) {
        const QString addresses = addressesOf(one);
        const QString words = addresses.isEmpty() ? nameOf(one) : nameOf(one) + u" · " + addresses;
        auto *item = new QListWidgetItem(words, m_list);
        item->setToolTip(words.toHtmlEscaped());
    }
    m_list->setCurrentRow(0);
    const int rows = std::clamp(m_list->count(), 1, kShownRows);
    m_list->setFixedHeight(rows * std::max(24, m_list->sizeHintForRow(0)) + 4);
    m_list->setVisible(m_list->count() > 0);
    m_none->setVisible(m_list->count() == 0 && !typed.isEmpty());
}

QString PeopleSection::addressesOf(const Contact &contact) const
{
    QStringList handles;
    for (const Identity &identity : contact.identities) {
        if (!identity.handle.isEmpty())
            handles += safeForDisplay(identity.handle, kNameLength);
    }
    return handles.join(QStringLiteral(", "));
}

void PeopleSection::choose(int row)
{
    if (row < 0 || row >= m_found.size())
        return;
    m_chosen = m_found.at(row);
    show(Step::Confirm);
}

void PeopleSection::merge()
{
    if (m_busy || !m_contact || !m_chosen)
        return;
    finish(m_engine.mergeContacts(m_contact->id, m_chosen->id));
}

void PeopleSection::unmerge(ContactId merged)
{
    if (!m_busy)
        finish(m_engine.unmergeContact(merged));
}

void PeopleSection::finish(const QFuture<Result<void>> &future)
{
    m_busy = true;
    m_trouble->hide();
    refreshMerged();
    whenDone(future, this, [this](const Result<void> &done) {
        m_busy = false;
        refreshMerged();
        if (!done) {
            m_trouble->setText(wordsFor(done.error()));
            m_trouble->show();
            return;
        }
        m_chosen.reset();
        show(Step::Closed);
        Q_EMIT leaveRequested();
    });
}

void PeopleSection::refreshMerged()
{
    while (QLayoutItem *item = m_merged->takeAt(0)) {
        if (item->widget()) {
            item->widget()->hide();
            item->widget()->deleteLater();
        }
        delete item;
    }
    if (!m_contact)
        return;
    for (const Contact::Merged &one : std::as_const(m_contact->merged)) {
        const QString name = one.name.trimmed().isEmpty() ? visitorName({}) : safeForDisplay(one.name, kNameLength);
        auto *row = new QWidget(this);
        auto *box = new QHBoxLayout(row);
        box->setContentsMargins(0, 0, 0, 0);
        auto *words = wrapping(QStringLiteral("mergedName"), row);
        words->setText(tr("with %1, joined %2").arg(name, listTime(one.when, m_clock.now())));
        words->setProperty("look", QStringLiteral("dim"));
        auto *part = new QPushButton(tr("Part"), row);
        part->setObjectName(QStringLiteral("unmerge"));
        part->setAutoDefault(false);
        part->setEnabled(!m_busy); // a press is never lost: it cannot be made
        part->setAccessibleName(tr("Part from %1: two people after all").arg(name));
        part->setToolTip(tr("Two people after all: each gets the own addresses and messages back").toHtmlEscaped());
        connect(part, &QPushButton::clicked, this, [this, id = one.id] { unmerge(id); });
        box->addWidget(words, 1);
        box->addWidget(part);
        m_merged->addWidget(row);
        row->show();
    }
}

} // namespace parley::ui
