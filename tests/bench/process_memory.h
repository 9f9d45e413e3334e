// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>

namespace parley::bench {

/// The process's proportional set size in MiB (/proc, Linux only); 0: not known.
inline double proportionalSetSize(qint64 pid)
{
    QFile file(QStringLiteral("/proc/%1/smaps_rollup").arg(pid));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : file.readAll().split('\n')) {
        if (line.startsWith("Pss:"))
            return line.simplified().split(' ').value(1).toDouble() / 1024;
    }
    return 0;
}

} // namespace parley::bench
