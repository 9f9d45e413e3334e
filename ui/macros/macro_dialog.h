// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ticket.h"
#include "models/workspace.h"
#include "ui/macros/macro_plan.h"

#include <QDialog>
#include <QList>

#include <optional>

class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;

namespace parley::storage {
class Reader;
}

namespace parley::ui {

class Workspaces;

/// Ctrl+M: type to find a macro, see what it would do to the tickets, Enter does it. Of several accounts, a macro
/// changes the tickets of its own.
class MacroDialog : public QDialog
{
    Q_OBJECT
public:
    MacroDialog(QList<TicketRow> tickets, storage::Reader &reader, Workspaces &workspaces, QWidget *parent = nullptr);

Q_SIGNALS:
    void chosen(const parley::ui::MacroPlan &plan); ///< to be done now

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Offer {
        AccountId account;
        QString accountName;
        Macro macro;
    };
    void build();
    void collect(Workspaces &workspaces);
    void filter();
    void preview();
    void warn();
    void run();
    [[nodiscard]] QList<MacroTarget> targetsOf(const Offer &offer);
    [[nodiscard]] QString nameOf(const Offer &offer) const;

    QList<TicketRow> m_tickets;
    storage::Reader &m_reader;
    Workspaces &m_workspaces;
    QList<Offer> m_offers;
    bool m_severalAccounts = false;
    QHash<TicketId, QHash<QString, QString>> m_values; ///< read when a text first needs them
    MacroPlan m_plan;

    QLineEdit *m_field = nullptr;
    QListWidget *m_list = nullptr;
    QLabel *m_heading = nullptr;
    QListWidget *m_steps = nullptr;
    QLabel *m_warning = nullptr;
    QPushButton *m_run = nullptr;
};

} // namespace parley::ui
