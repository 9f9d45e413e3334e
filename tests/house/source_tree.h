// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace parley::tests {

struct SourceFile {
    QString path; ///< from the root, with slashes
    QString text;
};

/// All tracked files whose names end in one of \a endings, in the room or folder \a under ("": the whole tree).
[[nodiscard]] QList<SourceFile> sourceFiles(const QString &under, const QStringList &endings);

/// "storage" of "storage/sqlite/database.h"
[[nodiscard]] QString roomOf(const QString &path);

} // namespace parley::tests
