// SPDX-License-Identifier: GPL-3.0-or-later
#include "platforms/mail/mail_settings.h"

#include "platforms/http/client.h"
#include "platforms/mail/mail_words.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QSslCertificate>

#include <optional>

using namespace Qt::StringLiterals;

namespace parley::platforms::mail {

namespace {

Error refused(const QString &words)
{
    return {ErrorKind::Rejected, u"mail settings"_s, words, {}, false};
}

// "mail.shop.test:993", "mail.shop.test", "[::1]:143"
std::optional<Endpoint> endpointFrom(const QString &text, quint16 defaultPort)
{
    const auto trimmed = text.trimmed();
    Endpoint endpoint{trimmed, defaultPort};
    const auto colon = trimmed.lastIndexOf(u':');
    const bool bareV6 = trimmed.count(u':') > 1 && !trimmed.startsWith(u'[');
    if (colon >= 0 && !bareV6 && colon > trimmed.lastIndexOf(u']')) {
        bool ok = false;
        endpoint.port = trimmed.mid(colon + 1).toUShort(&ok);
        if (!ok || endpoint.port == 0)
            return std::nullopt;
        endpoint.host = trimmed.left(colon);
    }
    if (endpoint.host.startsWith(u'[') && endpoint.host.endsWith(u']'))
        endpoint.host = endpoint.host.mid(1, endpoint.host.size() - 2);
    if (endpoint.host.isEmpty() || endpoint.host.contains(u' ') || endpoint.host.contains(u'/')
        || endpoint.host.contains(u'@'))
        return std::nullopt;
    return endpoint;
}

QString written(const Endpoint &endpoint)
{
    return (endpoint.host.contains(u':') ? u"[%1]:%2"_s : u"%1:%2"_s).arg(endpoint.host).arg(endpoint.port);
}

Result<Security> securityFrom(const QString &word)
{
    if (word.isEmpty() || word == "tls"_L1)
        return Security::Tls;
    if (word == "starttls"_L1)
        return Security::StartTls;
    if (word == "none"_L1)
        return Security::None;
    return refused(
        MailWords::tr("“security=%1” is not known. It can be tls, starttls, or none (on this computer only).")
            .arg(word));
}

// A port that is registered for one of the two tells (RFC 8314, 7.3; RFC 6409): Microsoft's servers differ.
Security securityAt(quint16 port, Security wanted)
{
    if (wanted == Security::None)
        return wanted;
    if (port == 993 || port == 465)
        return Security::Tls;
    return port == 143 || port == 587 ? Security::StartTls : wanted;
}

Result<void> checkCa(const QString &file)
{
    // Qt's TLS wants an application; a command line is looked at before there is one, and again afterwards.
    const bool onlyLooked = !QCoreApplication::instance() && QFileInfo::exists(file);
    if (file.isEmpty() || onlyLooked || !QSslCertificate::fromPath(file).isEmpty())
        return {};
    return refused(QFileInfo::exists(file)
            ? MailWords::tr(
                  "“ca=%1” holds no certificate. Name a PEM file with the certificate of your mail server's authority.")
                  .arg(file)
            : MailWords::tr(
                  "“ca=%1” does not exist. Name a PEM file with the certificate of your mail server's authority.")
                  .arg(file));
}

Result<Address> senderFrom(const QMap<QString, QString> &settings, const QString &user)
{
    const auto address = settings.value(u"from"_s, user).trimmed();
    const auto at = address.indexOf(u'@');
    if (at < 1 || at + 1 >= address.size() || address.contains(u' ') || address.contains(u'<')
        || address.contains(u'\n'))
        return refused(MailWords::tr("“%1” is not a mail address. Set from= to the address that customers write to.")
                .arg(address));
    return Address{settings.value(u"name"_s).simplified(), address.toLower()};
}

} // namespace

Result<MailSettings> settingsOf(const Account &account)
{
    const auto &given = account.settings;
    MailSettings settings;
    const auto security = securityFrom(given.value(u"security"_s).trimmed().toLower());
    if (!security)
        return security.error();
    settings.security = *security;
    const bool tls = settings.security == Security::Tls;

    const auto imap = endpointFrom(given.value(u"imap"_s), tls ? 993 : 143);
    if (!imap)
        return refused(MailWords::tr("Set imap= to the server that holds the mail, as in imap=mail.example.com:993."));
    const auto smtp = endpointFrom(given.value(u"smtp"_s), tls ? 465 : 587);
    if (!smtp)
        return refused(MailWords::tr("Set smtp= to the server that sends, as in smtp=mail.example.com:465."));
    if (settings.security == Security::None && !(http::isLoopback(imap->host) && http::isLoopback(smtp->host)))
        return refused(
            MailWords::tr("security=none would send the password readable through the network. Use tls or starttls."));
    settings.imap = *imap;
    settings.smtp = *smtp;
    settings.imap.security = securityAt(imap->port, settings.security);
    settings.smtp.security = securityAt(smtp->port, settings.security);

    settings.user = given.value(u"user"_s).trimmed();
    if (settings.user.isEmpty() || settings.user.contains(u'\n') || settings.user.contains(QChar(0)))
        return refused(
            MailWords::tr("Set user= to the name that the mail server knows you by, often the mail address."));
    settings.caFile = given.value(u"ca"_s).trimmed();
    if (const auto ca = checkCa(settings.caFile); !ca)
        return ca.error();
    const auto auth = given.value(u"auth"_s, u"password"_s).trimmed().toLower();
    if (auth != "password"_L1 && auth != "xoauth2"_L1)
        return refused(MailWords::tr("“auth=%1” is not known. It can be password or xoauth2.").arg(auth));
    settings.oauth = auth == "xoauth2"_L1;
    if (settings.oauth) {
        const auto client = oauthClientOf(given, settings.imap.host);
        if (!client)
            return client.error();
        settings.client = *client;
    }
    const auto from = senderFrom(given, settings.user);
    if (!from)
        return from.error();
    settings.from = *from;
    return settings;
}

Result<Account> validated(Account account)
{
    static const QStringList known =
        QStringList{u"imap"_s, u"smtp"_s, u"user"_s, u"security"_s, u"ca"_s, u"auth"_s, u"from"_s, u"name"_s}
        + oauthKeys();
    for (auto it = account.settings.cbegin(); it != account.settings.cend(); ++it) {
        if (it.key() == "client_secret"_L1)
            return refused(
                MailWords::tr("“client_secret” is a secret and not a setting: it belongs into the key store. "
                              "On the command line it is --further-secret client_secret."));
        if (!known.contains(it.key()))
            return refused(MailWords::tr("“%1” is not a setting of a mail account. There are: %2.")
                    .arg(it.key(), known.join(u", "_s)));
    }
    const auto settings = settingsOf(account);
    if (!settings)
        return settings.error();
    for (const auto &key : oauthKeys()) {
        if (!settings->oauth && account.settings.contains(key))
            return refused(MailWords::tr("“%1” goes with auth=xoauth2 only.").arg(key));
    }
    account.settings[u"imap"_s] = written(settings->imap);
    account.settings[u"smtp"_s] = written(settings->smtp);
    account.settings[u"security"_s] = settings->security == Security::Tls ? u"tls"_s
        : settings->security == Security::StartTls                        ? u"starttls"_s
                                                                          : u"none"_s;
    return account;
}

} // namespace parley::platforms::mail
