// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/command_line.h"
#include "app/output.h"
#include "app/window.h"
#include "storage/sqlite/cipher_library.h"

#include <QApplication>
#include <QCoreApplication>

namespace {

using namespace parley::app;

void introduce()
{
    QCoreApplication::setApplicationName(QStringLiteral("parley"));
    QCoreApplication::setApplicationVersion(QStringLiteral(PARLEY_VERSION));
}

/// Is a window wanted? What Qt itself understands has one dash and comes first ("-platform offscreen").
bool wantsWindow(const QStringList &typed)
{
    if (!typed.isEmpty() && typed.constFirst().startsWith(u'-') && !typed.constFirst().startsWith(u"--")
        && typed.constFirst() != u"-h")
        return true;
    const auto line = readCommandLine(typed);
    return line && !line->command && !line->help && !line->version;
}

int runWithoutWindow(const QStringList &typed)
{
    StandardOutput output;
    const auto line = readCommandLine(typed);
    if (!line) {
        output.err(QStringLiteral("parley: ") + line.error().words.simplified());
        return 2;
    }
    if (line->help || line->version) {
        const QString text = line->help ? helpText(line->command)
                                        : QStringLiteral("parley %1\n").arg(QCoreApplication::applicationVersion());
        output.out(text.toUtf8());
        return output.flush() ? 0 : 1;
    }
    return runHere(*line, typed);
}

} // namespace

int main(int argc, char *argv[])
{
    parley::storage::keepCipherLibrary();
    introduce();
    QStringList typed;
    for (int i = 1; i < argc; ++i)
        typed.append(QString::fromLocal8Bit(argv[i]));
    if (!wantsWindow(typed)) {
        const QCoreApplication application(argc, argv);
        return runWithoutWindow(QCoreApplication::arguments().mid(1));
    }
    const QApplication application(argc, argv);
    QGuiApplication::setDesktopFileName(QStringLiteral("app.parley.Parley"));
    const auto line = readCommandLine(QCoreApplication::arguments().mid(1));
    if (!line || line->command) {
        StandardOutput().err(QStringLiteral("parley: ")
            + (line ? QStringLiteral("A command takes no window options. See parley --help.") : line.error().words));
        return 2;
    }
    return runWindow(*line);
}
