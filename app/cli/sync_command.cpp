// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/ask.h"
#include "app/cli/command.h"
#include "app/cli/json.h"
#include "app/cli/plain.h"
#include "sync/engine.h"

#include <QObject>

namespace parley::app {

namespace {

using namespace std::chrono_literals;

/// What the engine's signals tell a waiting sync. Shared with them.
struct News {
    bool idle = false;
    std::optional<Error> trouble;
};

class Listening
{
public:
    Listening(const Session &session, sync::Engine &engine)
        : m_idle(QObject::connect(
              &engine, &sync::Engine::idle, &engine,
              [waiter = session.waiter(), news = m_news] { waiter->update([&] { news->idle = true; }); },
              Qt::DirectConnection))
        , m_trouble(QObject::connect(
              &engine, &sync::Engine::storageTrouble, &engine,
              [waiter = session.waiter(), news = m_news](
                  const Error &error) { waiter->update([&] { news->trouble = error; }); },
              Qt::DirectConnection))
    {
    }
    ~Listening()
    {
        QObject::disconnect(m_idle);
        QObject::disconnect(m_trouble);
    }
    Listening(const Listening &) = delete;
    Listening &operator=(const Listening &) = delete;

    [[nodiscard]] News &news() { return *m_news; }

private:
    std::shared_ptr<News> m_news = std::make_shared<News>();
    QMetaObject::Connection m_idle;
    QMetaObject::Connection m_trouble;
};

/// The accounts that did not get through, each with its sentence.
int judgeAccounts(Session &session, const QString &onlyAccount)
{
    const auto reader = session.reader();
    if (!reader)
        return session.fail(reader.error());
    const auto accounts = (*reader)->accounts();
    if (!accounts)
        return session.fail(accounts.error());
    int exit = Done;
    for (const Account &account : *accounts) {
        if (!account.enabled || (!onlyAccount.isEmpty() && account.name != onlyAccount))
            continue;
        const auto status = (*reader)->accountStatus(account.id);
        if (!status)
            return session.fail(status.error());
        if (status->state != AccountState::Online && status->state != AccountState::Connecting)
            exit = session.fail(QStringLiteral("%1: %2").arg(
                account.name, status->detail.isEmpty() ? toString(status->state) : status->detail));
    }
    return exit;
}

sync::Engine::Totals totalsOf(sync::Engine &engine)
{
    QFuture<sync::Engine::Totals> totals = engine.totals();
    totals.waitForFinished();
    return totals.resultCount() > 0 ? totals.result() : sync::Engine::Totals{};
}

void printTotals(Session &session, const sync::Engine::Totals &before, const sync::Engine::Totals &after)
{
    const int pulled = after.pulled - before.pulled;
    const int pushed = after.pushed - before.pushed;
    const int held = after.held - before.held;
    const int failed = after.failed - before.failed;
    session.print({{QStringLiteral("pulled"), pulled}, {QStringLiteral("pushed"), pushed},
                      {QStringLiteral("held"), held}, {QStringLiteral("failed"), failed}},
        QStringLiteral("%1 messages in, %2 out, %3 held, %4 failed").arg(pulled).arg(pushed).arg(held).arg(failed));
}

} // namespace

int runSync(Session &session, const Arguments &arguments)
{
    if (session.offline())
        return session.misuse(QStringLiteral("sync needs the network: leave out --offline."));
    const QString account = arguments.value(QStringLiteral("account"));
    if (!account.isEmpty()) {
        if (const auto known = accountFor(session, account); !known)
            return session.fail(known.error());
    }
    const bool once = arguments.has(QStringLiteral("once"));
    const auto engine = session.engine({.offline = false, .listen = !once, .onlyAccount = account});
    if (!engine)
        return session.fail(engine.error());
    Listening listening(session, **engine);
    if (const auto started = session.start(**engine); !started)
        return session.fail(started.error());
    const auto before = session.isForwarded() ? totalsOf(**engine) : sync::Engine::Totals{};
    if (session.isForwarded())
        (*engine)->syncNow();
    News &news = listening.news();
    const auto isOver = [&] { return news.trouble || (once && news.idle); };
    // The engine of a running Parley may have had nothing to do, and then does not say so.
    constexpr auto patience = 60s;
    if (once && session.isForwarded())
        session.waiter()->waitFor(isOver, patience);
    else
        session.waiter()->waitFor(isOver);
    printTotals(session, before, totalsOf(**engine));
    if (news.trouble)
        return session.fail(*news.trouble);
    return once ? judgeAccounts(session, account) : Done;
}

} // namespace parley::app
