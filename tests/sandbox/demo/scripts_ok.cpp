// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/demo/ok_desk.h"
#include "sandbox/demo/script.h"

using namespace Qt::Literals::StringLiterals;

namespace parley::sandbox {

namespace {

OkLine write(int at, const QString &text)
{
    return {at, text, OkLine::What::Text};
}
OkLine colleague(int at, const QString &text)
{
    return {at, text, OkLine::What::Colleague};
}
OkLine comment(int at, const QString &text)
{
    return {at, text, OkLine::What::Comment};
}

} // namespace

QList<OkScript> okScripts()
{
    return {
        {u"Галина Петровна Орлова"_s, {}, {},
            {
                write(-2 * kDay, u"Здравствуйте! Заказала у вас чайный набор в подарок сестре, когда его привезут?"_s),
                colleague(-2 * kDay + kHour,
                    u"Здравствуйте, Галина Петровна! Набор уже в пути, курьер позвонит вам за час до доставки."_s),
                write(-2 * kDay + 70 * kMinute, u"Спасибо большое, буду ждать! 🌷"_s),
                write(-40 * kMinute, u"Девочки, курьер так и не позвонил. А день рождения уже завтра…"_s),
                write(28, u"Вы мне ответите? Очень переживаю."_s),
            },
            {},
            {u"Ой, как хорошо! Тогда жду его сегодня до восьми."_s, u"Привезли! Всё целое, спасибо вам огромное ❤️"_s}},
        {u"Сергей Власов"_s, {}, {},
            {
                {-3 * kHour, u"Вот такая кружка пришла. Ручка отбита."_s, OkLine::What::Photo},
                write(-3 * kHour + kMinute, u"Заказ 51877. Хочу обмен, а не деньги."_s),
                write(95, u"И ещё вопрос: старую кружку нужно отправлять обратно?"_s),
            },
            {}, {u"Понял, фото упаковки пришлю вечером."_s, u"Ок, договорились."_s}},
        {{}, {},
            {{u"Категория"_s, u"Не могу войти"_s}, {u"Телефон в профиле"_s, u"+7 900 *** ** 17"_s},
                {u"Когда заходили последний раз"_s, u"На прошлой неделе"_s}},
            {
                write(12,
                    u"Здравствуйте, сменила номер, и код для входа приходит на старый. Как мне попасть в магазин?"_s),
                write(40, u"Там мои бонусы, не хотелось бы их потерять"_s),
            },
            {}, {u"Да, паспорт под рукой. Что нужно сделать?"_s, u"Получилось, я вошла! Спасибо."_s}},
        {{}, u"Новинка осени: иван-чай с облепихой"_s, {},
            {
                comment(-5 * kHour, u"А в Казань доставляете?"_s),
                {-5 * kHour + 20 * kMinute, u"Да, в Казань — от двух дней."_s, OkLine::What::GroupComment},
                comment(-90 * kMinute, u"Брали такой на ярмарке, очень вкусный, но дороговато."_s),
                comment(20, u"Второй раз спрашиваю: есть ли он в пакетиках? Неделю никто не отвечает."_s),
                comment(130, u"Где можно попробовать перед покупкой?"_s),
            },
            {u"Рустам Галиев"_s, u"Наталья Мельник"_s, u"Ольга Дубова"_s}, {}},
    };
}

} // namespace parley::sandbox
