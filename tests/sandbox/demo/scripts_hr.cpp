// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/demo/script.h"

using namespace Qt::Literals::StringLiterals;

namespace parley::sandbox {

namespace {

QList<Script> croatianChats()
{
    return {
        {Script::Channel::Telegram, u"Ivana"_s, u"Horvat"_s, u"ivana_horvat_demo"_s, u"hr"_s,
            {
                say(-3 * kHour, u"Dobar dan, prošli sam tjedan vratila haljinu, a novac još nije stigao na račun."_s),
                say(-3 * kHour + kMinute, u"Broj povrata je 20417."_s),
                say(30, u"Možete li mi reći kad mogu očekivati uplatu?"_s),
            },
            {u"Hvala puno na brzom odgovoru!"_s, u"U redu, javit ću se ako do petka ne stigne."_s}, {}, "utf-8", false},
        {Script::Channel::Telegram, u"Marko"_s, u"Kovačević"_s, {}, u"hr"_s,
            {
                say(-18 * kHour, u"Paket je trebao stići jučer. Gdje je?"_s),
                say(-4 * kHour, u"Halo? Ima li koga?"_s),
                say(15, u"Ovo je sramota. Zvao sam tri puta i nitko se ne javlja!"_s),
                say(70, u"Nikad više ništa ne naručujem kod vas."_s),
            },
            {u"Dobro, hvala što ste barem odgovorili. Čekam do petka."_s, u"Stiglo je. Hvala."_s}, {}, "utf-8", false},
        {Script::Channel::Telegram, u"Petra"_s, u"Babić"_s, u"petra_b_demo"_s, u"hr"_s,
            {
                say(8, u"Pozdrav, ne mogu se prijaviti, kod mi ne stiže na mobitel 😕"_s),
                edit(14, u"Pozdrav, ne mogu se prijaviti, kod mi ne stiže ni na mobitel ni na e-mail 😕"_s),
                photo(21, Line::Picture::Screen, u"Ovo mi piše na ekranu"_s),
            },
            {u"Uspjelo je! Hvala vam 😊"_s}, {}, "utf-8", false},
        {Script::Channel::Business, u"Luka"_s, u"Marić"_s, {}, u"hr"_s,
            {
                say(-8 * kHour, u"Bok! Radi li poslovnica u nedjelju?"_s),
                agent(-8 * kHour + 20 * kMinute, u"Dobar dan! Nedjeljom radimo od 9 do 14 sati."_s),
                say(-8 * kHour + 22 * kMinute, u"Super, hvala!"_s),
                say(55, u"Još jedno pitanje: mogu li kod vas podići paket koji sam naručio preko weba?"_s),
            },
            {u"Odlično, dolazim u nedjelju. Hvala!"_s}, {}, "utf-8", false},
    };
}

QList<Script> croatianMails()
{
    return {
        {Script::Channel::Mail, u"Željka"_s, u"Đurić"_s, u"zeljka.duric@posta.example"_s, u"hr"_s,
            {
                say(-2 * kDay - 3 * kHour,
                    u"Poštovani,\n\njučer mi je dostavljena polica (narudžba br. 31905). Jedna je bočna ploča napukla, "
                    "a u vrećici nedostaju četiri vijka.\n\nMolim vas da mi pošaljete zamjenu.\n\n"
                    "Srdačan pozdrav,\nŽeljka Đurić"_s),
                agent(-2 * kDay,
                    u"Poštovana gospođo Đurić,\n\nispričavamo se zbog neugodnosti. Možete li nam poslati "
                    "fotografiju oštećenja?"_s),
                photo(-kDay - 5 * kHour, Line::Picture::Parcel,
                    u"Poštovani,\n\nfotografija je u privitku. Kutija je bila oštećena već kod preuzimanja.\n\n"
                    "Željka Đurić"_s),
            },
            {u"Hvala lijepa, javit ću se kad stigne.\n\nŽeljka Đurić"_s}, u"Reklamacija – oštećena polica"_s,
            "windows-1250", false},
        {Script::Channel::Mail, u"Tomislav"_s, u"Šimić"_s, u"tomislav.simic@posta.example"_s, u"hr"_s,
            {
                say(60,
                    u"Dobar dan,\n\nu narudžbi br. 32118 upisao sam staru adresu. Može li se paket preusmjeriti na "
                    "novu: Vukovarska 12, Split?\n\nHvala unaprijed,\nTomislav Šimić"_s),
            },
            {u"Savršeno, hvala na pomoći!\n\nTomislav"_s}, u"Promjena adrese dostave"_s, "utf-8", true},
    };
}

} // namespace

QList<Script> croatianScripts()
{
    return croatianChats() + croatianMails();
}

} // namespace parley::sandbox
