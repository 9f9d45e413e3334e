// SPDX-License-Identifier: GPL-3.0-or-later
#include "house/source_tree.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>

namespace parley::tests {

namespace {

bool isOurs(const QString &path)
{
    static const QStringList others{QStringLiteral("build"), QStringLiteral(".git"), QStringLiteral(".deps")};
    return !others.contains(roomOf(path)) && !path.contains(QLatin1String("node_modules/"));
}

} // namespace

QString roomOf(const QString &path)
{
    return path.section(u'/', 0, 0);
}

QList<SourceFile> sourceFiles(const QString &under, const QStringList &endings)
{
    const QDir root(qEnvironmentVariable("PARLEY_SOURCE_DIR"));
    QStringList filters;
    for (const QString &ending : endings)
        filters << u'*' + ending;
    QList<SourceFile> files;
    QDirIterator walk(root.filePath(under), filters, QDir::Files, QDirIterator::Subdirectories);
    while (walk.hasNext()) {
        const QString path = root.relativeFilePath(walk.next());
        if (!isOurs(path))
            continue;
        QFile file(root.filePath(path));
        if (file.open(QIODevice::ReadOnly))
            files << SourceFile{path, QString::fromUtf8(file.readAll())};
    }
    return files;
}

} // namespace parley::tests
