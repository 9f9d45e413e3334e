// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/fake_platform.h"

#include "platforms/http/baton.h"

#include <QCoroFuture>
#include <QCoroTimer>

#include <QFuture>
#include <QPromise>

namespace parley::tests {

namespace {

constexpr std::chrono::milliseconds kLook{5}; ///< how often a held sign-in looks whether it may go on

class FakePlatform final : public platforms::Platform
{
public:
    FakePlatform(std::shared_ptr<FakeWorld> world, platforms::Setup setup)
        : m_world(std::move(world))
        , m_setup(std::move(setup))
    {
    }

    [[nodiscard]] Capabilities capabilities() const override { return m_world->capabilities(); }

    QCoro::Task<Result<platforms::Identity>> signIn() override
    {
        while (m_world->signInHeld() && !m_stopped)
            co_await QCoro::sleepFor(kLook);
        if (m_stopped)
            co_return Error{ErrorKind::Cancelled, {}, {}, {}, false};
        co_return m_world->signIn(m_setup.secret);
    }

    QCoro::Task<Result<Batch>> pull(QByteArray cursor) override
    {
        Batch batch = m_world->take().value_or(Batch{});
        batch.nextCursor = QByteArray::number(cursor.toInt() + 1);
        co_return batch;
    }

    QCoro::Task<Result<platforms::Live>> listen(QByteArray) override
    {
        if (m_stopped)
            co_return Error{ErrorKind::Cancelled, {}, {}, {}, false};
        m_waiting = std::make_unique<QPromise<void>>();
        m_waiting->start();
        QFuture<void> woken = m_waiting->future();
        co_await woken;
        if (m_stopped)
            co_return Error{ErrorKind::Cancelled, {}, {}, {}, false};
        platforms::Live live;
        live.pullNow = true;
        co_return live;
    }

    void interrupt() override
    {
        if (m_waiting)
            std::exchange(m_waiting, nullptr)->finish();
    }

    QCoro::Task<Result<PushReceipt>> push(PushRequest request) override { co_return m_world->push(request); }

    QCoro::Task<Result<void>> showTyping(QString, QJsonObject) override
    {
        m_world->showTyping();
        co_return Result<void>{};
    }
    QCoro::Task<Result<void>> hideTyping(QString, QJsonObject) override
    {
        m_world->hideTyping();
        co_return Result<void>{};
    }

    void stop() override
    {
        m_stopped = true;
        interrupt();
    }

private:
    std::shared_ptr<FakeWorld> m_world;
    platforms::Setup m_setup;
    std::unique_ptr<QPromise<void>> m_waiting;
    bool m_stopped = false;
};

} // namespace

void FakeWorld::hand(const Batch &batch)
{
    const QMutexLocker lock(&m_mutex);
    m_batches.append(batch);
}

void FakeWorld::answerPushesWith(std::optional<Error> error)
{
    const QMutexLocker lock(&m_mutex);
    m_pushError = std::move(error);
}

void FakeWorld::refuseSecret(bool refuse)
{
    const QMutexLocker lock(&m_mutex);
    m_refuse = refuse;
}

void FakeWorld::holdSignIn(bool hold)
{
    const QMutexLocker lock(&m_mutex);
    m_hold = hold;
}

QList<PushRequest> FakeWorld::pushed() const
{
    const QMutexLocker lock(&m_mutex);
    return m_pushed;
}

int FakeWorld::typingShown() const
{
    const QMutexLocker lock(&m_mutex);
    return m_typing;
}

QList<QByteArray> FakeWorld::secretsTried() const
{
    const QMutexLocker lock(&m_mutex);
    return m_secrets;
}

Capabilities FakeWorld::capabilities() const
{
    const QMutexLocker lock(&m_mutex);
    return m_capabilities;
}

std::optional<Batch> FakeWorld::take()
{
    const QMutexLocker lock(&m_mutex);
    if (m_batches.isEmpty())
        return std::nullopt;
    return m_batches.takeFirst();
}

Result<PushReceipt> FakeWorld::push(const PushRequest &request)
{
    const QMutexLocker lock(&m_mutex);
    m_pushed.append(request);
    if (m_pushError)
        return *m_pushError;
    PushReceipt receipt;
    receipt.remoteId = QStringLiteral("sent-%1").arg(++m_sent);
    const auto *reply = std::get_if<Reply>(&request.command);
    if (reply && reply->privately)
        receipt.privateConversationRemoteId = u"private-" + request.conversationRemoteId;
    return receipt;
}

Result<platforms::Identity> FakeWorld::signIn(const QByteArray &secret)
{
    const QMutexLocker lock(&m_mutex);
    m_secrets.append(secret);
    if (m_refuse)
        return Error{ErrorKind::Unauthorized, QStringLiteral("refused by the test"), {}, {}, false};
    return platforms::Identity{QStringLiteral("@fake"), {}};
}

bool FakeWorld::signInHeld() const
{
    const QMutexLocker lock(&m_mutex);
    return m_hold;
}

void FakeWorld::showTyping()
{
    const QMutexLocker lock(&m_mutex);
    ++m_typing;
}

void FakeWorld::hideTyping()
{
    const QMutexLocker lock(&m_mutex);
    ++m_typingHidden;
}

int FakeWorld::typingHidden() const
{
    const QMutexLocker lock(&m_mutex);
    return m_typingHidden;
}

void FakeWorld::answerBrowserWith(std::optional<Result<QByteArray>> answer)
{
    const QMutexLocker lock(&m_mutex);
    m_browser = std::move(answer);
}

QList<Account> FakeWorld::browserAccounts() const
{
    const QMutexLocker lock(&m_mutex);
    return m_browserAccounts;
}

std::optional<Result<QByteArray>> FakeWorld::browserAnswer(const Account &account)
{
    const QMutexLocker lock(&m_mutex);
    m_browserAccounts.append(account);
    return m_browser;
}

namespace {

/// Its page cannot be opened anywhere; what comes of it is the world's matter.
class FakeSignIn final : public platforms::BrowserSignIn
{
public:
    explicit FakeSignIn(std::optional<Result<QByteArray>> answer)
        : m_answer(std::move(answer))
    {
    }
    Result<QUrl> begin() override { return QUrl(QStringLiteral("https://door.test/sign-in?state=1")); }
    QCoro::Task<Result<QByteArray>> secret() override
    {
        const auto over = m_over;
        if (!m_answer)
            co_await over->raised();
        const Result<QByteArray> answer =
            m_answer.value_or(Error{ErrorKind::Cancelled, QStringLiteral("stopped"), {}, {}, false});
        co_return answer;
    }
    void stop() override
    {
        const auto over = m_over;
        over->raise();
    }

private:
    std::optional<Result<QByteArray>> m_answer;
    std::shared_ptr<platforms::http::Baton> m_over = std::make_shared<platforms::http::Baton>();
};

} // namespace

PlatformInfo doorPlatformInfo()
{
    PlatformInfo info;
    info.id = QStringLiteral("door");
    info.name = QStringLiteral("Door");
    info.badge = QStringLiteral("D");
    info.secretLabel = QStringLiteral("Password or token");
    const SettingCondition byBrowser{QStringLiteral("way"), QStringLiteral("browser")};
    info.browserSignIn = byBrowser;
    info.fields = {SettingField{QStringLiteral("way"), QStringLiteral("Way"), {},
                       {QStringLiteral("password"), QStringLiteral("browser")}, false},
        SettingField{QStringLiteral("client"), QStringLiteral("Client"), {}, {}, true, byBrowser}};
    info.furtherSecrets = {SecretField{
        QStringLiteral("key"), QStringLiteral("Key"), QStringLiteral("Only if there is one."), false, byBrowser}};
    return info;
}

PlatformInfo fakePlatformInfo()
{
    PlatformInfo info;
    info.id = QStringLiteral("fake");
    info.name = QStringLiteral("Fakebook");
    info.badge = QStringLiteral("F");
    info.secretLabel = QStringLiteral("Page token");
    info.secretHelp = QStringLiteral("Get it at https://fake.test/tokens.");
    info.usesUrl = true;
    info.fields = {
        SettingField{QStringLiteral("group"), QStringLiteral("Group number"), QStringLiteral("1234"), {}, true},
        SettingField{QStringLiteral("security"), QStringLiteral("Security"), {},
            {QStringLiteral("tls"), QStringLiteral("starttls")}, false}};
    return info;
}

std::vector<platforms::Entry> fakePlatforms(const std::shared_ptr<FakeWorld> &world)
{
    platforms::Entry entry;
    entry.info = fakePlatformInfo();
    entry.validate = [](Account account) -> Result<Account> { return account; };
    entry.create = [world](platforms::Setup setup) -> std::unique_ptr<platforms::Platform> {
        return std::make_unique<FakePlatform>(world, std::move(setup));
    };
    platforms::Entry door = entry;
    door.info = doorPlatformInfo();
    door.signIn = [world](platforms::Setup setup) -> Result<std::unique_ptr<platforms::BrowserSignIn>> {
        return std::unique_ptr<platforms::BrowserSignIn>(
            std::make_unique<FakeSignIn>(world->browserAnswer(setup.account)));
    };
    return {entry, door};
}

} // namespace parley::tests
