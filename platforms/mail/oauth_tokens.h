// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/result.h"
#include "models/time.h"
#include "platforms/http/baton.h"
#include "platforms/http/client.h"
#include "platforms/mail/oauth_answer.h"
#include "platforms/mail/oauth_settings.h"

#include <QByteArray>
#include <QCoroTask>

#include <functional>
#include <memory>
#include <vector>

namespace parley::platforms::mail {

/// The access token of an account, renewed by its refresh token (RFC 6749, 6). In memory only. Lives on the engine's
/// thread; stop() and let its waits end before it is destroyed.
class OAuthTokens
{
public:
    struct Secrets {
        QByteArray refresh;
        QByteArray client; ///< empty: the client has none
    };
    /// \param replaced  called with a new refresh token before the access token that came with it is used
    OAuthTokens(OAuthClient client, Secrets secrets, const Clock &clock, std::function<void(QByteArray)> replaced);

    /// One that is good for some minutes yet. Asks for a new one where there is none, where it is about to expire, and
    /// where it is \a refused, which a server said of it. Whoever asks meanwhile gets the same answer.
    QCoro::Task<Result<QByteArray>> token(QByteArray refused);
    /// The one to be kept.
    [[nodiscard]] const QByteArray &refreshToken() const { return m_secrets.refresh; }
    void stop();

private:
    /// One request, and who waits for it.
    struct Renewal {
        Result<QByteArray> outcome;
        std::vector<std::shared_ptr<http::Baton>> waiting;
    };
    QCoro::Task<Result<QByteArray>> renew();
    void take(const Tokens &tokens);

    OAuthClient m_client;
    Secrets m_secrets;
    const Clock &m_clock;
    std::function<void(QByteArray)> m_replaced;
    http::Client m_http;
    QByteArray m_access;
    Timestamp m_renewAt{};
    Timestamp m_expires{};
    std::shared_ptr<Renewal> m_renewal; ///< under way
};

} // namespace parley::platforms::mail
