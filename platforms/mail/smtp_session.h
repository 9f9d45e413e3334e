// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/result.h"
#include "platforms/mail/live_secret.h"
#include "platforms/mail/mail_settings.h"
#include "platforms/mail/mail_stream.h"
#include "platforms/mail/waits.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <functional>
#include <memory>

struct mailsmtp;

namespace parley::platforms::mail {

/// One connection to a submission server for one mail. Blocks its worker's thread like ImapSession.
class SmtpSession
{
public:
    SmtpSession(MailSettings settings, std::shared_ptr<const LiveSecret> secret, const Timeouts &timeouts,
        std::shared_ptr<Waits> waits);
    ~SmtpSession();
    SmtpSession(const SmtpSession &) = delete;
    SmtpSession &operator=(const SmtpSession &) = delete;

    /// Connects and signs in.
    Result<void> open();
    /// Announces the mail: sender, recipients, size. Refusals come here, and nothing was sent then.
    Result<void> begin(const QString &from, const QStringList &recipients, qint64 size);
    /// Hands the mail over. Error::mayHaveArrived is set exactly if the line that ends the mail may have reached the
    /// server and its answer is not known: a mail that was cut before that line must be thrown away by the server.
    /// \param progress  called with the bytes of \a mail that have left, in this thread; null: nobody looks
    Result<void> send(const QByteArray &mail, const std::function<void(qint64 left)> &progress = {});
    void close();

private:
    Result<void> signIn();
    /// Sends one line and reads the answer. \return its code
    Result<int> command(const QByteArray &line);
    Result<int> reply();
    [[nodiscard]] Error problem(int result, const QString &recipient) const;

    MailSettings m_settings;
    std::shared_ptr<const LiveSecret> m_secret;
    Timeouts m_timeouts;
    std::shared_ptr<Waits> m_waits;
    std::unique_ptr<MailStream> m_stream;
    mailsmtp *m_smtp = nullptr;
    QString m_words; ///< of the last reply()
};

} // namespace parley::platforms::mail
