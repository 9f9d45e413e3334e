// SPDX-License-Identifier: GPL-3.0-or-later
// Which conversation a mail belongs to. The rule: a conversation is named by the Message-ID of its first mail, which is
// the first id in References (In-Reply-To where there is none), followed further back where we know that mail. A mail
// that names none begins a conversation. So the name is the same whichever mail of a thread comes first, and stays when
// the first one turns up later. The one exception are replies that lost these fields: mail_reader.h looks for their
// subject.
#pragma once

#include "platforms/mail/parsed_mail.h"

#include <QByteArray>
#include <QHash>
#include <QString>

namespace parley::platforms::mail {

/// What a message is called in the cache: its Message-ID, or where it has none a digest of its bytes.
[[nodiscard]] QString remoteIdOf(const ParsedMail &mail, const QByteArray &bytes);
/// The mail that this one goes back to as far as it says itself; empty: none
[[nodiscard]] QString earliestNamed(const ParsedMail &mail);

/// "AW: Re[2]: Fwd: Order 7" → "Order 7". Prefixes of the languages that write their own.
[[nodiscard]] QString baseSubject(const QString &subject);
[[nodiscard]] bool isReplySubject(const QString &subject);

/// Who answers whom, as far as seen. Bounded: what is older is forgotten when there is too much.
class Ancestry
{
public:
    void note(const QString &id, const QString &earlier); ///< \a earlier empty: \a id answers nothing
    [[nodiscard]] bool knows(const QString &id) const { return m_earlier.contains(id); }
    /// The first mail that \a id goes back to.
    [[nodiscard]] QString root(const QString &id) const;

private:
    QHash<QString, QString> m_earlier;
};

/// The Message-ID of what we send: it carries the outbox row's id, so that the copy in the Sent folder is known again.
[[nodiscard]] QString messageIdFor(const QString &clientId, const QString &ownAddress);
/// Back again; empty: not one of ours.
[[nodiscard]] QString clientIdIn(const QString &messageId);

} // namespace parley::platforms::mail
