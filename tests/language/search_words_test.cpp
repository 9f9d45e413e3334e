// SPDX-License-Identifier: GPL-3.0-or-later
#include "language/search_words.h"

#include "support/print.h"

#include <catch2/catch_test_macros.hpp>

#include <QElapsedTimer>

#include <algorithm>

using namespace parley::language;

namespace {

QString indexedForm(QStringView text, const QString &language)
{
    const IndexForms forms = indexForms(text, language);
    return QStringList{forms.words, forms.stems}.join(u' ').trimmed();
}

/// Would a search for the query find the text? As the index decides it: one of the forms stands in it as whole words.
bool finds(QStringView query, QStringView text, const QString &language)
{
    const QString indexed = u' ' + indexedForm(text, language) + u' ';
    const QStringList forms = queryForms(query);
    return std::ranges::any_of(forms, [&](const QString &form) { return indexed.contains(u' ' + form + u' '); });
}

QStringList foundIn(QStringView text, const QStringList &forms)
{
    QStringList words;
    for (const MatchRange &range : matchRanges(text, forms))
        words.append(text.mid(range.position, range.length).toString());
    return words;
}

} // namespace

TEST_CASE("Russian words are found in any inflection")
{
    const QString text = QStringLiteral("Хочу оформить возврат, заказы приходят с опозданием, деньгами не довольна");
    CHECK(finds(u"возврата", text, QStringLiteral("ru")));
    CHECK(finds(u"ВОЗВРАТОМ", text, QStringLiteral("ru")));
    CHECK(finds(u"заказ", text, QStringLiteral("ru")));
    CHECK(finds(u"заказами", text, QStringLiteral("ru")));
    CHECK(finds(u"опоздание", text, QStringLiteral("ru")));
    CHECK(finds(u"деньгам", text, QStringLiteral("ru")));
    CHECK_FALSE(finds(u"доставка", text, QStringLiteral("ru")));
    // What the text's language is said to be does not matter to Cyrillic words.
    CHECK(finds(u"возвраты", text, {}));
    CHECK(finds(u"возвраты", text, QStringLiteral("en")));
}

TEST_CASE("Croatian words are found in any inflection, with and without their accents")
{
    const QString text =
        QStringLiteral("Narudžba još nije stigla, molim povrat novca na račun. Također, košarica je prazna.");
    for (const QString &language : {QStringLiteral("hr"), QStringLiteral("sr"), QStringLiteral("bs")}) {
        CHECK(finds(u"narudžbe", text, language));
        CHECK(finds(u"narudžbu", text, language));
        CHECK(finds(u"narudzbi", text, language));
        CHECK(finds(u"povrata", text, language));
        CHECK(finds(u"povratom", text, language));
        CHECK(finds(u"računa", text, language));
        CHECK(finds(u"racunu", text, language));
        CHECK(finds(u"košarice", text, language));
        CHECK(finds(u"takoder", text, language));
        CHECK(finds(u"takodjer", text, language));
    }
    CHECK(finds(u"Đorđe", u"Djordje je pisao", QStringLiteral("hr")));
    CHECK(finds(u"Djordje", u"Đorđe je pisao", QStringLiteral("hr")));
    CHECK(finds(u"Dorde", u"Đorđe je pisao", QStringLiteral("hr")));
}

TEST_CASE("English words are found in any inflection")
{
    const QString text =
        QStringLiteral("I was refunded twice but my deliveries keep failing; Mario's order doesn't ship");
    CHECK(finds(u"refund", text, QStringLiteral("en")));
    CHECK(finds(u"refunding", text, QStringLiteral("en")));
    CHECK(finds(u"delivery", text, QStringLiteral("en")));
    CHECK(finds(u"orders", text, QStringLiteral("en")));
    CHECK(finds(u"mario", text, QStringLiteral("en")));
    CHECK(finds(u"doesn’t", text, QStringLiteral("en")));
    CHECK(finds(u"shipping", text, QStringLiteral("en")));
}

TEST_CASE("A text whose language is not known is found all the same")
{
    CHECK(finds(u"refund", u"refunds please", {}));
    CHECK(finds(u"narudžba", u"narudžbu kasni", {}));
    CHECK(finds(u"narudzba", u"gdje je moja narudzba", {}));
    CHECK(finds(u"narudžbi", u"gdje je moja narudzba", {}));
    CHECK(finds(u"zamówienie", u"zamówienie", QStringLiteral("pl"))); // no stemmer: as written
    CHECK(finds(u"zamowienie", u"Zamówienie", QStringLiteral("pl")));
}

TEST_CASE("Accents and letter variants do not matter, but й stays a letter")
{
    CHECK(fold(u"Ещё Ёлка") == fold(u"еще елка"));
    CHECK(fold(u"e\u0301te\u0301 ÉTÉ") == QStringLiteral("ete ete"));
    CHECK(fold(u"Straße, Łódź, smørrebrød, ỀẬ") == QStringLiteral("strasse lodz smorrebrod ea"));
    CHECK(fold(u"мо\u0438\u0306") == QStringLiteral("мой"));
    CHECK(fold(u"мои") != fold(u"мой"));
    CHECK(fold(u"при\u0301вет") == QStringLiteral("привет"));
    CHECK(fold(u"Ｆｕｌｌ ﬁle") == QStringLiteral("full file"));
    CHECK(finds(u"съёмка", u"Съемки отменили", QStringLiteral("ru")));
    CHECK(finds(u"canciones", u"Una canción", QStringLiteral("es")));
    CHECK(finds(u"cancion", u"Una canción", QStringLiteral("es")));
}

TEST_CASE("A query word that falls into several words is looked for as a phrase")
{
    CHECK(finds(u"ivan@shop.test", u"write to Ivan@Shop.test, please", QStringLiteral("en")));
    CHECK(finds(u"退款", u"我要退款。", QStringLiteral("zh")));
    CHECK_FALSE(finds(u"款退", u"我要退款。", QStringLiteral("zh")));
    CHECK(finds(u"l'ordre", u"où est l’ordre", QStringLiteral("fr")));
    CHECK(finds(u"п’ять", u"замовив п'ять штук", QStringLiteral("uk")));
    CHECK(queryForms(u"—!?…").isEmpty());
    CHECK(queryForms(u"").isEmpty());
    CHECK(finds(u"#1041", u"заказ №1041", QStringLiteral("ru")));
}

TEST_CASE("What was looked for is found in the original with its offsets")
{
    CHECK(foundIn(u"Где мой заказ? Заказы опаздывают.", queryForms(u"заказом"))
        == QStringList{QStringLiteral("заказ"), QStringLiteral("Заказы")});
    CHECK(foundIn(u"Narudžbu šaljem", queryForms(u"narudzba")) == QStringList{QStringLiteral("Narudžbu")});
    CHECK(foundIn(u"😀 refunds 😀", queryForms(u"refund")) == QStringList{QStringLiteral("refunds")});
    CHECK(foundIn(u"mail Ivan@shop.test now", queryForms(u"ivan@shop.test"))
        == QStringList{QStringLiteral("Ivan@shop.test")});
    CHECK(foundIn(u"delivery, delight", {fold(u"deliv") + u'*'}) == QStringList{QStringLiteral("delivery")});
    CHECK(foundIn(u"nothing here", queryForms(u"refund")).isEmpty());
    CHECK(matchRanges(u"a b a b a", queryForms(u"a"), 2).size() == 2);
}

TEST_CASE("Hostile texts take linear time and lose nothing")
{
    // Each would take minutes if any step were quadratic; ctest's limit is the judge.
    const QString unbroken(5'000'000, u'a');
    CHECK(indexedForm(unbroken, {}).remove(u' ').size() == unbroken.size());
    CHECK(finds(unbroken.left(100), unbroken.left(100), {}));
    const QString marks = u'e' + QString(1'000'000, QChar(0x0301)) + u'x';
    CHECK(indexedForm(marks, QStringLiteral("en")) == QStringLiteral("ex"));
    QString mixedMarks = QStringLiteral("и");
    for (int i = 0; i < 500'000; ++i)
        mixedMarks += i % 2 ? QChar(0x0306) : QChar(0x0316);
    CHECK(indexedForm(mixedMarks, {}) == QStringLiteral("й"));
    const QString lone = QString(1'000'000, QChar(0xDC00)) + u"order" + QString(1'000'000, QChar(0xD800));
    CHECK(indexedForm(lone, QStringLiteral("en")) == QStringLiteral("order"));
    CHECK(matchRanges(lone, {QStringLiteral("order")}).size() == 1);
    const QString apostrophes = u'a' + QString(2'000'000, u'\'');
    CHECK(indexedForm(apostrophes, QStringLiteral("en")) == QStringLiteral("a"));
    CHECK(matchRanges(unbroken, queryForms(u"b")).isEmpty());
    CHECK(indexedForm(QString(1'000'000, QChar(0x093F)), {}).size() > 0);
}
