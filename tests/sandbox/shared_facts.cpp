// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/shared_facts.h"

#include <QDir>
#include <QFileInfo>
#include <QStringList>

using namespace Qt::Literals::StringLiterals;

namespace parley::sandbox {

QString findSharedFact(const QString &inside)
{
    QStringList places;
    if (qEnvironmentVariableIsSet("PARLEY_SHARED"))
        places.append(qEnvironmentVariable("PARLEY_SHARED"));
    if (qEnvironmentVariableIsSet("PARLEY_SOURCE_DIR"))
        places.append(qEnvironmentVariable("PARLEY_SOURCE_DIR") + u"/../shared"_s);
    places.append(QStringLiteral(PARLEY_SANDBOX_SOURCE_DIR) + u"/../../../shared"_s);
    for (const QString &place : places) {
        const QString path = place + u'/' + inside;
        if (QFileInfo::exists(path))
            return QDir::cleanPath(path);
    }
    return {};
}

} // namespace parley::sandbox
