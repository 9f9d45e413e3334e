// SPDX-License-Identifier: GPL-3.0-or-later
// The query language: any text a person may type, half typed or pasted.
#include "models/query.h"

#include <QString>

#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QString input = QString::fromUtf8(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const auto query = parley::parseQuery(input, parley::fromMs(1'790'000'000'000));
    if (!query)
        return query.error().words.isEmpty() ? (std::abort(), 0) : 0;
    for (const parley::QueryTerm &term : query->terms) {
        if (term.position < 0 || term.length < 0 || term.position + term.length > input.size())
            std::abort(); // the highlighter would paint outside the field
    }
    return 0;
}
