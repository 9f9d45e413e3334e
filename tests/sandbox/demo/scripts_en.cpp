// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/demo/script.h"

using namespace Qt::Literals::StringLiterals;

namespace parley::sandbox {

QList<Script> englishScripts()
{
    return {
        {Script::Channel::Telegram, u"Emily"_s, u"Clarke"_s, u"emily_clarke_demo"_s, u"en"_s,
            {
                say(-7 * kHour, u"Hi! Tracking says my parcel was delivered yesterday, but there is nothing here."_s),
                say(-7 * kHour + 2 * kMinute, u"Order 71640. I've asked the neighbours too, no luck."_s),
                say(20, u"Any news from the courier?"_s),
            },
            {u"Thank you for checking. Would it be possible to send it again?"_s,
                u"That's brilliant, thanks so much!"_s},
            {}, "utf-8", false},
        {Script::Channel::Telegram, u"James"_s, u"Wright"_s, {}, u"en"_s,
            {
                say(-20 * kHour, u"You charged me twice for the same order."_s),
                say(-12 * kHour, u"Still waiting for someone to look at this."_s),
                say(35, u"This is the third time I'm writing. I want my £38.90 back today."_s),
                say(120, u"Honestly, the worst customer service I've ever had."_s),
            },
            {u"Finally. How long until it shows up in my account?"_s, u"Fine. I'll keep an eye on it."_s}, {}, "utf-8",
            false},
        {Script::Channel::Telegram, u"Priya"_s, u"Nair"_s, u"priya_n_demo"_s, u"en"_s,
            {
                say(-90 * kMinute, u"Just wanted to say the replacement kettle arrived this morning. Thank you!"_s),
                sticker(-89 * kMinute, u"🎉"_s),
                say(65, u"One more thing: does the two-year warranty start again with the new one?"_s),
            },
            {u"Perfect, that's good to know. Have a lovely day!"_s}, {}, "utf-8", false},
        {Script::Channel::Telegram, u"Tom"_s, {}, u"tom_h_demo"_s, u"en"_s,
            {
                say(2, u"hey, the login code never arrives"_s),
                photo(6, Line::Picture::Screen, u"this is what I get"_s),
                edit(16, u"this is what I get, on two different phones"_s),
            },
            {u"ok that worked, cheers!"_s}, {}, "utf-8", false},
        {Script::Channel::Mail, u"Oliver"_s, u"Bennett"_s, u"oliver.bennett@letters.example"_s, u"en"_s,
            {
                say(-5 * kDay,
                    u"Hello,\n\nI'd like to return the desk lamp from order 70988. It is unused and in its original "
                    "box.\n\nKind regards,\nOliver Bennett"_s),
                agent(-5 * kDay + 2 * kHour,
                    u"Dear Oliver,\n\nOf course. The return label is on its way to you; any post office will take it."_s),
                say(-2 * kDay, u"Thanks. I posted it this morning; the receipt number is RB 4471 9020.\n\nOliver"_s),
                say(80,
                    u"Hello again,\n\nYour site says the lamp was received on Thursday. When can I expect the "
                    "refund?\n\nKind regards,\nOliver Bennett"_s),
            },
            {u"Thank you, that is very clear.\n\nOliver"_s}, u"Return of order 70988"_s, "utf-8", false},
        {Script::Channel::Mail, u"Hannah"_s, u"Schmidt"_s, u"hannah.schmidt@letters.example"_s, u"en"_s,
            {
                say(42,
                    u"Hi there,\n\nI'm planning to order forty mugs with our choir's logo. Do you offer a discount for "
                    "that quantity, and how long would it take?\n\nBest wishes,\nHannah Schmidt"_s),
            },
            {u"Lovely, I'll discuss it with the choir tonight and come back to you.\n\nHannah"_s},
            u"Forty mugs with a logo"_s, "utf-8", true},
    };
}

QList<Script> allScripts()
{
    return russianScripts() + croatianScripts() + spanishScripts() + englishScripts();
}

QList<SmallTalk> smallTalk()
{
    return {
        {u"ru"_s,
            {u"Здравствуйте! Можно ли изменить адрес доставки в заказе № %1?"_s,
                u"Подскажите, пожалуйста, заказ № %1 уже отправлен?"_s,
                u"Пришёл не тот размер. Как обменять? Заказ № %1"_s,
                u"Добрый день. Можно отменить заказ № %1? Он случайно оформлен дважды."_s,
                u"Промокод не срабатывает, пишет «срок действия истёк», хотя он до конца месяца."_s},
            {u"Спасибо!"_s, u"Понятно, благодарю."_s, u"Супер, спасибо за помощь!"_s, u"Хорошо, спасибо 🙏"_s},
            {{u"Елена"_s, u"Соколова"_s}, {u"Олег"_s, u"Никитин"_s}, {u"Юлия"_s, u"Зайцева"_s}, {u"Артём"_s, {}}}},
        {u"hr"_s,
            {u"Dobar dan, kad stiže narudžba br. %1?"_s, u"Mogu li promijeniti veličinu u narudžbi br. %1?"_s,
                u"Stigao mi je krivi proizvod. Što da radim? Narudžba br. %1"_s,
                u"Pozdrav, može li se narudžba br. %1 platiti pouzećem?"_s,
                u"Kod za popust ne radi, a trebao bi vrijediti do kraja mjeseca."_s},
            {u"Hvala!"_s, u"U redu, hvala vam na pomoći."_s, u"Super, hvala puno 😊"_s, u"Hvala, lijep pozdrav!"_s},
            {{u"Ana"_s, u"Jurić"_s}, {u"Josip"_s, u"Perić"_s}, {u"Maja"_s, u"Vuković"_s}, {u"Dario"_s, {}}}},
        {u"es"_s,
            {u"Hola, ¿ya ha salido el pedido %1?"_s, u"¿Puedo cambiar la dirección de entrega del pedido %1?"_s,
                u"Me ha llegado una talla equivocada. El pedido es el %1."_s,
                u"Buenas, quiero cancelar el pedido %1, lo hice dos veces sin querer."_s,
                u"El cupón no funciona y se supone que es válido hasta fin de mes."_s},
            {u"¡Gracias!"_s, u"Muchas gracias por la ayuda."_s, u"Perfecto, gracias 😊"_s, u"Vale, muy amable."_s},
            {{u"Marta"_s, u"Gil"_s}, {u"Sergio"_s, u"Navarro"_s}, {u"Elena"_s, u"Castro"_s}, {u"Pablo"_s, {}}}},
        {u"en"_s,
            {u"Hi, has order %1 been sent yet?"_s, u"Can I still change the delivery address for order %1?"_s,
                u"I received the wrong size. The order number is %1."_s,
                u"Hello, I'd like to cancel order %1, I placed it twice by mistake."_s,
                u"The discount code isn't working, although it should be valid until the end of the month."_s},
            {u"Thanks!"_s, u"Great, thank you for your help."_s, u"Perfect, thanks 😊"_s,
                u"Got it, much appreciated."_s},
            {{u"Sophie"_s, u"Walker"_s}, {u"Daniel"_s, u"Moore"_s}, {u"Aisha"_s, u"Khan"_s}, {u"Ben"_s, {}}}},
    };
}

} // namespace parley::sandbox
