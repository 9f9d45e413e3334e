// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever happens in whatever order: every customer's message is in the cache once, and every reply was delivered once
// or stands there held or failed for the agent to see.
#include "support/print.h"
#include "sync/desk.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <QHash>
#include <QSet>

#include <algorithm>
#include <random>

using namespace parley;
using namespace parley::tests;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

using Idempotency = Capabilities::Idempotency;

/// One run: a desk, a world, and a list of what has been done, so that both can be compared at the end.
class Story
{
public:
    Story(unsigned seed, Idempotency idempotency)
        : m_random(seed)
        , m_idempotency(idempotency)
        , m_desk([idempotency, seed](World &world) {
            world.capabilities.idempotency = idempotency;
            world.dropsRepeats = idempotency == Idempotency::ByClientId;
            world.echoes = seed % 2 == 0;
        })
    {
        for (const QString &conversation : m_conversations)
            write(conversation);
        m_desk.startWithAccount();
        REQUIRE(eventually([&] { return m_desk.isOnline() && allHaveTickets(); }));
    }

    void step()
    {
        switch (draw(9)) {
        case 0:
        case 1:
            write(anyConversation());
            break;
        case 2:
        case 3:
        case 4:
            answer(anyConversation());
            break;
        case 5:
            m_desk.world().next(Verb::Push, badPush());
            break;
        case 6:
            m_desk.world().next(draw(2) == 0 ? Verb::Pull : Verb::Listen, {anError(anyKind())});
            break;
        case 7:
            m_desk.time().advance(std::chrono::seconds{draw(90)});
            break;
        case 8:
            restart();
            break;
        }
    }

    void end()
    {
        // The good days come back, and time enough. What never got an answer needs a new start: it has no time-out
        // here.
        m_desk.world().forgetScript();
        m_desk.stop();
        REQUIRE(m_desk.start().ok());
        for (int quiet = 0; quiet < 3; ++quiet) {
            m_desk.engine().syncNow();
            m_desk.time().advance(6min);
        }
        REQUIRE(eventually([&] {
            m_desk.time().advance(1min);
            return everythingArrived() && everyReplyIsSettled();
        }));
        checkCustomers();
        checkReplies();
    }

private:
    int draw(int below) { return static_cast<int>(m_random() % static_cast<unsigned>(below)); }
    QString anyConversation() { return m_conversations.at(draw(static_cast<int>(m_conversations.size()))); }

    ErrorKind anyKind()
    {
        static const QList<ErrorKind> kinds{
            ErrorKind::Offline, ErrorKind::TimedOut, ErrorKind::BadReply, ErrorKind::RateLimited, ErrorKind::Forbidden};
        return kinds.at(draw(static_cast<int>(kinds.size())));
    }

    Step badPush()
    {
        Step step;
        switch (draw(5)) {
        case 0: // arrived, and the answer was lost
            step.error = anError(draw(2) == 0 ? ErrorKind::TimedOut : ErrorKind::BadReply, true);
            step.happens = true;
            break;
        case 1: // lost on the way, for all we know
            step.error = anError(ErrorKind::TimedOut, true);
            break;
        case 2: // no answer while this engine lives
            step.stuck = true;
            step.happens = draw(2) == 0;
            break;
        default:
            step.error = anError(anyKind());
            break;
        }
        return step;
    }

    void write(const QString &conversation)
    {
        const QString text = u"q%1"_s.arg(++m_written);
        m_desk.world().customerWrites(conversation, text);
        m_questions[conversation].append(text);
    }

    QString answer(const QString &conversation)
    {
        const QString text = u"a%1"_s.arg(++m_written);
        const auto row = m_desk.submit(conversation, Reply{text, {}, false, {}});
        REQUIRE(row.ok());
        m_replies.insert(text, *row);
        return text;
    }

    /// The engine ends: properly, or as by a power cut at a random moment.
    void restart()
    {
        if (draw(2) == 0) {
            m_desk.stop();
        } else {
            std::atomic<bool> cut = false;
            QString copy;
            m_desk.world().atCheckpoint([&] {
                copy = m_desk.copyOfCache();
                m_desk.world().freeze(true);
                cut = true;
            });
            const QString last = answer(anyConversation());
            m_desk.time().advance(5s);
            m_desk.world().atCheckpoint({});
            if (cut) {
                m_desk.continueFrom(copy);
                // An older reply may have left first: then the power went before this one was written.
                if (m_desk.row(m_replies.value(last)).summary != last)
                    m_replies.remove(last);
            } else {
                m_desk.stop();
            }
            m_desk.world().freeze(false);
        }
        REQUIRE(m_desk.start().ok());
    }

    bool allHaveTickets()
    {
        return std::ranges::all_of(m_conversations, [this](const QString &c) { return m_desk.ticketOf(c).isValid(); });
    }

    bool everythingArrived()
    {
        return std::ranges::all_of(m_conversations, [this](const QString &conversation) {
            const QStringList texts = m_desk.texts(conversation);
            return std::ranges::all_of(m_questions[conversation], [&](const QString &q) { return texts.contains(q); });
        });
    }

    bool everyReplyIsSettled()
    {
        // What stands behind a held or failed reply of its conversation waits there, for all to see.
        for (const OutboxId id : std::as_const(m_replies)) {
            const OutboxRow row = m_desk.row(id);
            if (row.state == OutboxState::Sending)
                return false;
            if (row.state == OutboxState::Queued && !isBehindAnother(row))
                return false;
        }
        return true;
    }

    bool isBehindAnother(const OutboxRow &row)
    {
        const auto rows = m_desk.reader().outbox(10'000);
        REQUIRE(rows.ok());
        return std::ranges::any_of(*rows, [&](const OutboxRow &other) {
            return other.id < row.id && (other.state == OutboxState::Held || other.state == OutboxState::Failed)
                && conversationOf(other.ticket) == conversationOf(row.ticket);
        });
    }

    ConversationId conversationOf(TicketId ticket)
    {
        const auto row = m_desk.reader().ticket(ticket);
        return row && *row ? (*row)->ticket.conversation : ConversationId{};
    }

    void checkCustomers()
    {
        for (const QString &conversation : m_conversations) {
            const QStringList texts = m_desk.texts(conversation);
            for (const QString &question : std::as_const(m_questions[conversation]))
                CHECK(texts.count(question) == 1);
        }
    }

    void checkReplies()
    {
        const QStringList delivered = m_desk.world().sentTexts();
        for (auto reply = m_replies.cbegin(); reply != m_replies.cend(); ++reply) {
            CAPTURE(reply.key());
            const OutboxRow row = m_desk.row(reply.value());
            const auto times = delivered.count(reply.key());
            CHECK(times <= 1);
            if (row.state == OutboxState::Sent)
                CHECK(times == 1);
            else if (times == 1) // it did arrive: then the agent is asked, not told that it failed
                CHECK((row.state == OutboxState::Held && row.heldReason == HeldReason::MayHaveArrived));
        }
    }

    std::mt19937 m_random;
    Idempotency m_idempotency;
    Desk m_desk;
    const QStringList m_conversations{u"anna"_s, u"boris"_s, u"carla"_s};
    QHash<QString, QStringList> m_questions;
    QHash<QString, OutboxId> m_replies;
    int m_written = 0;
};

constexpr int kSeeds = 70;
constexpr int kSteps = 25;

} // namespace

TEST_CASE(
    "In hundreds of random days no customer's message is lost or doubled, and no reply is sent twice or forgotten")
{
    const auto idempotency = GENERATE(Idempotency::ByClientId, Idempotency::ByReadingBack, Idempotency::None);
    for (unsigned seed = 1; seed <= kSeeds; ++seed) {
        CAPTURE(static_cast<int>(idempotency), seed);
        Story story(seed, idempotency);
        for (int step = 0; step < kSteps; ++step)
            story.step();
        story.end();
    }
}
