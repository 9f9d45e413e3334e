// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/demo/desk.h"

#include "sandbox/demo/pictures.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace parley::sandbox {

namespace {

/// How long a customer takes to read an answer and write back, and until the next one comes in, in ms.
constexpr int kReactionMin = 3000;
constexpr int kReactionMax = 8000;
constexpr int kVisitMin = 5000;
constexpr int kVisitMax = 12000;

QString asHtml(const QString &text)
{
    QString html = u"<html><body style=\"font-family: sans-serif\">"_s;
    const QStringList paragraphs = text.split(u"\n\n"_s);
    for (const QString &paragraph : paragraphs)
        html += u"<p>"_s + paragraph.toHtmlEscaped().replace(u"\n"_s, u"<br>"_s) + u"</p>"_s;
    // Programs of customers do this; ours must not fetch it.
    return html + u"<img src=\"https://pixel.example/open.gif\" width=\"1\" height=\"1\" alt=\"\"></body></html>"_s;
}

Letter::Coding codingFor(const QByteArray &charset)
{
    if (charset == "koi8-r")
        return Letter::Coding::Base64;
    return charset == "windows-1251" ? Letter::Coding::EightBit : Letter::Coding::QuotedPrintable;
}

FileToSend fileOf(const Line &line)
{
    switch (line.what) {
    case Line::What::Photo:
        return {FileToSend::Kind::Photo, {}, u"image/jpeg"_s, drawn(line.picture), line.text};
    case Line::What::Voice: // a voice note of silence: the beginning of an Ogg stream
        return {FileToSend::Kind::Voice, {}, u"audio/ogg"_s, QByteArray("OggS\0\2", 6) + QByteArray(4000, '\0'), {}};
    case Line::What::Sticker:
        return {FileToSend::Kind::Sticker, {}, {}, drawn(Line::Picture::Cup), line.text};
    default:
        return {
            FileToSend::Kind::Document, u"payment.pdf"_s, u"application/pdf"_s, onePagePdf("Payment order"), line.text};
    }
}

} // namespace

Desk::Desk(Telegram &telegram, Post post, quint32 seed)
    : m_telegram(telegram)
    , m_post(std::move(post))
    , m_random(seed)
{
}

void Desk::addGuest(const Script &script)
{
    Guest guest;
    guest.script = script;
    if (script.channel != Script::Channel::Mail)
        guest.telegramId =
            m_telegram.addCustomer({script.firstName, script.lastName, script.handle, script.language, {}, 0});
    m_guests.push_back(guest);
}

void Desk::open()
{
    m_opened = QDateTime::currentDateTimeUtc();
    m_business = m_telegram.connectBusiness(u"Olga"_s);
    const QList<Script> scripts = allScripts();
    for (const Script &script : scripts) {
        if (script.channel == Script::Channel::Mail && !m_post.deliver)
            continue;
        addGuest(script);
        for (const Line &line : script.lines)
            schedule(qint64(line.at) * 1000, m_guests.size() - 1, line);
    }
    m_nextVisit = m_agenda.empty() ? 0 : m_agenda.rbegin()->first / 2; // visitors come before the scripts end
    tick(-1);
}

void Desk::tick(qint64 ms)
{
    while (!m_agenda.empty() && m_agenda.begin()->first <= ms) {
        const Due due = m_agenda.begin()->second;
        m_agenda.erase(m_agenda.begin());
        perform(due.guest, due.line);
    }
    if (ms < 0)
        return;
    lookForAnswers(ms);
    while (m_nextVisit <= ms) {
        invite(m_nextVisit);
        m_nextVisit += m_random.bounded(kVisitMin, kVisitMax);
    }
}

void Desk::perform(size_t index, const Line &line)
{
    Guest &guest = m_guests[index];
    if (!line.fromAgent && line.what != Line::What::Edit)
        ++guest.written;
    guest.waiting = !line.fromAgent;
    if (guest.script.channel == Script::Channel::Mail)
        performMail(guest, line);
    else
        performChat(guest, line);
}

void Desk::performChat(Guest &guest, const Line &line)
{
    Saying saying;
    saying.agoMs = line.at < 0 ? -qint64(line.at) * 1000 : 0;
    if (guest.script.channel == Script::Channel::Business)
        saying.businessConnection = m_business;
    if (line.fromAgent)
        m_telegram.ownerWrites(m_business, guest.telegramId, line.text, saying.agoMs);
    else if (line.what == Line::What::Edit)
        m_telegram.edit(guest.telegramId, guest.lastMessage, line.text, saying);
    else if (line.what == Line::What::Text)
        guest.lastMessage = m_telegram.write(guest.telegramId, line.text, saying);
    else
        guest.lastMessage = m_telegram.sendFile(guest.telegramId, fileOf(line), saying);
}

void Desk::performMail(Guest &guest, const Line &line)
{
    const Script &script = guest.script;
    const QString customer = QString(script.firstName + u' ' + script.lastName).trimmed();
    Letter letter;
    letter.fromName = line.fromAgent ? u"Shop"_s : customer;
    letter.fromAddress = line.fromAgent ? m_post.mailbox : script.handle;
    letter.toName = line.fromAgent ? customer : QString();
    letter.toAddress = line.fromAgent ? script.handle : m_post.mailbox;
    letter.subject = guest.mails.isEmpty() ? script.subject : QString(u"Re: " + script.subject);
    letter.text = line.text;
    letter.charset = line.fromAgent ? "utf-8" : script.charset;
    letter.coding = codingFor(letter.charset);
    letter.html = script.html && !line.fromAgent ? asHtml(line.text) : QString();
    letter.messageId = "<demo." + QByteArray::number(++m_mails) + "." + QByteArray::number(m_opened.toSecsSinceEpoch())
        + (line.fromAgent ? "@shop.example>" : "@customer.example>");
    letter.references = guest.mails;
    letter.date = line.at < 0 ? m_opened.addSecs(line.at) : QDateTime::currentDateTimeUtc();
    if (line.what == Line::What::Photo)
        letter.enclosures.append({u"IMG_2041.jpg"_s, "image/jpeg", drawn(line.picture)});
    else if (line.what == Line::What::Document)
        letter.enclosures.append({script.language == "ru"_L1 ? u"Платёжное поручение.pdf"_s : u"payment.pdf"_s,
            "application/pdf", onePagePdf("Payment order")});
    guest.mails.append(letter.messageId);
    m_post.deliver(compose(letter), line.fromAgent ? u"Sent"_s : QString());
}

void Desk::lookForAnswers(qint64 ms)
{
    const auto count = [this, ms](size_t index) {
        ++m_guests[index].answers;
        m_guests[index].waiting = false;
        react(index, ms);
    };
    const QList<Received> received = m_telegram.received();
    for (; m_answersSeenTelegram < received.size(); ++m_answersSeenTelegram) {
        const qint64 chat = received.at(m_answersSeenTelegram).chat;
        for (size_t i = 0; i < m_guests.size(); ++i) {
            if (m_guests[i].telegramId == chat)
                count(i);
        }
    }
    const QList<Post::Answer> mails = m_post.answers ? m_post.answers() : QList<Post::Answer>();
    for (; m_answersSeenMail < mails.size(); ++m_answersSeenMail) {
        const Post::Answer &answer = mails.at(m_answersSeenMail);
        for (size_t i = 0; i < m_guests.size(); ++i) {
            Guest &guest = m_guests[i];
            if (guest.script.channel != Script::Channel::Mail
                || !answer.to.contains(guest.script.handle, Qt::CaseInsensitive))
                continue;
            guest.mails.append(headerOf(answer.mail, "Message-ID"));
            count(i);
        }
    }
}

void Desk::react(size_t index, qint64 ms)
{
    Guest &guest = m_guests[index];
    QString words;
    if (guest.answers <= guest.script.reactions.size()) {
        words = guest.script.reactions.at(guest.answers - 1);
    } else if (!guest.thanked && guest.script.reactions.isEmpty()) {
        const QList<SmallTalk> talks = smallTalk();
        for (const SmallTalk &talk : talks) {
            if (talk.language == guest.script.language)
                words = talk.thanks.at(m_random.bounded(int(talk.thanks.size())));
        }
        guest.thanked = true;
    }
    if (!words.isEmpty())
        schedule(ms + m_random.bounded(kReactionMin, kReactionMax), index, say(0, words));
}

QString Desk::orderNumber()
{
    return QString::number(m_random.bounded(40'000, 79'999));
}

void Desk::invite(qint64 ms)
{
    const QList<SmallTalk> talks = smallTalk();
    const SmallTalk &talk = talks.at(m_random.bounded(int(talks.size())));
    const auto &[first, last] = talk.people.at(m_random.bounded(int(talk.people.size())));
    QString words = talk.questions.at(m_random.bounded(int(talk.questions.size())));
    if (words.contains("%1"_L1))
        words = words.arg(orderNumber());
    auto known = std::find_if(m_guests.begin(), m_guests.end(),
        [&](const Guest &guest) { return guest.script.firstName == first && guest.script.lastName == last; });
    if (known == m_guests.end()) {
        Script script;
        script.firstName = first;
        script.lastName = last;
        script.language = talk.language;
        addGuest(script);
        known = m_guests.end() - 1;
    }
    schedule(ms, size_t(known - m_guests.begin()), say(0, words));
}

QJsonObject Desk::summary() const
{
    int written = 0;
    int mailCustomers = 0;
    int waiting = 0;
    int telegramAnswers = 0;
    int mailAnswers = 0;
    QJsonArray answered;
    for (const Guest &guest : m_guests) {
        const bool byMail = guest.script.channel == Script::Channel::Mail;
        written += guest.written;
        mailCustomers += byMail ? 1 : 0;
        waiting += guest.waiting ? 1 : 0;
        (byMail ? mailAnswers : telegramAnswers) += guest.answers;
        if (guest.answers > 0)
            answered.append(QString(guest.script.firstName + u' ' + guest.script.lastName).trimmed());
    }
    return {{u"customers"_s, qint64(m_guests.size())}, {u"mail_customers"_s, mailCustomers},
        {u"messages_written"_s, written}, {u"answers_received"_s, telegramAnswers + mailAnswers},
        {u"answers_telegram"_s, telegramAnswers}, {u"answers_mail"_s, mailAnswers}, {u"answered"_s, answered},
        {u"waiting"_s, waiting}, {u"typing_seen"_s, qint64(m_telegram.typing().size())},
        {u"complaints"_s, QJsonArray::fromStringList(m_telegram.complaints())}};
}

} // namespace parley::sandbox
