// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/outbox/outbox_model.h"

#include "models/display_text.h"
#include "storage/reader.h"
#include "ui/common/size_words.h"
#include "ui/common/time_words.h"
#include "ui/common/tip.h"
#include "ui/common/tokens.h"

#include <QColor>
#include <QGuiApplication>
#include <QLocale>
#include <QPalette>

#include <algorithm>

namespace parley::ui {

namespace {

constexpr int kNameLength = 60;
constexpr int kMostRows = 5000; ///< an outbox this long is a network that was away for weeks

bool isSettled(const OutboxRow &row)
{
    return row.state == OutboxState::Sent;
}

QColor stateColourOf(const OutboxRow &row)
{
    const QPalette palette = QGuiApplication::palette();
    const Tokens &tokens = tokensFor(palette);
    switch (row.state) {
    case OutboxState::Held:
        return tokens.watch;
    case OutboxState::Failed:
        return tokens.missed;
    default:
        return tokens.dim;
    }
}

} // namespace

QString outboxStateWord(const OutboxRow &row)
{
    switch (row.state) {
    case OutboxState::Queued:
        return row.attempts > 0 ? OutboxModel::tr("will be tried again") : OutboxModel::tr("waits to be sent");
    case OutboxState::Sending:
        return OutboxModel::tr("being sent");
    case OutboxState::Sent:
        return OutboxModel::tr("sent");
    case OutboxState::Held:
        return OutboxModel::tr("held");
    case OutboxState::Failed:
        return OutboxModel::tr("failed");
    }
    return {};
}

QString outboxKindWord(const QString &kind)
{
    if (kind == u"reply")
        return OutboxModel::tr("Reply");
    if (kind == u"note")
        return OutboxModel::tr("Note");
    if (kind == u"status")
        return OutboxModel::tr("Status");
    if (kind == u"assign")
        return OutboxModel::tr("Assignee");
    if (kind == u"tags")
        return OutboxModel::tr("Tags");
    if (kind == u"priority")
        return OutboxModel::tr("Priority");
    if (kind == u"answered")
        return OutboxModel::tr("No answer needed");
    if (kind == u"edit")
        return OutboxModel::tr("Edit");
    if (kind == u"delete")
        return OutboxModel::tr("Deletion");
    if (kind == u"read")
        return OutboxModel::tr("Seen mark");
    if (kind == u"unread")
        return OutboxModel::tr("Unseen mark");
    if (kind == u"team")
        return OutboxModel::tr("Team");
    if (kind == u"mute")
        return OutboxModel::tr("Muting");
    if (kind == u"macro")
        return OutboxModel::tr("Macro");
    return kind;
}

QString heldWords(HeldReason reason)
{
    switch (reason) {
    case HeldReason::None:
        return {};
    case HeldReason::ThreadMovedOn:
        return OutboxModel::tr("The thread has moved on since you wrote this.");
    case HeldReason::MayHaveArrived:
        return OutboxModel::tr(
            "It may have arrived: the answer to the sending was lost, and the platform cannot tell.");
    case HeldReason::AccountRefused:
        return OutboxModel::tr("The platform refuses the account's sign-in.");
    }
    return {};
}

OutboxModel::OutboxModel(storage::Reader &reader, const Clock &clock, QObject *parent)
    : QAbstractTableModel(parent)
    , m_reader(reader)
    , m_clock(clock)
{
    if (auto rows = m_reader.outbox(kMostRows))
        m_rows = *std::move(rows);
    std::ranges::sort(m_rows, {}, &OutboxRow::id);
    if (const auto accounts = m_reader.accounts()) {
        for (const Account &account : *accounts)
            m_accounts.insert(account.id, account.name);
    }
}

void OutboxModel::applyChanges(const Changes &changes)
{
    QList<OutboxId> ids(changes.outbox.cbegin(), changes.outbox.cend());
    std::ranges::sort(ids);
    for (const OutboxId id : std::as_const(ids))
        update(id);
    if (changes.accounts.isEmpty())
        return;
    const auto accounts = m_reader.accounts();
    if (!accounts)
        return;
    m_accounts.clear();
    for (const Account &account : *accounts)
        m_accounts.insert(account.id, account.name);
    // An account that was removed took its rows along.
    for (int i = static_cast<int>(m_rows.size()) - 1; i >= 0; --i) {
        if (!m_accounts.contains(m_rows[i].account))
            update(m_rows[i].id);
    }
}

void OutboxModel::update(OutboxId id)
{
    const auto read = m_reader.outboxRow(id);
    if (!read && read.error().kind != ErrorKind::NotFound)
        return; // the cache could not be read: what is shown is the last that is known
    const std::optional<OutboxRow> row = read ? *read : std::nullopt;
    const auto place = std::ranges::lower_bound(m_rows, id, {}, &OutboxRow::id);
    const int at = static_cast<int>(place - m_rows.begin());
    const bool known = place != m_rows.end() && place->id == id;
    const bool wanted = row && !isSettled(*row);
    if (!row || row->state != OutboxState::Sending)
        m_uploads.remove(id);
    if (known && !wanted) {
        beginRemoveRows({}, at, at);
        m_rows.removeAt(at);
        endRemoveRows();
    } else if (known) {
        m_rows[at] = *row;
        Q_EMIT dataChanged(index(at, 0), index(at, ColumnCount - 1));
    } else if (wanted) {
        beginInsertRows({}, at, at);
        m_rows.insert(at, *row);
        endInsertRows();
    }
}

void OutboxModel::setUpload(OutboxId row, qint64 done, qint64 total)
{
    const QModelIndex at = indexOf(row);
    if (!at.isValid() || total <= 0 || m_rows.at(at.row()).state != OutboxState::Sending)
        return;
    m_uploads.insert(row, {done, total});
    Q_EMIT dataChanged(at, at, {Qt::DisplayRole, Qt::AccessibleTextRole, Qt::ToolTipRole});
}

void OutboxModel::retranslate()
{
    if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(static_cast<int>(m_rows.size()) - 1, ColumnCount - 1));
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
}

std::optional<OutboxRow> OutboxModel::rowAt(const QModelIndex &index) const
{
    if (!index.isValid() || index.row() >= m_rows.size())
        return std::nullopt;
    return m_rows[index.row()];
}

QModelIndex OutboxModel::indexOf(OutboxId id) const
{
    const auto place = std::ranges::lower_bound(m_rows, id, {}, &OutboxRow::id);
    if (place == m_rows.end() || place->id != id)
        return {};
    return index(static_cast<int>(place - m_rows.begin()), 0);
}

int OutboxModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int OutboxModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString OutboxModel::text(const OutboxRow &row, Column column) const
{
    switch (column) {
    case StateColumn:
        if (const auto upload = m_uploads.constFind(row.id); upload != m_uploads.constEnd())
            return u"● " + outboxStateWord(row) + u" · " + uploadWords(upload->done, upload->total);
        return QStringLiteral("● ") + outboxStateWord(row);
    case CustomerColumn:
        return QStringLiteral("%1 · %2").arg(
            safeForDisplay(row.contactName, kNameLength), m_accounts.value(row.account));
    case WhatColumn:
        return QStringLiteral("%1: %2").arg(outboxKindWord(row.kind), row.summary);
    case AttemptsColumn:
        return QLocale().toString(row.attempts);
    case NextColumn:
        return row.nextAttempt && row.state == OutboxState::Queued ? untilTime(*row.nextAttempt, m_clock.now())
                                                                   : QString();
    case TroubleColumn:
        return row.error.isEmpty() ? heldWords(row.heldReason) : row.error;
    case ColumnCount:
        break;
    }
    return {};
}

QVariant OutboxModel::data(const QModelIndex &index, int role) const
{
    const auto row = rowAt(index);
    if (!row)
        return {};
    const auto column = static_cast<Column>(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return text(*row, column);
    case Qt::ToolTipRole:
        return column == AttemptsColumn ? QVariant() : QVariant(plainTip(text(*row, column)));
    case Qt::ForegroundRole:
        return column == StateColumn ? QVariant(stateColourOf(*row)) : QVariant();
    case Qt::TextAlignmentRole:
        return column == AttemptsColumn ? QVariant(int(Qt::AlignRight | Qt::AlignVCenter)) : QVariant();
    case Qt::AccessibleTextRole:
        return text(*row, column);
    default:
        return {};
    }
}

QVariant OutboxModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (static_cast<Column>(section)) {
    case StateColumn:
        return tr("State");
    case CustomerColumn:
        return tr("Customer");
    case WhatColumn:
        return tr("What");
    case AttemptsColumn:
        return tr("Attempts");
    case NextColumn:
        return tr("Next");
    case TroubleColumn:
        return tr("What happened");
    case ColumnCount:
        break;
    }
    return {};
}

} // namespace parley::ui
