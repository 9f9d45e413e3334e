// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <QProcess>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <catch2/catch_test_macros.hpp>

namespace parley::tests {

/// A certificate for 127.0.0.1 that its maker alone has signed.
class OwnCertificate
{
public:
    OwnCertificate()
    {
        if (QStandardPaths::findExecutable(QStringLiteral("openssl")).isEmpty())
            SKIP("openssl is not installed, so there is no certificate to distrust");
        const QString key = m_folder.filePath(QStringLiteral("key.pem"));
        const QString certificate = m_folder.filePath(QStringLiteral("cert.pem"));
        REQUIRE(QProcess::execute(QStringLiteral("openssl"),
                    {QStringLiteral("req"), QStringLiteral("-x509"), QStringLiteral("-newkey"),
                        QStringLiteral("rsa:2048"), QStringLiteral("-nodes"), QStringLiteral("-days"),
                        QStringLiteral("2"), QStringLiteral("-subj"), QStringLiteral("/CN=127.0.0.1"),
                        QStringLiteral("-addext"), QStringLiteral("subjectAltName=IP:127.0.0.1"),
                        QStringLiteral("-keyout"), key, QStringLiteral("-out"), certificate})
            == 0);
        m_certificate = QSslCertificate(contentOf(certificate));
        m_configuration = QSslConfiguration::defaultConfiguration();
        m_configuration.setLocalCertificate(m_certificate);
        m_configuration.setPrivateKey(QSslKey(contentOf(key), QSsl::Rsa));
    }

    [[nodiscard]] const QSslCertificate &certificate() const { return m_certificate; }
    [[nodiscard]] const QSslConfiguration &forServer() const { return m_configuration; }

private:
    static QByteArray contentOf(const QString &path)
    {
        QFile file(path);
        REQUIRE(file.open(QIODevice::ReadOnly));
        return file.readAll();
    }

    QTemporaryDir m_folder;
    QSslCertificate m_certificate;
    QSslConfiguration m_configuration;
};

} // namespace parley::tests
