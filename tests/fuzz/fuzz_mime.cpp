// SPDX-License-Identifier: GPL-3.0-or-later
// A mail as it lies on a server: whole, cut, nested or forged.
#include "fuzz/must_be_harmless.h"
#include "platforms/mail/mime_decoder.h"

#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const auto mail = parley::platforms::mail::parseMail(bytes);
    parley::fuzz::mustBeHarmless(mail.html);
    for (const auto &part : mail.attachments) {
        if (part.name.contains(u'/') || part.name.contains(u'\\'))
            std::abort(); // a name from outside is never a path
    }
    return 0;
}
