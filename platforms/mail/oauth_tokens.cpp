// SPDX-License-Identifier: GPL-3.0-or-later
#include "platforms/mail/oauth_tokens.h"

#include <algorithm>
#include <utility>

using namespace std::chrono_literals;

namespace parley::platforms::mail {

namespace {

constexpr std::chrono::seconds kMargin = 300s; // that a token is renewed before it ends
constexpr std::chrono::seconds kShortest = 30s; // not oftener, whatever expires_in says
constexpr std::chrono::seconds kNextTry = 60s; // after a renewal in good time failed and the old one still holds

} // namespace

OAuthTokens::OAuthTokens(
    OAuthClient client, Secrets secrets, const Clock &clock, std::function<void(QByteArray)> replaced)
    : m_client(std::move(client))
    , m_secrets(std::move(secrets))
    , m_clock(clock)
    , m_replaced(std::move(replaced))
    , m_http(clock, {m_secrets.refresh, m_secrets.client})
{
}

void OAuthTokens::stop()
{
    m_http.stop();
}

QCoro::Task<Result<QByteArray>> OAuthTokens::token(QByteArray refused)
{
    const bool usable = !m_access.isEmpty() && m_access != refused;
    const QByteArray current = m_access; // GCC 12 moves a member out when it is co_returned
    if (usable && m_clock.now() < m_renewAt)
        co_return current;
    if (m_renewal) {
        const auto renewal = m_renewal;
        const auto baton = std::make_shared<http::Baton>();
        renewal->waiting.push_back(baton);
        co_await baton->raised();
        co_return renewal->outcome;
    }
    const auto renewal = std::make_shared<Renewal>();
    m_renewal = renewal;
    Result<QByteArray> outcome = co_await renew();
    if (!outcome && outcome.error().isRetryable() && usable && m_clock.now() < m_expires) {
        m_renewAt = m_clock.now() + kNextTry;
        outcome = current;
    }
    m_renewal.reset();
    renewal->outcome = outcome;
    // Those that waited may let go of this object.
    for (const auto &baton : std::exchange(renewal->waiting, {}))
        baton->raise();
    co_return outcome;
}

QCoro::Task<Result<QByteArray>> OAuthTokens::renew()
{
    FormFields fields{
        {"grant_type", "refresh_token"}, {"refresh_token", m_secrets.refresh}, {"client_id", m_client.id.toUtf8()}};
    if (!m_secrets.client.isEmpty())
        fields.append({"client_secret", m_secrets.client});
    if (m_client.renewsWithScope)
        fields.append({"scope", m_client.scope.toUtf8()});
    const auto request = tokenRequest(m_client.tokenUrl, fields);
    const Result<http::Answer> answer = co_await m_http.send(request);
    if (!answer) {
        Error error = answer.error();
        error.mayHaveArrived = false; // no mail was on its way
        co_return error;
    }
    const auto tokens = tokensFrom(*answer, request, m_clock);
    if (!tokens)
        co_return tokens.error();
    take(*tokens);
    const QByteArray fresh = tokens->access;
    co_return fresh;
}

void OAuthTokens::take(const Tokens &tokens)
{
    if (!tokens.refresh.isEmpty() && tokens.refresh != m_secrets.refresh) {
        m_secrets.refresh = tokens.refresh;
        if (m_replaced)
            m_replaced(tokens.refresh);
    }
    m_access = tokens.access;
    m_expires = m_clock.now() + tokens.lasts;
    m_renewAt = m_clock.now() + std::max(tokens.lasts - std::min(kMargin, tokens.lasts / 2), kShortest);
}

} // namespace parley::platforms::mail
