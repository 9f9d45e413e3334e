// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/mail_servers.h"

#include "support/dovecot_config.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDateTime>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMessageAuthenticationCode>
#include <QRandomGenerator>
#include <QTcpServer>
#include <QTcpSocket>

#include <csignal>
#include <grp.h>
#include <pwd.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace parley::tests {

namespace {

constexpr int kStartTimeout = 120'000; // ms; a loaded machine under sanitizers
constexpr uint kMailUid = 5000; // whom root's Dovecot stores mails as; needs no account

// The child is told to end when the thread that started it ends, however that happens.
void endWithParent(QProcess &process)
{
    process.setChildProcessModifier([] { prctl(PR_SET_PDEATHSIG, SIGTERM); });
}

void endProcess(QProcess &process)
{
    if (process.state() == QProcess::NotRunning)
        return;
    process.closeWriteChannel();
    process.terminate();
    if (!process.waitForFinished(5000)) {
        process.kill();
        process.waitForFinished(5000);
    }
}

QList<quint16> freePorts(int count)
{
    std::vector<std::unique_ptr<QTcpServer>> held; // all at once, so that they differ
    QList<quint16> ports;
    for (int i = 0; i < count; ++i) {
        held.push_back(std::make_unique<QTcpServer>());
        if (held.back()->listen(QHostAddress::LocalHost, 0))
            ports << held.back()->serverPort();
    }
    return ports;
}

bool answers(quint16 port, const QProcess &server)
{
    QElapsedTimer timer;
    timer.start();
    while (timer.elapsed() < kStartTimeout && server.state() != QProcess::NotRunning) {
        QTcpSocket socket;
        socket.connectToHost(QHostAddress(QHostAddress::LocalHost), port);
        if (socket.waitForConnected(500) && socket.waitForReadyRead(2000))
            return true;
        usleep(20'000); // the server gives no sign of being ready but its port
    }
    return false;
}

bool writeFile(const QString &path, const QByteArray &content, QFile::Permissions permissions = {})
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        return false;
    return !permissions || file.setPermissions(permissions);
}

QByteArray readFile(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool openssl(const QString &folder, const QString &arguments, QString *why)
{
    QProcess process;
    process.setWorkingDirectory(folder);
    process.start(u"openssl"_s, arguments.split(u' '));
    if (process.waitForFinished(kStartTimeout) && process.exitCode() == 0)
        return true;
    *why = u"openssl failed: "_s + QString::fromUtf8(process.readAllStandardError());
    return false;
}

QByteArray base64Url(const QByteArray &bytes)
{
    return bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

// A signed token (RFC 7519) that Dovecot checks by itself, without asking an authority.
QByteArray tokenFor(const QString &user, const QByteArray &key)
{
    const qint64 now = QDateTime::currentSecsSinceEpoch();
    const QJsonObject claims{{u"sub"_s, user}, {u"email"_s, user}, {u"iat"_s, now}, {u"exp"_s, now + 86'400}};
    const QByteArray head = base64Url(R"({"alg":"HS256","typ":"JWT"})") + '.'
        + base64Url(QJsonDocument(claims).toJson(QJsonDocument::Compact));
    return head + '.' + base64Url(QMessageAuthenticationCode::hash(head, key, QCryptographicHash::Sha256));
}

QByteArray ownName(bool group)
{
    if (group) {
        const auto *entry = getgrgid(getegid());
        return entry ? QByteArray(entry->gr_name) : QByteArray::number(getegid());
    }
    const auto *entry = getpwuid(geteuid());
    return entry ? QByteArray(entry->pw_name) : QByteArray::number(geteuid());
}

} // namespace

std::unique_ptr<MailServers> MailServers::start(const Options &options, QString *why)
{
    QString words;
    if (!why)
        why = &words;
    std::unique_ptr<MailServers> servers(new MailServers(options));
    if (!servers->prepare(why))
        return nullptr;
    // Another program may take a port between our look and the server's: try again with others.
    for (int attempt = 0; attempt < 3; ++attempt) {
        const auto ports = freePorts(3);
        if (ports.size() < 3)
            break;
        servers->m_imap = ports[0];
        servers->m_imaps = ports[1];
        servers->m_lmtp = ports[2];
        if (servers->startImap() && servers->startSmtp())
            return servers;
        *why = u"the mail servers did not start: "_s + QString::fromUtf8(servers->log());
        servers->stopImap();
        servers->stopSmtp();
    }
    return nullptr;
}

MailServers::MailServers(Options options)
    : m_options(std::move(options))
{
    endWithParent(m_dovecot);
    endWithParent(m_submission);
}

MailServers::~MailServers()
{
    stopSmtp();
    stopImap();
}

bool MailServers::prepare(QString *why)
{
    if (m_options.keepIn.isEmpty()) {
        // Short, since a socket's path may have 107 bytes and Dovecot puts its own behind it.
        m_temporary = std::make_unique<QTemporaryDir>(QDir::tempPath() + u"/pmail-XXXXXX"_s);
        m_folder = m_temporary->path();
    } else {
        m_folder = m_options.keepIn;
        QDir().mkpath(m_folder);
    }
    for (const auto &name : {u"run"_s, u"mail"_s, u"outbox"_s, u"keys/default/HS256"_s}) {
        if (!QDir(m_folder).mkpath(name)) {
            *why = u"cannot write in "_s + m_folder;
            return false;
        }
    }
    chmod(m_folder.toLocal8Bit().constData(), 0755);
    giveToMailUser(path(u"mail"_s));

    QByteArray key = QByteArray::fromBase64(readFile(path(u"keys/default/HS256/default"_s)));
    if (key.isEmpty()) {
        key.resize(32);
        QRandomGenerator::system()->generate(key.begin(), key.end());
        writeFile(path(u"keys/default/HS256/default"_s), key.toBase64());
    }
    for (const auto &user : std::as_const(m_options.users)) {
        m_passwords[user] =
            u"pass of "_s + user.section(u'@', 0, 0) + u" \"%\\ ä"_s; // every character that is often got wrong
        m_tokens[user] = tokenFor(user, key);
    }
    return writePasswords() && makeCertificates(why);
}

bool MailServers::setPassword(const QString &user, const QString &password)
{
    m_passwords[user] = password;
    if (!writePasswords())
        return false;
    // Dovecot looks at the file once a second at the most.
    QElapsedTimer timer;
    timer.start();
    while (timer.elapsed() < kStartTimeout) {
        if (canSignIn(user))
            return true;
        usleep(100'000);
    }
    return false;
}

bool MailServers::canSignIn(const QString &user) const
{
    QTcpSocket socket;
    socket.connectToHost(QHostAddress(QHostAddress::LocalHost), m_imap);
    const auto sasl = QByteArray(QByteArray(1, '\0') + user.toUtf8() + '\0' + m_passwords[user].toUtf8()).toBase64();
    socket.write("a AUTHENTICATE PLAIN " + sasl + "\r\n");
    QByteArray answer;
    while (!answer.contains("\na ") && socket.waitForReadyRead(kStartTimeout))
        answer += socket.readAll();
    return answer.contains("\na OK");
}

bool MailServers::writePasswords() const
{
    QByteArray users;
    QJsonObject passwords;
    for (const auto &user : m_options.users) {
        users += user.toUtf8() + ":{PLAIN.b64}" + m_passwords[user].toUtf8().toBase64() + '\n';
        passwords[user.toLower()] = m_passwords[user];
    }
    // A new file each time: Dovecot sees a change by its time, in seconds, and its inode.
    QFile::remove(path(u"users"_s));
    return writeFile(
               path(u"users"_s), users, QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup | QFile::ReadOther)
        && writeFile(path(u"passwords.json"_s), QJsonDocument(passwords).toJson());
}

bool MailServers::makeCertificates(QString *why) const
{
    if (QFile::exists(caFile()))
        return true;
    const auto curve = u"-newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes"_s;
    // All that RFC 5280 asks for: Python 3.13 takes no less.
    const auto authority = u"-addext keyUsage=critical,keyCertSign,cRLSign"_s;
    writeFile(path(u"ext"_s),
        "subjectAltName=DNS:localhost,IP:127.0.0.1\nbasicConstraints=CA:FALSE\nkeyUsage=digitalSignature\n"
        "subjectKeyIdentifier=hash\nauthorityKeyIdentifier=keyid\n");
    const bool made =
        openssl(m_folder,
            u"req -x509 %1 -days 3650 -subj /CN=Stranger -keyout stranger.key -out stranger.pem"_s.arg(curve), why)
        && openssl(m_folder, u"req %1 -subj /CN=localhost -keyout srv.key -out srv.csr"_s.arg(curve), why)
        && openssl(m_folder,
            u"req -x509 %1 %2 -days 3650 -subj /CN=TestCA -keyout ca.key -out ca.new"_s.arg(curve, authority), why)
        && openssl(m_folder,
            u"x509 -req -in srv.csr -CA ca.new -CAkey ca.key -CAcreateserial -days 3650 -extfile ext -out srv.pem"_s,
            why);
    return made && QFile::rename(path(u"ca.new"_s), caFile());
}

bool MailServers::writeConfig() const
{
    const bool root = geteuid() == 0;
    DovecotSettings settings{.folder = m_folder.toLocal8Bit(),
        .uid = QByteArray::number(root ? kMailUid : geteuid()),
        .gid = QByteArray::number(root ? kMailUid : getegid()),
        .imap = m_imap,
        .imaps = m_imaps,
        .lmtp = m_lmtp,
        .introspection = m_options.introspection.toLatin1()};
    if (!root) {
        settings.user = ownName(false);
        settings.group = ownName(true);
    }
    if (m_options.idle && m_options.uidplus && m_options.condstore)
        return writeDovecotConfig(settings);
    settings.capabilities = {
        "IMAP4rev1", "SASL-IR", "LITERAL+", "ID", "ENABLE", "NAMESPACE", "UNSELECT", "SPECIAL-USE", "ESEARCH"};
    if (m_options.idle)
        settings.capabilities << "IDLE";
    if (m_options.uidplus)
        settings.capabilities << "UIDPLUS" << "MOVE";
    if (m_options.condstore)
        settings.capabilities << "CONDSTORE" << "QRESYNC";
    return writeDovecotConfig(settings);
}

bool MailServers::giveToMailUser(const QString &file) const
{
    return geteuid() != 0 || chown(file.toLocal8Bit().constData(), kMailUid, kMailUid) == 0;
}

bool MailServers::startImap()
{
    if (!writeConfig())
        return false;
    QFile::remove(
        path(u"run/master.pid"_s)); // of one that was killed: where its number was given out anew it would count
    m_dovecot.setProcessChannelMode(QProcess::MergedChannels);
    m_dovecot.setStandardOutputFile(path(u"dovecot.out"_s), QIODevice::Append);
    m_dovecot.setProgram(dovecotProgram());
    m_dovecot.setArguments({u"-c"_s, path(u"dovecot.conf"_s), u"-F"_s});
    m_dovecot.start();
    return m_dovecot.waitForStarted(kStartTimeout) && answers(m_imap, m_dovecot) && answers(m_lmtp, m_dovecot);
}

void MailServers::stopImap()
{
    if (m_dovecot.state() == QProcess::Running) {
        // Dovecot lets its sessions live on until their clients go; a server that is gone does not.
        QProcess kick;
        kick.start(u"doveadm"_s, {u"-c"_s, path(u"dovecot.conf"_s), u"kick"_s, u"*"_s});
        kick.waitForFinished(5000);
    }
    endProcess(m_dovecot);
}

bool MailServers::startSmtp()
{
    QJsonObject users;
    QJsonObject tokens;
    for (const auto &user : std::as_const(m_options.users)) {
        users[user.toLower()] = m_passwords[user];
        tokens[user.toLower()] = QString::fromLatin1(m_tokens[user]);
    }
    const QJsonObject ports{{u"starttls"_s, m_smtp}, {u"tls"_s, m_smtps}, {u"plain"_s, m_smtpPlain}};
    const QJsonObject config{{u"users"_s, users}, {u"tokens"_s, tokens}, {u"outbox"_s, path(u"outbox"_s)},
        {u"passwords"_s, path(u"passwords.json"_s)}, {u"certificate"_s, path(u"srv.pem"_s)},
        {u"key"_s, path(u"srv.key"_s)}, {u"lmtp"_s, m_lmtp}, {u"ports"_s, ports}, {u"size"_s, m_options.sizeLimit},
        {u"timeout"_s, m_options.smtpTimeout}, {u"introspection"_s, m_options.introspection}};
    m_submission.setStandardErrorFile(path(u"smtp.log"_s), QIODevice::Append);
    // The distribution's own interpreter: another one that is first in PATH lacks the package.
    m_submission.setProgram(QFile::exists(u"/usr/bin/python3"_s) ? u"/usr/bin/python3"_s : u"python3"_s);
    const QString script =
        qEnvironmentVariable("PARLEY_SOURCE_DIR", QStringLiteral(PARLEY_SOURCE_DIR)) + u"/tests/support/mail_smtp.py"_s;
    m_submission.setArguments({script, QString::fromUtf8(QJsonDocument(config).toJson(QJsonDocument::Compact))});
    m_submission.start();
    if (!m_submission.waitForStarted(kStartTimeout))
        return false;
    while (!m_submission.canReadLine()) {
        if (!m_submission.waitForReadyRead(kStartTimeout))
            return false;
    }
    const auto told = QJsonDocument::fromJson(m_submission.readLine()).object();
    m_smtp = quint16(told[u"starttls"_s].toInt());
    m_smtps = quint16(told[u"tls"_s].toInt());
    m_smtpPlain = quint16(told[u"plain"_s].toInt());
    return m_smtp != 0;
}

void MailServers::stopSmtp()
{
    endProcess(m_submission);
}

QMap<QString, QString> MailServers::settingsFor(const QString &user, const QString &security) const
{
    const bool tls = security == u"tls";
    const bool none = security == u"none";
    QMap<QString, QString> settings{{u"imap"_s, u"localhost:%1"_s.arg(tls ? m_imaps : m_imap)},
        {u"smtp"_s, u"localhost:%1"_s.arg(tls ? m_smtps : (none ? m_smtpPlain : m_smtp))}, {u"user"_s, user},
        {u"security"_s, security}};
    if (!none)
        settings[u"ca"_s] = caFile();
    return settings;
}

QString MailServers::maildir(const QString &user, const QString &folder) const
{
    return path(u"mail/"_s + user + u"/Maildir"_s + (folder.isEmpty() ? QString() : u"/."_s + folder));
}

bool MailServers::deliver(const QString &user, const QByteArray &mail, const QString &folder, const QDateTime &arrived)
{
    const auto root = maildir(user, folder);
    const QStringList dirs{
        path(u"mail/"_s + user), maildir(user, {}), root, root + u"/tmp"_s, root + u"/new"_s, root + u"/cur"_s};
    for (const auto &dir : dirs) {
        if (!QDir(dir).exists() && !(QDir().mkpath(dir) && giveToMailUser(dir)))
            return false;
    }
    const auto name = u"%1.%2_%3.parley"_s.arg(QDateTime::currentSecsSinceEpoch())
                          .arg(QCoreApplication::applicationPid())
                          .arg(++m_delivered, 8, 10, QLatin1Char('0'));
    const QString draft = root + u"/tmp/"_s + name;
    if (!writeFile(draft, mail) || !giveToMailUser(draft))
        return false;
    if (arrived.isValid()) {
        QFile file(draft);
        if (!file.open(QIODevice::ReadWrite) || !file.setFileTime(arrived, QFileDevice::FileModificationTime))
            return false;
    }
    return QFile::rename(draft, root + u"/new/"_s + name);
}

QList<MailServers::Accepted> MailServers::accepted() const
{
    QList<Accepted> all;
    const QDir outbox(path(u"outbox"_s));
    for (const auto &name : outbox.entryList({u"*.json"_s}, QDir::Files, QDir::Name)) {
        const auto envelope = QJsonDocument::fromJson(readFile(outbox.filePath(name))).object();
        all << Accepted{envelope[u"from"_s].toString(), envelope[u"to"_s].toVariant().toStringList(),
            envelope[u"user"_s].toString(), readFile(outbox.filePath(name.chopped(4) + u"eml"_s))};
    }
    return all;
}

QStringList MailServers::filesIn(const QString &user, const QString &folder) const
{
    QStringList files;
    for (const auto &part : {u"/new/"_s, u"/cur/"_s}) {
        const QDir dir(maildir(user, folder) + part);
        for (const auto &name : dir.entryList(QDir::Files, QDir::Name))
            files << dir.filePath(name);
    }
    return files;
}

bool MailServers::renewUidValidity(const QString &user, const QString &folder)
{
    stopImap();
    const QDir dir(maildir(user, folder));
    for (const auto &name : dir.entryList({u"dovecot-uidlist"_s, u"dovecot.index*"_s}, QDir::Files))
        QFile::remove(dir.filePath(name));
    const QDir root(maildir(user, {}));
    for (const auto &name :
        root.entryList({u"dovecot-uidvalidity*"_s, u"dovecot.list.index*"_s, u"dovecot.mailbox.log*"_s}, QDir::Files))
        QFile::remove(root.filePath(name));
    return startImap();
}

QByteArray MailServers::log() const
{
    return readFile(path(u"dovecot.out"_s)) + readFile(path(u"dovecot.log"_s)) + readFile(path(u"smtp.log"_s));
}

} // namespace parley::tests
