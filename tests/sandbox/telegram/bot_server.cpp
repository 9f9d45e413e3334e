// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/telegram/bot_server.h"

#include <QJsonDocument>
#include <QRegularExpression>

using namespace Qt::Literals::StringLiterals;

namespace parley::sandbox {

namespace {

constexpr int kLongestPollSeconds = 50;
constexpr qsizetype kAnswerLimit = 4 * 1024 * 1024;

WebAnswer jsonAnswer(const Outcome &outcome)
{
    WebAnswer answer;
    answer.headers.append(qMakePair(QByteArray("Content-Type"), QByteArray("application/json")));
    QJsonObject body;
    if (const auto *error = std::get_if<ApiError>(&outcome)) {
        answer.status = error->code;
        body = {{u"ok"_s, false}, {u"error_code"_s, error->code}, {u"description"_s, error->description}};
        if (!error->parameters.isEmpty())
            body.insert(u"parameters"_s, error->parameters);
        if (error->parameters.contains("retry_after"_L1))
            answer.headers.append(
                {"Retry-After", QByteArray::number(error->parameters.value("retry_after"_L1).toInt())});
    } else {
        body = {{u"ok"_s, true}, {u"result"_s, std::get<QJsonValue>(outcome)}};
    }
    answer.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    return answer;
}

ApiError tooManyRequests(int seconds)
{
    return {429, u"Too Many Requests: retry after %1"_s.arg(seconds), {{u"retry_after"_s, seconds}}};
}

struct Route {
    QByteArray token;
    QString method; ///< or the file's path
    bool isFile = false;
};

std::optional<Route> routeOf(const QString &path)
{
    static const QRegularExpression pattern(uR"(^/(file/)?bot([^/]+)/(.+)$)"_s);
    const QRegularExpressionMatch match = pattern.match(path);
    if (!match.hasMatch())
        return std::nullopt;
    return Route{match.captured(2).toUtf8(), match.captured(3), !match.captured(1).isEmpty()};
}

const QString kOtherPoller =
    u"Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"_s;
const QString kWebhookSet = u"Conflict: terminated by setWebhook request"_s;
const ApiError kUnauthorized{401, u"Unauthorized"_s, {}};
const QString kWebhookActive =
    u"Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"_s;

} // namespace

BotServer::BotServer()
    : token("7000000001:AAHk3sandboxTokenForLoopbackOnly0001")
    , m_methods(world)
    , m_web([this](WebExchange *exchange) { handle(exchange); }, this)
    , m_schema(Schema::load(Schema::find()))
    , m_pollEnd(this)
{
    m_web.setHeadFilter([this](const WebRequest &request) {
        const auto route = routeOf(request.path);
        return !route || !badDays.takeOne(BadDay::Kind::CutWhileReading, route->isFile ? u"file"_s : route->method);
    });
    world.onUpdate = [this] { QMetaObject::invokeMethod(this, &BotServer::wakePoll, Qt::QueuedConnection); };
    m_methods.onWebhookSet = [this] { endPoll({409, kWebhookSet, {}}); };
    m_pollEnd.setSingleShot(true);
    connect(&m_pollEnd, &QTimer::timeout, this, [this] {
        const Poll poll = std::exchange(m_poll, {});
        answerPoll(poll.work, {});
    });
}

void BotServer::goOffline()
{
    m_pollEnd.stop();
    m_poll = {};
    m_web.close();
}

void BotServer::setWebhook(const QString &url)
{
    world.webhookUrl = url;
    if (!url.isEmpty())
        endPoll({409, kWebhookSet, {}});
}

void BotServer::changeToken(const QByteArray &accepted)
{
    token = accepted;
    endPoll(kUnauthorized);
}

void BotServer::send(WebExchange *exchange, WebAnswer answer) const
{
    answer.headers.append(qMakePair(QByteArray("Date"), httpDate(world.nowMs())));
    exchange->answer(answer);
}

void BotServer::pollFromElsewhere()
{
    endPoll({409, kOtherPoller, {}});
}

void BotServer::handle(WebExchange *exchange)
{
    const auto route = routeOf(exchange->request.path);
    const bool wellFormed = route && route->token.contains(':');
    if (!wellFormed)
        return send(exchange, jsonAnswer(ApiError{404, u"Not Found"_s, {}}));
    if (route->token != token)
        return send(exchange, jsonAnswer(kUnauthorized));
    Work work{exchange, route->method, Params::of(exchange->request), {}, calls.size(), {}};
    if (route->isFile) {
        work.method = u"file"_s;
        work.params = {};
        work.filePath = route->method;
    }
    calls.append({work.method, work.params.values(), work.params.fileNames(), 0, false, world.nowMs()});
    if (route->isFile)
        calls.last().parameters.insert(u"file_path"_s, work.filePath);
    else
        checkCall(work);
    const int latency = badDays.takeLatency(work.method);
    work.badDay = badDays.take(work.method);
    if (latency > 0)
        QTimer::singleShot(latency, this, [this, work] { proceed(work); });
    else
        proceed(work);
}

void BotServer::handleFile(const Work &work)
{
    const StoredFile *file = world.fileAt(work.filePath);
    if (!file || file->content.size() > kDownloadLimit)
        return deliver(work, jsonAnswer(ApiError{404, u"Not Found"_s, {}}));
    calls[work.call].processed = true;
    deliver(work, {200, {{"Content-Type", "application/octet-stream"}}, file->content});
}

bool BotServer::happensBefore(const Work &work)
{
    if (!work.badDay)
        return false;
    const BadDay &day = *work.badDay;
    const Work plain{work.exchange, work.method, work.params, {}, work.call, work.filePath};
    switch (day.kind) {
    case BadDay::Kind::TooManyRequests:
        deliver(plain, jsonAnswer(tooManyRequests(day.seconds)));
        return true;
    case BadDay::Kind::ServerError:
        deliver(plain, htmlError(day.status));
        return true;
    case BadDay::Kind::Refuse:
        deliver(plain, jsonAnswer(ApiError{day.status, day.description, {}}));
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

void BotServer::proceed(const Work &work)
{
    if (happensBefore(work))
        return;
    if (!work.filePath.isEmpty())
        return handleFile(work);
    if (work.params.malformed())
        return finish(work, badRequest(u"can't parse JSON object"_s));
    if (work.method.compare("getUpdates"_L1, Qt::CaseInsensitive) == 0)
        return getUpdates(work);
    finish(work, m_methods.call(work.method, work.params));
}

void BotServer::finish(const Work &work, const Outcome &outcome)
{
    calls[work.call].processed = std::holds_alternative<QJsonValue>(outcome);
    if (const auto *result = std::get_if<QJsonValue>(&outcome))
        checkResult(work, *result);
    deliver(work, jsonAnswer(outcome));
}

void BotServer::deliver(const Work &work, const WebAnswer &given)
{
    WebExchange *exchange = work.exchange;
    if (!exchange)
        return;
    WebAnswer answer = given;
    answer.headers.append(qMakePair(QByteArray("Date"), httpDate(world.nowMs())));
    calls[work.call].status = sandbox::deliver(exchange, answer, work.badDay);
}

void BotServer::getUpdates(const Work &work)
{
    if (!world.webhookUrl.isEmpty())
        return finish(work, ApiError{409, kWebhookActive, {}});
    endPoll({409, kOtherPoller, {}});
    if (work.params.has(u"allowed_updates"_s)) {
        QStringList types;
        const QJsonArray asked = work.params.json(u"allowed_updates"_s).toArray();
        for (const QJsonValue &type : asked)
            types.append(type.toString());
        world.setAllowedUpdates(types);
    }
    const qint64 limit = work.params.integer(u"limit"_s).value_or(100);
    Poll poll{work.exchange, work, work.params.integer(u"offset"_s), limit < 1 || limit > 100 ? 100 : int(limit)};
    const QList<QueuedUpdate> ready = world.updatesFrom(poll.offset, poll.limit);
    const int seconds =
        int(qBound(qint64{0}, work.params.integer(u"timeout"_s).value_or(0), qint64{kLongestPollSeconds}));
    if (!ready.isEmpty() || seconds == 0)
        return answerPoll(work, ready);
    if (poll.offset && *poll.offset < 0)
        poll.offset.reset(); // it has forgotten what it was to forget
    m_poll = poll;
    m_pollEnd.start(seconds * 1000);
}

void BotServer::wakePoll()
{
    if (!m_poll.exchange)
        return;
    const QList<QueuedUpdate> ready = world.updatesFrom(m_poll.offset, m_poll.limit);
    if (ready.isEmpty())
        return;
    m_pollEnd.stop();
    const Poll poll = std::exchange(m_poll, {});
    answerPoll(poll.work, ready);
}

void BotServer::endPoll(const ApiError &why)
{
    m_pollEnd.stop();
    const Poll poll = std::exchange(m_poll, {});
    if (poll.exchange)
        deliver(poll.work, jsonAnswer(why));
}

QJsonArray BotServer::playDelivery(const QList<QueuedUpdate> &updates)
{
    QJsonArray result;
    if (updates.isEmpty())
        return result;
    const bool twice = badDays.takeOne(BadDay::Kind::Duplicate, u"getUpdates"_s);
    const bool reversed = badDays.takeOne(BadDay::Kind::OutOfOrder, u"getUpdates"_s);
    if (twice) {
        for (const QueuedUpdate &old : world.lastConfirmed())
            result.append(old.json);
    }
    qsizetype size = 0;
    for (const QueuedUpdate &update : updates) {
        size += QJsonDocument(update.json).toJson(QJsonDocument::Compact).size();
        if (size > kAnswerLimit && !result.isEmpty())
            break;
        result.append(update.json);
        if (twice)
            result.append(update.json);
    }
    if (!reversed)
        return result;
    QJsonArray backwards;
    for (const QJsonValue &update : std::as_const(result))
        backwards.prepend(update);
    return backwards;
}

void BotServer::answerPoll(const Work &work, const QList<QueuedUpdate> &updates)
{
    finish(work, QJsonValue(playDelivery(updates)));
}

void BotServer::checkCall(const Work &work)
{
    if (!m_schema)
        return;
    const QStringList faults = m_schema->faultsOfCall(work.method, work.params);
    for (const QString &fault : faults)
        complaints.append(u"call of %1: %2"_s.arg(work.method, fault));
}

void BotServer::checkResult(const Work &work, const QJsonValue &result)
{
    if (!m_schema)
        return;
    QStringList faults;
    if (work.method.compare("getUpdates"_L1, Qt::CaseInsensitive) == 0) {
        const QJsonArray updates = result.toArray();
        for (const QJsonValue &update : updates) {
            if (!world.wasInjected(update.toObject().value("update_id"_L1).toInteger()))
                faults += m_schema->faultsOfValue(u"Update"_s, update, u"Update"_s);
        }
    } else {
        faults = m_schema->faultsOfResult(work.method, result);
    }
    for (const QString &fault : std::as_const(faults))
        complaints.append(u"answer of %1: %2"_s.arg(work.method, fault));
}

} // namespace parley::sandbox
