// SPDX-License-Identifier: GPL-3.0-or-later
// VK before the conformance suite: the sandbox's community, and the connector as it is.
#include "platforms/conformance/sandbox_trouble.h"
#include "platforms/vk/connector.h"
#include "sandbox/vk.h"

#include <QMap>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace parley::tests::conformance {

namespace {

using sandbox::BadDay;
using sandbox::Vk;

platforms::vk::Timing quick()
{
    platforms::vk::Timing timing;
    timing.longPoll = 2s;
    timing.longPollPatience = 10s;
    timing.drain = 3s;
    timing.call = 3s;
    timing.stall = 2s;
    timing.emptyPoll = 50ms;
    return timing;
}

class VkSubject final : public Subject
{
public:
    VkSubject() { m_vk.setRateLimits(0, 0); }

    QString lacks(Ability) const override { return {}; }

    Account account() const override
    {
        Account account;
        account.name = u"Tea shop"_s;
        account.platform = u"vk"_s;
        account.url = m_vk.url();
        account.settings[u"group"_s] = QString::number(m_vk.groupId());
        return account;
    }
    std::unique_ptr<platforms::Platform> connect(const Clock &clock) override { return make(m_vk.token(), clock); }
    std::unique_ptr<platforms::Platform> connectWithWrongSecret(const Clock &clock) override
    {
        return make("vk1.a.wrong-secret", clock);
    }

    QString customerWrites(const QString &who, const QString &text) override
    {
        const qint64 message = m_vk.write(id(who), text);
        m_written.insert(message, text);
        return QString::number(message);
    }
    void customerEdits(const QString &key, const QString &text) override { m_vk.edit(key.toLongLong(), text); }
    void customerDeletes(const QString &key) override { m_vk.deleteMessage(key.toLongLong()); }
    void customerAttaches(const QString &who, const QString &fileName, const QByteArray &content) override
    {
        Vk::FileToSend file;
        file.name = fileName;
        file.content = content;
        m_vk.sendFile(id(who), file);
    }
    void customerBlocks(const QString &who) override { m_vk.denyMessages(id(who)); }

    QStringList customerSees(const QString &who) override
    {
        QStringList texts;
        for (const auto &message : m_vk.received(id(who))) {
            if (!message.deleted && (!message.text.isEmpty() || message.files.isEmpty()))
                texts << message.text;
        }
        return texts;
    }
    QStringList customerFiles(const QString &who) override
    {
        QStringList names;
        for (const auto &message : m_vk.received(id(who))) {
            for (const auto &file : message.files)
                names << file.name;
        }
        return names;
    }
    QString customerSeesQuoted(const QString &who) override
    {
        const auto received = m_vk.received(id(who));
        return received.isEmpty() ? QString() : m_written.value(received.last().replyTo);
    }

    void misbehave(Trouble trouble, Side side, int times) override
    {
        m_vk.addBadDay(
            badDayFor(trouble, side == Side::Receiving ? u"messages.getLongPollHistory"_s : u"messages.send"_s, times));
    }
    void behave() override { m_vk.endBadDays(); }
    void revoke() override
    {
        m_token = m_vk.token();
        m_vk.revokeToken();
    }
    void restore() override { m_vk.restoreToken(m_token); }
    void deliverTwice() override { m_vk.addBadDay(BadDay::Kind::Duplicate, {}, -1); }
    void deliverBackwards() override { m_vk.addBadDay(BadDay::Kind::OutOfOrder, {}, -1); }
    void unknownEvent(const QByteArray &marker) override
    {
        m_vk.inject(u"never_heard_of"_s, {{u"x"_s, QString::fromLatin1(marker)}});
    }
    void setClockOff(std::chrono::seconds by) override
    {
        m_vk.turnClock(std::chrono::duration_cast<std::chrono::milliseconds>(by).count());
    }

private:
    std::unique_ptr<platforms::Platform> make(const QByteArray &token, const Clock &clock)
    {
        return std::make_unique<platforms::vk::Connector>(platforms::Setup{account(), token, &clock}, quick());
    }
    qint64 id(const QString &who)
    {
        if (!m_customers.contains(who))
            m_customers.insert(who, m_vk.addCustomer(who, u"Test"_s));
        return m_customers.value(who);
    }

    Vk m_vk;
    QByteArray m_token;
    QMap<QString, qint64> m_customers;
    QMap<qint64, QString> m_written;
};

} // namespace

std::unique_ptr<Subject> makeSubject()
{
    return std::make_unique<VkSubject>();
}

} // namespace parley::tests::conformance
