// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/ok/server.h"

#include <QJsonDocument>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace parley::sandbox::ok {

namespace {

constexpr int kLongestPollSeconds = 90;

const QString kUpdates = u"me/updates"_s;

QMap<QString, QString> restParameters(const WebRequest &request)
{
    QMap<QString, QString> parameters;
    const QJsonObject given = Params::of(request).values();
    for (auto it = given.begin(); it != given.end(); ++it)
        parameters.insert(it.key(), it->toString());
    if (request.path.startsWith("/api/"_L1))
        parameters.insert(u"method"_s, request.path.sliced(5).replace(u'/', u'.'));
    return parameters;
}

/// What the witness keeps of a call: no secrets.
QJsonObject shown(QJsonObject parameters)
{
    for (const auto &secret : {u"access_token"_s, u"sig"_s, u"application_key"_s})
        parameters.remove(secret);
    return parameters;
}

QJsonArray backwards(const QJsonArray &list)
{
    QJsonArray made;
    for (const QJsonValue &item : list)
        made.prepend(item);
    return made;
}

WebAnswer notFound()
{
    return {404, {{"Content-Type", "text/html"}}, "<html><body><h1>404 Not Found</h1></body></html>"};
}

} // namespace

Server::Server()
    : graph(world)
    , rest(world)
    , m_web([this](WebExchange *exchange) { handle(exchange); }, this)
    , m_pollEnd(this)
{
    m_web.setHeadFilter([this](const WebRequest &request) {
        return !badDays.takeOne(BadDay::Kind::CutWhileReading, route(request).first);
    });
    world.onUpdate = [this] { QMetaObject::invokeMethod(this, &Server::wakePoll, Qt::QueuedConnection); };
    m_pollEnd.setSingleShot(true);
    connect(&m_pollEnd, &QTimer::timeout, this, [this] {
        const Poll poll = std::exchange(m_poll, {});
        QString next;
        const QJsonArray none = world.updatesAfter(poll.marker, 0, next);
        answerPoll(poll.work, none, next);
    });
}

bool Server::listen(quint16 port)
{
    if (!m_web.listen(port))
        return false;
    world.base = u"http://127.0.0.1:%1"_s.arg(m_web.port());
    return true;
}

void Server::goOffline()
{
    m_pollEnd.stop();
    m_poll = {};
    m_web.close();
}

void Server::changeToken(const QByteArray &accepted)
{
    m_expired = std::exchange(token, accepted);
    m_pollEnd.stop();
    const Poll poll = std::exchange(m_poll, {});
    if (poll.exchange)
        finish(poll.work, Refusal{102, u"Session expired"_s});
}

std::pair<QString, QString> Server::route(const WebRequest &request)
{
    if (request.path.startsWith("/graph/"_L1)) {
        const GraphCall call = graphCall(request.verb, request.path.sliced(7));
        return {call.name, call.node};
    }
    if (request.path == "/fb.do"_L1 || request.path.startsWith("/api/"_L1))
        return {restParameters(request).value(u"method"_s), {}};
    if (request.path.startsWith("/upload/"_L1))
        return {u"upload"_s, request.path.sliced(8)};
    if (request.path.startsWith("/files/"_L1))
        return {u"file"_s, request.path.sliced(7)};
    return {};
}

void Server::handle(WebExchange *exchange)
{
    const auto [name, node] = route(exchange->request);
    const Work work{exchange, exchange->request, name, node, {}, calls.size()};
    const Params params = Params::of(work.request);
    QJsonObject parameters = shown(params.values());
    if (!node.isEmpty())
        parameters.insert(u"node"_s, node);
    calls.append({name, parameters, params.fileNames(), 0, false, world.nowMs()});
    const int latency = badDays.takeLatency(name);
    Work met = work;
    met.badDay = badDays.take(name);
    if (latency > 0)
        QTimer::singleShot(latency, this, [this, met] { proceed(met); });
    else
        proceed(met);
}

bool Server::happensBefore(const Work &work)
{
    if (!work.badDay)
        return false;
    const BadDay &day = *work.badDay;
    Work plain = work;
    plain.badDay.reset();
    switch (day.kind) {
    case BadDay::Kind::TooManyRequests: {
        // No advice is documented; a front server's own refusal has it.
        WebAnswer answer = htmlError(429);
        answer.headers.append(qMakePair(QByteArray("Retry-After"), QByteArray::number(day.seconds)));
        send(plain, answer);
        return true;
    }
    case BadDay::Kind::ServerError:
        send(plain, htmlError(day.status));
        return true;
    case BadDay::Kind::Refuse:
        if (day.code == 0)
            send(plain, htmlError(day.status));
        else
            finish(plain, Refusal{day.code, day.description});
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

void Server::proceed(const Work &work)
{
    if (!happensBefore(work))
        perform(work);
}

std::optional<Refusal> Server::refusalOf(const Work &work) const
{
    const QByteArray given = work.request.query.queryItemValue(u"access_token"_s, QUrl::FullyDecoded).toUtf8();
    if (!m_expired.isEmpty() && given == m_expired && given != token)
        return Refusal{102, u"Session expired"_s};
    if (given != token)
        return Refusal{103, u"Invalid session key"_s};
    if (work.request.verb != "POST")
        return std::nullopt;
    const QByteArray type = work.request.header("content-type").toLower().replace(" ", "");
    if (type != "application/json;charset=utf-8")
        return Refusal{4, u"Content-Type must be application/json;charset=utf-8"_s};
    if (!QJsonDocument::fromJson(work.request.body).isObject())
        return Refusal{4, u"no JSON object"_s};
    return std::nullopt;
}

void Server::perform(const Work &work)
{
    if (work.name == "file"_L1)
        return serveFile(work);
    const bool isGraph = work.request.path.startsWith("/graph/"_L1);
    if (work.name.isEmpty() && !isGraph)
        return send(work, notFound());
    const bool isLongPoll = work.name == kUpdates || work.name == "me/subscribe"_L1;
    if (isLongPoll && graph.longPoll == LongPoll::NotFound)
        return send(work, notFound());
    if (isGraph) {
        if (const auto refusal = refusalOf(work))
            return finish(work, *refusal);
        if (work.name == kUpdates)
            return updates(work);
    }
    finish(work, outcomeOf(work));
}

Outcome Server::outcomeOf(const Work &work)
{
    if (work.name == "upload"_L1) {
        const QString type = QString::fromLatin1(work.request.header("content-type"));
        const Params params = Params::of(work.request);
        const QStringList fields = params.fileNames();
        const UploadedFile file = params.file(fields.value(0)).value_or(UploadedFile());
        return graph.upload(work.node, type, {{}, file.name, file.type, file.content});
    }
    if (!work.request.path.startsWith("/graph/"_L1))
        return rest.call(restParameters(work.request));
    const QJsonObject body = QJsonDocument::fromJson(work.request.body).object();
    QUrlQuery query = work.request.query;
    query.removeQueryItem(u"access_token"_s);
    const Outcome outcome = graph.call({work.name, work.node}, query, body);
    return work.name == "messages"_L1 ? playHistory(outcome) : outcome;
}

Outcome Server::playHistory(const Outcome &outcome)
{
    const auto *value = std::get_if<QJsonValue>(&outcome);
    if (!value)
        return outcome;
    QJsonArray messages = (*value)["messages"_L1].toArray();
    if (!messages.isEmpty() && badDays.takeOne(BadDay::Kind::Duplicate, u"messages"_s)) {
        QJsonArray twice;
        for (const QJsonValue &message : std::as_const(messages)) {
            twice.append(message);
            twice.append(message);
        }
        messages = twice;
    }
    if (!messages.isEmpty() && badDays.takeOne(BadDay::Kind::OutOfOrder, u"messages"_s))
        messages = backwards(messages);
    return QJsonObject{{u"messages"_s, messages}};
}

void Server::finish(const Work &work, const Outcome &outcome)
{
    calls[work.call].processed = std::holds_alternative<QJsonValue>(outcome);
    send(work, answerOf(outcome));
}

void Server::send(const Work &work, WebAnswer answer)
{
    if (!work.exchange)
        return;
    answer.headers.append(qMakePair(QByteArray("Date"), httpDate(world.nowMs())));
    calls[work.call].status = deliver(work.exchange, answer, work.badDay);
}

void Server::serveFile(const Work &work)
{
    const auto file = world.fileAt(work.node);
    if (!file)
        return send(work, notFound());
    calls[work.call].processed = true;
    const QByteArray type = file->mime.isEmpty() ? QByteArray("application/octet-stream") : file->mime.toLatin1();
    send(work, {200, {{"Content-Type", type}}, file->content});
}

void Server::updates(const Work &work)
{
    if (graph.longPoll == LongPoll::NoMethod)
        return finish(work, Refusal{3, u"no such method"_s});
    if (!world.subscribed)
        return finish(work, Refusal{7, u"no long polling subscription"_s});
    const QUrlQuery &query = work.request.query;
    const int count = query.queryItemValue(u"count"_s).toInt();
    const int seconds = std::clamp(query.queryItemValue(u"timeout"_s).toInt(), 0, kLongestPollSeconds);
    Poll poll{work.exchange, work, query.queryItemValue(u"marker"_s), count < 1 || count > 100 ? 100 : count};
    QString next;
    const QJsonArray ready = world.updatesAfter(poll.marker, poll.count, next);
    if (!ready.isEmpty() || seconds == 0)
        return answerPoll(work, ready, next);
    const Poll other = std::exchange(m_poll, poll);
    m_pollEnd.start(seconds * 1000);
    if (other.exchange)
        answerPoll(other.work, {}, next);
}

void Server::wakePoll()
{
    if (!m_poll.exchange)
        return;
    QString next;
    const QJsonArray ready = world.updatesAfter(m_poll.marker, m_poll.count, next);
    if (ready.isEmpty())
        return;
    m_pollEnd.stop();
    const Poll poll = std::exchange(m_poll, {});
    answerPoll(poll.work, ready, next);
}

void Server::answerPoll(const Work &work, const QJsonArray &given, const QString &marker)
{
    QJsonArray updates = given;
    if (!given.isEmpty() && badDays.takeOne(BadDay::Kind::Duplicate, kUpdates)) {
        updates = world.lastConfirmed();
        for (const QJsonValue &update : given) {
            updates.append(update);
            updates.append(update);
        }
    }
    if (badDays.takeOne(BadDay::Kind::OutOfOrder, kUpdates))
        updates = backwards(updates);
    finish(work, QJsonObject{{u"updates"_s, updates}, {u"marker"_s, marker}});
}

} // namespace parley::sandbox::ok
