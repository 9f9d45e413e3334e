// SPDX-License-Identifier: GPL-3.0-or-later
// All commands, in the order of the help. The command line speaks English only: it is scripted, and its words are
// searched for. docs/command-line.md is the long form of this table.
#include "app/cli/command.h"

#include <algorithm>

namespace parley::app {

namespace {

OptionSpec valueOption(const QString &name, const QString &value, const QString &help, bool repeatable = false)
{
    return {name, value, help, repeatable};
}

OptionSpec switchOption(const QString &name, const QString &help)
{
    return {name, {}, help, false};
}

QList<OptionSpec> waitOption()
{
    return {valueOption(QStringLiteral("wait"), QStringLiteral("SECONDS"),
        QStringLiteral("send now, and wait at most so long until it has arrived"))};
}

QList<OptionSpec> limitOption(const QString &help)
{
    return {valueOption(QStringLiteral("limit"), QStringLiteral("N"), help)};
}

QList<OptionSpec> accountOption()
{
    return {valueOption(QStringLiteral("account"), QStringLiteral("NAME"), QStringLiteral("only this account"))};
}

QList<CommandSpec> accountCommands()
{
    return {
        {.name = QStringLiteral("account add"),
            .synopsis = QStringLiteral("PLATFORM --name NAME [--url BASE] [--set KEY=VALUE]… [--further-secret KEY]… "
                                       "[--sign-in]"),
            .help =
                QStringLiteral("connect an account; its token or password is read from standard input, or asked for"),
            .options = {valueOption(QStringLiteral("name"), QStringLiteral("NAME"),
                            QStringLiteral("your own name for the account")),
                valueOption(QStringLiteral("url"), QStringLiteral("BASE"),
                    QStringLiteral("another server: scheme, host and port")),
                valueOption(QStringLiteral("set"), QStringLiteral("KEY=VALUE"),
                    QStringLiteral("a setting of the platform, such as imap=mail.shop.test:993"), true),
                valueOption(QStringLiteral("further-secret"), QStringLiteral("KEY"),
                    QStringLiteral("one more secret, read after the main one, a line each"), true),
                switchOption(QStringLiteral("sign-in"),
                    QStringLiteral("sign in in the browser instead of giving the main secret (mail with xoauth2)"))},
            .fewestWords = 1,
            .mostWords = 1,
            .writes = true,
            .needsSecret = true,
            .check = checkAccountAdd,
            .run = runAccountAdd},
        {.name = QStringLiteral("account sign-in"),
            .synopsis = QStringLiteral("NAME"),
            .help = QStringLiteral("sign in again in the browser, when an account's sign-in has run out"),
            .fewestWords = 1,
            .mostWords = 1,
            .writes = true,
            .waits = true,
            .run = runAccountSignIn},
        {.name = QStringLiteral("account list"),
            .help = QStringLiteral("the accounts and how each stands"),
            .run = runAccountList},
        {.name = QStringLiteral("account remove"),
            .synopsis = QStringLiteral("NAME"),
            .help = QStringLiteral("forget an account with its conversations and its token"),
            .fewestWords = 1,
            .mostWords = 1,
            .writes = true,
            .run = runAccountRemove},
        {.name = QStringLiteral("sync"),
            .synopsis = QStringLiteral("[--once] [--account NAME]"),
            .help = QStringLiteral("keep cache and platforms in step until interrupted"),
            .options =
                accountOption() << switchOption(QStringLiteral("once"), QStringLiteral("until nothing is left to do")),
            .writes = true,
            .waits = true,
            .serves = true,
            .run = runSync},
        {.name = QStringLiteral("watch"),
            .synopsis = QStringLiteral("[--account NAME]"),
            .help = QStringLiteral("the same, showing what happens as it happens"),
            .options = accountOption(),
            .writes = true,
            .waits = true,
            .serves = true,
            .run = runWatch},
    };
}

QList<CommandSpec> readingCommands()
{
    return {
        {.name = QStringLiteral("list"),
            .synopsis = QStringLiteral("[QUERY] [--limit N]"),
            .help = QStringLiteral("tickets, newest first"),
            .options = limitOption(QStringLiteral("at most so many (50)")),
            .mostWords = kAnyNumber,
            .run = runList},
        {.name = QStringLiteral("show"),
            .synopsis = QStringLiteral("TICKET [--limit N]"),
            .help = QStringLiteral("one conversation, oldest message first"),
            .options = limitOption(QStringLiteral("only the newest so many messages")),
            .fewestWords = 1,
            .mostWords = 1,
            .run = runShow},
        {.name = QStringLiteral("search"),
            .synopsis = QStringLiteral("QUERY [--limit N]"),
            .help = QStringLiteral("tickets with messages that hold all the words, in any inflection"),
            .options = limitOption(QStringLiteral("at most so many tickets (50)")),
            .fewestWords = 1,
            .mostWords = kAnyNumber,
            .run = runSearch},
        {.name = QStringLiteral("export"),
            .synopsis = QStringLiteral("[QUERY] --csv | --jsonl"),
            .help = QStringLiteral("all tickets for another program"),
            .options = {switchOption(QStringLiteral("csv"), QStringLiteral("a line a ticket, for spreadsheets")),
                switchOption(QStringLiteral("jsonl"), QStringLiteral("an object a ticket, with its messages"))},
            .mostWords = kAnyNumber,
            .check = checkExport,
            .run = runExport},
        {.name = QStringLiteral("stats"),
            .synopsis = QStringLiteral("[QUERY]"),
            .help = QStringLiteral("how many tickets are what"),
            .mostWords = kAnyNumber,
            .run = runStats},
    };
}

QList<CommandSpec> sharedCommands()
{
    const QString synopsis = QStringLiteral("[--account NAME]");
    return {
        {.name = QStringLiteral("canned list"),
            .synopsis = synopsis,
            .help = QStringLiteral("the canned responses of the teams"),
            .options = accountOption(),
            .run = runCannedList},
        {.name = QStringLiteral("macro list"),
            .synopsis = synopsis,
            .help = QStringLiteral("their macros"),
            .options = accountOption(),
            .run = runMacroList},
        {.name = QStringLiteral("team list"),
            .synopsis = synopsis,
            .help = QStringLiteral("the teams to which a ticket can be given"),
            .options = accountOption(),
            .run = runTeamList},
        {.name = QStringLiteral("agent list"),
            .synopsis = synopsis,
            .help = QStringLiteral("who answers there, and who is there now"),
            .options = accountOption(),
            .run = runAgentList},
    };
}

QList<CommandSpec> writingCommands()
{
    return {
        {.name = QStringLiteral("reply"),
            .synopsis = QStringLiteral("TICKET --text TEXT [--note | --private] [--wait SECONDS]"),
            .help = QStringLiteral("answer the customer; the reply waits in the outbox until Parley runs, or --wait"),
            .options = waitOption()
                << valueOption(QStringLiteral("text"), QStringLiteral("TEXT"), QStringLiteral("what to write"))
                << switchOption(QStringLiteral("note"), QStringLiteral("for the team only"))
                << switchOption(QStringLiteral("private"), QStringLiteral("answer a public comment in private")),
            .fewestWords = 1,
            .mostWords = 1,
            .writes = true,
            .waits = true,
            .check = checkReply,
            .run = runReply},
        {.name = QStringLiteral("set"),
            .synopsis = QStringLiteral("TICKET [--status S] [--assignee A] [--team T] [--tag +x,-y] [--priority P] "
                                       "[--snooze WHEN] [--answered] [--read | --unread] [--mute | --unmute] "
                                       "[--wait SECONDS]"),
            .help = QStringLiteral("change a ticket"),
            .options = waitOption()
                << valueOption(QStringLiteral("status"), QStringLiteral("S"), QStringLiteral("open, pending, resolved"))
                << valueOption(QStringLiteral("assignee"), QStringLiteral("A"), QStringLiteral("a name, me or none"))
                << valueOption(QStringLiteral("team"), QStringLiteral("T"), QStringLiteral("a name or none"))
                << valueOption(QStringLiteral("tag"), QStringLiteral("+x,-y"), QStringLiteral("add x, take y away"))
                << valueOption(
                       QStringLiteral("priority"), QStringLiteral("P"), QStringLiteral("low, normal, high, urgent"))
                << valueOption(QStringLiteral("snooze"), QStringLiteral("WHEN"),
                       QStringLiteral("2h, 3d, tomorrow, 2026-12-01, 2026-12-01T09:00"))
                << switchOption(QStringLiteral("answered"), QStringLiteral("no answer is needed"))
                << switchOption(QStringLiteral("read"),
                       QStringLiteral(
                           "mark it as read: told to the customer, or the whole team where the mark is shared"))
                << switchOption(QStringLiteral("unread"), QStringLiteral("not read after all"))
                << switchOption(
                       QStringLiteral("mute"), QStringLiteral("the customer can no longer write; resolves the ticket"))
                << switchOption(QStringLiteral("unmute"), QStringLiteral("they can again")),
            .fewestWords = 1,
            .mostWords = 1,
            .writes = true,
            .waits = true,
            .check = checkSet,
            .run = runSet},
        {.name = QStringLiteral("macro run"),
            .synopsis = QStringLiteral("TICKET NAME [--dry-run] [--wait SECONDS]"),
            .help = QStringLiteral("do what a macro says to one ticket"),
            .options = waitOption() << switchOption(
                           QStringLiteral("dry-run"), QStringLiteral("only say what would be done, step by step")),
            .fewestWords = 2,
            .mostWords = kAnyNumber,
            .writes = true,
            .waits = true,
            .check = checkMacroRun,
            .run = runMacro},
        {.name = QStringLiteral("contact list"),
            .synopsis = QStringLiteral("[TEXT] [--limit N]"),
            .help = QStringLiteral("customers, by name or by words of a name or address"),
            .options = limitOption(QStringLiteral("at most so many (50)")),
            .mostWords = kAnyNumber,
            .run = runContactList},
        {.name = QStringLiteral("contact merge"),
            .synopsis = QStringLiteral("FROM INTO"),
            .help = QStringLiteral("two contacts are one person: the first becomes the second"),
            .fewestWords = 2,
            .mostWords = 2,
            .writes = true,
            .check = checkContacts,
            .run = runContactMerge},
        {.name = QStringLiteral("contact unmerge"),
            .synopsis = QStringLiteral("CONTACT"),
            .help = QStringLiteral("a contact that was merged is a person of their own again"),
            .fewestWords = 1,
            .mostWords = 1,
            .writes = true,
            .check = checkContacts,
            .run = runContactUnmerge},
        {.name = QStringLiteral("outbox"),
            .synopsis = QStringLiteral("[--limit N]"),
            .help = QStringLiteral("what has not left yet, oldest first"),
            .options = limitOption(QStringLiteral("at most so many (1000)")),
            .run = runOutbox},
        {.name = QStringLiteral("outbox retry"),
            .synopsis = QStringLiteral("ROW"),
            .help = QStringLiteral("send a held or failed row after all"),
            .fewestWords = 1,
            .mostWords = 1,
            .writes = true,
            .check = checkOutboxRow,
            .run = runOutboxRetry},
        {.name = QStringLiteral("outbox discard"),
            .synopsis = QStringLiteral("ROW"),
            .help = QStringLiteral("take an unsent row back"),
            .fewestWords = 1,
            .mostWords = 1,
            .writes = true,
            .check = checkOutboxRow,
            .run = runOutboxDiscard},
        {.name = QStringLiteral("doctor"),
            .synopsis = QStringLiteral("[--repair]"),
            .help = QStringLiteral("look at cache, key store, clocks and accounts"),
            .options = {switchOption(QStringLiteral("repair"),
                QStringLiteral("rebuild a damaged cache from what can be read; the damaged one is kept"))},
            .writes = true,
            .run = runDoctor},
    };
}

QString optionLine(const OptionSpec &option)
{
    const QString left =
        QStringLiteral("--") + option.name + (option.value.isEmpty() ? QString() : u' ' + option.value);
    return QStringLiteral("  ") + left.leftJustified(20) + QStringLiteral("  ") + option.help + u'\n';
}

} // namespace

const QList<CommandSpec> &commands()
{
    static const QList<CommandSpec> all = accountCommands() + readingCommands() + sharedCommands() + writingCommands();
    return all;
}

const CommandSpec *commandFor(const QStringList &words)
{
    const CommandSpec *found = nullptr;
    for (const CommandSpec &command : commands()) {
        const QStringList name = command.name.split(u' ');
        if (words.mid(0, name.size()) == name && (!found || command.name.size() > found->name.size()))
            found = &command;
    }
    return found;
}

const QList<OptionSpec> &globalOptions()
{
    static const QList<OptionSpec> options{
        valueOption(QStringLiteral("data-dir"), QStringLiteral("DIR"), QStringLiteral("where the profiles are kept")),
        valueOption(
            QStringLiteral("profile"), QStringLiteral("NAME"), QStringLiteral("another set of accounts (default)")),
        valueOption(QStringLiteral("secrets"), QStringLiteral("STORE"),
            QStringLiteral("keychain, or file:PATH for servers and tests")),
        switchOption(QStringLiteral("offline"), QStringLiteral("never touch the network")),
        switchOption(QStringLiteral("json"), QStringLiteral("one JSON object a line")),
        switchOption(QStringLiteral("help"), QStringLiteral("this text; with a command, about that one")),
        switchOption(QStringLiteral("version"), QStringLiteral("the version")),
    };
    return options;
}

QString helpText(const CommandSpec *command)
{
    QString text;
    if (command) {
        text = QStringLiteral("usage: parley %1 %2\n\n%3\n").arg(command->name, command->synopsis, command->help);
        if (!command->options.isEmpty())
            text += u'\n';
        for (const OptionSpec &option : command->options)
            text += optionLine(option);
        return text + QStringLiteral("\nParley's own options: parley --help\n");
    }
    text = QStringLiteral("usage: parley [OPTIONS]            the window\n"
                          "       parley COMMAND [OPTIONS]    without a window\n\n");
    for (const CommandSpec &each : commands())
        text += QStringLiteral("  %1 %2\n        %3\n").arg(each.name, each.synopsis, each.help);
    text += u'\n';
    for (const OptionSpec &option : globalOptions())
        text += optionLine(option);
    return text
        + QStringLiteral(
            "\nQUERY: is:open is:unanswered from:telegram assignee:me tag:refund lang:ru before:2026-11-01\n"
            "       has:attachment \"exact words\" -spam refund\n"
            "Exit codes: 0 done, 1 the work failed (the reason is on standard error), 2 not understood.\n");
}

} // namespace parley::app
