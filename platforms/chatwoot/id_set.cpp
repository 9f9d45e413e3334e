// SPDX-License-Identifier: GPL-3.0-or-later
#include "platforms/chatwoot/id_set.h"

#include <QtEndian>

#include <bit>

namespace parley::platforms::chatwoot {

void IdSet::insert(qint64 id)
{
    if (id <= 0 || id > kMost)
        return;
    const qsizetype byte = qsizetype(id / 8);
    if (byte >= m_bits.size())
        m_bits.append(byte + 1 - m_bits.size(), '\0');
    m_bits[byte] = char(uchar(m_bits.at(byte)) | uchar(1U << (id % 8)));
}

void IdSet::remove(qint64 id)
{
    if (!contains(id))
        return;
    const qsizetype byte = qsizetype(id / 8);
    m_bits[byte] = char(uchar(m_bits.at(byte)) & uchar(~(1U << (id % 8))));
    while (m_bits.endsWith('\0'))
        m_bits.chop(1);
}

bool IdSet::contains(qint64 id) const
{
    const qsizetype byte = qsizetype(id / 8);
    return id > 0 && byte < m_bits.size() && (uchar(m_bits.at(byte)) >> (id % 8) & 1U) != 0;
}

int IdSet::count() const
{
    int found = 0;
    for (const char byte : m_bits)
        found += std::popcount(uchar(byte));
    return found;
}

QList<qint64> IdSet::without(const IdSet &other, int most) const
{
    QList<qint64> found;
    for (qsizetype byte = 0; byte < m_bits.size() && found.size() < most; ++byte) {
        const uchar theirs = byte < other.m_bits.size() ? uchar(other.m_bits.at(byte)) : uchar(0);
        if ((uchar(m_bits.at(byte)) & ~theirs) == 0)
            continue;
        for (int bit = 0; bit < 8 && found.size() < most; ++bit) {
            const qint64 id = qint64(byte) * 8 + bit;
            if (contains(id) && !other.contains(id))
                found.append(id);
        }
    }
    return found;
}

QByteArray IdSet::packed() const
{
    return m_bits.isEmpty() ? QByteArray() : qCompress(m_bits).toBase64();
}

IdSet IdSet::unpacked(const QByteArray &text)
{
    IdSet made;
    const QByteArray bytes = QByteArray::fromBase64(text);
    // The first four bytes say how long it becomes: not what a damaged cursor likes.
    if (bytes.size() <= 4 || qFromBigEndian<quint32>(bytes.constData()) > quint32(kMost / 8 + 1))
        return made;
    made.m_bits = qUncompress(bytes);
    while (made.m_bits.endsWith('\0'))
        made.m_bits.chop(1);
    return made;
}

} // namespace parley::platforms::chatwoot
