// SPDX-License-Identifier: GPL-3.0-or-later
// The worker's accounts: which there are, how they begin and how they end.
#include "sync/engine_worker.h"

#include "sync/log.h"
#include "sync/state_words.h"

#include <QCoreApplication>
#include <QCoroFuture>
#include <QPointer>

#include <algorithm>
#include <utility>

namespace parley::sync {

namespace {

constexpr std::chrono::milliseconds kPatience{5'000};

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(parley::sync::Engine)
};

Error rejected(const QString &words)
{
    return {ErrorKind::Rejected, QStringLiteral("rejected"), words, {}, false};
}

Error noSuchAccount()
{
    return rejected(Texts::tr("There is no such account any more."));
}

Error beingChanged()
{
    return rejected(Texts::tr("This account is being changed at this moment. Try again when that is done."));
}

} // namespace

const platforms::Entry *EngineWorker::entryFor(const QString &platformId) const
{
    const auto &entries = m_config.platforms ? *m_config.platforms : platforms::registry();
    const auto found = std::ranges::find(entries, platformId, [](const auto &entry) { return entry.info.id; });
    return found == entries.end() ? nullptr : &*found;
}

AccountSync *EngineWorker::syncOf(AccountId id)
{
    const auto slot = m_slots.find(id);
    return slot == m_slots.end() ? nullptr : slot->second.sync.get();
}

bool EngineWorker::isWanted(const Account &account) const
{
    return m_config.onlyAccount.isEmpty() || account.name == m_config.onlyAccount;
}

AccountStatus EngineWorker::lastStatus(AccountId id)
{
    const auto status = m_reader->accountStatus(id);
    return status ? *status : AccountStatus{};
}

void EngineWorker::showStatus(AccountId id, AccountState state, const QString &detail)
{
    AccountStatus status = lastStatus(id);
    status.state = state;
    status.detail = detail;
    status.nextTry.reset();
    if (const auto changes = m_store->setAccountStatus(id, status))
        committed(*changes);
    Q_EMIT accountStatusChanged(id, status);
}

void EngineWorker::startMissing()
{
    std::vector<AccountId> missing;
    for (const auto &[id, slot] : m_slots) {
        if (!slot.sync && !slot.starting && !slot.changing && isWanted(slot.account))
            missing.push_back(id);
    }
    for (const AccountId id : missing)
        startAccount(id);
}

QCoro::Task<> EngineWorker::startAccount(AccountId id)
{
    const Task task(*this);
    const Account account = m_slots.at(id).account;
    const platforms::Entry *entry = entryFor(account.platform);
    if (!account.enabled) {
        showStatus(id, AccountState::Offline, words::switchedOff());
        co_return;
    }
    if (m_config.offline) {
        const Timestamp now = m_clock->now();
        showStatus(id, AccountState::Offline, words::offlineByChoice(now, now));
        co_return;
    }
    if (!entry) {
        showStatus(id, AccountState::Degraded, words::unknownPlatform(account.platform));
        co_return;
    }
    m_slots.at(id).starting = true;
    const auto secrets = co_await readSecrets(account);
    const auto slot = m_slots.find(id);
    if (m_stopping || slot == m_slots.end())
        co_return;
    slot->second.starting = false;
    if (slot->second.sync || slot->second.changing)
        co_return;
    if (!secrets) {
        showStatus(id, AccountState::Degraded, words::secretUnreadable(secrets.error()));
        m_secretsAgain->set(m_secretsBackoff->next(), [this] { startMissing(); });
    } else if (!*secrets) {
        showStatus(id, AccountState::Refused, words::noSecret());
    } else {
        m_secretsBackoff->reset();
        Secrets known = **secrets;
        if (!slot->second.unkept.isEmpty())
            known.main = slot->second.unkept;
        beginSync(slot->second, *entry, known);
    }
}

void EngineWorker::beginSync(Slot &slot, const platforms::Entry &entry, const Secrets &secrets)
{
    platforms::Setup setup{slot.account, secrets.main, m_clock.get(), secrets.further};
    // A connector that was left behind may outlive us.
    setup.keepSecret = [self = QPointer<EngineWorker>(this), id = slot.account.id](const QByteArray &secret) {
        if (self)
            self->secretExchanged(id, secret);
    };
    auto platform = entry.create(setup);
    if (!platform) {
        showStatus(slot.account.id, AccountState::Degraded, words::unknownPlatform(entry.info.name));
        return;
    }
    slot.sync = std::make_unique<AccountSync>(
        *m_around, slot.account, lastStatus(slot.account.id), entry.info.name, std::move(platform));
    slot.sync->start(m_online);
    tellOpen();
    workChanged();
}

/// Stops an account's connector and waits until it has ended.
QCoro::Task<> EngineWorker::endSync(AccountId id)
{
    const Task task(*this);
    auto sync = std::move(m_slots.at(id).sync);
    if (!sync)
        co_return;
    const auto bed = std::make_shared<Sleeper>(*m_realTime, this);
    sync->stop([bed] { bed->wake(); });
    co_await bed->sleep(kPatience);
    forgetSync(id, std::move(sync));
}

Result<void> EngineWorker::nameIsFree(const QString &name)
{
    const auto isTaken = [&name](const auto &entry) { return entry.second.account.name == name; };
    if (name.trimmed().isEmpty())
        return rejected(Texts::tr("An account needs a name."));
    if (std::ranges::any_of(m_slots, isTaken))
        return rejected(Texts::tr("There already is an account “%1”. Choose another name.").arg(name));
    return {};
}

Result<void> EngineWorker::secretsAreGiven(const AccountDraft &draft, const PlatformInfo &info)
{
    QStringList known;
    for (const SecretField &field : info.furtherSecrets) {
        known.append(field.key);
        if (field.required && draft.furtherSecrets.value(field.key).isEmpty())
            return rejected(Texts::tr("%1 is missing.").arg(field.label));
    }
    for (auto given = draft.furtherSecrets.cbegin(); given != draft.furtherSecrets.cend(); ++given) {
        if (!known.contains(given.key()))
            return rejected(Texts::tr("%1 has no secret “%2”.").arg(info.name, given.key()));
    }
    return {};
}

/// Asks the platform itself whether the settings and the secrets are good.
QCoro::Task<Result<AccountDraft>> EngineWorker::checkDraft(AccountDraft draft)
{
    if (const auto isFree = nameIsFree(draft.account.name); !isFree)
        co_return isFree.error();
    const platforms::Entry *entry = entryFor(draft.account.platform);
    if (!entry)
        co_return rejected(Texts::tr("Parley does not know the platform “%1”.").arg(draft.account.platform));
    auto account = entry->validate ? entry->validate(draft.account) : Result<Account>(draft.account);
    if (!account)
        co_return account.error();
    if (const auto given = secretsAreGiven(draft, entry->info); !given)
        co_return given.error();
    if (m_config.offline)
        co_return Error{ErrorKind::Offline, QStringLiteral("--offline"),
            Texts::tr("An account can only be checked online. Start without --offline."), {}, false};
    const auto probe = entry->create({*account, draft.secret, m_clock.get(), draft.furtherSecrets});
    if (!probe)
        co_return rejected(Texts::tr("%1 could not be set up.").arg(entry->info.name));
    m_probes.push_back(probe.get());
    const auto identity = co_await probe->signIn();
    account->capabilities = probe->capabilities();
    std::erase(m_probes, probe.get());
    probe->stop();
    if (m_stopping)
        co_return engineStopped();
    if (!identity)
        co_return identity.error();
    // The wait was long enough for another account of the same name.
    if (const auto isFree = nameIsFree(draft.account.name); !isFree)
        co_return isFree.error();
    draft.account = *account;
    if (!identity->exchangedSecret.isEmpty())
        draft.secret = identity->exchangedSecret;
    co_return draft;
}

QCoro::Task<> EngineWorker::addAccount(AccountDraft draft, Answer<Result<AccountId>> answer)
{
    const Task task(*this);
    if (!isOpen())
        co_return;
    const auto checked = co_await checkDraft(draft);
    if (!checked) {
        answer.give(checked.error());
        co_return;
    }
    Account account = checked->account;
    account.created = m_clock->now();
    const auto id = m_store->addAccount(account);
    if (!id) {
        answer.give(id.error());
        co_return;
    }
    account.id = *id;
    Slot &slot = m_slots[*id];
    slot.account = account;
    slot.changing = true;
    const Secrets secrets{checked->secret, checked->furtherSecrets};
    const auto written = co_await writeSecrets(account, secrets);
    if (m_stopping) {
        if (written)
            answer.give(*id);
        co_return;
    }
    if (!written) {
        m_slots.erase(*id);
        (void)m_store->removeAccount(*id);
        answer.give(written.error());
        co_return;
    }
    if (const auto kept = m_store->setCapabilities(*id, account.capabilities); !kept)
        qCWarning(lcSync) << account.name << "capabilities were not kept:" << kept.error().detail;
    Changes changes;
    changes.accounts.insert(*id);
    committed(changes);
    m_slots[*id].changing = false;
    answer.give(*id);
    startMissing();
}

QCoro::Task<> EngineWorker::removeAccount(AccountId account, Answer<Result<void>> answer)
{
    const Task task(*this);
    if (!isOpen())
        co_return;
    const auto slot = m_slots.find(account);
    if (slot == m_slots.end() || slot->second.changing) {
        answer.give(slot == m_slots.end() ? noSuchAccount() : beingChanged());
        co_return;
    }
    slot->second.changing = true;
    const Account known = slot->second.account;
    co_await endSync(account);
    if (m_stopping)
        co_return;
    const auto changes = m_store->removeAccount(account);
    if (!changes) {
        m_slots[account].changing = false;
        answer.give(changes.error());
        startMissing();
        co_return;
    }
    m_slots.erase(account);
    Changes told = *changes;
    told.accounts.insert(account);
    committed(told);
    const auto removed = co_await removeSecrets(known);
    if (!removed) {
        Error error = removed.error();
        error.words = Texts::tr("The account is removed, but its token is still in the key store: %1").arg(error.words);
        answer.give(error);
        co_return;
    }
    answer.give({});
}

QCoro::Task<> EngineWorker::replaceSecret(
    AccountId account, QByteArray secret, QString key, Answer<Result<void>> answer)
{
    const Task task(*this);
    if (!isOpen())
        co_return;
    const auto slot = m_slots.find(account);
    if (slot == m_slots.end() || slot->second.changing) {
        answer.give(slot == m_slots.end() ? noSuchAccount() : beingChanged());
        co_return;
    }
    const platforms::Entry *entry = entryFor(slot->second.account.platform);
    const auto isIt = [&key](const SecretField &field) { return field.key == key; };
    if (!key.isEmpty() && (!entry || std::ranges::none_of(entry->info.furtherSecrets, isIt))) {
        answer.give(rejected(Texts::tr("%1 has no secret “%2”.").arg(slot->second.account.name, key)));
        co_return;
    }
    slot->second.changing = true;
    const Account &known = slot->second.account;
    const QString place = key.isEmpty() ? known.secretKey() : known.secretKey(key);
    const auto written = co_await m_secrets->write(place, secret);
    if (written && !m_stopping)
        co_await endSync(account);
    answer.give(written);
    if (m_stopping)
        co_return;
    m_slots[account].changing = false;
    if (written && key.isEmpty())
        m_slots[account].unkept.clear(); // it belonged to the old one
    startMissing();
}

} // namespace parley::sync
