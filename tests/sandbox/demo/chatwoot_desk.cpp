// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/demo/chatwoot_desk.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace parley::sandbox {

namespace {

constexpr qint64 kSecond = 1000;
constexpr qint64 kTypesFor = 6 * kSecond; ///< before a message comes
constexpr qint64 kThanksAfter = 8 * kSecond;

struct Visitor {
    QString name;
    QString mail; ///< empty: a visitor of the website who gave nothing
    QString before;
    QStringList later; ///< one each half minute or so
    QString thanks;
};

QList<Visitor> visitors()
{
    return {
        {u"Mia Horvat"_s, u"mia.horvat@primjer.example"_s, u"Dobar dan, imate li ovu lampu i u crnoj boji?"_s,
            {u"I koliko traje dostava do Splita?"_s}, u"Super, hvala!"_s},
        {u"quiet-river-482"_s, {}, u"Hi, your checkout says my postcode is invalid."_s,
            {u"It is SW1A 1AA, copied from the bill."_s, u"Same in another browser."_s}, u"That worked, thanks."_s},
        {u"Олег Сидоренко"_s, u"oleg.s@primer.example"_s, u"Здравствуйте! Можно ли вернуть товар без коробки?"_s,
            {u"Чек сохранился."_s}, u"Понял, спасибо."_s},
    };
}

QJsonObject action(const QString &name, const QJsonArray &parameters)
{
    return {{u"action_name"_s, name}, {u"action_params"_s, parameters}};
}

/// What the team keeps for all its members.
void share(Chatwoot &server, int colleague)
{
    server.setLabel(u"delivery"_s, u"#2f7bd9"_s, u"Where a parcel is"_s);
    server.setLabel(u"returns"_s, u"#c2571a"_s, u"Sent back, or to be"_s);
    server.setLabel(u"checkout"_s, u"#2c8a4b"_s, u"Paying on the website"_s);
    const int returns = server.addTeam(u"Returns"_s);
    server.joinTeam(returns, colleague);
    server.joinTeam(server.addTeam(u"Shop"_s), server.ann());
    server.addCanned(u"hello"_s, u"Hello {{contact.first_name | default: 'there'}}, this is {{agent.first_name}}."_s);
    server.addCanned(u"track"_s,
        u"Your parcel is on its way. Its number is {{conversation.custom_attribute.parcel}}; it should be with you "
        "within two days."_s);
    server.addCanned(
        u"return"_s, u"Of course you can send it back within 30 days. The box may be open, the receipt is enough."_s);
    server.addMacro(u"Hand over to returns"_s,
        {action(u"assign_team"_s, {returns}), action(u"add_label"_s, {u"returns"_s}),
            action(u"send_message"_s, {u"I am handing this to my colleagues who look after returns."_s})});
    server.addMacro(u"Close with thanks"_s,
        {action(u"send_message"_s, {u"Thank you for writing, {{contact.first_name}}."_s}),
            action(u"resolve_conversation"_s, {})});
    server.addFilter(u"Returns, open"_s,
        {QJsonObject{{u"attribute_key"_s, u"status"_s}, {u"filter_operator"_s, u"equal_to"_s},
             {u"values"_s, QJsonArray{u"open"_s}}, {u"query_operator"_s, u"AND"_s}},
            QJsonObject{{u"attribute_key"_s, u"labels"_s}, {u"filter_operator"_s, u"equal_to"_s},
                {u"values"_s, QJsonArray{u"returns"_s}}, {u"query_operator"_s, QJsonValue()}}});
}

} // namespace

ChatwootDesk::ChatwootDesk(Chatwoot &server)
    : m_server(server)
{
}

void ChatwootDesk::open()
{
    const int inbox = m_server.addInbox(u"Website chat"_s, u"Channel::WebWidget"_s);
    m_colleague = m_server.addAgent(u"Luka Babić"_s, {inbox});
    m_server.setMember(inbox, m_server.ann(), true);
    share(m_server, m_colleague);
    qint64 at = 20 * kSecond;
    const QList<Visitor> all = visitors();
    for (qsizetype i = 0; i < all.size(); ++i) {
        const Visitor &visitor = all.at(i);
        m_visitors.push_back(m_server.addCustomer(visitor.name, visitor.mail, inbox));
        m_answersSeen.push_back(0);
        m_server.write(m_visitors.back(), visitor.before);
        ++m_written;
        for (const QString &text : visitor.later) {
            m_agenda.push_back({at - kTypesFor, Deed::What::Type, size_t(i), {}});
            m_agenda.push_back({at, Deed::What::Write, size_t(i), text});
            at += 35 * kSecond;
        }
    }
    m_agenda.push_back({15 * kSecond, Deed::What::Note, 1, u"We had this last week, too: the bank's form."_s});
    m_agenda.push_back({25 * kSecond, Deed::What::Label, 2, u"returns"_s});
    m_agenda.push_back({40 * kSecond, Deed::What::ColleagueTypes, 2, {}});
    m_agenda.push_back({45 * kSecond, Deed::What::Assign, 2, {}});
}

void ChatwootDesk::perform(const Deed &deed)
{
    const int visitor = m_visitors.at(deed.visitor);
    const int conversation = m_server.conversationOf(visitor);
    switch (deed.what) {
    case Deed::What::Type:
        m_server.type(visitor);
        break;
    case Deed::What::Write:
        m_server.type(visitor, false);
        m_server.write(visitor, deed.text);
        ++m_written;
        break;
    case Deed::What::Note:
        m_server.answerAs(m_colleague, conversation, deed.text, true);
        break;
    case Deed::What::Label:
        m_server.setLabelsAs(m_colleague, conversation, {deed.text});
        break;
    case Deed::What::Assign:
        m_server.assignAs(m_colleague, conversation, m_colleague);
        break;
    case Deed::What::ColleagueTypes:
        m_server.typeAs(m_colleague, conversation);
        break;
    }
}

/// A visitor who was answered types, and says thanks once.
void ChatwootDesk::thank(qint64 ms)
{
    for (size_t i = 0; i < m_visitors.size(); ++i) {
        const qsizetype answers = m_server.received(m_visitors.at(i)).size();
        if (std::exchange(m_answersSeen.at(i), answers) != 0 || answers == 0)
            continue;
        m_server.see(m_visitors.at(i));
        m_agenda.push_back({ms + kThanksAfter - kTypesFor, Deed::What::Type, i, {}});
        m_agenda.push_back({ms + kThanksAfter, Deed::What::Write, i, visitors().at(qsizetype(i)).thanks});
    }
}

void ChatwootDesk::tick(qint64 ms)
{
    std::ranges::stable_sort(m_agenda, {}, &Deed::at);
    while (!m_agenda.empty() && m_agenda.front().at <= ms) {
        const Deed deed = m_agenda.front();
        m_agenda.erase(m_agenda.begin());
        perform(deed);
    }
    thank(ms);
}

QJsonObject ChatwootDesk::summary() const
{
    qint64 answered = 0;
    qsizetype answers = 0;
    for (const int visitor : m_visitors) {
        const qsizetype got = m_server.received(visitor).size();
        answers += got;
        answered += got > 0 ? 1 : 0;
    }
    return {{u"customers"_s, qint64(m_visitors.size())}, {u"written"_s, m_written}, {u"answers"_s, answers},
        {u"answered"_s, answered}, {u"typing_seen"_s, qint64(m_server.typing().size())}};
}

} // namespace parley::sandbox
