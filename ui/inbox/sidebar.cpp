// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inbox/sidebar.h"

#include "models/display_text.h"
#include "ui/accounts/account_words.h"
#include "ui/common/theme.h"
#include "ui/common/time_words.h"
#include "ui/common/tip.h"
#include "ui/common/workspaces.h"
#include "ui/inbox/ticket_words.h"

#include <QFontMetrics>
#include <QKeyEvent>
#include <QLocale>
#include <QPainter>
#include <QScopedValueRollback>

#include <algorithm>
#include <array>
#include <utility>

namespace parley::ui {

namespace {
constexpr std::array kViews{storage::View::NeedsAnswer, storage::View::Mine, storage::View::Unassigned,
    storage::View::WaitingForCustomer, storage::View::Snoozed, storage::View::AllOpen, storage::View::Resolved};
constexpr int kNameLength = 60;
constexpr int kDot = 8; ///< an account's
constexpr int kAside = 2 * 8 + 2 * 8 + kDot + 8; ///< pixels beside an account's words

/// What the matter is may take two lines: where the window is narrow, its end is what tells.
int heightOf(const QString &words, const QFontMetrics &metrics, int width)
{
    if (width <= 0)
        return metrics.height();
    const int whole = metrics.boundingRect(QRect(0, 0, width, 1000), Qt::TextWordWrap, words).height();
    return whole > metrics.height() ? 2 * metrics.lineSpacing() : metrics.height();
}

/// A saved view is of its own server's tickets; here there are others beside them.
QString withinAccount(const QString &query, const QString &account)
{
    const auto parsed = parseQuery(query, Timestamp{});
    const bool told = parsed && std::ranges::any_of(parsed->terms, [](const QueryTerm &term) {
        return term.field == QueryTerm::Field::From;
    });
    if (told)
        return query;
    const QString from = account.contains(u'"') ? QStringLiteral("from:«%1»") : QStringLiteral("from:\"%1\"");
    return QString(from.arg(account) + u' ' + query).trimmed();
}
} // namespace

// ---------------------------------------------------------------------------------------------------------- model

SidebarModel::SidebarModel(storage::Reader &reader, Workspaces &workspaces, const Clock &clock, QObject *parent)
    : QAbstractListModel(parent)
    , m_reader(reader)
    , m_workspaces(workspaces)
    , m_clock(clock)
{
    m_rows.append({.kind = Kind::Brand});
    m_rows.append({.kind = Kind::Heading, .group = Group::Views});
    for (const storage::View view : kViews)
        m_rows.append({.kind = Kind::View, .view = view});
    reload();
}

/// Under a heading; where several accounts have some, each under its account's name.
QList<SidebarModel::Row> SidebarModel::savedRows() const
{
    QList<Row> rows;
    const QList<Account> accounts = m_workspaces.accounts();
    const auto viewsOf = [this](const Account &account) {
        return m_workspaces.of(account.id).views.value_or(QList<SavedView>());
    };
    const auto teams =
        std::ranges::count_if(accounts, [&](const Account &account) { return !viewsOf(account).isEmpty(); });
    for (const Account &account : accounts) {
        const QList<SavedView> views = viewsOf(account);
        if (views.isEmpty())
            continue;
        if (rows.isEmpty())
            rows.append({.kind = Kind::Heading, .group = Group::Saved});
        if (teams > 1)
            rows.append({.kind = Kind::Team, .account = account});
        for (SavedView view : views) {
            if (accounts.size() > 1 || view.query.trimmed().isEmpty()) // an empty query would ask for nothing
                view.query = withinAccount(view.query, account.name);
            rows.append({.kind = Kind::SavedView, .saved = view, .account = account});
        }
    }
    return rows;
}

QList<SidebarModel::Row> SidebarModel::accountRows() const
{
    QList<Row> rows;
    const QList<Account> accounts = m_workspaces.accounts();
    if (!accounts.isEmpty())
        rows.append({.kind = Kind::Heading, .group = Group::Accounts});
    for (const Account &account : accounts) {
        const auto status = m_reader.accountStatus(account.id);
        rows.append({.kind = Kind::Account, .account = account, .status = status ? *status : AccountStatus{}});
    }
    return rows;
}

void SidebarModel::reload()
{
    const int first = 2 + int(kViews.size());
    if (rowCount() > first) {
        beginRemoveRows({}, first, rowCount() - 1);
        m_rows.resize(first);
        endRemoveRows();
    }
    const QList<Row> rows = savedRows() + accountRows();
    if (!rows.isEmpty()) {
        beginInsertRows({}, first, first + int(rows.size()) - 1);
        m_rows += rows;
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
    if (!changes.accounts.isEmpty() || !changes.workspaces.isEmpty()) {
        // A status is told apart by setStatus(); rows are made anew only when accounts or saved views came or went.
        const auto same = [](const Row &was, const Row &now) {
            return was.kind == now.kind && was.account.id == now.account.id && was.account.name == now.account.name
                && was.saved == now.saved;
        };
        const QList<Row> now = savedRows() + accountRows();
        const QList<Row> was = m_rows.mid(2 + qsizetype(kViews.size()));
        if (!std::ranges::equal(was, now, same))
            reload();
    }
    if (changes.counts || !changes.tickets.isEmpty())
        readCounts();
}

void SidebarModel::setStatus(AccountId account, const AccountStatus &status)
{
    for (int at = 0; at < rowCount(); ++at) {
        if (m_rows.at(at).kind == Kind::Account && m_rows.at(at).account.id == account) {
            const QStringList before = trouble(at);
            m_rows[at].status = status;
            Q_EMIT dataChanged(index(at), index(at));
            if (trouble(at) != before)
                Q_EMIT layoutChanged(); // lines come or go
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

int SidebarModel::rowOf(AccountId account, const QString &savedView) const
{
    for (int at = 0; at < rowCount(); ++at) {
        const Row &row = m_rows.at(at);
        if (row.kind == Kind::SavedView && row.account.id == account && row.saved.name == savedView)
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
        return row.group == Group::Views ? tr("Views") : row.group == Group::Saved ? tr("Saved") : tr("Accounts");
    case Kind::View:
        return viewName(row.view);
    case Kind::SavedView:
        return safeForDisplay(row.saved.name, kNameLength);
    case Kind::Team:
    case Kind::Account:
        break;
    }
    return safeForDisplay(row.account.name, kNameLength);
}

QStringList SidebarModel::trouble(int at) const
{
    const Row &row = m_rows.at(at);
    if (row.kind != Kind::Account || row.status.state == AccountState::Online)
        return {};
    QStringList lines{troubleWords(row.status)};
    if (row.status.nextTry)
        lines += tr("next try %1").arg(untilTime(*row.status.nextTry, m_clock.now()));
    return lines;
}

QString SidebarModel::tip(int at) const
{
    const Row &row = m_rows.at(at);
    if (row.kind == Kind::SavedView) {
        QStringList lines{row.saved.query};
        if (!row.saved.leftOut.isEmpty())
            lines += leftOutWords(row.saved);
        return plainTip(lines.join(u'\n'));
    }
    if (row.kind != Kind::Account)
        return {};
    QStringList lines{statusWords(row.status, m_clock.now())};
    if (row.status.state != AccountState::Online && !row.status.detail.isEmpty())
        lines += row.status.detail;
    return plainTip(lines.join(u'\n'));
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
    if (role == Qt::ToolTipRole)
        return tip(index.row());
    if (role != Qt::AccessibleTextRole)
        return {};
    if (row.kind == Kind::View)
        return tr("%1, %n ticket(s)", nullptr, row.count).arg(words(index.row()));
    if (row.kind == Kind::SavedView)
        return tr("%1, saved view of %2").arg(words(index.row()), safeForDisplay(row.account.name, kNameLength));
    if (row.kind == Kind::Account) {
        const bool quiet = row.status.state == AccountState::Online || row.status.detail.isEmpty();
        const QString state = statusWords(row.status, m_clock.now());
        const QString all = quiet ? state : QStringLiteral("%1. %2").arg(state, row.status.detail);
        return QStringLiteral("%1, %2").arg(row.account.name, all);
    }
    return words(index.row());
}

Qt::ItemFlags SidebarModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return {};
    const Kind kind = m_rows.at(index.row()).kind;
    if (kind == Kind::View || kind == Kind::SavedView || kind == Kind::Account)
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
    case SidebarModel::Kind::Team:
        return {100, line + 6};
    case SidebarModel::Kind::Account: {
        const QStringList trouble = m_model.trouble(index.row());
        const QFontMetrics small(resized(option.font, -1));
        const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
        const int width = view ? view->viewport()->width() - kAside : 0;
        int height = line + 10 + (trouble.isEmpty() ? 0 : 2);
        for (const QString &words : trouble)
            height += heightOf(words, small, width);
        return {100, height};
    }
    case SidebarModel::Kind::View:
    case SidebarModel::Kind::SavedView:
        break;
    }
    return {100, line + 10};
}

void SidebarDelegate::paintAccount(
    QPainter *painter, const QFont &font, QRect &text, int at, const QPalette &palette) const
{
    const Tokens &tokens = tokensFor(palette);
    const AccountState state = m_model.row(at).status.state;
    painter->setPen(Qt::NoPen);
    painter->setBrush(stateColour(state, tokens));
    const int line = QFontMetrics(font).height();
    painter->drawEllipse(text.left(), text.top() + (line + 8 - kDot) / 2, kDot, kDot);
    text.setLeft(text.left() + kDot + 8);
    const QStringList trouble = m_model.trouble(at);
    if (trouble.isEmpty())
        return;
    const QFont small = resized(font, -1);
    const QFontMetrics metrics(small);
    painter->setFont(small);
    painter->setPen(stateColour(state, tokens));
    QRect under(text.left(), text.top() + line + 5, text.width(), metrics.height());
    for (const QString &words : trouble) {
        under.setHeight(heightOf(words, metrics, under.width()));
        if (under.height() > metrics.height())
            painter->drawText(under, Qt::AlignLeft | Qt::TextWordWrap, words);
        else
            painter->drawText(
                under, Qt::AlignLeft | Qt::TextSingleLine, metrics.elidedText(words, Qt::ElideRight, under.width()));
        under.translate(0, under.height());
    }
    text.setHeight(line + 6);
}

void SidebarDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    using Kind = SidebarModel::Kind;
    const Tokens &tokens = tokensFor(option.palette);
    const SidebarModel::Row &row = m_model.row(index.row());
    const bool isView = row.kind == Kind::View || row.kind == Kind::SavedView;
    const bool selected = option.state.testFlag(QStyle::State_Selected) && isView;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QRect pill = option.rect.adjusted(8, 1, -8, -1);
    if (selected || (option.state.testFlag(QStyle::State_MouseOver) && isView)) {
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
    if (row.kind == Kind::Brand) {
        font = resized(bold(font), 2);
    } else if (row.kind == Kind::Heading) {
        font = resized(bold(font), -1.5);
        colour = tokens.dim;
        text.setTop(text.top() + 6);
    } else if (row.kind == Kind::Team) {
        font = resized(font, -1);
        colour = tokens.dim;
    } else if (row.kind == Kind::Account) {
        paintAccount(painter, font, text, index.row(), option.palette);
        colour = tokens.dim;
    } else {
        if (selected)
            font = bold(font);
        const QString count = row.count > 0 ? QLocale().toString(row.count) : QString();
        painter->setFont(font);
        painter->setPen(selected ? tokens.accent : tokens.dim);
        painter->drawText(text, Qt::AlignRight | Qt::AlignVCenter, count);
        text.setRight(text.right() - QFontMetrics(font).horizontalAdvance(count) - 6);
    }
    painter->setFont(font);
    painter->setPen(colour);
    painter->drawText(text, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
        QFontMetrics(font).elidedText(m_model.words(index.row()), Qt::ElideRight, text.width()));
    painter->restore();
}

// ----------------------------------------------------------------------------------------------------------- view

Sidebar::Sidebar(const Ports &ports, Workspaces &workspaces, QWidget *parent)
    : QListView(parent)
    , m_model(ports.reader, workspaces, ports.clock)
{
    setObjectName(QStringLiteral("sidebar"));
    setFrameShape(QFrame::NoFrame);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setEditTriggers(NoEditTriggers);
    setMouseTracking(true);
    setResizeMode(Adjust); // an account's lines depend on the width
    viewport()->setBackgroundRole(QPalette::Window);
    setItemDelegate(new SidebarDelegate(m_model, this));
    setModel(&m_model);
    setAccessibleName(tr("Views and accounts"));
    connect(this, &QAbstractItemView::clicked, this, [this](const QModelIndex &index) {
        if (m_model.row(index.row()).kind == SidebarModel::Kind::Account)
            choose(index);
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
    if (!m_silent && current.isValid() && m_model.row(current.row()).kind != SidebarModel::Kind::Account)
        choose(current);
}

/// Rows made anew take the current one with them, and the view would choose another for us.
void Sidebar::rowsAboutToBeRemoved(const QModelIndex &parent, int start, int end)
{
    if (currentIndex().isValid() && currentIndex().row() >= start && currentIndex().row() <= end) {
        const QScopedValueRollback silent(m_silent, true);
        m_kept = m_model.row(currentIndex().row());
        setCurrentIndex({});
    }
    QListView::rowsAboutToBeRemoved(parent, start, end);
}

void Sidebar::rowsInserted(const QModelIndex &parent, int start, int end)
{
    QListView::rowsInserted(parent, start, end);
    const SidebarModel::Row kept = std::exchange(m_kept, {});
    const int at = kept.kind == SidebarModel::Kind::SavedView ? m_model.rowOf(kept.account.id, kept.saved.name) : -1;
    if (at >= 0) {
        const QScopedValueRollback silent(m_silent, true);
        setCurrentIndex(m_model.index(at));
    }
}

void Sidebar::choose(const QModelIndex &index)
{
    const SidebarModel::Row row = m_model.row(index.row()); // who is told may have the rows made anew
    if (row.kind == SidebarModel::Kind::View)
        Q_EMIT viewChosen(row.view);
    else if (row.kind == SidebarModel::Kind::SavedView)
        Q_EMIT savedViewChosen(row.saved);
    else if (row.kind == SidebarModel::Kind::Account)
        Q_EMIT accountChosen(row.account.id);
}

void Sidebar::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && currentIndex().isValid()) {
        choose(currentIndex());
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
