// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/chatwoot/chat_server.h"

#include "sandbox/shared_facts.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTimer>

using namespace Qt::Literals::StringLiterals;

namespace parley::sandbox {

namespace {

constexpr qint64 kPresenceLasts = 20'000; // PRESENCE_DURATION, in ms

QByteArray jsonBytes(const QJsonValue &value)
{
    if (value.isObject())
        return QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact);
    if (value.isArray())
        return QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact);
    return value.isNull() ? "null" : "";
}

WebAnswer wireOf(const ChatAnswer &answer)
{
    WebAnswer made;
    made.status = answer.status;
    if (!answer.location.isEmpty())
        made.headers.append(qMakePair(QByteArray("Location"), answer.location));
    if (!answer.file.isEmpty()) {
        made.headers.append(qMakePair(QByteArray("Content-Type"), QByteArray("application/octet-stream")));
        made.body = answer.bytes;
        return made;
    }
    made.headers.append(qMakePair(QByteArray("Content-Type"), QByteArray("application/json; charset=utf-8")));
    made.body = jsonBytes(answer.body);
    return made;
}

/// Whoever's socket was not heard of lately is offline, whatever was chosen (auto_offline).
QJsonArray withPresence(const QJsonArray &agents, const CableServer &cable, qint64 now)
{
    QJsonArray made;
    for (const QJsonValue &value : agents) {
        QJsonObject row = value.toObject();
        if (now - cable.presenceMs(row.value("id"_L1).toInt()) >= kPresenceLasts)
            row.insert(u"availability_status"_s, u"offline"_s);
        made.append(row);
    }
    return made;
}

QStringList namesIn(const QUrlQuery &query)
{
    QStringList names;
    const auto items = query.queryItems();
    for (const auto &item : items)
        names.append(item.first);
    return names;
}

} // namespace

ChatServer::ChatServer()
    : agents(world)
    , customers(world)
    , cable(world, this)
    , m_web([this](WebExchange *exchange) { handle(exchange); }, this)
    , m_description(OpenApi::load(findSharedFact(u"platforms/schema/chatwoot-openapi.json"_s)))
{
    world.later = [this](const std::function<void()> &work) { QTimer::singleShot(0, this, work); };
    world.onEvent = [this](const ChatWorld::Event &event) { cable.send(event); };
    world.hasListeners = [this] { return cable.sockets() > 0; };
    m_web.setHeadFilter([this](const WebRequest &head) {
        const auto route = chatRoute(head.verb, head.path);
        return !route || !badDays.takeOne(BadDay::Kind::CutWhileReading, route->name);
    });
    m_web.setUpgradeHandler([this](const WebRequest &head, QTcpSocket *socket) {
        if (head.path != "/cable"_L1)
            return false;
        cable.take(socket);
        return true;
    });
}

bool ChatServer::listen(quint16 port)
{
    if (!m_web.listen(port))
        return false;
    world.base = u"http://127.0.0.1:%1"_s.arg(m_web.port());
    return true;
}

void ChatServer::goOffline()
{
    cable.drop();
    m_web.close();
}

QByteArray ChatServer::tokenOf(const WebRequest &request) const
{
    const QByteArray hyphens = request.header("api-access-token");
    if (!hyphens.isEmpty() && !underscoresOnly)
        return hyphens;
    return hyphensOnly ? QByteArray() : request.header("api_access_token");
}

void ChatServer::handle(WebExchange *exchange)
{
    const WebRequest &request = exchange->request;
    const auto route = chatRoute(request.verb, request.path);
    Work work{exchange, {}, {}, calls.size(), request.verb, request.path, false};
    work.call.query = request.query;
    work.call.params = Params::of(request);
    work.isJson = request.header("content-type").startsWith("application/json");
    calls.append({route ? route->name : request.path, work.call.params.values(), work.call.params.fileNames(), 0, false,
        world.nowMs()});
    if (!route)
        return finish(work, chatRefusal(404, u"Resource could not be found"_s));
    work.call.route = *route;
    if (route->needsAgent) {
        const QByteArray token = tokenOf(request);
        const ChatAgent *agent = world.agentByToken(token);
        if (token.isEmpty()) {
            ChatAnswer refused;
            refused.status = 401;
            refused.body =
                QJsonObject{{u"errors"_s, QJsonArray{u"You need to sign in or sign up before continuing."_s}}};
            return finish(work, refused);
        }
        if (!agent)
            return finish(work, chatRefusal(401, u"Invalid Access Token"_s));
        work.call.agent = agent->id;
    }
    checkRequest(work);
    const int latency = badDays.takeLatency(route->name);
    work.badDay = badDays.take(route->name);
    if (latency > 0)
        QTimer::singleShot(latency, this, [this, work] { proceed(work); });
    else
        proceed(work);
}

bool ChatServer::happensBefore(const Work &work)
{
    if (!work.badDay)
        return false;
    const BadDay &day = *work.badDay;
    Work plain = work;
    plain.badDay.reset();
    switch (day.kind) {
    case BadDay::Kind::TooManyRequests: {
        WebAnswer answer{429, {{"Content-Type", "text/plain"}}, "Retry later\n"};
        if (day.seconds > 0) // the real one gives no advice
            answer.headers.append(qMakePair(QByteArray("Retry-After"), QByteArray::number(day.seconds)));
        send(plain, answer);
        return true;
    }
    case BadDay::Kind::ServerError:
        send(plain, htmlError(day.status));
        return true;
    case BadDay::Kind::Refuse:
        send(plain, wireOf(chatRefusal(day.status, day.description)));
        return true;
    case BadDay::Kind::CutBefore:
        if (work.exchange)
            work.exchange->cut();
        return true;
    case BadDay::Kind::Silence:
        return true;
    default:
        return false;
    }
}

void ChatServer::proceed(const Work &work)
{
    if (happensBefore(work))
        return;
    ChatAnswer answer = work.call.route.needsAgent ? agents.call(work.call) : customers.call(work.call);
    if (work.call.route.name == "agents"_L1 && answer.body.isArray())
        answer.body = withPresence(answer.body.toArray(), cable, world.nowMs());
    finish(work, answer);
}

void ChatServer::finish(const Work &work, const ChatAnswer &answer)
{
    calls[work.place].processed = answer.status < 400;
    if (m_description && judges) {
        const QStringList faults =
            m_description->faultsOfAnswer(QString::fromLatin1(work.verb), work.path, answer.status, answer.body);
        for (const QString &fault : faults)
            complaints.append(u"answer of %1: %2"_s.arg(work.call.route.name, fault));
    }
    send(work, wireOf(answer));
}

void ChatServer::send(const Work &work, WebAnswer answer)
{
    if (!work.exchange)
        return;
    answer.headers.append(qMakePair(QByteArray("Date"), httpDate(world.nowMs())));
    calls[work.place].status = deliver(work.exchange, answer, work.badDay);
}

void ChatServer::checkRequest(const Work &work)
{
    if (!m_description || !judges)
        return;
    const QJsonValue body = work.isJson ? QJsonValue(work.call.params.values()) : QJsonValue();
    const QStringList faults =
        m_description->faultsOfRequest(QString::fromLatin1(work.verb), work.path, namesIn(work.call.query), body);
    for (const QString &fault : faults)
        complaints.append(u"call of %1: %2"_s.arg(work.call.route.name, fault));
}

} // namespace parley::sandbox
