// SPDX-License-Identifier: GPL-3.0-or-later
// Two helpdesk servers beside a VK community and a mailbox in one profile: one inbox, one search, one way to answer.
#include "app/program.h"

#include "sandbox/chatwoot.h"
#include "sandbox/vk.h"
#include "support/mail_servers.h"
#include "support/print.h"

#include <catch2/catch_test_macros.hpp>

#include <QSet>

using namespace parley::tests;
using namespace parley::sandbox;
using namespace Qt::StringLiterals;

namespace {

const QString kMailbox = u"support@shop.test"_s;

/// Everything an agent has to look after, each with one customer who asks for the same thing.
class Channels
{
public:
    Channels()
    {
        QString why;
        m_mail = MailServers::start({}, &why);
        INFO(why.toStdString());
        REQUIRE(m_mail);
        REQUIRE(m_mail->deliver(kMailbox,
            "From: Marija <marija@example.org>\nTo: support@shop.test\nSubject: Povrat\n"
            "Message-ID: <m1@example.org>\nDate: Fri, 20 Nov 2026 10:00:00 +0100\n"
            "Content-Type: text/plain; charset=utf-8\n\nMolim povrat novca za Čajnik.\n"));
        north.write(sven, u"Povrat novca za čajnik, molim."_s);
        south.write(luka, u"Trebam povrat: čajnik curi."_s);
        vk.write(ivan, u"Povrat novca za čajnik?"_s);
    }

    [[nodiscard]] const MailServers &mail() const { return *m_mail; }

    Chatwoot north;
    Chatwoot south;
    Vk vk;
    const int sven = north.addCustomer(u"Sven"_s);
    const int luka = south.addCustomer(u"Luka"_s);
    const qint64 ivan = vk.addCustomer(u"Ivan"_s, u"Petrov"_s);

private:
    std::unique_ptr<MailServers> m_mail;
};

Outcome add(const Program &program, const QString &platform, const QString &name, const QStringList &more,
    const QByteArray &secret)
{
    return program.json(QStringList{u"account"_s, u"add"_s, platform, u"--name"_s, name} + more, secret + '\n');
}

void connectAll(const Program &program, const Channels &channels)
{
    QStringList mail;
    const QMap<QString, QString> settings = channels.mail().settingsFor(kMailbox, u"tls"_s);
    for (auto setting = settings.cbegin(); setting != settings.cend(); ++setting)
        mail << u"--set"_s << QString(setting.key() + u'=' + setting.value());
    const QList<Outcome> added{
        add(program, u"chatwoot"_s, u"North"_s, {u"--url"_s, channels.north.url()}, channels.north.token()),
        add(program, u"chatwoot"_s, u"South"_s, {u"--url"_s, channels.south.url()}, channels.south.token()),
        add(program, u"vk"_s, u"Community"_s,
            {u"--url"_s, channels.vk.url(), u"--set"_s, u"group=%1"_s.arg(channels.vk.groupId())}, channels.vk.token()),
        add(program, u"mail"_s, u"Mailbox"_s, mail, channels.mail().passwordOf(kMailbox).toUtf8())};
    for (const Outcome &outcome : added) {
        INFO(outcome.err.toStdString());
        REQUIRE(outcome.exit == 0);
    }
}

QSet<QString> contactsIn(const Outcome &listed)
{
    INFO(listed.err.toStdString());
    REQUIRE(listed.exit == 0);
    QSet<QString> contacts;
    for (const QJsonObject &ticket : listed.objects())
        contacts << ticket.value(u"contact"_s).toString();
    return contacts;
}

} // namespace

TEST_CASE("Two helpdesk servers, a community and a mailbox are one inbox with one search and one way to answer")
{
    Channels channels;
    const Program program;
    connectAll(program, channels);
    const auto synced = program.json({u"sync"_s, u"--once"_s});
    INFO(synced.err.toStdString());
    REQUIRE(synced.exit == 0);

    const QSet<QString> everybody{u"Sven"_s, u"Luka"_s, u"Ivan Petrov"_s, u"Marija"_s};
    CHECK(contactsIn(program.json({u"list"_s, u"is:unanswered"_s})) == everybody);
    CHECK(contactsIn(program.json({u"search"_s, u"povrat cajnika"_s})) == everybody);
    CHECK(contactsIn(program.json({u"list"_s, u"from:chatwoot"_s})) == QSet<QString>{u"Sven"_s, u"Luka"_s});
    CHECK(contactsIn(program.json({u"list"_s, u"from:south"_s})) == QSet<QString>{u"Luka"_s});

    for (const QString &customer : everybody) {
        const auto answered = program.json({u"reply"_s, program.ticketOf(customer), u"--text"_s,
            QString(u"Stiže, "_s + customer), u"--wait"_s, u"90"_s});
        INFO(answered.err.toStdString());
        REQUIRE(answered.exit == 0);
        CHECK(answered.objects().constLast().value(u"state"_s).toString() == u"sent");
    }
    CHECK(channels.north.textsReceived(channels.sven) == QStringList{u"Stiže, Sven"_s});
    CHECK(channels.south.textsReceived(channels.luka) == QStringList{u"Stiže, Luka"_s});
    CHECK(channels.vk.textsReceived(channels.ivan) == QStringList{u"Stiže, Ivan Petrov"_s});
    CHECK(channels.mail().accepted().size() == 1);
    CHECK(contactsIn(program.json({u"list"_s, u"is:unanswered"_s})).isEmpty());
}

TEST_CASE("One channel that is down holds up none of the others, and its answer leaves when it is back")
{
    Channels channels;
    const Program program;
    connectAll(program, channels);
    REQUIRE(program.json({u"sync"_s, u"--once"_s}).exit == 0);
    const QString lukas = program.ticketOf(u"Luka"_s);
    channels.south.goOffline();
    channels.vk.write(channels.ivan, u"Halo?"_s);
    REQUIRE(program.json({u"--offline"_s, u"reply"_s, lukas, u"--text"_s, u"Stiže."_s}).exit == 0);
    const auto synced = program.json({u"sync"_s, u"--once"_s});
    INFO(synced.err.toStdString());
    const auto ivans = program.json({u"show"_s, program.ticketOf(u"Ivan Petrov"_s)}).objects();
    CHECK(ivans.constLast().value(u"text"_s).toString() == u"Halo?");
    CHECK(channels.south.textsReceived(channels.luka).isEmpty());

    channels.south.goOnline();
    const auto again = program.json({u"sync"_s, u"--once"_s});
    INFO(again.err.toStdString());
    CHECK(again.exit == 0);
    CHECK(channels.south.textsReceived(channels.luka) == QStringList{u"Stiže."_s});
}
