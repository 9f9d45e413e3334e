// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/program.h"

#include "support/print.h"

#include <catch2/catch_test_macros.hpp>

#include <QJsonDocument>
#include <QProcessEnvironment>

namespace parley::tests {

namespace {

constexpr int kPatience = 120'000; // ms: a loaded machine with sanitizers

void prepare(QProcess &process, const QStringList &arguments)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
    environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
    process.setProcessEnvironment(environment);
    process.setProgram(QStringLiteral(PARLEY_PROGRAM));
    process.setArguments(arguments);
}

/// Should the next assertion fail, all that the run came to stands beside it.
void tell(const QStringList &arguments, const Outcome &outcome)
{
    constexpr qsizetype most = 2000; // of each stream: a sanitizer's report begins with what matters
    UNSCOPED_INFO("parley " << arguments.join(u' ').toStdString() << "\n  exit " << outcome.exit
                            << "\n  out: " << outcome.out.left(most).toStdString()
                            << "\n  err: " << outcome.err.left(most).toStdString());
}

} // namespace

QList<QJsonObject> Outcome::objects() const
{
    QList<QJsonObject> found;
    for (const QByteArray &line : out.split('\n')) {
        if (line.isEmpty())
            continue;
        const QJsonDocument document = QJsonDocument::fromJson(line);
        INFO(line.toStdString());
        REQUIRE(document.isObject());
        found.append(document.object());
    }
    return found;
}

QJsonObject Outcome::object() const
{
    const auto found = objects();
    INFO(out.toStdString() << err.toStdString());
    REQUIRE(found.size() == 1);
    return found.constFirst();
}

Program::Program()
{
    REQUIRE(m_folder.isValid());
    common = {QStringLiteral("--data-dir"), m_folder.filePath(QStringLiteral("data")), QStringLiteral("--secrets"),
        QStringLiteral("file:") + secretsPath()};
}

Outcome Program::run(const QStringList &arguments, const QByteArray &input) const
{
    QProcess process;
    prepare(process, common + arguments);
    process.start();
    process.write(input);
    process.closeWriteChannel();
    Outcome outcome;
    if (process.waitForFinished(kPatience) && process.exitStatus() == QProcess::NormalExit)
        outcome.exit = process.exitCode();
    outcome.out = process.readAllStandardOutput();
    outcome.err = QString::fromUtf8(process.readAllStandardError());
    tell(arguments, outcome);
    return outcome;
}

Outcome Program::json(const QStringList &arguments, const QByteArray &input) const
{
    return run(QStringList{QStringLiteral("--json")} + arguments, input);
}

std::unique_ptr<QProcess> Program::start(const QStringList &arguments) const
{
    auto process = std::make_unique<QProcess>();
    prepare(*process, common + arguments);
    process->start();
    REQUIRE(process->waitForStarted(kPatience));
    return process;
}

Outcome Program::addTelegram(const QString &name, const QString &url, const QByteArray &token) const
{
    return json({QStringLiteral("account"), QStringLiteral("add"), QStringLiteral("telegram"), QStringLiteral("--name"),
                    name, QStringLiteral("--url"), url},
        token + '\n');
}

QString Program::ticketOf(const QString &contact) const
{
    const auto listed = json({QStringLiteral("list"), QStringLiteral("--limit"), QStringLiteral("10000")});
    INFO(listed.err.toStdString());
    REQUIRE(listed.exit == 0);
    for (const QJsonObject &ticket : listed.objects()) {
        if (ticket.value(QStringLiteral("contact")).toString() == contact)
            return QString::number(ticket.value(QStringLiteral("id")).toInteger());
    }
    FAIL("no ticket of " << contact.toStdString());
    return {};
}

} // namespace parley::tests
