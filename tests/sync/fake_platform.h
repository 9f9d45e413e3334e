// SPDX-License-Identifier: GPL-3.0-or-later
// A platform that exists only here: what happened there (World), and the connector to it (FakePlatform), which does as
// the test's script says.
#pragma once

#include "platforms/platform.h"
#include "sync/sleeper.h"

#include <QHash>
#include <QObject>

#include <map>
#include <mutex>

namespace parley::tests {

enum class Verb { SignIn, Pull, PullOlder, Listen, Push, Part, FindSent, Typing, TypingOff, Download };

/// How one call goes. Default: well.
struct Step {
    std::optional<Error> error;
    bool happens = false; ///< Push: it arrives, whatever the answer
    bool stuck = false; ///< no answer until stop()
};

[[nodiscard]] Error anError(ErrorKind kind, bool mayHaveArrived = false, std::chrono::milliseconds retryAfter = {});

/// The platform's side: the truth that outlives connections, engines and crashes. Used from all threads.
class World
{
public:
    // what people do there
    QString customerWrites(const QString &conversation, const QString &text);
    void happens(const Batch &event); ///< anything else
    void typing(const QString &conversation);
    void addFile(const QString &ref, const QByteArray &content);

    // how calls go from here on
    void next(Verb verb, const Step &step); ///< the next call that is not scripted yet
    void always(Verb verb, const std::optional<Step> &step); ///< every call without a step of its own
    void atCheckpoint(
        std::function<void()> call); ///< between a push's effect and its answer, once, on the engine's thread

    void forgetScript(); ///< from here on every call goes well
    void freeze(bool frozen); ///< as for a connector whose machine has lost its power: nothing arrives, no answer comes

    struct Sent {
        QString clientId;
        QString conversation;
        QString text;
        QString remoteId;
    };
    [[nodiscard]] QList<Sent> sent() const;
    [[nodiscard]] QStringList sentTexts() const;
    [[nodiscard]] QStringList opened() const; ///< as we were told; an empty one: none is open any more
    [[nodiscard]] int calls(Verb verb) const;
    [[nodiscard]] QList<PushRequest> requests() const; ///< of every push, as the connector got them
    [[nodiscard]] QMap<QString, QByteArray> furtherSecrets() const; ///< that the last connector was made with
    [[nodiscard]] QList<QJsonObject> lamps() const; ///< the notes given with each word on typing
    /// The platform replaces the secret of those that are connected, as at a renewal.
    void replaceSecret(const QByteArray &secret);
    /// The person comes back from the page of a sign-in in the browser. False: nobody is there.
    bool comesBack(const Result<QByteArray> &secret);
    [[nodiscard]] QMap<QString, QByteArray> signInSecrets() const; ///< further ones that the last sign-in was made with
    /// The connector of the last push with attachments tells how far they are although the push has ended.
    void tellLate(qint64 done, qint64 total);
    [[nodiscard]] QList<Command> commands() const; ///< that reached it, replies left out

    // settings, made before the engine starts
    Capabilities capabilities;
    int pageSize = 3;
    QList<Batch> older; ///< what was said before, a page each: behind all that is new
    bool echoes = false; ///< our own messages come back with the next page
    bool dropsRepeats = false; ///< by client id
    bool splits = false; ///< a reply goes in parts, cut at "|"; each is a Part of its Push
    bool deaf = false; ///< stop() is not heard: a connector that hangs
    QByteArray token = "good";
    QString note;
    QByteArray exchanged; ///< given at sign-in for the token, and a token itself
    QString privateThread; ///< where private answers to comments go
    QList<qint64> uploads; ///< bytes that a push with attachments tells of, the last being all of them

private:
    friend class FakePlatform;
    friend class FakeSignIn;
    Step take(Verb verb);
    QString deliver(const PushRequest &request, const QString &text, int part);
    [[nodiscard]] QStringList partsOf(const PushRequest &request) const;
    std::optional<PushReceipt> find(const PushRequest &request) const;
    Batch page(const QByteArray &cursor) const;
    void tellOlder(Batch &page) const;
    std::optional<Batch> nextOlder(const QByteArray &cursor);
    bool hasNews(const QByteArray &cursor) const;
    void changed();

    mutable std::mutex m_mutex;
    QList<Batch> m_events;
    QList<LiveEvent> m_live;
    QList<Sent> m_sent;
    QList<Command> m_commands;
    QList<PushRequest> m_requests;
    QList<QJsonObject> m_lamps;
    QStringList m_opened;
    qsizetype m_olderGiven = 0;
    QMap<QString, QByteArray> m_further;
    std::map<Verb, QList<Step>> m_script;
    std::map<Verb, Step> m_always;
    std::map<Verb, int> m_calls;
    QHash<QString, QByteArray> m_files;
    std::function<void()> m_checkpoint;
    QList<class FakePlatform *> m_connected;
    QList<class FakeSignIn *> m_signIns; ///< under way
    QMap<QString, QByteArray> m_signInSecrets;
    std::function<void(qint64, qint64)> m_progress;
    int m_lastId = 0;
    bool m_frozen = false;
};

class FakePlatform final : public QObject, public platforms::Platform
{
public:
    FakePlatform(World &world, const platforms::Setup &setup);
    ~FakePlatform() override;

    Capabilities capabilities() const override { return m_world.capabilities; }
    QCoro::Task<Result<platforms::Identity>> signIn() override;
    QCoro::Task<Result<Batch>> pull(QByteArray cursor) override;
    QCoro::Task<Result<platforms::Live>> listen(QByteArray cursor) override;
    void interrupt() override;
    QCoro::Task<Result<Batch>> pullOlder(QByteArray cursor) override;
    void setOpen(QString conversation) override;
    QCoro::Task<Result<PushReceipt>> push(PushRequest request) override;
    QCoro::Task<Result<std::optional<PushReceipt>>> findSent(PushRequest request) override;
    QCoro::Task<Result<void>> showTyping(QString conversation, QJsonObject extra) override;
    QCoro::Task<Result<void>> hideTyping(QString conversation, QJsonObject extra) override;
    QCoro::Task<Result<QByteArray>> download(QString ref, qint64 limit) override;
    void stop() override;

private:
    friend class World;
    QCoro::Task<std::optional<Error>> perform(Verb verb);
    QCoro::Task<> stayStuck(Verb verb);
    QCoro::Task<Result<QString>> pushPart(PushRequest request, QString text, int part);
    sync::Sleeper &bed(Verb verb);

    World &m_world;
    QByteArray m_secret;
    std::function<void(QByteArray)> m_keepSecret;
    std::shared_ptr<sync::Scheduler> m_time = sync::systemScheduler();
    std::map<Verb, std::unique_ptr<sync::Sleeper>> m_beds;
    bool m_interrupted = false;
    bool m_stopped = false;
};

/// Waits for World::comesBack().
class FakeSignIn final : public QObject, public platforms::BrowserSignIn
{
public:
    FakeSignIn(World &world, const platforms::Setup &setup);
    ~FakeSignIn() override;

    Result<QUrl> begin() override { return QUrl(QStringLiteral("https://fake.test/sign-in")); }
    QCoro::Task<Result<QByteArray>> secret() override;
    void stop() override;

private:
    friend class World;
    World &m_world;
    std::shared_ptr<sync::Scheduler> m_time = sync::systemScheduler();
    sync::Sleeper m_bed;
    std::optional<Result<QByteArray>> m_outcome;
};

[[nodiscard]] platforms::Entry fakeEntry(std::function<World &(const Account &)> worldOf);

} // namespace parley::tests
