// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inbox/ticket_list_model.h"

#include "ui/common/read_worker.h"
#include "ui/common/when_done.h"

#include <QScopedValueRollback>

#include <algorithm>
#include <utility>

namespace parley::ui {

namespace {
constexpr int kPageSize = 60; ///< some four screens of rows
constexpr int kOneByOne = 80; ///< more changed tickets than this are read as pages instead
constexpr int kRefreshed = 480; ///< rows kept by such a reading; what lies below is loaded again when scrolled to
constexpr int kHitsPerPage = 120; ///< several hits may fall into one ticket

bool newestFirst(const TicketRow &a, const TicketRow &b)
{
    return std::pair(a.ticket.updated, a.ticket.id) > std::pair(b.ticket.updated, b.ticket.id);
}
} // namespace

TicketListModel::TicketListModel(storage::Reader &reader, ReadWorker &worker, const Clock &clock, QObject *parent)
    : QAbstractListModel(parent)
    , m_reader(reader)
    , m_worker(worker)
    , m_clock(clock)
{
    m_typingTimer.setSingleShot(true);
    connect(&m_typingTimer, &QTimer::timeout, this, &TicketListModel::expireTyping);
}

void TicketListModel::setFilter(const storage::TicketFilter &filter)
{
    beginResetModel();
    ++m_generation;
    m_worker.interrupt();
    m_filter = filter;
    m_outages.clear();
    m_rows.clear();
    m_known.clear();
    m_whileLoading.clear();
    m_searchedTo = {};
    m_endReached = false;
    const bool hadMarks = !m_marked.isEmpty();
    m_marked.clear();
    m_loading = true; // nobody may ask for a page while the reset is being told
    const auto page = filter.query ? Result<Page>(Page()) : readPage(m_reader, m_filter, {});
    if (page && !filter.query)
        keep(page->rows, page->end);
    endResetModel();
    if (hadMarks)
        Q_EMIT marksChanged();
    if (filter.query) {
        loadPage();
        return;
    }
    m_loading = false;
    if (page)
        Q_EMIT loaded();
    else
        failPage(page.error());
}

void TicketListModel::keep(const QList<TicketRow> &rows, bool end)
{
    m_endReached = end;
    for (const TicketRow &row : rows) {
        m_known.insert(row.ticket.id, row.ticket.updated);
        m_rows.push_back(row);
    }
}

int TicketListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant TicketListModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const TicketRow &at = row(index.row());
    switch (role) {
    case IdRole:
        return at.ticket.id.value;
    case Qt::DisplayRole:
        return at.contactName;
    case Qt::AccessibleTextRole:
        return sentence ? sentence(*this, index.row()) : at.contactName;
    case Qt::ToolTipRole:
        return tip ? tip(*this, index.row()) : QString();
    default:
        return {};
    }
}

std::chrono::milliseconds TicketListModel::outageIn(int at) const
{
    const Ticket &ticket = row(at).ticket;
    if (!ticket.unanswered || !ticket.waitingSince)
        return {};
    const Timestamp now = m_clock.now();
    Outage &known = m_outages[ticket.id];
    const qint64 minute = toMs(now) / 60'000;
    if (known.minute != minute) {
        const auto time = m_reader.outageTime(ticket.account, *ticket.waitingSince, now);
        known = {minute, time ? *time : std::chrono::milliseconds(0)};
    }
    return known.time;
}

bool TicketListModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && !m_endReached && !m_loading && !m_changing;
}

void TicketListModel::fetchMore(const QModelIndex &parent)
{
    if (canFetchMore(parent)) // views and model testers ask twice
        loadPage();
}

int TicketListModel::rowOf(TicketId ticket) const
{
    const auto known = m_known.constFind(ticket);
    if (known == m_known.cend())
        return -1;
    if (isTextQuery()) { // in the order of the hits
        const auto found = std::ranges::find(m_rows, ticket, [](const TicketRow &row) { return row.ticket.id; });
        return int(found - m_rows.begin());
    }
    TicketRow key;
    key.ticket.id = ticket;
    key.ticket.updated = *known;
    return int(std::ranges::lower_bound(m_rows, key, newestFirst) - m_rows.begin());
}

int TicketListModel::gapFor(const TicketRow &row) const
{
    return int(std::ranges::lower_bound(m_rows, row, newestFirst) - m_rows.begin());
}

// ---------------------------------------------------------------------------------------------------------- pages

Result<TicketListModel::Page> TicketListModel::readPage(
    storage::Reader &reader, const storage::TicketFilter &filter, const std::optional<TicketRow> &after)
{
    auto rows = reader.tickets(filter, after, kPageSize);
    if (!rows)
        return rows.error();
    Page page;
    page.rows = std::move(rows).value();
    page.end = page.rows.size() < kPageSize;
    return page;
}

Result<TicketListModel::Page> TicketListModel::searchPage(storage::Reader &reader, const Query &query, MessageId before)
{
    const auto hits = reader.search(query, before, kHitsPerPage);
    if (!hits)
        return hits.error();
    Page page;
    page.end = hits->size() < kHitsPerPage;
    QSet<TicketId> taken;
    for (const storage::Reader::Hit &hit : *hits) {
        page.searchedTo = hit.message;
        if (taken.contains(hit.ticket))
            continue;
        taken.insert(hit.ticket);
        auto row = reader.ticket(hit.ticket);
        if (!row)
            return row.error();
        if (!row->has_value())
            continue;
        TicketRow shown = std::move(**row);
        shown.snippet = hit.snippet;
        shown.snippetIsOurs = false;
        shown.draft.clear();
        page.rows.append(std::move(shown));
    }
    return page;
}

void TicketListModel::loadPage()
{
    const std::optional<TicketRow> after = m_rows.empty() ? std::nullopt : std::optional(m_rows.back());
    m_loading = true;
    if (!m_filter.query) {
        const auto page = readPage(m_reader, m_filter, after);
        m_loading = false;
        page ? takePage(*page) : failPage(page.error());
        return;
    }
    const bool text = isTextQuery();
    auto answer = m_worker.ask<Page>(
        [text, filter = m_filter, after, before = m_searchedTo](storage::Reader &reader) -> Result<Page> {
            return text ? searchPage(reader, *filter.query, before) : readPage(reader, filter, after);
        });
    whenDone(answer, this, [this, asked = m_generation](const Result<Page> &page) {
        if (asked != m_generation)
            return; // another filter was set meanwhile
        m_loading = false;
        if (!page) {
            failPage(page.error());
            return;
        }
        takePage(*page);
        const QScopedValueRollback changing(m_changing, true);
        for (const TicketId ticket : std::exchange(m_whileLoading, {}))
            applyTicket(ticket);
    });
}

void TicketListModel::takePage(const Page &page)
{
    const QScopedValueRollback changing(m_changing, true);
    m_endReached = page.end;
    if (page.searchedTo.isValid())
        m_searchedTo = page.searchedTo;
    QList<TicketRow> fresh;
    for (const TicketRow &row : page.rows) {
        if (!m_known.contains(row.ticket.id)) // it may have come in as a change
            fresh.append(row);
    }
    if (!fresh.empty()) {
        const int first = rowCount();
        beginInsertRows({}, first, first + int(fresh.size()) - 1);
        keep(fresh, page.end);
        endInsertRows();
    }
    Q_EMIT loaded();
}

void TicketListModel::failPage(const Error &error)
{
    m_endReached = true; // a view would ask again at once and for ever
    if (error.kind != ErrorKind::Cancelled)
        Q_EMIT readFailed(error);
    Q_EMIT loaded();
}

// -------------------------------------------------------------------------------------------------------- changes

void TicketListModel::applyChanges(const Changes &changes)
{
    if (changes.tickets.isEmpty())
        return;
    const QScopedValueRollback changing(m_changing, true);
    if (m_loading)
        m_whileLoading |= changes.tickets;
    if (changes.tickets.size() > kOneByOne && !isTextQuery()) {
        refreshAll();
        return;
    }
    for (const TicketId ticket : changes.tickets)
        applyTicket(ticket);
}

void TicketListModel::applyTicket(TicketId ticket)
{
    if (isTextQuery() && !m_known.contains(ticket))
        return; // results stand as they were found; what is new is found by searching again
    const int from = rowOf(ticket);
    auto row = m_reader.ticket(ticket);
    if (!row)
        return;
    if (isTextQuery() && row->has_value()) {
        TicketRow next = std::move(**row);
        next.snippet = m_rows[size_t(from)].snippet;
        next.draft.clear();
        replaceRow(from, next);
        return;
    }
    const auto stands = row->has_value() ? m_reader.matches(m_filter, ticket) : Result<bool>(false);
    if (!stands)
        return;
    if (*stands)
        applyRow(**row);
    else if (from >= 0)
        dropRow(from);
}

void TicketListModel::applyRow(const TicketRow &next)
{
    const int from = rowOf(next.ticket.id);
    if (from < 0) {
        insertRow(next);
        return;
    }
    const int gap = gapFor(next); // counted before the row leaves its place
    if (gap == rowCount() && !m_endReached) {
        dropRow(from); // sank below what is loaded; a later page brings it
        return;
    }
    const bool moves = gap != from && gap != from + 1; // both gaps touch the row itself
    int to = from;
    if (moves) {
        beginMoveRows({}, from, from, {}, gap);
        to = gap > from ? gap - 1 : gap;
        TicketRow moved = std::move(m_rows[size_t(from)]);
        m_rows.erase(m_rows.begin() + from);
        moved.ticket.updated = next.ticket.updated; // keeps the order true within the signals
        m_known[next.ticket.id] = next.ticket.updated;
        m_rows.insert(m_rows.begin() + to, std::move(moved));
        endMoveRows();
    }
    replaceRow(to, next);
}

void TicketListModel::insertRow(const TicketRow &next)
{
    const int gap = gapFor(next);
    if (gap == rowCount() && !m_endReached)
        return; // a later page brings it
    beginInsertRows({}, gap, gap);
    m_rows.insert(m_rows.begin() + gap, next);
    m_known.insert(next.ticket.id, next.ticket.updated);
    endInsertRows();
}

void TicketListModel::dropRow(int row)
{
    beginRemoveRows({}, row, row);
    const TicketId gone = m_rows[size_t(row)].ticket.id;
    m_known.remove(gone);
    m_rows.erase(m_rows.begin() + row);
    const bool wasMarked = m_marked.remove(gone);
    endRemoveRows();
    if (wasMarked)
        Q_EMIT marksChanged();
}

void TicketListModel::replaceRow(int row, const TicketRow &next)
{
    m_rows[size_t(row)] = next;
    m_known[next.ticket.id] = next.ticket.updated;
    Q_EMIT dataChanged(index(row), index(row));
}

/// Many tickets changed at once (a back-fill, a first start): the loaded stretch is read again and compared.
void TicketListModel::refreshAll()
{
    const int wanted = std::clamp(rowCount(), kPageSize, kRefreshed);
    QList<TicketRow> fresh;
    bool end = false;
    while (!end && fresh.size() < wanted) {
        const auto page = readPage(m_reader, m_filter, fresh.isEmpty() ? std::nullopt : std::optional(fresh.last()));
        if (!page)
            return;
        fresh += page->rows;
        end = page->end;
    }
    QSet<TicketId> stays;
    for (const TicketRow &row : fresh)
        stays.insert(row.ticket.id);
    for (int row = rowCount() - 1; row >= 0; --row) {
        if (!stays.contains(m_rows[size_t(row)].ticket.id))
            dropRow(row);
    }
    m_endReached = true; // while comparing, every row belongs here
    for (const TicketRow &row : fresh)
        applyRow(row);
    m_endReached = end;
    if (!end && rowCount() == 0)
        loadPage();
    Q_EMIT loaded();
}

// ----------------------------------------------------------------------------------------------- typing and marks

QString TicketListModel::typingIn(TicketId ticket) const
{
    return m_typing.value(ticket).author;
}

void TicketListModel::setTyping(TicketId ticket, const QString &author, Timestamp until)
{
    if (author.isEmpty())
        m_typing.remove(ticket);
    else
        m_typing.insert(ticket, {author, until});
    touch(ticket);
    expireTyping();
}

void TicketListModel::touch(TicketId ticket)
{
    if (const int at = rowOf(ticket); at >= 0)
        Q_EMIT dataChanged(index(at), index(at), {Qt::DisplayRole, Qt::AccessibleTextRole});
}

void TicketListModel::expireTyping()
{
    const Timestamp now = m_clock.now();
    std::optional<Timestamp> next;
    for (auto it = m_typing.begin(); it != m_typing.end();) {
        if (it->until <= now) {
            const int at = rowOf(it.key());
            it = m_typing.erase(it);
            if (at >= 0)
                Q_EMIT dataChanged(index(at), index(at), {Qt::DisplayRole, Qt::AccessibleTextRole});
        } else {
            next = next ? std::min(*next, it->until) : it->until;
            ++it;
        }
    }
    if (next)
        m_typingTimer.start(*next - now);
}

void TicketListModel::setMarked(TicketId ticket, bool marked)
{
    const int at = rowOf(ticket);
    if (at < 0 || marked == m_marked.contains(ticket))
        return;
    if (marked)
        m_marked.insert(ticket);
    else
        m_marked.remove(ticket);
    Q_EMIT dataChanged(index(at), index(at));
    Q_EMIT marksChanged();
}

void TicketListModel::clearMarks()
{
    const QSet<TicketId> marked = m_marked;
    for (const TicketId ticket : marked)
        setMarked(ticket, false);
}

} // namespace parley::ui
