// SPDX-License-Identifier: GPL-3.0-or-later
#include "platforms/mail/mail_platform.h"

#include "platforms/mail/mail_errors.h"
#include "platforms/mail/mail_reader.h"
#include "platforms/mail/mail_sender.h"
#include "platforms/mail/mail_words.h"
#include "platforms/mail/worker.h"

#include <QCoroFuture>
#include <QObject>

#include <functional>
#include <memory>
#include <optional>
#include <utility>

using namespace Qt::StringLiterals;

namespace parley::platforms::mail {

namespace {

constexpr qint64 kAttachmentLimit = 25 << 20; ///< bytes; what most providers take. The server's own SIZE counts on top

/// Two workers: one reads and listens, one sends. Each has a connection of its own, so an answer never waits for a
/// fill.
class MailPlatform final : public Platform
{
public:
    MailPlatform(const MailSettings &settings, const Setup &setup, const Timeouts &timeouts)
        : m_clock(setup.clock)
        , m_settings(settings)
        , m_reading(u"mail reading"_s)
        , m_sending(u"mail sending"_s)
        , m_reader(std::make_shared<MailReader>(settings, setup.secret, timeouts, m_reading.waits()))
        , m_sender(std::make_shared<MailSender>(settings, setup.secret, timeouts, m_sending.waits()))
    {
        m_reading.atEnd([reader = m_reader] { reader->close(); });
        m_sending.atEnd([sender = m_sender] { sender->close(); });
    }

    [[nodiscard]] Capabilities capabilities() const override;
    QCoro::Task<Result<Identity>> signIn() override;
    QCoro::Task<Result<Batch>> pull(QByteArray cursor) override;
    QCoro::Task<Result<Live>> listen(QByteArray cursor) override;
    void interrupt() override { m_reading.waits()->interrupt(); }
    QCoro::Task<Result<PushReceipt>> push(PushRequest request) override;
    QCoro::Task<Result<std::optional<PushReceipt>>> findSent(PushRequest request) override;
    QCoro::Task<Result<QByteArray>> download(QString remoteRef, qint64 limit) override;
    void stop() override;

private:
    [[nodiscard]] QFuture<Result<Batch>> startPull(const QByteArray &cursor);

    const Clock *m_clock;
    MailSettings m_settings;
    std::unique_ptr<QObject> m_home = std::make_unique<QObject>(); ///< the engine's thread; outlives the workers
    Worker m_reading;
    Worker m_sending;
    std::shared_ptr<MailReader> m_reader;
    std::shared_ptr<MailSender> m_sender;
    /// The page after the one handed out, read while that is being stored.
    struct Ahead {
        QByteArray cursor;
        QFuture<Result<Batch>> page;
    };
    std::optional<Ahead> m_ahead;
};

Capabilities MailPlatform::capabilities() const
{
    Capabilities can;
    can.attachmentLimit = kAttachmentLimit;
    can.attachmentsPerMessage = 20;
    can.idempotency = Capabilities::Idempotency::ByReadingBack;
    can.hasSubject = true;
    return can;
}

QCoro::Task<Result<Identity>> MailPlatform::signIn()
{
    const auto reading = m_reading.run<Result<void>>([reader = m_reader] { return reader->signIn(); });
    const auto sending = m_sending.run<Result<void>>([sender = m_sender] { return sender->signIn(); });
    const Result<void> read = co_await reading;
    const Result<void> send = co_await sending;
    if (!read)
        co_return read.error();
    if (!send)
        co_return send.error();
    co_return Identity{m_settings.from.address, {}};
}

QFuture<Result<Batch>> MailPlatform::startPull(const QByteArray &cursor)
{
    return m_reading.run<Result<Batch>>([reader = m_reader, cursor] { return reader->pull(cursor); });
}

QCoro::Task<Result<Batch>> MailPlatform::pull(QByteArray cursor)
{
    QFuture<Result<Batch>> page;
    if (m_ahead && m_ahead->cursor == cursor)
        page = m_ahead->page;
    else
        page = startPull(cursor); // behind the page that nobody wants, if there is one
    m_ahead.reset();
    Result<Batch> batch = co_await page;
    if (batch && batch->more && !m_reading.waits()->isStopped())
        m_ahead = Ahead{batch->nextCursor, startPull(batch->nextCursor)};
    co_return batch;
}

QCoro::Task<Result<Live>> MailPlatform::listen(QByteArray cursor)
{
    m_ahead.reset();
    m_reading.waits()->clearInterrupt();
    const auto waiting = m_reading.run<Result<bool>>([reader = m_reader, cursor] { return reader->listen(cursor); });
    const Result<bool> news = co_await waiting;
    if (!news)
        co_return news.error();
    Live live;
    live.pullNow = *news;
    co_return live;
}

QCoro::Task<Result<PushReceipt>> MailPlatform::push(PushRequest request)
{
    const auto now = m_clock ? m_clock->now() : SystemClock().now();
    // Told from the worker, but wanted here; and not after this push has ended.
    const auto wanted = std::make_shared<std::function<void(qint64, qint64)>>(request.progress);
    if (request.progress) {
        request.progress = [home = m_home.get(), wanted](qint64 done, qint64 total) {
            const auto tell = [wanted, done, total] {
                if (*wanted)
                    (*wanted)(done, total);
            };
            QMetaObject::invokeMethod(home, tell, Qt::QueuedConnection);
        };
    }
    const auto sending =
        m_sending.run<Result<PushReceipt>>([sender = m_sender, request, now] { return sender->push(request, now); });
    const Result<PushReceipt> receipt = co_await sending;
    *wanted = nullptr;
    co_return receipt;
}

QCoro::Task<Result<std::optional<PushReceipt>>> MailPlatform::findSent(PushRequest request)
{
    using Found = Result<std::optional<PushReceipt>>;
    const auto looking = m_sending.run<Found>([sender = m_sender, request] { return sender->findSent(request); });
    co_return co_await looking;
}

QCoro::Task<Result<QByteArray>> MailPlatform::download(QString remoteRef, qint64 limit)
{
    // On the sending side: the reading one may be listening for half an hour.
    const auto ref = AttachmentRef::fromText(remoteRef);
    const auto fetching =
        m_sending.run<Result<QByteArray>>([sender = m_sender, ref, limit] { return sender->download(ref, limit); });
    co_return co_await fetching;
}

void MailPlatform::stop()
{
    m_reading.waits()->stop();
    m_sending.waits()->stop();
}

/// An account whose settings do not hold (the certificate's file is gone, say): every call tells so.
class Unusable final : public Platform
{
public:
    explicit Unusable(Error why)
        : m_why(std::move(why))
    {
    }
    [[nodiscard]] Capabilities capabilities() const override { return {}; }
    QCoro::Task<Result<Identity>> signIn() override { co_return m_why; }
    QCoro::Task<Result<Batch>> pull(QByteArray) override { co_return m_why; }
    QCoro::Task<Result<Live>> listen(QByteArray) override { co_return m_why; }
    void interrupt() override { }
    QCoro::Task<Result<PushReceipt>> push(PushRequest) override { co_return m_why; }
    void stop() override { }

private:
    Error m_why;
};

PlatformInfo info()
{
    PlatformInfo info;
    info.id = u"mail"_s;
    info.name = MailWords::tr("Mail");
    info.badge = u"@"_s;
    info.colour = 0xff3b6fb6;
    info.secretLabel = MailWords::tr("Password or access token");
    info.secretHelp = MailWords::tr(
        "The mailbox's password. Providers with two-step sign-in give you an app password for mail programs.");
    const auto field = [](const QString &key, const QString &label, const QString &hint, bool required,
                           const QStringList &choices = {}) {
        SettingField field;
        field.key = key;
        field.label = label;
        field.hint = hint;
        field.required = required;
        field.choices = choices;
        return field;
    };
    info.fields = {field(u"imap"_s, MailWords::tr("Incoming mail (IMAP)"), u"imap.example.com:993"_s, true),
        field(u"smtp"_s, MailWords::tr("Outgoing mail (SMTP)"), u"smtp.example.com:465"_s, true),
        field(u"user"_s, MailWords::tr("User name"), u"support@example.com"_s, true),
        field(u"security"_s, MailWords::tr("Encryption"), {}, false, {u"tls"_s, u"starttls"_s, u"none"_s}),
        field(u"auth"_s, MailWords::tr("Sign-in"), {}, false, {u"password"_s, u"xoauth2"_s}),
        field(u"from"_s, MailWords::tr("Our address, if it is not the user name"), u"support@example.com"_s, false),
        field(u"name"_s, MailWords::tr("Our name, as customers see it"), MailWords::tr("Example Shop"), false),
        field(u"ca"_s, MailWords::tr("Certificate of a private authority"), u"/path/to/ca.pem"_s, false)};
    return info;
}

} // namespace

std::unique_ptr<Platform> connectMail(const Setup &setup, const Timeouts &timeouts)
{
    const auto settings = settingsOf(setup.account);
    if (!settings)
        return std::make_unique<Unusable>(settings.error());
    return std::make_unique<MailPlatform>(*settings, setup, timeouts);
}

Entry entry()
{
    return {info(), [](Account account) { return validated(std::move(account)); },
        [](Setup setup) { return connectMail(setup, {}); }};
}

} // namespace parley::platforms::mail
