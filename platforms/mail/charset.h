// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace parley::platforms::mail {

/// Text from bytes of a mail. What the bytes show outweighs what the mail claims: valid UTF-8 is UTF-8, and a claim
/// that does not fit (Cyrillic called Latin-1, bytes that the charset does not have) is overruled by a guess. Never
/// fails: what no charset has becomes U+FFFD. Pure; any thread.
/// \param declared  as in Content-Type; empty: not told
[[nodiscard]] QString decodeText(const QByteArray &bytes, const QByteArray &declared);

/// The likely charset of 8-bit text that is not UTF-8: windows-1251, koi8-r, gb18030, windows-1250 or windows-1252.
[[nodiscard]] QByteArray guessCharset(const QByteArray &bytes);

} // namespace parley::platforms::mail
