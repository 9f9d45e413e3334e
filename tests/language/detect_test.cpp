// SPDX-License-Identifier: GPL-3.0-or-later
#include "language/detect.h"

#include "support/print.h"

#include <catch2/catch_test_macros.hpp>

using parley::language::detectLanguage;

TEST_CASE("Customers' sentences are told apart by language")
{
    CHECK(detectLanguage(u"Здравствуйте, я заказал у вас чайник две недели назад, но посылка до сих пор не пришла. "
                         u"Подскажите, пожалуйста, когда её ждать и можно ли вернуть деньги?")
        == QStringLiteral("ru"));
    CHECK(detectLanguage(u"Dobar dan, naručio sam kuhalo prije dva tjedna, a paket još uvijek nije stigao. "
                         u"Možete li mi reći kada ga mogu očekivati i mogu li dobiti povrat novca?")
        == QStringLiteral("hr"));
    CHECK(detectLanguage(u"Good morning, I ordered a kettle two weeks ago and the parcel still has not arrived. "
                         u"Could you tell me when to expect it, and whether I can have my money back?")
        == QStringLiteral("en"));
    CHECK(detectLanguage(u"Buenos días, compré una tetera hace dos semanas y el paquete todavía no ha llegado. "
                         u"¿Me pueden decir cuándo llegará y si me pueden devolver el dinero?")
        == QStringLiteral("es"));
    CHECK(detectLanguage(u"Guten Tag, ich habe vor zwei Wochen einen Wasserkocher bestellt, aber das Paket ist immer "
                         u"noch nicht angekommen. Wann kann ich damit rechnen?")
        == QStringLiteral("de"));
}

TEST_CASE("Bosnian and Serbian in Latin letters count as Croatian, in Cyrillic letters as Serbian")
{
    CHECK(detectLanguage(u"Dobar dan, poručio sam čajnik pre dve nedelje, ali paket još uvek nije stigao. Da li možete "
                         u"da mi kažete kada da ga očekujem?")
        == QStringLiteral("hr"));
    CHECK(detectLanguage(u"Добар дан, поручио сам чајник пре две недеље, али пакет још увек није стигао. Да ли можете "
                         u"да ми кажете када да га очекујем?")
        == QStringLiteral("sr"));
}

TEST_CASE("Short greetings are recognised by their words and letters")
{
    CHECK(detectLanguage(u"Hvala!") == QStringLiteral("hr"));
    CHECK(detectLanguage(u"gdje je moja narudzba") == QStringLiteral("hr"));
    CHECK(detectLanguage(u"Где мой заказ?") == QStringLiteral("ru"));
    CHECK(detectLanguage(u"Спасибо") == QStringLiteral("ru"));
    CHECK(detectLanguage(u"Where is my order?") == QStringLiteral("en"));
    CHECK(detectLanguage(u"Gracias, ya llegó") == QStringLiteral("es"));
    CHECK(detectLanguage(u"Дякую!") == QStringLiteral("uk"));
}

TEST_CASE("Where nothing tells the language the answer is empty")
{
    CHECK(detectLanguage(u"").isEmpty());
    CHECK(detectLanguage(u"ok").isEmpty());
    CHECK(detectLanguage(u"12345 67-89").isEmpty());
    CHECK(detectLanguage(u"👍👍👍").isEmpty());
    CHECK(detectLanguage(u"https://shop.test/the/order/is/where ivan@shop.test").isEmpty());
}

TEST_CASE("Hostile texts are survived")
{
    const QString lone(10'000, QChar(0xD800));
    CHECK(detectLanguage(lone).isEmpty());
    (void)detectLanguage(QString(5'000'000, u'a'));
    (void)detectLanguage(QString(u'a' + QString(10'000, QChar(0x0301))));
    SUCCEED();
}
