// SPDX-License-Identifier: GPL-3.0-or-later
// The real program as a process, with a profile in a folder that goes with the test.
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QProcess>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

#include <memory>

namespace parley::tests {

struct Outcome {
    int exit = -1; ///< -1: it did not end, or crashed
    QByteArray out;
    QString err;

    [[nodiscard]] QList<QJsonObject> objects() const; ///< standard output, an object a line
    [[nodiscard]] QJsonObject object() const; ///< the only one; fails the test otherwise
};

class Program
{
public:
    Program();

    /// Runs a command to its end.
    Outcome run(const QStringList &arguments, const QByteArray &input = {}) const;
    /// The same with --json.
    Outcome json(const QStringList &arguments, const QByteArray &input = {}) const;
    /// Starts a command and leaves it running. Without a word: the window.
    [[nodiscard]] std::unique_ptr<QProcess> start(const QStringList &arguments) const;

    /// Connects a Telegram bot of the sandbox.
    Outcome addTelegram(const QString &name, const QString &url, const QByteArray &token) const;
    /// The ticket of the customer with this name, by `list`; fails the test where there is none.
    [[nodiscard]] QString ticketOf(const QString &contact) const;

    [[nodiscard]] QString folder() const { return m_folder.path(); }
    [[nodiscard]] QString profileFolder() const { return m_folder.filePath(QStringLiteral("data/default")); }
    [[nodiscard]] QString cachePath() const { return profileFolder() + QStringLiteral("/cache.db"); }
    [[nodiscard]] QString secretsPath() const { return m_folder.filePath(QStringLiteral("secrets.json")); }

    QStringList common; ///< goes before every command; the profile's place by default

private:
    QTemporaryDir m_folder;
};

} // namespace parley::tests
