// SPDX-License-Identifier: GPL-3.0-or-later
// The house's links, as docs/architecture.md draws them.
#include "house/source_tree.h"
#include "support/print.h"

#include <QFile>
#include <QHash>
#include <QRegularExpression>
#include <QSet>

#include <catch2/catch_test_macros.hpp>

using namespace parley::tests;

namespace {

// What each room may use; nothing else, in no file.
const QHash<QString, QStringList> kMaySee{
    {QStringLiteral("models"), {}},
    {QStringLiteral("language"), {QStringLiteral("models")}},
    {QStringLiteral("storage"), {QStringLiteral("models"), QStringLiteral("language")}},
    {QStringLiteral("platforms"), {QStringLiteral("models"), QStringLiteral("language")}},
    {QStringLiteral("sync"),
        {QStringLiteral("models"), QStringLiteral("language"), QStringLiteral("storage"), QStringLiteral("platforms")}},
    {QStringLiteral("ui"),
        {QStringLiteral("models"), QStringLiteral("language"), QStringLiteral("storage"), QStringLiteral("sync")}},
    {QStringLiteral("app"),
        {QStringLiteral("models"), QStringLiteral("language"), QStringLiteral("storage"), QStringLiteral("platforms"),
            QStringLiteral("sync"), QStringLiteral("ui")}},
};

QStringList builtLinks()
{
    QFile file(QStringLiteral(PARLEY_ROOMS_FILE));
    REQUIRE(file.open(QIODevice::ReadOnly));
    return QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts);
}

} // namespace

TEST_CASE("Every link that was built runs downwards")
{
    const QStringList links = builtLinks();
    REQUIRE(links.size() >= 10);
    for (const QString &link : links) {
        const QString from = link.section(u' ', 0, 0);
        const QString to = link.section(u' ', 1, 1);
        INFO(link.toStdString());
        REQUIRE(kMaySee.contains(from));
        CHECK(kMaySee.value(from).contains(to));
    }
}

TEST_CASE("No file of a room includes what its room may not see")
{
    static const QRegularExpression include(
        QStringLiteral("^#include [\"<]([a-z]+)/"), QRegularExpression::MultilineOption);
    int seen = 0;
    for (auto room = kMaySee.cbegin(); room != kMaySee.cend(); ++room) {
        for (const SourceFile &file : sourceFiles(room.key(), {QStringLiteral(".h"), QStringLiteral(".cpp")})) {
            auto matches = include.globalMatch(file.text);
            while (matches.hasNext()) {
                const QString target = matches.next().captured(1);
                if (!kMaySee.contains(target) || target == room.key())
                    continue;
                ++seen;
                INFO(file.path.toStdString() << " includes " << target.toStdString());
                CHECK(room.value().contains(target));
            }
        }
    }
    CHECK(seen > 50);
}

TEST_CASE("No file reaches into another folder by a relative path")
{
    for (const SourceFile &file : sourceFiles({}, {QStringLiteral(".h"), QStringLiteral(".cpp")})) {
        INFO(file.path.toStdString());
        CHECK_FALSE(file.text.contains(QLatin1String("#include \"../")));
    }
}

TEST_CASE("Only storage/sqlite knows SQLite, and only platforms/mail the mail libraries")
{
    for (const SourceFile &file : sourceFiles({}, {QStringLiteral(".h"), QStringLiteral(".cpp")})) {
        INFO(file.path.toStdString());
        if (!file.path.startsWith(QLatin1String("storage/sqlite/")) && !file.path.startsWith(QLatin1String("tests/")))
            CHECK_FALSE(file.text.contains(QRegularExpression(QStringLiteral("#include <(sqlite3|sqlcipher)"))));
        if (!file.path.startsWith(QLatin1String("platforms/mail/")) && !file.path.startsWith(QLatin1String("tests/")))
            CHECK_FALSE(
                file.text.contains(QRegularExpression(QStringLiteral("#include <(libetpan|gmime|gumbo|ytnef)"))));
    }
}

TEST_CASE("Outside a platform's folder nobody asks which platform it is")
{
    static const QRegularExpression question(
        QStringLiteral("platform\\s*(==|!=)\\s*(u?\"|QStringLiteral|QLatin1String)"));
    for (const QString &room :
        {QStringLiteral("storage"), QStringLiteral("sync"), QStringLiteral("ui"), QStringLiteral("models")}) {
        for (const SourceFile &file : sourceFiles(room, {QStringLiteral(".h"), QStringLiteral(".cpp")})) {
            INFO(file.path.toStdString());
            CHECK_FALSE(file.text.contains(question));
        }
    }
}
