// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/account.h"
#include "models/changes.h"
#include "storage/reader.h"
#include "ui/ports.h"

#include <QAbstractListModel>
#include <QListView>
#include <QStyledItemDelegate>

namespace parley::ui {

class Workspaces;

/// Views with their kept counts, then those that the teams saved on their servers, then the accounts with where each
/// stands.
class SidebarModel : public QAbstractListModel
{
    Q_OBJECT
public:
    enum class Kind { Brand, Heading, View, Team, SavedView, Account };
    enum class Group { Views, Saved, Accounts };
    struct Row {
        Kind kind = Kind::Heading;
        Group group = Group::Views; ///< of a heading
        storage::View view = storage::View::AllOpen;
        int count = 0;
        SavedView saved{}; ///< query: of this account's tickets only
        Account account{}; ///< of a Team heading and a saved view, too
        AccountStatus status{};
    };

    SidebarModel(storage::Reader &reader, Workspaces &workspaces, const Clock &clock, QObject *parent = nullptr);

    [[nodiscard]] const Row &row(int row) const { return m_rows.at(row); }
    [[nodiscard]] int rowOf(storage::View view) const;
    [[nodiscard]] int rowOf(AccountId account, const QString &savedView) const; ///< -1: not there
    [[nodiscard]] int countOf(storage::View view) const;
    [[nodiscard]] bool hasAccounts() const;
    [[nodiscard]] QString words(int row) const; ///< what stands there: a name
    /// Of an account that is not online: what the matter is, and when it is tried again. A line each; else empty.
    [[nodiscard]] QStringList trouble(int row) const;
    void reload(); ///< saved views, accounts and counts
    void retranslate();

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

public Q_SLOTS:
    void applyChanges(const parley::Changes &changes);
    void setStatus(parley::AccountId account, const parley::AccountStatus &status);

Q_SIGNALS:
    void countsChanged();

private:
    void readCounts();
    [[nodiscard]] QList<Row> savedRows() const;
    [[nodiscard]] QList<Row> accountRows() const;
    [[nodiscard]] QString tip(int row) const;

    storage::Reader &m_reader;
    Workspaces &m_workspaces;
    const Clock &m_clock;
    QList<Row> m_rows;
};

class SidebarDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    explicit SidebarDelegate(const SidebarModel &model, QObject *parent = nullptr);
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintAccount(QPainter *painter, const QFont &font, QRect &text, int row, const QPalette &palette) const;

    const SidebarModel &m_model;
};

class Sidebar : public QListView
{
    Q_OBJECT
public:
    Sidebar(const Ports &ports, Workspaces &workspaces, QWidget *parent = nullptr);

    [[nodiscard]] SidebarModel &rows() { return m_model; }
    void select(storage::View view); ///< without viewChosen()

Q_SIGNALS:
    void viewChosen(parley::storage::View view);
    void savedViewChosen(const parley::SavedView &view);
    void accountChosen(parley::AccountId account);

protected:
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void rowsAboutToBeRemoved(const QModelIndex &parent, int start, int end) override;
    void rowsInserted(const QModelIndex &parent, int start, int end) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void choose(const QModelIndex &index);

    SidebarModel m_model;
    SidebarModel::Row m_kept; ///< the current row while rows are made anew
    bool m_silent = false;
};

} // namespace parley::ui
