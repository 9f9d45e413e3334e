// SPDX-License-Identifier: GPL-3.0-or-later
// Telegram before the conformance suite: the sandbox's Bot API, and the connector as it is.
#include "platforms/conformance/sandbox_trouble.h"
#include "platforms/telegram/connector.h"
#include "sandbox/telegram.h"

#include <QMap>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace parley::tests::conformance {

namespace {

using sandbox::BadDay;

platforms::telegram::Timing quick()
{
    platforms::telegram::Timing timing;
    timing.longPoll = 2s;
    timing.longPollPatience = 10s;
    timing.call = 3s;
    timing.stall = 2s;
    timing.otherPoller = 50ms;
    timing.emptyPoll = 50ms;
    return timing;
}

class TelegramSubject final : public Subject
{
public:
    QString lacks(Ability ability) const override
    {
        switch (ability) {
        case Ability::CustomerDeletes:
            return u"the Bot API does not tell of deletions in a bot's own chats (business chats: telegram_connector_test)"_s;
        default:
            return {};
        }
    }

    Account account() const override
    {
        Account account;
        account.name = u"Shop bot"_s;
        account.platform = u"telegram"_s;
        account.url = m_telegram.url();
        return account;
    }
    std::unique_ptr<platforms::Platform> connect(const Clock &clock) override
    {
        return make(m_telegram.token(), clock);
    }
    std::unique_ptr<platforms::Platform> connectWithWrongSecret(const Clock &clock) override
    {
        return make("123456789:wrong-secret", clock);
    }

    QString customerWrites(const QString &who, const QString &text) override
    {
        const int message = m_telegram.write(id(who), text);
        m_written.insert({id(who), message}, text);
        return u"%1/%2"_s.arg(who).arg(message);
    }
    void customerEdits(const QString &key, const QString &text) override
    {
        m_telegram.edit(id(key.section(u'/', 0, 0)), key.section(u'/', 1).toInt(), text);
    }
    void customerDeletes(const QString &) override { }
    void customerAttaches(const QString &who, const QString &fileName, const QByteArray &content) override
    {
        sandbox::FileToSend file;
        file.name = fileName;
        file.type = u"application/pdf"_s;
        file.content = content;
        m_telegram.sendFile(id(who), file);
    }
    void customerBlocks(const QString &who) override { m_telegram.block(id(who)); }

    QStringList customerSees(const QString &who) override
    {
        QStringList texts;
        for (const auto &message : m_telegram.received(id(who))) {
            if (!message.deleted && (!message.text.isEmpty() || message.file.isEmpty()))
                texts << message.text;
        }
        return texts;
    }
    QStringList customerFiles(const QString &who) override
    {
        QStringList names;
        for (const auto &message : m_telegram.received(id(who))) {
            if (!message.file.isEmpty())
                names << message.fileName;
        }
        return names;
    }
    QString customerSeesQuoted(const QString &who) override
    {
        const auto received = m_telegram.received(id(who));
        return received.isEmpty() ? QString() : m_written.value({id(who), received.last().replyTo});
    }

    void misbehave(Trouble trouble, Side side, int times) override
    {
        m_telegram.addBadDay(badDayFor(trouble, side == Side::Receiving ? u"getUpdates"_s : u"sendMessage"_s, times));
    }
    void behave() override { m_telegram.endBadDays(); }
    void revoke() override
    {
        m_token = m_telegram.token();
        m_telegram.revokeToken();
    }
    void restore() override { m_telegram.restoreToken(m_token); }
    void deliverTwice() override { m_telegram.addBadDay(BadDay::Kind::Duplicate, u"getUpdates"_s, -1); }
    void deliverBackwards() override { m_telegram.addBadDay(BadDay::Kind::OutOfOrder, u"getUpdates"_s, -1); }
    void unknownEvent(const QByteArray &marker) override
    {
        m_telegram.inject({{u"never_heard_of"_s, QJsonObject{{u"x"_s, QString::fromLatin1(marker)}}}});
    }
    void setClockOff(std::chrono::seconds by) override
    {
        m_telegram.turnClock(std::chrono::duration_cast<std::chrono::milliseconds>(by).count());
    }

private:
    std::unique_ptr<platforms::Platform> make(const QByteArray &token, const Clock &clock)
    {
        return std::make_unique<platforms::telegram::Connector>(platforms::Setup{account(), token, &clock}, quick());
    }
    qint64 id(const QString &who)
    {
        if (!m_customers.contains(who))
            m_customers.insert(who, m_telegram.addCustomer(who, u"en"_s));
        return m_customers.value(who);
    }

    sandbox::Telegram m_telegram;
    QByteArray m_token;
    QMap<QString, qint64> m_customers;
    QMap<std::pair<qint64, int>, QString> m_written;
};

} // namespace

std::unique_ptr<Subject> makeSubject()
{
    return std::make_unique<TelegramSubject>();
}

} // namespace parley::tests::conformance
