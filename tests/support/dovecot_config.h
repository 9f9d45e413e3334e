// SPDX-License-Identifier: GPL-3.0-or-later
// The configuration of the tests' Dovecot. Version 2.4 (Debian 13) reads another language than 2.3 (Debian 12,
// Ubuntu 24.04).
#pragma once

#include <QByteArray>
#include <QByteArrayList>
#include <QString>

namespace parley::tests {

struct DovecotSettings {
    QByteArray folder; ///< where everything of it lies
    QByteArray uid; ///< whom mails are stored as
    QByteArray gid;
    QByteArray user{}; ///< who runs all of it, when that is not root
    QByteArray group{};
    quint16 imap = 0; ///< ports
    quint16 imaps = 0;
    quint16 lmtp = 0;
    QByteArray introspection{}; ///< RFC 7662 endpoint that judges tokens; empty: Dovecot checks signed ones by itself
    QByteArrayList capabilities{}; ///< what IMAP offers; empty: all that the server can do
};

/// The installed server's program, by its path where Debian puts it.
[[nodiscard]] QString dovecotProgram();
/// Writes dovecot.conf, and oauth2.conf where the version wants one, into the folder. Asks the program for its version.
[[nodiscard]] bool writeDovecotConfig(const DovecotSettings &settings);

} // namespace parley::tests
