// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/sqlite/cipher_library.h"

#include <openssl/crypto.h>

namespace parley::storage {

void keepCipherLibrary()
{
    OPENSSL_init_crypto(OPENSSL_INIT_NO_ATEXIT, nullptr);
}

} // namespace parley::storage
