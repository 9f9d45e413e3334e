// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/message.h"
#include "ui/common/tokens.h"
#include "ui/conversation/message_body.h"

#include <QFont>
#include <QList>
#include <QPixmap>
#include <QRect>
#include <QString>

#include <functional>
#include <memory>
#include <optional>

class QPainter;

namespace parley::ui {

/// Something in a bubble that one can press.
struct BubblePart {
    enum class Kind {
        SendAnyway,
        Retry,
        AnswerPublicly, ///< a refused private answer, carried under the post
        Edit,
        Discard,
        ShowRaw,
        ToggleQuote, ///< the folded quote of a mail
        ShowWhole, ///< a text too long for a bubble
        GoToQuoted, ///< the message that this one answers
        OpenAttachment,
        SaveAttachment,
    };
    Kind kind = Kind::SendAnyway;
    QRect rect; ///< within the bubble's row
    QString label;
    AttachmentId attachment;
};

/// What beside the message decides how it is laid out.
struct BubbleStyle {
    int width = 0; ///< of the row
    QFont font;
    bool dark = false;
    bool online = true;
    bool unfolded = false; ///< the quote is shown
    bool tellsAudience = false; ///< public and private stand side by side here: each message tells who can read it
    bool uploading = false; ///< its attachments are on their way: room for how far they are
};

/// How far the attachments of a message are: bytes.
struct Upload {
    qint64 done = 0;
    qint64 total = 0;
};

/// How it looks at this moment: never a reason to lay out again.
struct BubbleLook {
    std::optional<TextRange> selected;
    bool focused = false;
    const BubblePart *hovered = nullptr;
    std::optional<Upload> upload; ///< with BubbleStyle::uploading
    std::function<QPixmap(AttachmentId)> thumbnail; ///< null pixmap: not there yet
    qreal devicePixelRatio = 1;
};

/// One message laid out for a width: scrolling only draws it. Heavy parts (text) are broken into lines here, once.
class MessageBubble
{
public:
    MessageBubble(const Message &message, const BubbleStyle &style);

    [[nodiscard]] int height() const { return m_height; }
    [[nodiscard]] const QList<BubblePart> &parts() const { return m_parts; }
    [[nodiscard]] const BubblePart *partAt(const QPoint &point) const;
    [[nodiscard]] const MessageBody *body() const { return m_body.get(); }
    [[nodiscard]] QRectF bodyRect() const { return m_bodyRect; }
    [[nodiscard]] QRect bubbleRect() const { return m_bubble; }
    [[nodiscard]] QRect uploadRect() const { return m_upload; } ///< all that an upload's progress changes

    void paint(QPainter *painter, const QPoint &at, const BubbleLook &look) const;

    /// The thumbnails' box in logical pixels, for this font.
    [[nodiscard]] static QSize thumbnailBox(const QFont &font);

private:
    struct Line { ///< a single line of words with an icon before it
        QRect rect;
        QString words;
        QString icon;
        QColor colour;
        QFont font;
        int fromRight = -1; ///< distance of its end from the bubble's; -1: it begins at the left
    };
    struct Picture {
        QRect rect;
        AttachmentId attachment;
    };

    void layoutEvent();
    void layoutBubble();
    int layoutAudience(int y, int width);
    int layoutQuote(int y, int width);
    int layoutBody(int y, int width);
    int layoutAttachment(const Attachment &attachment, int y, int width);
    int layoutUpload(int y, int width);
    int layoutTrouble(int y, int width);
    int layoutMeta(int y);
    void place(int y);
    int addLine(
        const QString &words, const QFont &font, const QColor &colour, int y, int width, const QString &icon = {});
    void addParts(const QList<std::pair<BubblePart::Kind, QString>> &parts, int y, int width, int *height);
    [[nodiscard]] int px(qreal atTenPoints) const; ///< a length of the drawing at this font's size
    [[nodiscard]] QColor ground() const;
    void paintGround(QPainter *painter) const;
    void paintParts(QPainter *painter, const BubbleLook &look) const;
    void paintUpload(QPainter *painter, const Upload &upload) const;
    void paintPictures(QPainter *painter, const BubbleLook &look) const;

    Message m_message;
    BubbleStyle m_style;
    const Tokens &m_tokens;
    QFont m_small;
    std::unique_ptr<MessageBody> m_body;
    QRectF m_bodyRect;
    bool m_lightSheet = false; ///< the HTML brings colours
    QRect m_quoteBar;
    QList<Line> m_lines;
    QList<Picture> m_pictures;
    QList<BubblePart> m_parts;
    QRect m_upload;
    QRect m_bubble;
    int m_widest = 0; ///< of the content so far
    int m_height = 0;
};

} // namespace parley::ui
