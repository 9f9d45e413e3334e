// SPDX-License-Identifier: GPL-3.0-or-later
#include "platforms/mail/smtp_session.h"

#include "platforms/mail/mail_errors.h"
#include "platforms/mail/mail_words.h"

#include <libetpan/libetpan.h>

#include <utility>

using namespace Qt::StringLiterals;

namespace parley::platforms::mail {

namespace {
constexpr int kLongestReply = 100; ///< lines
}

SmtpSession::SmtpSession(MailSettings settings, std::shared_ptr<const LiveSecret> secret, const Timeouts &timeouts,
    std::shared_ptr<Waits> waits)
    : m_settings(std::move(settings))
    , m_secret(std::move(secret))
    , m_timeouts(timeouts)
    , m_waits(std::move(waits))
{
}

SmtpSession::~SmtpSession()
{
    close();
}

void SmtpSession::close()
{
    if (m_smtp) {
        if (m_stream->isConnected() && !m_waits->isStopped() && m_smtp->stream) {
            mailstream_write(m_smtp->stream, "QUIT\r\n", 6); // politeness; its answer tells nothing
            mailstream_flush(m_smtp->stream);
        }
        mailsmtp_free(m_smtp);
        m_smtp = nullptr;
    }
    m_stream.reset();
}

Error SmtpSession::problem(int result, const QString &recipient) const
{
    const auto words = m_smtp && m_smtp->response ? QString::fromUtf8(m_smtp->response).simplified() : QString();
    if (result == MAILSMTP_ERROR_STREAM || result == MAILSMTP_ERROR_MEMORY || !m_smtp || !m_stream->isConnected()
        || m_smtp->response_code == 0)
        return m_stream->error();
    return smtpRefusal(m_settings.smtp, m_smtp->response_code, words, recipient);
}

Result<void> SmtpSession::open()
{
    close();
    m_stream = std::make_unique<MailStream>(m_settings.smtp, m_settings, m_timeouts, m_waits);
    if (const auto connected = m_stream->connect(); !connected)
        return connected.error();
    m_smtp = mailsmtp_new(0, nullptr);
    if (const int result = mailsmtp_connect(m_smtp, m_stream->open()); result != MAILSMTP_NO_ERROR)
        return problem(result, {});
    if (const int result = mailesmtp_ehlo(m_smtp); result != MAILSMTP_NO_ERROR)
        return problem(result, {});
    if (m_settings.smtp.security == Security::StartTls) {
        if ((m_smtp->esmtp & MAILSMTP_ESMTP_STARTTLS) == 0 || mailesmtp_starttls(m_smtp) != MAILSMTP_NO_ERROR)
            return noStartTls(m_settings.smtp);
        if (const auto encrypted = m_stream->startTls(m_smtp->stream); !encrypted)
            return encrypted;
        m_stream->beginCommand();
        // What was said before TLS counts no longer.
        if (const int result = mailesmtp_ehlo(m_smtp); result != MAILSMTP_NO_ERROR)
            return problem(result, {});
    }
    return signIn();
}

Result<int> SmtpSession::command(const QByteArray &line)
{
    m_stream->beginCommand();
    const QByteArray whole = line + "\r\n";
    if (mailstream_write(m_smtp->stream, whole.constData(), size_t(whole.size())) < 0
        || mailstream_flush(m_smtp->stream) < 0)
        return m_stream->error();
    return reply();
}

Result<int> SmtpSession::reply()
{
    m_words.clear();
    for (int i = 0; i < kLongestReply; ++i) {
        const char *text = mailstream_read_line_remove_eol(m_smtp->stream, m_smtp->line_buffer);
        if (!text)
            return m_stream->error();
        const QByteArray line(text);
        bool ok = false;
        const int code = line.left(3).toInt(&ok);
        if (!ok)
            return unintelligible(m_settings.smtp, QString::fromUtf8(line));
        m_words += (m_words.isEmpty() ? QString() : u" "_s) + QString::fromUtf8(line.mid(4));
        if (line.size() < 4 || line[3] != '-')
            return code;
    }
    return unintelligible(m_settings.smtp, m_words);
}

// By our own lines: libetpan signs in by Cyrus SASL, whose mechanisms are plug-ins that may not be installed.
Result<void> SmtpSession::signIn()
{
    const auto user = m_settings.user.toUtf8();
    const auto secret = m_secret->value();
    Result<int> code;
    if (m_settings.oauth) {
        const auto sasl = QByteArray("user=" + user + "\x01" + "auth=Bearer " + secret + "\x01\x01").toBase64();
        code = command("AUTH XOAUTH2 " + sasl);
        if (code && *code == 334) // the reasons, as JSON; an empty line asks for the refusal itself
            code = command({});
    } else {
        const auto sasl = QByteArray(QByteArray(1, '\0') + user + '\0' + secret).toBase64();
        code = command("AUTH PLAIN " + sasl);
        if (code && (*code == 504 || *code == 334)) { // the server has LOGIN only
            code = command("AUTH LOGIN");
            if (code && *code == 334)
                code = command(user.toBase64());
            if (code && *code == 334)
                code = command(secret.toBase64());
        }
    }
    if (!code)
        return code.error();
    if (*code == 235 || *code == 503) // 503: it knows us already
        return {};
    if (*code >= 500)
        return passwordRefused(m_settings.smtp, m_settings.oauth, m_words);
    return smtpRefusal(m_settings.smtp, *code, m_words, {});
}

Result<void> SmtpSession::begin(const QString &from, const QStringList &recipients, qint64 size)
{
    const auto limit = qint64(m_smtp->smtp_max_msg_size);
    if ((m_smtp->esmtp & MAILSMTP_ESMTP_SIZE) != 0 && limit > 0 && size > limit)
        return tooLarge(m_settings.smtp, size, limit);
    m_stream->beginCommand();
    if (const int result = mailesmtp_mail_size(m_smtp, from.toUtf8().constData(), 0, nullptr, size_t(size));
        result != MAILSMTP_NO_ERROR)
        return problem(result, {});
    for (const auto &recipient : recipients) {
        m_stream->beginCommand();
        if (const int result = mailsmtp_rcpt(m_smtp, recipient.toUtf8().constData()); result != MAILSMTP_NO_ERROR)
            return problem(result, recipient);
    }
    return {};
}

Result<void> SmtpSession::send(const QByteArray &mail, const std::function<void(qint64)> &progress)
{
    const auto begun = command("DATA");
    if (!begun)
        return begun.error();
    if (*begun != 354)
        return smtpRefusal(m_settings.smtp, *begun, m_words, {});
    m_stream->beginCommand();
    m_stream->onMoved = progress;
    // Doubles dots at the beginning of lines.
    const bool left = mailstream_send_data_crlf(m_smtp->stream, mail.constData(), size_t(mail.size()), 0, nullptr) >= 0
        && mailstream_flush(m_smtp->stream) >= 0;
    m_stream->onMoved = {};
    if (!left)
        return m_stream->error();
    // From here on the mail may arrive.
    m_stream->beginCommand();
    const QByteArray end = mail.endsWith("\r\n") ? ".\r\n" : "\r\n.\r\n";
    Result<int> code = m_stream->error();
    if (mailstream_write(m_smtp->stream, end.constData(), size_t(end.size())) >= 0
        && mailstream_flush(m_smtp->stream) >= 0)
        code = reply();
    if (!code) {
        auto error = code.error();
        error.mayHaveArrived = true;
        return error;
    }
    if (*code >= 200 && *code < 300)
        return {};
    return smtpRefusal(m_settings.smtp, *code, m_words, {});
}

} // namespace parley::platforms::mail
