// SPDX-License-Identifier: GPL-3.0-or-later
// The community's customers. All people, numbers and shops are invented.
#include "sandbox/demo/vk_desk.h"

using namespace Qt::Literals::StringLiterals;

namespace parley::sandbox {

namespace {

using What = CommunityLine::What;
using Kind = vk::Place::Kind;

const QString kSale = u"Осенняя распродажа: чашки, пледы и светильники со скидкой до 30 %. Доставка по всей стране."_s;
const QString kLamp = u"Настольная лампа «Маяк» снова в продаже"_s;
const QString kPlaid = u"Плед «Северный», 140 × 200"_s;
const QString kTopic = u"Вопросы о доставке и оплате"_s;

CommunityLine say(int at, const QString &text, What what = What::Text)
{
    return {at, text, what, Line::Picture::Parcel};
}

CommunityLine show(int at, const QString &text, Line::Picture picture)
{
    return {at, text, What::Photo, picture};
}

QList<CommunityScript> writers()
{
    return {
        {u"Ирина"_s, u"Лебедева"_s, 1, u"ru"_s, u"Казань"_s, false, {},
            {
                say(-2 * kDay - 3 * kHour, u"Здравствуйте! Хочу заказать три лампы «Маяк» для кафе. Есть опт?"_s),
                say(-2 * kDay - 2 * kHour, u"Добрый день, Ирина! От трёх штук скидка 10 %. Оформить?"_s,
                    What::Colleague),
                say(-2 * kDay - 2 * kHour + 5 * kMinute, u"Да, пожалуйста. Оплата по счёту."_s),
                say(-2 * kDay - kHour, u"Счёт отправили на вашу почту, ждём оплату."_s, What::Colleague),
                say(-2 * kDay - kHour + 60, {}, What::Answered),
                say(-5 * kHour, u"Оплатили сегодня утром, чек приложила. Когда отправите?"_s, What::Document),
            },
            {u"Отлично, буду ждать трек-номер 👍"_s, u"Спасибо!"_s}, {}},
        {u"Максим"_s, u"Орехов"_s, 2, u"ru"_s, u"Пермь"_s, false, {},
            {
                show(-3 * kHour, u"Лампа пришла с трещиной на абажуре"_s, Line::Picture::Lamp),
                say(-3 * kHour + 40, u"Заказ № 51208. Верните деньги или пришлите новую, упаковка была целая."_s),
                say(20, u"Есть кто живой?"_s),
            },
            {u"Давайте новую. Старую куда девать?"_s, u"Понял, спасибо, что быстро."_s}, {}},
        {u"Лиза"_s, u"Круглова"_s, 1, u"ru"_s, u"Томск"_s, false, {},
            {
                say(-40 * kMinute, u"Мне обещали перезвонить ещё вчера"_s),
                say(-38 * kMinute, u"Переписка с вашим складом"_s, What::Forward),
                say(34, {}, What::Voice),
            },
            {u"Хорошо, до вечера подожду."_s}, {}},
        {u"Николай"_s, u"Фомин"_s, 2, u"ru"_s, {}, false, {},
            {
                say(27, u"Подскажите код для входа, вы мне его прислали, а он 482 915 не подходит"_s),
                say(41, u"Подскажите, почему не подходит код для входа?"_s, What::Edit),
            },
            {u"А, это был старый код. Разобрался!"_s}, {}},
        {u"Olena"_s, u"Marchuk"_s, 1, u"uk"_s, u"Львів"_s, false, {},
            {
                say(-70 * kMinute, u"Доброго дня! Чи можна оплатити замовлення карткою під час отримання?"_s),
                say(46, u"І скільки коштує доставка до відділення?"_s),
            },
            {u"Дякую, тоді замовляю."_s}, {}},
        {u"Анонимный"_s, u"Кот"_s, 2, u"ru"_s, {}, false, {},
            {
                say(52, u"СРОЧНО!!! лучшие цены на крипту, пиши в личку"_s),
                say(60, {}, What::Delete),
            },
            {}, {}},
    };
}

QList<CommunityScript> commenters()
{
    return {
        {u"Татьяна"_s, u"Белова"_s, 1, u"ru"_s, u"Уфа"_s, false, kSale,
            {
                say(-26 * kHour, u"Неделю жду ответа по заказу № 50774! Деньги взяли, а в ответ тишина."_s,
                    What::Comment),
                say(-25 * kHour, u"Татьяна, здравствуйте! Проверяем, ответим сегодня."_s, What::ShopComment),
                say(-4 * kHour, u"«Сегодня» прошло. Где мой заказ?"_s, What::Reply),
                say(-3 * kHour - 30 * kMinute, u"Продублирую сюда: заказ № 50774, оплачен 12-го."_s),
            },
            {u"Спасибо, что нашли. Жду до пятницы."_s},
            {u"Ответили в личные, спасибо."_s, u"Получила, вопрос закрыт!"_s}},
        {u"Геннадий"_s, u"Стрельцов"_s, 2, u"ru"_s, {}, true, kSale,
            {
                say(-2 * kHour, u"А пледы в красном цвете ещё будут?"_s, What::Comment),
                say(38, u"И почему скидка не видна в корзине?"_s, What::Comment),
            },
            {}, {u"Понятно, спасибо. В личку мне писать нельзя, отвечайте тут."_s}},
        {u"Диана"_s, u"Ли"_s, 1, u"ru"_s, u"Хабаровск"_s, false, kLamp,
            {say(-90 * kMinute, u"Какая у неё длина провода? И можно ли лампочку на 60 Вт?"_s, What::Comment)}, {},
            {u"Супер, беру две."_s}},
        {u"Роман"_s, u"Шубин"_s, 2, u"ru"_s, {}, false, kPlaid,
            {say(15, u"Сколько стоит доставка пледа до Мурманска?"_s, What::Comment)}, {}, {u"Дороговато, подумаю."_s}},
        {u"Вера"_s, u"Ким"_s, 1, u"ru"_s, {}, false, kTopic,
            {say(-8 * kHour, u"Принимаете ли карты «Мир» при самовывозе?"_s, What::Comment)}, {}, {}},
        {u"Stanislav"_s, u"Horvat"_s, 2, u"en"_s, u"Zagreb"_s, false, kLamp,
            {say(44, u"Do you ship this lamp to Croatia? Couldn't find it on the site."_s, What::Comment)}, {},
            {u"Great, thank you!"_s}},
        {u"Арсений"_s, u"Вольский"_s, 2, u"ru"_s, u"Москва"_s, false, {},
            {say(-6 * kHour,
                u"Заказал в [club224000117|Shop] лампу, пришла за два дня и в отличной упаковке. Рекомендую!"_s,
                What::Mention)},
            {}, {}},
    };
}

} // namespace

QList<CommunityPlace> communityPlaces()
{
    return {{Kind::Wall, kSale, -3 * kDay}, {Kind::Photo, kLamp, -2 * kDay}, {Kind::Market, kPlaid, -2 * kDay},
        {Kind::Board, kTopic, -2 * kDay}};
}

QList<CommunityScript> communityScripts()
{
    return writers() + commenters();
}

} // namespace parley::sandbox
