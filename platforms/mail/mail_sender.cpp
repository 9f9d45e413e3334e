// SPDX-License-Identifier: GPL-3.0-or-later
#include "platforms/mail/mail_sender.h"

#include "platforms/mail/mail_errors.h"
#include "platforms/mail/mail_translation.h"
#include "platforms/mail/mail_words.h"
#include "platforms/mail/mime_decoder.h"
#include "platforms/mail/smtp_session.h"
#include "platforms/mail/threading.h"
#include "platforms/upload_progress.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace parley::platforms::mail {

namespace {

constexpr qint64 kLongestMail = 160 << 20; ///< bytes of a mail that an attachment is taken from
constexpr auto kAnswerable = std::chrono::hours(90 * 24); ///< older mails are not looked for to be marked
constexpr auto kClockSlack = 48h; ///< the server's clock and ours; the search only gets slower by it

qint64 attachedBytes(const PushRequest &request)
{
    qint64 bytes = 0;
    if (const auto *reply = std::get_if<Reply>(&request.command)) {
        for (const OutgoingAttachment &attachment : reply->attachments)
            bytes += attachment.content.size();
    }
    return bytes;
}

} // namespace

MailSender::MailSender(const MailSettings &settings, const std::shared_ptr<const LiveSecret> &secret,
    const Timeouts &timeouts, std::shared_ptr<Waits> waits)
    : m_settings(settings)
    , m_secret(secret)
    , m_timeouts(timeouts)
    , m_waits(waits)
    , m_imap(settings, secret, timeouts, std::move(waits))
{
}

Result<void> MailSender::signIn()
{
    SmtpSession smtp(m_settings, m_secret, m_timeouts, m_waits);
    return smtp.open();
}

Result<ImapSession::Folders> MailSender::folders()
{
    auto folders = m_imap.folders();
    if (!folders)
        return folders;
    // Where they cannot be made the server keeps no copies for us: then we go on without.
    if (folders->sent.isEmpty()) {
        if (const auto made = m_imap.makeFolder("Sent"))
            folders->sent = *made;
        else if (!m_imap.isOpen())
            return made.error();
    }
    if (folders->drafts.isEmpty()) {
        if (const auto made = m_imap.makeFolder("Drafts"))
            folders->drafts = *made;
        else if (!m_imap.isOpen())
            return made.error();
    }
    return folders;
}

Result<MailSender::Found> MailSender::look(const QString &messageId, Timestamp since)
{
    const auto folders = this->folders();
    if (!folders)
        return folders.error();
    Found found;
    const ImapSession::Search search{.messageId = messageId.toLatin1(), .since = since - kClockSlack};
    for (const auto &folder : {folders->drafts, folders->sent}) {
        if (folder.isEmpty())
            continue;
        const auto selected = m_imap.select(folder, true);
        if (!selected)
            return selected.error();
        const auto uids = m_imap.search(search);
        if (!uids)
            return uids.error();
        if (folder == folders->drafts)
            found.drafts = *uids;
        if (!uids->isEmpty())
            found.trace = folder == folders->sent ? Trace::Sent : Trace::LaidDown;
    }
    return found;
}

PushReceipt MailSender::receiptFor(const OutgoingMail &mail) const
{
    ParsedMail sent;
    sent.messageId = mail.messageId;
    sent.inReplyTo = mail.inReplyTo;
    sent.references = mail.references;
    sent.subject = mail.subject;
    sent.from = {mail.from};
    sent.to = mail.to;
    sent.cc = mail.cc;
    PushReceipt receipt;
    receipt.remoteId = mail.messageId;
    receipt.time = mail.date;
    receipt.extra = extraOf(sent, true);
    return receipt;
}

Result<PushReceipt> MailSender::push(const PushRequest &request, Timestamp now)
{
    const auto answer = answerTo(request, m_settings.from, now);
    if (!answer)
        return answer.error();
    const auto &mail = *answer;
    const auto bytes = composed(mail);
    const auto since = std::min(request.created, now);

    if (const auto ready = m_imap.open(); !ready)
        return ready.error();
    const auto found = look(mail.messageId, since);
    if (!found)
        return found.error();
    if (found->trace == Trace::Sent)
        return receiptFor(mail); // "send anyway" of a mail that had arrived after all

    SmtpSession smtp(m_settings, m_secret, m_timeouts, m_waits);
    if (const auto ready = smtp.open(); !ready)
        return ready.error();
    if (const auto begun = smtp.begin(m_settings.from.address, mail.recipients(), bytes.size()); !begun)
        return begun.error();

    const auto folders = this->folders();
    if (!folders)
        return folders.error();
    if (!folders->drafts.isEmpty()) {
        removeDrafts(mail.messageId, since); // of an earlier try
        if (const auto laid = m_imap.append(folders->drafts, bytes, true); !laid)
            return laid.error();
    }
    const UploadProgress progress(request);
    const qint64 attached = attachedBytes(request);
    const auto told = progress.ofNext(attached);
    const auto left = [&](qint64 count) {
        if (told)
            told(count, bytes.size());
    };
    if (const auto sent = smtp.send(bytes, left); !sent) {
        if (!sent.error().mayHaveArrived && !m_waits->isStopped())
            removeDrafts(mail.messageId, since);
        return sent.error();
    }
    progress.arrived(attached);
    smtp.close();
    if (folders->drafts.isEmpty() && !folders->sent.isEmpty() && !folders->serverKeepsSent) {
        // Without Drafts there was nothing to move. Lost with a cut here: the copy, not the mail.
        [[maybe_unused]] const auto copy = m_imap.append(folders->sent, bytes, false);
    } else {
        file(mail.messageId, since);
    }
    markAnswered(mail.inReplyTo, now);
    return receiptFor(mail);
}

void MailSender::removeDrafts(const QString &messageId, Timestamp since)
{
    if (const auto found = look(messageId, since); found && !found->drafts.isEmpty()) {
        const auto folders = m_imap.folders();
        if (folders && m_imap.select(folders->drafts, true)) {
            [[maybe_unused]] const auto removed = m_imap.remove(found->drafts);
        }
    }
}

void MailSender::file(const QString &messageId, Timestamp since)
{
    m_unfiled << Unfiled{messageId, since};
    QList<Unfiled> left;
    for (const auto &unfiled : std::as_const(m_unfiled)) {
        const auto found = look(unfiled.messageId, unfiled.since);
        const auto folders = m_imap.isOpen() ? m_imap.folders() : Result<ImapSession::Folders>(cancelled());
        bool done = found && folders;
        if (done && !found->drafts.isEmpty()) {
            const bool remove = folders->serverKeepsSent || found->trace == Trace::Sent || folders->sent.isEmpty();
            done = m_imap.select(folders->drafts, true)
                && (remove ? m_imap.remove(found->drafts) : m_imap.move(found->drafts, folders->sent));
        }
        if (!done)
            left << unfiled;
    }
    m_unfiled = left;
}

void MailSender::markAnswered(const QString &messageId, Timestamp now)
{
    if (messageId.isEmpty() || !m_imap.isOpen() || !m_imap.select("INBOX", true))
        return;
    const auto uids = m_imap.search({.messageId = messageId.toLatin1(), .since = now - kAnswerable});
    if (uids && !uids->isEmpty()) {
        [[maybe_unused]] const auto marked = m_imap.markAnswered(*uids);
    }
}

Result<std::optional<PushReceipt>> MailSender::findSent(const PushRequest &request)
{
    const auto answer = answerTo(request, m_settings.from, request.created);
    if (!answer)
        return answer.error();
    if (const auto ready = m_imap.open(); !ready)
        return ready.error();
    const auto folders = this->folders();
    if (!folders)
        return folders.error();
    const auto found = look(answer->messageId, request.created);
    if (!found)
        return found.error();
    if (found->trace == Trace::Sent)
        return std::optional(receiptFor(*answer));
    // The server's own copy may come later than its answer, and without Drafts nothing was laid down.
    if (found->trace == Trace::None && !folders->drafts.isEmpty())
        return std::optional<PushReceipt>{};
    return Error{ErrorKind::TimedOut, u"a copy in Drafts, none in Sent"_s,
        MailWords::tr("The connection broke while this mail was being sent, and the mail server does not tell whether "
                      "it went out."),
        {}, true};
}

Result<QByteArray> MailSender::download(const AttachmentRef &ref, qint64 limit)
{
    if (const auto ready = m_imap.open(); !ready)
        return ready.error();
    const auto folder = m_imap.select(ref.folder.isEmpty() ? QByteArray("INBOX") : ref.folder);
    if (!folder)
        return folder.error();
    QList<Uid> uids{ref.uid};
    if (folder->uidValidity != ref.uidValidity) { // the mail may be there still, under another number
        const auto found = m_imap.search({.messageId = ref.messageId.toLatin1()});
        if (!found)
            return found.error();
        uids = *found;
    }
    const auto mails = m_imap.fetch(uids.first(std::min<qsizetype>(uids.size(), 1)), kLongestMail);
    if (!mails)
        return mails.error();
    const auto mail = mails->isEmpty() ? ParsedMail{} : parseMail(mails->first().bytes);
    if (ref.index < 0 || ref.index >= mail.attachments.size()) {
        return Error{ErrorKind::NotFound, u"attachment"_s,
            MailWords::tr("The mail with this attachment is no longer on the server."), {}, false};
    }
    const auto &content = mail.attachments[ref.index].content;
    if (limit > 0 && content.size() > limit)
        return Error{ErrorKind::Rejected, u"attachment over the limit"_s,
            MailWords::tr("The attachment is larger than allowed."), {}, false};
    return content;
}

} // namespace parley::platforms::mail
