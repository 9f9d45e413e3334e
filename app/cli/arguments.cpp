// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/arguments.h"

#include "models/nearest_word.h"

#include <algorithm>

namespace parley::app {

namespace {

Error misuse(const QString &words)
{
    return {ErrorKind::Rejected, {}, words, {}, false};
}

Error unknownOption(const QString &name, const QList<OptionSpec> &known)
{
    QStringList names;
    for (const OptionSpec &spec : known)
        names.append(spec.name);
    const QString nearest = nearestWord(name, names);
    if (!nearest.isEmpty())
        return misuse(QStringLiteral("There is no option --%1. Did you mean --%2?").arg(name.left(60), nearest));
    return misuse(QStringLiteral("There is no option --%1 here. See --help.").arg(name.left(60)));
}

} // namespace

Result<Arguments> readArguments(const QStringList &typed, const QList<OptionSpec> &known)
{
    Arguments read;
    for (qsizetype i = 0; i < typed.size(); ++i) {
        const QString word = typed[i] == u"-h" ? QStringLiteral("--help") : typed[i];
        if (word == u"--") {
            read.words += typed.mid(i + 1);
            break;
        }
        if (!word.startsWith(u"--")) {
            read.words.append(word);
            continue;
        }
        const qsizetype equals = word.indexOf(u'=');
        const QString name = word.mid(2, equals < 0 ? -1 : equals - 2);
        const auto spec = std::ranges::find(known, name, &OptionSpec::name);
        if (spec == known.end())
            return unknownOption(name, known);
        QString value = equals < 0 ? QString() : word.mid(equals + 1);
        if (spec->value.isEmpty()) {
            if (equals >= 0)
                return misuse(QStringLiteral("--%1 takes no value.").arg(name));
        } else if (equals < 0) {
            if (i + 1 == typed.size() || typed[i + 1].startsWith(u"--"))
                return misuse(QStringLiteral("--%1 needs a value: --%1 %2.").arg(name, spec->value));
            value = typed[++i];
        }
        if (read.has(name) && !spec->repeatable)
            return misuse(QStringLiteral("--%1 is given twice.").arg(name));
        read.options[name].append(value);
    }
    return read;
}

} // namespace parley::app
