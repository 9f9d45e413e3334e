// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace parley::platforms::mail {

/// Header fields with their encoded words (RFC 2047) put right: words that stand next to each other become one in
/// UTF-8. Senders split characters between words, pad each of them, and lie about the charset; the library takes each
/// word by itself and loses what it cannot join. What is no encoded word stays as it is. Pure; any thread.
[[nodiscard]] QByteArray withJoinedWords(const QByteArray &field);

} // namespace parley::platforms::mail
