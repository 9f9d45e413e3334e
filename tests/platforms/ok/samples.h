// SPDX-License-Identifier: GPL-3.0-or-later
// The shapes that the fact sheet's samples show; not part of the repository.
#pragma once

#include "sandbox/shared_facts.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

#include <catch2/catch_test_macros.hpp>

namespace parley::tests {

/// A file of schema/ok as bytes; empty: it is not on this machine
inline QByteArray okFact(const QString &name)
{
    const QString folder = sandbox::findSharedFact(QStringLiteral("platforms/schema/ok"));
    QFile file(folder + QLatin1Char('/') + name);
    return !folder.isEmpty() && file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace parley::tests

#define SKIP_WITHOUT_FACTS(bytes)                                                                                      \
    if ((bytes).isEmpty())                                                                                             \
    SKIP("platforms/schema/ok is not on this machine: set PARLEY_SHARED, or put shared beside the repository")
