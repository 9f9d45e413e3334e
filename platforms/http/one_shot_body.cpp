// SPDX-License-Identifier: GPL-3.0-or-later
#include "platforms/http/one_shot_body.h"

#include <algorithm>
#include <cstring>

namespace parley::platforms::http {

OneShotBody::OneShotBody(QByteArray content, QObject *parent)
    : QIODevice(parent)
    , m_content(std::move(content))
{
    // Unbuffered, so that m_position is what the connection took and not what QIODevice read ahead.
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

qint64 OneShotBody::bytesAvailable() const
{
    return m_content.size() - m_position + QIODevice::bytesAvailable();
}

bool OneShotBody::atEnd() const
{
    return m_position == m_content.size();
}

qint64 OneShotBody::readData(char *data, qint64 limit)
{
    const qint64 count = std::min(limit, qint64(m_content.size()) - m_position);
    if (count <= 0)
        return limit > 0 ? -1 : 0;
    std::memcpy(data, m_content.constData() + m_position, size_t(count));
    m_position += count;
    return count;
}

} // namespace parley::platforms::http
