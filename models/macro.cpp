// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/macro.h"

#include "models/placeholders.h"

#include <QCoreApplication>
#include <QStringList>

#include <variant>

namespace parley {

namespace {

// A class, so that lupdate files the texts under the context they are looked up in.
struct Texts {
    Q_DECLARE_TR_FUNCTIONS(Macro)
};

/// The text that a step carries; null: it has none.
QString *textOf(Command &step)
{
    if (auto *reply = std::get_if<Reply>(&step))
        return &reply->text;
    if (auto *note = std::get_if<Note>(&step))
        return &note->text;
    return nullptr;
}

Error unfilled(const Macro &macro, const QStringList &blanks)
{
    return {ErrorKind::Rejected, QStringLiteral("blanks left"),
        Texts::tr("The macro “%1” was not run: nothing is known for %2. Write this answer by hand.")
            .arg(macro.name, blanks.join(QStringLiteral(", "))),
        {}, false};
}

} // namespace

Result<QList<Command>> commandsFor(const Macro &macro, const QHash<QString, QString> &values)
{
    if (!macro.onlyThere.isEmpty())
        return QList<Command>{RunMacro{macro.remoteId, macro.name}};
    QList<Command> commands = macro.steps;
    QStringList blanks;
    for (Command &step : commands) {
        QString *text = textOf(step);
        if (!text)
            continue;
        const Filled filled = fillIn(*text, values);
        for (const Blank &blank : filled.blanks) {
            const QString shown = QStringLiteral("{{%1}}").arg(blank.name);
            if (!blanks.contains(shown))
                blanks.append(shown);
        }
        *text = filled.text;
    }
    if (!blanks.isEmpty())
        return unfilled(macro, blanks);
    return commands;
}

} // namespace parley
