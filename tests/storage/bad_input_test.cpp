// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/support.h"

using namespace Qt::StringLiterals;
using namespace parley;
using namespace parley::tests;

TEST_CASE("A message of 5 MB is kept whole, listed by its beginning and found by its first words")
{
    Cache cache;
    const QString text = u"Beginning of a log. "_s + u"line of the log\n"_s.repeated(330'000);
    REQUIRE(text.size() > 5'000'000);
    cache.receive(u"c1"_s, u"m1"_s, text, at(0));
    CHECK((cache.texts(u"c1"_s).first() == text));
    CHECK(cache.ticket(u"c1"_s).snippet.size() <= 160);
    CHECK(must(cache.reader->search(queryOf(u"beginning"_s), {}, 10)).size() == 1);
}

TEST_CASE("A sender's name of 10,000 combining characters loses nothing")
{
    Cache cache;
    const QString name = u"Z"_s + QString(10'000, QChar(0x0335));
    RemoteMessage message = inbound(u"c1"_s, u"m1"_s, u"hello"_s, at(0));
    message.authorName = name;
    cache.take(batchOf({message}));
    CHECK((cache.ticket(u"c1"_s).contactName == name));
    CHECK((cache.messages(u"c1"_s).first().author == name));
}

TEST_CASE("NULs, lone surrogates and quotes go in and come out")
{
    Cache cache;
    const QString nul = u"before"_s + QChar(0) + u"after"_s;
    const QString id = u"id'\"; DROP TABLE message; --"_s + QChar(0) + u"x"_s;
    cache.receive(u"c'1"_s, id, nul, at(0));
    cache.receive(u"c'1"_s, id, nul, at(0));
    cache.receive(u"c'1"_s, u"m2"_s, u"lone "_s + QChar(0xd83d) + u" surrogate"_s, at(1));
    cache.receive(u"c'1"_s, u"m3"_s, QString(400, QChar(0xd83d)), at(2));
    const QStringList texts = cache.texts(u"c'1"_s);
    REQUIRE(texts.size() == 3);
    CHECK(texts[0] == nul);
    CHECK(texts[1].startsWith(u"lone "_s));
    CHECK(must(cache.reader->search(queryOf(u"surrogate"_s), {}, 10)).size() == 1);
    CHECK(must(cache.store->checkIntegrity()) == QStringList());
}

TEST_CASE("Messages of impossible times are kept")
{
    Cache cache;
    cache.receive(u"c1"_s, u"m1"_s, u"before time"_s, fromMs(-5'000'000'000'000));
    cache.receive(u"c1"_s, u"m2"_s, u"zero"_s, fromMs(0));
    cache.receive(u"c1"_s, u"m3"_s, u"far"_s, fromMs(std::numeric_limits<qint64>::max()));
    CHECK(cache.texts(u"c1"_s).size() == 3);
    CHECK(cache.texts(u"c1"_s).last() == u"far"_s);
    for (const Message &message : cache.messages(u"c1"_s))
        CHECK((message.id.value > 0 && message.id.value < (qint64(1) << 53)));
}

TEST_CASE("A message without an id, a conversation or an author is kept, once")
{
    Cache cache;
    RemoteMessage bare;
    bare.text = u"who am I?"_s;
    bare.time = at(0);
    cache.take(batchOf({bare, bare}));
    cache.take(batchOf({bare}));
    CHECK(cache.texts(QString()).size() == 1);
}

TEST_CASE("An attachment's name from outside is only shown, whatever it pretends to be")
{
    Cache cache;
    RemoteMessage message = inbound(u"c1"_s, u"m1"_s, QString(), at(0));
    message.attachments = {{u"f1"_s, u"../../x"_s, u"text/plain"_s, 0, "content"}};
    cache.take(batchOf({message}));
    const Attachment attachment = cache.messages(u"c1"_s).first().attachments.first();
    CHECK(attachment.name == u"../../x"_s);
    CHECK(attachment.size == 7);
    CHECK(must(cache.reader->attachment(attachment.id)) == "content");
    CHECK(cache.ticket(u"c1"_s).snippet == u"../../x"_s);
    CHECK_FALSE(QFile::exists(cache.folder.filePath(u"../../x"_s)));
}
