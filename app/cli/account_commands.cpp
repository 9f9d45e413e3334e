// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/ask.h"
#include "app/cli/command.h"
#include "app/cli/json.h"
#include "app/cli/plain.h"
#include "app/instance.h"
#include "models/display_text.h"
#include "models/nearest_word.h"
#include "platforms/platform.h"
#include "sync/engine.h"

#include <QUrl>

#include <memory>

namespace parley::app {

namespace {

QStringList platformIds()
{
    QStringList ids;
    for (const auto &entry : platforms::registry())
        ids.append(entry.info.id);
    return ids;
}

std::optional<QString> furtherSecretsProblem(const Arguments &arguments, const PlatformInfo &info)
{
    const QStringList given = arguments.values(QStringLiteral("further-secret"));
    QStringList known;
    for (const SecretField &field : info.furtherSecrets) {
        known.append(field.key);
        if (field.required && !given.contains(field.key))
            return QStringLiteral("%1 also needs --further-secret %2: %3.").arg(info.name, field.key, field.label);
    }
    for (const QString &key : given) {
        if (given.count(key) > 1)
            return QStringLiteral("--further-secret %1 is given twice.").arg(key.left(60));
        if (known.contains(key))
            continue;
        if (known.isEmpty())
            return QStringLiteral("%1 has one secret only: leave out --further-secret %2.")
                .arg(info.name, key.left(60));
        return QStringLiteral("%1 has no further secret “%2”. There is: %3.")
            .arg(info.name, key.left(60), known.join(QStringLiteral(", ")));
    }
    return std::nullopt;
}

std::optional<QString> signInProblem(const Arguments &arguments, const Account &account, const PlatformInfo &info)
{
    if (!arguments.has(QStringLiteral("sign-in")))
        return std::nullopt;
    if (!info.browserSignIn)
        return QStringLiteral("%1 has no sign-in in the browser: leave out --sign-in.").arg(info.name);
    const SettingCondition &where = *info.browserSignIn;
    if (!where.key.isEmpty() && account.settings.value(where.key) != where.value)
        return QStringLiteral("--sign-in goes with --set %1=%2 only.").arg(where.key, where.value);
    return std::nullopt;
}

/// Tells which page to open, and waits for the person or for Ctrl+C.
Result<QByteArray> signedInSecret(Session &session, sync::Engine &engine, const sync::AccountDraft &draft)
{
    const auto open = [&session](const QUrl &page) {
        session.warn(QStringLiteral("Open this page in a browser on this computer, and sign in:\n%1")
                .arg(QString::fromUtf8(page.toEncoded())));
    };
    const auto isOver = std::make_shared<bool>(false);
    const auto secret = engine.signInByBrowser(draft, open);
    auto told = secret;
    const auto watched = told.then(
        [waiter = session.waiter(), isOver](const Result<QByteArray> &) { waiter->update([&] { *isOver = true; }); });
    if (!session.waiter()->waitFor([&] { return *isOver; }))
        engine.endBrowserSignIn();
    return await(secret);
}

/// An engine that reaches the network but fetches nothing: the secret is checked, fetching is for "sync".
/// \param onlyAccount  its name; empty: every one
Result<sync::Engine *> quietEngine(Session &session, const QString &onlyAccount)
{
    const auto engine = session.engine({.offline = false, .listen = false, .onlyAccount = onlyAccount});
    if (!engine)
        return engine.error();
    if (const auto started = session.start(**engine); !started)
        return started.error();
    if (!session.isForwarded())
        (*engine)->setOnline(false);
    return *engine;
}

/// The account as the options describe it, not yet checked by its platform.
Result<Account> describedAccount(const Arguments &arguments)
{
    const auto misuse = [](const QString &words) { return Error{ErrorKind::Rejected, {}, words, {}, false}; };
    Account account;
    account.platform = arguments.words.constFirst().toLower();
    account.name = arguments.value(QStringLiteral("name")).trimmed();
    account.url = arguments.value(QStringLiteral("url"));
    if (account.name.isEmpty())
        return misuse(QStringLiteral("The account needs a name of yours: --name Shop."));
    constexpr int longestName = 64;
    if (safeForDisplay(account.name, longestName) != account.name)
        return misuse(QStringLiteral("The name must be one line of at most %1 plain characters.").arg(longestName));
    for (const QString &setting : arguments.values(QStringLiteral("set"))) {
        const qsizetype equals = setting.indexOf(u'=');
        if (equals < 1)
            return misuse(QStringLiteral("“%1” is not a setting. Write --set key=value.").arg(setting.left(60)));
        const QString key = setting.left(equals);
        if (account.settings.contains(key))
            return misuse(QStringLiteral("--set %1 is given twice.").arg(key.left(60)));
        account.settings.insert(key, setting.mid(equals + 1));
    }
    const platforms::Entry *entry = platforms::find(account.platform);
    if (!entry) {
        const QString nearest = nearestWord(account.platform, platformIds());
        const QString mend = nearest.isEmpty()
            ? QStringLiteral("There is: %1.").arg(platformIds().join(QStringLiteral(", ")))
            : QStringLiteral("Did you mean %1?").arg(nearest);
        return misuse(QStringLiteral("There is no platform “%1”. %2").arg(account.platform.left(60), mend));
    }
    if (const auto wrong = furtherSecretsProblem(arguments, entry->info))
        return misuse(*wrong);
    if (const auto wrong = signInProblem(arguments, account, entry->info))
        return misuse(*wrong);
    return entry->validate(account);
}

/// The first line is the account's secret, each that follows the one that --further-secret names in its place.
sync::AccountDraft draftOf(const Account &account, const QByteArray &secrets, const QStringList &further)
{
    const QList<QByteArray> lines = secrets.split('\n');
    sync::AccountDraft draft{account, lines.value(0)};
    for (qsizetype place = 0; place < further.size(); ++place)
        draft.furtherSecrets.insert(further[place], lines.value(place + 1));
    return draft;
}

/// What the cache says was true when somebody last wrote it; without a Parley at work nothing is online.
AccountStatus statusNow(AccountStatus stored, bool somebodyWorks)
{
    if (somebodyWorks || stored.state == AccountState::Refused)
        return stored;
    if (stored.state != AccountState::Offline) {
        stored.state = AccountState::Offline;
        stored.detail = QStringLiteral("Parley is not running");
    }
    stored.nextTry.reset();
    return stored;
}

} // namespace

std::optional<QString> checkAccountAdd(const Arguments &arguments)
{
    const auto account = describedAccount(arguments);
    if (account)
        return std::nullopt;
    return account.error().words.isEmpty() ? QStringLiteral("These settings are not accepted.") : account.error().words;
}

int runAccountAdd(Session &session, const Arguments &arguments)
{
    const auto account = describedAccount(arguments);
    if (!account)
        return session.misuse(account.error().words);
    sync::AccountDraft draft = draftOf(*account, session.secret(), arguments.values(QStringLiteral("further-secret")));
    const bool signsIn = arguments.has(QStringLiteral("sign-in"));
    if (draft.secret.isEmpty() && !signsIn)
        return session.misuse(QStringLiteral("No token or password came on standard input."));
    for (auto further = draft.furtherSecrets.cbegin(); further != draft.furtherSecrets.cend(); ++further) {
        if (further->isEmpty())
            return session.misuse(
                QStringLiteral("No line for --further-secret %1 came on standard input.").arg(further.key()));
    }
    const auto engine = quietEngine(session, {});
    if (!engine)
        return session.fail(engine.error());
    if (signsIn) {
        const auto secret = signedInSecret(session, **engine, draft);
        if (!secret)
            return session.fail(secret.error());
        draft.secret = *secret;
    }
    const auto added = await((*engine)->addAccount(draft));
    if (!added)
        return session.fail(added.error());
    const auto reader = session.reader();
    if (!reader)
        return session.fail(reader.error());
    const auto status = (*reader)->accountStatus(*added);
    if (!status)
        return session.fail(status.error());
    session.print(jsonOf(*account, *status),
        QStringLiteral("Added %1. “parley sync” fetches its messages.").arg(safeForDisplay(account->name, 64)));
    return Done;
}

int runAccountSignIn(Session &session, const Arguments &arguments)
{
    const auto account = accountFor(session, arguments.words.constFirst());
    if (!account)
        return session.fail(account.error());
    const auto engine = quietEngine(session, account->name);
    if (!engine)
        return session.fail(engine.error());
    const auto secret = signedInSecret(session, **engine, {*account, {}});
    if (!secret)
        return session.fail(secret.error());
    if (const auto replaced = await((*engine)->replaceSecret(account->id, *secret)); !replaced)
        return session.fail(replaced.error());
    session.print({{QStringLiteral("name"), account->name}, {QStringLiteral("platform"), account->platform},
                      {QStringLiteral("signed_in"), true}},
        QStringLiteral("Signed in to %1 again.").arg(safeForDisplay(account->name, 64)));
    return Done;
}

int runAccountList(Session &session, const Arguments &)
{
    const auto reader = session.reader();
    if (!reader)
        return session.fail(reader.error());
    const auto accounts = (*reader)->accounts();
    if (!accounts)
        return session.fail(accounts.error());
    const bool somebodyWorks = session.isForwarded() || isSomebodyAt(session.profile().meetingPoint());
    for (const Account &account : *accounts) {
        const auto stored = (*reader)->accountStatus(account.id);
        if (!stored)
            return session.fail(stored.error());
        const AccountStatus status = statusNow(*stored, somebodyWorks);
        session.print(jsonOf(account, status), plain(account, status));
    }
    return Done;
}

int runAccountRemove(Session &session, const Arguments &arguments)
{
    const auto account = accountFor(session, arguments.words.constFirst());
    if (!account)
        return session.fail(account.error());
    const auto engine = session.engine({.offline = true, .listen = true, .onlyAccount = {}});
    if (!engine)
        return session.fail(engine.error());
    if (const auto started = session.start(**engine); !started)
        return session.fail(started.error());
    if (const auto removed = await((*engine)->removeAccount(account->id)); !removed)
        return session.fail(removed.error());
    session.print({{QStringLiteral("name"), account->name}, {QStringLiteral("platform"), account->platform},
                      {QStringLiteral("removed"), true}},
        QStringLiteral("Removed %1 with its conversations and its token.").arg(safeForDisplay(account->name, 64)));
    return Done;
}

} // namespace parley::app
