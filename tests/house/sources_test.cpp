// SPDX-License-Identifier: GPL-3.0-or-later
#include "house/source_tree.h"
#include "support/print.h"

#include <QRegularExpression>

#include <catch2/catch_test_macros.hpp>

using namespace parley::tests;

namespace {

const QStringList kCode{QStringLiteral(".h"), QStringLiteral(".cpp"), QStringLiteral("CMakeLists.txt"),
    QStringLiteral(".cmake"), QStringLiteral(".sh"), QStringLiteral(".py"), QStringLiteral(".js"),
    QStringLiteral(".mjs")};

} // namespace

TEST_CASE("Every source file names its licence within its first two lines")
{
    const QList<SourceFile> files = sourceFiles({}, kCode);
    REQUIRE(files.size() > 50);
    for (const SourceFile &file : files) {
        INFO(file.path.toStdString());
        CHECK(file.text.section(u'\n', 0, 1).contains(QLatin1String("SPDX-License-Identifier: GPL-3.0-or-later")));
    }
}

TEST_CASE("No source file leaves a marker of unfinished work")
{
    static const QRegularExpression marker(QStringLiteral("\\b(TO") + QStringLiteral("DO|FIX") + QStringLiteral("ME|XX")
        + QStringLiteral("X|HA") + QStringLiteral("CK)\\b"));
    for (const SourceFile &file : sourceFiles({}, kCode)) {
        INFO(file.path.toStdString());
        CHECK_FALSE(file.text.contains(marker));
    }
}

TEST_CASE("No source file of the program has outgrown 700 lines")
{
    for (const SourceFile &file : sourceFiles({}, {QStringLiteral(".h"), QStringLiteral(".cpp")})) {
        INFO(file.path.toStdString());
        CHECK(file.text.count(u'\n') <= 700);
    }
}

TEST_CASE("Tests wait for what they mean and never sleep")
{
    static const QRegularExpression nap(QStringLiteral("QTest::q(Wait|Sleep)\\(|QThread::m?")
        + QStringLiteral("sleep\\(|this_thread::sl") + QStringLiteral("eep"));
    for (const SourceFile &file : sourceFiles(QStringLiteral("tests"), {QStringLiteral("_test.cpp")})) {
        INFO(file.path.toStdString());
        CHECK_FALSE(file.text.contains(nap));
    }
}

TEST_CASE(
    "A system's own header stands beside its counterpart for Windows, outside packaging and the developer's script")
{
    static const QRegularExpression systemHeader(
        QStringLiteral("#include <(sys/|unistd|linux/|windows|pthread|signal\\.h|fcntl)"),
        QRegularExpression::CaseInsensitiveOption);
    for (const QString &room : {QStringLiteral("models"), QStringLiteral("language"), QStringLiteral("storage"),
             QStringLiteral("platforms"), QStringLiteral("sync"), QStringLiteral("ui"), QStringLiteral("app")}) {
        for (const SourceFile &file : sourceFiles(room, {QStringLiteral(".h"), QStringLiteral(".cpp")})) {
            INFO(file.path.toStdString());
            if (!file.text.contains(QLatin1String("#ifdef Q_OS_WIN")))
                CHECK_FALSE(file.text.contains(systemHeader));
        }
    }
}

TEST_CASE("No connector asks the media type database about a name from outside by itself")
{
    for (const SourceFile &file :
        sourceFiles(QStringLiteral("platforms"), {QStringLiteral(".h"), QStringLiteral(".cpp")})) {
        INFO(file.path.toStdString());
        CHECK_FALSE(file.text.contains(QLatin1String("QMimeDatabase")));
    }
}

TEST_CASE("Nothing is awaited inside a condition, which GCC 12 miscompiles")
{
    static const QRegularExpression inCondition(
        QStringLiteral("\\b(if|while) \\(!?co_aw") + QStringLiteral("ait|\\? co_aw") + QStringLiteral("ait"));
    for (const SourceFile &file : sourceFiles({}, {QStringLiteral(".h"), QStringLiteral(".cpp")})) {
        INFO(file.path.toStdString());
        CHECK_FALSE(file.text.contains(inCondition));
    }
}

TEST_CASE("No member is co_returned as it is, which GCC 12 moves out of its object")
{
    static const QRegularExpression member(QStringLiteral("\\bco_ret") + QStringLiteral("urn m_\\w+;"));
    for (const SourceFile &file : sourceFiles({}, {QStringLiteral(".h"), QStringLiteral(".cpp")})) {
        INFO(file.path.toStdString());
        CHECK_FALSE(file.text.contains(member));
    }
}
