// SPDX-License-Identifier: GPL-3.0-or-later
// From the words of a command line to a command that ran.
#pragma once

#include "app/cli/arguments.h"
#include "app/cli/waiter.h"
#include "app/output.h"
#include "app/profile.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <memory>
#include <optional>

namespace parley::sync {
class Engine;
}

namespace parley::app {

struct CommandSpec;

struct CommandLine {
    const CommandSpec *command = nullptr; ///< null: the window
    Arguments arguments; ///< of the command, with the global options
    bool help = false;
    bool version = false;

    [[nodiscard]] ProfileChoice profile() const;
    [[nodiscard]] bool json() const { return arguments.has(QStringLiteral("json")); }
    [[nodiscard]] bool offline() const { return arguments.has(QStringLiteral("offline")); }
};

/// Rejected, with words, for what cannot be meant.
Result<CommandLine> readCommandLine(const QStringList &typed);

/// Runs a command in this process. Needs a QCoreApplication; runs its event loop until the command is done.
int runHere(const CommandLine &line, const QStringList &typed);

/// What the running Parley lends to a command that it carries out for another.
struct Lent {
    Profile profile;
    QByteArray secret;
    sync::Engine *engine = nullptr;
    std::shared_ptr<Waiter> waiter;
};
int runForwarded(const QStringList &typed, Lent lent, Output &output);

} // namespace parley::app
