// SPDX-License-Identifier: GPL-3.0-or-later
// How a mail leaves so that it is never sent twice and never lost.
//
// SMTP cannot be asked afterwards whether it took a mail, and the copy in the Sent folder is put there by us, later:
// that it is missing proves nothing. So the mail itself is laid down first, where it can be found again:
//
//   1. SMTP: connect, sign in, sender, recipients, size. Nearly all refusals come here; nothing has left.
//   2. IMAP: the mail goes into Drafts, marked \Draft. Its Message-ID carries the outbox row's client id.
//   3. SMTP: the mail itself. The server's answer to the final dot decides.
//   4. IMAP: the copy moves from Drafts to Sent (where the server files sent mail by itself, it is removed).
//   5. IMAP: the answered mail is marked \Answered, a courtesy to other programs.
//
// findSent() reads it back: in Sent: it arrived. In neither folder: step 3 was never begun, it certainly did not leave,
// send again. In Drafts: it was about to leave; nobody can know, the row is held and the agent asked. A refusal at step
// 3 removes the copy. A cut before the final dot leaves it, or not; the next push() of the same row replaces it. Errors
// at steps 4 and 5 no longer concern the agent: the mail is out; the move is tried again with the next send.
//
// mayHaveArrived is therefore set in one case only: the line that ends the mail may have been read and its answer is
// not known. Where there is no Drafts folder and none can be made, findSent() says for certain only that a mail
// arrived.
#pragma once

#include "models/command.h"
#include "models/result.h"
#include "platforms/mail/composer.h"
#include "platforms/mail/imap_session.h"
#include "platforms/mail/mail_settings.h"
#include "platforms/mail/mail_translation.h"
#include "platforms/mail/waits.h"

#include <QStringList>

#include <memory>
#include <optional>

namespace parley::platforms::mail {

/// Blocking; used in one worker thread only.
class MailSender
{
public:
    MailSender(const MailSettings &settings, const std::shared_ptr<const LiveSecret> &secret, const Timeouts &timeouts,
        std::shared_ptr<Waits> waits);

    /// PushRequest::progress is called in the worker's thread.
    Result<PushReceipt> push(const PushRequest &request, Timestamp now);
    Result<std::optional<PushReceipt>> findSent(const PushRequest &request);
    Result<void> signIn(); ///< tries the submission server
    /// An attachment's bytes. Not a matter of sending, but it must not wait until the reading side is free.
    Result<QByteArray> download(const AttachmentRef &ref, qint64 limit);
    void close() { m_imap.close(); }

private:
    enum class Trace { None, LaidDown, Sent };
    /// What the folders say of a mail; the copies' UIDs in Drafts.
    struct Found {
        Trace trace = Trace::None;
        QList<Uid> drafts;
    };
    Result<Found> look(const QString &messageId, Timestamp since);
    Result<ImapSession::Folders> folders();
    void file(const QString &messageId, Timestamp since); ///< step 4
    void markAnswered(const QString &messageId, Timestamp now); ///< step 5
    void removeDrafts(const QString &messageId, Timestamp since);
    [[nodiscard]] PushReceipt receiptFor(const OutgoingMail &mail) const;

    MailSettings m_settings;
    std::shared_ptr<const LiveSecret> m_secret;
    Timeouts m_timeouts;
    std::shared_ptr<Waits> m_waits;
    ImapSession m_imap;
    struct Unfiled {
        QString messageId;
        Timestamp since{};
    };
    QList<Unfiled> m_unfiled; ///< sent, and not yet moved to Sent
};

} // namespace parley::platforms::mail
