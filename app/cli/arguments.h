// SPDX-License-Identifier: GPL-3.0-or-later
// The command line as words. Written by hand because QCommandLineParser knows no commands within commands, and because
// a query's "-spam" is not an option.
#pragma once

#include "models/result.h"

#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>

namespace parley::app {

struct OptionSpec {
    QString name; ///< without the dashes
    QString value; ///< its name in the help, "NAME"; empty: the option is a switch
    QString help;
    bool repeatable = false;
};

struct Arguments {
    QMap<QString, QStringList> options; ///< switches have one empty value
    QStringList words; ///< the rest, in order

    [[nodiscard]] bool has(const QString &option) const { return options.contains(option); }
    [[nodiscard]] QString value(const QString &option, const QString &otherwise = {}) const
    {
        const QStringList values = options.value(option);
        return values.isEmpty() ? otherwise : values.constLast();
    }
    [[nodiscard]] QStringList values(const QString &option) const { return options.value(option); }
};

/// "--name value" and "--name=value" anywhere, "--" ends the options, "-h" is --help. A word with one dash is a word.
/// \return Rejected, with words, for an option that is not in \a known
[[nodiscard]] Result<Arguments> readArguments(const QStringList &typed, const QList<OptionSpec> &known);

} // namespace parley::app
