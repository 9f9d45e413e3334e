// SPDX-License-Identifier: GPL-3.0-or-later
#include <QApplication>
#include <QStandardPaths>

#include <catch2/catch_session.hpp>
#include <openssl/crypto.h>

namespace {

QtMessageHandler g_usual = nullptr;

/// The offscreen platform says so of each window that is shown, and nothing else would be found among it.
void sayWhatMatters(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    if (message != QLatin1String("This plugin does not support propagateSizeHints()"))
        g_usual(type, context, message);
}

} // namespace

int main(int argc, char *argv[])
{
    // As Parley's main() does, which says why (storage/sqlite/cipher_library.h).
    OPENSSL_init_crypto(OPENSSL_INIT_NO_ATEXIT, nullptr);
    g_usual = qInstallMessageHandler(sayWhatMatters);
    QStandardPaths::setTestModeEnabled(true);
    QApplication application(argc, argv);
    return Catch::Session().run(argc, argv);
}
