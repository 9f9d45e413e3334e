// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/output.h"

#include <cstdio>

namespace parley::app {

void StandardOutput::out(const QByteArray &bytes)
{
    const size_t size = size_t(bytes.size());
    m_failed = std::fwrite(bytes.constData(), 1, size, stdout) != size || m_failed;
}

void StandardOutput::err(const QString &line)
{
    const QByteArray bytes = line.toUtf8() + '\n';
    std::fwrite(bytes.constData(), 1, size_t(bytes.size()), stderr);
}

bool StandardOutput::flush()
{
    m_failed = std::fflush(stdout) != 0 || m_failed;
    return !m_failed;
}

} // namespace parley::app
