// SPDX-License-Identifier: GPL-3.0-or-later
// kill -9 at random moments. PARLEY_KILLS says how often (100 for each test), PARLEY_SEED repeats a run.
#include "app/program.h"

#include "sandbox/telegram.h"
#include "support/print.h"

#include <catch2/catch_test_macros.hpp>

#include <QElapsedTimer>
#include <QJsonArray>
#include <QMap>
#include <QRandomGenerator>
#include <QSet>

#include <algorithm>

using namespace parley::tests;
using namespace parley::sandbox;
using namespace Qt::StringLiterals;

namespace {

int kills()
{
    bool ok = false;
    const int wanted = qEnvironmentVariableIntValue("PARLEY_KILLS", &ok);
    return ok && wanted > 0 ? wanted : 100;
}

quint32 seed()
{
    bool ok = false;
    const int wanted = qEnvironmentVariableIntValue("PARLEY_SEED", &ok);
    return ok ? quint32(wanted) : QRandomGenerator::global()->generate();
}

/// Kills a life at a moment between its start and a little after it would have done its work.
class Killer
{
public:
    Killer(const Program &program, quint32 seed)
        : m_program(program)
        , m_random(seed)
    {
    }

    /// How long a whole life takes here and now: the moments are chosen from it.
    void measure()
    {
        QElapsedTimer clock;
        clock.start();
        const auto outcome = m_program.json({u"sync"_s, u"--once"_s});
        REQUIRE(outcome.exit == 0);
        m_wholeLife = std::max<qint64>(clock.elapsed(), 40);
    }

    /// \return what the life had printed
    QByteArray kill(const QStringList &arguments)
    {
        const auto process = m_program.start(arguments);
        const int moment = m_random.bounded(int(m_wholeLife * 3 / 2)) + 1;
        process->waitForFinished(moment);
        process->kill();
        process->waitForFinished(120'000);
        if (process->exitStatus() == QProcess::NormalExit)
            ++m_ended;
        return process->readAllStandardOutput();
    }

    [[nodiscard]] int endedBefore() const { return m_ended; }

private:
    const Program &m_program;
    QRandomGenerator m_random;
    qint64 m_wholeLife = 200; // ms
    int m_ended = 0;
};

/// Every third answer is so long that it goes in three messages.
QStringList messagesOf(int answer)
{
    if (answer % 3)
        return {u"answer %1 end"_s.arg(answer)};
    constexpr int length = 3000; // of at most 4096
    QStringList messages;
    for (int part = 1; part <= 3; ++part)
        messages.append(QString(u"answer %1 part %2 "_s.arg(answer).arg(part)).leftJustified(length, u'x'));
    return messages;
}

/// How often each text stands in the cache, over all tickets.
QMap<QString, int> textsInCache(const Program &program, const QString &direction)
{
    QMap<QString, int> texts;
    const auto exported = program.run({u"export"_s, u"--jsonl"_s});
    INFO(exported.err.toStdString());
    REQUIRE(exported.exit == 0);
    for (const QJsonObject &ticket : exported.objects()) {
        for (const QJsonValue &message : ticket.value(u"thread").toArray()) {
            if (message.toObject().value(u"direction").toString() == direction)
                ++texts[message.toObject().value(u"text").toString()];
        }
    }
    return texts;
}

} // namespace

TEST_CASE("Killed at random moments while receiving, no message is lost and none is doubled")
{
    const quint32 number = seed();
    INFO("PARLEY_SEED=" << number);
    Telegram telegram;
    const Program program;
    REQUIRE(program.addTelegram(u"Shop"_s, telegram.url(), telegram.token()).exit == 0);
    QList<qint64> customers;
    for (int i = 0; i < 5; ++i)
        customers.append(telegram.addCustomer(u"Customer %1"_s.arg(i)));
    QStringList written;
    const auto write = [&](int count) {
        for (int i = 0; i < count; ++i) {
            const QString text = u"question %1 end"_s.arg(written.size());
            telegram.write(customers[written.size() % customers.size()], text);
            written.append(text);
        }
    };
    write(5);
    Killer killer(program, number);
    killer.measure();
    for (int life = 0; life < kills(); ++life) {
        write(3);
        killer.kill({u"sync"_s});
    }
    CHECK(killer.endedBefore() == 0); // sync ends only by itself when it fails
    const auto last = program.json({u"sync"_s, u"--once"_s});
    INFO(last.err.toStdString());
    REQUIRE(last.exit == 0);

    const auto texts = textsInCache(program, u"in"_s);
    CHECK(texts.size() == written.size());
    for (const QString &text : std::as_const(written)) {
        INFO(text.toStdString());
        CHECK(texts.value(text) == 1);
    }
    CHECK(program.json({u"doctor"_s}).object().value(u"integrity").toString() == u"ok");
}

TEST_CASE("Killed at random moments while sending, no answer is lost and none is sent twice")
{
    const quint32 number = seed();
    INFO("PARLEY_SEED=" << number);
    Telegram telegram;
    const Program program;
    REQUIRE(program.addTelegram(u"Shop"_s, telegram.url(), telegram.token()).exit == 0);
    // A customer each: a row that is held must not keep the others waiting.
    const int lives = kills();
    for (int i = 0; i < lives; ++i)
        telegram.write(telegram.addCustomer(u"Customer %1"_s.arg(i)), u"question %1"_s.arg(i));
    REQUIRE(program.json({u"sync"_s, u"--once"_s}).exit == 0);
    QMap<QString, QString> tickets;
    for (const QJsonObject &ticket : program.json({u"list"_s, u"--limit"_s, u"10000"_s}).objects())
        tickets.insert(ticket.value(u"contact").toString(), QString::number(ticket.value(u"id").toInteger()));
    REQUIRE(tickets.size() == lives);
    Killer killer(program, number);
    killer.measure();
    // An answer takes as long as it does on a real line, so that kills find it on its way.
    BadDay slow;
    slow.kind = BadDay::Kind::Latency;
    slow.method = u"sendMessage"_s;
    slow.times = -1;
    slow.ms = 30;
    telegram.addBadDay(slow);

    QList<int> promised; // the program has said that it has them
    for (int life = 0; life < lives; ++life) {
        const QString text = messagesOf(life).join(u"\n\n"_s);
        const QString ticket = tickets.value(u"Customer %1"_s.arg(life));
        const QStringList reply{u"--json"_s, u"reply"_s, ticket, u"--text"_s, text};
        if (life % 2) {
            REQUIRE(program.run(reply).exit == 0);
            promised.append(life);
            killer.kill({u"sync"_s});
        } else if (killer.kill(reply + QStringList{u"--wait"_s, u"30"_s}).contains("\"id\":")) {
            promised.append(life);
        }
    }
    telegram.endBadDays();
    const auto last = program.json({u"sync"_s, u"--once"_s});
    INFO(last.err.toStdString());
    REQUIRE(last.exit == 0);

    QMap<QString, int> arrived;
    for (const Received &received : telegram.received())
        ++arrived[received.text];
    QSet<int> held;
    for (const QJsonObject &row : program.json({u"outbox"_s}).objects()) {
        INFO(QString(row.value(u"state").toString() + u' ' + row.value(u"error").toString()).toStdString());
        CHECK(row.value(u"state").toString() == u"held");
        CHECK(row.value(u"held_reason").toString() == u"may_have_arrived");
        held.insert(row.value(u"summary").toString().section(u' ', 1, 1).toInt());
    }
    for (auto it = arrived.cbegin(); it != arrived.cend(); ++it) {
        INFO(it.key().toStdString());
        CHECK(it.value() == 1);
    }
    for (const int answer : std::as_const(promised)) {
        INFO("answer " << answer);
        const QStringList messages = messagesOf(answer);
        const bool isWhole =
            std::ranges::all_of(messages, [&](const QString &message) { return arrived.value(message) == 1; });
        CHECK((isWhole || held.contains(answer)));
    }
    // Holding everything would pass the above, and be of no use.
    CHECK(held.size() * 2 < lives);
    WARN(arrived.size() << " messages arrived, " << held.size() << " are held as may have arrived, of " << lives);
}
