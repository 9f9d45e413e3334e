// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/cache_key.h"

#include <QRandomGenerator>

namespace parley::storage {

CacheKey CacheKey::generate()
{
    CacheKey key{QByteArray(32, Qt::Uninitialized)};
    for (qsizetype start = 0; start < key.bytes.size(); start += qsizetype(sizeof(quint32))) {
        const quint32 word = QRandomGenerator::system()->generate();
        memcpy(key.bytes.data() + start, &word, sizeof word);
    }
    return key;
}

} // namespace parley::storage
