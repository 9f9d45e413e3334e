// SPDX-License-Identifier: GPL-3.0-or-later
#include "platforms/mail/oauth_settings.h"

#include "platforms/http/client.h"
#include "platforms/mail/mail_words.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace parley::platforms::mail {

namespace {

/// A provider whose addresses need not be given.
struct Provider {
    QStringList imapHosts;
    OAuthClient client; ///< without an id
};

// Sources: developers.google.com/identity/protocols/oauth2/native-app (a refresh token comes with access_type=offline,
// and again only with prompt=consent); learn.microsoft.com/exchange/client-developer/legacy-protocols,
// learn.microsoft.com/entra/identity-platform/reply-url (of a registered http://localhost the port does not count; the
// portal does not take http://127.0.0.1).
QList<Provider> providers()
{
    OAuthClient google;
    google.tokenUrl = QUrl(u"https://oauth2.googleapis.com/token"_s);
    google.pageUrl = QUrl(u"https://accounts.google.com/o/oauth2/v2/auth"_s);
    google.scope = u"https://mail.google.com/"_s;
    google.pageExtras = {{u"access_type"_s, u"offline"_s}, {u"prompt"_s, u"consent"_s}};
    OAuthClient microsoft;
    microsoft.tokenUrl = QUrl(u"https://login.microsoftonline.com/common/oauth2/v2.0/token"_s);
    microsoft.pageUrl = QUrl(u"https://login.microsoftonline.com/common/oauth2/v2.0/authorize"_s);
    microsoft.scope =
        u"https://outlook.office.com/IMAP.AccessAsUser.All https://outlook.office.com/SMTP.Send offline_access"_s;
    microsoft.renewsWithScope = true;
    microsoft.redirectHost = u"localhost"_s;
    return {{{u"imap.gmail.com"_s, u"imap.googlemail.com"_s}, google},
        {{u"outlook.office365.com"_s, u"outlook.office.com"_s, u"imap-mail.outlook.com"_s}, microsoft}};
}

Error refused(const QString &words)
{
    return {ErrorKind::Rejected, u"mail settings"_s, words, {}, false};
}

Result<QUrl> addressFrom(const QString &key, const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    if (!url.isValid() || url.isRelative() || !url.userInfo().isEmpty() || url.hasFragment())
        return refused(MailWords::tr("“%1=%2” is not an address. It should look like https://host/path.")
                .arg(key, url.toDisplayString(QUrl::RemoveUserInfo | QUrl::RemoveQuery).left(100)));
    if (const auto fit = http::checkAddress(url); !fit)
        return refused(fit.error().words);
    return url;
}

bool isPlain(const QString &text)
{
    return std::ranges::all_of(text, [](QChar c) { return c >= u' ' && c <= u'~'; });
}

} // namespace

QStringList oauthKeys()
{
    return {u"client_id"_s, u"token_url"_s, u"authorization_url"_s, u"scope"_s};
}

Result<OAuthClient> oauthClientOf(const QMap<QString, QString> &settings, const QString &imapHost)
{
    OAuthClient client;
    for (const auto &provider : providers()) {
        if (provider.imapHosts.contains(imapHost, Qt::CaseInsensitive))
            client = provider.client;
    }
    client.id = settings.value(u"client_id"_s).trimmed();
    if (client.id.isEmpty() || !isPlain(client.id)) {
        return refused(MailWords::tr(
            "auth=xoauth2 needs client_id=, the name under which Parley is registered with your mail provider; "
            "Parley's "
            "page on mail says how to get one. An account of an earlier Parley, with an access token, has to be "
            "removed and connected anew."));
    }
    if (const auto scope = settings.value(u"scope"_s).simplified(); !scope.isEmpty()) {
        if (!isPlain(scope))
            return refused(MailWords::tr("“scope=” may hold plain Latin characters only."));
        client.scope = scope;
        client.renewsWithScope = true;
    }
    const auto read = [&settings](const QString &key, QUrl &into) -> Result<void> {
        const auto text = settings.value(key).trimmed();
        if (text.isEmpty())
            return {};
        const auto url = addressFrom(key, text);
        if (!url)
            return url.error();
        into = *url;
        return {};
    };
    if (const auto token = read(u"token_url"_s, client.tokenUrl); !token)
        return token.error();
    if (const auto page = read(u"authorization_url"_s, client.pageUrl); !page)
        return page.error();
    if (client.tokenUrl.isEmpty())
        return refused(
            MailWords::tr("Set token_url= to the address where your mail provider renews sign-ins (its OAuth token "
                          "endpoint)."));
    return client;
}

} // namespace parley::platforms::mail
