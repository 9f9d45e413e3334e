// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/ok.h"

#include "sandbox/ok/server.h"

using namespace Qt::Literals::StringLiterals;

namespace parley::sandbox {

using ok::Server;

Ok::Ok(quint16 port)
    : m_server(std::make_unique<Server>())
{
    m_server->moveToThread(&m_thread);
    m_thread.setObjectName(u"ok sandbox"_s);
    m_thread.start();
    with([port](Server &server) {
        if (!server.listen(port))
            qFatal("sandbox: cannot listen on 127.0.0.1:%u", unsigned(port));
    });
    m_port = m_server->port();
}

Ok::~Ok()
{
    with([this](Server &server) {
        server.goOffline();
        server.moveToThread(m_thread.thread()); // to be deleted where it was made
    });
    m_thread.quit();
    m_thread.wait();
}

void Ok::with(const std::function<void(Server &)> &work) const
{
    Server *server = m_server.get();
    if (QThread::currentThread() == server->thread()) {
        work(*server);
        return;
    }
    QMetaObject::invokeMethod(server, [&] { work(*server); }, Qt::BlockingQueuedConnection);
}

QString Ok::url() const
{
    return u"http://127.0.0.1:%1"_s.arg(m_port);
}

QByteArray Ok::token() const
{
    return ask([](Server &server) { return server.token; });
}

QString Ok::groupName() const
{
    return ask([](Server &server) { return server.world.groupName; });
}

QString Ok::groupId() const
{
    return ask([](Server &server) { return server.world.groupId; });
}

QByteArray Ok::applicationKey() const
{
    return ask([](Server &server) { return server.rest.applicationKey; });
}

QByteArray Ok::applicationSecret() const
{
    return ask([](Server &server) { return server.rest.applicationSecret; });
}

QByteArray Ok::managerToken() const
{
    return ask([](Server &server) { return server.rest.managerToken; });
}

QString Ok::addCustomer(const QString &name, const QString &userId, const QString &chatId)
{
    return ask([&](Server &server) { return server.world.addCustomer(name, userId, chatId); });
}

QString Ok::addAnonymous(const QString &session, const ok::Form &form)
{
    return ask([&](Server &server) { return server.world.addAnonymous(session, form); });
}

QString Ok::addGroupChat(const QString &title, const QStringList &members)
{
    return ask([&](Server &server) { return server.world.addGroupChat(title, members); });
}

QString Ok::write(const QString &chat, const QString &text, const ok::Saying &saying)
{
    return ask([&](Server &server) { return server.world.write(chat, text, saying); });
}

void Ok::edit(const QString &mid, const QString &text)
{
    with([&](Server &server) { server.world.edit(mid, text); });
}

void Ok::remove(const QString &mid)
{
    with([&](Server &server) { server.world.remove(mid); });
}

void Ok::forbid(const QString &chat, bool forbidden)
{
    with([&](Server &server) { server.world.forbid(chat, forbidden); });
}

QString Ok::colleagueWrites(const QString &chat, const QString &text, qint64 agoMs)
{
    return ask([&](Server &server) { return server.world.colleagueWrites(chat, text, agoMs); });
}

void Ok::pressButton(const QString &chat, const QString &payload)
{
    with([&](Server &server) { server.world.pressButton(chat, payload); });
}

void Ok::rename(const QString &chat, const QString &title)
{
    with([&](Server &server) { server.world.rename(chat, title); });
}

void Ok::setStatus(const QString &chat, const QString &status)
{
    with([&](Server &server) { server.world.setStatus(chat, status); });
}

void Ok::putIntoHistory(const QString &chat, const QJsonObject &item)
{
    with([&](Server &server) { server.world.putIntoHistory(chat, item); });
}

void Ok::inject(const QJsonObject &update)
{
    with([&](Server &server) { server.world.inject(update); });
}

QString Ok::addDiscussion(const QString &title, const QString &type, const QString &id)
{
    return ask([&](Server &server) { return server.world.addDiscussion(type, title, id); });
}

QString Ok::comment(const QString &discussion, const ok::NewComment &said)
{
    return ask([&](Server &server) { return server.world.comment(discussion, said); });
}

int Ok::unreadComments(const QString &discussion) const
{
    return ask([&](Server &server) {
        const ok::Discussion *found = server.world.discussion(discussion);
        return found ? found->unread : -1;
    });
}

QList<ok::NewComment> Ok::comments(const QString &discussion) const
{
    return ask([&](Server &server) {
        QList<ok::NewComment> list;
        if (const ok::Discussion *found = server.world.discussion(discussion)) {
            for (const ok::Comment &comment : found->comments)
                list.append(comment.said);
        }
        return list;
    });
}

QList<ok::Received> Ok::received(const QString &chat) const
{
    return ask([&](Server &server) { return server.world.received(chat); });
}

QStringList Ok::textsReceived(const QString &chat) const
{
    QStringList texts;
    const QList<ok::Received> messages = received(chat);
    for (const ok::Received &message : messages)
        texts.append(message.text);
    return texts;
}

QList<ok::ActionSeen> Ok::actions() const
{
    return ask([](Server &server) { return server.world.actions(); });
}

QList<Call> Ok::calls(const QString &method) const
{
    QList<Call> all = ask([](Server &server) { return server.calls; });
    if (!method.isEmpty())
        all.removeIf([&](const Call &call) { return call.method != method; });
    return all;
}

bool Ok::isPolled() const
{
    return ask([](Server &server) { return server.isPolled(); });
}

void Ok::addBadDay(const BadDay &day)
{
    with([&](Server &server) { server.badDays.add(day); });
}

void Ok::addBadDay(BadDay::Kind kind, const QString &method, int times)
{
    BadDay day;
    day.kind = kind;
    day.method = method;
    day.times = times;
    addBadDay(day);
}

void Ok::refuse(const QString &method, int code, int times)
{
    BadDay day;
    day.kind = BadDay::Kind::Refuse;
    day.method = method;
    day.times = times;
    day.code = code;
    day.description = u"as the test wishes"_s;
    addBadDay(day);
}

void Ok::endBadDays()
{
    with([](Server &server) { server.badDays.clear(); });
}

void Ok::goOffline()
{
    with([](Server &server) { server.goOffline(); });
}

void Ok::goOnline()
{
    with([this](Server &server) {
        if (!server.listen(m_port))
            qFatal("sandbox: cannot listen on 127.0.0.1:%u again", unsigned(m_port));
    });
}

QByteArray Ok::revokeToken()
{
    return ask([](Server &server) {
        QByteArray next = server.token;
        const int number = next.right(4).toInt() + 1;
        next.replace(next.size() - 4, 4, QByteArray::number(number).rightJustified(4, '0'));
        server.changeToken(next);
        return next;
    });
}

void Ok::restoreToken(const QByteArray &token)
{
    with([&](Server &server) { server.changeToken(token); });
}

void Ok::expireManagerToken()
{
    with([](Server &server) {
        server.rest.expiredToken = server.rest.managerToken;
        server.rest.managerToken += "1";
    });
}

void Ok::setLongPoll(ok::LongPoll longPoll)
{
    with([longPoll](Server &server) { server.graph.longPoll = longPoll; });
}

void Ok::setWebhook(const QString &url)
{
    with([&](Server &server) {
        server.world.webhooks = {};
        if (!url.isEmpty())
            server.world.webhooks.append(QJsonObject{{u"url"_s, url}});
    });
}

void Ok::turnClock(qint64 ms)
{
    with([ms](Server &server) { server.world.turnClock(ms); });
}

} // namespace parley::sandbox
