// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ids.h"
#include "models/result.h"

#include <QFrame>
#include <QList>
#include <QTimer>

class QLabel;
class QLineEdit;
class QToolButton;

namespace parley::ui {

class ReadWorker;

/// Ctrl+F: looks through one conversation, however long, without what is on screen waiting for it. Case, accents and
/// ё/е do not matter. Enter goes to the next older place, Shift+Enter to the next newer one, Esc closes.
class FindBar : public QFrame
{
    Q_OBJECT
public:
    static constexpr int kMostLookedThrough = 50'000; ///< messages, from the newest

    explicit FindBar(ReadWorker &worker, QWidget *parent = nullptr);

    void open(ConversationId conversation); ///< the same or another one; the keys go into the field
    void close();
    void step(int by); ///< 1: older, -1: newer; round at the ends
    [[nodiscard]] QString words() const; ///< what is looked for
    [[nodiscard]] int places() const { return int(m_found.size()); }

Q_SIGNALS:
    void foundAt(parley::MessageId message);
    void closed();

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void retranslate();
    void search();
    void take(const Result<QList<MessageId>> &found);
    void refreshCount();

    ReadWorker &m_worker;
    ConversationId m_conversation;
    QTimer m_pause; ///< of the typing
    int m_asked = 0; ///< which question is the newest
    bool m_searching = false;
    QList<MessageId> m_found; ///< newest first
    qsizetype m_at = 0;

    QLineEdit *m_field = nullptr;
    QLabel *m_count = nullptr;
    QToolButton *m_older = nullptr;
    QToolButton *m_newer = nullptr;
    QToolButton *m_close = nullptr;
};

} // namespace parley::ui
