// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/query.h"

#include "support/print.h"

#include <catch2/catch_test_macros.hpp>

using namespace parley;
using Field = QueryTerm::Field;

namespace {

constexpr Timestamp kNow = fromMs(1'790'000'000'000);

QList<QueryTerm> terms(QStringView input)
{
    const auto query = parseQuery(input, kNow);
    INFO(input.toString().toStdString());
    REQUIRE(query.ok());
    return query->terms;
}

QueryTerm only(QStringView input)
{
    const auto found = terms(input);
    REQUIRE(found.size() == 1);
    return found.constFirst();
}

QString refused(QStringView input)
{
    const auto query = parseQuery(input, kNow);
    INFO(input.toString().toStdString());
    REQUIRE_FALSE(query.ok());
    CHECK(query.error().kind == ErrorKind::Rejected);
    return query.error().words;
}

} // namespace

TEST_CASE("The query of the design is read term by term")
{
    const auto found = terms(u"is:open is:unanswered from:vk assignee:me tag:refund lang:ru before:2026-11-01 "
                             u"has:attachment \"exact words\" -spam возврат");
    REQUIRE(found.size() == 11);
    const QList<Field> fields{Field::Is, Field::Is, Field::From, Field::Assignee, Field::Tag, Field::Language,
        Field::Before, Field::Has, Field::Text, Field::Text, Field::Text};
    for (qsizetype i = 0; i < fields.size(); ++i)
        CHECK(found[i].field == fields[i]);
    CHECK(found[2].value == QStringLiteral("vk"));
    CHECK(toDateTime(found[6].time).toLocalTime() == QDateTime(QDate(2026, 11, 1), QTime(0, 0)));
    CHECK(found[8].phrase);
    CHECK(found[8].value == QStringLiteral("exact words"));
    CHECK(found[9].negated);
    CHECK(found[9].value == QStringLiteral("spam"));
    CHECK_FALSE(found[9].prefix);
    CHECK(found[10].value == QStringLiteral("возврат"));
    CHECK(found[10].prefix);
}

TEST_CASE("Nothing typed is an empty query")
{
    CHECK(terms(u"").isEmpty());
    CHECK(terms(u" \t\n ").isEmpty());
    CHECK(terms(u"\"\"").isEmpty());
    CHECK(terms(u"\"   ").isEmpty());
    CHECK_FALSE(parseQuery(u"is:open", kNow)->hasText());
    CHECK(parseQuery(u"is:open x", kNow)->hasText());
}

TEST_CASE("A quote that is not closed runs to the end")
{
    CHECK(only(u"\"where is my").value == QStringLiteral("where is my"));
    CHECK(only(u"\"where is my").phrase);
    CHECK(only(u"tag:\"two words").value == QStringLiteral("two words"));
    CHECK(only(u"“typographic quotes”").value == QStringLiteral("typographic quotes"));
    CHECK(only(u"«ёлочки тоже»").phrase);
    CHECK(only(u"-\"not these words\"").negated);
}

TEST_CASE("Keys and keyword values are read in any case; names stay as typed")
{
    CHECK(only(u"IS:Open").value == QStringLiteral("open"));
    CHECK(only(u"Assignee:ME").value == QStringLiteral("me"));
    CHECK(only(u"assignee:Ivana").value == QStringLiteral("Ivana"));
    CHECK(only(u"from:\"My Shop\"").value == QStringLiteral("My Shop"));
    CHECK(only(u"lang:RU").value == QStringLiteral("ru"));
    CHECK(only(u"-is:resolved").negated);
}

TEST_CASE("A ticket is meant by its number")
{
    CHECK(only(u"#1041").field == Field::Ticket);
    CHECK(only(u"#1041").value == QStringLiteral("1041"));
    CHECK(only(u"ticket:1041").value == QStringLiteral("1041"));
    CHECK(only(u"#sale").field == Field::Text);
    CHECK(only(u"#99999999999999999999").field == Field::Text);
    CHECK(refused(u"ticket:abc").contains(QStringLiteral("ticket:abc")));
}

TEST_CASE("An unknown value names the term and the mend")
{
    CHECK(refused(u"is:opne") == QStringLiteral("“is:opne” is not known. Did you mean is:open?"));
    CHECK(refused(u"hello is:zzz").contains(QStringLiteral("unanswered")));
    CHECK(refused(u"has:atachment").contains(QStringLiteral("has:attachment")));
    CHECK(refused(u"priority:urgnt").contains(QStringLiteral("priority:urgent")));
    CHECK(refused(u"lang:russian").contains(QStringLiteral("lang:ru")));
    CHECK(refused(u"lang:123").contains(QStringLiteral("two letters")));
    CHECK(refused(u"before:someday").contains(QStringLiteral("before:yesterday")));
    CHECK(refused(u"before:2026-13-40").contains(QStringLiteral("before:2026-13-40")));
    CHECK(refused(u"is:").contains(QStringLiteral("is:")));
    CHECK(refused(u"tag:\"  \"").contains(QStringLiteral("tag:")));
}

TEST_CASE("An unknown key names the one that was meant")
{
    CHECK(refused(u"tags:refund").contains(QStringLiteral("tag:refund")));
    CHECK(refused(u"form:vk").contains(QStringLiteral("from:vk")));
    CHECK(refused(u"status:open").contains(QStringLiteral("is:open")));
    CHECK(refused(u"language:ru").contains(QStringLiteral("lang:ru")));
    CHECK(refused(u"flavour:sweet").contains(QStringLiteral("quotes")));
}

TEST_CASE("What only looks like a key is text")
{
    for (const QStringView text :
        {QStringView(u"12:30"), QStringView(u"https://shop.test/a?b=c"), QStringView(u"Итого:500"),
            QStringView(u"hello:"), QStringView(u":)"), QStringView(u"mailto:ana@shop.test"),
            QStringView(u"order:1234"), QStringView(u"::"), QStringView(u"-"), QStringView(u"a")}) {
        const auto term = only(text);
        CHECK(term.field == Field::Text);
        CHECK(term.value == text.toString());
    }
}

TEST_CASE("Positions are those of the input")
{
    const auto found = terms(u"  is:open   -\"a b\" 😀x");
    REQUIRE(found.size() == 3);
    CHECK(found[0].position == 2);
    CHECK(found[0].length == 7);
    CHECK(found[1].position == 12);
    CHECK(found[1].length == 6);
    CHECK(found[2].position == 19);
    CHECK(found[2].length == 3);
}

TEST_CASE("Only the word being typed is a prefix")
{
    CHECK(terms(u"refund mon")[0].prefix == false);
    CHECK(terms(u"refund mon")[1].prefix);
    CHECK_FALSE(terms(u"refund ")[0].prefix);
    CHECK_FALSE(only(u"\"refund\"").prefix);
    CHECK_FALSE(only(u"from:vk").prefix);
}

TEST_CASE("Hostile queries are refused or read, never suffered")
{
    CHECK(refused(QStringLiteral("a ").repeated(100'000)).contains(QStringLiteral("100")));
    CHECK(only(QString(1'000'000, u'a')).value.size() == 1'000'000);
    const QString longValue = QStringLiteral("is:") + QString(1'000'000, u'a');
    CHECK(refused(longValue).size() < 500);
    (void)parseQuery(QString(100'000, QChar(0xD800)), kNow);
    (void)parseQuery(QString(100'000, u'-'), kNow);
    (void)parseQuery(QString(100'000, u':'), kNow);
    (void)parseQuery(QString(100'000, u'"'), kNow);
    SUCCEED();
}
