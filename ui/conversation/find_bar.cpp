// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/conversation/find_bar.h"

#include "language/search_words.h"
#include "storage/reader.h"
#include "ui/common/read_worker.h"
#include "ui/common/when_done.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QToolButton>

#include <utility>

namespace parley::ui {

namespace {

constexpr std::chrono::milliseconds kPause{150};
constexpr int kPage = 400; ///< messages read at a time

Result<QList<MessageId>> placesOf(storage::Reader &reader, ConversationId conversation, const QString &folded)
{
    QList<MessageId> found;
    MessageId before;
    for (int read = 0; read < FindBar::kMostLookedThrough;) {
        const auto page = reader.messagesBefore(conversation, before, kPage);
        if (!page)
            return page.error();
        for (auto message = page->crbegin(); message != page->crend(); ++message) {
            if (language::fold(message->text).contains(folded))
                found.append(message->id);
        }
        if (page->size() < kPage)
            break;
        before = page->first().id;
        read += kPage;
    }
    return found;
}

} // namespace

FindBar::FindBar(ReadWorker &worker, QWidget *parent)
    : QFrame(parent)
    , m_worker(worker)
    , m_field(new QLineEdit(this))
    , m_count(new QLabel(this))
    , m_older(new QToolButton(this))
    , m_newer(new QToolButton(this))
    , m_close(new QToolButton(this))
{
    setObjectName(QStringLiteral("findBar"));
    setProperty("look", QStringLiteral("strip"));
    m_field->setObjectName(QStringLiteral("findField"));
    m_field->installEventFilter(this);
    m_count->setObjectName(QStringLiteral("findCount"));
    m_older->setText(QStringLiteral("↑"));
    m_newer->setText(QStringLiteral("↓"));
    m_close->setText(QStringLiteral("✕"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(16, 5, 12, 5);
    row->addWidget(m_field, 1);
    row->addWidget(m_count);
    for (QToolButton *button : {m_older, m_newer, m_close})
        row->addWidget(button);
    m_pause.setSingleShot(true);
    m_pause.setInterval(kPause);
    connect(&m_pause, &QTimer::timeout, this, &FindBar::search);
    connect(m_field, &QLineEdit::textChanged, this, [this] { m_pause.start(); });
    connect(m_older, &QToolButton::clicked, this, [this] { step(1); });
    connect(m_newer, &QToolButton::clicked, this, [this] { step(-1); });
    connect(m_close, &QToolButton::clicked, this, &FindBar::close);
    hide();
    retranslate();
}

void FindBar::retranslate()
{
    setAccessibleName(tr("Find in this conversation"));
    m_field->setPlaceholderText(tr("Find in this conversation"));
    m_field->setAccessibleName(tr("Find in this conversation"));
    m_count->setAccessibleName(tr("Places found"));
    m_older->setAccessibleName(tr("Older place"));
    m_older->setToolTip(tr("Older place (Enter)"));
    m_newer->setAccessibleName(tr("Newer place"));
    m_newer->setToolTip(tr("Newer place (Shift+Enter)"));
    m_close->setAccessibleName(tr("Close the search"));
    m_close->setToolTip(tr("Close the search (Esc)"));
    refreshCount();
}

void FindBar::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

bool FindBar::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::ShortcutOverride && event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
    if (!enter && key->key() != Qt::Key_Escape)
        return QFrame::eventFilter(watched, event);
    if (event->type() == QEvent::ShortcutOverride)
        event->accept();
    else if (enter)
        step(key->modifiers().testFlag(Qt::ShiftModifier) ? -1 : 1);
    else
        close();
    return true;
}

QString FindBar::words() const
{
    return m_field->text().trimmed();
}

void FindBar::open(ConversationId conversation)
{
    const bool other = std::exchange(m_conversation, conversation) != conversation;
    show();
    m_field->setFocus(Qt::ShortcutFocusReason);
    m_field->selectAll();
    if (other)
        search();
}

void FindBar::close()
{
    if (isHidden())
        return;
    hide();
    m_pause.stop();
    ++m_asked; // an answer on its way is not wanted any more
    m_conversation = {};
    m_found.clear();
    Q_EMIT closed();
}

void FindBar::search()
{
    const QString folded = language::fold(words());
    const int question = ++m_asked;
    m_found.clear();
    m_searching = !folded.isEmpty() && m_conversation.isValid();
    refreshCount();
    if (!m_searching)
        return;
    const auto answer =
        m_worker.ask<QList<MessageId>>([conversation = m_conversation, folded](
                                           storage::Reader &reader) { return placesOf(reader, conversation, folded); });
    whenDone(answer, this, [this, question](const Result<QList<MessageId>> &found) {
        if (question == m_asked)
            take(found);
    });
}

void FindBar::take(const Result<QList<MessageId>> &found)
{
    m_searching = false;
    m_found = found ? *found : QList<MessageId>{};
    m_at = 0;
    refreshCount();
    if (!m_found.isEmpty())
        Q_EMIT foundAt(m_found.first());
}

void FindBar::step(int by)
{
    if (m_pause.isActive()) { // Enter right after the last key
        m_pause.stop();
        search();
        return;
    }
    if (m_found.isEmpty())
        return;
    m_at = (m_at + by + m_found.size()) % m_found.size();
    refreshCount();
    Q_EMIT foundAt(m_found.at(m_at));
}

void FindBar::refreshCount()
{
    const QLocale locale;
    if (words().isEmpty() || m_searching)
        m_count->clear();
    else if (m_found.isEmpty())
        m_count->setText(tr("not found"));
    else
        m_count->setText(tr("%1 of %2").arg(locale.toString(m_at + 1), locale.toString(m_found.size())));
    for (QToolButton *button : {m_older, m_newer})
        button->setEnabled(!m_found.isEmpty());
}

} // namespace parley::ui
