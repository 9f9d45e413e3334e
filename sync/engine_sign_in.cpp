// SPDX-License-Identifier: GPL-3.0-or-later
// The worker's sign-ins in a browser: a person gets an account's secret on the platform's own page.
#include "sync/engine_worker.h"

#include <QCoreApplication>

#include <utility>

namespace parley::sync {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(parley::sync::Engine)
};

Error rejected(const QString &words)
{
    return {ErrorKind::Rejected, QStringLiteral("rejected"), words, {}, false};
}

} // namespace

void EngineWorker::endBrowserSignIn()
{
    if (const auto signIn = std::exchange(m_signIn, nullptr))
        signIn->stop();
}

/// The further secrets of an account that there is, where others were not given.
QCoro::Task<Result<QMap<QString, QByteArray>>> EngineWorker::furtherSecretsFor(AccountDraft draft)
{
    QMap<QString, QByteArray> further;
    if (draft.account.id.isValid()) {
        const auto kept = co_await readSecrets(draft.account);
        if (!kept)
            co_return kept.error();
        if (*kept)
            further = (*kept)->further;
    }
    further.insert(draft.furtherSecrets);
    co_return further;
}

Result<std::shared_ptr<platforms::BrowserSignIn>> EngineWorker::makeSignIn(
    const AccountDraft &draft, const QMap<QString, QByteArray> &further)
{
    const platforms::Entry *entry = entryFor(draft.account.platform);
    if (!entry || !entry->signIn)
        return rejected(Texts::tr("%1 has no sign-in in the browser.").arg(entry ? entry->info.name : QString()));
    if (m_config.offline)
        return Error{ErrorKind::Offline, QStringLiteral("--offline"),
            Texts::tr("Signing in needs the network. Start without --offline."), {}, false};
    const auto account = entry->validate ? entry->validate(draft.account) : Result<Account>(draft.account);
    if (!account)
        return account.error();
    platforms::Setup setup{*account, {}, m_clock.get()};
    setup.furtherSecrets = further;
    auto made = entry->signIn(setup);
    if (!made)
        return made.error();
    return std::shared_ptr<platforms::BrowserSignIn>(std::move(*made));
}

QCoro::Task<> EngineWorker::signInByBrowser(
    AccountDraft draft, std::function<void(QUrl)> open, Answer<Result<QByteArray>> answer)
{
    const Task task(*this);
    if (!isOpen())
        co_return;
    const auto further = co_await furtherSecretsFor(draft);
    if (m_stopping)
        co_return;
    const auto signIn =
        further ? makeSignIn(draft, *further) : Result<std::shared_ptr<platforms::BrowserSignIn>>(further.error());
    const auto page = signIn ? (*signIn)->begin() : Result<QUrl>(signIn.error());
    if (!page) {
        answer.give(page.error());
        co_return;
    }
    endBrowserSignIn();
    const std::shared_ptr<platforms::BrowserSignIn> &ours = *signIn;
    m_signIn = ours;
    open(*page);
    const Result<QByteArray> secret = co_await ours->secret();
    if (m_signIn == ours)
        m_signIn.reset();
    ours->stop();
    answer.give(secret);
}

} // namespace parley::sync
