// SPDX-License-Identifier: GPL-3.0-or-later
// What is made of a token endpoint's answers, and of the settings.
#include "platforms/mail/mail_settings.h"
#include "platforms/mail/oauth_answer.h"
#include "platforms/mail/oauth_settings.h"
#include "support/hand_clock.h"
#include "support/print.h"

#include <catch2/catch_test_macros.hpp>

using namespace parley;
using namespace parley::tests;
using namespace parley::platforms;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

Result<mail::Tokens> read(int status, const QByteArray &body, const QByteArray &retryAfter = {})
{
    http::Answer answer;
    answer.status = status;
    answer.body = body;
    answer.retryAfter = retryAfter;
    const auto request = mail::tokenRequest(QUrl(u"https://login.example.com/token"_s), {});
    return mail::tokensFrom(answer, request, HandClock());
}

Account account(const QMap<QString, QString> &settings)
{
    Account account;
    account.name = u"Shop"_s;
    account.settings = {{u"imap"_s, u"mail.example.com"_s}, {u"smtp"_s, u"mail.example.com"_s},
        {u"user"_s, u"support@example.com"_s}, {u"auth"_s, u"xoauth2"_s}};
    for (auto it = settings.cbegin(); it != settings.cend(); ++it)
        account.settings[it.key()] = it.value();
    return account;
}

} // namespace

TEST_CASE("An answer with tokens is understood, with all that the standard leaves open")
{
    const auto full =
        read(200, R"({"access_token":"at","token_type":"bearer","expires_in":3599,"refresh_token":"rt","scope":"x"})");
    REQUIRE(full.ok());
    CHECK(full->access == "at");
    CHECK(full->refresh == "rt");
    CHECK(full->lasts == 3599s);
    const auto least = read(200, R"({"access_token":"at"})");
    REQUIRE(least.ok());
    CHECK(least->refresh.isEmpty());
    CHECK(least->lasts > 0s);
    CHECK(read(200, R"({"access_token":"at","expires_in":"1200"})")->lasts == 1200s);
    CHECK(read(200, R"({"access_token":"at","expires_in":-5})")->lasts == 0s);
    CHECK(read(200, R"({"access_token":"at","expires_in":1e300})")->lasts <= 31 * 24h);
}

TEST_CASE("An answer without a usable token is an error in words that hold nothing of it")
{
    const QList<QByteArray> answers{"", "<html>Sign in to the hotel's network</html>", R"({"access_token":"secr)", "[]",
        R"({"token_type":"Bearer"})", R"({"access_token":""})", R"({"access_token":17})",
        R"({"access_token":"secret","token_type":"mac"})", R"({"access_token":"secret\r\nA1 LOGOUT"})",
        R"({"access_token":"secret\u0001auth=Bearer x"})", R"({"access_token":"secret","refresh_token":"two words"})"};
    for (const auto &answer : answers) {
        INFO(answer.toStdString());
        const auto tokens = read(200, answer);
        REQUIRE_FALSE(tokens.ok());
        CHECK(tokens.error().kind == ErrorKind::BadReply);
        CHECK_FALSE(tokens.error().mayHaveArrived);
        CHECK(tokens.error().words.contains(u"login.example.com"_s));
        CHECK_FALSE(QString(tokens.error().words + tokens.error().detail).contains(u"secret"_s));
    }
}

TEST_CASE("Each refusal of a renewal says what the agent has to do")
{
    const auto refused = [](int status, const QByteArray &code, const QByteArray &why = "secret-token") {
        const auto tokens = read(status, R"({"error":")" + code + R"(","error_description":")" + why + R"( is bad"})");
        REQUIRE_FALSE(tokens.ok());
        CHECK_FALSE(QString(tokens.error().words + tokens.error().detail).contains(u"secret-token"_s));
        CHECK_FALSE(tokens.error().mayHaveArrived);
        return tokens.error();
    };
    const auto over = refused(400, "invalid_grant");
    CHECK(over.kind == ErrorKind::Unauthorized);
    CHECK(over.words.contains(u"Sign in again"_s));
    CHECK(over.words.contains(u"invalid_grant"_s));
    CHECK(refused(200, "invalid_grant").kind == ErrorKind::Unauthorized);
    CHECK(refused(400, "interaction_required").words.contains(u"Sign in again"_s));
    const auto numbered = refused(400, "invalid_grant", "AADSTS50173: The grant secret-token");
    CHECK(numbered.words.contains(u"AADSTS50173"_s));
    const auto client = refused(401, "invalid_client");
    CHECK(client.kind == ErrorKind::Unauthorized);
    CHECK(client.words.contains(u"client_id"_s));
    CHECK(refused(400, "invalid_scope").words.contains(u"scope="_s));
    CHECK(refused(400, "Secret-Token!").kind == ErrorKind::Unauthorized);
    CHECK(read(404, "not here").error().words.contains(u"token_url"_s));
}

TEST_CASE("What passes by itself is retried like any outage")
{
    CHECK(read(503, R"({"error":"temporarily_unavailable"})").error().kind == ErrorKind::BadReply);
    CHECK(read(400, R"({"error":"temporarily_unavailable"})").error().kind == ErrorKind::BadReply);
    CHECK(read(500, "<html>oops</html>").error().kind == ErrorKind::BadReply);
    CHECK(read(302, "").error().kind == ErrorKind::BadReply);
    CHECK(read(408, "").error().kind == ErrorKind::TimedOut);
    const auto slow = read(429, "{}", "17");
    CHECK(slow.error().kind == ErrorKind::RateLimited);
    CHECK(slow.error().retryAfter == 17s);
    for (const auto &error : {slow.error(), read(500, "").error()}) {
        CHECK(error.isRetryable());
        CHECK_FALSE(error.mayHaveArrived);
        CHECK(error.words.contains(u"login.example.com"_s));
    }
}

TEST_CASE("A form's fields survive whatever characters they have")
{
    CHECK(
        mail::formEncoded({{"a", "1+2=3&b"}, {"scope", "x y"}, {"n", "ä"}}) == "a=1%2B2%3D3%26b&scope=x%20y&n=%C3%A4");
}

TEST_CASE("Of Google and Microsoft only the client's id has to be given")
{
    const auto google = mail::settingsOf(account({{u"imap"_s, u"imap.gmail.com:993"_s}, {u"client_id"_s, u"me"_s}}));
    REQUIRE(google.ok());
    CHECK(google->client.tokenUrl == QUrl(u"https://oauth2.googleapis.com/token"_s));
    CHECK(google->client.pageUrl.host() == u"accounts.google.com"_s);
    CHECK(google->client.scope == u"https://mail.google.com/"_s);
    const auto microsoft =
        mail::settingsOf(account({{u"imap"_s, u"Outlook.Office365.com"_s}, {u"client_id"_s, u"me"_s}}));
    REQUIRE(microsoft.ok());
    CHECK(microsoft->client.tokenUrl == QUrl(u"https://login.microsoftonline.com/common/oauth2/v2.0/token"_s));
    CHECK(microsoft->client.scope.contains(u"offline_access"_s));
    const auto tenant = mail::settingsOf(account({{u"imap"_s, u"outlook.office365.com"_s}, {u"client_id"_s, u"me"_s},
        {u"token_url"_s, u"https://login.microsoftonline.com/shop.test/oauth2/v2.0/token"_s}}));
    REQUIRE(tenant.ok());
    CHECK(tenant->client.tokenUrl.path().startsWith(u"/shop.test/"_s));
}

TEST_CASE("Well-known ports tell how they are encrypted, since Microsoft's two servers differ")
{
    const auto settings = mail::settingsOf(account({{u"imap"_s, u"outlook.office365.com:993"_s},
        {u"smtp"_s, u"smtp.office365.com:587"_s}, {u"client_id"_s, u"me"_s}}));
    REQUIRE(settings.ok());
    CHECK(settings->imap.security == mail::Security::Tls);
    CHECK(settings->smtp.security == mail::Security::StartTls);
    const auto other = mail::settingsOf(account({{u"imap"_s, u"a.test:5000"_s}, {u"smtp"_s, u"a.test:465"_s},
        {u"security"_s, u"starttls"_s}, {u"auth"_s, u"password"_s}}));
    REQUIRE(other.ok());
    CHECK(other->imap.security == mail::Security::StartTls);
    CHECK(other->smtp.security == mail::Security::Tls);
}

TEST_CASE("Settings for xoauth2 that cannot work, or would give a secret away, are refused with the mend")
{
    const auto words = [](const QMap<QString, QString> &settings) {
        const auto checked = mail::validated(account(settings));
        return checked ? QString() : checked.error().words;
    };
    const QString url = u"https://login.example.com/token"_s;
    CHECK(words({{u"client_id"_s, u"me"_s}, {u"token_url"_s, url}}).isEmpty());
    CHECK(words({{u"token_url"_s, url}}).contains(u"client_id="_s));
    CHECK(words({{u"client_id"_s, u"me"_s}}).contains(u"token_url="_s));
    CHECK(words({{u"client_id"_s, u"me"_s}, {u"token_url"_s, u"login.example.com"_s}}).contains(u"token_url="_s));
    CHECK(
        words({{u"client_id"_s, u"me"_s}, {u"token_url"_s, u"http://login.example.com/token"_s}}).contains(u"https"_s));
    const auto withPassword = words({{u"client_id"_s, u"me"_s}, {u"token_url"_s, u"https://a:hunter2@b.test/"_s}});
    CHECK(withPassword.contains(u"token_url="_s));
    CHECK_FALSE(withPassword.contains(u"hunter2"_s));
    CHECK(words({{u"client_id"_s, u"me"_s}, {u"token_url"_s, url}, {u"client_secret"_s, u"x"_s}})
            .contains(u"--further-secret client_secret"_s));
    CHECK(words({{u"auth"_s, u"password"_s}, {u"client_id"_s, u"me"_s}}).contains(u"auth=xoauth2"_s));
}
