// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/placeholders.h"

#include "support/print.h"

#include <catch2/catch_test_macros.hpp>

using namespace parley;
using namespace Qt::StringLiterals;

namespace {

const QHash<QString, QString> kIvan{
    {u"customer.first_name"_s, u"Иван"_s}, {u"customer.name"_s, u"Иван Петров"_s}, {u"agent.name"_s, QString()}};

} // namespace

TEST_CASE("What is known of the customer is filled in")
{
    const Filled filled = fillIn(u"Здравствуйте, {{customer.first_name}}! {{ customer.name }}?"_s, kIvan);
    CHECK(filled.text == u"Здравствуйте, Иван! Иван Петров?"_s);
    CHECK(filled.blanks.isEmpty());
    CHECK(filled.cursor == -1);
}

TEST_CASE("A missing value takes its default, even an empty one, and else stays a blank")
{
    CHECK(fillIn(u"Dear {{customer.last_name|default:\"friend\"}}"_s, kIvan).text == u"Dear friend"_s);
    CHECK(fillIn(u"Dear {{customer.first_name|default:\"friend\"}}"_s, kIvan).text == u"Dear Иван"_s);
    CHECK(fillIn(u"Dear{{customer.title|default:\"\"}}"_s, kIvan).text == u"Dear"_s);
    const Filled filled = fillIn(u"From {{agent.name}}"_s, kIvan);
    CHECK(filled.text == u"From {{agent.name}}"_s);
    CHECK(filled.blanks == QList<Blank>{{5, 14, u"agent.name"_s}});
}

TEST_CASE("A question stands in the text as a blank with its own place")
{
    const Filled filled = fillIn(u"Заказ {{?номер заказа}} для {{customer.name}}, {{ ?date }}."_s, kIvan);
    CHECK(filled.text == u"Заказ {{номер заказа}} для Иван Петров, {{date}}."_s);
    REQUIRE(filled.blanks.size() == 2);
    for (const Blank &blank : filled.blanks)
        CHECK(filled.text.mid(blank.position, blank.length) == u"{{%1}}"_s.arg(blank.name));
    CHECK(blanksIn(filled.text) == filled.blanks);
}

TEST_CASE("The cursor's place is told and leaves nothing in the text")
{
    const Filled filled = fillIn(u"Hello {{customer.first_name}}, {{cursor}} bye{{cursor}}"_s, kIvan);
    CHECK(filled.text == u"Hello Иван,  bye"_s);
    CHECK(filled.cursor == 12);
}

TEST_CASE("Braces that are no blank stand as they were written")
{
    for (const QString &text : {u"{{"_s, u"a {{ b"_s, u"}} {{}}"_s, u"{{?}}"_s, u"{ {customer.name} }"_s,
             u"{{customer\n.name}}"_s, u"{{1+1}}"_s, u"{{{{"_s})
        CHECK(fillIn(text, kIvan).text == text);
}

TEST_CASE("A value is never taken for a pattern")
{
    CHECK(fillIn(u"{{customer.name}}"_s, {{u"customer.name"_s, u"{{agent.name}}"_s}}).text == u"{{agent.name}}"_s);
}
