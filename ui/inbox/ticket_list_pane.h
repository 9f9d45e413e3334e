// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/inbox/ticket_list_model.h"
#include "ui/inbox/ticket_list_view.h"
#include "ui/ports.h"

#include <QFrame>
#include <QTimer>

#include <optional>

class QLabel;
class QLineEdit;
class QPushButton;

namespace parley::ui {

class LiveMarks;
class ReadWorker;
class Workspaces;

/// The middle of the desk: the query field, what the list shows and how many, the list, and what to do when it is
/// empty.
class TicketListPane : public QFrame
{
    Q_OBJECT
public:
    TicketListPane(const Ports &ports, ReadWorker &searches, Workspaces &workspaces, const LiveMarks &marks,
        QWidget *parent = nullptr);

    void showView(storage::View view); ///< clears the query
    void showQuery(const QString &query);
    void showSavedView(const SavedView &view); ///< its query, under its name and with what it leaves out
    [[nodiscard]] storage::View view() const { return m_view; }
    [[nodiscard]] QString query() const;
    [[nodiscard]] bool isSavedView() const { return m_saved.has_value(); } ///< until something else is asked for
    void setCount(int tickets); ///< of the view, as the cache keeps it
    void setHasAccounts(bool any); ///< without one the empty list says how to begin
    void focusQuery();

    [[nodiscard]] TicketListModel &model() { return m_model; }
    [[nodiscard]] TicketListView &list() { return *m_list; }

Q_SIGNALS:
    void filterChanged();
    void accountWanted(); ///< the button of the first start

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void retranslate();
    void queryEdited();
    void runQuery();
    void refreshHead();
    void refreshEmpty();
    void showError(const QString &words);

    const Clock &m_clock;
    const LiveMarks &m_marks;
    TicketListModel m_model;
    storage::View m_view = storage::View::NeedsAnswer;
    int m_count = -1;
    bool m_hasAccounts = true;
    bool m_asQuery = false;
    std::optional<SavedView> m_saved;
    QTimer m_typed; ///< a moment after the last key, so that a word is searched once
    QTimer m_minute; ///< waiting times grow while the window is seen

    QLineEdit *m_query = nullptr;
    QLabel *m_error = nullptr;
    QLabel *m_leftOut = nullptr;
    QLabel *m_title = nullptr;
    QLabel *m_summary = nullptr;
    TicketListView *m_list = nullptr;
    QWidget *m_empty = nullptr;
    QLabel *m_emptyWords = nullptr;
    QPushButton *m_begin = nullptr;
};

} // namespace parley::ui
