// SPDX-License-Identifier: GPL-3.0-or-later
// A customer's HTML, however broken or hostile.
#include "fuzz/must_be_harmless.h"
#include "platforms/mail/html_cleaner.h"

#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QString html = QString::fromUtf8(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    parley::fuzz::mustBeHarmless(parley::platforms::mail::cleanHtml(html).html);
    return 0;
}
