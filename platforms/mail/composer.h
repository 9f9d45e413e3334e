// SPDX-License-Identifier: GPL-3.0-or-later
// Answers as mails. Pure.
//
// What an answer looks like: plain text of the agent only, no quote of the mail it answers (the customer's program
// keeps the thread together by References, and support mails that quote themselves become unreadable after three
// turns). It goes to whom the mail asks answers to be sent (Reply-To, else From). Others who stood in To or Cc stay in
// Cc, so that nobody falls out of a conversation; our own address does not.
#pragma once

#include "models/command.h"
#include "models/result.h"
#include "models/time.h"
#include "platforms/mail/mail_settings.h"
#include "platforms/mail/parsed_mail.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

namespace parley::platforms::mail {

struct OutgoingMail {
    QString messageId; ///< without <>
    Address from;
    QList<Address> to;
    QList<Address> cc;
    QString subject;
    QString inReplyTo; ///< without <>; empty: none
    QStringList references; ///< without <>, oldest first
    QString text;
    QList<OutgoingAttachment> attachments;
    Timestamp date{};

    [[nodiscard]] QStringList recipients() const; ///< addresses for the envelope, each once
};

/// Rejected, with words, where there is nobody to write to or an address cannot be written.
[[nodiscard]] Result<OutgoingMail> answerTo(const PushRequest &request, const Address &own, Timestamp now);

/// The mail as bytes: 7-bit clean, lines end in CRLF.
[[nodiscard]] QByteArray composed(const OutgoingMail &mail);

} // namespace parley::platforms::mail
