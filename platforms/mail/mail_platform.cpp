// SPDX-License-Identifier: GPL-3.0-or-later
#include "platforms/mail/mail_platform.h"

#include "platforms/mail/live_secret.h"
#include "platforms/mail/mail_errors.h"
#include "platforms/mail/mail_reader.h"
#include "platforms/mail/mail_sender.h"
#include "platforms/mail/mail_words.h"
#include "platforms/mail/oauth_sign_in.h"
#include "platforms/mail/oauth_tokens.h"
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

const QString kClientSecret = u"client_secret"_s; ///< SecretField::key
constexpr qint64 kAttachmentLimit = 25 << 20; ///< bytes; what most providers take. The server's own SIZE counts on top

const SystemClock kSystemClock;

const Clock &clockOf(const Setup &setup)
{
    return setup.clock ? *setup.clock : kSystemClock;
}

QByteArray clientSecretIn(const Setup &setup)
{
    return setup.furtherSecrets.value(kClientSecret);
}

/// Two workers: one reads and listens, one sends. Each has a connection of its own, so an answer never waits for a
/// fill. What they sign in with is got here, on the engine's thread, before they are asked for anything.
class MailPlatform final : public Platform
{
public:
    MailPlatform(const MailSettings &settings, const Setup &setup, const Timeouts &timeouts)
        : m_clock(clockOf(setup))
        , m_settings(settings)
        , m_given(setup.secret)
        , m_secret(std::make_shared<LiveSecret>(settings.oauth ? QByteArray() : setup.secret))
        , m_reading(u"mail reading"_s)
        , m_sending(u"mail sending"_s)
        , m_reader(std::make_shared<MailReader>(settings, m_secret, timeouts, m_reading.waits()))
        , m_sender(std::make_shared<MailSender>(settings, m_secret, timeouts, m_sending.waits()))
    {
        if (settings.oauth) {
            const OAuthTokens::Secrets secrets{setup.secret, clientSecretIn(setup)};
            m_tokens = std::make_unique<OAuthTokens>(settings.client, secrets, m_clock, setup.keepSecret);
        }
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
    [[nodiscard]] QFuture<Result<Batch>> startOrTakePull(const QByteArray &cursor);
    /// Has a worker do it with a token that is good, and once more with a new one where a server refuses that all the
    /// same.
    template <typename T>
    QCoro::Task<Result<T>> admitted(std::function<QFuture<Result<T>>()> start);

    const Clock &m_clock;
    MailSettings m_settings;
    QByteArray m_given; ///< the account's secret when we were made
    std::shared_ptr<LiveSecret> m_secret; ///< what the workers sign in with
    std::unique_ptr<OAuthTokens> m_tokens; ///< null: by password
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

template <typename T>
QCoro::Task<Result<T>> MailPlatform::admitted(std::function<QFuture<Result<T>>()> start)
{
    if (!m_tokens) {
        const QFuture<Result<T>> only = start();
        Result<T> outcome = co_await only;
        co_return outcome;
    }
    const Result<QByteArray> token = co_await m_tokens->token({});
    if (!token)
        co_return token.error();
    m_secret->set(*token);
    const QFuture<Result<T>> first = start();
    Result<T> outcome = co_await first;
    if (outcome || outcome.error().kind != ErrorKind::Unauthorized)
        co_return outcome;
    const Result<QByteArray> renewed = co_await m_tokens->token(*token);
    if (!renewed)
        co_return renewed.error();
    m_secret->set(*renewed);
    const QFuture<Result<T>> second = start();
    outcome = co_await second;
    co_return outcome;
}

QCoro::Task<Result<Identity>> MailPlatform::signIn()
{
    const std::function<QFuture<Result<void>>()> read = [this] {
        return m_reading.run<Result<void>>([reader = m_reader] { return reader->signIn(); });
    };
    const std::function<QFuture<Result<void>>()> send = [this] {
        return m_sending.run<Result<void>>([sender = m_sender] { return sender->signIn(); });
    };
    const auto reading = admitted<void>(read); // both at once
    const auto sending = admitted<void>(send);
    const Result<void> canRead = co_await reading;
    const Result<void> canSend = co_await sending;
    if (!canRead)
        co_return canRead.error();
    if (!canSend)
        co_return canSend.error();
    Identity identity{m_settings.from.address, {}};
    if (m_tokens && m_tokens->refreshToken() != m_given)
        identity.exchangedSecret = m_tokens->refreshToken();
    co_return identity;
}

QFuture<Result<Batch>> MailPlatform::startPull(const QByteArray &cursor)
{
    return m_reading.run<Result<Batch>>([reader = m_reader, cursor] { return reader->pull(cursor); });
}

QFuture<Result<Batch>> MailPlatform::startOrTakePull(const QByteArray &cursor)
{
    const auto ahead = std::exchange(m_ahead, std::nullopt);
    // A page that nobody wants, if there is one, comes before ours.
    return ahead && ahead->cursor == cursor ? ahead->page : startPull(cursor);
}

QCoro::Task<Result<Batch>> MailPlatform::pull(QByteArray cursor)
{
    const std::function<QFuture<Result<Batch>>()> start = [this, cursor] { return startOrTakePull(cursor); };
    Result<Batch> batch = co_await admitted<Batch>(start);
    if (batch && batch->more && !m_reading.waits()->isStopped())
        m_ahead = Ahead{batch->nextCursor, startPull(batch->nextCursor)};
    co_return batch;
}

QCoro::Task<Result<Live>> MailPlatform::listen(QByteArray cursor)
{
    m_ahead.reset();
    m_reading.waits()->clearInterrupt();
    const std::function<QFuture<Result<bool>>()> start = [this, cursor] {
        return m_reading.run<Result<bool>>([reader = m_reader, cursor] { return reader->listen(cursor); });
    };
    const Result<bool> news = co_await admitted<bool>(start);
    if (!news)
        co_return news.error();
    Live live;
    live.pullNow = *news;
    co_return live;
}

QCoro::Task<Result<PushReceipt>> MailPlatform::push(PushRequest request)
{
    const auto now = m_clock.now();
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
    // Signing in comes before everything else of it: what was refused there has certainly not been sent.
    const std::function<QFuture<Result<PushReceipt>>()> start = [this, request, now] {
        return m_sending.run<Result<PushReceipt>>(
            [sender = m_sender, request, now] { return sender->push(request, now); });
    };
    const Result<PushReceipt> receipt = co_await admitted<PushReceipt>(start);
    *wanted = nullptr;
    co_return receipt;
}

QCoro::Task<Result<std::optional<PushReceipt>>> MailPlatform::findSent(PushRequest request)
{
    using Found = Result<std::optional<PushReceipt>>;
    const std::function<QFuture<Found>()> start = [this, request] {
        return m_sending.run<Found>([sender = m_sender, request] { return sender->findSent(request); });
    };
    Found found = co_await admitted<std::optional<PushReceipt>>(start);
    co_return found;
}

QCoro::Task<Result<QByteArray>> MailPlatform::download(QString remoteRef, qint64 limit)
{
    // On the sending side: the reading one may be listening for half an hour.
    const auto ref = AttachmentRef::fromText(remoteRef);
    const std::function<QFuture<Result<QByteArray>>()> start = [this, ref, limit] {
        return m_sending.run<Result<QByteArray>>(
            [sender = m_sender, ref, limit] { return sender->download(ref, limit); });
    };
    Result<QByteArray> bytes = co_await admitted<QByteArray>(start);
    co_return bytes;
}

void MailPlatform::stop()
{
    m_reading.waits()->stop();
    m_sending.waits()->stop();
    if (m_tokens)
        m_tokens->stop();
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
    QCoro::Task<Result<Identity>> signIn() override { return tell<Identity>(m_why); }
    QCoro::Task<Result<Batch>> pull(QByteArray) override { return tell<Batch>(m_why); }
    QCoro::Task<Result<Live>> listen(QByteArray) override { return tell<Live>(m_why); }
    void interrupt() override { }
    QCoro::Task<Result<PushReceipt>> push(PushRequest) override { return tell<PushReceipt>(m_why); }
    void stop() override { }

private:
    // By value: GCC 12 moves a member out when it is co_returned, and the second call would be told nothing.
    template <typename T>
    static QCoro::Task<Result<T>> tell(Error why)
    {
        co_return why;
    }

    Error m_why;
};

PlatformInfo info()
{
    PlatformInfo info;
    info.id = u"mail"_s;
    info.name = MailWords::tr("Mail");
    info.badge = u"@"_s;
    info.colour = 0xff3b6fb6;
    info.secretLabel = MailWords::tr("Password or refresh token");
    info.secretHelp = MailWords::tr(
        "The mailbox's password. Providers with two-step sign-in give you an app password for mail programs; Google "
        "and Microsoft want xoauth2, which signs in in the browser.");
    const SettingCondition byOAuth{u"auth"_s, u"xoauth2"_s};
    info.browserSignIn = byOAuth;
    info.furtherSecrets = {SecretField{kClientSecret, MailWords::tr("Client secret"),
        MailWords::tr("Only if the provider gave you one with the client ID, as Google does."), false, byOAuth}};
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
    const auto oauthField = [&field, &byOAuth](
                                const QString &key, const QString &label, const QString &hint, bool required = false) {
        SettingField made = field(key, label, hint, required);
        made.onlyWhere = byOAuth;
        return made;
    };
    info.fields = {field(u"imap"_s, MailWords::tr("Incoming mail (IMAP)"), u"imap.example.com:993"_s, true),
        field(u"smtp"_s, MailWords::tr("Outgoing mail (SMTP)"), u"smtp.example.com:465"_s, true),
        field(u"user"_s, MailWords::tr("User name"), u"support@example.com"_s, true),
        field(u"security"_s, MailWords::tr("Encryption"), {}, false, {u"tls"_s, u"starttls"_s, u"none"_s}),
        field(u"auth"_s, MailWords::tr("Sign-in"), {}, false, {u"password"_s, u"xoauth2"_s}),
        oauthField(u"client_id"_s, MailWords::tr("Client ID"),
            MailWords::tr("As you registered Parley with the provider"), true),
        oauthField(u"authorization_url"_s, MailWords::tr("Sign-in page"),
            MailWords::tr("https://… ; empty: Google's or Microsoft's own")),
        oauthField(u"token_url"_s, MailWords::tr("Token address"),
            MailWords::tr("https://… ; empty: Google's or Microsoft's own")),
        oauthField(u"scope"_s, MailWords::tr("Scope"), MailWords::tr("empty: Google's or Microsoft's own")),
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

Result<std::unique_ptr<BrowserSignIn>> signInFor(const Setup &setup)
{
    const auto settings = settingsOf(setup.account);
    if (!settings)
        return settings.error();
    if (!settings->oauth)
        return Error{ErrorKind::Rejected, u"auth=password"_s,
            MailWords::tr("Signing in in the browser goes with auth=xoauth2 only."), {}, false};
    const OAuthSignIn::Asked asked{settings->client, clientSecretIn(setup), settings->user};
    return std::unique_ptr<BrowserSignIn>(std::make_unique<OAuthSignIn>(asked, clockOf(setup)));
}

Entry entry()
{
    return {info(), [](Account account) { return validated(std::move(account)); },
        [](Setup setup) { return connectMail(setup, {}); }, [](Setup setup) { return signInFor(setup); }};
}

} // namespace parley::platforms::mail
