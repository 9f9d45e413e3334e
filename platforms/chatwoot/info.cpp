// SPDX-License-Identifier: GPL-3.0-or-later
#include "platforms/chatwoot/info.h"

#include "platforms/chatwoot/connector.h"
#include "platforms/chatwoot/words.h"
#include "platforms/http/client.h"

#include <QUrl>

using namespace Qt::StringLiterals;

namespace parley::platforms::chatwoot {

namespace {

Error refused(const QString &words)
{
    return {ErrorKind::Rejected, u"account settings"_s, words, {}, false};
}

Result<Account> validate(Account account)
{
    for (auto setting = account.settings.constBegin(); setting != account.settings.constEnd(); ++setting) {
        if (!QStringList{u"email"_s, u"account"_s, u"inboxes"_s}.contains(setting.key()))
            return refused(
                Words::tr("Chatwoot has no setting “%1”. It has email, account and inboxes.").arg(setting.key()));
    }
    account.url = account.url.trimmed();
    while (account.url.endsWith(u'/'))
        account.url.chop(1);
    if (account.url.isEmpty())
        return refused(Words::tr("Chatwoot needs the address of your team's server, as in --url "
                                 "https://chat.example.com."));
    const QUrl url(account.url, QUrl::StrictMode);
    if (const auto fit = http::checkAddress(url); !fit)
        return fit.error();
    if (!url.userInfo().isEmpty() || url.hasQuery() || url.hasFragment())
        return refused(Words::tr("--url takes a scheme, a host and a port only, as in https://chat.example.com."));
    if (const QString number = account.settings.value(u"account"_s); !number.isEmpty()) {
        bool isNumber = false;
        if (number.toInt(&isNumber) <= 0 || !isNumber)
            return refused(Words::tr("“account” is a number: the one behind /accounts/ in Chatwoot's addresses."));
    }
    return account;
}

PlatformInfo info()
{
    PlatformInfo made;
    made.id = u"chatwoot"_s;
    made.name = u"Chatwoot"_s;
    made.badge = u"Cw"_s;
    made.colour = 0xff1f93ff;
    made.secretLabel = Words::tr("Access token or password");
    made.secretHelp = Words::tr("The access token stands at the end of your profile settings in Chatwoot. Or give your "
                                "e-mail address below and your password here: Parley exchanges it for the token and "
                                "does not keep it.");
    made.usesUrl = true;
    made.fields = {
        {u"email"_s, Words::tr("E-mail address"), Words::tr("only with a password"), {}, false},
        {u"account"_s, Words::tr("Account number"), Words::tr("only if you have more than one"), {}, false},
        {u"inboxes"_s, Words::tr("Inboxes"), Words::tr("all; or their names or numbers with commas between"), {},
            false},
    };
    return made;
}

} // namespace

Entry entry()
{
    return {info(), validate,
        [](Setup setup) -> std::unique_ptr<Platform> { return std::make_unique<Connector>(std::move(setup)); }};
}

} // namespace parley::platforms::chatwoot
