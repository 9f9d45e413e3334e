// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/program.h"

#include "support/print.h"

#include <catch2/catch_test_macros.hpp>

#include <QDir>
#include <QFile>

using namespace parley::tests;
using namespace Qt::StringLiterals;

namespace {

QStringList words(const char *text)
{
    return QString::fromUtf8(text).split(u' ', Qt::SkipEmptyParts);
}

/// One line on standard error that begins with the program's name; nothing on standard output.
void checkOneLine(const Outcome &outcome)
{
    INFO(outcome.err.toStdString() << outcome.out.toStdString());
    CHECK(outcome.err.count(u'\n') == 1);
    CHECK(outcome.err.startsWith(u"parley: "));
    CHECK(outcome.out.isEmpty());
}

QString misused(const Program &program, const QStringList &arguments)
{
    const auto outcome = program.run(arguments);
    INFO(arguments.join(u' ').toStdString());
    CHECK(outcome.exit == 2);
    checkOneLine(outcome);
    return outcome.err;
}

} // namespace

TEST_CASE("Help and version ask for nothing and change nothing")
{
    const Program program;
    const auto help = program.run({QStringLiteral("--help")});
    CHECK(help.exit == 0);
    for (const char *command : {"account add", "sync", "watch", "list", "show", "reply", "set", "search", "outbox",
             "export", "stats", "doctor", "contact list", "contact merge", "contact unmerge", "canned list",
             "macro list", "macro run", "team list", "agent list"})
        CHECK(help.out.contains(command));
    CHECK(program.run(words("reply --help")).out.contains("--wait SECONDS"));
    CHECK(program.run({QStringLiteral("--version")}).out.startsWith("parley "));
    CHECK(QDir(program.folder()).isEmpty());
}

TEST_CASE("What is not understood is named with its mend, ends with 2 and changes nothing")
{
    const Program program;
    CHECK(misused(program, words("lst")).contains(u"parley list"));
    CHECK(misused(program, words("frobnicate")).contains(u"frobnicate"));
    CHECK(misused(program, words("account")).contains(u"account add"));
    CHECK(misused(program, words("list --limt 5")).contains(u"--limit"));
    CHECK(misused(program, words("list --text x")).contains(u"--text"));
    CHECK(misused(program, words("reply 5")).contains(u"--text"));
    CHECK(misused(program, words("reply abc --text x")).contains(u"abc"));
    CHECK(misused(program, {u"reply"_s, u"5"_s, u"--text"_s, u"  "_s}).contains(u"empty"));
    CHECK(misused(program, words("reply 5 --text x --wait soon")).contains(u"soon"));
    CHECK(misused(program, words("reply 5 --text x --note --private")).contains(u"choose one"));
    CHECK(misused(program, words("reply --text x")).contains(u"Usage"));
    CHECK(misused(program, words("set 5")).contains(u"--status"));
    CHECK(misused(program, words("set 5 --status ajar")).contains(u"ajar"));
    CHECK(misused(program, words("set 5 --status snoozed")).contains(u"--snooze"));
    CHECK(misused(program, words("set 5 --snooze whenever")).contains(u"whenever"));
    CHECK(misused(program, words("set 5 --snooze 2001-01-01")).contains(u"past"));
    CHECK(misused(program, words("set 5 --priority asap")).contains(u"asap"));
    CHECK(misused(program, words("set 5 --mute --unmute")).contains(u"choose one"));
    CHECK(misused(program, words("set 5 --read --unread")).contains(u"choose one"));
    CHECK(misused(program, {u"set"_s, u"5"_s, u"--team"_s, u" "_s}).contains(u"none"));
    CHECK(misused(program, words("macro")).contains(u"macro run"));
    CHECK(misused(program, words("macro run 5")).contains(u"TICKET NAME"));
    CHECK(misused(program, words("macro run Refund 5")).contains(u"Refund"));
    CHECK(misused(program, words("canned list hello")).contains(u"hello"));
    CHECK(misused(program, words("export")).contains(u"--csv"));
    CHECK(misused(program, words("outbox retry x")).contains(u"x"));
    CHECK(misused(program, words("show 1 2")).contains(u"2"));
    CHECK(misused(program, words("sync --once --once")).contains(u"twice"));
    CHECK(misused(program, words("sync --once=yes")).contains(u"no value"));
    CHECK(misused(program, words("list --limit")).contains(u"--limit N"));
    CHECK(misused(program, words("account add telegrm --name X")).contains(u"telegram"));
    CHECK(misused(program, words("account add telegram")).contains(u"--name"));
    CHECK(misused(program, words("account add telegram --name X --set colour=red")).contains(u"colour"));
    CHECK(misused(program, words("account add telegram --name X --url http://example.org")).contains(u"http"));
    CHECK(misused(program, words("account add mail --name X")).contains(u"imap"));
    CHECK(misused(program, words("account add telegram --name X --sign-in")).contains(u"no sign-in in the browser"));
    CHECK(misused(program, words("account add mail --name X --sign-in")).contains(u"auth=xoauth2"));
    CHECK(misused(program, words("account add telegram --name X --further-secret user")).contains(u"one secret only"));
    CHECK(misused(program, words("contact merge 1")).contains(u"FROM INTO"));
    CHECK(misused(program, words("contact merge 1 Ana")).contains(u"Ana"));
    CHECK(misused(program, words("contact unmerge x")).contains(u"x"));
    CHECK(QDir(program.folder()).isEmpty());
}

TEST_CASE("A place that cannot be used is refused in one sentence")
{
    Program program;
    CHECK(misused(program, {u"--profile"_s, u"../other"_s, u"list"_s}).contains(u"../other"));
    program.common[3] = QStringLiteral("vault:x");
    CHECK(misused(program, words("list")).contains(u"vault:x"));

    Program blocked;
    QFile file(blocked.folder() + QStringLiteral("/file"));
    REQUIRE(file.open(QIODevice::WriteOnly));
    blocked.common[1] = file.fileName() + QStringLiteral("/inside");
    const auto outcome = blocked.run(words("list"));
    CHECK(outcome.exit == 1);
    checkOneLine(outcome);
    CHECK(outcome.err.contains(u"--data-dir"));
}

TEST_CASE("A secrets file that others may read is refused until it is made private")
{
    const Program program;
    REQUIRE(program.run(words("list")).exit == 0);
    QFile secrets(program.secretsPath());
    REQUIRE(secrets.exists());
    CHECK((secrets.permissions() & (QFile::ReadGroup | QFile::ReadOther)) == 0);
    secrets.setPermissions(secrets.permissions() | QFile::ReadOther);
    const auto outcome = program.run(words("list"));
    CHECK(outcome.exit == 1);
    checkOneLine(outcome);
    CHECK(outcome.err.contains(u"600"));
}

TEST_CASE("A new profile is empty, and every reading command says so quietly")
{
    const Program program;
    for (const char *command : {"list", "account list", "outbox", "search refund", "export --jsonl", "list is:open",
             "contact list", "canned list", "macro list", "team list", "agent list", "list team:billing is:muted"}) {
        const auto outcome = program.json(words(command));
        INFO(command << outcome.err.toStdString());
        CHECK(outcome.exit == 0);
        CHECK(outcome.out.isEmpty());
        CHECK(outcome.err.isEmpty());
    }
    const auto stats = program.json(words("stats"));
    CHECK(stats.exit == 0);
    for (const char *count : {"tickets", "open", "pending", "snoozed", "resolved", "unanswered", "unread", "queued",
             "held", "failed", "accounts"})
        CHECK(stats.object().value(QLatin1String(count)).toInt(-1) == 0);
    CHECK_FALSE(stats.object().contains(u"satisfaction"_s));
    const auto synced = program.json(words("sync --once"));
    CHECK(synced.exit == 0);
    for (const char *count : {"pulled", "pushed", "held", "failed"})
        CHECK(synced.object().value(QLatin1String(count)).toInt(-1) == 0);
    const auto doctor = program.json(words("doctor"));
    CHECK(doctor.exit == 0);
    CHECK(doctor.object().value(u"integrity").toString() == u"ok");
    CHECK(doctor.object().value(u"problems").toInt(-1) == 0);
    // Only its owner may look into the profile.
    CHECK((QFile::permissions(program.profileFolder()) & (QFile::ReadGroup | QFile::ReadOther)) == 0);
}

TEST_CASE("A query that is not understood is misuse; a ticket or account that is not there is failure")
{
    const Program program;
    CHECK(misused(program, words("list is:opne")).contains(u"is:open"));
    CHECK(misused(program, words("search tags:x")).contains(u"tag:x"));
    for (const char *command :
        {"show 77", "reply 77 --text hello", "set 77 --status open", "account remove Shop", "outbox retry 77",
            "outbox discard 77", "contact merge 77 78", "contact unmerge 77", "sync --once --account Shop",
            "macro run 77 Refund", "set 77 --team billing", "set 77 --mute", "team list --account Shop"}) {
        const auto outcome = program.run(words(command));
        INFO(command);
        CHECK(outcome.exit == 1);
        checkOneLine(outcome);
    }
    CHECK(program.run(words("sync --offline")).exit == 2);
}

TEST_CASE("A damaged, foreign or wrongly keyed cache is refused and left as it is")
{
    const Program program;
    REQUIRE(program.run(words("list")).exit == 0);
    const auto damage = [&](const QByteArray &content) {
        for (const char *beside : {"-wal", "-shm"})
            QFile::remove(program.cachePath() + QLatin1String(beside));
        QFile cache(program.cachePath());
        REQUIRE(cache.open(QIODevice::WriteOnly | QIODevice::Truncate));
        cache.write(content);
        cache.close();
        for (const char *command : {"list", "sync --once"}) {
            const auto outcome = program.run(words(command));
            CHECK(outcome.exit == 1);
            checkOneLine(outcome);
        }
        REQUIRE(cache.open(QIODevice::ReadOnly));
        CHECK(cache.readAll() == content);
    };
    damage(QByteArray("this is no cache at all").repeated(1000));
    damage(QByteArray("SQLite format 3\0", 16) + QByteArray(8192, '\0'));

    // A key store that has lost the key does not get a new one: that would make the cache unreadable for ever.
    QFile::remove(program.secretsPath());
    const auto keyless = program.run(words("list"));
    CHECK(keyless.exit == 1);
    checkOneLine(keyless);
    CHECK(keyless.err.contains(u"key"));
    CHECK_FALSE(QFile::exists(program.secretsPath()));
}

TEST_CASE("Output that cannot be written is a failure")
{
    if (!QFile::exists(QStringLiteral("/dev/full")))
        SKIP("no /dev/full here");
    const Program program;
    QProcess process;
    process.setStandardOutputFile(QStringLiteral("/dev/full"));
    process.start(QStringLiteral(PARLEY_PROGRAM), program.common + words("stats"));
    REQUIRE(process.waitForFinished(120'000));
    CHECK(process.exitCode() == 1);
    CHECK(process.readAllStandardError().startsWith("parley: "));
}
