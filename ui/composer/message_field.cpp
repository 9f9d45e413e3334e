// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/composer/message_field.h"

#include "ui/common/tokens.h"
#include "ui/composer/blank_highlighter.h"

#include <QKeyEvent>
#include <QMimeData>
#include <QPainter>
#include <QTextBlock>

#include <algorithm>
#include <utility>

namespace parley::ui {

namespace {

constexpr int kFewestLines = 3;
constexpr int kMostLines = 12;

bool isReturn(const QKeyEvent &event)
{
    return event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter;
}

/// The keys that are the field's own although the window may have shortcuts on them.
bool isOurs(const QKeyEvent &event)
{
    return event.key() == Qt::Key_Escape || (isReturn(event) && event.modifiers().testFlag(Qt::ControlModifier));
}

QList<QUrl> filesIn(const QMimeData *source)
{
    QList<QUrl> files;
    for (const QUrl &url : source->urls()) {
        if (url.isLocalFile())
            files.append(url);
    }
    return files;
}

} // namespace

MessageField::MessageField(QWidget *parent)
    : QPlainTextEdit(parent)
    , m_blanks(new BlankHighlighter(*this))
{
    setTabChangesFocus(true); // all by keyboard: Tab leads to the send button
    setFrameShape(QFrame::NoFrame);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    document()->setDocumentMargin(8);
    connect(document()->documentLayout(), &QAbstractTextDocumentLayout::documentSizeChanged, this,
        &MessageField::updateGeometry);
}

int MessageField::heightForLines(int lines) const
{
    return lines * fontMetrics().lineSpacing() + 2 * static_cast<int>(document()->documentMargin()) + 2 * frameWidth();
}

QSize MessageField::sizeHint() const
{
    // QPlainTextEdit's document counts its height in lines.
    const int lines = static_cast<int>(document()->documentLayout()->documentSize().height());
    return {320, heightForLines(std::clamp(lines, kFewestLines, kMostLines))};
}

QSize MessageField::minimumSizeHint() const
{
    return {160, heightForLines(kFewestLines)};
}

bool MessageField::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride && isOurs(*static_cast<QKeyEvent *>(event))) {
        event->accept();
        return true;
    }
    return QPlainTextEdit::event(event);
}

void MessageField::keyPressEvent(QKeyEvent *event)
{
    if (!isOurs(*event)) {
        QPlainTextEdit::keyPressEvent(event);
        if (!event->text().isEmpty() && !isReadOnly())
            Q_EMIT typed(event->text());
        return;
    }
    event->accept();
    if (event->isAutoRepeat())
        return; // a key held down is one press
    if (event->key() == Qt::Key_Escape)
        Q_EMIT leavePressed();
    else
        Q_EMIT sendPressed(event->modifiers().testFlag(Qt::ShiftModifier));
}

void MessageField::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        m_blanks->rehighlight();
}

void MessageField::setBlankNames(const QSet<QString> &names)
{
    m_blanks->setNames(names);
}

QList<Blank> MessageField::blanks() const
{
    return m_blanks->blanks();
}

void MessageField::selectBlank(const Blank &blank)
{
    QTextCursor cursor(document());
    cursor.setPosition(int(blank.position));
    cursor.setPosition(int(blank.position + blank.length), QTextCursor::KeepAnchor);
    setTextCursor(cursor);
    ensureCursorVisible();
}

bool MessageField::goToBlank(bool forward)
{
    const QList<Blank> all = isReadOnly() ? QList<Blank>{} : blanks();
    if (all.isEmpty())
        return false;
    const int from = textCursor().selectionStart();
    const int to = textCursor().selectionEnd();
    const auto isHere = [&](const Blank &blank) {
        return from >= blank.position && to <= blank.position + blank.length && (from != to || to > blank.position);
    };
    const auto here = std::ranges::find_if(all, isHere);
    if (here != all.end()) {
        if (forward ? here + 1 == all.end() : here == all.begin())
            return false; // out of the field: the keys are not caught in it
        selectBlank(forward ? *(here + 1) : *(here - 1));
        return true;
    }
    if (!forward)
        return false;
    const auto next = std::ranges::find_if(all, [&](const Blank &blank) { return blank.position >= from; });
    selectBlank(next == all.end() ? all.first() : *next);
    return true;
}

bool MessageField::focusNextPrevChild(bool next)
{
    return goToBlank(next) || QPlainTextEdit::focusNextPrevChild(next);
}

void MessageField::focusOutEvent(QFocusEvent *event)
{
    QPlainTextEdit::focusOutEvent(event);
    if (event->reason() != Qt::PopupFocusReason)
        Q_EMIT focusLost();
}

void MessageField::setBorders(const QList<int> &borders)
{
    if (std::exchange(m_borders, borders) != borders)
        viewport()->update();
}

void MessageField::setMarked(const QList<PersonalData> &places)
{
    if (places.isEmpty() && extraSelections().isEmpty())
        return;
    const Tokens &tokens = tokensFor(palette());
    QList<QTextEdit::ExtraSelection> marks;
    for (const PersonalData &place : places) {
        QTextEdit::ExtraSelection mark;
        mark.cursor = QTextCursor(document());
        mark.cursor.setPosition(int(place.position));
        mark.cursor.setPosition(int(place.position + place.length), QTextCursor::KeepAnchor);
        mark.format.setBackground(tokens.blank);
        mark.format.setForeground(tokens.blankText);
        marks.append(mark);
    }
    setExtraSelections(marks);
}

/// Where a message ends and the next one begins: a line across before a line, a stroke within one.
void MessageField::paintEvent(QPaintEvent *event)
{
    QPlainTextEdit::paintEvent(event);
    if (m_borders.isEmpty())
        return;
    QPainter painter(viewport());
    painter.setPen(QPen(tokensFor(palette()).watch, 1, Qt::DashLine));
    for (const int border : std::as_const(m_borders)) {
        if (border > document()->characterCount() - 1)
            continue;
        QTextCursor cursor(document());
        cursor.setPosition(border);
        const QRect at = cursorRect(cursor);
        if (at.bottom() < 0 || at.top() > viewport()->height())
            continue;
        if (at.left() <= int(document()->documentMargin()) + 1)
            painter.drawLine(4, at.top(), viewport()->width() - 4, at.top());
        else
            painter.drawLine(at.left() - 1, at.top(), at.left() - 1, at.bottom());
    }
}

bool MessageField::canInsertFromMimeData(const QMimeData *source) const
{
    return source->hasText() || (m_takesFiles && (source->hasImage() || !filesIn(source).isEmpty()));
}

void MessageField::insertFromMimeData(const QMimeData *source)
{
    if (m_takesFiles) {
        if (const auto files = filesIn(source); !files.isEmpty()) {
            Q_EMIT filesGiven(files);
            return;
        }
        // Spreadsheets and browsers put a picture beside the text: there the text is meant.
        if (source->hasImage() && !source->hasText()) {
            Q_EMIT pictureGiven(qvariant_cast<QImage>(source->imageData()));
            return;
        }
    }
    if (source->hasText())
        insertPlainText(source->text());
}

} // namespace parley::ui
