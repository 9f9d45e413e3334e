// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/measures.h"
#include "bench/text_source.h"
#include "storage/reader.h"

#include <QElapsedTimer>

#include <random>

namespace parley::bench {

namespace {

constexpr int kPage = 50;
constexpr int kRounds = 300;
constexpr double kFrame = 16.0; // ms; DESIGN section 6
constexpr double kSearch = 30.0;

template <typename Call>
std::vector<double> timed(int rounds, Call call)
{
    std::vector<double> samples;
    samples.reserve(static_cast<size_t>(rounds));
    for (int i = 0; i < rounds; ++i) {
        QElapsedTimer timer;
        timer.start();
        call();
        samples.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
    }
    return samples;
}

Row frameRow(const QString &name, const std::vector<double> &samples)
{
    const double p99 = percentile(samples, 0.99);
    return {name, p99, QStringLiteral("ms p99"), {}, 0, QStringLiteral("≤ 16 ms"), p99 <= kFrame};
}

/// Walks a view page by page, as a person who holds the arrow key.
std::vector<double> pageThrough(storage::Reader &reader, const storage::TicketFilter &filter, int pages)
{
    std::optional<TicketRow> last;
    return timed(pages, [&] {
        const auto page = reader.tickets(filter, last, kPage);
        last = page && !page->isEmpty() ? std::optional(page->last()) : std::nullopt;
    });
}

/// What an agent may combine, drawn at random: some find thousands, most find little or nothing.
QString randomQuery(std::mt19937 &random)
{
    static const QList<QStringList> fields{{QStringLiteral("is:open"), QStringLiteral("is:pending"),
                                               QStringLiteral("is:resolved"), QStringLiteral("-is:resolved")},
        {QStringLiteral("assignee:me"), QStringLiteral("assignee:Marko"), QStringLiteral("assignee:none")},
        {QStringLiteral("tag:refund"), QStringLiteral("tag:unknown"), QStringLiteral("-tag:refund")},
        {QStringLiteral("lang:ru"), QStringLiteral("lang:hr"), QStringLiteral("lang:en"), QStringLiteral("lang:de")},
        {QStringLiteral("is:unread"), QStringLiteral("is:read")},
        {QStringLiteral("is:unanswered"), QStringLiteral("is:answered")},
        {QStringLiteral("priority:urgent"), QStringLiteral("priority:normal")},
        {QStringLiteral("from:bench"), QStringLiteral("-from:bench")}};
    QStringList terms;
    for (const QStringList &field : fields) {
        if (random() % 5 < 2)
            terms << field[static_cast<qsizetype>(random() % static_cast<unsigned>(field.size()))];
    }
    return terms.join(u' ');
}

/// First pages and pages at any depth of whatever may be combined.
Row combinationRow(storage::Reader &reader)
{
    std::mt19937 random(17);
    constexpr Timestamp now = fromMs(1'795'000'000'000);
    std::vector<double> samples;
    for (int i = 0; i < kRounds; ++i) {
        const auto query = parseQuery(randomQuery(random), now);
        if (!query)
            return {};
        std::optional<TicketRow> after;
        if (i % 2 == 1) {
            after.emplace();
            after->ticket.id = TicketId{1};
            after->ticket.updated = now - std::chrono::minutes(random() % 1'000'000);
        }
        const auto taken = timed(1, [&] { (void)reader.tickets({storage::View::AllOpen, *query, now}, after, kPage); });
        samples.push_back(taken.front());
    }
    return frameRow(QStringLiteral("list, terms combined at random, a page"), samples);
}

Row searchRow(storage::Reader &reader, const QString &name, const std::function<Query()> &next)
{
    const auto samples = timed(kRounds, [&] { (void)reader.search(next(), {}, kPage); });
    const double p95 = percentile(samples, 0.95);
    return {name, p95, QStringLiteral("ms p95"), {}, 0, QStringLiteral("≤ 30 ms"), p95 <= kSearch};
}

Query wordQuery(const QString &word, bool prefix)
{
    QueryTerm term;
    term.value = word;
    term.prefix = prefix;
    return {{term}};
}

QList<Row> searchRows(storage::Reader &reader)
{
    TextSource text(3);
    return {
        searchRow(reader, QStringLiteral("search, a common word"), [&] { return wordQuery(text.commonWord(), false); }),
        searchRow(reader, QStringLiteral("search, a rare word"), [&] { return wordQuery(text.rareWord(), false); }),
        searchRow(reader, QStringLiteral("search as you type, 1 letter"),
            [&] { return wordQuery(text.commonWord().left(1), true); }),
        searchRow(reader, QStringLiteral("search as you type, 3 letters"),
            [&] { return wordQuery(text.rareWord().left(3), true); }),
        searchRow(reader, QStringLiteral("search, two common words"), [&] {
            Query query = wordQuery(text.commonWord(), false);
            query.terms += wordQuery(text.commonWord(), false).terms;
            return query;
        })};
}

QList<Row> threadRows(storage::Reader &reader, const BenchCache &cache)
{
    QList<TicketRow> some = reader.tickets({storage::View::Resolved, {}, {}}, std::nullopt, 300).value();
    size_t next = 0;
    const auto open = timed(kRounds, [&] {
        const TicketRow &row = some[static_cast<qsizetype>(next++) % some.size()];
        (void)reader.ticket(row.ticket.id);
        (void)reader.messagesBefore(row.ticket.conversation, {}, kPage);
        (void)reader.ticketsOf(row.ticket.conversation);
    });
    MessageId oldest;
    const auto scroll = timed(kRounds, [&] {
        const auto page = reader.messagesBefore(cache.longThread, oldest, kPage);
        oldest = page && !page->isEmpty() ? page->first().id : MessageId{};
    });
    return {frameRow(QStringLiteral("open a thread"), open),
        frameRow(QStringLiteral("scroll a thread of 100,000, a page"), scroll)};
}

} // namespace

QList<Row> readerRows(const BenchCache &cache)
{
    auto opened = storage::Reader::open(cache.cachePath, cache.key);
    if (!opened)
        return {};
    storage::Reader &reader = **opened;
    QList<Row> rows;
    rows << frameRow(
        QStringLiteral("list, needs answer, a page"), pageThrough(reader, {storage::View::NeedsAnswer, {}, {}}, 100));
    rows << frameRow(QStringLiteral("list, mine, a page"), pageThrough(reader, {storage::View::Mine, {}, {}}, 100));
    rows << frameRow(
        QStringLiteral("list, resolved, a page"), pageThrough(reader, {storage::View::Resolved, {}, {}}, 1000));
    const auto filtered = parseQuery(u"is:open tag:refund assignee:me", fromMs(1'795'000'000'000));
    if (filtered)
        rows << frameRow(QStringLiteral("list, is:open tag:refund assignee:me, a page"),
            pageThrough(reader, {storage::View::AllOpen, *filtered, {}}, 50));
    rows << combinationRow(reader);
    rows << frameRow(QStringLiteral("all seven counts of the sidebar"), timed(kRounds, [&] {
        for (int view = 0; view <= static_cast<int>(storage::View::Resolved); ++view)
            (void)reader.count(static_cast<storage::View>(view));
    }));
    rows << threadRows(reader, cache) << searchRows(reader);
    return rows;
}

} // namespace parley::bench
