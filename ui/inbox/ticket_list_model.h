// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/changes.h"
#include "models/result.h"
#include "models/ticket.h"
#include "storage/reader.h"

#include <QAbstractListModel>
#include <QHash>
#include <QSet>
#include <QTimer>

#include <chrono>
#include <functional>
#include <vector>

namespace parley::ui {

class ReadWorker;

/// The tickets of a view or a query, newest first: a window over the cache that grows by pages as one scrolls and says
/// exactly which rows came, went, moved or changed. Only setFilter() resets it. Views are read at once on the ui
/// thread's reader (each page in a millisecond or so); queries are answered by the worker, page by page.
class TicketListModel : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role { IdRole = Qt::UserRole + 1 };

    TicketListModel(storage::Reader &reader, ReadWorker &worker, const Clock &clock, QObject *parent = nullptr);

    void setFilter(const storage::TicketFilter &filter);
    [[nodiscard]] const storage::TicketFilter &filter() const { return m_filter; }
    [[nodiscard]] bool isLoading() const { return m_loading; }
    [[nodiscard]] bool isComplete() const { return m_endReached; } ///< no further page

    [[nodiscard]] const TicketRow &row(int row) const { return m_rows[size_t(row)]; }
    [[nodiscard]] int rowOf(TicketId ticket) const; ///< -1: not loaded
    [[nodiscard]] QString typingIn(TicketId ticket) const; ///< who; empty: nobody
    /// How long of its wait the platform did not answer; asked of the cache once a minute.
    [[nodiscard]] std::chrono::milliseconds outageIn(int row) const;
    /// What is shown over a row; set with \c sentence.
    std::function<QString(const TicketListModel &, int row)> tip;
    [[nodiscard]] bool isMarked(TicketId ticket) const { return m_marked.contains(ticket); }
    [[nodiscard]] const QSet<TicketId> &marked() const { return m_marked; }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

    /// How a row reads as one sentence to a screen reader. Set by the delegate's side, which knows the wording.
    std::function<QString(const TicketListModel &, int row)> sentence;

public Q_SLOTS:
    void applyChanges(const parley::Changes &changes);
    void setTyping(TicketId ticket, const QString &author, Timestamp until); ///< empty author: stopped
    void touch(parley::TicketId ticket); ///< what is shown beside its row is another
    void setMarked(TicketId ticket, bool marked);
    void clearMarks();

Q_SIGNALS:
    void loaded(); ///< a page came, or there is none
    void readFailed(const parley::Error &error); ///< rows stay
    void marksChanged();

private:
    struct Page {
        QList<TicketRow> rows;
        MessageId searchedTo; ///< text queries: where the next page goes on
        bool end = true;
    };
    static Result<Page> readPage(
        storage::Reader &reader, const storage::TicketFilter &filter, const std::optional<TicketRow> &after);
    static Result<Page> searchPage(storage::Reader &reader, const Query &query, MessageId before);

    [[nodiscard]] bool isTextQuery() const { return m_filter.query && m_filter.query->hasText(); }
    void loadPage();
    void takePage(const Page &page);
    void keep(const QList<TicketRow> &rows, bool end);
    void failPage(const Error &error);
    void applyTicket(TicketId ticket);
    void applyRow(const TicketRow &next);
    void insertRow(const TicketRow &next);
    void dropRow(int row);
    void replaceRow(int row, const TicketRow &next);
    void refreshAll();
    void expireTyping();
    [[nodiscard]] int gapFor(const TicketRow &row) const;

    storage::Reader &m_reader;
    ReadWorker &m_worker;
    const Clock &m_clock;
    storage::TicketFilter m_filter;
    std::vector<TicketRow> m_rows;
    QHash<TicketId, Timestamp> m_known; ///< loaded tickets and the time they are sorted by
    MessageId m_searchedTo;
    bool m_endReached = true;
    bool m_loading = false;
    bool m_changing =
        false; ///< rows are on the move: who asks for a page now would get it in the midst of another change
    int m_generation = 0;
    QSet<TicketId> m_whileLoading; ///< changed while a page was on its way, which may be older
    struct Typing {
        QString author;
        Timestamp until;
    };
    QHash<TicketId, Typing> m_typing;
    QTimer m_typingTimer;
    struct Outage {
        qint64 minute = 0; ///< when it was asked
        std::chrono::milliseconds time{0};
    };
    mutable QHash<TicketId, Outage> m_outages;
    QSet<TicketId> m_marked;
};

} // namespace parley::ui
