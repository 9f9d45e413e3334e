// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QLocale>

namespace parley::ui {

/// The languages that the interface speaks, in the order of the menu.
[[nodiscard]] QList<QLocale> languages();

/// Puts the interface into a language at run time: every widget gets a LanguageChange event. Numbers and times follow
/// it (with the system's territory where the system speaks the same language). A language that we do not speak gives
/// English. Needs a QCoreApplication; its thread only.
void setLanguage(const QLocale &locale);

/// The language as last set; the system's one, or English, before that.
[[nodiscard]] QLocale language();

/// A language's own name as menus show it: "Русский".
[[nodiscard]] QString nativeName(const QLocale &locale);

} // namespace parley::ui
