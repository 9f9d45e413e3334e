// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inbox/sidebar.h"

#include "models/display_text.h"
#include "ui/accounts/account_words.h"
#include "ui/common/theme.h"
#include "ui/common/time_words.h"
#include "ui/inbox/ticket_words.h"

#include <QFontMetrics>
#include <QKeyEvent>
#include <QLocale>
#include <QPainter>
#include <QScopedValueRollback>

#include <algorithm>
#include <array>

namespace parley::ui {

namespace {
constexpr std::array kViews{storage::View::NeedsAnswer, storage::View::Mine, storage::View::Unassigned,
    storage::View::WaitingForCustomer, storage::View::Snoozed, storage::View::AllOpen, storage::View::Resolved};
constexpr int kNameLength = 60;
} // namespace

// ---------------------------------------------------------------------------------------------------------- model

SidebarModel::SidebarModel(storage::Reader &reader, const Clock &clock, QObject *parent)
    : QAbstractListModel(parent)
    , m_reader(reader)
    , m_clock(clock)
{
    m_rows.append({.kind = Kind::Brand});
    m_rows.append({.kind = Kind::Heading});
    for (const storage::View view : kViews)
        m_rows.append({.kind = Kind::View, .view = view});
    reload();
}

void SidebarModel::reload()
{
    const auto accounts = m_reader.accounts();
    if (!accounts)
        return;
    const int first = 2 + int(kViews.size());
    if (rowCount() > first) {
        beginRemoveRows({}, first, rowCount() - 1);
        m_rows.resize(first);
        endRemoveRows();
    }
    if (!accounts->isEmpty()) {
        beginInsertRows({}, first, first + int(accounts->size()));
        m_rows.append({.kind = Kind::Heading, .view = storage::View::AllOpen, .count = 1}); // the second heading
        for (const Account &account : *accounts) {
            const auto status = m_reader.accountStatus(account.id);
            m_rows.append({.kind = Kind::Account, .account = account, .status = status ? *status : AccountStatus{}});
        }
        endInsertRows();
    }
    readCounts();
}

void SidebarModel::readCounts()
{
    for (int at = 0; at < rowCount(); ++at) {
        Row &row = m_rows[at];
        if (row.kind != Kind::View)
            continue;
        const auto count = m_reader.count(row.view);
        if (count && *count != row.count) {
            row.count = *count;
            Q_EMIT dataChanged(index(at), index(at));
        }
    }
    Q_EMIT countsChanged();
}

void SidebarModel::applyChanges(const Changes &changes)
{
    if (!changes.accounts.isEmpty()) {
        // A status is told apart by setStatus(); rows are made anew only when accounts came or went.
        const auto accounts = m_reader.accounts();
        QStringList was;
        QStringList now;
        for (const Row &row : m_rows) {
            if (row.kind == Kind::Account)
                was += row.account.name;
        }
        for (const Account &account : accounts ? *accounts : QList<Account>{})
            now += account.name;
        if (accounts && was != now)
            reload();
    }
    if (changes.counts || !changes.tickets.isEmpty())
        readCounts();
}

void SidebarModel::setStatus(AccountId account, const AccountStatus &status)
{
    for (int at = 0; at < rowCount(); ++at) {
        if (m_rows.at(at).kind == Kind::Account && m_rows.at(at).account.id == account) {
            const bool grows = m_rows.at(at).status.state != status.state;
            m_rows[at].status = status;
            Q_EMIT dataChanged(index(at), index(at));
            if (grows)
                Q_EMIT layoutChanged(); // a second line comes or goes
        }
    }
}

int SidebarModel::rowOf(storage::View view) const
{
    for (int at = 0; at < rowCount(); ++at) {
        if (m_rows.at(at).kind == Kind::View && m_rows.at(at).view == view)
            return at;
    }
    return -1;
}

int SidebarModel::countOf(storage::View view) const
{
    const int row = rowOf(view);
    return row < 0 ? 0 : m_rows.at(row).count;
}

bool SidebarModel::hasAccounts() const
{
    return std::ranges::any_of(m_rows, [](const Row &row) { return row.kind == Kind::Account; });
}

QString SidebarModel::words(int at) const
{
    const Row &row = m_rows.at(at);
    switch (row.kind) {
    case Kind::Brand:
        return QStringLiteral("Parley");
    case Kind::Heading:
        return row.count == 0 ? tr("Views") : tr("Accounts");
    case Kind::View:
        return viewName(row.view);
    case Kind::Account:
        break;
    }
    return safeForDisplay(row.account.name, kNameLength);
}

QString SidebarModel::trouble(int at) const
{
    const Row &row = m_rows.at(at);
    if (row.kind != Kind::Account || row.status.state == AccountState::Online)
        return {};
    const QString state = stateWord(row.status.state);
    return row.status.nextTry ? tr("%1, next try %2").arg(state, clockTime(*row.status.nextTry)) : state;
}

void SidebarModel::retranslate()
{
    Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

int SidebarModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant SidebarModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const Row &row = m_rows.at(index.row());
    if (role == Qt::DisplayRole)
        return words(index.row());
    if (role == Qt::AccessibleTextRole) {
        if (row.kind == Kind::View)
            return tr("%1, %n ticket(s)", nullptr, row.count).arg(words(index.row()));
        if (row.kind == Kind::Account)
            return QString(row.account.name + u", " + statusWords(row.status, m_clock.now()));
        return words(index.row());
    }
    if (role == Qt::ToolTipRole && row.kind == Kind::Account)
        return statusWords(row.status, m_clock.now());
    return {};
}

Qt::ItemFlags SidebarModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return {};
    const Kind kind = m_rows.at(index.row()).kind;
    if (kind == Kind::View || kind == Kind::Account)
        return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
    return Qt::ItemNeverHasChildren;
}

// ------------------------------------------------------------------------------------------------------- delegate

SidebarDelegate::SidebarDelegate(const SidebarModel &model, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_model(model)
{
}

QSize SidebarDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const int line = QFontMetrics(option.font).height();
    switch (m_model.row(index.row()).kind) {
    case SidebarModel::Kind::Brand:
        return {100, line + 22};
    case SidebarModel::Kind::Heading:
        return {100, line + 18};
    case SidebarModel::Kind::Account:
        if (!m_model.trouble(index.row()).isEmpty())
            return {100, line + 12 + QFontMetrics(resized(option.font, -1)).height()};
        break;
    case SidebarModel::Kind::View:
        break;
    }
    return {100, line + 10};
}

void SidebarDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Tokens &tokens = tokensFor(option.palette);
    const SidebarModel::Row &row = m_model.row(index.row());
    const bool selected = option.state.testFlag(QStyle::State_Selected) && row.kind == SidebarModel::Kind::View;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QRect pill = option.rect.adjusted(8, 1, -8, -1);
    if (selected || (option.state.testFlag(QStyle::State_MouseOver) && row.kind == SidebarModel::Kind::View)) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(selected ? tokens.selection : tokens.chip);
        painter->drawRoundedRect(pill, 6, 6);
    }
    if (option.state.testFlag(QStyle::State_HasFocus) && option.state.testFlag(QStyle::State_Active)) {
        painter->setPen(QPen(tokens.accent, 1));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(QRectF(pill).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
    }
    QFont font = option.font;
    QColor colour = tokens.text;
    QRect text = pill.adjusted(8, 0, -8, 0);
    if (row.kind == SidebarModel::Kind::Brand) {
        font = resized(bold(font), 2);
    } else if (row.kind == SidebarModel::Kind::Heading) {
        font = resized(bold(font), -1.5);
        colour = tokens.dim;
        text.setTop(text.top() + 6);
    } else if (row.kind == SidebarModel::Kind::Account) {
        const int dot = 8;
        painter->setPen(Qt::NoPen);
        painter->setBrush(stateColour(row.status.state, tokens));
        painter->drawEllipse(text.left(), text.top() + (QFontMetrics(font).height() + 8 - dot) / 2, dot, dot);
        text.setLeft(text.left() + dot + 8);
        colour = tokens.dim;
        if (const QString trouble = m_model.trouble(index.row()); !trouble.isEmpty()) {
            const QFont small = resized(font, -1);
            painter->setFont(small);
            painter->setPen(stateColour(row.status.state, tokens));
            painter->drawText(text.adjusted(0, 0, 0, -3), Qt::AlignLeft | Qt::AlignBottom | Qt::TextSingleLine,
                QFontMetrics(small).elidedText(trouble, Qt::ElideRight, text.width()));
            text.setHeight(QFontMetrics(font).height() + 6);
        }
    } else {
        QFont number = selected ? bold(font) : font;
        const QString count = row.count > 0 ? QLocale().toString(row.count) : QString();
        painter->setFont(number);
        painter->setPen(selected ? tokens.accent : tokens.dim);
        painter->drawText(text, Qt::AlignRight | Qt::AlignVCenter, count);
        text.setRight(text.right() - QFontMetrics(number).horizontalAdvance(count) - 6);
        if (selected)
            font = bold(font);
    }
    painter->setFont(font);
    painter->setPen(colour);
    painter->drawText(text, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
        QFontMetrics(font).elidedText(m_model.words(index.row()), Qt::ElideRight, text.width()));
    painter->restore();
}

// ----------------------------------------------------------------------------------------------------------- view

Sidebar::Sidebar(const Ports &ports, QWidget *parent)
    : QListView(parent)
    , m_model(ports.reader, ports.clock)
{
    setObjectName(QStringLiteral("sidebar"));
    setFrameShape(QFrame::NoFrame);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setEditTriggers(NoEditTriggers);
    setMouseTracking(true);
    viewport()->setBackgroundRole(QPalette::Window);
    setItemDelegate(new SidebarDelegate(m_model, this));
    setModel(&m_model);
    setAccessibleName(tr("Views and accounts"));
    connect(this, &QAbstractItemView::clicked, this, [this](const QModelIndex &index) {
        const SidebarModel::Row &row = m_model.row(index.row());
        if (row.kind == SidebarModel::Kind::Account)
            Q_EMIT accountChosen(row.account.id);
    });
}

void Sidebar::select(storage::View view)
{
    const QScopedValueRollback silent(m_silent, true);
    setCurrentIndex(m_model.index(m_model.rowOf(view)));
}

void Sidebar::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QListView::currentChanged(current, previous);
    if (m_silent || !current.isValid())
        return;
    const SidebarModel::Row &row = m_model.row(current.row());
    if (row.kind == SidebarModel::Kind::View)
        Q_EMIT viewChosen(row.view);
}

void Sidebar::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && currentIndex().isValid()) {
        const SidebarModel::Row &row = m_model.row(currentIndex().row());
        if (row.kind == SidebarModel::Kind::Account)
            Q_EMIT accountChosen(row.account.id);
        else if (row.kind == SidebarModel::Kind::View)
            Q_EMIT viewChosen(row.view);
        return;
    }
    if (!event->text().isEmpty() && event->text().at(0).isPrint()) {
        event->ignore(); // no type-ahead: single letters are the desk's keys
        return;
    }
    QListView::keyPressEvent(event);
}

void Sidebar::changeEvent(QEvent *event)
{
    QListView::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        setAccessibleName(tr("Views and accounts"));
        m_model.retranslate();
    }
    if (event->type() == QEvent::FontChange)
        scheduleDelayedItemsLayout();
}

} // namespace parley::ui
