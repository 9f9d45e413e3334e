// SPDX-License-Identifier: GPL-3.0-or-later
#include "platforms/telegram/info.h"

#include "platforms/http/client.h"
#include "platforms/telegram/connector.h"
#include "platforms/telegram/words.h"

#include <QUrl>

using namespace Qt::StringLiterals;

namespace parley::platforms::telegram {

namespace {

Error refused(const QString &words)
{
    return {ErrorKind::Rejected, u"account settings"_s, words, {}, false};
}

Result<Account> validate(Account account)
{
    for (auto setting = account.settings.constBegin(); setting != account.settings.constEnd(); ++setting)
        return refused(
            Words::tr("Telegram has no setting “%1”. It needs only the bot token, and --url for another server.")
                .arg(setting.key()));
    account.url = account.url.trimmed();
    while (account.url.endsWith(u'/'))
        account.url.chop(1);
    if (account.url.isEmpty())
        return account;
    const QUrl url(account.url, QUrl::StrictMode);
    if (const auto fit = http::checkAddress(url); !fit)
        return fit.error();
    if (!url.userInfo().isEmpty() || url.hasQuery() || url.hasFragment())
        return refused(Words::tr("--url takes a scheme, a host and a port only, as in https://telegram.example:8443."));
    return account;
}

PlatformInfo info()
{
    PlatformInfo made;
    made.id = u"telegram"_s;
    made.name = u"Telegram"_s;
    made.badge = u"Tg"_s;
    made.colour = 0xff229ed9;
    made.secretLabel = Words::tr("Bot token");
    made.secretHelp =
        Words::tr("Write /newbot, or /token for a bot that exists, to @BotFather in Telegram. The token looks like "
                  "123456789:AAH… and is all that is needed.");
    made.usesUrl = true;
    return made;
}

} // namespace

Entry entry()
{
    return {info(), validate,
        [](Setup setup) -> std::unique_ptr<Platform> { return std::make_unique<Connector>(std::move(setup)); }};
}

} // namespace parley::platforms::telegram
