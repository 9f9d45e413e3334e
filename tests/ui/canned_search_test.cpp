// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canned/canned_search.h"

#include "support/print.h"
#include "ui/canned/placeholder_values.h"

#include <catch2/catch_test_macros.hpp>

using namespace parley;
using namespace parley::ui;

namespace {

CannedSearch shelf()
{
    CannedSearch search;
    search.setResponses({
        {QStringLiteral("refund_lost"), QStringLiteral("The carrier lost your parcel, we refund it.")},
        {QStringLiteral("refund"), QStringLiteral("We refund within three days.")},
        {QStringLiteral("hello"), QStringLiteral("Привет! Чем поможем?")},
        {QStringLiteral("отчёт"), QStringLiteral("Посылка ещё в пути.")},
        {QStringLiteral("pozdrav"), QStringLiteral("Dobar dan, šaljemo zamjenu i povrat novca.")},
        {QStringLiteral("no-refund"), QStringLiteral("It is too late for this.")},
    });
    return search;
}

QStringList codes(const CannedSearch &search, const char *typed)
{
    QStringList found;
    for (const int at : search.find(QString::fromUtf8(typed)))
        found += search.responses().at(at).shortCode;
    return found;
}

Contact contactWith(const QList<Identity> &identities)
{
    Contact contact;
    contact.name = QStringLiteral("Ana Marija Kovačić");
    contact.identities = identities;
    return contact;
}

Identity identity(qint64 account, const QString &handle, const QList<ConversationContext::Fact> &facts = {})
{
    Identity made;
    made.account = AccountId{account};
    made.handle = handle;
    made.attributes = facts;
    return made;
}

} // namespace

TEST_CASE("Codes that begin with what was typed come first, then codes that hold it, then bodies")
{
    CHECK(codes(shelf(), "refund")
        == QStringList{QStringLiteral("refund"), QStringLiteral("refund_lost"), QStringLiteral("no-refund")});
    CHECK(codes(shelf(), "los") == QStringList{QStringLiteral("refund_lost")});
    CHECK(codes(shelf(), "days") == QStringList{QStringLiteral("refund")});
}

TEST_CASE("Words are found in any order, by their beginnings, in code and body together")
{
    CHECK(codes(shelf(), "parc refund") == QStringList{QStringLiteral("refund_lost")});
    CHECK(codes(shelf(), "carrier lost") == codes(shelf(), "lost carrier"));
    CHECK(codes(shelf(), "parcel tomorrow").isEmpty());
}

TEST_CASE("The letters of a code in order find it")
{
    CHECK(codes(shelf(), "rfl") == QStringList{QStringLiteral("refund_lost")});
}

TEST_CASE("Accents, case and ё do not matter")
{
    CHECK(codes(shelf(), "SALJEMO") == QStringList{QStringLiteral("pozdrav")});
    CHECK(codes(shelf(), "отчет") == QStringList{QStringLiteral("отчёт")});
    CHECK(codes(shelf(), "ЕЩЕ") == QStringList{QStringLiteral("отчёт")});
}

TEST_CASE("A word typed on the wrong layout finds what was meant")
{
    CHECK(codes(shelf(), "ghbdtn") == QStringList{QStringLiteral("hello")});
    CHECK(codes(shelf(), "куагтв").first() == QStringLiteral("refund"));
}

TEST_CASE("Nothing typed shows all by code, and signs alone find nothing")
{
    CHECK(codes(shelf(), "").size() == 6);
    CHECK(codes(shelf(), "").first() == QStringLiteral("hello"));
    CHECK(codes(shelf(), ")").isEmpty());
}

TEST_CASE("Blanks are filled with what is known of customer, agent and ticket")
{
    TicketRow row;
    row.ticket.id = TicketId{1041};
    row.ticket.account = AccountId{2};
    row.ticket.subject = QStringLiteral("Lost parcel");
    row.accountName = QStringLiteral("Web shop");
    Workspace workspace;
    workspace.agents =
        QList<Agent>{{.name = QStringLiteral("Marko"), .shownName = QStringLiteral("Marko Horvat"), .email = {}},
            {.name = kMe, .shownName = QStringLiteral("Iva Babić"), .email = {}}};
    const Contact contact = contactWith({identity(1, QStringLiteral("elsewhere@example.test")),
        identity(2, QStringLiteral("ana-k"),
            {{QStringLiteral("Order"), QStringLiteral("123456789")},
                {QStringLiteral("Phone"), QStringLiteral("091 234 5678")},
                {QStringLiteral("Mail"), QStringLiteral("ana@example.test")}})});
    const auto values = placeholderValues(row, contact, workspace);
    CHECK(values.value(QStringLiteral("customer.name")) == QStringLiteral("Ana Marija Kovačić"));
    CHECK(values.value(QStringLiteral("customer.first_name")) == QStringLiteral("Ana"));
    CHECK(values.value(QStringLiteral("customer.last_name")) == QStringLiteral("Marija Kovačić"));
    CHECK(values.value(QStringLiteral("customer.email")) == QStringLiteral("ana@example.test"));
    CHECK(values.value(QStringLiteral("customer.phone")) == QStringLiteral("091 234 5678"));
    CHECK(values.value(QStringLiteral("agent.name")) == QStringLiteral("Iva Babić"));
    CHECK(values.value(QStringLiteral("agent.first_name")) == QStringLiteral("Iva"));
    CHECK(values.value(QStringLiteral("ticket.id")) == QStringLiteral("1041"));
    CHECK(values.value(QStringLiteral("ticket.subject")) == QStringLiteral("Lost parcel"));
    CHECK(values.value(QStringLiteral("account.name")) == QStringLiteral("Web shop"));
    CHECK(placeholderValues(row, contact, workspace, QStringLiteral("77")).value(QStringLiteral("ticket.id"))
        == QStringLiteral("77"));
}

TEST_CASE("What is not known stays a blank, and a visitor has no name to be called by")
{
    TicketRow row;
    row.contactName = QStringLiteral("Signed-out visitor");
    row.session = QStringLiteral("s-1");
    const auto values = placeholderValues(row, std::nullopt, std::nullopt);
    CHECK_FALSE(values.contains(QStringLiteral("customer.name")));
    CHECK_FALSE(values.contains(QStringLiteral("customer.email")));
    CHECK_FALSE(values.contains(QStringLiteral("agent.name")));
}
