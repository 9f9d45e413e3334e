// SPDX-License-Identifier: GPL-3.0-or-later
#include "platforms/ok/errors.h"
#include "platforms/ok/info.h"
#include "platforms/ok/samples.h"
#include "platforms/ok/signature.h"
#include "support/print.h"

#include <QJsonArray>
#include <QMap>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace parley;
using namespace parley::platforms;
using namespace parley::platforms::ok;

namespace {

QJsonValue body(int code, const QString &text = u"X : why"_s)
{
    return QJsonObject{{u"error_code"_s, code}, {u"error_msg"_s, text}, {u"error_data"_s, QJsonValue::Null}};
}

Error error(int code, Purpose purpose)
{
    http::Request request;
    request.label = u"send"_s;
    request.isSend = purpose == Purpose::Send;
    return errorFrom({code, u"X : why"_s}, request, purpose);
}

} // namespace

TEST_CASE("A call is signed as the platform's rule says, Cyrillic as UTF-8")
{
    const QMap<QString, QString> parameters{{u"application_key"_s, u"CBAAPPKEY"_s}, {u"category"_s, u"GROUP"_s},
        {u"comment"_s, u"Проверка"_s}, {u"format"_s, u"json"_s}, {u"method"_s, u"discussions.getList"_s}};
    const QByteArray secret = sessionSecret("tkn1access", "appsecret");
    CHECK(secret == "5b1a9321f2401ea893eb6e5c29599bd9");
    CHECK(signatureOf(parameters, secret) == "3247b8fc95b33eae81197be6545c2769");
    QMap<QString, QString> more = parameters;
    more.insert(u"access_token"_s, u"tkn1access"_s);
    more.insert(u"session_key"_s, u"x"_s);
    more.insert(u"sig"_s, u"y"_s);
    CHECK(signatureOf(more, secret) == signatureOf(parameters, secret));
}

TEST_CASE("The signature is the one in the fact sheet's vector")
{
    const QByteArray bytes = tests::okFact(u"sample-signature.json"_s);
    SKIP_WITHOUT_FACTS(bytes);
    const QJsonObject vector = QJsonDocument::fromJson(bytes).object();
    QMap<QString, QString> parameters;
    const QJsonObject given = vector["params"_L1].toObject();
    for (auto it = given.begin(); it != given.end(); ++it)
        parameters.insert(it.key(), it->toString());
    const QByteArray secret = sessionSecret(
        vector["access_token"_L1].toString().toUtf8(), vector["application_secret_key"_L1].toString().toUtf8());
    CHECK(secret == vector["session_secret_key"_L1].toString().toLatin1());
    CHECK(signatureOf(parameters, secret) == vector["sig"_L1].toString().toLatin1());
}

TEST_CASE("A refusal is known by its body or by its header, and everything else is none")
{
    REQUIRE(refusalIn(body(102), {}).has_value());
    CHECK(refusalIn(body(102), {})->code == 102);
    CHECK(refusalIn(QJsonValue(), "103")->code == 103);
    CHECK(refusalIn(QJsonObject{{u"error_code"_s, u"odd"_s}}, {})->code == 1);
    CHECK(!refusalIn(QJsonObject{{u"chats"_s, QJsonArray()}}, {}).has_value());
    CHECK(!refusalIn(QJsonValue(QJsonValue::Null), {}).has_value());
}

TEST_CASE("Every documented error is mapped, and says in words what happened")
{
    const QByteArray bytes = tests::okFact(u"errors.json"_s);
    SKIP_WITHOUT_FACTS(bytes);
    const QJsonArray errors = QJsonDocument::fromJson(bytes).object()["errors"_L1].toArray();
    REQUIRE(errors.size() > 20);
    for (const QJsonValue &known : errors) {
        const int code = known["code"_L1].toInt();
        for (const Purpose purpose : {Purpose::Read, Purpose::Send, Purpose::Comments}) {
            const Error mapped = error(code, purpose);
            INFO(code);
            CHECK(!mapped.words.isEmpty());
            CHECK(!mapped.words.contains(u"why"_s)); // words of our own, not the platform's
        }
    }
}

TEST_CASE("Errors become what sync acts on")
{
    struct Row {
        int code;
        ErrorKind kind;
        bool mayHaveArrived = false;
    };
    for (const Row &row : {Row{1, ErrorKind::BadReply, true}, Row{2, ErrorKind::BadReply, true},
             Row{3, ErrorKind::Rejected}, Row{4, ErrorKind::Rejected}, Row{7, ErrorKind::Forbidden},
             Row{8, ErrorKind::RateLimited}, Row{9, ErrorKind::RateLimited}, Row{10, ErrorKind::Forbidden},
             Row{11, ErrorKind::RateLimited}, Row{26, ErrorKind::RateLimited}, Row{50, ErrorKind::Forbidden},
             Row{100, ErrorKind::Rejected}, Row{101, ErrorKind::Unauthorized}, Row{102, ErrorKind::Unauthorized},
             Row{103, ErrorKind::Unauthorized}, Row{104, ErrorKind::Rejected}, Row{106, ErrorKind::Rejected},
             Row{140, ErrorKind::NotFound}, Row{9999, ErrorKind::BadReply, true}, Row{451, ErrorKind::Rejected}}) {
        INFO(row.code);
        CHECK(error(row.code, Purpose::Send).kind == row.kind);
        CHECK(error(row.code, Purpose::Send).mayHaveArrived == row.mayHaveArrived);
        CHECK(!error(row.code, Purpose::Read).mayHaveArrived);
    }
    CHECK(error(8, Purpose::Send).retryAfter >= 60s);
    CHECK(error(9, Purpose::Read).kind == ErrorKind::Forbidden);
}

TEST_CASE("An account's settings are checked, and the mend is named")
{
    const Entry entry = ok::entry();
    Account account;
    const auto empty = entry.validate(account);
    REQUIRE(empty.ok());
    CHECK(empty->settings.value(u"write_comments"_s) == u"no"_s);
    account.settings = {{u"group"_s, u" group:53 "_s}};
    REQUIRE(entry.validate(account).ok());
    CHECK(entry.validate(account)->settings.value(u"group"_s) == u"53"_s);
    for (const QMap<QString, QString> &wrong : {QMap<QString, QString>{{u"group"_s, u"my shop"_s}},
             QMap<QString, QString>{{u"grup"_s, u"53"_s}}, QMap<QString, QString>{{u"write_comments"_s, u"yes"_s}}}) {
        account.settings = wrong;
        const auto refused = entry.validate(account);
        REQUIRE(!refused.ok());
        CHECK(!refused.error().words.isEmpty());
    }
    account.settings.clear();
    account.url = u"http://ok.example"_s;
    CHECK(!entry.validate(account).ok());
    account.url = u"https://ok.example/"_s;
    REQUIRE(entry.validate(account).ok());
    CHECK(entry.validate(account)->url == u"https://ok.example"_s);
    CHECK(entry.info.furtherSecrets.size() == 2);
}
