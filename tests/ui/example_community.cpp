// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/example_community.h"

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

void mustDo(const Result<void> &result)
{
    if (!result) {
        std::cerr << result.error().detail.toStdString() << '\n';
        std::exit(1);
    }
}

AccountId addAccount(storage::Store &store, const QString &name, const QString &platform, Timestamp now)
{
    Account account;
    account.name = name;
    account.platform = platform;
    account.created = now - 24h * 90;
    account.capabilities.textLimit = platform == u"vk" ? 4096 : 2000;
    account.capabilities.attachmentLimit = 20'000'000;
    account.capabilities.attachmentsPerMessage = 10;
    account.capabilities.canQuote = true;
    account.capabilities.canReplyPrivately = platform == u"vk";
    account.capabilities.canEdit = true;
    account.capabilities.canDelete = true;
    account.capabilities.canEditPublic = true;
    account.capabilities.canMarkRead = true;
    account.capabilities.sharesAnswered = true;
    return must(store.addAccount(account));
}

/// One conversation with one customer.
class Thread
{
public:
    Thread(Timestamp now, const QString &id, const QString &name, ConversationKind kind)
        : m_now(now)
        , m_id(id)
        , m_name(name)
    {
        RemoteContact contact;
        contact.remoteId = u"p-" + id;
        contact.name = name;
        batch.contacts.append(contact);
        RemoteConversation conversation;
        conversation.remoteId = id;
        conversation.kind = kind;
        conversation.contactRemoteId = contact.remoteId;
        batch.conversations.append(conversation);
    }
    void say(Direction direction, Visibility visibility, std::chrono::minutes ago, const QString &text)
    {
        RemoteMessage message;
        message.remoteId = m_id + QString::number(batch.messages.size());
        message.conversationRemoteId = m_id;
        message.direction = direction;
        message.visibility = visibility;
        message.time = m_now - ago;
        message.text = text;
        if (direction == Direction::In) {
            message.authorName = m_name;
            message.authorRemoteId = u"p-" + m_id;
        } else {
            message.state = visibility == Visibility::Private ? DeliveryState::Read : DeliveryState::Sent;
        }
        batch.messages.append(message);
    }
    ConversationContext &context() { return batch.conversations.first().context; }

    Batch batch;

private:
    Timestamp m_now;
    QString m_id;
    QString m_name;
};

ConversationContext post(Timestamp now)
{
    ConversationContext context;
    context.title = QStringLiteral("Запись на стене от 19 ноября");
    context.author = QStringLiteral("Северный Чай · магазин и чайная комната");
    context.time = now - 24h * 2;
    context.url = QStringLiteral("https://vk.com/wall-1_4821");
    context.text = QStringLiteral(
        "Друзья! С сегодняшнего дня и до конца месяца доставка по Москве и области бесплатна при заказе от 2 000 "
        "рублей. Осенний сбор «Брусничный лист», новый Габа-улун и подарочные наборы уже в продаже.\n\nЗаказы, "
        "оплаченные до 14:00, уезжают в тот же день. В регионы — СДЭК и Почта России, срок от двух до девяти дней. "
        "Если посылка задерживается, напишите нам в сообщения группы номер заказа, и мы всё выясним.\n\nСамовывоз — "
        "как всегда, на Покровке с 10 до 21.");
    return context;
}

void take(storage::Store &store, ExampleDesk &desk, AccountId account, const QString &name, const Batch &batch)
{
    const Changes changes = must(store.ingest(account, batch));
    desk.tickets.insert(name, *std::max_element(changes.tickets.begin(), changes.tickets.end()));
}

void writeComments(storage::Store &store, ExampleDesk &desk, AccountId community, Timestamp now)
{
    using D = Direction;
    using V = Visibility;
    Thread olga(now, QStringLiteral("wall-1_4821:olga"), QStringLiteral("Ольга Константинопольская-Преображенская"),
        ConversationKind::Comments);
    olga.context() = post(now);
    olga.say(D::In, V::Public, 38min, QStringLiteral("Заказала ещё 9 ноября, до сих пор ничего! Верните деньги."));
    olga.say(D::Out, V::Public, 31min,
        QStringLiteral("Ольга, извините за задержку. Написали вам в личные сообщения, чтобы не обсуждать заказ при "
                       "всех."));
    olga.say(D::Out, V::Private, 30min,
        QStringLiteral("Здравствуйте, Ольга! Подскажите, пожалуйста, номер заказа: проверим, где посылка."));
    olga.say(D::In, V::Private, 12min, QStringLiteral("№ 20417, телефон +7 916 123-45-67"));
    take(store, desk, community, QStringLiteral("olga"), olga.batch);

    Thread closed(now, QStringLiteral("wall-1_4821:egor"), QStringLiteral("Егор"), ConversationKind::Comments);
    closed.context() = post(now);
    closed.say(D::In, V::Public, 52min, QStringLiteral("А до Якутска довезёте?"));
    take(store, desk, community, QStringLiteral("closed"), closed.batch);
    const auto sent = must(store.submit({.ticket = desk.tickets.value(QStringLiteral("closed")),
        .command = Reply{.text = QStringLiteral("Егор, да, Почтой России, около девяти дней. Какой адрес?"),
            .replyTo = {},
            .privately = true,
            .attachments = {}},
        .seenUpTo = {}}));
    must(store.fail(sent.outbox,
        QStringLiteral("The customer's profile is closed or they take no messages from us: answer under the post "
                       "instead.")));

    Thread open(now, QStringLiteral("wall-1_4800:petar"), QStringLiteral("Petar Jurić"), ConversationKind::Comments);
    open.context().title = QStringLiteral("Post of 12 November");
    open.context().text = QStringLiteral("Winter opening hours");
    open.say(D::In, V::Public, 66min, QStringLiteral("Radite li nedjeljom?"));
    take(store, desk, community, QStringLiteral("public"), open.batch);
}

void writeVisitors(storage::Store &store, ExampleDesk &desk, AccountId group, Timestamp now)
{
    for (const QString &name : {QStringLiteral("visitor"), QStringLiteral("visitor2")}) {
        const QString session =
            name == u"visitor" ? QStringLiteral("anon:8f31c2d4e5b6a7f8") : QStringLiteral("anon:77aa01bc23de45f6");
        Thread thread(now, session, {}, ConversationKind::DirectChat);
        thread.batch.contacts.first().anonymous = true;
        thread.context().title = QStringLiteral("Забыл пароль");
        thread.context().facts = {{QStringLiteral("Category"), QStringLiteral("lost password")},
            {QStringLiteral("Phone"), QStringLiteral("+7 916 ***-**-67")},
            {QStringLiteral("What happened"),
                QStringLiteral("Не могу войти по номеру телефона: код приходит на старый номер, которого уже нет")},
            {QStringLiteral("Profile"), QStringLiteral("ok.ru/profile/5701234")},
            {QStringLiteral("Last sign-in"), QStringLiteral("in August")}};
        thread.say(Direction::In, Visibility::Private, 11min, QStringLiteral("не могу войти по номеру телефона"));
        take(store, desk, group, name, thread.batch);
    }
}

} // namespace

void fillExampleCommunity(storage::Store &store, ExampleDesk &desk, Timestamp now)
{
    const AccountId community = addAccount(store, QStringLiteral("Северный Чай"), QStringLiteral("vk"), now);
    writeComments(store, desk, community, now);
    const AccountId group = addAccount(store, QStringLiteral("Чайная помощь"), QStringLiteral("ok"), now);
    writeVisitors(store, desk, group, now);
    AccountStatus online;
    online.state = AccountState::Online;
    online.completeTo = now - 2s;
    must(store.setAccountStatus(group, online));
    AccountStatus trouble;
    trouble.state = AccountState::Degraded;
    trouble.detail = QStringLiteral("VK does not answer since 13:58; next try 14:06; 1 answer waits");
    trouble.completeTo = now - 4min;
    trouble.nextTry = now + 4min;
    must(store.setAccountStatus(community, trouble));
    mustDo(store.beginOutage(community, now - 10min));
}

} // namespace parley::tests
