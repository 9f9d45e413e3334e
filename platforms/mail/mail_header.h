// SPDX-License-Identifier: GPL-3.0-or-later
// Header fields of a mail, with what senders do to them put right.
#pragma once

#include "platforms/mail/parsed_mail.h"

#include <gmime/gmime.h>

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

namespace parley::platforms::mail {

/// Sets GMime up, once in a process. Every function here and in mime_decoder.h does it.
void initGmime();

/// The field as it stands, unfolded, 8-bit bytes turned into UTF-8; encoded words are left. Empty: not there.
[[nodiscard]] QByteArray rawField(GMimeObject *object, const char *name);
/// The same with encoded words decoded, in one line.
[[nodiscard]] QString wordsOf(GMimeObject *object, const char *name);
[[nodiscard]] QString decodeWords(const QByteArray &field);
[[nodiscard]] QList<Address> addressesOf(GMimeObject *object, const char *name);
/// The ids in a Message-ID, In-Reply-To or References field, without <>; words around them are passed over.
[[nodiscard]] QStringList messageIds(const QByteArray &field);

/// Fills in everything of \a mail that stands in the header.
void readHeader(GMimeObject *message, ParsedMail &mail);
/// Fills in messageId, inReplyTo and references only, from the lines of a header, without GMime.
void readIds(const QByteArray &header, ParsedMail &mail);

} // namespace parley::platforms::mail
