// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/context/language_words.h"

#include <QCoreApplication>
#include <QLocale>

#include <array>
#include <utility>

namespace parley::ui {

namespace {

// Whole phrases: "по-хорватски" is not "хорватский".
constexpr std::array<std::pair<const char *, const char *>, 17> kPhrases{{
    {"en", QT_TRANSLATE_NOOP("LanguageWords", "writes English")},
    {"ru", QT_TRANSLATE_NOOP("LanguageWords", "writes Russian")},
    {"hr", QT_TRANSLATE_NOOP("LanguageWords", "writes Croatian")},
    {"bs", QT_TRANSLATE_NOOP("LanguageWords", "writes Bosnian")},
    {"sr", QT_TRANSLATE_NOOP("LanguageWords", "writes Serbian")},
    {"sl", QT_TRANSLATE_NOOP("LanguageWords", "writes Slovene")},
    {"uk", QT_TRANSLATE_NOOP("LanguageWords", "writes Ukrainian")},
    {"be", QT_TRANSLATE_NOOP("LanguageWords", "writes Belarusian")},
    {"es", QT_TRANSLATE_NOOP("LanguageWords", "writes Spanish")},
    {"de", QT_TRANSLATE_NOOP("LanguageWords", "writes German")},
    {"fr", QT_TRANSLATE_NOOP("LanguageWords", "writes French")},
    {"it", QT_TRANSLATE_NOOP("LanguageWords", "writes Italian")},
    {"pt", QT_TRANSLATE_NOOP("LanguageWords", "writes Portuguese")},
    {"pl", QT_TRANSLATE_NOOP("LanguageWords", "writes Polish")},
    {"tr", QT_TRANSLATE_NOOP("LanguageWords", "writes Turkish")},
    {"kk", QT_TRANSLATE_NOOP("LanguageWords", "writes Kazakh")},
    {"zh", QT_TRANSLATE_NOOP("LanguageWords", "writes Chinese")},
}};

} // namespace

QString writesIn(const QString &languageCode)
{
    if (languageCode.isEmpty())
        return {};
    for (const auto &[code, phrase] : kPhrases) {
        if (languageCode == QLatin1String(code))
            return QCoreApplication::translate("LanguageWords", phrase);
    }
    const QLocale locale(languageCode);
    const QString name = locale.language() == QLocale::C ? languageCode : locale.nativeLanguageName();
    return QCoreApplication::translate("LanguageWords", "writes in: %1").arg(name);
}

} // namespace parley::ui
