// SPDX-License-Identifier: GPL-3.0-or-later
// A mail as we understood it: values only, made by mime_decoder.h.
#pragma once

#include "models/time.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace parley::platforms::mail {

struct Address {
    QString name; ///< fit to be shown; empty: not told
    QString address; ///< lower case

    friend bool operator==(const Address &, const Address &) = default;
};

struct MailPart {
    QString name; ///< as the sender named it, the last part of a path only
    QString type; ///< "image/png"
    QByteArray content;
    QString contentId; ///< what cid: in the HTML refers to; empty: none
};

/// A delivery report about a mail of ours.
struct BounceReport {
    QString recipient; ///< whom it did not reach; empty: not told
    QString reason; ///< the server's words
    QString status; ///< "5.1.1" (RFC 3463); empty: not told
    QString originalMessageId; ///< without <>; empty: not told
    QStringList originalReferences;
    QString originalSubject;
    bool final = true; ///< false: only delayed, the server goes on trying
};

struct ParsedMail {
    /// Whether an answer is asked for at all.
    enum class Automatic {
        No,
        Reply, ///< out of office and the like
        Bounce, ///< a mail server speaks
        Bulk, ///< a mailing list or newsletter, see listId
    };

    QString messageId; ///< without <>; empty: the mail has none
    QString inReplyTo; ///< the first id there; without <>
    QStringList references; ///< oldest first, without <>; bounded, the first is always kept
    QString subject; ///< decoded, one line
    QList<Address> from;
    QList<Address> replyTo;
    QList<Address> to;
    QList<Address> cc;
    std::optional<Timestamp> date; ///< as the sender's clock says
    QString text; ///< to read and to search; quoted lines begin with "> "
    /// Sanitized, see html_cleaner.h; empty for plain mails without a quote. Pictures that came along are
    /// <img src="attachment:N">, N their place in attachments.
    QString html;
    QList<MailPart> attachments; ///< in the order of the mail; their index is what downloads ask for
    Automatic automatic = Automatic::No;
    QString listId; ///< "shop-list.example.com"; empty: none
    std::optional<BounceReport> bounce;
};

} // namespace parley::platforms::mail
