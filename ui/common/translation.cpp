// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/translation.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QTranslator>

#include <algorithm>
#include <memory>

namespace parley::ui {

namespace {

/// What is installed now. Translators belong to the application, which outlives them only by these pointers.
struct Installed {
    QLocale locale = QLocale::system();
    std::unique_ptr<QTranslator> ours;
    std::unique_ptr<QTranslator> qt; ///< the words of Qt's own dialogs, where the system has them
};

Installed &installed()
{
    static Installed state;
    return state;
}

QLocale spoken(const QLocale &wanted)
{
    const auto all = languages();
    const bool known =
        std::ranges::any_of(all, [&](const QLocale &one) { return one.language() == wanted.language(); });
    if (!known)
        return QLocale(QLocale::English);
    return QLocale::system().language() == wanted.language() ? QLocale::system() : wanted;
}

std::unique_ptr<QTranslator> load(const QString &name, const QString &folder)
{
    auto translator = std::make_unique<QTranslator>();
    if (!translator->load(name, folder))
        return nullptr;
    return translator;
}

} // namespace

QList<QLocale> languages()
{
    return {QLocale(QLocale::English), QLocale(QLocale::Russian), QLocale(QLocale::Croatian)};
}

void setLanguage(const QLocale &locale)
{
    auto &now = installed();
    now.locale = spoken(locale);
    QLocale::setDefault(now.locale);

    const QString code = now.locale.name().section(u'_', 0, 0);
    auto ours = load(QStringLiteral("parley_") + code, QStringLiteral(":/i18n"));
    auto qt = load(QStringLiteral("qtbase_") + code, QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    // The old ones go after the new ones are in place, so that no text is asked for without any.
    if (qt)
        QCoreApplication::installTranslator(qt.get());
    if (ours)
        QCoreApplication::installTranslator(ours.get());
    for (auto *old : {now.ours.get(), now.qt.get()}) {
        if (old)
            QCoreApplication::removeTranslator(old);
    }
    now.ours = std::move(ours);
    now.qt = std::move(qt);
}

QLocale language()
{
    return spoken(installed().locale);
}

QString nativeName(const QLocale &locale)
{
    if (locale.language() == QLocale::English)
        return QStringLiteral("English"); // Qt says "American English"
    QString name = locale.nativeLanguageName();
    if (!name.isEmpty())
        name[0] = name[0].toUpper();
    return name;
}

} // namespace parley::ui
