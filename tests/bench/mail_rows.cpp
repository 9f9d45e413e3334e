// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/measures.h"
#include "bench/text_source.h"
#include "support/mail_servers.h"

#include <QDateTime>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <cstdio>
#include <random>

namespace parley::bench {

namespace {

constexpr int kGiveUpMs = 600'000;
constexpr double kGoal = 0.2; // of the time that mbsync + notmuch need: 5 × faster; DESIGN section 6
const QString kUser = QStringLiteral("support@shop.test");

QByteArray mail(TextSource &text, std::mt19937 &random, int number)
{
    const TextSource::Language language = text.language();
    const QByteArray subject = text.sentenceOf(language, 5).toUtf8().toBase64();
    const unsigned customer = random() % 4000;
    const QString date =
        QDateTime::fromMSecsSinceEpoch(1'790'000'000'000 + number * 60'000LL).toUTC().toString(Qt::RFC2822Date);
    QByteArray mail;
    mail += "From: =?utf-8?B?" + text.name(language).toUtf8().toBase64() + "?= <c" + QByteArray::number(customer)
        + "@example.test>\n";
    mail += "To: " + kUser.toUtf8() + "\nSubject: =?utf-8?B?" + subject + "?=\nDate: " + date.toUtf8() + '\n';
    mail += "Message-ID: <bench-" + QByteArray::number(number) + "@example.test>\n";
    if (number % 3 != 0)
        mail += "In-Reply-To: <bench-" + QByteArray::number(number - 1) + "@example.test>\nReferences: <bench-"
            + QByteArray::number(number - number % 3) + "@example.test>\n";
    mail += "MIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n";
    for (int paragraph = 0; paragraph < 6; ++paragraph)
        mail += text.message(language).toUtf8() + "\n\n";
    return mail;
}

/// \return seconds; negative when the program failed
double timed(
    const QString &program, const QStringList &arguments, const QByteArray &input = {}, const QString &workFolder = {})
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    if (!workFolder.isEmpty()) {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("NOTMUCH_CONFIG"), workFolder + QStringLiteral("/notmuch-config"));
        environment.insert(QStringLiteral("HOME"), workFolder);
        process.setProcessEnvironment(environment);
    }
    QElapsedTimer timer;
    timer.start();
    process.start(program, arguments);
    process.write(input);
    process.closeWriteChannel();
    const bool ended = process.waitForFinished(kGiveUpMs);
    const double seconds = static_cast<double>(timer.nsecsElapsed()) / 1e9;
    if (ended && process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0)
        return seconds;
    std::fputs(process.readAll().constData(), stderr);
    return -1;
}

bool writeFile(const QString &path, const QByteArray &content)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size()
        && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
}

/// mbsync pulls all mails into a Maildir, notmuch indexes them: the fastest that people put together themselves.
double peers(const tests::MailServers &servers)
{
    const QString mbsync = QStandardPaths::findExecutable(QStringLiteral("mbsync"));
    const QString notmuch = QStandardPaths::findExecutable(QStringLiteral("notmuch"));
    if (mbsync.isEmpty() || notmuch.isEmpty())
        return 0;
    QTemporaryDir place;
    const QString folder = place.path();
    QDir(folder).mkpath(QStringLiteral("mail"));
    const QByteArray config = "IMAPAccount a\nHost localhost\nPort " + QByteArray::number(servers.imapsPort())
        + "\nUser " + kUser.toUtf8() + "\nPassCmd \"cat " + folder.toUtf8()
        + "/password\"\nSSLType IMAPS\nCertificateFile " + servers.caFile().toUtf8()
        + "\n\nIMAPStore far\nAccount a\n\nMaildirStore near\nPath " + folder.toUtf8() + "/mail/\nInbox "
        + folder.toUtf8()
        + "/mail/INBOX\nSubFolders Verbatim\n\nChannel c\nFar :far:\nNear :near:\nPatterns INBOX\nCreate Near\nSync "
          "Pull\nSyncState *\n";
    const QByteArray notmuchConfig = "[database]\npath=" + folder.toUtf8()
        + "/mail\n[user]\nname=Bench\nprimary_email=" + kUser.toUtf8() + "\n[new]\ntags=new\n";
    // The test servers' passwords hold quotes and spaces, which mbsync's file cannot.
    if (!writeFile(folder + QStringLiteral("/password"), servers.passwordOf(kUser).toUtf8())
        || !writeFile(folder + QStringLiteral("/mbsyncrc"), config)
        || !writeFile(folder + QStringLiteral("/notmuch-config"), notmuchConfig))
        return 0;
    const double pulled = timed(mbsync,
        {QStringLiteral("-q"), QStringLiteral("-c"), folder + QStringLiteral("/mbsyncrc"), QStringLiteral("c")}, {},
        folder);
    const double indexed = pulled < 0 ? -1 : timed(notmuch, {QStringLiteral("new")}, {}, folder);
    return indexed < 0 ? 0 : pulled + indexed;
}

double ours(const tests::MailServers &servers)
{
    QTemporaryDir place;
    const QString secrets = place.filePath(QStringLiteral("secrets.json"));
    if (!writeFile(secrets, "{}"))
        return -1;
    const QStringList profile{QStringLiteral("--data-dir"), place.filePath(QStringLiteral("data")),
        QStringLiteral("--secrets"), QStringLiteral("file:") + secrets};
    QStringList add = profile
        + QStringList{QStringLiteral("account"), QStringLiteral("add"), QStringLiteral("mail"),
            QStringLiteral("--name"), QStringLiteral("Mail")};
    const QMap<QString, QString> settings = servers.settingsFor(kUser, QStringLiteral("tls"));
    for (auto setting = settings.cbegin(); setting != settings.cend(); ++setting)
        add << QStringLiteral("--set") << setting.key() + u'=' + setting.value();
    const QString program = QStringLiteral(PARLEY_PROGRAM);
    if (timed(program, add, servers.passwordOf(kUser).toUtf8() + '\n') < 0)
        return -1;
    return timed(program, profile + QStringList{QStringLiteral("sync"), QStringLiteral("--once")});
}

} // namespace

QList<Row> mailRows(const QString &folder, int mails)
{
    QString why;
    tests::MailServers::Options options;
    options.users = {kUser};
    Q_UNUSED(folder)
    const auto servers = tests::MailServers::start(options, &why);
    if (!servers) {
        std::fprintf(stderr, "No mail rows: %s\n", qUtf8Printable(why));
        return {};
    }
    TextSource text(21);
    std::mt19937 random(21);
    for (int number = 0; number < mails; ++number) {
        if (!servers->deliver(kUser, mail(text, random, number)))
            return {};
    }
    // The server reads the mailbox once before anybody is measured: it builds its own index then.
    (void)peers(*servers);
    const double seconds = ours(*servers);
    const double theirs = peers(*servers);
    if (seconds < 0)
        return {};
    Row row{QStringLiteral("%1 mails from the server until searchable").arg(mails), seconds, QStringLiteral("s"),
        theirs > 0 ? QStringLiteral("mbsync + notmuch") : QString(), theirs, QStringLiteral("≤ 0.2 ×"), {}};
    if (theirs > 0)
        row.reached = ratioOf(row) <= kGoal;
    return {row};
}

} // namespace parley::bench
