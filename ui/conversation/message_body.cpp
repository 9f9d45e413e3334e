// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/conversation/message_body.h"

#include "ui/conversation/message_text.h"

#include <QAbstractTextDocumentLayout>
#include <QPainter>
#include <QRegularExpression>
#include <QTextBlock>
#include <QTextBoundaryFinder>
#include <QTextCursor>
#include <QTextDocument>
#include <QTextDocumentFragment>
#include <QTextLayout>

#include <algorithm>
#include <cmath>

namespace parley::ui {

namespace {

class PlainBody final : public MessageBody
{
public:
    PlainBody(const QString &text, const QFont &font, qreal width, const Tokens &tokens, bool struckOut)
        : m_links(linksIn(text))
    {
        QString lines = text;
        lines.replace(u'\n', QChar::LineSeparator);
        m_layout.setText(lines);
        m_layout.setFont(font);
        m_layout.setCacheEnabled(true);
        QTextOption option;
        option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
        option.setTabStopDistance(QFontMetricsF(font).horizontalAdvance(u' ') * 4);
        m_layout.setTextOption(option);
        m_layout.setFormats(formats(tokens, struckOut));
        breakLines(width);
    }

    [[nodiscard]] QSizeF size() const override { return m_size; }

    void draw(QPainter *painter, const QPointF &at, const Tokens &tokens,
        const std::optional<TextRange> &selected) const override
    {
        QList<QTextLayout::FormatRange> selections;
        if (selected) {
            QTextLayout::FormatRange range;
            range.start = selected->first;
            range.length = selected->second - selected->first;
            range.format.setBackground(tokens.accent);
            range.format.setForeground(tokens.accentText);
            selections.append(range);
        }
        m_layout.draw(painter, at, selections);
    }

    [[nodiscard]] int positionAt(const QPointF &point) const override
    {
        for (int i = 0; i < m_layout.lineCount(); ++i) {
            const QTextLine line = m_layout.lineAt(i);
            if (point.y() < line.y() + line.height() || i + 1 == m_layout.lineCount())
                return line.xToCursor(point.x());
        }
        return 0;
    }

    [[nodiscard]] QString linkAt(const QPointF &point) const override
    {
        for (int i = 0; i < m_layout.lineCount(); ++i) {
            const QTextLine line = m_layout.lineAt(i);
            if (!line.naturalTextRect().contains(point))
                continue;
            const int at = line.xToCursor(point.x(), QTextLine::CursorOnCharacter);
            for (const TextLink &link : m_links) {
                if (at >= link.start && at < link.start + link.length)
                    return link.target;
            }
        }
        return {};
    }

    [[nodiscard]] QString text(const TextRange &range) const override
    {
        return m_layout.text()
            .mid(range.first, range.second - range.first)
            .replace(QChar::LineSeparator, QChar::LineFeed);
    }

    [[nodiscard]] TextRange wordAt(int position) const override
    {
        QTextBoundaryFinder finder(QTextBoundaryFinder::Word, m_layout.text());
        finder.setPosition(std::min<qsizetype>(position + 1, m_layout.text().size()));
        const auto start = finder.toPreviousBoundary();
        const auto end = finder.toNextBoundary();
        return {int(std::max<qsizetype>(0, start)), int(end < 0 ? m_layout.text().size() : end)};
    }

    [[nodiscard]] int length() const override { return int(m_layout.text().size()); }

private:
    [[nodiscard]] QList<QTextLayout::FormatRange> formats(const Tokens &tokens, bool struckOut) const
    {
        QList<QTextLayout::FormatRange> ranges;
        if (struckOut) {
            QTextLayout::FormatRange all;
            all.start = 0;
            all.length = int(m_layout.text().size());
            all.format.setFontStrikeOut(true);
            all.format.setForeground(tokens.dim);
            ranges.append(all);
        }
        for (const TextLink &link : m_links) {
            QTextLayout::FormatRange range;
            range.start = link.start;
            range.length = link.length;
            range.format.setForeground(tokens.accent);
            range.format.setFontUnderline(true);
            ranges.append(range);
        }
        return ranges;
    }

    void breakLines(qreal width)
    {
        qreal y = 0;
        qreal widest = 0;
        m_layout.beginLayout();
        for (QTextLine line = m_layout.createLine(); line.isValid(); line = m_layout.createLine()) {
            line.setLineWidth(width);
            line.setPosition({0, y});
            y += std::ceil(line.height() * 1.06); // a little air between lines
            widest = std::max(widest, line.naturalTextWidth());
        }
        m_layout.endLayout();
        m_size = {std::min(width, std::ceil(widest)), y};
    }

    QTextLayout m_layout;
    QList<TextLink> m_links;
    QSizeF m_size;
};

/// Loads nothing: neither from the network nor from this machine.
class QuietDocument final : public QTextDocument
{
protected:
    QVariant loadResource(int, const QUrl &) override { return QByteArray(); }
};

class HtmlBody final : public MessageBody
{
public:
    HtmlBody(const QString &html, const QFont &font, qreal width, const Tokens &tokens)
    {
        m_document.setUndoRedoEnabled(false);
        m_document.setDocumentMargin(0);
        m_document.setDefaultFont(font);
        m_document.setDefaultStyleSheet(QStringLiteral("a { color: %1; } blockquote { margin-left: 12px; color: %2; }")
                .arg(tokens.accent.name(), tokens.dim.name()));
        m_document.setHtml(html);
        dropDirectionTurners();
        m_document.setTextWidth(width);
        if (m_document.idealWidth() < width) // grounds of paragraphs end where the widest of them does
            m_document.setTextWidth(std::ceil(m_document.idealWidth()));
        const QSizeF natural = m_document.size();
        m_scale = natural.width() > width + 1 ? std::max(0.4, width / natural.width()) : 1.0;
        m_size = {std::min(width, std::ceil(natural.width() * m_scale)), std::ceil(natural.height() * m_scale)};
    }

    [[nodiscard]] QSizeF size() const override { return m_size; }

    void draw(QPainter *painter, const QPointF &at, const Tokens &tokens,
        const std::optional<TextRange> &selected) const override
    {
        QAbstractTextDocumentLayout::PaintContext context;
        context.palette = paletteFrom(tokens);
        context.clip = QRectF(QPointF(), m_size / m_scale);
        if (selected) {
            QAbstractTextDocumentLayout::Selection range;
            range.cursor = cursor(*selected);
            range.format.setBackground(tokens.accent);
            range.format.setForeground(tokens.accentText);
            context.selections.append(range);
        }
        painter->save();
        painter->setClipRect(QRectF(at, m_size), Qt::IntersectClip);
        painter->translate(at);
        painter->scale(m_scale, m_scale);
        m_document.documentLayout()->draw(painter, context);
        painter->restore();
    }

    [[nodiscard]] int positionAt(const QPointF &point) const override
    {
        return std::max(0, m_document.documentLayout()->hitTest(point / m_scale, Qt::FuzzyHit));
    }

    [[nodiscard]] QString linkAt(const QPointF &point) const override
    {
        return m_document.documentLayout()->anchorAt(point / m_scale);
    }

    [[nodiscard]] QString text(const TextRange &range) const override
    {
        return cursor(range).selection().toPlainText();
    }

    [[nodiscard]] TextRange wordAt(int position) const override
    {
        QTextCursor word(const_cast<QuietDocument *>(&m_document));
        word.setPosition(std::min(position, length()));
        word.select(QTextCursor::WordUnderCursor);
        return {word.selectionStart(), word.selectionEnd()};
    }

    [[nodiscard]] int length() const override { return m_document.characterCount() - 1; }

private:
    /// They may have stood there as entities, so they are looked for in the parsed text.
    void dropDirectionTurners()
    {
        static const QRegularExpression turners(QStringLiteral("[\\x{202a}-\\x{202e}\\x{2066}-\\x{2069}]"));
        for (QTextCursor found = m_document.find(turners); !found.isNull(); found = m_document.find(turners, found))
            found.removeSelectedText();
    }

    [[nodiscard]] QTextCursor cursor(const TextRange &range) const
    {
        QTextCursor cursor(const_cast<QuietDocument *>(&m_document)); // reads only
        cursor.setPosition(std::clamp(range.first, 0, length()));
        cursor.setPosition(std::clamp(range.second, 0, length()), QTextCursor::KeepAnchor);
        return cursor;
    }

    QuietDocument m_document;
    qreal m_scale = 1;
    QSizeF m_size;
};

} // namespace

std::unique_ptr<MessageBody> plainBody(
    const QString &text, const QFont &font, qreal width, const Tokens &tokens, bool struckOut)
{
    return std::make_unique<PlainBody>(text, font, width, tokens, struckOut);
}

std::unique_ptr<MessageBody> htmlBody(const QString &html, const QFont &font, qreal width, const Tokens &tokens)
{
    return std::make_unique<HtmlBody>(html, font, width, tokens);
}

} // namespace parley::ui
