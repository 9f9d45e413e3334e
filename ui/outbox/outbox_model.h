// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/account.h"
#include "models/changes.h"
#include "models/command.h"

#include <QAbstractTableModel>
#include <QHash>
#include <QList>

#include <optional>

namespace parley::storage {
class Reader;
}

namespace parley::ui {

/// What a row is in one word, its kind of action and its trouble, as the agent reads them.
[[nodiscard]] QString outboxStateWord(const OutboxRow &row);
[[nodiscard]] QString outboxKindWord(const QString &kind);
[[nodiscard]] QString heldWords(HeldReason reason);

/// The unsettled rows, oldest first. Follows Changes row by row; never resets after the first load.
class OutboxModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { StateColumn, CustomerColumn, WhatColumn, AttemptsColumn, NextColumn, TroubleColumn, ColumnCount };

    OutboxModel(storage::Reader &reader, const Clock &clock, QObject *parent = nullptr);

    void applyChanges(const Changes &changes);
    /// The attachments of a row are on their way: bytes.
    void setUpload(OutboxId row, qint64 done, qint64 total);
    void retranslate();
    [[nodiscard]] std::optional<OutboxRow> rowAt(const QModelIndex &index) const;
    [[nodiscard]] QModelIndex indexOf(OutboxId id) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void update(OutboxId id);
    [[nodiscard]] QString text(const OutboxRow &row, Column column) const;

    storage::Reader &m_reader;
    const Clock &m_clock;
    QList<OutboxRow> m_rows; ///< ascending by id, which is the order of writing
    QHash<AccountId, QString> m_accounts; ///< names
    struct Upload {
        qint64 done = 0;
        qint64 total = 0;
    };
    QHash<OutboxId, Upload> m_uploads; ///< of rows that are being sent
};

} // namespace parley::ui
