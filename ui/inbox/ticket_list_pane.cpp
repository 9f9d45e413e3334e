// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inbox/ticket_list_pane.h"

#include "models/display_text.h"
#include "ui/common/error_words.h"
#include "ui/common/icons.h"
#include "ui/common/live_marks.h"
#include "ui/common/theme.h"
#include "ui/common/tip.h"
#include "ui/common/tokens.h"
#include "ui/common/workspaces.h"
#include "ui/inbox/query_colours.h"
#include "ui/inbox/ticket_delegate.h"
#include "ui/inbox/ticket_words.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace parley::ui {

namespace {
constexpr int kQuietAfterKey = 120; ///< ms
constexpr int kMinute = 60'000; ///< ms
constexpr int kTitleLength = 60; ///< UTF-16 units
} // namespace

TicketListPane::TicketListPane(
    const Ports &ports, ReadWorker &searches, Workspaces &workspaces, const LiveMarks &marks, QWidget *parent)
    : QFrame(parent)
    , m_clock(ports.clock)
    , m_marks(marks)
    , m_model(ports.reader, searches, ports.clock)
{
    setObjectName(QStringLiteral("tickets"));
    setProperty("look", QStringLiteral("panel"));
    m_query = new QLineEdit(this);
    m_query->setObjectName(QStringLiteral("query"));
    // Only once there is something to clear: most windows never search.
    connect(m_query, &QLineEdit::textChanged, m_query, [field = m_query] { field->setClearButtonEnabled(true); });
    m_query->setMaxLength(2000);
    m_query->installEventFilter(this);
    m_error = new QLabel(this);
    m_error->setProperty("look", QStringLiteral("error"));
    m_error->setWordWrap(true);
    m_error->hide();
    m_leftOut = new QLabel(this);
    m_leftOut->setObjectName(QStringLiteral("leftOut"));
    m_leftOut->setProperty("look", QStringLiteral("dim"));
    m_leftOut->setTextFormat(Qt::PlainText);
    m_leftOut->setWordWrap(true);
    m_leftOut->hide();
    m_title = new QLabel(this);
    m_title->setTextFormat(Qt::PlainText);
    m_summary = new QLabel(this);
    m_summary->setProperty("look", QStringLiteral("dim"));
    m_list = new TicketListView(this);
    m_list->setTickets(&m_model);
    m_list->setItemDelegate(new TicketDelegate(m_model, workspaces, marks, ports.platforms, ports.clock, m_list));
    m_empty = new QWidget(this);
    m_emptyWords = new QLabel(m_empty);
    m_emptyWords->setAlignment(Qt::AlignCenter);
    m_emptyWords->setWordWrap(true);
    m_emptyWords->setProperty("look", QStringLiteral("dim"));
    m_begin = new QPushButton(m_empty);
    m_begin->setProperty("look", QStringLiteral("primary"));

    auto *emptyBox = new QVBoxLayout(m_empty);
    emptyBox->setContentsMargins(24, 24, 24, 24);
    emptyBox->addStretch(1);
    emptyBox->addWidget(m_emptyWords);
    emptyBox->addSpacing(8);
    emptyBox->addWidget(m_begin, 0, Qt::AlignHCenter);
    emptyBox->addStretch(2);
    m_empty->hide(); // whether there is nothing is not known before a view is shown
    auto *head = new QHBoxLayout;
    head->setContentsMargins(14, 0, 14, 6);
    head->setSpacing(12);
    head->addWidget(m_title);
    head->addWidget(m_summary);
    head->addStretch();
    auto *field = new QVBoxLayout;
    field->setContentsMargins(10, 10, 10, 6);
    field->setSpacing(4);
    field->addWidget(m_query);
    field->addWidget(m_error);
    field->addWidget(m_leftOut);
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(0, 0, 0, 0);
    box->setSpacing(0);
    box->addLayout(field);
    box->addLayout(head);
    box->addWidget(m_list, 1);
    box->addWidget(m_empty, 1);

    m_typed.setSingleShot(true);
    m_typed.setInterval(kQuietAfterKey);
    m_minute.setInterval(kMinute);
    m_minute.start();
    connect(&m_typed, &QTimer::timeout, this, &TicketListPane::runQuery);
    connect(&m_minute, &QTimer::timeout, m_list->viewport(), qOverload<>(&QWidget::update));
    connect(m_query, &QLineEdit::textEdited, this, &TicketListPane::queryEdited);
    connect(m_query, &QLineEdit::textChanged, this, [this] { colourQuery(*m_query, tokensFor(palette())); });
    connect(m_query, &QLineEdit::returnPressed, this, [this] {
        runQuery();
        m_list->setFocus();
    });
    connect(&m_model, &TicketListModel::loaded, this, [this] {
        refreshHead();
        refreshEmpty();
    });
    connect(&m_model, &TicketListModel::readFailed, this, [this](const Error &error) { showError(wordsFor(error)); });
    connect(&m_model, &QAbstractItemModel::rowsInserted, this, &TicketListPane::refreshEmpty);
    connect(&m_model, &QAbstractItemModel::rowsRemoved, this, &TicketListPane::refreshEmpty);
    connect(&marks, &LiveMarks::changed, &m_model, &TicketListModel::touch);
    connect(&workspaces, &Workspaces::changed, m_list->viewport(), qOverload<>(&QWidget::update));
    connect(&m_model, &TicketListModel::marksChanged, this, &TicketListPane::refreshHead);
    connect(m_begin, &QPushButton::clicked, this, &TicketListPane::accountWanted);
    const QHash<QString, QString> names = [&] {
        QHash<QString, QString> all;
        for (const PlatformInfo &platform : ports.platforms)
            all.insert(platform.id, platform.name);
        return all;
    }();
    m_model.sentence = [names, this](const TicketListModel &model, int row) {
        const TicketRow &at = model.row(row);
        QString words = ticketSentence(at, names.value(at.platform), model.typingIn(at.ticket.id),
            model.isMarked(at.ticket.id), m_clock.now(), model.outageIn(row));
        if (const auto mark = m_marks.markOf(at.ticket.id))
            words += u" · " + liveMarkSentence(*mark);
        return words;
    };
    m_model.tip = [this](const TicketListModel &model, int row) {
        QStringList lines;
        if (const auto mark = m_marks.markOf(model.row(row).ticket.id))
            lines += liveMarkSentence(*mark);
        if (const QString note = outageNote(model.row(row), model.outageIn(row)); !note.isEmpty())
            lines += note;
        return plainTip(lines.join(u'\n'));
    };
    retranslate();
}

void TicketListPane::retranslate()
{
    m_query->setPlaceholderText(tr("Search: is:unanswered from:telegram refund"));
    m_query->setAccessibleName(tr("Search tickets"));
    m_query->setToolTip(tr("Words, and is: from: assignee: team: tag: lang: before: has: (/)"));
    m_empty->setAccessibleName(tr("Empty list"));
    m_begin->setText(tr("Connect an account"));
    refreshHead();
    if (!m_empty->isHidden())
        refreshEmpty();
}

void TicketListPane::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (!m_query)
        return;
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    if (event->type() == QEvent::PaletteChange)
        colourQuery(*m_query, tokensFor(palette()));
    if (event->type() == QEvent::FontChange || event->type() == QEvent::LanguageChange)
        m_title->setFont(bold(font()));
}

bool TicketListPane::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_query && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Escape) {
            if (m_asQuery || !m_query->text().isEmpty())
                showView(m_view);
            m_list->setFocus();
            return true;
        }
        if (key->key() == Qt::Key_Down) {
            m_list->setFocus();
            if (!m_list->currentIndex().isValid())
                m_list->step(1);
            return true;
        }
    }
    return QFrame::eventFilter(watched, event);
}

// ------------------------------------------------------------------------------------------------------ what shows

void TicketListPane::showView(storage::View view)
{
    m_typed.stop();
    m_view = view;
    m_asQuery = false;
    m_saved.reset();
    m_count = -1;
    m_query->clear();
    showError({});
    m_model.setFilter({.view = view, .query = {}, .now = m_clock.now()});
    refreshHead();
    refreshEmpty();
    Q_EMIT filterChanged();
}

void TicketListPane::showQuery(const QString &query)
{
    m_saved.reset();
    m_query->setText(query);
    runQuery();
}

void TicketListPane::showSavedView(const SavedView &view)
{
    m_saved = view;
    m_query->setText(view.query);
    runQuery();
}

QString TicketListPane::query() const
{
    return m_asQuery ? m_query->text() : QString();
}

void TicketListPane::queryEdited()
{
    m_saved.reset();
    if (m_query->text().trimmed().isEmpty()) {
        showView(m_view);
        return;
    }
    m_typed.start();
}

void TicketListPane::runQuery()
{
    m_typed.stop();
    const QString text = m_query->text();
    if (text.trimmed().isEmpty())
        return;
    auto query = parseQuery(text, m_clock.now());
    if (!query) {
        m_saved.reset();
        showError(wordsFor(query.error()));
        return;
    }
    showError({});
    // The last word may not be finished: it finds what begins with it.
    if (!m_saved && !query->terms.isEmpty() && !text.back().isSpace()) {
        QueryTerm &last = query->terms.last();
        last.prefix = last.field == QueryTerm::Field::Text && !last.phrase && !last.negated;
    }
    m_asQuery = true;
    m_model.setFilter({.view = m_view, .query = *query, .now = m_clock.now()});
    refreshHead();
    refreshEmpty();
    Q_EMIT filterChanged();
}

void TicketListPane::setCount(int tickets)
{
    if (std::exchange(m_count, tickets) != tickets)
        refreshHead();
}

void TicketListPane::setHasAccounts(bool any)
{
    m_hasAccounts = any;
    refreshEmpty();
}

void TicketListPane::focusQuery()
{
    m_query->setFocus(Qt::ShortcutFocusReason);
    m_query->selectAll();
}

void TicketListPane::refreshHead()
{
    m_title->setFont(bold(font()));
    m_title->setText(m_saved ? safeForDisplay(m_saved->name, kTitleLength)
            : m_asQuery      ? tr("Found")
                             : viewName(m_view));
    m_leftOut->setText(m_saved ? leftOutWords(*m_saved) : QString());
    m_leftOut->setVisible(!m_leftOut->text().isEmpty());
    const int marked = int(m_model.marked().size());
    if (marked > 0)
        m_summary->setText(tr("%n marked · Esc clears", nullptr, marked));
    else if (m_model.isLoading())
        m_summary->setText(tr("searching …"));
    else if (m_asQuery)
        m_summary->setText(m_model.isComplete() ? tr("%n ticket(s)", nullptr, m_model.rowCount())
                                                : tr("%n and more", nullptr, m_model.rowCount()));
    else
        m_summary->setText(m_count >= 0 ? tr("%n ticket(s)", nullptr, m_count) : QString());
}

void TicketListPane::refreshEmpty()
{
    const bool empty = m_model.rowCount() == 0 && !m_model.isLoading();
    m_list->setVisible(!empty);
    m_empty->setVisible(empty);
    if (!empty)
        return;
    m_begin->setVisible(!m_hasAccounts && !m_asQuery);
    if (m_asQuery)
        m_emptyWords->setText(tr("Nothing found.\nEsc goes back to “%1”.").arg(viewName(m_view)));
    else if (!m_hasAccounts)
        m_emptyWords->setText(tr("No mailbox or bot is connected yet."));
    else
        m_emptyWords->setText(emptyView(m_view));
}

void TicketListPane::showError(const QString &words)
{
    m_error->setText(words);
    m_error->setVisible(!words.isEmpty());
}

} // namespace parley::ui
