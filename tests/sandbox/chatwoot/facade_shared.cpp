// SPDX-License-Identifier: GPL-3.0-or-later
// What tests say to the sandbox about what a team shares, and what colleagues do with it.
#include "sandbox/chatwoot.h"
#include "sandbox/chatwoot/chat_server.h"

using namespace Qt::Literals::StringLiterals;

namespace parley::sandbox {

namespace {

ChatConversation &one(ChatServer &server, int id)
{
    ChatConversation *found = server.world.conversation(1, id);
    if (!found)
        qFatal("sandbox: no conversation %d", id);
    return *found;
}

} // namespace

void Chatwoot::setLabel(const QString &title, const QString &colour, const QString &description)
{
    with([&](ChatServer &server) { server.world.setLabel(1, ChatLabel{0, title, colour, description}); });
}

void Chatwoot::renameInbox(int inbox, const QString &name)
{
    with([&](ChatServer &server) { server.world.rename(server.world.inboxes[inbox], name); });
}

void Chatwoot::joinTeam(int team, int agent)
{
    with([&](ChatServer &server) {
        server.world.teams[team].members.insert(agent);
        server.world.invalidate(u"team"_s, 1);
    });
}

int Chatwoot::addCanned(const QString &shortCode, const QString &content)
{
    return ask([&](ChatServer &server) {
        const int id = server.world.nextId();
        server.world.canned.append(ChatCanned{id, 1, shortCode, content});
        return id;
    });
}

void Chatwoot::removeCanned(int id)
{
    with([&](ChatServer &server) {
        server.world.canned.removeIf([id](const ChatCanned &row) { return row.id == id; });
    });
}

int Chatwoot::addFilter(const QString &name, const QJsonArray &payload, int agent)
{
    return ask([&](ChatServer &server) {
        const int id = server.world.nextId();
        server.world.filters.append(ChatFilter{id, 1, agent, name, u"conversation"_s, payload});
        return id;
    });
}

int Chatwoot::addMacro(const QString &name, const QJsonArray &actions, bool isPersonal, int author)
{
    return ask([&](ChatServer &server) {
        const int id = server.world.nextId();
        server.world.macros.append(ChatMacro{id, 1, name, isPersonal, author, actions});
        return id;
    });
}

void Chatwoot::addField(const QString &key, const QString &name, const QString &model)
{
    with(
        [&](ChatServer &server) { server.world.fields.append(ChatField{server.world.nextId(), 1, key, name, model}); });
}

void Chatwoot::setFieldsOf(int customer, const QJsonObject &additional, const QJsonObject &custom)
{
    with([&](ChatServer &server) {
        ChatContact &contact = server.world.contacts[customer];
        contact.additional = additional;
        contact.custom = custom;
        server.world.editContact(customer, contact.name, contact.email);
    });
}

void Chatwoot::setFieldsOfConversation(int conversation, const QJsonObject &custom)
{
    with([&](ChatServer &server) {
        one(server, conversation).custom = custom;
        server.world.changed(one(server, conversation));
    });
}

qint64 Chatwoot::askForRating(int conversation)
{
    ChatMessage survey;
    survey.kind = ChatMessage::Template;
    survey.content = u"Please rate the conversation"_s;
    survey.contentType = u"input_csat"_s;
    return inject(conversation, survey);
}

QStringList Chatwoot::sentOutside() const
{
    return ask([](ChatServer &server) { return server.world.outside; });
}

void Chatwoot::setTeamAs(int agent, int conversation, int team)
{
    with([&](ChatServer &server) { server.world.setTeam(one(server, conversation), team, agent); });
}

void Chatwoot::muteAs(int agent, int conversation, bool on)
{
    with([&](ChatServer &server) {
        ChatConversation &row = one(server, conversation);
        server.world.block(row.contact, on);
        if (on)
            server.world.setStatus(row, u"resolved"_s, {}, agent);
    });
}

void Chatwoot::seeAs(int conversation)
{
    with([&](ChatServer &server) { server.world.agentSaw(one(server, conversation)); });
}

void Chatwoot::markUnreadAs(int conversation)
{
    with([&](ChatServer &server) { server.world.markUnread(one(server, conversation)); });
}

} // namespace parley::sandbox
