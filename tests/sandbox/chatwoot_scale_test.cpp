// SPDX-License-Identifier: GPL-3.0-or-later
// The Chatwoot sandbox as a team's server after some years.
#include "sandbox/chatwoot.h"
#include "sandbox/chatwoot/chat_order.h"
#include "sandbox/chatwoot_client.h"
#include "support/print.h"

#include <catch2/catch_test_macros.hpp>

using namespace Qt::Literals::StringLiterals;
using namespace parley::sandbox;
using parley::tests::ChatClient;

namespace {

constexpr int kConversations = 50'000;

QList<int> idsIn(const QJsonValue &rows)
{
    QList<int> ids;
    for (const QJsonValue &row : rows.toArray())
        ids << row["id"_L1].toInt();
    return ids;
}

QList<int> idsIn(const ChatOrder::List &list)
{
    QList<int> ids;
    for (const ChatConversation *row : list)
        ids << row->id;
    return ids;
}

QList<int> downFrom(int first, int count)
{
    QList<int> ids;
    for (int i = 0; i < count; ++i)
        ids << first - i;
    return ids;
}

ChatConversation conversation(int id, int contact, qint64 ms)
{
    ChatConversation made;
    made.id = id;
    made.contact = contact;
    made.createdMs = made.lastActivityMs = ms;
    return made;
}

} // namespace

TEST_CASE("fifty thousand conversations are a day's work for the sandbox")
{
    Chatwoot server;
    server.setJudge(false);
    QList<int> customers;
    server.with([&](const ChatServer &) { // there already, so that each call needs no turn of the thread
        for (int i = 0; i < kConversations; ++i) {
            const int customer = server.addCustomer(u"Kupac %1"_s.arg(i));
            server.write(customer, u"Gdje je moja narudžba?"_s);
            server.answerAs(server.ann(), server.conversationOf(customer), u"Na putu je."_s);
            customers << customer;
        }
    });
    ChatClient client(server);
    const auto listed = [&](const QString &query) {
        return client.of("GET", u"conversations?status=all&"_s + query)["data"_L1].toObject();
    };

    INFO("a page in the middle, and how many there are in all");
    const QJsonObject middle = listed(u"page=1000"_s);
    CHECK(middle["meta"_L1]["all_count"_L1].toInt() == kConversations);
    CHECK(idsIn(middle["payload"_L1]) == downFrom(kConversations - 999 * 25, 25));
    CHECK(idsIn(listed(u"page=2000"_s)["payload"_L1]) == downFrom(25, 25));
    CHECK(idsIn(listed(u"page=2001"_s)["payload"_L1]).isEmpty());
    CHECK(idsIn(listed(u"page=1&sort_by=created_at_asc"_s)["payload"_L1]).first() == 1);

    INFO("one customer's conversations, and a filter's");
    const QJsonObject theirs = client.of("GET", u"contacts/%1/conversations"_s.arg(customers.at(4710)));
    CHECK(idsIn(theirs["payload"_L1]) == QList<int>{4711});
    server.setStatusAs(server.ann(), 4711, u"snoozed"_s);
    const QJsonObject condition{{u"attribute_key"_s, u"status"_s}, {u"filter_operator"_s, u"equal_to"_s},
        {u"values"_s, QJsonArray{u"snoozed"_s}}};
    const QJsonObject snoozed = client.of("POST", u"conversations/filter"_s, {{u"payload"_s, QJsonArray{condition}}});
    CHECK(idsIn(snoozed["payload"_L1]) == QList<int>{4711});

    INFO("what moved comes first, and alone in what changed lately");
    server.turnClock(3'600'000);
    server.write(customers.at(16), u"Još ništa!"_s);
    CHECK(idsIn(listed(u"page=1"_s)["payload"_L1]).first() == 17);
    CHECK(idsIn(listed(u"updated_within=600"_s)["payload"_L1]) == QList<int>{17});
}

TEST_CASE("a thread of thousands is read from any place in it")
{
    Chatwoot server;
    server.setJudge(false);
    const int anna = server.addCustomer(u"Anna"_s);
    QList<int> ids;
    server.with([&](const ChatServer &) {
        for (int i = 0; i < 5000; ++i)
            ids << int(server.write(anna, u"message %1"_s.arg(i)));
    });
    ChatClient client(server);
    const auto thread = [&](const QString &query) {
        return idsIn(client.of("GET", u"conversations/1/messages?"_s + query)["payload"_L1]);
    };
    CHECK(thread(u"before=%1"_s.arg(ids[2500])) == ids.mid(2480, 20));
    CHECK(thread(u"after=%1"_s.arg(ids[2500])) == ids.mid(2501, 100));
    CHECK(client.of("GET", u"conversations/1"_s)["unread_count"_L1].toInt() == 10); // it counts no further
}

TEST_CASE("conversations stand in order however they move")
{
    QList<ChatConversation> rows{
        conversation(1, 8, 1000), conversation(2, 9, 1000), conversation(3, 8, 3000), conversation(4, 8, 2000)};
    ChatOrder order;
    for (ChatConversation &row : rows)
        order.add(row);
    CHECK(idsIn(order.byActivity()) == QList<int>{1, 2, 4, 3});
    CHECK(idsIn(order.of(8)) == QList<int>{1, 3, 4});
    order.move(rows[0], 5000);
    order.move(rows[2], 1000); // the clock was turned back
    CHECK(idsIn(order.byActivity()) == QList<int>{2, 3, 4, 1});
    CHECK(idsIn(order.byCreation()) == QList<int>{1, 2, 4, 3});
    order.remove(rows[3]);
    CHECK(idsIn(order.byActivity()) == QList<int>{2, 3, 1});
    CHECK(idsIn(order.byCreation()) == QList<int>{1, 2, 3});
    CHECK(idsIn(order.of(8)) == QList<int>{1, 3});
}
