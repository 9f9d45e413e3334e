// SPDX-License-Identifier: GPL-3.0-or-later
// ./dev bench: builds a large cache once, measures, prints a table and writes it as JSON.
#include "bench/measures.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>

#include <cstdio>

using namespace parley::bench;

namespace {

void say(const QString &text)
{
    std::fputs((text + u'\n').toUtf8().constData(), stderr);
}

} // namespace

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    QCommandLineParser parser;
    const QCommandLineOption out(QStringLiteral("out"), QStringLiteral("where the table goes as JSON"),
        QStringLiteral("FILE"), QStringLiteral("bench.json"));
    const QCommandLineOption tickets(QStringLiteral("tickets"), QStringLiteral("size of the cache; ten messages each"),
        QStringLiteral("N"), QStringLiteral("100000"));
    const QCommandLineOption mails(
        QStringLiteral("mails"), QStringLiteral("size of the mailbox"), QStringLiteral("N"), QStringLiteral("3000"));
    const QCommandLineOption conversations(QStringLiteral("conversations"),
        QStringLiteral("size of the helpdesk server"), QStringLiteral("N"), QStringLiteral("50000"));
    const QCommandLineOption only(QStringLiteral("only"),
        QStringLiteral("cache, scroll, ingest, window, pixel, helpdesk or mail"), QStringLiteral("GROUP"));
    parser.addOptions({out, tickets, mails, conversations, only});
    parser.addHelpOption();
    parser.process(application);

    const QString folder = QFileInfo(parser.value(out)).absolutePath() + QStringLiteral("/bench-data");
    QDir().mkpath(folder);
    const auto wanted = [&](const char *group) {
        return !parser.isSet(only) || parser.value(only) == QLatin1String(group);
    };

    QList<Row> rows;
    if (wanted("cache") || wanted("window") || wanted("scroll")) {
        const auto cache = openOrBuild(folder, parser.value(tickets).toInt(), say);
        if (!cache) {
            say(QStringLiteral("The cache for the benchmark could not be built: ") + cache.error().detail
                + cache.error().words);
            return 1;
        }
        if (wanted("window"))
            rows << windowRows(*cache, QStringLiteral(PARLEY_PROGRAM), QStringLiteral(BARE_WINDOW_PROGRAM));
        if (wanted("cache"))
            rows << readerRows(*cache);
        if (wanted("scroll"))
            rows << scrollRows(*cache);
    }
    if (wanted("ingest"))
        rows << ingestRows(folder);
    if (wanted("pixel"))
        rows << pixelRows(folder);
    if (wanted("helpdesk"))
        rows << helpdeskRows(folder, parser.value(conversations).toInt(), QStringLiteral(PARLEY_PROGRAM));
    if (wanted("mail"))
        rows << mailRows(folder, parser.value(mails).toInt());

    printTable(rows);
    if (!writeJson(rows, parser.value(out))) {
        say(QStringLiteral("The table could not be written to ") + parser.value(out));
        return 1;
    }
    return 0;
}
