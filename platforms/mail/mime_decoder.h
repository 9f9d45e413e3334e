// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platforms/mail/parsed_mail.h"

#include <QByteArray>

namespace parley::platforms::mail {

/// Reads a mail of any kind: broken ones as far as they can be read, never failing, never crashing (it is fuzzed). Any
/// thread, no I/O. What it bounds: depth of parts (deeper ones come as one attachment "message.eml"), number of parts,
/// number of references and addresses.
[[nodiscard]] ParsedMail parseMail(const QByteArray &bytes);

/// Only the header of a mail. Cheap: for looking at many.
[[nodiscard]] ParsedMail parseHead(const QByteArray &header);
/// Of that only messageId, inReplyTo and references, for a tenth of the work: before a first fill it is done for each
/// mail of a folder.
[[nodiscard]] ParsedMail parseIds(const QByteArray &header);

/// Decoded words of one header field of a mail; empty when it has none. For tests and small look-ups.
[[nodiscard]] QString headerField(const QByteArray &mail, const char *name);

} // namespace parley::platforms::mail
