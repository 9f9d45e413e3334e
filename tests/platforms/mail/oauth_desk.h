// SPDX-License-Identifier: GPL-3.0-or-later
// What the tests of mail's OAuth share.
#pragma once

#include "platforms/mail/oauth_settings.h"
#include "sandbox/mail/sign_in_server.h"
#include "support/browser.h"

#include <QTest>

namespace parley::tests {

inline platforms::mail::OAuthClient clientOf(const sandbox::SignInServer &server)
{
    platforms::mail::OAuthClient client;
    client.id = server.options.clientId;
    client.tokenUrl = server.tokenUrl();
    client.pageUrl = server.pageUrl();
    client.scope = QStringLiteral("mail offline_access");
    return client;
}

} // namespace parley::tests
