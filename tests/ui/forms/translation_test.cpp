// SPDX-License-Identifier: GPL-3.0-or-later
// The interface speaks every text in every language. The sources are read afresh, so a new text fails this until it is
// translated: `cmake --build BUILD --target translations_update`, then fill in what is unfinished.
#include "support/print.h"
#include "ui/common/size_words.h"
#include "ui/common/translation.h"

#include <QCoreApplication>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QSet>
#include <QTemporaryDir>
#include <QXmlStreamReader>

#include <catch2/catch_test_macros.hpp>

using namespace parley::ui;

namespace {

struct Entry {
    QString context;
    QString source;
    QString comment;
    bool plural = false;
    bool finished = true;
    QStringList forms; ///< one, or as many as the language has

    [[nodiscard]] QString key() const { return context + u'\n' + source + u'\n' + comment; }
};

Entry readMessage(QXmlStreamReader &xml, const QString &context)
{
    Entry entry;
    entry.context = context;
    entry.plural = xml.attributes().value(QStringLiteral("numerus")) == u"yes";
    while (xml.readNextStartElement()) {
        if (xml.name() == u"source") {
            entry.source = xml.readElementText();
        } else if (xml.name() == u"comment") {
            entry.comment = xml.readElementText();
        } else if (xml.name() == u"translation") {
            entry.finished = xml.attributes().value(QStringLiteral("type")).isEmpty();
            if (!entry.plural) {
                entry.forms << xml.readElementText();
                continue;
            }
            while (xml.readNextStartElement())
                entry.forms << xml.readElementText();
        } else {
            xml.skipCurrentElement();
        }
    }
    return entry;
}

QList<Entry> entriesOf(const QString &path)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    QXmlStreamReader xml(&file);
    QList<Entry> entries;
    QString context;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == u"name")
            context = xml.readElementText();
        else if (xml.name() == u"message")
            entries << readMessage(xml, context);
    }
    REQUIRE_FALSE(xml.hasError());
    return entries;
}

QString tsFile(const QString &code)
{
    return QStringLiteral(PARLEY_SOURCE_DIR "/translations/parley_%1.ts").arg(code);
}

QStringList placeholders(const QString &text)
{
    static const QRegularExpression mark(QStringLiteral("%(L?\\d+|n)"));
    QStringList found;
    for (auto it = mark.globalMatch(text); it.hasNext();)
        found << it.next().captured();
    found.removeDuplicates();
    found.sort();
    return found;
}

/// What lupdate finds in the sources now, and what it says of them.
QList<Entry> freshEntries(bool pluralOnly, QString &said)
{
    const QTemporaryDir dir;
    const QString path = dir.filePath(QStringLiteral("fresh.ts"));
    QStringList arguments{QStringLiteral("-I"), QStringLiteral("."), QStringLiteral("-locations"),
        QStringLiteral("none"), QStringLiteral("-source-language"), QStringLiteral("en"),
        QStringLiteral("-target-language"), QStringLiteral("en")};
    if (pluralOnly)
        arguments << QStringLiteral("-pluralonly");
    arguments << QStringLiteral(PARLEY_ROOMS_WITH_TEXTS).split(u' ') << QStringLiteral("-ts") << path;
    QProcess lupdate;
    lupdate.setWorkingDirectory(QStringLiteral(PARLEY_SOURCE_DIR));
    lupdate.start(QStringLiteral(PARLEY_LUPDATE), arguments);
    REQUIRE(lupdate.waitForFinished(120'000));
    REQUIRE(lupdate.exitCode() == 0);
    said = QString::fromUtf8(lupdate.readAllStandardError());
    return entriesOf(path);
}

} // namespace

TEST_CASE("Every text is translated, with its placeholders and as many plural forms as the language has")
{
    const QList<std::pair<QString, int>> pluralForms{
        {QStringLiteral("en"), 2}, {QStringLiteral("ru"), 3}, {QStringLiteral("hr"), 3}};
    for (const auto &[code, count] : pluralForms) {
        const auto entries = entriesOf(tsFile(code));
        CHECK_FALSE(entries.isEmpty());
        for (const Entry &entry : entries) {
            INFO(code.toStdString() << ": " << entry.context.toStdString() << ": " << entry.source.toStdString());
            CHECK(entry.finished);
            CHECK(entry.forms.size() == (entry.plural ? count : 1));
            for (const QString &form : entry.forms) {
                CHECK_FALSE(form.trimmed().isEmpty());
                CHECK(placeholders(form) == placeholders(entry.source));
                CHECK(form.count(u'\n') == entry.source.count(u'\n'));
            }
        }
    }
}

TEST_CASE("No text of the sources is missing from a language, and none is left over")
{
    for (const QString &code : {QStringLiteral("en"), QStringLiteral("ru"), QStringLiteral("hr")}) {
        QString said;
        QSet<QString> wanted;
        for (const Entry &entry : freshEntries(code == u"en", said))
            wanted.insert(entry.key());
        QSet<QString> there;
        for (const Entry &entry : entriesOf(tsFile(code)))
            there.insert(entry.key());
        INFO(code.toStdString());
        CHECK(QStringList((wanted - there).values()) == QStringList());
        CHECK(QStringList((there - wanted).values()) == QStringList());
    }
}

TEST_CASE("Every text is looked up where lupdate files it")
{
    // A tr() outside a class with a context of its own is filed under a guess, and then found by nobody.
    QString said;
    (void)freshEntries(false, said);
    QStringList guesses;
    for (const QString &line : said.split(u'\n')) {
        if (line.contains(QStringLiteral("lacks Q_OBJECT macro")) || line.contains(QStringLiteral("unknown namespace"))
            || line.contains(QStringLiteral("cannot be called without context")))
            guesses << line;
    }
    CHECK(guesses == QStringList());
}

TEST_CASE("Numbers of things are spoken as each language counts")
{
    const auto spoken = [](int n) {
        return QCoreApplication::translate("parley::ui::SplitPopup", "Goes as %n message(s)", nullptr, n);
    };
    setLanguage(QLocale(QLocale::English));
    CHECK(spoken(1) == QStringLiteral("Goes as 1 message"));
    CHECK(spoken(3) == QStringLiteral("Goes as 3 messages"));
    setLanguage(QLocale(QLocale::Russian));
    CHECK(spoken(1) == QStringLiteral("Уйдёт 1 сообщением"));
    CHECK(spoken(3) == QStringLiteral("Уйдёт 3 сообщениями"));
    setLanguage(QLocale(QLocale::Croatian));
    CHECK(spoken(1) == QStringLiteral("Šalje se kao 1 poruka"));
    CHECK(spoken(3) == QStringLiteral("Šalje se kao 3 poruke"));
    CHECK(spoken(5) == QStringLiteral("Šalje se kao 5 poruka"));
    setLanguage(QLocale(QLocale::Japanese)); // not spoken: English
    CHECK(spoken(2) == QStringLiteral("Goes as 2 messages"));
    setLanguage(QLocale(QLocale::English));
}

TEST_CASE("Sizes are spoken as each language counts")
{
    setLanguage(QLocale(QLocale::Russian));
    CHECK(sizeWords(1) == QStringLiteral("1 байт"));
    CHECK(sizeWords(3) == QStringLiteral("3 байта"));
    CHECK(sizeWords(85) == QStringLiteral("85 байт"));
    CHECK(sizeWords(2'202'009).startsWith(QStringLiteral("2,1")));
    setLanguage(QLocale(QLocale::Croatian));
    CHECK(sizeWords(3) == QStringLiteral("3 bajta"));
    setLanguage(QLocale(QLocale::English));
    CHECK(sizeWords(1) == QStringLiteral("1 byte"));
}
