// SPDX-License-Identifier: GPL-3.0-or-later
#include "platforms/vk/info.h"

#include "platforms/http/client.h"
#include "platforms/vk/connector.h"
#include "platforms/vk/words.h"

#include <QUrl>

#include <cstdlib>

using namespace Qt::StringLiterals;

namespace parley::platforms::vk {

namespace {

const QStringList kHosts{u"api.vk.com"_s, u"api.vk.ru"_s};

Error refused(const QString &words)
{
    return {ErrorKind::Rejected, u"account settings"_s, words, {}, false};
}

/// The number in "123", "-123", "club123", "public123", "https://vk.com/club123".
qint64 groupFrom(QString text)
{
    text = text.trimmed().section(u'/', -1);
    for (const auto &prefix : {u"club"_s, u"public"_s, u"event"_s}) {
        if (text.startsWith(prefix, Qt::CaseInsensitive))
            text = text.sliced(prefix.size());
    }
    bool isNumber = false;
    const qint64 group = text.toLongLong(&isNumber);
    return isNumber ? std::abs(group) : 0;
}

Result<void> checkUrl(Account &account)
{
    account.url = account.url.trimmed();
    while (account.url.endsWith(u'/'))
        account.url.chop(1);
    if (account.url.isEmpty())
        return {};
    const QUrl url(account.url, QUrl::StrictMode);
    if (const auto fit = http::checkAddress(url); !fit)
        return fit.error();
    if (!url.userInfo().isEmpty() || url.hasQuery() || url.hasFragment())
        return refused(Words::tr("--url takes a scheme, a host and a port only, as in https://api.vk.ru."));
    return {};
}

Result<Account> validate(Account account)
{
    for (auto setting = account.settings.constBegin(); setting != account.settings.constEnd(); ++setting) {
        if (setting.key() != "group"_L1 && setting.key() != "host"_L1)
            return refused(Words::tr("VK has no setting “%1”. It has group and host.").arg(setting.key()));
    }
    const QString given = account.settings.value(u"group"_s);
    const qint64 group = groupFrom(given);
    if (group <= 0) {
        return refused(given.trimmed().isEmpty()
                ? Words::tr("Which community? Give its number: --set group=123456, as in vk.com/club123456.")
                : Words::tr(
                      "“%1” is not a community's number. It should look like 123456 or club123456; a short name's "
                      "number stands in the address of the community's settings.")
                      .arg(given));
    }
    account.settings[u"group"_s] = QString::number(group);
    const QString host = account.settings.value(u"host"_s, kHosts.first()).trimmed().toLower();
    if (!kHosts.contains(host))
        return refused(Words::tr("host is api.vk.com or api.vk.ru, not “%1”.").arg(host));
    account.settings[u"host"_s] = host;
    if (const auto fit = checkUrl(account); !fit)
        return fit.error();
    return account;
}

PlatformInfo info()
{
    PlatformInfo made;
    made.id = u"vk"_s;
    made.name = u"VK"_s;
    made.badge = u"VK"_s;
    made.colour = 0xff0077ff;
    made.secretLabel = Words::tr("Community token");
    made.secretHelp = Words::tr("In the community: Manage → API usage → Access tokens → Create token, with the rights "
                                "messages, photos, docs, wall and manage. It begins with vk1.a.");
    made.furtherSecrets << SecretField{u"user"_s, Words::tr("User or service token"),
        Words::tr(
            "For what a community's token may not do. A user's token of an administrator reads comments back, "
            "changes and deletes them and sees mentions; an application's service token only reads comments back. "
            "Without it these are absent, all else works."),
        false};
    made.usesUrl = true;
    made.fields << SettingField{u"group"_s, Words::tr("Community number"), u"123456"_s, {}, true}
                << SettingField{u"host"_s, Words::tr("VK's host"), {}, kHosts, false};
    return made;
}

} // namespace

Entry entry()
{
    return {info(), validate,
        [](Setup setup) -> std::unique_ptr<Platform> { return std::make_unique<Connector>(std::move(setup)); }};
}

} // namespace parley::platforms::vk
