// SPDX-License-Identifier: GPL-3.0-or-later
// What the forms work out without a widget.
#include "support/print.h"
#include "ui/accounts/account_words.h"
#include "ui/composer/text_length.h"
#include "ui/raw/raw_dialog.h"
#include "ui/raw/raw_text.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>

#include <catch2/catch_test_macros.hpp>

using namespace parley;
using namespace parley::ui;

TEST_CASE("A text and its files go as as many messages as the channel makes of them")
{
    Capabilities capabilities;
    capabilities.textLimit = 10;
    capabilities.captionLimit = 5;
    capabilities.attachmentsPerMessage = 2;
    CHECK(messagesFor(u"", 0, capabilities) == 1);
    CHECK(messagesFor(u"0123456789", 0, capabilities) == 1);
    CHECK(messagesFor(u"0123456789a", 0, capabilities) == 2);
    CHECK(messagesFor(u"12345", 1, capabilities) == 1);
    CHECK(messagesFor(u"123456", 1, capabilities) == 2);
    CHECK(messagesFor(u"", 3, capabilities) == 2);
    CHECK(messagesFor(u"no limit", 0, {}) == 1);
}

TEST_CASE("JSON is put on lines without touching a value")
{
    CHECK(indentedJson(uR"({"id":9223372036854775807,"b":1.0,"a":[],"t":"x, {y}: \"z\"","l":[1,2]})", 1000)
        == QStringLiteral("{\n  \"id\": 9223372036854775807,\n  \"b\": 1.0,\n  \"a\": [],\n"
                          "  \"t\": \"x, {y}: \\\"z\\\"\",\n  \"l\": [\n    1,\n    2\n  ]\n}"));
}

TEST_CASE("Broken JSON is shown as far as it goes")
{
    CHECK(indentedJson(uR"({"a":{"b":"half)", 1000) == QStringLiteral("{\n  \"a\": {\n    \"b\": \"half"));
    CHECK(indentedJson(u"]]}{", 1000).contains(u'{'));
}

TEST_CASE("A payload of five megabytes in one line is shown in part, and says so")
{
    QByteArray payload = "{\"text\":\"";
    payload += QByteArray(5'000'000, 'x') + "\"}";
    const RawText raw = readable(payload, QStringLiteral("application/json"));
    CHECK(raw.cut);
    CHECK(raw.text.size() <= kRawShown);
    for (const QString &line : raw.text.split(u'\n'))
        CHECK(line.size() <= kRawLongestLine + 1);
    CHECK_FALSE(readable("{\"a\":1}", QStringLiteral("application/json")).cut);
}

TEST_CASE("Characters that turn the writing direction are shown by their number")
{
    const RawText raw = readable(QStringLiteral("a\u202Eb").toUtf8(), QStringLiteral("text/plain"));
    CHECK(raw.text == QStringLiteral("a⟨U+202e⟩b"));
}

TEST_CASE("A mail that is not UTF-8 is still readable")
{
    const RawText raw = readable("Subject: Ra\xe8un\r\n\r\nDan", QStringLiteral("message/rfc822"));
    CHECK(raw.text.startsWith(QStringLiteral("Subject: Raèun\n\nDan")));
    CHECK_FALSE(raw.isJson);
}

TEST_CASE("A payload's file name leads nowhere")
{
    storage::Reader::RawRow row;
    row.remoteId = QStringLiteral("../../etc/passwd");
    row.mediaType = QStringLiteral("application/json");
    const QString name = rawFileName(row);
    CHECK_FALSE(name.contains(u'/'));
    CHECK_FALSE(name.startsWith(u'.'));
    CHECK(name.endsWith(QStringLiteral(".json")));
}

TEST_CASE("A payload that cannot be saved is named with the reason, and one that can is whole")
{
    const QTemporaryDir dir;
    const QByteArray payload("{\"a\":\0}", 7);
    const QString path = dir.filePath(QStringLiteral("p.json"));
    REQUIRE(saveRawPayload(path, payload).ok());
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    CHECK(file.readAll() == payload);
    const auto failed = saveRawPayload(dir.filePath(QStringLiteral("none/p.json")), payload);
    REQUIRE_FALSE(failed.ok());
    CHECK(failed.error().words.contains(QStringLiteral("p.json")));
}

TEST_CASE("An account's line says where it stands")
{
    const Timestamp now = fromDateTime(QDateTime(QDate(2026, 11, 21), QTime(14, 2, 30)));
    AccountStatus status;
    status.state = AccountState::Online;
    status.completeTo = fromDateTime(QDateTime(QDate(2026, 11, 21), QTime(14, 2, 11)));
    CHECK(statusWords(status, now) == QStringLiteral("complete to 14:02:11"));

    status.state = AccountState::Connecting;
    status.fillDone = 12;
    status.fillTotal = 200;
    CHECK(statusWords(status, now) == QStringLiteral("connecting… · filling 12 of 200"));

    status.state = AccountState::Online; // the inbox is whole, what was said before still comes in
    CHECK(statusWords(status, now) == QStringLiteral("complete to 14:02:11 · older messages: 12 of 200 conversations"));

    AccountStatus trouble;
    trouble.state = AccountState::Degraded;
    trouble.detail = QStringLiteral("OK does not answer. Replies are kept and sent by themselves");
    trouble.nextTry = fromDateTime(QDateTime(QDate(2026, 11, 21), QTime(14, 6)));
    CHECK(statusWords(trouble, now).startsWith(QStringLiteral("OK does not answer · next try")));
}

TEST_CASE("An address in a platform's words becomes a link, and nothing else becomes HTML")
{
    CHECK(withLinks(QStringLiteral("Ask <b>@BotFather</b> (https://t.me/BotFather)."))
        == QStringLiteral(
            "Ask &lt;b&gt;@BotFather&lt;/b&gt; (<a href=\"https://t.me/BotFather\">https://t.me/BotFather</a>)."));
}
