// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/support.h"

#include <atomic>
#include <thread>

using namespace Qt::StringLiterals;
using namespace parley;
using namespace parley::tests;

namespace {

QStringList found(Cache &cache, const QString &typed, int limit = 100)
{
    QStringList texts;
    for (const auto &hit : must(cache.reader->search(queryOf(typed), {}, limit)))
        texts.append(must(cache.reader->message(hit.message))->text);
    return texts;
}

QStringList typing(Cache &cache, const QString &word)
{
    Query query;
    QueryTerm term;
    term.value = word;
    term.prefix = true;
    query.terms = {term};
    QStringList texts;
    for (const auto &hit : must(cache.reader->search(query, {}, 100)))
        texts.append(must(cache.reader->message(hit.message))->text);
    return texts;
}

} // namespace

TEST_CASE("Words are found in any inflection, accent and case, in Russian, Croatian and English")
{
    Cache cache;
    cache.receive(u"c1"_s, u"m1"_s, u"Хочу оформить возврат ЁЛКИ, деньги верните"_s, at(1));
    cache.receive(u"c2"_s, u"m2"_s, u"Molim vas, gdje su moje narudžbe iz Đakova?"_s, at(2));
    cache.receive(u"c3"_s, u"m3"_s, u"My parcels were damaged during shipping to the café"_s, at(3));
    CHECK(found(cache, u"возвраты"_s).size() == 1);
    CHECK(found(cache, u"елки"_s).size() == 1);
    CHECK(found(cache, u"narudzbe"_s).size() == 1);
    CHECK(found(cache, u"đakova"_s).size() == 1);
    CHECK(found(cache, u"parcel"_s).size() == 1);
    CHECK(found(cache, u"CAFE damaged"_s).size() == 1);
    CHECK(found(cache, u"parcel возврат"_s).isEmpty());
}

TEST_CASE("While a word is typed every beginning of it finds it")
{
    Cache cache;
    cache.receive(u"c1"_s, u"m1"_s, u"оформила возвраты вчера"_s, at(1));
    cache.receive(u"c2"_s, u"m2"_s, u"shipping parcels"_s, at(2));
    for (const QString &word : {u"возвраты"_s, u"parcels"_s}) {
        for (qsizetype length = 1; length <= word.size(); ++length) {
            INFO(word.left(length).toStdString());
            CHECK(typing(cache, word.left(length))
                    .contains(word == u"parcels" ? u"shipping parcels"_s : u"оформила возвраты вчера"_s));
        }
    }
}

TEST_CASE("Phrases hold their order, excluded words exclude, and other terms narrow")
{
    Cache cache;
    cache.receive(u"c1"_s, u"m1"_s, u"please refund my order today"_s, at(1));
    cache.receive(u"c2"_s, u"m2"_s, u"order a refund"_s, at(2));
    CHECK(found(cache, u"refund order"_s).size() == 2);
    CHECK(found(cache, u"\"refund my order\""_s).size() == 1);
    CHECK(found(cache, u"refund -today"_s) == QStringList{u"order a refund"_s});
    must(cache.store->submit({cache.ticket(u"c1"_s).ticket.id, SetStatus{TicketStatus::Resolved, {}}, {}}));
    CHECK(found(cache, u"refund is:resolved"_s) == QStringList{u"please refund my order today"_s});
    CHECK(found(cache, u"refund from:nobody"_s).isEmpty());
}

TEST_CASE("Results come newest first, page after page, with the hit in the snippet")
{
    Cache cache;
    for (int n = 0; n < 25; ++n)
        cache.receive(u"c%1"_s.arg(n % 3), u"m%1"_s.arg(n),
            u"%1 the invoice number %2"_s.arg(u"blah "_s.repeated(60)).arg(n), at(n));
    QList<MessageId> all;
    MessageId before;
    for (;;) {
        const auto page = must(cache.reader->search(queryOf(u"invoices"_s), before, 10));
        if (page.isEmpty())
            break;
        for (const auto &hit : page) {
            CHECK(hit.snippet.contains(u"invoice"_s));
            CHECK(hit.snippet.size() <= 162);
            CHECK((all.isEmpty() || hit.message.value < all.last().value));
            all.append(hit.message);
        }
        before = all.last();
    }
    CHECK(all.size() == 25);
}

TEST_CASE("Nothing that is typed is read as the index's own language")
{
    Cache cache;
    cache.receive(u"c1"_s, u"m1"_s, u"quote \" star * near"_s, at(1));
    for (const QString &typed : {u"\"\""_s, u"\"a\" OR"_s, u"words:x"_s, u"NEAR(a b)"_s, u"*"_s, u"^a + b"_s, u"{a}"_s,
             u"a AND NOT"_s, u"-"_s, u"('"_s, QString(QChar(0)), QString(QChar(0xd800)), u"a\"b"_s, u"%_\\"_s}) {
        Query query;
        QueryTerm term;
        term.value = typed;
        for (const bool phrase : {false, true}) {
            term.phrase = phrase;
            term.prefix = !phrase;
            query.terms = {term};
            INFO(typed.toStdString());
            CHECK(cache.reader->search(query, {}, 10).ok());
            CHECK(cache.reader->tickets({storage::View::AllOpen, query, at(0)}, {}, 10).ok());
            query.terms[0].field = QueryTerm::Field::Contact;
            CHECK(cache.reader->tickets({storage::View::AllOpen, query, at(0)}, {}, 10).ok());
            query.terms[0].field = QueryTerm::Field::Subject;
            CHECK(cache.reader->tickets({storage::View::AllOpen, query, at(0)}, {}, 10).ok());
        }
    }
}

TEST_CASE("A customer's name and address find their messages, also as they change")
{
    Cache cache;
    Batch batch = batchOf({inbound(u"c1"_s, u"m1"_s, u"hello"_s, at(0))});
    batch.contacts = {{u"person-c1"_s, u"Ана Ковачевић"_s, u"ana@shop.test"_s, {}}};
    batch.conversations = {chat(u"c1"_s, u"person-c1"_s)};
    cache.take(batch);
    CHECK(found(cache, u"ковачевић"_s).size() == 1);
    CHECK(found(cache, u"ana@shop.test"_s).size() == 1);
    const auto contacts = [&](const QString &typed) {
        return must(cache.reader->tickets({storage::View::AllOpen, queryOf(typed), at(0)}, {}, 10)).size();
    };
    CHECK(contacts(u"contact:ковач"_s) == 1);
    CHECK(contacts(u"contact:shop"_s) == 1);
    batch.messages.clear();
    batch.contacts[0].name = u"Ана Марић"_s;
    cache.take(batch);
    CHECK(cache.ticket(u"c1"_s).contactName == u"Ана Марић"_s);
    CHECK(contacts(u"contact:марић"_s) == 1);
    CHECK(contacts(u"contact:ковач"_s) == 0);
}

TEST_CASE("History is indexed behind its load, step by step, and its languages are found out")
{
    Cache cache;
    Batch history;
    history.backfill = true;
    for (int n = 0; n < 30; ++n)
        history.messages.append(
            inbound(u"c1"_s, u"m%1"_s.arg(n), u"Здравствуйте, где мой заказ номер %1? Жду уже неделю"_s.arg(n), at(n)));
    cache.take(history);
    CHECK(found(cache, u"заказы"_s).isEmpty());
    CHECK(must(cache.store->indexPending(20)) == 10);
    CHECK(found(cache, u"заказы"_s).size() == 20);
    CHECK(must(cache.store->indexPending(20)) == 0);
    CHECK(found(cache, u"заказы"_s).size() == 30);
    CHECK(cache.ticket(u"c1"_s).ticket.language == u"ru"_s);
    CHECK(cache.messages(u"c1"_s).last().language == u"ru"_s);
    CHECK(must(cache.store->indexPending(20)) == 0);
}

TEST_CASE("A search that is interrupted says so and leaves the connection usable")
{
    Cache cache;
    Batch batch;
    for (int n = 0; n < 4000; ++n)
        batch.messages.append(inbound(u"c1"_s, u"m%1"_s.arg(n), u"common word %1"_s.arg(n), at(n)));
    cache.take(batch);
    while (must(cache.store->indexPending(1000)) > 0) { }
    Query query = queryOf(u"common"_s);
    std::atomic_bool cancelled = false;
    // An interrupt between two statements stops nothing: it is repeated until one was hit.
    std::atomic_bool finished = false;
    std::thread searching([&] {
        for (int tries = 0; tries < 2000 && !cancelled; ++tries) {
            const auto result = cache.reader->search(query, {}, 4000);
            if (!result)
                cancelled = result.error().kind == ErrorKind::Cancelled;
        }
        finished = true;
    });
    while (!finished) {
        cache.reader->interrupt();
        std::this_thread::yield();
    }
    searching.join();
    CHECK(cancelled);
    CHECK(must(cache.reader->search(query, {}, 10)).size() == 10);
}
