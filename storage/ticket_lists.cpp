// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/ticket_lists.h"

#include <algorithm>
#include <limits>
#include <vector>

namespace parley::storage::ticket_lists {

// clang-format off
#define ALIKE "status, assignee, account, language, priority, unanswered, unread"
#define OF(row) row ".status, " row ".assignee, " row ".account, " row ".language, " row ".priority, " \
    row ".unanswered, " row ".unread"
// The lists a ticket is in: that of no tag, and one for each of its tags.
#define LISTS_OF(row) "tag IN (SELECT '' UNION ALL SELECT tag FROM ticket_tag WHERE ticket = " row ".id)" \
    " AND (" ALIKE ") = (" OF(row) ")"
#define LIST_OF_TAG(row) "(SELECT l.id FROM ticket t JOIN ticket_list l ON l.tag = " row ".tag" \
    " AND (l.status, l.assignee, l.account, l.language, l.priority, l.unanswered, l.unread) = (" OF("t") ")" \
    " WHERE t.id = " row ".ticket)"
#define LEAVE \
    "    DELETE FROM ticket_place WHERE ticket = old.id AND updated = old.updated" \
    "        AND list IN (SELECT id FROM ticket_list WHERE " LISTS_OF("old") ");" \
    "    UPDATE ticket_list SET n = n - 1 WHERE " LISTS_OF("old") ";"
#define ENTER \
    "    INSERT INTO ticket_list(tag, " ALIKE ", n)" \
    "        SELECT tag, " OF("new") ", 1" \
    "        FROM (SELECT '' AS tag UNION ALL SELECT tag FROM ticket_tag WHERE ticket = new.id) WHERE true" \
    "        ON CONFLICT DO UPDATE SET n = n + 1;" \
    "    INSERT INTO ticket_place SELECT id, new.updated, new.id FROM ticket_list WHERE " LISTS_OF("new") ";"
#define FORGET_EMPTY "    DELETE FROM ticket_list WHERE " LISTS_OF("old") " AND n = 0;"

// A ticket's tags are written after the ticket and go after it, so each trigger finds what it needs.
const char kSchema[] =
    "CREATE TABLE ticket_list("
    "    id INTEGER PRIMARY KEY,"
    "    tag TEXT NOT NULL,"           // empty: tickets with whatever tags
    "    status INTEGER NOT NULL, assignee TEXT NOT NULL, account INTEGER NOT NULL, language TEXT NOT NULL,"
    "    priority INTEGER NOT NULL, unanswered INTEGER NOT NULL, unread INTEGER NOT NULL,"
    "    n INTEGER NOT NULL,"          // tickets
    "    UNIQUE(tag, " ALIKE "));"
    "CREATE TABLE ticket_place("
    "    list INTEGER NOT NULL, updated INTEGER NOT NULL, ticket INTEGER NOT NULL,"
    "    PRIMARY KEY(list, updated, ticket)) WITHOUT ROWID;"
    "INSERT INTO ticket_list(tag, " ALIKE ", n)"
    "    SELECT '', " ALIKE ", count(*) FROM ticket GROUP BY " ALIKE ";"
    "INSERT INTO ticket_list(tag, " ALIKE ", n)"
    "    SELECT g.tag, " OF("t") ", count(*) FROM ticket_tag g JOIN ticket t ON t.id = g.ticket"
    "    GROUP BY g.tag, " OF("t") ";"
    "INSERT INTO ticket_place SELECT l.id, t.updated, t.id FROM ticket t JOIN ticket_list l ON l.tag = ''"
    "    AND (" OF("l") ") = (" OF("t") ") ORDER BY l.id, t.updated;"
    "INSERT INTO ticket_place SELECT l.id, t.updated, t.id"
    "    FROM ticket_tag g JOIN ticket t ON t.id = g.ticket JOIN ticket_list l ON l.tag = g.tag"
    "    AND (" OF("l") ") = (" OF("t") ") ORDER BY l.id, t.updated;"
    // Served by the lists now.
    "DROP INDEX ticket_priority;"
    "DROP INDEX ticket_unread;"
    "CREATE TRIGGER ticket_listed AFTER INSERT ON ticket BEGIN" ENTER " END;"
    "CREATE TRIGGER ticket_relisted AFTER UPDATE OF " ALIKE ", updated ON ticket"
    "    WHEN (" OF("old") ", old.updated) IS NOT (" OF("new") ", new.updated)"
    "BEGIN" LEAVE ENTER FORGET_EMPTY " END;"
    "CREATE TRIGGER ticket_unlisted BEFORE DELETE ON ticket BEGIN" LEAVE FORGET_EMPTY " END;"
    "CREATE TRIGGER ticket_tag_listed AFTER INSERT ON ticket_tag BEGIN"
    "    INSERT INTO ticket_list(tag, " ALIKE ", n) SELECT new.tag, " ALIKE ", 1 FROM ticket WHERE id = new.ticket"
    "        ON CONFLICT DO UPDATE SET n = n + 1;"
    "    INSERT INTO ticket_place SELECT " LIST_OF_TAG("new") ", updated, id FROM ticket WHERE id = new.ticket;"
    "END;"
    // Nothing of it is found when the ticket itself has gone: that took all its places with it.
    "CREATE TRIGGER ticket_tag_unlisted AFTER DELETE ON ticket_tag BEGIN"
    "    DELETE FROM ticket_place WHERE list = " LIST_OF_TAG("old") " AND ticket = old.ticket"
    "        AND updated = (SELECT updated FROM ticket WHERE id = old.ticket);"
    "    UPDATE ticket_list SET n = n - 1 WHERE id = " LIST_OF_TAG("old") ";"
    "    DELETE FROM ticket_list WHERE id = " LIST_OF_TAG("old") " AND n = 0;"
    "END;";
// clang-format on

namespace {

constexpr int kFirstLook = 4; ///< tickets read of a list at first; then twice as many each time

struct Place {
    qint64 updated = 0;
    qint64 ticket = 0;

    friend auto operator<=>(const Place &, const Place &) = default;
};

/// One list, read piece by piece from the newest on.
struct Cursor {
    qint64 list = 0;
    int look = kFirstLook;
    std::vector<Place> read; ///< oldest first: taken from the back

    [[nodiscard]] const Place &head() const { return read.back(); }
};

/// Reads on behind \a after. \return false: the list has ended
bool readOn(Database &db, Cursor &cursor, const Place &after, qint64 since)
{
    cursor.read.clear();
    db.each("SELECT updated, ticket FROM ticket_place WHERE list = :list AND updated >= :since"
            " AND (updated, ticket) < (:updated, :ticket) ORDER BY updated DESC, ticket DESC LIMIT :limit",
        {{":list", cursor.list}, {":since", since}, {":updated", after.updated}, {":ticket", after.ticket},
            {":limit", cursor.look}},
        [&](const Row &row) { cursor.read.push_back({row.number("updated"), row.number("ticket")}); });
    std::ranges::reverse(cursor.read);
    cursor.look *= 2;
    return !cursor.read.empty();
}

} // namespace

QList<TicketId> newest(Database &db, const Merge &merge, int limit)
{
    constexpr qint64 last = std::numeric_limits<qint64>::max();
    const Place after = merge.after ? Place{toMs(merge.after->updated), merge.after->id.value} : Place{last, last};
    const qint64 since = merge.since ? toMs(*merge.since) : std::numeric_limits<qint64>::min();
    std::vector<Cursor> cursors;
    cursors.reserve(static_cast<size_t>(merge.lists.size()));
    for (const qint64 list : merge.lists) {
        Cursor cursor{list, std::max<int>(kFirstLook, 2 * limit / static_cast<int>(merge.lists.size())), {}};
        if (readOn(db, cursor, after, since))
            cursors.push_back(std::move(cursor));
    }
    const auto older = [](const Cursor &a, const Cursor &b) { return a.head() < b.head(); };
    std::ranges::make_heap(cursors, older);
    QList<TicketId> found;
    while (!cursors.empty() && found.size() < limit) {
        std::ranges::pop_heap(cursors, older);
        Cursor &cursor = cursors.back();
        const Place place = cursor.head();
        cursor.read.pop_back();
        if (!cursor.read.empty() || readOn(db, cursor, place, since))
            std::ranges::push_heap(cursors, older);
        else
            cursors.pop_back();
        const TicketId ticket{place.ticket};
        if (!merge.accepts || merge.accepts(ticket))
            found.append(ticket);
    }
    return found;
}

} // namespace parley::storage::ticket_lists
