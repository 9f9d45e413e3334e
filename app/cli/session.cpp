// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/session.h"

#include "app/instance.h"
#include "storage/reader.h"
#include "storage/secrets/secret_store.h"
#include "sync/engine.h"
#include "ui/common/error_words.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QThread>

namespace parley::app {

namespace {

/// Objects that need an event loop are made and ended where there is one.
template <typename Work>
void onMainThread(Work work)
{
    QCoreApplication *application = QCoreApplication::instance();
    if (QThread::currentThread() == application->thread())
        work();
    else
        QMetaObject::invokeMethod(application, work, Qt::BlockingQueuedConnection);
}

} // namespace

Session::Session(Setup setup, Output &output)
    : m_setup(std::move(setup))
    , m_output(output)
{
}

Session::~Session()
{
    onMainThread([this] {
        m_server.reset();
        m_engine.reset();
    });
}

Result<std::shared_ptr<storage::SecretStore>> Session::secrets()
{
    if (!m_secrets) {
        auto opened = profile().secrets();
        if (!opened)
            return opened.error();
        m_secrets = *opened;
    }
    return m_secrets;
}

Result<storage::CacheKey> Session::key()
{
    if (!m_key) {
        const auto store = secrets();
        if (!store)
            return store.error();
        const auto key = profile().key(**store);
        if (!key)
            return key.error();
        m_key = *key;
    }
    return *m_key;
}

Result<storage::Reader *> Session::reader()
{
    if (!m_reader) {
        const auto cacheKey = key();
        if (!cacheKey)
            return cacheKey.error();
        auto opened = profile().reader(*cacheKey);
        if (!opened)
            return opened.error();
        m_reader = std::move(*opened);
    }
    return m_reader.get();
}

Result<sync::Engine *> Session::engine(const EngineUse &use)
{
    if (m_setup.running)
        return m_setup.running;
    if (!m_engine) {
        const auto cacheKey = key();
        if (!cacheKey)
            return cacheKey.error();
        sync::EngineConfig config;
        config.cachePath = profile().cachePath();
        config.key = *cacheKey;
        config.secrets = m_secrets;
        config.offline = use.offline || offline();
        config.listen = use.listen;
        config.onlyAccount = use.onlyAccount;
        onMainThread([&] { m_engine = std::make_unique<sync::Engine>(config); });
    }
    return m_engine.get();
}

Result<void> Session::start(sync::Engine &engine)
{
    if (isForwarded())
        return {};
    constexpr int tries = 50;
    constexpr int pause = 100; // ms
    Result<void> result;
    for (int left = tries;; --left) {
        QFuture<Result<void>> started;
        onMainThread([&] { started = engine.start(); });
        result = await(started);
        if (result || left == 0 || !profile().isLocked())
            break;
        QThread::msleep(pause);
    }
    if (result && m_setup.serves)
        onMainThread([&] { m_server = std::make_unique<InstanceServer>(profile(), engine, nullptr); });
    return result;
}

void Session::print(const QJsonObject &object, const QString &forPeople)
{
    if (json())
        json(object);
    else
        line(forPeople);
}

void Session::line(const QString &text)
{
    m_output.out(text.toUtf8() + '\n');
}

void Session::json(const QJsonObject &object)
{
    m_output.out(QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n');
}

int Session::fail(const Error &error)
{
    return fail(ui::wordsFor(error));
}

int Session::fail(const QString &words)
{
    // One line, whatever came from outside.
    m_output.err(QStringLiteral("parley: ") + words.simplified());
    return Failed;
}

int Session::misuse(const QString &words)
{
    m_output.err(QStringLiteral("parley: ") + words.simplified());
    return Misused;
}

} // namespace parley::app
