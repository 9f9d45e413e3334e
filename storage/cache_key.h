// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace parley::storage {

/// The cache's raw 256-bit key. SQLCipher takes it as it is: deriving one from a passphrase would cost 100 ms a start.
struct CacheKey {
    QByteArray bytes; ///< 32 bytes

    static CacheKey generate(); ///< from the system's random source
    [[nodiscard]] bool isValid() const { return bytes.size() == 32; }
};

} // namespace parley::storage
