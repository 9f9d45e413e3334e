// SPDX-License-Identifier: GPL-3.0-or-later
// A command of the command line: one function, and one line in the table in commands.cpp.
#pragma once

#include "app/cli/arguments.h"
#include "app/cli/session.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <limits>
#include <optional>

namespace parley::app {

struct CommandSpec {
    QString name; ///< "account add"
    QString synopsis{}; ///< what follows the name: "TICKET --text T [--note]"
    QString help; ///< a sentence
    QList<OptionSpec> options{};
    qsizetype fewestWords = 0;
    qsizetype mostWords = 0;
    bool writes = false; ///< carried out by the running Parley where there is one
    bool needsSecret = false; ///< and those that --further-secret names, a line each
    bool waits = false; ///< Ctrl+C ends it in good order
    bool serves = false; ///< stays, and meanwhile carries out what other starts ask (not with --once)
    /// Looks at the words before anything is opened or asked for. \return what is wrong with them
    std::optional<QString> (*check)(const Arguments &) = nullptr;
    int (*run)(Session &, const Arguments &) = nullptr;
};

inline constexpr qsizetype kAnyNumber = std::numeric_limits<qsizetype>::max();

[[nodiscard]] const QList<CommandSpec> &commands();
/// The longest command that the words begin with; null: none.
[[nodiscard]] const CommandSpec *commandFor(const QStringList &words);
[[nodiscard]] const QList<OptionSpec> &globalOptions();
[[nodiscard]] QString helpText(const CommandSpec *command); ///< null: of the whole program

// account_commands.cpp
std::optional<QString> checkAccountAdd(const Arguments &arguments);
int runAccountAdd(Session &session, const Arguments &arguments);
int runAccountSignIn(Session &session, const Arguments &arguments);
int runAccountList(Session &session, const Arguments &arguments);
int runAccountRemove(Session &session, const Arguments &arguments);
// sync_command.cpp, watch_command.cpp
int runSync(Session &session, const Arguments &arguments);
int runWatch(Session &session, const Arguments &arguments);
// list_commands.cpp, show_command.cpp
int runList(Session &session, const Arguments &arguments);
int runSearch(Session &session, const Arguments &arguments);
int runShow(Session &session, const Arguments &arguments);
// ticket_commands.cpp
std::optional<QString> checkReply(const Arguments &arguments);
int runReply(Session &session, const Arguments &arguments);
std::optional<QString> checkSet(const Arguments &arguments);
int runSet(Session &session, const Arguments &arguments);
// shared_commands.cpp
int runCannedList(Session &session, const Arguments &arguments);
int runMacroList(Session &session, const Arguments &arguments);
std::optional<QString> checkMacroRun(const Arguments &arguments);
int runMacro(Session &session, const Arguments &arguments);
int runTeamList(Session &session, const Arguments &arguments);
int runAgentList(Session &session, const Arguments &arguments);
// contact_commands.cpp
std::optional<QString> checkContacts(const Arguments &arguments);
int runContactList(Session &session, const Arguments &arguments);
int runContactMerge(Session &session, const Arguments &arguments);
int runContactUnmerge(Session &session, const Arguments &arguments);
// outbox_commands.cpp
std::optional<QString> checkOutboxRow(const Arguments &arguments);
int runOutbox(Session &session, const Arguments &arguments);
int runOutboxRetry(Session &session, const Arguments &arguments);
int runOutboxDiscard(Session &session, const Arguments &arguments);
// export_command.cpp, stats_command.cpp, doctor_command.cpp
std::optional<QString> checkExport(const Arguments &arguments);
int runExport(Session &session, const Arguments &arguments);
int runStats(Session &session, const Arguments &arguments);
int runDoctor(Session &session, const Arguments &arguments);

} // namespace parley::app
