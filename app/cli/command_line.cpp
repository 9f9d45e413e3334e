// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command_line.h"

#include "app/cli/command.h"
#include "app/cli/session.h"
#include "app/instance.h"
#include "app/interrupts.h"
#include "app/secret_prompt.h"
#include "models/nearest_word.h"
#include "platforms/platform.h"

#include <QCoreApplication>
#include <QThread>

#include <algorithm>

namespace parley::app {

namespace {

Error misuse(const QString &words)
{
    return {ErrorKind::Rejected, {}, words, {}, false};
}

/// Every option of any command: enough to tell the words from the options' values.
QList<OptionSpec> allOptions()
{
    QList<OptionSpec> all = globalOptions();
    for (const CommandSpec &command : commands())
        all += command.options;
    // In this first reading only what takes a value matters; each command's own list decides afterwards.
    for (OptionSpec &option : all)
        option.repeatable = true;
    return all;
}

Error unknownCommand(const QStringList &words)
{
    const QString &first = words.constFirst();
    QStringList names;
    QStringList followers;
    for (const CommandSpec &command : commands()) {
        names.append(command.name.section(u' ', 0, 0));
        if (command.name.startsWith(first + u' '))
            followers.append(u"parley " + command.name);
    }
    if (!followers.isEmpty())
        return misuse(
            QStringLiteral("“parley %1” needs another word: %2.").arg(first, followers.join(QStringLiteral(", "))));
    const QString nearest = nearestWord(first, names);
    return misuse(nearest.isEmpty()
            ? QStringLiteral("There is no command “%1”. See parley --help.").arg(first.left(60))
            : QStringLiteral("There is no command “%1”. Did you mean parley %2?").arg(first.left(60), nearest));
}

std::optional<QString> countProblem(const CommandSpec &command, const QStringList &words)
{
    const QString usage = QStringLiteral("parley %1 %2").arg(command.name, command.synopsis).trimmed();
    if (words.size() < command.fewestWords)
        return QStringLiteral("Something is missing. Usage: %1").arg(usage);
    if (words.size() > command.mostWords)
        return QStringLiteral("“%1” is one word too many. Usage: %2").arg(words[command.mostWords].left(60), usage);
    return std::nullopt;
}

int finish(Session &session, int exit)
{
    if (session.output().flush() || exit != Done)
        return exit;
    return session.fail(QStringLiteral("The output could not be written."));
}

int refuse(const QString &words)
{
    StandardOutput output;
    output.err(QStringLiteral("parley: ") + words.simplified());
    return Misused;
}

/// The account's secret, and each further one that is named; a line each.
QByteArray promptFor(const Arguments &arguments)
{
    const platforms::Entry *entry = platforms::find(arguments.words.constFirst().toLower());
    const QString name = arguments.value(QStringLiteral("name"));
    const auto ask = [&name](
                         const QString &label) { return readSecret(QStringLiteral("%1 of %2: ").arg(label, name)); };
    QByteArray secrets; // the first line stays empty where the secret comes from a browser
    if (!arguments.has(QStringLiteral("sign-in")))
        secrets = ask(entry ? entry->info.secretLabel : QStringLiteral("Secret"));
    for (const QString &key : arguments.values(QStringLiteral("further-secret"))) {
        QString label = key;
        for (const SecretField &field : entry ? entry->info.furtherSecrets : QList<SecretField>{}) {
            if (field.key == key)
                label = field.label;
        }
        secrets += '\n' + ask(label);
    }
    return secrets;
}

/// The command on a thread of its own, the event loop here.
int runOnThread(const CommandSpec &command, const Arguments &arguments, Session &session)
{
    std::unique_ptr<Interrupts> interrupts;
    if (command.waits || arguments.has(QStringLiteral("sign-in"))) {
        interrupts = std::make_unique<Interrupts>();
        QObject::connect(
            interrupts.get(), &Interrupts::asked, interrupts.get(), [&session] { session.waiter()->interrupt(); });
    }
    int exit = Failed;
    const std::unique_ptr<QThread> thread(
        QThread::create([&] { exit = finish(session, command.run(session, arguments)); }));
    QObject::connect(thread.get(), &QThread::finished, QCoreApplication::instance(), &QCoreApplication::quit);
    thread->start();
    QCoreApplication::exec();
    thread->wait();
    return exit;
}

} // namespace

ProfileChoice CommandLine::profile() const
{
    ProfileChoice choice;
    choice.dataDir = arguments.value(QStringLiteral("data-dir"));
    choice.name = arguments.value(QStringLiteral("profile"), choice.name);
    choice.secrets = arguments.value(QStringLiteral("secrets"), choice.secrets);
    return choice;
}

Result<CommandLine> readCommandLine(const QStringList &typed)
{
    const auto first = readArguments(typed, allOptions());
    if (!first)
        return first.error();
    CommandLine line;
    line.help = first->has(QStringLiteral("help"));
    line.version = first->has(QStringLiteral("version"));
    if (!first->words.isEmpty()) {
        line.command = commandFor(first->words);
        if (!line.command && !line.help)
            return unknownCommand(first->words);
    }
    QList<OptionSpec> known = globalOptions();
    if (line.command)
        known += line.command->options;
    auto second = readArguments(typed, known);
    if (!second)
        return second.error();
    line.arguments = *second;
    if (!line.command || line.help || line.version)
        return line;
    line.arguments.words.remove(0, line.command->name.count(u' ') + 1);
    if (const auto problem = countProblem(*line.command, line.arguments.words))
        return misuse(*problem);
    if (const auto problem = line.command->check ? line.command->check(line.arguments) : std::nullopt)
        return misuse(*problem);
    return line;
}

int runHere(const CommandLine &line, const QStringList &typed)
{
    const CommandSpec &command = *line.command;
    StandardOutput output;
    const auto profile = Profile::open(line.profile());
    if (!profile) {
        output.err(QStringLiteral("parley: ") + profile.error().words.simplified());
        return profile.error().kind == ErrorKind::Rejected ? Misused : Failed;
    }
    const QByteArray secret = command.needsSecret ? promptFor(line.arguments) : QByteArray();
    if (command.needsSecret && secret.isEmpty() && !line.arguments.has(QStringLiteral("sign-in")))
        return refuse(QStringLiteral("No token or password came on standard input."));
    if (command.writes) {
        if (const auto exit =
                ask(profile->meetingPoint(), {.showWindow = false, .typed = typed, .secret = secret}, output))
            return *exit;
    }
    Session session({.profile = *profile,
                        .json = line.json(),
                        .offline = line.offline(),
                        .secret = secret,
                        .running = nullptr,
                        .waiter = std::make_shared<Waiter>(),

                        .serves = command.serves && !line.arguments.has(QStringLiteral("once"))},
        output);
    return runOnThread(command, line.arguments, session);
}

int runForwarded(const QStringList &typed, Lent lent, Output &output)
{
    const auto line = readCommandLine(typed);
    if (!line || !line->command) {
        output.err(QStringLiteral("parley: ") + (line ? QStringLiteral("No command.") : line.error().words));
        return Misused;
    }
    Session session({.profile = std::move(lent.profile),
                        .json = line->json(),
                        .offline = line->offline(),
                        .secret = std::move(lent.secret),
                        .running = lent.engine,
                        .waiter = std::move(lent.waiter),
                        .serves = false},
        output);
    return finish(session, line->command->run(session, line->arguments));
}

} // namespace parley::app
