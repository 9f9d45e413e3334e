// SPDX-License-Identifier: GPL-3.0-or-later
#include "platforms/ok/info.h"

#include "platforms/http/client.h"
#include "platforms/ok/connector.h"
#include "platforms/ok/words.h"

#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace parley::platforms::ok {

namespace {

Error refused(const QString &words)
{
    return {ErrorKind::Rejected, u"account settings"_s, words, {}, false};
}

const QStringList &known()
{
    static const QStringList keys{u"group"_s, kApplicationKey, u"write_comments"_s};
    return keys;
}

Result<void> checkSettings(Account &account)
{
    for (auto setting = account.settings.constBegin(); setting != account.settings.constEnd(); ++setting) {
        if (!known().contains(setting.key())) {
            return refused(
                Words::tr("Odnoklassniki has no setting “%1”. It has %2.").arg(setting.key(), known().join(u", "_s)));
        }
    }
    QString group = account.settings.value(u"group"_s).trimmed().remove(u"group:"_s);
    if (!group.isEmpty()) {
        const bool isNumber = std::ranges::all_of(group, [](QChar c) { return c >= u'0' && c <= u'9'; });
        if (!isNumber)
            return refused(Words::tr("group is the number of the group, as in group=53123456789012."));
        account.settings.insert(u"group"_s, group);
    }
    QString &write = account.settings[u"write_comments"_s];
    if (write.isEmpty())
        write = u"no"_s;
    if (write != "no"_L1 && write != "try"_L1)
        return refused(Words::tr("write_comments is no or try."));
    return {};
}

Result<Account> validate(Account account)
{
    if (const auto fit = checkSettings(account); !fit)
        return fit.error();
    account.url = account.url.trimmed();
    while (account.url.endsWith(u'/'))
        account.url.chop(1);
    if (account.url.isEmpty())
        return account;
    const QUrl url(account.url, QUrl::StrictMode);
    if (const auto fit = http::checkAddress(url); !fit)
        return fit.error();
    if (!url.userInfo().isEmpty() || url.hasQuery() || url.hasFragment() || !url.path().isEmpty())
        return refused(Words::tr("--url takes a scheme, a host and a port only, as in https://api.ok.ru."));
    return account;
}

PlatformInfo info()
{
    PlatformInfo made;
    made.id = u"ok"_s;
    made.name = Words::tr("Odnoklassniki");
    made.badge = u"OK"_s;
    made.colour = 0xffee8208;
    made.secretLabel = Words::tr("Group key");
    made.secretHelp =
        Words::tr("On ok.ru: your group → Settings → Messages → get the access key. Asking for a new key makes the old "
                  "one invalid, so all your programs must use the same one.");
    made.furtherSecrets = {
        {kApplicationSecret, Words::tr("Application's secret key"),
            Words::tr("Only for comments: of an application of yours on ok.ru, together with its public key and a "
                      "manager's token."),
            false},
        {kManagerToken, Words::tr("Manager's token"),
            Words::tr("Only for comments: the access token, for that application, of a person who manages the group."),
            false},
    };
    made.usesUrl = true;
    made.fields = {
        {u"group"_s, Words::tr("Group number (to be sure)"), u"53123456789012"_s, {}, false},
        {kApplicationKey, Words::tr("Application's public key (for comments)"), u"CBAFJIICABABABABA"_s, {}, false},
        {u"write_comments"_s, Words::tr("Try to write comments"), {}, {u"no"_s, u"try"_s}, false},
    };
    return made;
}

} // namespace

Entry entry()
{
    return {info(), validate,
        [](Setup setup) -> std::unique_ptr<Platform> { return std::make_unique<Connector>(std::move(setup)); }};
}

} // namespace parley::platforms::ok
