// SPDX-License-Identifier: GPL-3.0-or-later
// Chatwoot before the conformance suite: the sandbox's server, and the connector as it is.
#include "platforms/chatwoot/quick_timing.h"
#include "platforms/conformance/sandbox_trouble.h"
#include "sandbox/chatwoot.h"

#include "platforms/chatwoot/connector.h"
#include "sandbox/chatwoot/chat_server.h"

#include <QMap>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace parley::tests::conformance {

namespace {

class ChatwootSubject final : public Subject
{
public:
    QString lacks(Ability ability) const override
    {
        switch (ability) {
        case Ability::CustomerEdits:
            return u"Chatwoot has no way for a customer to change a message"_s;
        case Ability::CustomerDeletes:
            return u"Chatwoot has no way for a customer to delete a message (agents' deletions: chatwoot_connector_test)"_s;
        case Ability::OwnEdits:
            return u"Chatwoot cannot change the text of a sent message"_s;
        case Ability::BlockedUs:
            return u"a customer cannot shut a team out of Chatwoot (a closed reply window: chatwoot_connector_test)"_s;
        default:
            return {};
        }
    }

    Account account() const override
    {
        Account account;
        account.name = u"Team"_s;
        account.platform = u"chatwoot"_s;
        account.url = m_server.url();
        return account;
    }
    std::unique_ptr<platforms::Platform> connect(const Clock &clock) override { return make(m_server.token(), clock); }
    std::unique_ptr<platforms::Platform> connectWithWrongSecret(const Clock &clock) override
    {
        return make("wrong-secret", clock);
    }

    QString customerWrites(const QString &who, const QString &text) override
    {
        return QString::number(m_server.write(id(who), text));
    }
    void customerEdits(const QString &, const QString &) override { }
    void customerDeletes(const QString &) override { }
    void customerAttaches(const QString &who, const QString &fileName, const QByteArray &content) override
    {
        m_server.write(id(who), {}, fileName, content);
    }
    void customerBlocks(const QString &) override { }

    QStringList customerSees(const QString &who) override
    {
        QStringList texts;
        for (const auto &message : m_server.received(id(who))) {
            if (!message.content.isEmpty() || message.files.isEmpty())
                texts << message.content;
        }
        return texts;
    }
    QStringList customerFiles(const QString &who) override
    {
        QStringList names;
        for (const auto &message : m_server.received(id(who))) {
            for (const auto &file : message.files)
                names << file.name;
        }
        return names;
    }
    QString customerSeesQuoted(const QString &who) override
    {
        const auto received = m_server.received(id(who));
        if (received.isEmpty())
            return {};
        const qint64 target = received.last().contentAttributes["in_reply_to"_L1].toInteger();
        for (const auto &message : m_server.messages(m_server.conversationOf(id(who)))) {
            if (message.id == target)
                return message.content;
        }
        return {};
    }

    void misbehave(Trouble trouble, Side side, int times) override
    {
        m_server.addBadDay(badDayFor(trouble, side == Side::Receiving ? u"conversations"_s : u"send"_s, times));
    }
    void behave() override { m_server.endBadDays(); }
    void revoke() override
    {
        m_token = m_server.token();
        m_server.revokeToken();
    }
    void restore() override { m_server.restoreToken(m_token); }
    void deliverTwice() override
    {
        m_server.with([](sandbox::ChatServer &server) { server.agents.twice = true; });
    }
    void deliverBackwards() override
    {
        m_server.with([](sandbox::ChatServer &server) { server.agents.backwards = true; });
    }
    void unknownEvent(const QByteArray &marker) override
    {
        sandbox::ChatMessage message;
        message.kind = 7;
        message.contentType = u"hologram"_s;
        message.contentAttributes = {{u"data"_s, QString::fromLatin1(marker)}};
        if (m_server.conversationOf(id(u"Anna"_s)) == 0)
            m_server.openAnother(id(u"Anna"_s));
        m_server.inject(m_server.conversationOf(id(u"Anna"_s)), message);
    }
    void setClockOff(std::chrono::seconds by) override
    {
        m_server.turnClock(std::chrono::duration_cast<std::chrono::milliseconds>(by).count());
    }

private:
    std::unique_ptr<platforms::Platform> make(const QByteArray &token, const Clock &clock)
    {
        return std::make_unique<platforms::chatwoot::Connector>(
            platforms::Setup{account(), token, &clock}, quickChatwoot());
    }
    int id(const QString &who)
    {
        if (!m_customers.contains(who))
            m_customers.insert(who, m_server.addCustomer(who));
        return m_customers.value(who);
    }

    sandbox::Chatwoot m_server;
    QByteArray m_token;
    QMap<QString, int> m_customers;
};

} // namespace

std::unique_ptr<Subject> makeSubject()
{
    return std::make_unique<ChatwootSubject>();
}

} // namespace parley::tests::conformance
