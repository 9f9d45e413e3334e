// SPDX-License-Identifier: GPL-3.0-or-later
#include "platforms/vk/api.h"

#include "platforms/http/classify.h"
#include "platforms/vk/errors.h"
#include "platforms/vk/words.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace parley::platforms::vk {

namespace {

// Platform sheet, section 7: 20 calls a second for a community. Some below, since its other tools share the limit.
constexpr double kCallsPerSecond = 15;
constexpr int kBurst = 15;
constexpr int kSecondBurst = 3;

constexpr int kRedirects = 4;

QByteArray asField(const QJsonValue &value)
{
    if (value.isString())
        return value.toString().toUtf8();
    if (value.isObject())
        return QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact);
    if (value.isBool())
        return value.toBool() ? "1" : "0";
    if (value.isArray()) { // lists go as "1,2,3"
        QByteArrayList items;
        const QJsonArray array = value.toArray();
        for (const QJsonValue &item : array)
            items << asField(item);
        return items.join(',');
    }
    return QByteArray::number(value.toInteger());
}

QString languageWanted()
{
    switch (QLocale().language()) {
    case QLocale::Russian:
        return u"ru"_s;
    case QLocale::Ukrainian:
        return u"ua"_s;
    case QLocale::Belarusian:
        return u"be"_s;
    default:
        return u"en"_s;
    }
}

QList<QByteArray> secretsOf(const Setup &setup)
{
    QList<QByteArray> secrets{cleanToken(setup.secret)};
    for (const QByteArray &further : setup.furtherSecrets)
        secrets << cleanToken(further);
    secrets.removeAll(QByteArray());
    return secrets;
}

QString baseOf(const Account &account)
{
    QString base = account.url;
    if (base.isEmpty())
        base = u"https://"_s + account.settings.value(u"host"_s, u"api.vk.com"_s);
    while (base.endsWith(u'/'))
        base.chop(1);
    return base;
}

} // namespace

QByteArray cleanToken(const QByteArray &secret)
{
    return secret.trimmed();
}

Api::Api(const Setup &setup, const Timing &timing)
    : m_base(baseOf(setup.account))
    , m_token(cleanToken(setup.secret))
    , m_secondToken(cleanToken(setup.furtherSecrets.value(u"user"_s)))
    , m_timing(timing)
    , m_http(*setup.clock, secretsOf(setup), http::TokenBucket(kCallsPerSecond, kBurst))
    , m_second(*setup.clock, secretsOf(setup), http::TokenBucket(timing.secondPerSecond, kSecondBurst))
{
}

// The token goes as a header: VK repeats parameters in its errors.
http::Request Api::requestFor(const QString &method, const QJsonObject &parameters, Token token) const
{
    http::Request request = http::Request::get(QUrl(m_base + u"/method/"_s + method, QUrl::StrictMode), method);
    request.method = "POST";
    request.contentType = "application/x-www-form-urlencoded";
    request.headers << std::pair<QByteArray, QByteArray>(
        "Authorization", "Bearer " + (token == Token::Second ? m_secondToken : m_token));
    QJsonObject all = parameters;
    all["v"_L1] = QLatin1StringView(kVersion);
    all["lang"_L1] = languageWanted();
    for (auto field = all.constBegin(); field != all.constEnd(); ++field) {
        if (!request.body.isEmpty())
            request.body += '&';
        request.body += field.key().toUtf8() + '=' + asField(field.value()).toPercentEncoding();
    }
    request.wholeTimeout = m_timing.call;
    request.stallTimeout = m_timing.stall;
    return request;
}

QCoro::Task<Outcome> Api::call(QString method, QJsonObject parameters, bool isSend, Token token)
{
    http::Request request = requestFor(method, parameters, token);
    request.isSend = isSend;
    http::Client &client = token == Token::Second ? m_second : m_http;
    const auto answer = co_await client.send(request);
    Outcome outcome = answer ? read(*answer, request) : failed(answer.error());
    if (token == Token::Second)
        outcome = ofSecond(std::move(outcome));
    co_return outcome;
}

Outcome Api::failed(Error error, int code) const
{
    Outcome outcome;
    error.detail = m_http.redact()(error.detail);
    error.words = m_http.redact()(error.words);
    outcome.error = std::move(error);
    outcome.code = code;
    return outcome;
}

Outcome Api::ofSecond(Outcome outcome) const
{
    if (outcome.ok || outcome.error.kind != ErrorKind::Unauthorized)
        return outcome;
    outcome.error.kind = ErrorKind::Forbidden;
    outcome.error.words = Words::tr("VK refuses the second token (of a user or an application): it has run out or was "
                                    "revoked. What needs it is not done; all else works.");
    return outcome;
}

Outcome Api::read(const http::Answer &answer, const http::Request &request) const
{
    const bool isSuccess = answer.status >= 200 && answer.status < 300;
    const QJsonObject json = QJsonDocument::fromJson(answer.body).object();
    if (json["error"_L1].isObject()) {
        const Refusal refusal = Refusal::from(json["error"_L1].toObject());
        return failed(errorFrom(refusal, request), refusal.code);
    }
    if (isSuccess && json.contains("response"_L1)) {
        Outcome outcome;
        outcome.ok = true;
        outcome.response = json["response"_L1];
        return outcome;
    }
    if (isSuccess)
        return failed(http::badReply(request, u"no answer of VK's API"_s));
    Error error = http::errorFrom(answer, request, {}, m_http.clock());
    if (answer.status == 404 || (answer.status >= 300 && answer.status < 400)) {
        error.words =
            Words::tr("%1 answers, but not as VK's API does. Check the account's address.").arg(request.url.host());
    }
    return failed(error);
}

QUrl Api::pollAddress(const QString &address) const
{
    if (address.contains("://"_L1))
        return QUrl(address, QUrl::StrictMode);
    // The classic one comes without a scheme; it is as safe as the API itself.
    return QUrl(m_base.section(u"://"_s, 0, 0) + u"://"_s + address, QUrl::StrictMode);
}

/// Addresses that answers name: not less safe than the API's own, and so nothing on this machine.
Result<void> Api::checkFurther(const QUrl &url) const
{
    if (url.scheme() == "https"_L1 || m_base.startsWith("http://"_L1))
        return {};
    return Error{ErrorKind::Rejected, u"an address that is not https"_s,
        Words::tr("VK named an address that is not safe (%1), so it was not used.").arg(url.host()), {}, false};
}

QCoro::Task<Result<QJsonObject>> Api::poll(QUrl address, QString label, std::chrono::milliseconds patience)
{
    if (const auto fit = checkFurther(address); !fit)
        co_return fit.error();
    http::Request request = http::Request::get(std::move(address), label);
    request.wholeTimeout = patience;
    request.stallTimeout = patience;
    co_return co_await m_http.json(std::move(request));
}

QCoro::Task<Result<QJsonObject>> Api::upload(
    QString address, QString field, OutgoingAttachment file, std::function<void(qint64 done, qint64 total)> progress)
{
    const QList<http::FormPart> parts{http::FormPart{field, file.content, file.name, file.type}};
    const QUrl url(address, QUrl::StrictMode);
    if (const auto fit = checkFurther(url); !fit)
        co_return fit.error();
    http::Request request = http::Request::postForm(url, u"upload"_s, parts);
    request.progress = std::move(progress);
    request.wholeTimeout = m_timing.upload;
    request.stallTimeout = m_timing.stall;
    co_return co_await m_http.json(std::move(request));
}

QCoro::Task<Result<QByteArray>> Api::file(QString address, qint64 limit)
{
    QUrl url(address, QUrl::StrictMode);
    for (int hop = 0; hop <= kRedirects; ++hop) {
        if (const auto fit = checkFurther(url); !fit)
            co_return fit.error();
        http::Request request = http::Request::get(url, u"file"_s);
        request.wholeTimeout = m_timing.upload;
        request.stallTimeout = m_timing.stall;
        request.answerLimit = limit;
        const auto answer = co_await m_http.send(request);
        if (!answer && answer.error().kind == ErrorKind::BadReply) {
            co_return Error{ErrorKind::Rejected, answer.error().detail,
                Words::tr("The file is larger than %1, the most that is fetched.")
                    .arg(QLocale().formattedDataSize(limit)),
                {}, false};
        }
        if (!answer)
            co_return answer.error();
        const bool goesOn = answer->status >= 300 && answer->status < 400 && !answer->location.isEmpty();
        if (!goesOn) {
            if (answer->status < 200 || answer->status > 299)
                co_return http::errorFrom(*answer, request, {}, m_http.clock());
            co_return answer->body;
        }
        url = url.resolved(QUrl(QString::fromUtf8(answer->location)));
    }
    co_return Error{
        ErrorKind::NotFound, u"file: too many redirects"_s, Words::tr("VK no longer has this file."), {}, false};
}

void Api::interrupt(const QString &label)
{
    m_http.cancel(label);
}

void Api::stop()
{
    m_http.stop();
    m_second.stop();
}

} // namespace parley::platforms::vk
