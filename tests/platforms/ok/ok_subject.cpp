// SPDX-License-Identifier: GPL-3.0-or-later
// Odnoklassniki before the conformance suite: the sandbox's group, and the connector as it is.
#include "platforms/conformance/sandbox_trouble.h"
#include "platforms/ok/connector.h"
#include "sandbox/ok.h"

#include <QMap>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace parley::tests::conformance {

namespace {

using sandbox::BadDay;

platforms::ok::Timing quick()
{
    platforms::ok::Timing timing;
    timing.longPoll = 2s;
    timing.longPollPatience = 20s;
    timing.call = 30s; // no matter to whoever is answered; only a dripping server is waited for so long
    timing.stall = 15s;
    timing.emptyPoll = 50ms;
    timing.betweenSends = 5ms;
    timing.afterUpload = 5ms;
    timing.settle = 50ms;
    timing.recheck = 0ms;
    timing.callsPerSecond = 0;
    return timing;
}

class OkSubject final : public Subject
{
public:
    QString lacks(Ability ability) const override
    {
        if (ability == Ability::OwnDeletes)
            return u"Odnoklassniki lets no program delete messages"_s;
        return {};
    }

    Account account() const override
    {
        Account account;
        account.name = u"Shop group"_s;
        account.platform = u"ok"_s;
        account.url = m_ok.url();
        return account;
    }
    std::unique_ptr<platforms::Platform> connect(const Clock &clock) override { return make(m_ok.token(), clock); }
    std::unique_ptr<platforms::Platform> connectWithWrongSecret(const Clock &clock) override
    {
        return make("tkn18Wrong:wrong-secret", clock);
    }

    QString customerWrites(const QString &who, const QString &text) override
    {
        const QString mid = m_ok.write(chat(who), text);
        m_written.insert(mid, text);
        return mid;
    }
    void customerEdits(const QString &key, const QString &text) override { m_ok.edit(key, text); }
    void customerDeletes(const QString &key) override { m_ok.remove(key); }
    void customerAttaches(const QString &who, const QString &fileName, const QByteArray &content) override
    {
        sandbox::ok::Saying saying;
        saying.files = {{u"FILE"_s, fileName, u"application/pdf"_s, content}};
        m_ok.write(chat(who), {}, saying);
    }
    void customerBlocks(const QString &who) override { m_ok.forbid(chat(who)); }

    QStringList customerSees(const QString &who) override
    {
        QStringList texts;
        for (const auto &message : m_ok.received(chat(who))) {
            if (!message.text.isEmpty() || message.files.isEmpty())
                texts << message.text;
        }
        return texts;
    }
    QStringList customerFiles(const QString &who) override
    {
        QStringList names;
        for (const auto &message : m_ok.received(chat(who))) {
            for (const auto &file : message.files)
                names << file.name;
        }
        return names;
    }
    QString customerSeesQuoted(const QString &who) override
    {
        const auto received = m_ok.received(chat(who));
        return received.isEmpty() ? QString() : m_written.value(received.last().replyTo);
    }

    void misbehave(Trouble trouble, Side side, int times) override
    {
        m_ok.addBadDay(badDayFor(trouble, side == Side::Receiving ? u"me/chats"_s : u"send"_s, times));
    }
    void behave() override { m_ok.endBadDays(); }
    void revoke() override
    {
        m_token = m_ok.token();
        m_ok.revokeToken();
    }
    void restore() override { m_ok.restoreToken(m_token); }
    void deliverTwice() override { deliver(BadDay::Kind::Duplicate); }
    void deliverBackwards() override { deliver(BadDay::Kind::OutOfOrder); }
    void unknownEvent(const QByteArray &marker) override
    {
        const QJsonObject event{{u"webhookType"_s, u"NEVER_HEARD_OF"_s}, {u"x"_s, QString::fromLatin1(marker)}};
        m_ok.putIntoHistory(chat(u"Anna"_s), event);
        m_ok.inject(event);
    }
    void setClockOff(std::chrono::seconds by) override
    {
        m_ok.turnClock(std::chrono::duration_cast<std::chrono::milliseconds>(by).count());
    }

private:
    std::unique_ptr<platforms::Platform> make(const QByteArray &token, const Clock &clock)
    {
        return std::make_unique<platforms::ok::Connector>(platforms::Setup{account(), token, &clock}, quick());
    }
    void deliver(BadDay::Kind how)
    {
        m_ok.addBadDay(how, u"me/updates"_s, -1);
        m_ok.addBadDay(how, u"messages"_s, -1);
    }
    QString chat(const QString &who)
    {
        if (!m_chats.contains(who))
            m_chats.insert(who, m_ok.addCustomer(who));
        return m_chats.value(who);
    }

    sandbox::Ok m_ok;
    QByteArray m_token;
    QMap<QString, QString> m_chats;
    QMap<QString, QString> m_written; ///< mid -> text
};

} // namespace

std::unique_ptr<Subject> makeSubject()
{
    return std::make_unique<OkSubject>();
}

} // namespace parley::tests::conformance
