// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace parley::storage {

/// Lets OpenSSL, which encrypts the cache, live until the process has gone. By itself it takes its state down in an
/// atexit() handler, and each thread that used it gives up its own share as it ends, without the two waiting for each
/// other (OPENSSL_init_crypto(3), OPENSSL_thread_stop(3)). QThread::wait() returns while the system's thread is still
/// ending, so a program that ends right after its threads would free the same memory twice.
/// Counts only before OpenSSL's first use: main() calls it first, and each connection too. Any thread.
void keepCipherLibrary();

} // namespace parley::storage
