// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canned/canned_completer.h"

#include "models/placeholders.h"
#include "ui/canned/canned_popup.h"
#include "ui/composer/message_field.h"

#include <QAccessible>
#include <QKeyEvent>
#include <QScrollBar>
#include <QTextBlock>

#include <algorithm>
#include <utility>

namespace parley::ui {

namespace {

constexpr qsizetype kLongestSearch = 60; ///< UTF-16 units; who writes more writes a sentence
constexpr int kNoMoreThan = 200; ///< rows: who scrolls further types another letter

bool isTrigger(const QString &typed)
{
    return typed == u"/" || typed == u";";
}

bool beginsWord(const QString &line, qsizetype at)
{
    return at == 0 || line.at(at - 1).isSpace() || QStringView(u"([{«„“\"'").contains(line.at(at - 1));
}

} // namespace

CannedCompleter::CannedCompleter(QObject *parent)
    : QObject(parent)
{
}

void CannedCompleter::watch(MessageField *field)
{
    field->installEventFilter(this);
    connect(field, &MessageField::typed, this, [this, field](const QString &typed) { noteTrigger(field, typed); });
    connect(field, &QPlainTextEdit::textChanged, this, [this, field] {
        if (m_field == field)
            search();
    });
    connect(field, &QPlainTextEdit::cursorPositionChanged, this, [this, field] {
        if (m_field == field)
            search();
    });
    connect(field->verticalScrollBar(), &QScrollBar::valueChanged, this, [this, field] {
        if (m_field == field)
            place();
    });
}

void CannedCompleter::open(MessageField *field)
{
    if (!field->isReadOnly() && field->isEnabled())
        begin(field, field->textCursor().position(), false);
}

void CannedCompleter::close()
{
    if (m_field)
        m_field->setAccessibleDescription({});
    m_field.clear();
    m_found.clear();
    m_offer = {};
    if (m_popup)
        m_popup->hide();
}

void CannedCompleter::refresh()
{
    if (!m_field || !offer)
        return;
    m_offer = offer();
    search();
}

bool CannedCompleter::isOpen() const
{
    return m_popup && m_popup->isVisible();
}

void CannedCompleter::begin(MessageField *field, int start, bool typed)
{
    close();
    m_offer = offer ? offer() : Offer{};
    if (!m_offer.search || (typed && m_offer.search->responses().isEmpty()))
        return; // a sign is only a sign where there is nothing to find
    m_start = QTextCursor(field->document());
    m_start.setPosition(start);
    m_start.setKeepPositionOnInsert(true); // what is typed comes after it
    m_typed = typed;
    m_field = field;
    search();
}

std::optional<QString> CannedCompleter::typedSoFar() const
{
    const QTextCursor cursor = m_field->textCursor();
    if (cursor.hasSelection() || cursor.position() < m_start.position() || m_field->isReadOnly())
        return std::nullopt;
    QTextCursor typed(m_start);
    typed.setPosition(cursor.position(), QTextCursor::KeepAnchor);
    QString text = typed.selectedText();
    if (m_typed) {
        if (text.isEmpty() || !isTrigger(text.first(1)))
            return std::nullopt; // taken back
        text.remove(0, 1);
    }
    if (text.size() > kLongestSearch || text.startsWith(u' ') || text.contains(QStringLiteral("  "))
        || text.contains(QChar::ParagraphSeparator))
        return std::nullopt;
    return text;
}

void CannedCompleter::search()
{
    if (m_inserting || !m_field)
        return;
    const auto typed = typedSoFar();
    if (!typed) {
        close();
        return;
    }
    m_found = m_offer.search->find(*typed).mid(0, kNoMoreThan);
    const bool any = !m_offer.search->responses().isEmpty();
    if (m_found.isEmpty() && m_typed) { // an ordinary word that begins with such a sign
        m_field->setAccessibleDescription({});
        if (m_popup)
            m_popup->hide();
        return;
    }
    if (!m_popup) {
        m_popup = new CannedPopup(m_field->window());
        connect(m_popup, &CannedPopup::chosen, this, &CannedCompleter::insert);
        connect(m_popup, &CannedPopup::currentChanged, this, &CannedCompleter::announce);
    }
    QList<CannedResponse> rows;
    rows.reserve(m_found.size());
    for (const int at : std::as_const(m_found))
        rows.append(m_offer.search->responses().at(at));
    m_popup->setRows(rows, m_offer.values, any ? tr("No response fits. Esc closes.") : m_offer.none);
    place();
    m_popup->show();
    m_popup->raise();
    announce();
}

void CannedCompleter::place()
{
    if (!m_popup || !m_field)
        return;
    const QRect caret = m_field->cursorRect(m_start);
    const QWidget *window = m_field->window();
    m_popup->placeAt(QRect(m_field->viewport()->mapTo(window, caret.topLeft()), caret.size()),
        QRect(m_field->mapTo(window, QPoint()), m_field->size()));
}

/// The keys stay in the field, and with them the screen reader: it is told there which row is current.
void CannedCompleter::announce()
{
    if (!m_field || !m_popup)
        return;
    const QString sentence = m_popup->currentSentence();
    if (m_field->accessibleDescription() == sentence)
        return;
    m_field->setAccessibleDescription(sentence);
    QAccessibleEvent told(m_field, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&told);
}

void CannedCompleter::insert(int row)
{
    if (!m_field || row < 0 || row >= m_found.size())
        return;
    MessageField *field = m_field;
    QString pattern = m_offer.search->responses().at(m_found.at(row)).text;
    pattern.replace(QStringLiteral("\r\n"), QStringLiteral("\n"));
    const Filled filled = fillIn(pattern, m_offer.values);
    QTextCursor edit(m_start);
    edit.setKeepPositionOnInsert(false);
    const int start = edit.position();
    m_inserting = true;
    edit.setPosition(field->textCursor().position(), QTextCursor::KeepAnchor);
    edit.insertText(filled.text); // with the typed text's removal one step to undo
    m_inserting = false;
    close();
    QStringList names;
    for (const Blank &blank : filled.blanks)
        names.append(blank.name);
    Q_EMIT inserted(field, names);
    if (filled.cursor >= 0) {
        QTextCursor cursor(field->document());
        cursor.setPosition(start + int(filled.cursor));
        field->setTextCursor(cursor);
    } else if (!filled.blanks.isEmpty()) {
        Blank first = filled.blanks.first();
        first.position += start;
        field->selectBlank(first);
    } else {
        field->setTextCursor(edit);
    }
    field->setFocus(Qt::OtherFocusReason);
}

bool CannedCompleter::press(const QKeyEvent &event)
{
    if (!isOpen())
        return false;
    switch (event.key()) {
    case Qt::Key_Down:
        m_popup->step(1);
        return true;
    case Qt::Key_Up:
        m_popup->step(-1);
        return true;
    case Qt::Key_PageDown:
        m_popup->stepPage(1);
        return true;
    case Qt::Key_PageUp:
        m_popup->stepPage(-1);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (event.isAutoRepeat())
            return true;
        if (m_found.isEmpty())
            close(); // nothing is sent by a key that was meant for the list
        else
            insert(m_popup->currentRow());
        return true;
    case Qt::Key_Tab:
        if (m_found.isEmpty())
            return false;
        insert(m_popup->currentRow());
        return true;
    case Qt::Key_Escape:
        close();
        return true;
    default:
        return false;
    }
}

/// The field has taken a key: did it begin a search?
void CannedCompleter::noteTrigger(MessageField *field, const QString &typed)
{
    if (!isTrigger(typed) || (m_field && isOpen()))
        return;
    const QTextCursor cursor = field->textCursor();
    const qsizetype at = cursor.positionInBlock() - 1;
    const QString line = cursor.block().text();
    if (at < 0 || at >= line.size() || line.mid(at, 1) != typed || !beginsWord(line, at))
        return;
    begin(field, cursor.position() - 1, true);
}

bool CannedCompleter::eventFilter(QObject *watched, QEvent *event)
{
    auto *field = qobject_cast<MessageField *>(watched);
    if (!field)
        return false;
    switch (event->type()) {
    case QEvent::ShortcutOverride: {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool list = m_field == field && isOpen()
            && (key->key() == Qt::Key_Up || key->key() == Qt::Key_Down || key->key() == Qt::Key_Tab
                || key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter || key->key() == Qt::Key_Escape);
        if (list)
            event->accept();
        return list;
    }
    case QEvent::KeyPress: {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (m_field == field && press(*key))
            return true;
        if (key->key() == Qt::Key_Space && key->modifiers() == Qt::ControlModifier) {
            open(field);
            return true;
        }
        return false;
    }
    case QEvent::FocusOut:
    case QEvent::Hide:
        if (m_field == field)
            close();
        return false;
    case QEvent::Resize:
    case QEvent::Move:
        if (m_field == field)
            place();
        return false;
    default:
        return false;
    }
}

} // namespace parley::ui
