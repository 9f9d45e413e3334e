// SPDX-License-Identifier: GPL-3.0-or-later
// Real mail servers on loopback for tests and for the demo desk: Dovecot (IMAP, LMTP) and aiosmtpd (submission), both
// as Debian packages them, as plain processes in a temporary folder. Works as root and as an ordinary user. The
// processes end with the object, and with this process however it ends (Linux).
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QHash>
#include <QList>
#include <QMap>
#include <QProcess>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

#include <memory>

namespace parley::tests {

class MailServers
{
public:
    struct Options {
        QStringList users{QStringLiteral("support@shop.test")}; ///< the mailboxes there are
        qint64 sizeLimit = 64 << 20; ///< bytes of one mail that the SMTP server takes
        int smtpTimeout = 300; ///< seconds until the SMTP server gives a silent client up
        bool condstore = true; ///< false: the server does not offer CONDSTORE, QRESYNC
        bool idle = true; ///< false: nor IDLE
        bool uidplus = true; ///< false: nor UIDPLUS, MOVE
        /// An RFC 7662 endpoint that both ask whether a token is good; empty: only tokenOf() is. It is asked while the
        /// client waits, so the thread that serves it must not be blocked then.
        QString introspection{};
        QString keepIn{}; ///< a folder that outlives the object (the demo's); empty: a temporary one
    };

    /// Starts both and waits until they answer.
    /// \return null when they do not come up: then \a why says what is missing
    static std::unique_ptr<MailServers> start(const Options &options, QString *why);
    ~MailServers();
    MailServers(const MailServers &) = delete;
    MailServers &operator=(const MailServers &) = delete;

    [[nodiscard]] quint16 imapPort() const { return m_imap; } ///< STARTTLS offered, plain allowed
    [[nodiscard]] quint16 imapsPort() const { return m_imaps; }
    [[nodiscard]] quint16 smtpPort() const { return m_smtp; } ///< STARTTLS demanded
    [[nodiscard]] quint16 smtpsPort() const { return m_smtps; }
    [[nodiscard]] quint16 smtpPlainPort() const { return m_smtpPlain; } ///< AUTH without TLS
    [[nodiscard]] QString caFile() const { return path(QStringLiteral("ca.pem")); }
    [[nodiscard]] QString strangerCaFile() const
    {
        return path(QStringLiteral("stranger.pem"));
    } ///< signed nothing here
    [[nodiscard]] QString passwordOf(const QString &user) const { return m_passwords.value(user); }
    /// From now on, for new connections.
    bool setPassword(const QString &user, const QString &password);
    [[nodiscard]] QByteArray tokenOf(const QString &user) const { return m_tokens.value(user); } ///< for XOAUTH2
    /// The --set keys of an account: security is "tls", "starttls" or "none".
    [[nodiscard]] QMap<QString, QString> settingsFor(const QString &user, const QString &security) const;

    /// Puts a mail into a mailbox as the local delivery agent would (IDLE sees it). LF and CRLF both do.
    /// \param folder  empty: the inbox; else a folder's name, made when missing
    /// \param arrived  when the server took it (INTERNALDATE); default: now
    bool deliver(
        const QString &user, const QByteArray &mail, const QString &folder = {}, const QDateTime &arrived = {});
    /// The mails that the SMTP server accepted, in that order.
    struct Accepted {
        QString from;
        QStringList to;
        QString user; ///< who signed in
        QByteArray content; ///< as it came, with CRLF
    };
    [[nodiscard]] QList<Accepted> accepted() const;
    /// The files of a mailbox's folder, for tests that look behind the server.
    [[nodiscard]] QStringList filesIn(const QString &user, const QString &folder = {}) const;
    /// Forgets the folder's UIDs as a restored backup does: UIDVALIDITY changes.
    bool renewUidValidity(const QString &user, const QString &folder = {});

    void stopImap(); ///< the servers can go away and come back on the same ports
    bool startImap();
    void stopSmtp();
    bool startSmtp();
    [[nodiscard]] QByteArray log() const; ///< what both wrote, for a failing test

private:
    explicit MailServers(Options options);
    [[nodiscard]] QString path(const QString &name) const { return m_folder + u'/' + name; }
    [[nodiscard]] QString maildir(const QString &user, const QString &folder) const;
    bool prepare(QString *why);
    bool makeCertificates(QString *why) const;
    bool writePasswords() const;
    [[nodiscard]] bool canSignIn(const QString &user) const;
    bool writeConfig() const;
    bool giveToMailUser(const QString &path) const;

    Options m_options;
    std::unique_ptr<QTemporaryDir> m_temporary;
    QString m_folder;
    QHash<QString, QString> m_passwords;
    QHash<QString, QByteArray> m_tokens;
    quint16 m_imap = 0;
    quint16 m_imaps = 0;
    quint16 m_lmtp = 0;
    quint16 m_smtp = 0;
    quint16 m_smtps = 0;
    quint16 m_smtpPlain = 0;
    int m_delivered = 0;
    QProcess m_dovecot;
    QProcess m_submission;
};

} // namespace parley::tests
