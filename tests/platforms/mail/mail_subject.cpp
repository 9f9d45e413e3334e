// SPDX-License-Identifier: GPL-3.0-or-later
// Mail before the conformance suite: real Dovecot and real aiosmtpd, behind proxies for the bad days.
#include "bad_day_proxy.h"
#include "mail_test.h"

#include "platforms/conformance/conformance.h"
#include "platforms/mail/composer.h"
#include "platforms/mail/mime_decoder.h"

#include <QDateTime>

#include <catch2/catch_test_macros.hpp>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace parley::tests::conformance {

namespace {

namespace mail = platforms::mail;

mail::Timeouts quick()
{
    mail::Timeouts timeouts;
    timeouts.connecting = 5000;
    timeouts.silence = 3000;
    timeouts.otherFolders = 5000;
    return timeouts;
}

class MailSubject final : public Subject
{
public:
    MailSubject()
    {
        QString why;
        m_servers = MailServers::start({}, &why);
        INFO(why.toStdString());
        REQUIRE(m_servers);
        m_imap = std::make_unique<BadDayProxy>(BadDayProxy::Protocol::Imap, m_servers->imapPort());
        m_smtp = std::make_unique<BadDayProxy>(BadDayProxy::Protocol::Smtp, m_servers->smtpPlainPort());
    }

    [[nodiscard]] QString lacks(Ability ability) const override
    {
        switch (ability) {
        case Ability::CustomerEdits:
        case Ability::CustomerDeletes:
        case Ability::OwnEdits:
        case Ability::OwnDeletes:
            return u"a mail that was sent can be neither changed nor taken back"_s;
        case Ability::OutOfOrder:
            return u"IMAP numbers mails in the order of their arrival"_s;
        case Ability::UnknownEvents:
            return u"a mailbox holds mails only; what cannot be read as one is tested in test_mail_decoders"_s;
        case Ability::RateLimits:
            return u"mail servers do not say when to come back"_s;
        case Ability::BlockedUs:
            return u"whoever filters our mails does not tell us"_s;
        default:
            return {};
        }
    }

    [[nodiscard]] Account account() const override
    {
        Account account;
        account.name = u"Shop"_s;
        account.platform = u"mail"_s;
        account.settings = {{u"imap"_s, u"127.0.0.1:%1"_s.arg(m_imap->port())},
            {u"smtp"_s, u"127.0.0.1:%1"_s.arg(m_smtp->port())}, {u"user"_s, kShop}, {u"security"_s, u"none"_s}};
        return account;
    }
    [[nodiscard]] std::unique_ptr<platforms::Platform> connect(const Clock &clock) override
    {
        return mail::connectMail({account(), m_servers->passwordOf(kShop).toUtf8(), &clock}, quick());
    }
    [[nodiscard]] std::unique_ptr<platforms::Platform> connectWithWrongSecret(const Clock &clock) override
    {
        return mail::connectMail({account(), "wrong-secret", &clock}, quick());
    }

    QString customerWrites(const QString &who, const QString &text) override
    {
        deliver(customerMail(who, text, {}));
        return u"%1@test"_s.arg(m_count);
    }
    void customerEdits(const QString & /*key*/, const QString & /*text*/) override { }
    void customerDeletes(const QString & /*key*/) override { }
    void customerAttaches(const QString &who, const QString &fileName, const QByteArray &content) override
    {
        // Not by our composer, which would make the name safe.
        deliver(customerMail(who, u"see the file"_s,
            "--b\r\nContent-Type: application/pdf\r\nContent-Disposition: attachment;\r\n filename*=utf-8''"
                + fileName.toUtf8().toPercentEncoding() + "\r\nContent-Transfer-Encoding: base64\r\n\r\n"
                + content.toBase64() + "\r\n--b--\r\n"));
    }
    void customerBlocks(const QString & /*who*/) override { }
    [[nodiscard]] QStringList customerSees(const QString &who) override
    {
        QStringList texts;
        for (const auto &mail : mailsTo(who))
            texts << mail.text;
        return texts;
    }
    [[nodiscard]] QStringList customerFiles(const QString &who) override
    {
        QStringList names;
        for (const auto &mail : mailsTo(who)) {
            for (const auto &part : mail.attachments)
                names << part.name;
        }
        return names;
    }
    [[nodiscard]] QString customerSeesQuoted(const QString &who) override
    {
        const auto mails = mailsTo(who);
        return mails.isEmpty() ? QString() : m_written.value(mails.last().inReplyTo);
    }

    void misbehave(Trouble trouble, Side side, int times) override
    {
        (side == Side::Receiving ? m_imap : m_smtp)->strike(trouble, times);
    }
    void behave() override
    {
        m_imap->behave();
        m_smtp->behave();
    }
    void revoke() override
    {
        m_password = m_servers->passwordOf(kShop);
        m_servers->setPassword(kShop, u"changed"_s);
        m_imap->cutAll();
        m_smtp->cutAll();
    }
    void restore() override { m_servers->setPassword(kShop, m_password); }
    void deliverTwice() override { m_copies = 2; }
    void deliverBackwards() override { }
    void unknownEvent(const QByteArray & /*marker*/) override { }
    void setClockOff(std::chrono::seconds by) override { m_clockOff = by; }

private:
    static QString addressOf(const QString &who) { return who.toLower() + u"@customer.test"_s; }

    QByteArray customerMail(const QString &who, const QString &text, const QByteArray &parts)
    {
        const auto id = u"%1@test"_s.arg(++m_count);
        m_written[id] = text;
        const auto first = m_threads.value(who);
        QByteArray mail = "From: " + who.toUtf8() + " <" + addressOf(who).toUtf8() + ">\r\nTo: " + kShop.toUtf8()
            + "\r\nSubject: Order of " + who.toUtf8() + "\r\nMessage-ID: <" + id.toUtf8()
            + ">\r\nDate: " + QDateTime::currentDateTimeUtc().toString(Qt::RFC2822Date).toUtf8() + "\r\n";
        if (first.isEmpty())
            m_threads[who] = id;
        else
            mail += "References: <" + first.toUtf8() + ">\r\n";
        const QByteArray body = "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
            + text.toUtf8() + "\r\n";
        return mail
            + (parts.isEmpty() ? body : "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n" + body + parts);
    }

    void deliver(const QByteArray &mail)
    {
        const auto arrived = QDateTime::currentDateTimeUtc().addSecs(m_clockOff.count());
        for (int i = 0; i < m_copies; ++i)
            REQUIRE(m_servers->deliver(kShop, mail, {}, arrived));
    }

    [[nodiscard]] QList<mail::ParsedMail> mailsTo(const QString &who) const
    {
        QList<mail::ParsedMail> mails;
        for (const auto &accepted : m_servers->accepted()) {
            if (accepted.to.contains(addressOf(who)))
                mails << mail::parseMail(accepted.content);
        }
        return mails;
    }

    std::unique_ptr<MailServers> m_servers;
    std::unique_ptr<BadDayProxy> m_imap;
    std::unique_ptr<BadDayProxy> m_smtp;
    QHash<QString, QString> m_threads; ///< by customer: the first mail
    QHash<QString, QString> m_written; ///< by Message-ID
    QString m_password;
    std::chrono::seconds m_clockOff{0};
    int m_count = 0;
    int m_copies = 1;
};

} // namespace

std::unique_ptr<Subject> makeSubject()
{
    return std::make_unique<MailSubject>();
}

} // namespace parley::tests::conformance
