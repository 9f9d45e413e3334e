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

TEST_CASE("Short sentences of support talk are never taken for another language, and mostly for their own")
{
    struct Talk {
        QString language;
        QList<QStringView> sentences;
    };
    const QList<Talk> talks{
        {QStringLiteral("hr"),
            {u"Broj povrata je 20417.", u"Gdje je moj paket?", u"Paket nije stigao", u"Račun nije plaćen",
                u"Kada stiže narudžba 20417?", u"Želim povrat novca", u"Treba mi račun R1",
                u"Može zamjena za veći broj?", u"Nisam dobila potvrdu", u"Hvala lijepa na pomoći", u"Kasni dostava",
                u"Ne radi mi lozinka", u"Super, hvala", u"Poslali ste krivi artikl", u"Molim vas otkažite narudžbu",
                u"Kurir nije zvao", u"Kako da vratim robu?", u"Dobro jutro, imam pitanje", u"To je u redu",
                u"Novac je na računu", u"Jel ima popust?"}},
        {QStringLiteral("ru"),
            {u"Где мой заказ?", u"Номер возврата 20417.", u"Заказ не пришёл", u"Верните деньги", u"Не работает пароль",
                u"Курьер не звонил", u"Можно обменять на размер больше?", u"Спасибо за помощь", u"Когда доставка?",
                u"Пришёл не тот товар", u"Отмените заказ", u"Всё хорошо", u"Да, подтверждаю",
                u"Добрый вечер, есть вопрос", u"Оплата не прошла", u"Вернули ли деньги", u"А чек будет?"}},
        {QStringLiteral("es"),
            {u"¿Dónde está mi pedido?", u"No ha llegado el paquete", u"Quiero una devolución",
                u"Número de pedido 20417", u"La contraseña no funciona", u"Me falta la factura",
                u"Gracias por la ayuda", u"Cuándo llega?", u"Necesito cambiar la talla",
                u"Cancelen mi pedido por favor", u"El mensajero no llamó", u"Buenos días, tengo una pregunta",
                u"Todo bien, gracias", u"El pago no pasó", u"Se ha roto la pantalla", u"Vale, perfecto",
                u"Me cobraron dos veces", u"Hola"}},
        {QStringLiteral("en"),
            {u"Where is my parcel?", u"Return number is 20417.", u"My order did not arrive", u"I want a refund",
                u"Order 20417", u"Password does not work", u"Need an invoice please",
                u"Can I exchange it for a bigger size?", u"Thanks for your help", u"Wrong item received",
                u"Please cancel my order", u"The courier never called", u"Payment failed",
                u"Good evening, quick question", u"All fine, thanks", u"Any discount?", u"It is broken",
                u"Still waiting for delivery", u"Do you ship to Croatia?", u"Charged twice"}},
    };
    for (const Talk &talk : talks) {
        int known = 0;
        for (const QStringView sentence : talk.sentences) {
            INFO(sentence.toString().toStdString());
            const QString detected = detectLanguage(sentence);
            CHECK((detected.isEmpty() || detected == talk.language));
            known += detected == talk.language ? 1 : 0;
        }
        INFO(talk.language.toStdString());
        CHECK(known * 10 >= talk.sentences.size() * 8);
    }
    CHECK(detectLanguage(u"Broj povrata je 20417.") == QStringLiteral("hr"));
    CHECK(detectLanguage(u"Где је моја поруџбина?") == QStringLiteral("sr"));
    CHECK(detectLanguage(u"Gdzie jest moja paczka?") == QStringLiteral("pl"));
    CHECK(detectLanguage(u"Onde está o meu pedido?") == QStringLiteral("pt"));
}

TEST_CASE("Names, goods and numbers are of no language")
{
    for (const QStringView text : {u"Ana Kovač", u"iPhone 15 Pro", u"Nike Air Max 42", u"super", u"+385 91 123 4567"}) {
        INFO(text.toString().toStdString());
        CHECK(detectLanguage(text).isEmpty());
    }
}

TEST_CASE("What a person wrote before decides where the text leaves it open, and only there")
{
    const QString doubtful = QStringLiteral("Número de pedido 20417"); // Spanish as well as Portuguese
    CHECK(detectLanguage(doubtful).isEmpty());
    CHECK(detectLanguage(doubtful, QStringLiteral("es")) == QStringLiteral("es"));
    CHECK(detectLanguage(doubtful, QStringLiteral("pt")) == QStringLiteral("pt"));
    CHECK(detectLanguage(doubtful, QStringLiteral("ru")).isEmpty());
    CHECK(detectLanguage(u"Where is my parcel?", QStringLiteral("hr")) == QStringLiteral("en"));
    CHECK(detectLanguage(u"20417", QStringLiteral("hr")).isEmpty());
}

TEST_CASE("Hostile texts are survived")
{
    const QString lone(10'000, QChar(0xD800));
    CHECK(detectLanguage(lone).isEmpty());
    (void)detectLanguage(QString(5'000'000, u'a'));
    (void)detectLanguage(QString(u'a' + QString(10'000, QChar(0x0301))));
    SUCCEED();
}
