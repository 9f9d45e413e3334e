// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/time.h"
#include "ui/conversation/message_bubble.h"
#include "ui/conversation/message_list_model.h"

#include <QAbstractItemView>
#include <QCache>
#include <QHash>
#include <QPersistentModelIndex>
#include <QSet>

#include <functional>
#include <optional>
#include <vector>

namespace parley::ui {

/// The thread: bubbles of any height, selectable text, and a place that stays put. Messages are laid out when they come
/// near the screen; heights further away are guesses, and whatever turns out differently above does not move what one
/// reads.
class MessageView : public QAbstractItemView
{
    Q_OBJECT
public:
    explicit MessageView(const Clock &clock, QWidget *parent = nullptr);

    void setMessages(MessageListModel *model);
    void setOnline(bool online); ///< of the ticket's account: words of queued messages
    /// Public and private messages stand side by side in this conversation: each tells who can read it.
    void setTellsAudience(bool tells);
    [[nodiscard]] bool tellsAudience() const { return m_tellsAudience; }
    void setThumbnails(std::function<QPixmap(AttachmentId)> thumbnails) { m_thumbnails = std::move(thumbnails); }

    void scrollToEnd(); ///< slides the model's window there first
    void showFirstUnread(); ///< to the top of the screen; to the end when there is none
    [[nodiscard]] bool showMessage(MessageId message); ///< brings it to the middle and makes it current
    /// The attachments of a message are on their way; forgotten once it is no longer being sent.
    void setUpload(MessageId message, const Upload &upload);
    [[nodiscard]] std::optional<Upload> uploadOf(MessageId message) const;
    [[nodiscard]] bool isAtEnd() const;
    [[nodiscard]] MessageId seenUpTo() const
    {
        return m_seenUpTo;
    } ///< newest that stood on screen since the thread was opened
    /// Selects the first place of these words in a message; nothing where they do not stand so in it.
    void selectText(MessageId message, const QString &words);
    void step(int by); ///< N and P: the next or previous message becomes current
    [[nodiscard]] std::optional<Message> currentMessage() const;
    [[nodiscard]] QString selectedText() const;
    void copy(); ///< the selected text, else the current message's

    QRect visualRect(const QModelIndex &index) const override;
    void scrollTo(const QModelIndex &index, ScrollHint hint = EnsureVisible) override;
    QModelIndex indexAt(const QPoint &point) const override;

    [[nodiscard]] int layoutsMade() const { return m_layoutsMade; } ///< since the start, for tests

Q_SIGNALS:
    void partActivated(parley::MessageId message, parley::ui::BubblePart::Kind part, parley::AttachmentId attachment);
    void linkActivated(const QString &target);
    void menuRequested(parley::MessageId message, const QPoint &global);
    void seenUpToChanged(parley::MessageId message);
    void endReached(); ///< the newest message came on screen
    void unseenChanged(int messages); ///< came below the screen while one reads above

protected:
    int horizontalOffset() const override { return 0; }
    int verticalOffset() const override;
    bool isIndexHidden(const QModelIndex &) const override { return false; }
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    void setSelection(const QRect &rect, QItemSelectionModel::SelectionFlags command) override;
    QRegion visualRegionForSelection(const QItemSelection &selection) const override;
    void updateGeometries() override;
    void scrollContentsBy(int dx, int dy) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void leaveEvent(QEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

private:
    struct Item {
        int top = 0; ///< of the row with its separators, from the top of the content
        int above = 0; ///< height of day, case and unread lines above the bubble
        int height = 0; ///< of the bubble's row; a guess while not exact
        bool exact = false;
        qint64 day = 0; ///< Julian, local
    };
    struct Anchor { ///< what stays where it is on screen
        bool end = true; ///< the end does
        MessageId message;
        int offset = 0; ///< of the screen's top below the bubble's top
    };
    struct Separator {
        enum class Kind { Day, Case, Unread, Private, Public };
        Kind kind;
        QString words;
    };
    struct Place { ///< a point in a message's text
        MessageId message;
        int position = 0;
    };

    void rowsCame(int first, int last);
    void rowsWent(int first, int last);
    void rowsChanged(int first, int last);
    void startOver();
    void forgetLayouts();
    void forgetUpload(int row);
    Item newItem(int row) const;
    void stack(); ///< tops from heights
    void settle(); ///< exact heights where one looks, the anchor where it was
    void keepAnchor();
    void setScroll(int value);
    void fetchNearEdges();
    void noteSeen();
    [[nodiscard]] int contentHeight() const;
    [[nodiscard]] int shift() const; ///< from content to viewport coordinates
    [[nodiscard]] int rowAt(int contentY) const;
    [[nodiscard]] int separatorHeight() const;
    [[nodiscard]] QList<Separator> separatorsAbove(int row) const;
    [[nodiscard]] std::optional<Separator> audienceChange(int row) const;
    [[nodiscard]] const MessageBubble &bubble(int row) const;
    [[nodiscard]] QPoint bubbleOrigin(int row) const; ///< in viewport coordinates
    void paintSeparators(QPainter *painter, int row) const;
    [[nodiscard]] std::optional<TextRange> selectionIn(MessageId message) const;
    [[nodiscard]] std::optional<Place> placeAt(const QPoint &point, bool nearest) const;
    [[nodiscard]] const BubblePart *partAt(const QPoint &point, int *row) const;
    [[nodiscard]] QString linkAt(const QPoint &point) const;
    void clearSelectedText();
    void hover(const QPoint &point);

    const Clock &m_clock;
    MessageListModel *m_messages = nullptr;
    std::vector<Item> m_items;
    Anchor m_anchor;
    bool m_settling = false;
    bool m_online = true;
    bool m_tellsAudience = false;
    std::function<QPixmap(AttachmentId)> m_thumbnails;
    struct CacheKey {
        qint64 message = 0;
        int revision = 0;
        int width = 0;
        friend bool operator==(const CacheKey &, const CacheKey &) = default;
        friend size_t qHash(const CacheKey &key, size_t seed = 0)
        {
            return qHashMulti(seed, key.message, key.revision, key.width);
        }
    };
    mutable QCache<CacheKey, MessageBubble> m_bubbles;
    mutable int m_layoutsMade = 0;
    QSet<MessageId> m_unfolded;
    QHash<MessageId, Upload> m_uploads;
    MessageId m_seenUpTo;
    int m_unseen = 0;

    std::optional<Place> m_selectFrom;
    int m_selectTo = 0;
    bool m_selecting = false;
    QPoint m_pressed;
    int m_hoveredRow = -1;
    QRect m_hoveredPart;
};

} // namespace parley::ui
