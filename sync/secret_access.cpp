// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/secret_access.h"

#include "storage/secrets/secret_store.h"
#include "sync/answer.h"
#include "sync/log.h"

#include <utility>

namespace parley::sync {

namespace {

constexpr int kPatienceMs = 2'000;

template <typename T, typename Call>
QFuture<Result<T>> runOn(QThreadPool &thread, const std::shared_ptr<storage::SecretStore> &store, Call call)
{
    Answer<Result<T>> answer{Result<T>(engineStopped())};
    const QFuture<Result<T>> future = answer.future();
    if (!store) {
        answer.give(Error{ErrorKind::Storage, QStringLiteral("there is no key store"), {}, {}, false});
        return future;
    }
    thread.start([store, answer = std::move(answer), call = std::move(call)] { answer.give(call(*store)); });
    return future;
}

} // namespace

SecretAccess::SecretAccess(std::shared_ptr<storage::SecretStore> store)
    : m_store(std::move(store))
    , m_thread(std::make_unique<QThreadPool>())
{
    m_thread->setMaxThreadCount(1);
}

SecretAccess::~SecretAccess()
{
    m_thread->clear();
    if (m_thread->waitForDone(kPatienceMs))
        return;
    qCWarning(lcSync) << "the key store does not answer; its call is left behind";
    [[maybe_unused]] const auto *leftBehind = m_thread.release(); // its destructor would wait for ever
}

QFuture<Result<std::optional<QByteArray>>> SecretAccess::read(const QString &key)
{
    return runOn<std::optional<QByteArray>>(
        *m_thread, m_store, [key](storage::SecretStore &store) { return store.read(key); });
}

QFuture<Result<void>> SecretAccess::write(const QString &key, const QByteArray &value)
{
    return runOn<void>(
        *m_thread, m_store, [key, value](storage::SecretStore &store) { return store.write(key, value); });
}

QFuture<Result<void>> SecretAccess::remove(const QString &key)
{
    return runOn<void>(*m_thread, m_store, [key](storage::SecretStore &store) { return store.remove(key); });
}

} // namespace parley::sync
