// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/time.h"
#include "platforms/http/baton.h"
#include "platforms/http/client.h"
#include "platforms/http/pauses.h"
#include "platforms/mail/oauth_door.h"
#include "platforms/mail/oauth_settings.h"
#include "platforms/platform.h"

#include <QByteArray>
#include <QString>

#include <chrono>
#include <memory>

namespace parley::platforms::mail {

/// Gets a refresh token: the person signs in in the browser, which comes back with a code that only we can redeem
/// (authorization code with PKCE, RFC 7636, over a loopback redirect, RFC 8252).
class OAuthSignIn final : public BrowserSignIn
{
public:
    struct Asked {
        OAuthClient client;
        QByteArray clientSecret; ///< empty: the client has none
        QString user; ///< whom the page should offer to sign in
        std::chrono::milliseconds patience = std::chrono::minutes(10);
    };
    OAuthSignIn(Asked asked, const Clock &clock);
    ~OAuthSignIn() override;

    Result<QUrl> begin() override;
    QCoro::Task<Result<QByteArray>> secret() override;
    void stop() override;

private:
    [[nodiscard]] QUrl page() const;
    QCoro::Task<Result<QByteArray>> redeem(QByteArray code);
    QCoro::Task<> giveUpLater();

    Asked m_asked;
    const Clock &m_clock;
    http::Client m_http;
    QByteArray m_state;
    QByteArray m_verifier;
    QString m_redirect;
    OAuthDoor m_door;
    http::Pauses m_patience;
    std::shared_ptr<http::Baton> m_over = std::make_shared<http::Baton>();
    OAuthDoor::Return m_back;
    bool m_stopped = false;
};

} // namespace parley::platforms::mail
