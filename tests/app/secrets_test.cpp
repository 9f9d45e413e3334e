// SPDX-License-Identifier: GPL-3.0-or-later
// Accounts with more than one secret, from outside.
#include "app/program.h"

#include "sandbox/vk.h"
#include "support/print.h"

#include <catch2/catch_test_macros.hpp>

#include <QFile>
#include <QJsonArray>

using namespace parley::tests;
using namespace parley::sandbox;
using namespace Qt::StringLiterals;

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

} // namespace

TEST_CASE("Further secrets come line by line, are kept beside the first, and go with the account")
{
    Vk vk;
    const Program program;
    const QStringList add{u"account"_s, u"add"_s, u"vk"_s, u"--name"_s, u"Club"_s, u"--url"_s, vk.url(), u"--set"_s,
        u"group=%1"_s.arg(vk.groupId())};
    const QStringList withUser = add + QStringList{u"--further-secret"_s, u"user"_s};

    const auto missing = program.run(withUser, vk.token() + '\n');
    CHECK(missing.exit == 2);
    CHECK(missing.err.contains(u"--further-secret user"));
    const auto unknown = program.run(add + QStringList{u"--further-secret"_s, u"usr"_s}, vk.token() + "\nx\n");
    CHECK(unknown.exit == 2);
    CHECK(unknown.err.contains(u"user"));
    CHECK(program.json({u"account"_s, u"list"_s}).out.isEmpty());

    const auto added = program.json(withUser, vk.token() + '\n' + vk.userToken() + '\n');
    INFO(added.err.toStdString());
    REQUIRE(added.exit == 0);
    CHECK(contentOf(program.secretsPath()).contains("account/Club/user"));
    const auto doctor = program.json({u"doctor"_s});
    INFO(doctor.err.toStdString());
    const QJsonObject account = doctor.object().value(u"accounts").toArray()[0].toObject();
    CHECK(account.value(u"further_secrets").toArray() == QJsonArray{u"user"_s});
    CHECK(account.value(u"reachable").toBool());

    REQUIRE(program.run({u"account"_s, u"remove"_s, u"Club"_s}).exit == 0);
    CHECK_FALSE(contentOf(program.secretsPath()).contains("account/Club"));

    // One is enough where the other is optional.
    const auto alone = program.json(add, vk.token() + '\n');
    INFO(alone.err.toStdString());
    CHECK(alone.exit == 0);
}
