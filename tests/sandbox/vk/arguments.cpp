// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/vk/arguments.h"

using namespace Qt::Literals::StringLiterals;

namespace parley::sandbox::vk {

QStringList listOf(const Params &params, const QString &name)
{
    QStringList items;
    const QJsonArray inScript = params.values().value(name).toArray(); // execute may hand on a whole list
    for (const QJsonValue &item : inScript)
        items.append(item.toVariant().toString());
    const QStringList given = params.text(name).split(u',', Qt::SkipEmptyParts);
    for (const QString &item : given)
        items.append(item.trimmed());
    return items;
}

QList<qint64> numbersOf(const Params &params, const QString &name)
{
    QList<qint64> numbers;
    const QStringList items = listOf(params, name);
    for (const QString &item : items)
        numbers.append(item.toLongLong());
    return numbers;
}

qint64 numberOf(const Params &params, const QString &name, qint64 otherwise)
{
    return params.integer(name).value_or(otherwise);
}

bool isSet(const Params &params, const QString &name)
{
    return params.flag(name);
}

} // namespace parley::sandbox::vk
