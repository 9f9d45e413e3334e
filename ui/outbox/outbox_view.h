// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/account.h"
#include "models/changes.h"
#include "models/command.h"
#include "models/result.h"

#include <QFuture>
#include <QWidget>

#include <optional>

class QLabel;
class QPlainTextEdit;
class QPushButton;
class QTreeView;

namespace parley::sync {
class Engine;
}
namespace parley::storage {
class Reader;
}

namespace parley::ui {

class OutboxModel;

/// What has not been sent: why, when it is tried next, and what the agent can do about it. A held reply shows what came
/// into the thread after it was written.
class OutboxView : public QWidget
{
    Q_OBJECT
public:
    OutboxView(sync::Engine &engine, storage::Reader &reader, const Clock &clock, QWidget *parent = nullptr);

    void select(OutboxId row);

Q_SIGNALS:
    void ticketRequested(parley::TicketId ticket);
    void closeRequested(); ///< Esc

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void build();
    QWidget *buildDetail();
    void retranslate();
    void refresh();
    void refreshButtons(const std::optional<OutboxRow> &row);
    void act(QFuture<Result<void>> future);
    void beginEdit();
    void endEdit(bool keep);
    void onChanged(const Changes &changes);
    [[nodiscard]] std::optional<OutboxRow> current() const;
    [[nodiscard]] QString newInThread(const OutboxRow &row);
    [[nodiscard]] QString wholeText(const OutboxRow &row);

    sync::Engine &m_engine;
    storage::Reader &m_reader;
    const Clock &m_clock;
    OutboxModel *m_model = nullptr;
    OutboxId m_shown;
    bool m_editing = false;

    QLabel *m_title = nullptr;
    QLabel *m_empty = nullptr;
    QTreeView *m_tree = nullptr;
    QWidget *m_detail = nullptr;
    QLabel *m_reason = nullptr;
    QLabel *m_newHeading = nullptr;
    QLabel *m_new = nullptr;
    QLabel *m_textHeading = nullptr;
    QPlainTextEdit *m_text = nullptr;
    QLabel *m_trouble = nullptr;
    QPushButton *m_open = nullptr;
    QPushButton *m_edit = nullptr;
    QPushButton *m_discard = nullptr;
    QPushButton *m_send = nullptr;
};

} // namespace parley::ui
