// SPDX-License-Identifier: GPL-3.0-or-later
// parley-sandbox: the platforms of the tests as a program of its own. README.md tells how to use it.
#include "sandbox/chatwoot/verbs.h"
#include "sandbox/control.h"
#include "sandbox/demo/chatwoot_desk.h"
#include "sandbox/demo/desk.h"
#include "sandbox/demo/ok_desk.h"
#include "sandbox/demo/vk_desk.h"
#include "sandbox/ok/verbs.h"
#include "sandbox/vk/verbs.h"
#include "support/mail_servers.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSaveFile>
#include <QTimer>

#include <atomic>
#include <csignal>
#include <cstdio>

using namespace Qt::Literals::StringLiterals;
using namespace parley::sandbox;
using parley::tests::MailServers;

namespace {

std::atomic<bool> asked_to_end = false;

void onSignal(int /*signal*/)
{
    asked_to_end = true;
}

void print(const QJsonObject &object)
{
    const QByteArray line = QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
    std::fwrite(line.constData(), 1, size_t(line.size()), stdout);
    std::fflush(stdout);
}

int usageError(const QString &what)
{
    std::fprintf(stderr, "parley-sandbox: %s\n", qPrintable(what));
    return 2;
}

/// Whole or not at all, and for this user only: the ready file holds the sandbox's secrets.
bool writeForUs(const QString &path, const QJsonObject &object)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return false;
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    file.write(QJsonDocument(object).toJson());
    return file.commit();
}

QJsonObject telegramAccount(const Telegram &telegram)
{
    return {{u"name"_s, u"Shop bot"_s}, {u"platform"_s, u"telegram"_s}, {u"url"_s, telegram.url()},
        {u"settings"_s, QJsonObject()}, {u"secret"_s, QString::fromLatin1(telegram.token())}};
}

QJsonObject chatwootAccount(const Chatwoot &server)
{
    return {{u"name"_s, u"Website"_s}, {u"platform"_s, u"chatwoot"_s}, {u"url"_s, server.url()},
        {u"settings"_s, QJsonObject()}, {u"secret"_s, QString::fromLatin1(server.token())}};
}

QJsonObject okAccount(const Ok &ok)
{
    const QJsonObject further{{u"application_secret_key"_s, QString::fromLatin1(ok.applicationSecret())},
        {u"manager_token"_s, QString::fromLatin1(ok.managerToken())}};
    return {{u"name"_s, u"Shop group"_s}, {u"platform"_s, u"ok"_s}, {u"url"_s, ok.url()},
        {u"settings"_s, QJsonObject{{u"application_key"_s, QString::fromLatin1(ok.applicationKey())}}},
        {u"secret"_s, QString::fromLatin1(ok.token())}, {u"further_secrets"_s, further}};
}

QJsonObject vkAccount(const Vk &vk)
{
    return {{u"name"_s, u"Shop community"_s}, {u"platform"_s, u"vk"_s}, {u"url"_s, vk.url()},
        {u"settings"_s, QJsonObject{{u"group"_s, QString::number(vk.groupId())}}},
        {u"secret"_s, QString::fromLatin1(vk.token())},
        {u"further_secrets"_s, QJsonObject{{u"user"_s, QString::fromLatin1(vk.userToken())}}}};
}

QJsonObject mailAccount(const MailServers &mail, const QString &user)
{
    QJsonObject settings;
    const QMap<QString, QString> pairs = mail.settingsFor(user, u"tls"_s);
    for (auto it = pairs.begin(); it != pairs.end(); ++it)
        settings.insert(it.key(), *it);
    return {{u"name"_s, u"Support mail"_s}, {u"platform"_s, u"mail"_s}, {u"settings"_s, settings},
        {u"secret"_s, mail.passwordOf(user)}};
}

/// How to connect: the accounts, and their entries for a file of --secrets file:.
QJsonObject invitation(const QJsonArray &accounts, const Control &control)
{
    QJsonObject secrets;
    for (const QJsonValue &account : accounts) {
        const QString key = u"account/"_s + account["name"_L1].toString();
        secrets.insert(key, account["secret"_L1]);
        const QJsonObject further = account["further_secrets"_L1].toObject();
        for (auto it = further.begin(); it != further.end(); ++it)
            secrets.insert(QString(key + u'/' + it.key()), *it);
    }
    return {{u"accounts"_s, accounts}, {u"secrets"_s, secrets}, {u"control"_s, control.url()}};
}

Post postOf(MailServers &mail, const QString &mailbox)
{
    Post post;
    post.mailbox = mailbox;
    post.deliver = [&mail, mailbox](const QByteArray &letter, const QString &folder) {
        if (!mail.deliver(mailbox, letter, folder))
            std::fprintf(stderr, "parley-sandbox: a customer's mail could not be delivered\n");
    };
    post.answers = [&mail] {
        QList<Post::Answer> answers;
        const auto accepted = mail.accepted();
        for (const auto &sent : accepted)
            answers.append({sent.to, sent.content});
        return answers;
    };
    return post;
}

void endWhenAsked(QCoreApplication &application)
{
    std::signal(SIGTERM, onSignal);
    std::signal(SIGINT, onSignal);
    auto *watch = new QTimer(&application); // the portable way to leave a signal handler
    QObject::connect(watch, &QTimer::timeout, &application, [] {
        if (asked_to_end)
            QCoreApplication::quit();
    });
    watch->start(50);
}

int playDemo(QCoreApplication &application, const QCommandLineParser &options)
{
    const QString dir = options.value(u"dir"_s);
    if (dir.isEmpty() || !QDir().mkpath(dir))
        return usageError(u"demo needs --dir DIR, a folder it may write to"_s);
    Telegram telegram;
    Control control(telegram);
    const QString mailbox = u"support@shop.test"_s;
    QString why = u"--no-mail was given"_s;
    std::unique_ptr<MailServers> mail;
    if (!options.isSet(u"no-mail"_s)) {
        MailServers::Options mailOptions;
        mailOptions.users = {mailbox};
        mail = MailServers::start(mailOptions, &why);
    }
    Desk desk(telegram, mail ? postOf(*mail, mailbox) : Post(), options.value(u"seed"_s).toUInt());
    desk.open();
    Ok ok;
    OkDesk okDesk(ok, options.value(u"seed"_s).toUInt());
    okDesk.open();
    addOkVerbs(control, ok);
    Vk vk;
    CommunityDesk vkDesk(vk, options.value(u"seed"_s).toUInt());
    vkDesk.open();
    addVkVerbs(control, vk);
    Chatwoot chatwoot;
    ChatwootDesk website(chatwoot);
    website.open();
    addChatwootVerbs(control, chatwoot);
    const auto sumUp = [&] {
        QJsonObject summary = desk.summary();
        summary.insert(u"ok"_s, okDesk.summary());
        summary.insert(u"vk"_s, vkDesk.summary());
        summary.insert(u"chatwoot"_s, website.summary());
        // Whomever the answer is for: the robot of ./dev run takes the ticket that happens to stand first.
        const int all = summary["answers_received"_L1].toInt() + summary["ok"_L1]["answers_received"_L1].toInt()
            + summary["vk"_L1]["answers_received"_L1].toInt() + summary["vk"_L1]["public_answers"_L1].toInt()
            + summary["chatwoot"_L1]["answers"_L1].toInt();
        summary.insert(u"answers_received"_s, all);
        return summary;
    };
    control.add(u"summary"_s, [&](const QJsonObject &) { return sumUp(); });
    control.add(u"quit"_s, [&](const QJsonObject &) {
        asked_to_end = true;
        return sumUp();
    });
    if (!control.listen(options.value(u"control-port"_s).toUShort()))
        return usageError(u"the control port is taken"_s);
    QJsonArray accounts{telegramAccount(telegram)};
    if (mail)
        accounts.append(mailAccount(*mail, mailbox));
    accounts.append(okAccount(ok));
    accounts.append(vkAccount(vk));
    accounts.append(chatwootAccount(chatwoot));
    QJsonObject ready = invitation(accounts, control);
    if (!mail)
        ready.insert(u"mail_missing"_s, why);
    if (options.isSet(u"ready-file"_s) && !writeForUs(options.value(u"ready-file"_s), ready))
        return usageError(u"the ready file cannot be written: "_s + options.value(u"ready-file"_s));
    print(ready);

    const double speed = qBound(0.1, options.value(u"speed"_s).toDouble(), 1000.0);
    QElapsedTimer sinceOpen;
    sinceOpen.start();
    QTimer ticker;
    const auto tick = [&] {
        const qint64 ms = qint64(double(sinceOpen.elapsed()) * speed);
        desk.tick(ms);
        okDesk.tick(ms);
        vkDesk.tick(ms);
        website.tick(ms);
    };
    QObject::connect(&ticker, &QTimer::timeout, &application, tick);
    ticker.start(250);
    const int code = QCoreApplication::exec();
    tick(); // what arrived in the last quarter second counts too
    const QJsonObject summary = sumUp();
    print(summary);
    return writeForUs(QDir(dir).filePath(u"summary.json"_s), summary) ? code : 1;
}

int playTelegram(const QCommandLineParser &options)
{
    Telegram telegram(options.value(u"port"_s).toUShort());
    Control control(telegram);
    control.add(u"quit"_s, [](const QJsonObject &) {
        asked_to_end = true;
        return QJsonObject();
    });
    if (!control.listen(options.value(u"control-port"_s).toUShort()))
        return usageError(u"the control port is taken"_s);
    const QJsonObject ready = invitation({telegramAccount(telegram)}, control);
    if (options.isSet(u"ready-file"_s) && !writeForUs(options.value(u"ready-file"_s), ready))
        return usageError(u"the ready file cannot be written: "_s + options.value(u"ready-file"_s));
    print(ready);
    return QCoreApplication::exec();
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.setApplicationDescription(u"Plays the platforms that Parley talks to, on loopback."_s);
    parser.addHelpOption();
    parser.addPositionalArgument(u"what"_s, u"telegram: an empty server; demo: a living desk"_s, u"telegram | demo"_s);
    parser.addOptions(
        {{u"dir"_s, u"where the demo leaves summary.json; its mail lies in a temporary folder"_s, u"DIR"_s},
            {u"ready-file"_s, u"written when everything listens: how to connect, as JSON"_s, u"FILE"_s},
            {u"seed"_s, u"another number, another desk"_s, u"N"_s, u"1"_s},
            {u"speed"_s, u"how many seconds pass in one (demo)"_s, u"FACTOR"_s, u"1"_s},
            {u"no-mail"_s, u"without mail servers (demo)"_s},
            {u"port"_s, u"of the Bot API; 0: a free one"_s, u"PORT"_s, u"0"_s},
            {u"control-port"_s, u"of the control side; 0: a free one"_s, u"PORT"_s, u"0"_s}});
    parser.process(application);
    endWhenAsked(application);
    const QString what = parser.positionalArguments().value(0);
    if (what == "demo"_L1)
        return playDemo(application, parser);
    if (what == "telegram"_L1)
        return playTelegram(parser);
    return usageError(u"say what to play: telegram or demo (see --help)"_s);
}
