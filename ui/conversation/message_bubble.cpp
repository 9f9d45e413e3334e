// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/conversation/message_bubble.h"

#include "models/display_text.h"
#include "ui/common/icons.h"
#include "ui/common/size_words.h"
#include "ui/common/theme.h"
#include "ui/common/time_words.h"
#include "ui/conversation/message_text.h"
#include "ui/conversation/message_words.h"

#include <QCoreApplication>
#include <QFontMetrics>
#include <QPainter>
#include <QPainterPath>
#include <QTextLayout>

#include <algorithm>
#include <cmath>
#include <utility>

namespace parley::ui {

namespace {
constexpr int kShownText = 12'000; ///< UTF-16 units of a text in a bubble; the rest is shown on demand
constexpr int kShownHtml = 200'000; ///< longer HTML is shown as its plain text
constexpr qreal kBubbleShare = 0.72; ///< of the row's width
constexpr int kWidestBubble = 640; ///< at 10 points: longer lines are hard to read

struct Words {
    Q_DECLARE_TR_FUNCTIONS(parley::ui::Message)
};

bool isPicture(const Attachment &attachment)
{
    return attachment.type.startsWith(QLatin1StringView("image/"))
        && !attachment.type.contains(QLatin1StringView("svg")) && attachment.state == Attachment::State::Stored;
}

QPainterPath roundedPath(const QRectF &r, qreal top, qreal bottomRight, qreal bottomLeft)
{
    QPainterPath path(QPointF(r.left() + top, r.top()));
    path.arcTo(r.right() - 2 * top, r.top(), 2 * top, 2 * top, 90, -90);
    path.arcTo(r.right() - 2 * bottomRight, r.bottom() - 2 * bottomRight, 2 * bottomRight, 2 * bottomRight, 0, -90);
    path.arcTo(r.left(), r.bottom() - 2 * bottomLeft, 2 * bottomLeft, 2 * bottomLeft, 270, -90);
    path.arcTo(r.left(), r.top(), 2 * top, 2 * top, 180, -90);
    path.closeSubpath();
    return path;
}

bool beginsThread(const QString &subject)
{
    static const QStringList answers{QStringLiteral("re:"), QStringLiteral("fw:"), QStringLiteral("fwd:"),
        QStringLiteral("aw:"), QStringLiteral("odg:"), QStringLiteral("отв:")};
    return !subject.isEmpty() && std::ranges::none_of(answers, [&](const QString &answer) {
        return subject.startsWith(answer, Qt::CaseInsensitive);
    });
}
} // namespace

MessageBubble::MessageBubble(const Message &message, const BubbleStyle &style)
    : m_message(message)
    , m_style(style)
    , m_tokens(style.dark ? darkTokens() : lightTokens())
    , m_small(resized(style.font, -1.5))
{
    if (message.kind == MessageKind::Event)
        layoutEvent();
    else
        layoutBubble();
    m_message.html.clear(); // laid out: neither is needed any more, and there may be megabytes of it
    m_message.text.clear();
}

int MessageBubble::px(qreal atTenPoints) const
{
    const qreal points = m_style.font.pointSizeF() > 0 ? m_style.font.pointSizeF() : 10.0;
    return int(std::lround(atTenPoints * std::max(0.8, points / 10.0)));
}

QSize MessageBubble::thumbnailBox(const QFont &font)
{
    const qreal scale = std::max(0.8, (font.pointSizeF() > 0 ? font.pointSizeF() : 10.0) / 10.0);
    return QSizeF(240 * scale, 160 * scale).toSize();
}

QColor MessageBubble::ground() const
{
    if (m_message.kind == MessageKind::Note)
        return m_tokens.note;
    return m_message.direction == Direction::Out ? m_tokens.out : m_tokens.in;
}

// --------------------------------------------------------------------------------------------------------- layout

void MessageBubble::layoutEvent()
{
    const int width = std::max(80, m_style.width - px(80));
    m_body = plainBody(safeBody(m_message.text.left(kShownText)) + u"  " + clockTime(m_message.time), m_small, width,
        m_tokens, m_message.deleted);
    const QSizeF size = m_body->size();
    m_bodyRect = QRectF(QPointF((m_style.width - size.width()) / 2, px(4)), size);
    m_bubble = m_bodyRect.toAlignedRect();
    m_height = int(size.height()) + px(8);
}

void MessageBubble::layoutBubble()
{
    const int row = m_style.width - 2 * px(20);
    const int widest = std::max(px(120), std::min(int(row * kBubbleShare), px(kWidestBubble)));
    const int inner = std::min(widest, std::max(row, px(120))) - 2 * px(12);
    int y = px(4) + px(8); // half the gap between bubbles, then the padding
    if (m_message.direction == Direction::In && beginsThread(m_message.subject)) {
        y = addLine(safeForDisplay(m_message.subject, 200), bold(m_style.font), m_tokens.text, y, inner);
        y += px(4);
    }
    y = layoutAudience(y, inner);
    y = layoutQuote(y, inner);
    y = layoutBody(y, inner);
    for (const Attachment &attachment : std::as_const(m_message.attachments))
        y = layoutAttachment(attachment, y + px(5), inner);
    y = layoutUpload(y, inner);
    y = layoutTrouble(y, inner);
    y = layoutMeta(y + px(3));
    place(y);
}

int MessageBubble::addLine(
    const QString &words, const QFont &font, const QColor &colour, int y, int width, const QString &icon)
{
    const QFontMetrics metrics(font);
    const int iconRoom = icon.isEmpty() ? 0 : metrics.height() + px(2);
    const QString shown = metrics.elidedText(words, Qt::ElideRight, width - iconRoom);
    const int used = metrics.horizontalAdvance(shown) + iconRoom;
    m_lines.append({.rect = {0, y, used + 1, metrics.height()},
        .words = shown,
        .icon = icon,
        .colour = colour,
        .font = font,
        .fromRight = -1});
    m_widest = std::max(m_widest, used + 1);
    return y + metrics.height();
}

int MessageBubble::layoutAudience(int y, int width)
{
    if (!m_style.tellsAudience || m_message.kind == MessageKind::Note || m_message.visibility == Visibility::Internal)
        return y;
    const bool everybody = m_message.visibility == Visibility::Public;
    return px(3)
        + addLine(audienceWords(m_message.visibility), m_small, everybody ? m_tokens.dim : m_tokens.accent, y, width,
            everybody ? QStringLiteral("globe") : QStringLiteral("lock"));
}

int MessageBubble::layoutQuote(int y, int width)
{
    if (m_message.replyToText.isEmpty())
        return y;
    const int first = int(m_lines.size());
    const int bottom =
        addLine(safeForDisplay(m_message.replyToText, 300), m_small, m_tokens.dim, y + px(2), width - px(12));
    m_lines[first].rect.translate(px(10), 0);
    m_widest = std::max(m_widest, m_lines[first].rect.right());
    m_quoteBar = {0, y, std::max(2, px(3)), bottom + px(2) - y};
    if (m_message.replyTo.isValid()) {
        m_parts.append({.kind = BubblePart::Kind::GoToQuoted,
            .rect = QRect(0, y, m_lines[first].rect.right(), bottom + px(2) - y),
            .label = {},
            .attachment = {}});
    }
    return bottom + px(7);
}

int MessageBubble::layoutBody(int y, int width)
{
    const bool asHtml = !m_message.html.isEmpty() && m_message.html.size() <= kShownHtml && !m_message.deleted
        && m_message.kind == MessageKind::Message;
    bool folded = false;
    bool cut = false;
    int pad = 0;
    if (asHtml) {
        const Folded quote = m_style.unfolded ? Folded{m_message.html, true} : foldHtmlQuotes(m_message.html);
        folded = m_style.unfolded ? foldHtmlQuotes(m_message.html).folded : quote.folded;
        m_lightSheet = bringsColours(quote.shown);
        pad = m_lightSheet ? px(8) : 0;
        m_body = htmlBody(quote.shown, m_style.font, width - 2 * pad, m_lightSheet ? lightTokens() : m_tokens);
    } else {
        QString text = m_message.kind == MessageKind::Unsupported ? unsupportedWords(m_message) : m_message.text;
        cut = text.size() > kShownText;
        if (cut) {
            text.truncate(text.at(kShownText - 1).isHighSurrogate() ? kShownText - 1 : kShownText);
        } else {
            const Folded quote = foldQuotes(text);
            folded = quote.folded;
            if (!m_style.unfolded)
                text = quote.shown;
        }
        if (!text.isEmpty())
            m_body = plainBody(safeBody(text), m_style.font, width, m_tokens, m_message.deleted);
    }
    if (m_body) {
        m_bodyRect = QRectF(QPointF(pad, y + pad), m_body->size());
        m_widest = std::max(m_widest, int(std::ceil(m_bodyRect.right())) + pad);
        y = int(std::ceil(m_bodyRect.bottom())) + pad;
    }
    int height = 0;
    if (folded) {
        addParts({{BubblePart::Kind::ToggleQuote,
                     m_style.unfolded ? Words::tr("Hide quoted text") : Words::tr("… quoted text")}},
            y + px(3), width, &height);
        y += px(3) + height;
    }
    if (cut) {
        addParts({{BubblePart::Kind::ShowWhole,
                     Words::tr("Show the whole message (%1)").arg(sizeWords(m_message.text.size()))}},
            y + px(3), width, &height);
        y += px(3) + height;
    }
    if (m_message.kind == MessageKind::Unsupported && m_message.raw.isValid()) {
        addParts({{BubblePart::Kind::ShowRaw, Words::tr("Show raw")}}, y + px(4), width, &height);
        y += px(4) + height;
    }
    return y;
}

int MessageBubble::layoutAttachment(const Attachment &attachment, int y, int width)
{
    if (isPicture(attachment)) {
        QSize box = thumbnailBox(m_style.font);
        box.setWidth(std::min(box.width(), width));
        m_pictures.append({.rect = QRect(QPoint(0, y), box), .attachment = attachment.id});
        m_parts.append({.kind = BubblePart::Kind::OpenAttachment,
            .rect = QRect(QPoint(0, y), box),
            .label = {},
            .attachment = attachment.id});
        m_widest = std::max(m_widest, box.width());
        y += box.height() + px(3);
    }
    y = addLine(safeForDisplay(attachment.name.isEmpty() ? Words::tr("Attachment") : attachment.name, 120),
        m_style.font, m_tokens.text, y, width, QStringLiteral("file"));
    m_parts.append({.kind = BubblePart::Kind::OpenAttachment,
        .rect = m_lines.last().rect,
        .label = {},
        .attachment = attachment.id});
    const QString words = attachmentWords(attachment);
    const int indent = QFontMetrics(m_style.font).height() + px(2);
    const int first = int(m_lines.size());
    const int bottom = addLine(words, m_small, m_tokens.dim, y, width - indent);
    m_lines[first].rect.translate(indent, 0);
    const QString save = attachment.state == Attachment::State::Stored ? Words::tr("Save as …") : Words::tr("Fetch");
    if (attachment.state != Attachment::State::Remote) {
        const QFontMetrics metrics(m_small);
        const int x = m_lines[first].rect.right() + (words.isEmpty() ? 0 : px(8));
        m_parts.append({.kind = attachment.state == Attachment::State::Stored ? BubblePart::Kind::SaveAttachment
                                                                              : BubblePart::Kind::OpenAttachment,
            .rect = {x, y, metrics.horizontalAdvance(save) + 1, metrics.height()},
            .label = save,
            .attachment = attachment.id});
        m_widest = std::max(m_widest, m_parts.last().rect.right());
    }
    return bottom;
}

/// A thin bar, and how much has left under it.
int MessageBubble::layoutUpload(int y, int width)
{
    if (!m_style.uploading)
        return y;
    const int height = px(5) + px(4) + px(2) + QFontMetrics(m_small).height();
    m_widest = std::max(m_widest, std::min(width, px(220)));
    m_upload = {0, y, 0, height}; // as wide as the bubble turns out: place()
    return y + height;
}

int MessageBubble::layoutTrouble(int y, int width)
{
    const QString words = troubleWords(m_message);
    if (words.isEmpty())
        return y;
    y += px(5);
    const QColor colour = m_message.state == DeliveryState::Failed ? m_tokens.missed : m_tokens.watch;
    // The reason may be a long sentence: broken into lines by hand of the same painter as bodies are.
    QTextLayout layout(safeForDisplay(words, 400), m_small);
    layout.beginLayout();
    const int indent = QFontMetrics(m_small).height() + px(2);
    bool first = true;
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width - indent);
        const QString part = layout.text().mid(line.textStart(), line.textLength()).trimmed();
        y = addLine(part, m_small, colour, y, width, first ? stateIcon(m_message.state) : QString());
        if (!first)
            m_lines.last().rect.translate(indent, 0);
        m_widest = std::max(m_widest, m_lines.last().rect.right());
        first = false;
    }
    layout.endLayout();
    QList<std::pair<BubblePart::Kind, QString>> choices;
    if (canAnswerPublicly(m_message, m_style.tellsAudience))
        choices.append({BubblePart::Kind::AnswerPublicly, Words::tr("Answer under the post instead")});
    if (m_message.state == DeliveryState::Held)
        choices.append({BubblePart::Kind::SendAnyway, Words::tr("Send anyway")});
    else
        choices.append({BubblePart::Kind::Retry, Words::tr("Try again")});
    choices.append({BubblePart::Kind::Edit, Words::tr("Edit")});
    choices.append({BubblePart::Kind::Discard, Words::tr("Discard")});
    int height = 0;
    addParts(choices, y + px(4), width, &height);
    return y + px(4) + height + px(2);
}

/// \param width  there is room for: what does not fit beside the others goes into a line of its own
void MessageBubble::addParts(const QList<std::pair<BubblePart::Kind, QString>> &parts, int y, int width, int *height)
{
    const QFontMetrics metrics(m_small);
    const int line = metrics.height() + 2 * px(3);
    int x = 0;
    *height = line;
    for (const auto &[kind, label] : parts) {
        const QString shown = metrics.elidedText(label, Qt::ElideRight, width - 2 * px(8));
        const int used = metrics.horizontalAdvance(shown) + 2 * px(8);
        if (x > 0 && x + used > width) {
            x = 0;
            *height += line + px(4);
        }
        m_parts.append({.kind = kind, .rect = {x, y + *height - line, used, line}, .label = shown, .attachment = {}});
        m_widest = std::max(m_widest, x + used);
        x += used + px(5);
    }
}

int MessageBubble::layoutMeta(int y)
{
    const QFontMetrics metrics(m_small);
    QStringList right{clockTime(m_message.time)};
    if (m_message.deleted)
        right.prepend(Words::tr("deleted"));
    else if (m_message.edited)
        right.prepend(Words::tr("edited"));
    const QString state = stateWord(m_message, m_style.online);
    const QString icon = state.isEmpty() ? QString() : stateIcon(m_message.state);
    const QString words = right.join(QStringLiteral(" · "));
    const int iconRoom = icon.isEmpty() ? 0 : metrics.height() + px(2);
    const int stateWidth = state.isEmpty() ? 0 : metrics.horizontalAdvance(state) + iconRoom + px(5);
    const int rightWidth = metrics.horizontalAdvance(words) + stateWidth + 1;
    const int most = std::min(int((m_style.width - 2 * px(20)) * kBubbleShare), px(kWidestBubble)) - 2 * px(12);
    const QString author =
        metrics.elidedText(authorWord(m_message), Qt::ElideRight, std::max(px(40), most - rightWidth - px(16)));
    m_widest = std::max(m_widest, metrics.horizontalAdvance(author) + px(16) + rightWidth);
    QColor colour = m_tokens.dim;
    if (m_message.state == DeliveryState::Failed)
        colour = m_tokens.missed;
    else if (m_message.state == DeliveryState::Held)
        colour = m_tokens.watch;
    else if (m_message.state == DeliveryState::Read)
        colour = m_tokens.accent;
    m_lines.append({.rect = {0, y, metrics.horizontalAdvance(author) + 1, metrics.height()},
        .words = author,
        .icon = {},
        .colour = m_message.kind == MessageKind::Note ? m_tokens.watch : m_tokens.dim,
        .font = m_small,
        .fromRight = -1});
    m_lines.append({.rect = {0, y, rightWidth - stateWidth, metrics.height()},
        .words = words,
        .icon = {},
        .colour = m_tokens.dim,
        .font = m_small,
        .fromRight = stateWidth});
    if (!state.isEmpty()) {
        m_lines.append({.rect = {0, y, stateWidth - px(5), metrics.height()},
            .words = state,
            .icon = icon,
            .colour = colour,
            .font = m_small,
            .fromRight = 0});
    }
    return y + metrics.height();
}

/// Everything was laid out from x = 0: now that the width is known, it moves to its side.
void MessageBubble::place(int y)
{
    const int width = m_widest + 2 * px(12);
    const bool right = m_message.direction == Direction::Out || m_message.kind == MessageKind::Note;
    const int left = right ? std::max(px(20), m_style.width - px(20) - width) : px(20);
    m_bubble = {left, px(4), width, y + px(8) - px(4)};
    m_height = m_bubble.bottom() + 1 + px(4);
    const int dx = left + px(12);
    m_bodyRect.translate(dx, 0);
    if (!m_quoteBar.isNull())
        m_quoteBar.translate(dx, 0);
    for (Line &line : m_lines) {
        if (line.fromRight >= 0)
            line.rect.moveRight(m_widest - 1 - line.fromRight);
        line.rect.translate(dx, 0);
    }
    if (m_style.uploading)
        m_upload = {dx, m_upload.top(), m_widest, m_upload.height()};
    for (Picture &picture : m_pictures)
        picture.rect.translate(dx, 0);
    for (BubblePart &part : m_parts)
        part.rect.translate(dx, 0);
}

// ------------------------------------------------------------------------------------------------------- painting

const BubblePart *MessageBubble::partAt(const QPoint &point) const
{
    const auto found = std::ranges::find_if(m_parts, [&](const BubblePart &part) { return part.rect.contains(point); });
    return found == m_parts.end() ? nullptr : &*found;
}

void MessageBubble::paintGround(QPainter *painter) const
{
    const QRectF rect = QRectF(m_bubble).adjusted(0.5, 0.5, -0.5, -0.5);
    const bool note = m_message.kind == MessageKind::Note;
    const bool out = m_message.direction == Direction::Out;
    const qreal round = px(12);
    const qreal tail = px(4); // the corner that points at who speaks
    const QPainterPath path = roundedPath(rect, round, !note && out ? tail : round, !note && !out ? tail : round);
    const bool plain = m_message.kind == MessageKind::Message && m_message.state != DeliveryState::Failed
        && m_message.state != DeliveryState::Held;
    QPen rim = Qt::NoPen;
    if (note)
        rim = QPen(m_tokens.noteLine);
    else if (m_message.kind == MessageKind::Unsupported)
        rim = QPen(m_tokens.faint, 1, Qt::DashLine);
    else if (!plain)
        rim = QPen(m_message.state == DeliveryState::Failed ? m_tokens.missed : m_tokens.watch);
    painter->setPen(rim);
    painter->setBrush(ground());
    painter->drawPath(path);
}

void MessageBubble::paint(QPainter *painter, const QPoint &at, const BubbleLook &look) const
{
    painter->save();
    painter->translate(at);
    painter->setRenderHint(QPainter::Antialiasing);
    if (m_message.kind != MessageKind::Event)
        paintGround(painter);
    if (look.focused) {
        painter->setPen(QPen(m_tokens.accent, 2));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(m_bubble.adjusted(-2, -2, 2, 2), px(13), px(13));
    }
    if (m_lightSheet) {
        painter->setPen(QPen(m_tokens.line));
        painter->setBrush(lightTokens().panel);
        const int pad = px(8);
        const QRectF sheet(m_bodyRect.left() - pad, m_bodyRect.top() - pad,
            std::max<qreal>(m_widest, m_bodyRect.width() + 2 * pad), m_bodyRect.height() + 2 * pad);
        painter->drawRoundedRect(sheet.adjusted(0.5, 0.5, -0.5, -0.5), px(6), px(6));
    }
    if (!m_quoteBar.isNull()) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(m_tokens.accent);
        painter->drawRoundedRect(m_quoteBar, 1.5, 1.5);
    }
    if (m_body) {
        painter->setPen(m_message.kind == MessageKind::Event ? m_tokens.dim : m_tokens.text);
        m_body->draw(painter, m_bodyRect.topLeft(), m_lightSheet ? lightTokens() : m_tokens, look.selected);
    }
    paintPictures(painter, look);
    for (const Line &line : m_lines) {
        QRect rect = line.rect;
        if (!line.icon.isEmpty()) {
            const int side = rect.height() - px(2);
            painter->drawPixmap(QPoint(rect.left(), rect.top() + (rect.height() - side) / 2),
                iconPixmap(line.icon, line.colour, side, look.devicePixelRatio));
            rect.setLeft(rect.left() + QFontMetrics(line.font).height() + px(2));
        }
        painter->setFont(line.font);
        painter->setPen(line.colour);
        painter->drawText(rect, Qt::AlignVCenter | Qt::TextSingleLine | Qt::TextDontClip, line.words);
    }
    paintParts(painter, look);
    if (m_style.uploading && look.upload)
        paintUpload(painter, *look.upload);
    painter->restore();
}

void MessageBubble::paintUpload(QPainter *painter, const Upload &upload) const
{
    const QRectF bar(m_upload.left(), m_upload.top() + px(5), m_upload.width(), px(4));
    const double share = upload.total > 0
        ? std::clamp(static_cast<double>(upload.done) / static_cast<double>(upload.total), 0.0, 1.0)
        : 0.0;
    painter->setPen(Qt::NoPen);
    painter->setBrush(m_tokens.line);
    painter->drawRoundedRect(bar, bar.height() / 2, bar.height() / 2);
    if (share > 0) {
        painter->setBrush(m_tokens.accent);
        painter->drawRoundedRect(
            QRectF(bar.left(), bar.top(), std::max(bar.height(), bar.width() * share), bar.height()), bar.height() / 2,
            bar.height() / 2);
    }
    const int top = int(bar.bottom()) + px(2);
    painter->setFont(m_small);
    painter->setPen(m_tokens.dim);
    painter->drawText(QRect(m_upload.left(), top, m_upload.width(), m_upload.bottom() + 1 - top),
        Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, uploadWords(upload.done, upload.total));
}

void MessageBubble::paintParts(QPainter *painter, const BubbleLook &look) const
{
    painter->setFont(m_small);
    for (const BubblePart &part : m_parts) {
        if (part.label.isEmpty())
            continue;
        const bool hovered = look.hovered == &part;
        if (part.kind == BubblePart::Kind::SaveAttachment || part.kind == BubblePart::Kind::OpenAttachment) {
            QFont font = m_small;
            font.setUnderline(hovered);
            painter->setFont(font);
            painter->setPen(m_tokens.accent);
            painter->drawText(part.rect, Qt::AlignCenter | Qt::TextDontClip, part.label);
            painter->setFont(m_small);
            continue;
        }
        painter->setPen(QPen(m_tokens.line));
        painter->setBrush(hovered ? m_tokens.selection : m_tokens.panel);
        painter->drawRoundedRect(QRectF(part.rect).adjusted(0.5, 0.5, -0.5, -0.5), px(6), px(6));
        painter->setPen(part.kind == BubblePart::Kind::Discard ? m_tokens.missed : m_tokens.text);
        painter->drawText(part.rect, Qt::AlignCenter, part.label);
    }
}

void MessageBubble::paintPictures(QPainter *painter, const BubbleLook &look) const
{
    for (const Picture &picture : m_pictures) {
        const QPixmap pixmap = look.thumbnail ? look.thumbnail(picture.attachment) : QPixmap();
        if (pixmap.isNull()) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(m_tokens.chip);
            painter->drawRoundedRect(picture.rect, px(6), px(6));
            const int side = px(24);
            painter->drawPixmap(picture.rect.center() - QPoint(side / 2, side / 2),
                iconPixmap(QStringLiteral("image"), m_tokens.faint, side, look.devicePixelRatio));
            continue;
        }
        const QSize size = (QSizeF(pixmap.size()) / pixmap.devicePixelRatio())
                               .scaled(picture.rect.size(), Qt::KeepAspectRatio)
                               .toSize();
        const QRect target(picture.rect.topLeft(), size);
        QPainterPath clip;
        clip.addRoundedRect(target, px(6), px(6));
        painter->save();
        painter->setClipPath(clip, Qt::IntersectClip);
        painter->drawPixmap(target, pixmap);
        painter->restore();
    }
}

} // namespace parley::ui
