// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/conversation_context.h"
#include "models/time.h"

#include <QFrame>
#include <QUrl>

class QFormLayout;
class QLabel;
class QScrollArea;
class QToolButton;

namespace parley::ui {

class ElidedLabel;
class KeyButton;

/// What a conversation is about, above its thread: the post under which people comment, the form of a signed-out
/// visitor. The text is folded to three lines; nothing of it is loaded from the net. Hidden while there is none.
class ContextCard : public QFrame
{
    Q_OBJECT
public:
    static constexpr int kFoldedLines = 3;
    static constexpr int kFoldedFacts = 4;

    explicit ContextCard(const Clock &clock, QWidget *parent = nullptr);

    /// Another conversation's: folded again.
    void setContext(const ConversationContext &context);
    /// The same conversation's, after a change: stays as it was folded.
    void refreshContext(const ConversationContext &context);
    void setKey(const QString &key); ///< the key of "Open in browser", shown on it
    [[nodiscard]] bool canOpen() const { return m_page.isValid(); }
    [[nodiscard]] bool isFolded() const { return m_folded; }
    [[nodiscard]] const ConversationContext &context() const { return m_context; }

public Q_SLOTS:
    void open(); ///< in the browser; nothing where there is no page
    void toggle(); ///< folds and unfolds, where there is more than is shown

Q_SIGNALS:
    void openFailed(const QUrl &page);

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    [[nodiscard]] bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build();
    void refresh();
    void refreshFacts();
    void refreshFolding();
    [[nodiscard]] QString byLine() const;

    const Clock &m_clock;
    ConversationContext m_context;
    QString m_text; ///< of the context, fit to be shown
    QString m_key;
    QUrl m_page;
    bool m_folded = true;

    ElidedLabel *m_title = nullptr;
    ElidedLabel *m_by = nullptr;
    KeyButton *m_open = nullptr;
    QScrollArea *m_scroll = nullptr;
    QLabel *m_words = nullptr;
    QFormLayout *m_facts = nullptr;
    QToolButton *m_more = nullptr;
};

/// The beginning of \a text in at most \a lines lines of \a width, broken as they are shown, the last one with "…"
/// when there is more. \a cut tells whether there is.
[[nodiscard]] QString foldedTo(const QString &text, int lines, int width, const QFont &font, bool *cut);

} // namespace parley::ui
