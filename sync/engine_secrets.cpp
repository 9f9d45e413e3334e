// SPDX-License-Identifier: GPL-3.0-or-later
// The worker's secrets: an account has one, and may have further ones beside it.
#include "sync/engine_worker.h"

#include "sync/log.h"
#include "sync/state_words.h"

#include <QCoroFuture>

#include <vector>

namespace parley::sync {

namespace {

/// In the platform's own order. A platform that this Parley does not know has only the main one.
QStringList furtherKeys(const platforms::Entry *entry)
{
    QStringList keys;
    if (entry) {
        for (const SecretField &field : entry->info.furtherSecrets)
            keys.append(field.key);
    }
    return keys;
}

} // namespace

QCoro::Task<Result<std::optional<EngineWorker::Secrets>>> EngineWorker::readSecrets(Account account)
{
    const auto main = co_await m_secrets->read(account.secretKey());
    if (!main)
        co_return main.error();
    if (!*main)
        co_return std::optional<Secrets>();
    Secrets secrets{**main, {}};
    const QStringList keys = furtherKeys(entryFor(account.platform));
    for (qsizetype i = 0; i < keys.size() && m_secrets; ++i) {
        const QString place = account.secretKey(keys.at(i));
        const auto further = co_await m_secrets->read(place);
        if (!further)
            co_return further.error();
        if (*further)
            secrets.further.insert(keys.at(i), **further);
    }
    co_return std::optional<Secrets>(secrets);
}

QCoro::Task<Result<void>> EngineWorker::writeSecrets(Account account, Secrets secrets)
{
    auto written = co_await m_secrets->write(account.secretKey(), secrets.main);
    const QStringList keys = secrets.further.keys();
    for (qsizetype i = 0; i < keys.size() && written && m_secrets; ++i) {
        const QString place = account.secretKey(keys.at(i));
        const QByteArray secret = secrets.further.value(keys.at(i));
        if (!secret.isEmpty())
            written = co_await m_secrets->write(place, secret);
    }
    if (!written && m_secrets)
        (void)co_await removeSecrets(account);
    co_return written;
}

QCoro::Task<Result<void>> EngineWorker::removeSecrets(Account account)
{
    auto removed = co_await m_secrets->remove(account.secretKey());
    const QStringList keys = furtherKeys(entryFor(account.platform));
    for (qsizetype i = 0; i < keys.size() && m_secrets; ++i) {
        const QString place = account.secretKey(keys.at(i));
        const auto further = co_await m_secrets->remove(place);
        if (!further)
            removed = further;
    }
    co_return removed;
}

void EngineWorker::secretExchanged(AccountId account, const QByteArray &secret)
{
    const auto slot = m_slots.find(account);
    if (slot == m_slots.end())
        return;
    slot->second.unkept = secret;
    keepExchanged(account);
}

void EngineWorker::keepAllExchanged()
{
    std::vector<AccountId> waiting;
    for (const auto &[id, slot] : m_slots) {
        if (!slot.unkept.isEmpty())
            waiting.push_back(id);
    }
    for (const AccountId id : waiting)
        keepExchanged(id);
}

/// The connector goes on with what it has; the next start uses what is kept here. Where the key store does not take it,
/// it is tried again and again: with the old one the account might not be let in.
QCoro::Task<> EngineWorker::keepExchanged(AccountId account)
{
    const Task task(*this);
    const auto keepLater = [this] {
        if (m_keepAgain)
            m_keepAgain->set(m_keepBackoff->next(), [this] { keepAllExchanged(); });
    };
    const auto slot = m_slots.find(account);
    if (slot == m_slots.end() || slot->second.unkept.isEmpty() || !m_secrets)
        co_return;
    if (slot->second.changing) { // perhaps another takes its place
        keepLater();
        co_return;
    }
    const QByteArray secret = slot->second.unkept;
    const QString place = slot->second.account.secretKey();
    const auto written = co_await m_secrets->write(place, secret);
    const auto after = m_slots.find(account);
    if (after == m_slots.end())
        co_return;
    if (written) {
        m_keepBackoff->reset();
        if (after->second.unkept == secret)
            after->second.unkept.clear();
    } else {
        qCWarning(lcSync) << after->second.account.name
                          << "an exchanged secret was not kept:" << written.error().detail;
        keepLater();
    }
    if (after->second.sync)
        after->second.sync->setSecretNote(written ? QString() : words::secretNotKept(written.error()));
}

} // namespace parley::sync
