// SPDX-License-Identifier: GPL-3.0-or-later
// Delivery reports (RFC 3464): which mail of ours did not arrive, and why.
#pragma once

#include "platforms/mail/parsed_mail.h"

#include <gmime/gmime.h>

#include <QByteArray>

namespace parley::platforms::mail {

/// Takes in a message/delivery-status part. Reports of success are no bounces and leave \a mail alone.
void noteDeliveryStatus(const QByteArray &content, ParsedMail &mail);
/// Takes in the returned mail, or only its header: which one it was. Without a report before it nothing is noted.
void noteReturnedMail(GMimeObject *returned, ParsedMail &mail);
void noteReturnedHeader(const QByteArray &header, ParsedMail &mail);

} // namespace parley::platforms::mail
