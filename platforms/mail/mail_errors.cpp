// SPDX-License-Identifier: GPL-3.0-or-later
#include "platforms/mail/mail_errors.h"

#include "models/display_text.h"
#include "platforms/mail/mail_words.h"

#include <QLocale>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace parley::platforms::mail {

namespace {

QString nameOf(const Endpoint &server)
{
    return u"%1:%2"_s.arg(server.host).arg(server.port);
}

// What a server says is text from outside.
QString said(const QString &serverWords)
{
    return safeForDisplay(serverWords, 300);
}

} // namespace

Error cancelled()
{
    return {ErrorKind::Cancelled, u"stopped"_s, {}, {}, false};
}

Error unreachable(const Endpoint &server, const QString &why)
{
    return {ErrorKind::Offline, u"connecting to %1: %2"_s.arg(nameOf(server), why),
        MailWords::tr("The mail server %1 cannot be reached (%2). Everything is kept and goes on when it can.")
            .arg(nameOf(server), said(why)),
        {}, false};
}

Error timedOut(const Endpoint &server)
{
    return {ErrorKind::TimedOut, u"no answer from %1"_s.arg(nameOf(server)),
        MailWords::tr("The mail server %1 does not answer. Everything is kept and goes on when it does.")
            .arg(nameOf(server)),
        {}, false};
}

Error cutOff(const Endpoint &server)
{
    return {ErrorKind::BadReply, u"%1 closed the connection"_s.arg(nameOf(server)),
        MailWords::tr("The mail server %1 closed the connection. It is tried again.").arg(nameOf(server)), {}, false};
}

Error untrusted(const Endpoint &server, const QString &why, bool privateCa)
{
    const auto mend = privateCa
        ? MailWords::tr("Check that the file in ca= belongs to this server.")
        : MailWords::tr("If it has an authority of its own, name its certificate with ca=FILE.");
    return {ErrorKind::BadReply, u"TLS of %1: %2"_s.arg(nameOf(server), why),
        MailWords::tr("The mail server %1 cannot prove that it is the right one: %2. Nothing was sent to it. %3")
            .arg(nameOf(server), said(why), mend),
        {}, false};
}

Error noStartTls(const Endpoint &server)
{
    return {ErrorKind::BadReply, u"%1 offers no STARTTLS"_s.arg(nameOf(server)),
        MailWords::tr(
            "The mail server %1 does not offer encryption (STARTTLS), so nothing was sent to it. Try security=tls with "
            "its TLS port.")
            .arg(nameOf(server)),
        {}, false};
}

Error passwordRefused(const Endpoint &server, bool oauth, const QString &serverWords)
{
    const auto words = oauth ? MailWords::tr("The mail server %1 refuses the sign-in although it was renewed just now "
                                             "(%2). Check that user= is the mailbox that you signed in to, and that "
                                             "your provider allows IMAP and SMTP for it.")
                             : MailWords::tr("The mail server %1 refuses the user name or password (%2).");
    return {ErrorKind::Unauthorized, u"sign-in refused by %1"_s.arg(nameOf(server)),
        words.arg(nameOf(server), said(serverWords)), {}, false};
}

Error unintelligible(const Endpoint &server, const QString &serverWords)
{
    return {ErrorKind::BadReply, u"bad answer of %1"_s.arg(nameOf(server)),
        MailWords::tr("The mail server %1 gives an answer that makes no sense (%2). It is tried again.")
            .arg(nameOf(server), said(serverWords)),
        {}, false};
}

Error refusedBy(const Endpoint &server, const QString &serverWords)
{
    if (serverWords.contains("quota"_L1, Qt::CaseInsensitive)) {
        return {ErrorKind::Rejected, u"over quota at %1"_s.arg(nameOf(server)),
            MailWords::tr("The mailbox on %1 is full (%2). Make room there, then retry.")
                .arg(nameOf(server), said(serverWords)),
            {}, false};
    }
    return {ErrorKind::BadReply, u"%1 said NO"_s.arg(nameOf(server)),
        MailWords::tr("The mail server %1 says: %2").arg(nameOf(server), said(serverWords)), {}, false};
}

Error smtpRefusal(const Endpoint &server, int code, const QString &serverWords, const QString &recipient)
{
    const auto name = nameOf(server);
    const auto words = said(serverWords);
    const auto detail = u"%1 answered %2"_s.arg(name).arg(code);
    if (code == 535 || code == 534 || code == 538 || code == 530)
        return {ErrorKind::Unauthorized, detail,
            MailWords::tr("The mail server %1 refuses to sign us in: %2").arg(name, words), {}, false};
    if (code == 552 || code == 452 || serverWords.contains("5.2.2"_L1)) {
        const bool forGood = code >= 500;
        const auto whose = recipient.isEmpty()
            ? MailWords::tr("The mail server %1 has no room for it: %2").arg(name, words)
            : MailWords::tr("The mailbox of %1 is full: %2").arg(recipient, words);
        return {forGood ? ErrorKind::Rejected : ErrorKind::RateLimited, detail, whose,
            forGood ? 0ms : std::chrono::milliseconds(300s), false};
    }
    if (code >= 400 && code < 500) { // greylisting, too many mails, a server in trouble: all ask to come back
        const bool closing = code == 421;
        return {ErrorKind::RateLimited, detail,
            MailWords::tr("The mail server %1 asks to come back later: %2").arg(name, words),
            closing ? std::chrono::milliseconds(30s) : std::chrono::milliseconds(120s), false};
    }
    if (!recipient.isEmpty())
        return {ErrorKind::Rejected, detail, MailWords::tr("%1 was refused as a recipient: %2").arg(recipient, words),
            {}, false};
    if (code >= 500)
        return {ErrorKind::Rejected, detail, MailWords::tr("The mail server %1 refused the mail: %2").arg(name, words),
            {}, false};
    return unintelligible(server, serverWords);
}

Error tooLarge(const Endpoint &server, qint64 size, qint64 limit)
{
    const QLocale locale;
    return {ErrorKind::Rejected, u"mail of %1 bytes, %2 takes %3"_s.arg(size).arg(nameOf(server)).arg(limit),
        MailWords::tr(
            "The mail is too large: it has %1, the mail server takes %2. Send the files in several mails or by a link.")
            .arg(locale.formattedDataSize(size), locale.formattedDataSize(limit)),
        {}, false};
}

} // namespace parley::platforms::mail
