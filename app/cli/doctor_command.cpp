// SPDX-License-Identifier: GPL-3.0-or-later
// doctor: looks at everything that a person would ask about first, and says what it found. It changes nothing but with
// --repair.
#include "app/cli/ask.h"
#include "app/cli/command.h"
#include "app/cli/server_clock.h"
#include "app/instance.h"
#include "platforms/platform.h"
#include "storage/secrets/secret_store.h"
#include "storage/store.h"
#include "ui/common/error_words.h"

#include <QCoroTask>
#include <QDir>
#include <QFileInfo>
#include <QJsonArray>

#include <cmath>

namespace parley::app {

namespace {

/// A minute off is what tokens and signatures bear.
constexpr double kClockTolerance = 60; // seconds

/// Findings as counts for scripts and lines for people.
struct Report {
    QJsonObject json;
    QStringList lines;
    QStringList problems;

    void note(const QString &line) { lines.append(line); }
    void problem(const QString &line)
    {
        problems.append(line);
        lines.append(QStringLiteral("PROBLEM: ") + line);
    }
};

void examineCache(Session &session, const storage::CacheKey &key, Report &report)
{
    const QString path = session.profile().cachePath();
    if (session.isForwarded()) {
        report.json.insert(QStringLiteral("integrity"), QStringLiteral("unchecked"));
        report.note(QStringLiteral("Cache: in use by the running Parley; end it to have it checked."));
        return;
    }
    const SystemClock clock;
    const auto store = storage::Store::open(path, key, clock);
    if (!store) {
        report.json.insert(QStringLiteral("integrity"), QStringLiteral("unreadable"));
        report.problem(QStringLiteral("Cache: %1").arg(ui::wordsFor(store.error())));
        return;
    }
    const auto found = (*store)->checkIntegrity();
    const bool sound = found && found->isEmpty();
    report.json.insert(QStringLiteral("integrity"), sound ? QStringLiteral("ok") : QStringLiteral("damaged"));
    if (!found)
        report.problem(QStringLiteral("Cache: %1").arg(ui::wordsFor(found.error())));
    else if (!sound)
        report.problem(QStringLiteral("Cache: damaged (%1). “parley doctor --repair” keeps what can be read.")
                .arg(found->join(QStringLiteral("; ")).left(300)));
    else
        report.note(QStringLiteral("Cache: sound, %1").arg(QDir::toNativeSeparators(path)));
    if (const auto pending = (*store)->indexPending(0)) {
        report.json.insert(QStringLiteral("pending_index"), *pending);
        if (*pending > 0)
            report.note(QStringLiteral("Search: %1 messages not indexed yet").arg(*pending));
    }
}

void examineRaw(storage::Reader &reader, Report &report)
{
    constexpr int most = 100'000;
    const auto raw = reader.rawPayloads(most);
    if (!raw)
        return report.problem(ui::wordsFor(raw.error()));
    report.json.insert(QStringLiteral("raw_payloads"), raw->size());
    if (!raw->isEmpty())
        report.note(QStringLiteral("Not understood and kept raw: %1 payloads").arg(raw->size()));
}

void examineClock(const Account &account, QJsonObject &json, Report &report)
{
    const auto skew = clockSkewAgainst(account.url);
    if (!skew)
        return;
    json.insert(QStringLiteral("clock_skew"), *skew);
    if (std::abs(*skew) > kClockTolerance)
        report.problem(QStringLiteral("%1: this machine's clock is %2 s %3 the server's.")
                .arg(account.name)
                .arg(std::abs(std::llround(*skew)))
                .arg(*skew > 0 ? QStringLiteral("ahead of") : QStringLiteral("behind")));
}

/// Those that are there; what must be there and is not, is a problem.
QMap<QString, QByteArray> furtherSecrets(storage::SecretStore &secrets, const Account &account, Report &report)
{
    QMap<QString, QByteArray> found;
    const platforms::Entry *entry = platforms::find(account.platform);
    for (const SecretField &field : entry ? entry->info.furtherSecrets : QList<SecretField>{}) {
        const auto secret = secrets.read(account.secretKey(field.key));
        if (!secret)
            report.problem(QStringLiteral("%1: %2").arg(account.name, ui::wordsFor(secret.error())));
        else if (*secret)
            found.insert(field.key, **secret);
        else if (field.required)
            report.problem(QStringLiteral("%1: its %2 is not in the key store. Remove the account and add it again.")
                    .arg(account.name, field.label));
    }
    return found;
}

Result<platforms::Identity> signIn(
    const Account &account, const QByteArray &secret, const QMap<QString, QByteArray> &further)
{
    const platforms::Entry *entry = platforms::find(account.platform);
    if (!entry)
        return Error{ErrorKind::NotFound, {}, QStringLiteral("this Parley has no platform “%1”").arg(account.platform),
            {}, false};
    const SystemClock clock;
    const auto platform = entry->create({account, secret, &clock, further});
    if (!platform)
        return Error{ErrorKind::Rejected, {}, QStringLiteral("its settings are no longer accepted"), {}, false};
    auto identity = QCoro::waitFor(platform->signIn());
    platform->stop();
    return identity;
}

void examineAccount(Session &session, storage::SecretStore &secrets, const Account &account, Report &report)
{
    QJsonObject json{{QStringLiteral("name"), account.name}, {QStringLiteral("platform"), account.platform}};
    const auto secret = secrets.read(account.secretKey());
    const QMap<QString, QByteArray> further = furtherSecrets(secrets, account, report);
    QJsonArray held;
    for (const QString &key : further.keys())
        held.append(key);
    json.insert(QStringLiteral("further_secrets"), held);
    if (!secret || !*secret) {
        report.problem(secret ? QStringLiteral("%1: its token is not in the key store. Remove the account and add it "
                                               "again.")
                                    .arg(account.name)
                              : QStringLiteral("%1: %2").arg(account.name, ui::wordsFor(secret.error())));
    } else if (!session.offline()) {
        const auto identity = signIn(account, **secret, further);
        json.insert(QStringLiteral("reachable"), identity.ok());
        json.insert(QStringLiteral("detail"), identity ? identity->name : ui::wordsFor(identity.error()));
        if (identity)
            report.note(QStringLiteral("%1: signed in as %2").arg(account.name, identity->name));
        else
            report.problem(QStringLiteral("%1: %2").arg(account.name, ui::wordsFor(identity.error())));
        examineClock(account, json, report);
    }
    QJsonArray accounts = report.json.value(QStringLiteral("accounts")).toArray();
    accounts.append(json);
    report.json.insert(QStringLiteral("accounts"), accounts);
}

void examineContents(Session &session, storage::SecretStore &secrets, Report &report)
{
    const auto reader = session.reader();
    if (!reader)
        return; // said already
    examineRaw(**reader, report);
    const auto accounts = (*reader)->accounts();
    if (!accounts)
        return report.problem(ui::wordsFor(accounts.error()));
    for (const Account &account : *accounts)
        examineAccount(session, secrets, account, report);
}

int repairCache(Session &session, const storage::CacheKey &key)
{
    const SystemClock clock;
    const auto repaired = storage::repair(session.profile().cachePath(), key, clock);
    if (!repaired)
        return session.fail(repaired.error());
    session.print({{QStringLiteral("kept"), repaired->kept}, {QStringLiteral("lost"), repaired->lost},
                      {QStringLiteral("damaged_copy"), repaired->damagedCopy}},
        QStringLiteral(
            "Repaired: %1 rows kept, %2 lost. The damaged file is kept as %3. The next sync fills the holes.")
            .arg(repaired->kept)
            .arg(repaired->lost)
            .arg(QDir::toNativeSeparators(repaired->damagedCopy)));
    return Done;
}

} // namespace

int runDoctor(Session &session, const Arguments &arguments)
{
    const bool repairs = arguments.has(QStringLiteral("repair"));
    if (repairs && session.isForwarded())
        return session.fail(QStringLiteral("Parley is running on this profile. End it, then repair."));
    const auto secrets = session.secrets();
    if (!secrets)
        return session.fail(secrets.error());
    const auto key = session.key();
    if (!key)
        return session.fail(key.error());
    if (repairs)
        return repairCache(session, *key);
    Report report;
    report.json.insert(QStringLiteral("key_store"), QStringLiteral("ok"));
    report.json.insert(QStringLiteral("accounts"), QJsonArray());
    report.note(QStringLiteral("Key store: holds the cache's key"));
    examineCache(session, *key, report);
    examineContents(session, **secrets, report);
    report.json.insert(QStringLiteral("problems"), report.problems.size());
    session.print(report.json, report.lines.join(u'\n'));
    for (const QString &problem : std::as_const(report.problems))
        session.fail(problem);
    return report.problems.isEmpty() ? Done : Failed;
}

} // namespace parley::app
