// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/vk/server.h"

#include <QJsonDocument>
#include <QRegularExpression>
#include <QTimer>

using namespace Qt::Literals::StringLiterals;

namespace parley::sandbox::vk {

namespace {

constexpr qsizetype kQueryLimit = 4096; ///< of an address; longer parameters must be posted

const QString kBotsPoll = u"bots_poll"_s;
const QString kClassicPoll = u"classic_poll"_s;

/// What is asked for, in the words of Call::method; empty: there is no such thing.
QString methodOf(const QString &path)
{
    if (path.startsWith("/method/"_L1))
        return path.mid(8);
    if (path.startsWith("/whp/"_L1))
        return kBotsPoll;
    if (path == "/nim123"_L1)
        return kClassicPoll;
    if (path.startsWith("/c858620/"_L1))
        return u"upload"_s;
    const bool isFile = path.startsWith("/files/"_L1) || path.startsWith("/doc"_L1) || path.startsWith("/images/"_L1);
    return isFile ? u"file"_s : QString();
}

/// JSON bodies are not understood there; what is in them was never said.
Params paramsOf(const WebRequest &request)
{
    const bool json = request.header("content-type").startsWith("application/json");
    if (!json)
        return Params::of(request);
    WebRequest heard{request.verb, request.path, request.query, {}, {}};
    return Params::of(heard);
}

qint64 versionNumber(const QString &version)
{
    return version.section(u'.', 0, 0).toLongLong() * 1000 + version.section(u'.', 1, 1).toLongLong();
}

} // namespace

Server::Server()
    : m_methods(world)
    , m_web([this](WebExchange *exchange) { handle(exchange); }, this)
    , m_schema(Schema::load(Schema::find()))
{
    m_sinceStart.start();
    m_web.setHeadFilter([this](const WebRequest &request) {
        return !badDays.takeOne(BadDay::Kind::CutWhileReading, methodOf(request.path));
    });
    world.onEvent = [this] { QMetaObject::invokeMethod(this, &Server::wakePolls, Qt::QueuedConnection); };
    m_methods.onCall = [this](const QString &method, const QJsonObject &, const Outcome &outcome) {
        if (const auto *result = std::get_if<QJsonValue>(&outcome))
            checkAnswer(method, {{u"response"_s, *result}});
    };
}

bool Server::listen(quint16 port)
{
    if (!m_web.listen(port))
        return false;
    world.baseUrl = u"http://127.0.0.1:%1"_s.arg(m_web.port());
    return true;
}

void Server::goOffline()
{
    m_polls.clear();
    m_web.close();
}

void Server::handle(WebExchange *exchange)
{
    const WebRequest &request = exchange->request;
    Work work{exchange, methodOf(request.path), request.path, paramsOf(request), {}, {}, calls.size()};
    if (work.method.isEmpty())
        return exchange->answer(htmlError(404));
    if (request.query.toString().size() > kQueryLimit)
        return exchange->answer(htmlError(414));
    const QByteArray bearer = request.header("authorization");
    work.token = bearer.startsWith("Bearer ") ? bearer.mid(7).trimmed() : work.params.text(u"access_token"_s).toUtf8();
    QJsonObject recorded = work.params.values();
    recorded.remove(u"access_token"_s);
    calls.append({work.method, recorded, work.params.fileNames(), 0, false, world.nowMs()});
    if (work.method == "file"_L1)
        calls.last().parameters.insert(u"path"_s, work.path);
    if (work.path.startsWith("/method/"_L1))
        checkCall(work);
    const int latency = badDays.takeLatency(work.method);
    work.badDay = badDays.take(work.method);
    if (latency > 0)
        QTimer::singleShot(latency, this, [this, work] { proceed(work); });
    else
        proceed(work);
}

bool Server::happensBefore(const Work &work)
{
    if (!work.badDay)
        return false;
    const BadDay &day = *work.badDay;
    Work plain = work;
    plain.badDay.reset();
    switch (day.kind) {
    case BadDay::Kind::TooManyRequests:
        finish(plain, apiError(6));
        return true;
    case BadDay::Kind::ServerError:
        deliver(plain, htmlError(day.status));
        return true;
    case BadDay::Kind::Refuse:
        finish(plain, ApiError{day.code, day.description.isEmpty() ? wordsOf(day.code) : day.description, day.more});
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
    if (happensBefore(work))
        return;
    if (work.method == kBotsPoll)
        return beginPoll(work, Stream::Bots);
    if (work.method == kClassicPoll)
        return beginPoll(work, Stream::Classic);
    if (work.method == "upload"_L1)
        return takeUpload(work);
    if (work.method == "file"_L1)
        return giveFile(work);
    callApi(work);
}

void Server::deliver(const Work &work, const WebAnswer &given)
{
    if (!work.exchange)
        return;
    WebAnswer answer = given;
    answer.headers.append(qMakePair(QByteArray("Date"), httpDate(world.nowMs())));
    calls[work.call].status = sandbox::deliver(work.exchange, answer, work.badDay);
}

bool Server::isTooFast(const QByteArray &caller, int limit)
{
    const qint64 now = m_sinceStart.elapsed();
    QList<qint64> &times = m_pace[caller];
    while (!times.isEmpty() && now - times.first() >= 1000)
        times.removeFirst();
    if (limit > 0 && times.size() >= limit)
        return true;
    times.append(now);
    return false;
}

std::variant<Caller, ApiError> Server::authorize(const Work &work)
{
    if (work.token.isEmpty())
        return apiError(5, u"no access_token passed."_s);
    Caller caller;
    if (work.token == token)
        caller = {Community, 0};
    else if (work.token == userToken && !userTokenExpired)
        caller = {User, world.adminId};
    else if (work.token == userToken)
        return apiError(5, u"access_token has expired."_s);
    else if (work.token == serviceToken)
        caller = {Service, 0};
    else
        return apiError(5, u"invalid access_token (4)."_s);
    if (isTooFast(work.token, caller.kind == Community ? communityRate : userRate))
        return apiError(6);
    return caller;
}

void Server::callApi(const Work &work)
{
    const QString version = work.params.text(u"v"_s);
    if (versionNumber(version) < versionNumber(oldestVersion))
        return finish(work,
            apiError(8,
                u"versions below %1 are deprecated. Version param should be passed as \"v\". "
                "\"version\" param is invalid and not supported. For more information go to "
                "https://vk.com/dev/constant_version_updates"_s.arg(oldestVersion)));
    const auto caller = authorize(work);
    if (const auto *error = std::get_if<ApiError>(&caller))
        return finish(work, *error);
    finish(work, m_methods.call(work.method, work.params, std::get<Caller>(caller)));
}

QJsonObject Server::errorJson(const Work &work, const ApiError &error) const
{
    QJsonArray given{QJsonObject{{u"key"_s, u"method"_s}, {u"value"_s, work.method}},
        QJsonObject{{u"key"_s, u"oauth"_s}, {u"value"_s, u"1"_s}}};
    const QJsonObject values = work.params.values();
    for (auto it = values.begin(); it != values.end(); ++it)
        given.append(QJsonObject{{u"key"_s, it.key()}, {u"value"_s, it->toVariant().toString()}});
    QJsonObject json = error.more;
    json.insert(u"error_code"_s, error.code);
    json.insert(u"error_msg"_s, error.words);
    json.insert(u"request_params"_s, given);
    return json;
}

void Server::finish(const Work &work, const Outcome &outcome)
{
    QJsonObject body;
    if (const auto *error = std::get_if<ApiError>(&outcome)) {
        body.insert(u"error"_s, errorJson(work, *error));
    } else {
        calls[work.call].processed = true;
        body.insert(u"response"_s, std::get<QJsonValue>(outcome));
        if (work.method == "execute"_L1 && !m_methods.executeErrors.isEmpty())
            body.insert(u"execute_errors"_s, std::exchange(m_methods.executeErrors, {}));
    }
    checkAnswer(work.method, body);
    // With HTTP 200, whatever it is.
    deliver(work,
        {200, {{"Content-Type", "application/json; charset=utf-8"}},
            QJsonDocument(body).toJson(QJsonDocument::Compact)});
}

void Server::takeUpload(const Work &work)
{
    const QJsonObject answer = m_methods.uploads.take(work.path, work.params);
    if (answer.isEmpty())
        return deliver(work, htmlError(404));
    calls[work.call].processed = !answer.contains("error"_L1);
    deliver(work,
        {200, {{"Content-Type", "text/html; charset=utf-8"}}, QJsonDocument(answer).toJson(QJsonDocument::Compact)});
}

void Server::giveFile(const Work &work)
{
    static const QRegularExpression page(uR"(^/doc(-?\d+)_(\d+)$)"_s);
    if (const auto match = page.match(work.path); match.hasMatch()) {
        const StoredFile *file = world.file(u"doc"_s, match.captured(1).toLongLong(), match.captured(2).toLongLong());
        if (!file || work.params.text(u"hash"_s) != file->accessKey)
            return deliver(work, htmlError(404));
        // The address in the API is a page's; it sends on to where the document lies.
        const QByteArray where = QString(world.baseUrl + world.urlOf(*file)).toLatin1();
        return deliver(work, {302, {{"Location", where}}, {}});
    }
    const StoredFile *file = world.fileAt(work.path);
    if (file) {
        calls[work.call].processed = true;
        const QByteArray type = file->kind == "photo"_L1 ? "image/jpeg" : "application/octet-stream";
        return deliver(work, {200, {{"Content-Type", type}}, file->content});
    }
    if (work.path.startsWith("/images/"_L1)) // a grey pixel for everybody without a face
        return deliver(work,
            {200, {{"Content-Type", "image/png"}},
                QByteArray::fromBase64(
                    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5E"
                    "rkJggg==")});
    deliver(work, htmlError(404));
}

void Server::complain(const QString &about, const QStringList &faults)
{
    for (const QString &fault : faults)
        complaints.append(QString(about + u": "_s + fault));
}

void Server::checkCall(const Work &work)
{
    if (!m_schema)
        return;
    const QString kind = work.token == token ? u"group"_s
        : work.token == userToken            ? u"user"_s
        : work.token == serviceToken         ? u"service"_s
                                             : QString();
    complain(u"call of "_s + work.method, m_schema->faultsOfCall(work.method, work.params, kind));
}

void Server::checkAnswer(const QString &method, const QJsonObject &answer)
{
    if (m_schema)
        complain(u"answer of "_s + method, m_schema->faultsOfAnswer(method, answer));
}

void Server::checkEvent(const QJsonObject &event)
{
    if (m_schema)
        complain(u"event "_s + event.value("type"_L1).toString(), m_schema->faultsOfEvent(event));
}

} // namespace parley::sandbox::vk
