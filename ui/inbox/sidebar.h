// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/account.h"
#include "models/changes.h"
#include "storage/reader.h"
#include "ui/ports.h"

#include <QAbstractListModel>
#include <QHash>
#include <QListView>
#include <QStyledItemDelegate>

namespace parley::ui {

/// Views with their kept counts, then the accounts with where each stands.
class SidebarModel : public QAbstractListModel
{
    Q_OBJECT
public:
    enum class Kind { Brand, Heading, View, Account };
    struct Row {
        Kind kind = Kind::Heading;
        storage::View view = storage::View::AllOpen;
        int count = 0;
        Account account{};
        AccountStatus status{};
    };

    explicit SidebarModel(storage::Reader &reader, const Clock &clock, QObject *parent = nullptr);

    [[nodiscard]] const Row &row(int row) const { return m_rows.at(row); }
    [[nodiscard]] int rowOf(storage::View view) const;
    [[nodiscard]] int countOf(storage::View view) const;
    [[nodiscard]] bool hasAccounts() const;
    [[nodiscard]] QString words(int row) const; ///< what stands there: a name
    [[nodiscard]] QString trouble(int row) const; ///< of an account that is not online: what it is; else empty
    void reload(); ///< accounts and counts
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

    storage::Reader &m_reader;
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
    const SidebarModel &m_model;
};

class Sidebar : public QListView
{
    Q_OBJECT
public:
    Sidebar(const Ports &ports, QWidget *parent = nullptr);

    [[nodiscard]] SidebarModel &rows() { return m_model; }
    void select(storage::View view); ///< without viewChosen()

Q_SIGNALS:
    void viewChosen(parley::storage::View view);
    void accountChosen(parley::AccountId account);

protected:
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    SidebarModel m_model;
    bool m_silent = false;
};

} // namespace parley::ui
