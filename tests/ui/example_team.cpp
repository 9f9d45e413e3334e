// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/example_team.h"

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

AccountId addTeam(storage::Store &store, Timestamp now)
{
    Account account;
    account.name = QStringLiteral("Web shop");
    account.platform = QStringLiteral("chatwoot");
    account.created = now - 24h * 60;
    account.capabilities.textLimit = 150'000;
    account.capabilities.attachmentLimit = 40'000'000;
    account.capabilities.attachmentsPerMessage = 15;
    account.capabilities.canQuote = true;
    account.capabilities.ownsTickets = true;
    account.capabilities.ownsNotes = true;
    account.capabilities.sharesPriority = true;
    account.capabilities.sharesUnread = true;
    account.capabilities.hasTeams = true;
    account.capabilities.canMute = true;
    return must(store.addAccount(account));
}

QList<CannedResponse> responses()
{
    return {
        {QStringLiteral("hello"),
            QStringLiteral("Hello {{customer.first_name|default:\"there\"}}, thank you for writing!")},
        {QStringLiteral("refund"),
            QStringLiteral(
                "Dear {{customer.first_name}},\nwe have refunded {{?amount}} for order {{?order number}}. It is on "
                "your account within {{?days}} days.\n\n{{agent.name}}")},
        {QStringLiteral("refund_lost"), QStringLiteral("The carrier lost your parcel. We refund it and are sorry.")},
        {QStringLiteral("pozdrav"), QStringLiteral("Poštovani {{customer.first_name}}, hvala na poruci!")},
        {QStringLiteral("povrat"), QStringLiteral("Povrat novca stiže na račun u roku od tri dana.")},
        {QStringLiteral("привет"), QStringLiteral("Здравствуйте, {{customer.first_name}}! Чем можем помочь?")},
        {QStringLiteral("возврат"),
            QStringLiteral("Возврат по заказу {{?номер заказа}} оформлен, деньги придут за три дня.")},
        {QStringLiteral("доставка"), QStringLiteral("Посылка ещё в пути. Курьер позвонит за час.")},
        {QStringLiteral("tracking"),
            QStringLiteral("You can follow your parcel here: https://shop.example.test/track")},
        {QStringLiteral("hours"), QStringLiteral("We answer on working days from 9 to 18.")},
        {QStringLiteral("bye"), QStringLiteral("Have a nice day!")},
    };
}

Workspace workspace()
{
    Workspace made;
    made.agents =
        QList<Agent>{{kMe, QStringLiteral("Iva Babić"), QStringLiteral("iva@example.test"), Availability::Online},
            {QStringLiteral("Ana Jurić"), QStringLiteral("Ana Jurić"), QStringLiteral("ana@example.test"),
                Availability::Busy},
            {QStringLiteral("Marko Horvat"), QStringLiteral("Marko Horvat"), QStringLiteral("marko@example.test"),
                Availability::Offline}};
    made.teams = QList<Team>{{QStringLiteral("refunds"), true}, {QStringLiteral("second line"), false}};
    made.labels = QList<Label>{{QStringLiteral("refund"), 0xffb42318, QStringLiteral("Money goes back")},
        {QStringLiteral("carrier"), 0xff1f93ff, QStringLiteral("The parcel service is to blame")},
        {QStringLiteral("vip"), 0xfff2c94c, {}}};
    made.cannedResponses = responses();
    made.views = QList<SavedView>{{QStringLiteral("Refunds"), QStringLiteral("tag:refund is:open"), {}},
        {QStringLiteral("Old and urgent"), QStringLiteral("priority:urgent is:open"),
            {QStringLiteral("Browser language is Croatian")}}};
    Macro refund;
    refund.remoteId = QStringLiteral("1");
    refund.name = QStringLiteral("Refund and close");
    refund.steps = {ChangeTags{{QStringLiteral("refund")}, {}},
        Reply{QStringLiteral("Dear {{customer.first_name}}, your money is on its way."), {}, false, {}},
        SetStatus{TicketStatus::Resolved, {}}};
    Macro escalate;
    escalate.remoteId = QStringLiteral("2");
    escalate.name = QStringLiteral("To the second line");
    escalate.steps = {AssignTeam{QStringLiteral("second line")}, SetPriority{Priority::High}};
    escalate.onlyThere = {QStringLiteral("Send a webhook")};
    made.macros = QList<Macro>{refund, escalate};
    return made;
}

RemoteMessage message(
    const QString &thread, int number, Direction direction, const QString &author, const QString &text, Timestamp time)
{
    RemoteMessage made;
    made.remoteId = QStringLiteral("%1-%2").arg(thread).arg(number);
    made.conversationRemoteId = thread;
    made.direction = direction;
    made.state = direction == Direction::Out ? DeliveryState::Read : DeliveryState::Received;
    made.authorName = author;
    made.authorRemoteId = direction == Direction::In ? u"p-" + thread : QString();
    made.text = text;
    made.time = time;
    return made;
}

RemoteContact person(const QString &thread, const QString &name)
{
    RemoteContact made;
    made.remoteId = u"p-" + thread;
    made.name = name;
    made.handle = QStringLiteral("%1@example.test").arg(thread);
    made.attributes = QList<ConversationContext::Fact>{{QStringLiteral("Phone"), QStringLiteral("+385 91 234 5678")},
        {QStringLiteral("Company"), QStringLiteral("Luka d.o.o.")}, {QStringLiteral("City"), QStringLiteral("Rijeka")},
        {QStringLiteral("Delivery address"),
            QStringLiteral("Ulica Ivana Gorana Kovačića 114, 3. kat lijevo, zvono Horvat, 51000 Rijeka")},
        {QStringLiteral("Customer since"), QStringLiteral("2021")}};
    return made;
}

Batch threads(Timestamp now)
{
    Batch batch;
    batch.workspace = workspace();
    for (const auto &[thread, name] : {std::pair{QStringLiteral("412"), QStringLiteral("Mia Horvat")},
             std::pair{QStringLiteral("388"), QStringLiteral("Petar Šimić")},
             std::pair{QStringLiteral("415"), QStringLiteral("Lea Novak")}}) {
        batch.contacts.append(person(thread, name));
        RemoteConversation conversation;
        conversation.remoteId = thread;
        conversation.contactRemoteId = u"p-" + thread;
        batch.conversations.append(conversation);
    }
    const QString mia = QStringLiteral("412");
    batch.messages = {
        message(mia, 1, Direction::In, QStringLiteral("Mia Horvat"),
            QStringLiteral("Dobar dan, imate li ovu lampu i u crnoj boji?"), now - 50min),
        message(mia, 2, Direction::Out, QStringLiteral("Ana Jurić"),
            QStringLiteral("Dobar dan! Imamo, šaljemo je danas."), now - 41min),
        message(mia, 4, Direction::In, QStringLiteral("Mia Horvat"), QStringLiteral("Super. A može li povrat za prvu?"),
            now - 12min),
        message(QStringLiteral("388"), 1, Direction::In, QStringLiteral("Petar Šimić"),
            QStringLiteral("BUY CHEAP WATCHES"), now - 70min),
        message(QStringLiteral("415"), 1, Direction::In, QStringLiteral("Lea Novak"),
            QStringLiteral("Can you send me the manual as a film?"), now - 5min),
    };
    RemoteMessage rated = message(mia, 3, Direction::In, {},
        QStringLiteral("The customer's rating: 4 of 5\n“Brzo i ljubazno, samo je kutija bila malo oštećena.”"),
        now - 30min);
    rated.kind = MessageKind::Event;
    rated.automatic = true;
    batch.messages.append(rated);
    RemoteTicketFields fields;
    fields.conversationRemoteId = mia;
    fields.assignee = kMe;
    fields.team = QStringLiteral("refunds");
    fields.rating = 4;
    fields.tags = QStringList{QStringLiteral("carrier"), QStringLiteral("refund"), QStringLiteral("vip")};
    RemoteTicketFields muted;
    muted.conversationRemoteId = QStringLiteral("388");
    muted.muted = true;
    batch.tickets = {fields, muted};
    return batch;
}

/// What of it is one thread's.
Batch only(Batch batch, const QString &thread)
{
    batch.contacts.removeIf([&](const RemoteContact &one) { return one.remoteId != u"p-" + thread; });
    batch.conversations.removeIf([&](const RemoteConversation &one) { return one.remoteId != thread; });
    batch.messages.removeIf([&](const RemoteMessage &one) { return one.conversationRemoteId != thread; });
    batch.tickets.removeIf([&](const RemoteTicketFields &one) { return one.conversationRemoteId != thread; });
    return batch;
}

} // namespace

TeamUpload fillExampleTeam(storage::Store &store, ExampleDesk &desk, Timestamp now)
{
    const AccountId account = addTeam(store, now);
    const Batch all = threads(now);
    for (const auto &[name, thread] : {std::pair{QStringLiteral("mia"), QStringLiteral("412")},
             std::pair{QStringLiteral("muted"), QStringLiteral("388")},
             std::pair{QStringLiteral("upload"), QStringLiteral("415")}}) {
        const Changes changes = must(store.ingest(account, only(all, thread)));
        desk.tickets.insert(name, *std::max_element(changes.tickets.begin(), changes.tickets.end()));
    }
    AccountStatus online;
    online.state = AccountState::Online;
    online.completeTo = now - 2s;
    if (!store.setAccountStatus(account, online))
        std::exit(1);
    const Reply film{QStringLiteral("Here you are!"), {}, false,
        {{QStringLiteral("manual-lamp-3.mp4"), QStringLiteral("video/mp4"), QByteArray(8'388'608, 'x')}}};
    const auto sent = must(store.submit({desk.tickets.value(QStringLiteral("upload")), film, {}}));
    (void)must(store.markSending(sent.outbox));
    return {sent.outbox, sent.message, account};
}

} // namespace parley::tests
