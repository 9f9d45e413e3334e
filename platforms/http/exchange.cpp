// SPDX-License-Identifier: GPL-3.0-or-later
#include "platforms/http/exchange.h"

#include "platforms/http/classify.h"
#include "platforms/http/one_shot_body.h"

#include <QNetworkAccessManager>
#include <QSslError>

using namespace Qt::StringLiterals;

namespace parley::platforms::http {

namespace {

// What Qt may hold of an answer before we take it: this is what bounds our memory against a 50 MB answer.
constexpr qint64 kReadAhead = 64 * 1024;

QNetworkRequest networkRequest(const Request &request)
{
    QNetworkRequest made(request.url);
    made.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    made.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    made.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    made.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    made.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    made.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
    // HTTP/2 repeats streams by rules of its own; with 1.1 we know what left.
    made.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    made.setRawHeader("User-Agent", "Parley");
    // Set by hand, Qt leaves the body alone: a compressed answer could be small on the wire and huge here.
    made.setRawHeader("Accept-Encoding", "identity");
    if (!request.contentType.isEmpty())
        made.setHeader(QNetworkRequest::ContentTypeHeader, request.contentType);
    if (!request.body.isEmpty())
        made.setHeader(QNetworkRequest::ContentLengthHeader, request.body.size());
    for (const auto &[name, value] : request.headers)
        made.setRawHeader(name, value);
    return made;
}

} // namespace

Exchange::Exchange(QNetworkAccessManager &network, Request request)
    : m_request(std::move(request))
{
    if (!m_request.body.isEmpty())
        m_body = new OneShotBody(m_request.body, this);
    m_reply = network.sendCustomRequest(networkRequest(m_request), m_request.method, m_body);
    m_reply->setReadBufferSize(kReadAhead);
    connectReply();
    for (QTimer *timer : {&m_whole, &m_stall}) {
        timer->setSingleShot(true);
        connect(timer, &QTimer::timeout, this, [this] { breakOff(QNetworkReply::TimeoutError); });
    }
    m_whole.start(m_request.wholeTimeout);
    m_stall.start(m_request.stallTimeout);
}

Exchange::~Exchange()
{
    if (m_reply) {
        m_reply->disconnect(this);
        m_reply->deleteLater();
        if (m_body)
            m_body->setParent(m_reply);
    }
}

void Exchange::connectReply()
{
    const auto alive = [this] {
        if (m_stall.isActive())
            m_stall.start();
    };
    connect(m_reply, &QNetworkReply::uploadProgress, this, [this, alive](qint64 done, qint64 total) {
        alive();
        if (m_request.progress && total > 0)
            m_request.progress(done, total);
    });
    connect(m_reply, &QNetworkReply::readyRead, this, [this, alive] {
        alive();
        readSome();
    });
    connect(m_reply, &QNetworkReply::metaDataChanged, this, [this, alive] {
        alive();
        if (m_reply->header(QNetworkRequest::ContentLengthHeader).toLongLong() > m_request.answerLimit)
            tooLong();
    });
    connect(m_reply, &QNetworkReply::sslErrors, this, [this](const QList<QSslError> &errors) {
        if (!errors.isEmpty())
            m_tlsWhy = errors.first().errorString();
    });
    connect(m_reply, &QNetworkReply::finished, this, &Exchange::finished, Qt::QueuedConnection);
}

void Exchange::readSome()
{
    if (m_tooLong || m_ended.isRaised())
        return;
    m_received += m_reply->readAll();
    if (m_received.size() > m_request.answerLimit)
        tooLong();
}

void Exchange::finished()
{
    readSome();
    if (m_tooLong || m_ended.isRaised())
        return;
    const QNetworkReply::NetworkError code = m_reply->error();
    const Answer got = answer();
    // An error status is an answer, even where Qt calls it an error; and a refusal counts although its text was cut.
    const bool refused = got.status >= 400 && got.status < 500;
    const bool statusOnly = code >= QNetworkReply::ContentAccessDenied;
    if (got.status != 0 && (code == QNetworkReply::NoError || refused || statusOnly))
        return end(got);
    end(errorFrom(Failure{code, m_request.url.host(), m_tlsWhy, requestLeft()}, m_request));
}

void Exchange::breakOff(QNetworkReply::NetworkError code)
{
    if (!m_ended.isRaised())
        end(errorFrom(Failure{code, m_request.url.host(), m_tlsWhy, requestLeft()}, m_request));
}

void Exchange::tooLong()
{
    m_tooLong = true;
    m_received.clear();
    const auto stop = [this] {
        end(badReply(m_request, u"an answer of more than %1 bytes"_s.arg(m_request.answerLimit)));
    };
    QMetaObject::invokeMethod(this, stop, Qt::QueuedConnection);
}

void Exchange::cancel()
{
    breakOff(QNetworkReply::OperationCanceledError);
}

void Exchange::end(Result<Answer> outcome)
{
    if (m_ended.isRaised())
        return;
    m_outcome = std::move(outcome);
    m_whole.stop();
    m_stall.stop();
    if (m_reply) {
        m_reply->disconnect(this);
        if (!m_reply->isFinished())
            m_reply->abort();
    }
    const auto self = shared_from_this(); // whoever waits may hold the only other share
    m_ended.raise();
}

bool Exchange::requestLeft() const
{
    return m_body ? m_body->hasLeft() : true;
}

Answer Exchange::answer() const
{
    Answer got;
    got.status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    got.body = m_received;
    got.contentType = m_reply->rawHeader("Content-Type");
    got.retryAfter = m_reply->rawHeader("Retry-After");
    got.date = m_reply->rawHeader("Date");
    got.location = m_reply->rawHeader("Location");
    const auto pairs = m_reply->rawHeaderPairs();
    for (const auto &[name, value] : pairs)
        got.headers.append({name, value});
    return got;
}

} // namespace parley::platforms::http
