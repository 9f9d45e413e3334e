// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/engine.h"

#include "sync/answer.h"
#include "sync/engine_worker.h"
#include "sync/log.h"
#include "sync/network_watch.h"

#include <QCoreApplication>

#include <mutex>
#include <utility>

namespace parley::sync {

namespace {
/// Longer than everything that the worker itself waits for when it stops.
constexpr int kJoinPatienceMs = 15'000;
} // namespace

class Engine::Private
{
public:
    explicit Private(EngineConfig config)
        : watchNetwork(config.watchNetwork && !config.offline && config.listen)
        , worker(new EngineWorker(std::move(config)))
    {
        worker->moveToThread(thread);
        thread->setObjectName(QStringLiteral("parley-engine"));
        QObject::connect(thread, &QThread::finished, worker, &QObject::deleteLater);
    }

    void post(std::function<void(EngineWorker &)> call)
    {
        const std::lock_guard lock(mutex);
        if (worker)
            QMetaObject::invokeMethod(
                worker, [target = worker, call = std::move(call)] { call(*target); }, Qt::QueuedConnection);
    }

    /// Asks the worker; the answer is \a fallback when the engine stops first.
    template <typename T>
    QFuture<T> ask(T fallback, std::function<T(EngineWorker &)> call)
    {
        const Answer<T> answer(std::move(fallback));
        post([answer, call = std::move(call)](EngineWorker &engine) { answer.give(call(engine)); });
        return answer.future();
    }

    bool watchNetwork;
    std::mutex mutex;
    EngineWorker *worker; ///< null: stopped
    QThread *thread = new QThread;
    std::unique_ptr<NetworkWatch> network;
};

Engine::Engine(EngineConfig config, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(std::move(config)))
{
    const EngineWorker *worker = d->worker;
    // Direct: Engine's signals come from the engine's thread, after the commit; receivers give a context object.
    connect(worker, &EngineWorker::changed, this, &Engine::changed, Qt::DirectConnection);
    connect(worker, &EngineWorker::accountStatusChanged, this, &Engine::accountStatusChanged, Qt::DirectConnection);
    connect(worker, &EngineWorker::live, this, &Engine::live, Qt::DirectConnection);
    connect(worker, &EngineWorker::uploading, this, &Engine::uploading, Qt::DirectConnection);
    connect(worker, &EngineWorker::settled, this, &Engine::settled, Qt::DirectConnection);
    connect(worker, &EngineWorker::idle, this, &Engine::idle, Qt::DirectConnection);
    connect(worker, &EngineWorker::storageTrouble, this, &Engine::storageTrouble, Qt::DirectConnection);
    connect(worker, &EngineWorker::storageRecovered, this, &Engine::storageRecovered, Qt::DirectConnection);
}

Engine::~Engine()
{
    stop();
}

QFuture<Result<void>> Engine::start()
{
    const Answer<Result<void>> answer{Result<void>(engineStopped())};
    d->post([answer](EngineWorker &engine) { engine.open(answer); });
    if (!d->thread->isRunning())
        d->thread->start();
    // The system's word on the network comes on the main thread.
    if (d->watchNetwork && !d->network && QThread::currentThread() == QCoreApplication::instance()->thread()) {
        d->network = std::make_unique<NetworkWatch>();
        connect(d->network.get(), &NetworkWatch::changed, this, &Engine::wake);
    }
    return answer.future();
}

void Engine::stop()
{
    EngineWorker *worker = nullptr;
    {
        const std::lock_guard lock(d->mutex);
        worker = std::exchange(d->worker, nullptr);
    }
    if (!worker)
        return;
    d->network.reset();
    if (!d->thread->isRunning()) {
        delete worker;
        delete std::exchange(d->thread, nullptr);
        return;
    }
    QMetaObject::invokeMethod(worker, [worker] { worker->shutDown(); }, Qt::QueuedConnection);
    if (d->thread->wait(kJoinPatienceMs)) {
        delete std::exchange(d->thread, nullptr);
        return;
    }
    qCWarning(lcSync) << "the engine's thread does not end and is left behind";
    disconnect(worker, nullptr, this, nullptr);
    d->thread = nullptr;
}

QFuture<Result<AccountId>> Engine::addAccount(AccountDraft draft)
{
    const Answer<Result<AccountId>> answer{Result<AccountId>(engineStopped())};
    d->post([answer, draft = std::move(draft)](EngineWorker &engine) { engine.addAccount(draft, answer); });
    return answer.future();
}

QFuture<Result<void>> Engine::removeAccount(AccountId account)
{
    const Answer<Result<void>> answer{Result<void>(engineStopped())};
    d->post([answer, account](EngineWorker &engine) { engine.removeAccount(account, answer); });
    return answer.future();
}

QFuture<Result<void>> Engine::replaceSecret(AccountId account, QByteArray secret, QString key)
{
    const Answer<Result<void>> answer{Result<void>(engineStopped())};
    d->post([answer, account, secret = std::move(secret), key = std::move(key)](
                EngineWorker &engine) { engine.replaceSecret(account, secret, key, answer); });
    return answer.future();
}

QFuture<Result<QByteArray>> Engine::signInByBrowser(AccountDraft draft, std::function<void(QUrl)> open)
{
    const Answer<Result<QByteArray>> answer{Result<QByteArray>(engineStopped())};
    d->post([answer, draft = std::move(draft), open = std::move(open)](
                EngineWorker &engine) { engine.signInByBrowser(draft, open, answer); });
    return answer.future();
}

void Engine::endBrowserSignIn()
{
    d->post([](EngineWorker &engine) { engine.endBrowserSignIn(); });
}

QFuture<Result<OutboxId>> Engine::submit(CommandRequest request)
{
    return d->ask<Result<OutboxId>>(
        engineStopped(), [request = std::move(request)](EngineWorker &engine) { return engine.submit(request); });
}

QFuture<Result<void>> Engine::retry(OutboxId row)
{
    return d->ask<Result<void>>(engineStopped(), [row](EngineWorker &engine) { return engine.retry(row); });
}

QFuture<Result<void>> Engine::discard(OutboxId row)
{
    return d->ask<Result<void>>(engineStopped(), [row](EngineWorker &engine) { return engine.discard(row); });
}

QFuture<Result<void>> Engine::editHeld(OutboxId row, QString text)
{
    return d->ask<Result<void>>(
        engineStopped(), [row, text = std::move(text)](EngineWorker &engine) { return engine.editHeld(row, text); });
}

QFuture<Result<void>> Engine::saveDraft(TicketId ticket, QString text, bool isNote, bool privately)
{
    return d->ask<Result<void>>(
        engineStopped(), [ticket, text = std::move(text), isNote, privately](EngineWorker &engine) {
            return engine.saveDraft(ticket, text, isNote, privately);
        });
}

QFuture<Result<void>> Engine::saveDraftFiles(TicketId ticket, QList<OutgoingAttachment> files)
{
    return d->ask<Result<void>>(engineStopped(),
        [ticket, files = std::move(files)](EngineWorker &engine) { return engine.saveDraftFiles(ticket, files); });
}

void Engine::markSeen(TicketId ticket)
{
    d->post([ticket](EngineWorker &engine) { engine.markSeen(ticket); });
}

void Engine::setOpen(TicketId ticket)
{
    d->post([ticket](EngineWorker &engine) { engine.setOpen(ticket); });
}

void Engine::markUnread(TicketId ticket)
{
    d->post([ticket](EngineWorker &engine) { engine.markUnread(ticket); });
}

void Engine::typing(TicketId ticket, bool on, bool privately)
{
    d->post([ticket, on, privately](EngineWorker &engine) { engine.typing(ticket, on, privately); });
}

QFuture<Result<void>> Engine::mergeContacts(ContactId from, ContactId into)
{
    return d->ask<Result<void>>(
        engineStopped(), [from, into](EngineWorker &engine) { return engine.mergeContacts(from, into); });
}

QFuture<Result<void>> Engine::setContactNote(ContactId contact, QString note)
{
    return d->ask<Result<void>>(
        engineStopped(), [contact, note](EngineWorker &engine) { return engine.setContactNote(contact, note); });
}

QFuture<Result<void>> Engine::unmergeContact(ContactId merged)
{
    return d->ask<Result<void>>(
        engineStopped(), [merged](EngineWorker &engine) { return engine.unmergeContact(merged); });
}

void Engine::fetchAttachment(AttachmentId attachment)
{
    d->post([attachment](EngineWorker &engine) { engine.fetchAttachment(attachment); });
}

void Engine::setOnline(bool online)
{
    d->post([online](EngineWorker &engine) { engine.setOnline(online); });
}

void Engine::wake()
{
    d->post([](EngineWorker &engine) { engine.wake(); });
}

void Engine::syncNow()
{
    d->post([](EngineWorker &engine) { engine.syncNow(); });
}

QFuture<Engine::Totals> Engine::totals()
{
    return d->ask<Totals>(Totals{}, [](EngineWorker &engine) { return engine.totals(); });
}

} // namespace parley::sync
