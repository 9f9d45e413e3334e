// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/outbox/outbox_view.h"

#include "models/display_text.h"
#include "storage/reader.h"
#include "sync/engine.h"
#include "ui/common/error_words.h"
#include "ui/common/theme.h"
#include "ui/common/time_words.h"
#include "ui/common/when_done.h"
#include "ui/outbox/outbox_model.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTreeView>

namespace parley::ui {

namespace {

constexpr int kMostNew = 5; ///< messages quoted as new in the thread
constexpr int kNameLength = 60;
constexpr qsizetype kQuoteLength = 300;
constexpr int kTextHeight = 96;

} // namespace

OutboxView::OutboxView(sync::Engine &engine, storage::Reader &reader, const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_engine(engine)
    , m_reader(reader)
    , m_clock(clock)
    , m_model(new OutboxModel(reader, clock, this))
{
    setObjectName(QStringLiteral("outbox"));
    build();
    retranslate();
    connect(&m_engine, &sync::Engine::changed, this, &OutboxView::onChanged);
    connect(&m_engine, &sync::Engine::uploading, this,
        [this](OutboxId row, MessageId, qint64 done, qint64 total) { m_model->setUpload(row, done, total); });
    if (m_model->rowCount() > 0)
        m_tree->setCurrentIndex(m_model->index(0, 0));
    refresh();
}

void OutboxView::build()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 14, 16, 14);
    column->setSpacing(10);
    m_title = new QLabel(this);
    m_title->setFont(bold(resized(font(), 2)));
    m_empty = new QLabel(this);
    m_empty->setObjectName(QStringLiteral("empty"));
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setProperty("look", QStringLiteral("dim"));
    m_tree = new QTreeView(this);
    m_tree->setObjectName(QStringLiteral("rows"));
    m_tree->setModel(m_model);
    m_tree->setProperty("look", QStringLiteral("rows"));
    m_tree->setRootIsDecorated(false);
    m_tree->setUniformRowHeights(true);
    m_tree->setTextElideMode(Qt::ElideRight);
    auto *header = m_tree->header();
    header->setStretchLastSection(false);
    for (const int section :
        {OutboxModel::StateColumn, OutboxModel::CustomerColumn, OutboxModel::AttemptsColumn, OutboxModel::NextColumn})
        header->setSectionResizeMode(section, QHeaderView::ResizeToContents);
    for (const int section : {OutboxModel::WhatColumn, OutboxModel::TroubleColumn})
        header->setSectionResizeMode(section, QHeaderView::Stretch);
    column->addWidget(m_title);
    column->addWidget(m_empty, 1);
    column->addWidget(m_tree, 1);
    column->addWidget(buildDetail());
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] {
        endEdit(false);
        refresh();
    });
    connect(m_tree, &QTreeView::activated, this, [this] {
        if (const auto row = current())
            Q_EMIT ticketRequested(row->ticket);
    });
    connect(m_model, &QAbstractItemModel::dataChanged, this,
        [this](const QModelIndex &, const QModelIndex &, const QList<int> &roles) {
            if (roles.isEmpty()) // else only how far an upload is
                refresh();
        });
    connect(m_model, &QAbstractItemModel::rowsInserted, this, &OutboxView::refresh);
    connect(m_model, &QAbstractItemModel::rowsRemoved, this, &OutboxView::refresh);
}

QWidget *OutboxView::buildDetail()
{
    m_detail = new QWidget(this);
    auto *column = new QVBoxLayout(m_detail);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    const auto label = [&](const QString &name, const QString &look) {
        auto *made = new QLabel(m_detail);
        made->setObjectName(name);
        made->setProperty("look", look);
        made->setTextFormat(Qt::PlainText);
        made->setWordWrap(true);
        column->addWidget(made);
        return made;
    };
    m_reason = label(QStringLiteral("reason"), {});
    m_newHeading = label(QStringLiteral("newHeading"), QStringLiteral("heading"));
    m_new = label(QStringLiteral("newInThread"), {});
    m_new->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_textHeading = label(QStringLiteral("textHeading"), QStringLiteral("heading"));
    m_text = new QPlainTextEdit(m_detail);
    m_text->setObjectName(QStringLiteral("text"));
    m_text->setReadOnly(true);
    m_text->setTabChangesFocus(true);
    m_text->setFixedHeight(kTextHeight);
    column->addWidget(m_text);
    m_trouble = label(QStringLiteral("trouble"), QStringLiteral("error"));
    auto *buttons = new QHBoxLayout;
    const auto button = [&](const QString &name, const QString &look) {
        auto *made = new QPushButton(m_detail);
        made->setObjectName(name);
        made->setProperty("look", look);
        made->setAutoDefault(false);
        buttons->addWidget(made);
        return made;
    };
    m_open = button(QStringLiteral("openTicket"), {});
    buttons->addStretch();
    m_discard = button(QStringLiteral("discard"), QStringLiteral("danger"));
    m_edit = button(QStringLiteral("edit"), {});
    m_send = button(QStringLiteral("send"), QStringLiteral("primary"));
    column->addLayout(buttons);
    connect(m_open, &QPushButton::clicked, this, [this] {
        if (const auto row = current())
            Q_EMIT ticketRequested(row->ticket);
    });
    connect(m_discard, &QPushButton::clicked, this, [this] {
        if (m_editing)
            endEdit(false);
        else if (const auto row = current())
            act(m_engine.discard(row->id));
    });
    connect(m_edit, &QPushButton::clicked, this, &OutboxView::beginEdit);
    connect(m_send, &QPushButton::clicked, this, [this] {
        if (m_editing)
            endEdit(true);
        else if (const auto row = current())
            act(m_engine.retry(row->id));
    });
    return m_detail;
}

void OutboxView::retranslate()
{
    m_title->setText(tr("Outbox"));
    setAccessibleName(m_title->text());
    m_tree->setAccessibleName(tr("What is not sent yet"));
    m_text->setAccessibleName(tr("Your text"));
    m_empty->setText(tr("Nothing waits to be sent. Esc goes back to the tickets."));
    m_newHeading->setText(tr("New in the thread"));
    m_textHeading->setText(tr("Your text"));
    m_open->setText(tr("Open the ticket"));
    m_model->retranslate();
    refresh();
}

void OutboxView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void OutboxView::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Escape) {
        QWidget::keyPressEvent(event);
        return;
    }
    if (m_editing)
        endEdit(false);
    else
        Q_EMIT closeRequested();
}

void OutboxView::onChanged(const Changes &changes)
{
    m_model->applyChanges(changes);
    const auto row = current();
    if (row && !m_editing && changes.tickets.contains(row->ticket))
        refresh(); // what is new in its thread
}

void OutboxView::select(OutboxId row)
{
    if (const QModelIndex index = m_model->indexOf(row); index.isValid())
        m_tree->setCurrentIndex(index);
}

std::optional<OutboxRow> OutboxView::current() const
{
    return m_model->rowAt(m_tree->currentIndex());
}

QString OutboxView::wholeText(const OutboxRow &row)
{
    if (!row.message.isValid())
        return row.summary;
    const auto message = m_reader.message(row.message);
    return message && *message ? (*message)->text : row.summary;
}

QString OutboxView::newInThread(const OutboxRow &row)
{
    const auto ours = m_reader.message(row.message);
    if (!ours || !*ours)
        return {};
    const auto messages = m_reader.messagesBefore((*ours)->conversation, {}, 50);
    if (!messages)
        return {};
    // What came after the row was written; where that is nothing, the agent had not seen all that was there by then:
    // everything since our last message.
    QStringList later;
    QStringList sinceOurs;
    for (const Message &message : *messages) {
        if (message.outbox.isValid() || message.kind == MessageKind::Note)
            continue;
        const QString line = QStringLiteral("%1, %2: %3")
                                 .arg(safeForDisplay(message.author, kNameLength), clockTime(message.time),
                                     message.text.simplified().left(kQuoteLength));
        if (message.direction == Direction::Out && message.time < row.created)
            sinceOurs.clear();
        else
            sinceOurs << line;
        if (message.time >= row.created)
            later << line;
    }
    const QStringList &lines = later.isEmpty() ? sinceOurs : later;
    return lines.mid(std::max<qsizetype>(0, lines.size() - kMostNew)).join(u'\n');
}

void OutboxView::refresh()
{
    const bool any = m_model->rowCount() > 0;
    m_empty->setVisible(!any);
    m_tree->setVisible(any);
    const auto row = current();
    m_detail->setVisible(row.has_value());
    if (!row) {
        m_shown = {};
        m_editing = false;
        return;
    }
    if (m_editing && m_shown == row->id) {
        refreshButtons(row);
        return; // the agent's words are not touched
    }
    m_shown = row->id;
    const QString why = row->error.isEmpty() ? heldWords(row->heldReason) : row->error;
    const QString state = QStringLiteral("%1: %2.").arg(outboxKindWord(row->kind), outboxStateWord(*row));
    m_reason->setText(why.isEmpty() ? state : state + u' ' + why);
    const QString news = row->heldReason == HeldReason::ThreadMovedOn ? newInThread(*row) : QString();
    m_newHeading->setVisible(!news.isEmpty());
    m_new->setVisible(!news.isEmpty());
    m_new->setText(news);
    m_text->setPlainText(wholeText(*row));
    refreshButtons(row);
}

void OutboxView::refreshButtons(const std::optional<OutboxRow> &row)
{
    const bool waits = row && (row->state == OutboxState::Held || row->state == OutboxState::Failed);
    const bool isText = row && row->message.isValid() && row->kind != u"delete";
    m_text->setReadOnly(!m_editing);
    m_textHeading->setVisible(isText);
    m_text->setVisible(isText);
    m_discard->setText(m_editing ? tr("Cancel") : tr("Discard"));
    m_discard->setEnabled(m_editing || (row && row->state != OutboxState::Sending));
    m_edit->setText(tr("Edit"));
    m_edit->setVisible(!m_editing && isText);
    m_edit->setEnabled(row && row->state == OutboxState::Held);
    m_edit->setToolTip(m_edit->isEnabled() ? QString() : tr("A reply can be changed while it is held"));
    if (m_editing)
        m_send->setText(tr("Send this text"));
    else
        m_send->setText(row && row->state == OutboxState::Held ? tr("Send anyway") : tr("Try again"));
    m_send->setEnabled(m_editing || waits || (row && row->state == OutboxState::Queued));
    m_trouble->setVisible(!m_trouble->text().isEmpty());
}

void OutboxView::act(QFuture<Result<void>> future)
{
    m_send->setEnabled(false);
    m_discard->setEnabled(false);
    whenDone(future, this, [this](const Result<void> &result) {
        m_trouble->setText(result ? QString() : wordsFor(result.error()));
        refresh();
        refreshButtons(current());
    });
}

void OutboxView::beginEdit()
{
    if (!current())
        return;
    m_editing = true;
    refreshButtons(current());
    m_text->setFocus();
    m_text->moveCursor(QTextCursor::End);
}

void OutboxView::endEdit(bool keep)
{
    if (!m_editing)
        return;
    const QString text = m_text->toPlainText();
    if (keep && text.trimmed().isEmpty()) {
        m_trouble->setText(tr("The text is empty. Discard the row to send nothing."));
        m_trouble->show();
        return;
    }
    m_editing = false;
    if (keep)
        act(m_engine.editHeld(m_shown, text));
    else
        refresh();
}

} // namespace parley::ui
