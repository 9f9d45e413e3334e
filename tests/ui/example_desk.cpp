// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/example_desk.h"

#include <QBuffer>
#include <QImage>
#include <QLinearGradient>
#include <QPainter>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <iostream>

namespace parley::tests {

using namespace std::chrono_literals;

namespace {

template <typename T>
T must(Result<T> result)
{
    if (!result) {
        std::cerr << result.error().detail.toStdString() << '\n';
        std::exit(1);
    }
    return std::move(result).value();
}

QByteArray picture()
{
    QImage image(800, 600, QImage::Format_RGB32);
    QPainter painter(&image);
    QLinearGradient sky(0, 0, 0, 600);
    sky.setColorAt(0, QColor(0x9bc4e8));
    sky.setColorAt(1, QColor(0xf3e2c0));
    painter.fillRect(image.rect(), sky);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(QColor(0x8a6a4a));
    painter.setPen(QPen(QColor(0x5a4028), 6));
    painter.drawRect(220, 230, 360, 260);
    painter.drawLine(400, 230, 400, 490);
    painter.setPen(QPen(QColor(0xb42318), 10));
    painter.drawLine(470, 240, 560, 420);
    painter.end();
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return bytes;
}

/// Writes one account's batch, message by message.
class Writer
{
public:
    Writer(Timestamp now, QString prefix)
        : m_now(now)
        , m_prefix(std::move(prefix))
    {
    }

    RemoteMessage &say(
        const QString &chat, const QString &name, Direction direction, std::chrono::minutes ago, const QString &text)
    {
        RemoteMessage message;
        message.remoteId = m_prefix + QString::number(++m_count);
        message.conversationRemoteId = chat;
        message.direction = direction;
        message.time = m_now - ago;
        message.text = text;
        message.authorName = name;
        if (direction == Direction::In)
            message.authorRemoteId = u"p-" + chat;
        else
            message.state = DeliveryState::Read;
        batch.messages.append(message);
        return batch.messages.last();
    }
    RemoteMessage &in(const QString &chat, const QString &name, std::chrono::minutes ago, const QString &text)
    {
        if (!m_known.contains(chat)) {
            m_known.insert(chat);
            batch.contacts.append({.remoteId = u"p-" + chat, .name = name, .handle = u'@' + chat, .language = {}});
            RemoteConversation conversation;
            conversation.remoteId = chat;
            conversation.contactRemoteId = u"p-" + chat;
            batch.conversations.append(conversation);
        }
        return say(chat, name, Direction::In, ago, text);
    }
    RemoteMessage &out(const QString &chat, std::chrono::minutes ago, const QString &text)
    {
        return say(chat, {}, Direction::Out, ago, text);
    }

    Batch batch;

private:
    Timestamp m_now;
    QString m_prefix;
    QSet<QString> m_known;
    int m_count = 0;
};

void writeChats(Writer &w)
{
    w.in(QStringLiteral("ana"), QStringLiteral("Ana Kovačić"), 60min * 27,
        QStringLiteral("Dobar dan, zanima me je li jakna dostupna u veličini L?"));
    w.out(QStringLiteral("ana"), 60min * 27 - 6min, QStringLiteral("Dobar dan! Da, imamo je u plavoj i crnoj boji."));
    w.in(QStringLiteral("ana"), QStringLiteral("Ana Kovačić"), 21min,
        QStringLiteral("Dobar dan, paket nije stigao, a prošlo je već devet dana. Htjela bih povrat novca."));
    RemoteMessage &answer = w.out(QStringLiteral("ana"), 18min,
        QStringLiteral(
            "Dobar dan, Ana! Žao mi je zbog čekanja. Provjeravam pošiljku i javljam se za nekoliko minuta."));
    answer.replyToText = QStringLiteral("paket nije stigao, a prošlo je već devet dana");
    RemoteMessage &photo = w.in(QStringLiteral("ana"), QStringLiteral("Ana Kovačić"), 5min,
        QStringLiteral(
            "Evo što piše na stranici za praćenje: https://posta.example/prati?broj=HR1041 — i slika kutije."));
    photo.attachments.append({.remoteRef = QStringLiteral("f1"),
        .name = QStringLiteral("kutija.png"),
        .type = QStringLiteral("image/png"),
        .size = 0,
        .content = picture()});
    w.in(QStringLiteral("ivan"), QStringLiteral("Иван Петров"), 84min,
        QStringLiteral("Третий день не приходит код восстановления!!"));
    w.in(QStringLiteral("ivan"), QStringLiteral("Иван Петров"), 83min,
        QStringLiteral("Вы вообще читаете сообщения? Я уже писал вчера и позавчера. Номер телефона тот же, код "
                       "приходит только на почту, а почта взломана."));
    RemoteMessage &odd = w.in(QStringLiteral("ivan"), QStringLiteral("Иван Петров"), 82min, QString());
    odd.kind = MessageKind::Unsupported;
    odd.raw = QByteArrayLiteral("{\"message_id\": 77, \"video_note\": {\"duration\": 12, \"length\": 384}}");
    w.in(QStringLiteral("lucia"), QStringLiteral("Lucía Campos"), 42min,
        QStringLiteral("¿Dónde está mi pedido? Es la segunda vez que pregunto."));
    w.in(QStringLiteral("tom"), QStringLiteral("Thomas Featherstonehaugh-Cholmondeley of Little Snoring"), 55min,
        QStringLiteral("Thanks, that worked. One more thing: can I change the delivery address?"));
    w.out(QStringLiteral("tom"), 50min, QStringLiteral("Of course, which address should it go to?"));
    w.in(QStringLiteral("timur"), QStringLiteral("Тимур Гараев"), 91min,
        QStringLiteral("Не открывается личный кабинет"));
    w.out(QStringLiteral("timur"), 88min, QStringLiteral("Попробуйте, пожалуйста, ещё раз: мы всё починили."));
    w.in(QStringLiteral("timur"), QStringLiteral("Тимур Гараев"), 87min, QStringLiteral("Спасибо, всё получилось!"));
    w.in(QStringLiteral("nina"), QStringLiteral("Nina Kralj"), 180min,
        QStringLiteral("Dobila sam pogrešan artikl, molim zamjenu."));
    w.in(
        QStringLiteral("bogdan"), QStringLiteral("Богдан"), 200min, QStringLiteral("Сколько идёт доставка в Харьков?"));
    w.in(QStringLiteral("marko"), QStringLiteral("Marko Horvat"), 60min * 50,
        QStringLiteral("Hvala lijepa, sve je u redu."));
    w.in(QStringLiteral("sofia"), QStringLiteral("Sofía 🌸"), 60min * 30, QStringLiteral("¡Gracias! 🎉"));
    w.in(QStringLiteral("emoji"), QStringLiteral("مريم العلي"), 60min * 5,
        QStringLiteral("هل يمكنني استرداد المبلغ؟ رقم الطلب 1041"));
}

void writeMails(Writer &w)
{
    RemoteMessage &bill = w.in(QStringLiteral("petra"), QStringLiteral("Petra Babić"), 75min,
        QStringLiteral("Poštovani,\n\nu prilogu šaljem račun koji nije ispravan: PDV je obračunat dvaput. Molim "
                       "ispravak do petka.\n\nLijep pozdrav,\nPetra Babić\nRačunovodstvo\n\nOn Thu, Nov 19, 2026 at "
                       "10:12 Shop wrote:\n> Poštovana gospođo Babić,\n> račun je u prilogu."));
    bill.subject = QStringLiteral("Račun 2026-11-0412 nije ispravan");
    bill.attachments.append({.remoteRef = QStringLiteral("a1"),
        .name = QStringLiteral("Račun 2026-11-0412.pdf"),
        .type = QStringLiteral("application/pdf"),
        .size = 0,
        .content = QByteArray(184'320, 'x')});
    bill.attachments.append({.remoteRef = QStringLiteral("a2"),
        .name = QStringLiteral("snimka zaslona.png"),
        .type = QStringLiteral("image/png"),
        .size = 0,
        .content = picture()});
    RemoteMessage &news = w.in(QStringLiteral("html"), QStringLiteral("Carrier Express"), 130min,
        QStringLiteral("Parcel HR1041 is delayed. Current status: exception at Zagreb hub."));
    news.subject = QStringLiteral("Parcel HR1041: exception");
    news.html = QStringLiteral(
        "<div style=\"background:#fdf6e3;color:#333\"><h3 style=\"color:#c0392b\">Parcel HR1041 is delayed</h3>"
        "<p>Dear partner,</p><table border=\"1\" cellpadding=\"6\" "
        "cellspacing=\"0\"><tr><th>Event</th><th>Place</th><th>Time</th></tr>"
        "<tr><td>Accepted</td><td>Osijek</td><td>12 Nov 08:14</td></tr><tr><td><b>Exception</b></td><td>Zagreb hub</td>"
        "<td>13 Nov 22:40</td></tr></table><p>See <a href=\"https://carrier.example/t/HR1041\">the tracking "
        "page</a>.</p></div>");
    RemoteMessage &plain = w.in(QStringLiteral("john"), QStringLiteral("John Doe"), 60min * 26,
        QStringLiteral("Hello, do you ship to Ireland?"));
    plain.subject = QStringLiteral("Shipping to Ireland");
    plain.html = QStringLiteral(
        "<p>Hello,</p><p>do you ship to <b>Ireland</b>? I need:</p><ul><li>two blue jackets, L</li>"
        "<li>one pair of gloves</li></ul><p>Best,<br>John</p><blockquote><p>Our winter offer …</p></blockquote>");
    RemoteMessage &late =
        w.out(QStringLiteral("john"), 60min * 25, QStringLiteral("Hello John,\n\nyes, we do: 3 to 5 working days."));
    late.subject = QStringLiteral("Re: Shipping to Ireland");
    late.state = DeliveryState::Sent;
    for (RemoteContact &contact : w.batch.contacts)
        contact.handle = contact.handle.mid(1) + QStringLiteral("@example.test");
    for (RemoteConversation &conversation : w.batch.conversations) {
        conversation.kind = ConversationKind::MailThread;
        for (const RemoteMessage &message : std::as_const(w.batch.messages)) {
            if (message.conversationRemoteId == conversation.remoteId && conversation.subject.isEmpty())
                conversation.subject = message.subject;
        }
    }
}

AccountId addAccount(storage::Store &store, const QString &name, const QString &platform, Timestamp now)
{
    Account account;
    account.name = name;
    account.platform = platform;
    account.created = now - 24h * 90;
    account.capabilities.textLimit = platform == u"telegram" ? 4096 : 1'000'000;
    account.capabilities.attachmentLimit = 20'000'000;
    account.capabilities.attachmentsPerMessage = 5;
    account.capabilities.canQuote = true;
    account.capabilities.hasSubject = platform == u"mail";
    return must(store.addAccount(account));
}

/// Tickets by chat name, found through what ingest() said changed.
void findTickets(storage::Store &store, ExampleDesk &desk, AccountId account, const Batch &batch)
{
    for (const RemoteConversation &conversation : batch.conversations) {
        Batch one;
        one.conversations.append(conversation);
        for (const RemoteMessage &message : batch.messages) {
            if (message.conversationRemoteId == conversation.remoteId)
                one.messages.append(message);
        }
        for (const RemoteContact &contact : batch.contacts) {
            if (contact.remoteId == conversation.contactRemoteId)
                one.contacts.append(contact);
        }
        const Changes changes = must(store.ingest(account, one));
        if (!changes.tickets.isEmpty())
            desk.tickets.insert(
                conversation.remoteId, *std::max_element(changes.tickets.begin(), changes.tickets.end()));
    }
}

void work(storage::Store &store, const ExampleDesk &desk, Timestamp now)
{
    const auto submit = [&](const QString &name, const Command &command) {
        return must(store.submit({.ticket = desk.tickets.value(name), .command = command, .seenUpTo = {}}));
    };
    submit(QStringLiteral("ana"),
        Note{QStringLiteral("The carrier lost two bags on Thursday; refund without return is fine.")});
    submit(QStringLiteral("ana"), Assign{kMe});
    submit(
        QStringLiteral("ana"), ChangeTags{.add = {QStringLiteral("refund"), QStringLiteral("carrier")}, .remove = {}});
    submit(QStringLiteral("ana"), SetPriority{Priority::High});
    submit(QStringLiteral("ivan"), ChangeTags{.add = {QStringLiteral("login")}, .remove = {}});
    submit(QStringLiteral("ivan"), SetPriority{Priority::Urgent});
    submit(QStringLiteral("nina"),
        Reply{.text = QStringLiteral("Šaljemo zamjenski artikl već danas."),
            .replyTo = {},
            .privately = false,
            .attachments = {}});
    const auto failed = submit(QStringLiteral("bogdan"),
        Reply{.text = QStringLiteral("Здравствуйте! В Харьков посылка идёт 5–7 дней."),
            .replyTo = {},
            .privately = false,
            .attachments = {}});
    must(store.fail(failed.outbox, QStringLiteral("the customer has blocked the bot")));
    const auto held = submit(QStringLiteral("lucia"),
        Reply{.text = QStringLiteral("Hola, Lucía: su pedido sale hoy mismo."),
            .replyTo = {},
            .privately = false,
            .attachments = {}});
    must(store.hold(held.outbox, HeldReason::ThreadMovedOn, QStringLiteral("the customer wrote after your last look")));
    must(store.saveDraft(desk.tickets.value(QStringLiteral("petra")),
        QStringLiteral("Poštovana gospođo Babić, račun je ispravljen i"), false));
    submit(QStringLiteral("petra"), Assign{QStringLiteral("Marko")});
    submit(QStringLiteral("petra"), ChangeTags{.add = {QStringLiteral("invoice")}, .remove = {}});
    submit(QStringLiteral("timur"), SetStatus{.status = TicketStatus::Resolved, .snoozedUntil = {}});
    submit(QStringLiteral("marko"), SetStatus{.status = TicketStatus::Resolved, .snoozedUntil = {}});
    submit(QStringLiteral("john"), SetStatus{.status = TicketStatus::Snoozed, .snoozedUntil = now + 19h});
    submit(QStringLiteral("tom"), SetStatus{.status = TicketStatus::Pending, .snoozedUntil = {}});
    for (const char *seen : {"ana", "timur", "marko", "tom"})
        must(store.markSeen(desk.tickets.value(QString::fromLatin1(seen))));
}

} // namespace

ExampleDesk fillExampleDesk(storage::Store &store, Timestamp now)
{
    ExampleDesk desk;
    desk.telegram = addAccount(store, QStringLiteral("@shopbot"), QStringLiteral("telegram"), now);
    desk.mail = addAccount(store, QStringLiteral("support@shop.test"), QStringLiteral("mail"), now);
    Writer chats(now, QStringLiteral("t"));
    writeChats(chats);
    findTickets(store, desk, desk.telegram, chats.batch);
    Writer mails(now, QStringLiteral("m"));
    writeMails(mails);
    findTickets(store, desk, desk.mail, mails.batch);
    Batch odd;
    odd.raw.append({.remoteId = QStringLiteral("u1"),
        .payload = QByteArrayLiteral("{\"update_id\": 991, \"giveaway\": {\"prize_count\": 3}}"),
        .mediaType = QStringLiteral("application/json"),
        .reason = QStringLiteral("no message in the update")});
    must(store.ingest(desk.telegram, odd));
    work(store, desk, now);
    AccountStatus online;
    online.state = AccountState::Online;
    online.completeTo = now - 3s;
    must(store.setAccountStatus(desk.telegram, online));
    AccountStatus trouble;
    trouble.state = AccountState::Degraded;
    trouble.detail = QStringLiteral("imap.shop.test does not answer");
    trouble.completeTo = now - 9min;
    trouble.nextTry = now + 4min;
    must(store.setAccountStatus(desk.mail, trouble));
    return desk;
}

} // namespace parley::tests
