// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platforms/chatwoot/api.h"
#include "platforms/chatwoot/cable.h"
#include "platforms/chatwoot/decode.h"
#include "platforms/chatwoot/encode.h"
#include "platforms/chatwoot/memory.h"
#include "platforms/chatwoot/workspace.h"
#include "platforms/http/pauses.h"
#include "platforms/platform.h"

#include <QHash>
#include <QVersionNumber>

namespace parley::platforms::chatwoot {

/// One agent's access to one account of a Chatwoot server. Never a call that assigns, opens or marks anything by being
/// looked at: reading uses the list, the conversation and its messages, which have no side effects.
class Connector final : public Platform
{
public:
    explicit Connector(Setup setup, Timing timing = {});
    ~Connector() override; ///< stop()

    [[nodiscard]] Capabilities capabilities() const override;
    QCoro::Task<Result<Identity>> signIn() override;
    QCoro::Task<Result<Batch>> pull(QByteArray cursor) override;
    QCoro::Task<Result<Live>> listen(QByteArray cursor) override;
    void interrupt() override;
    QCoro::Task<Result<Batch>> pullOlder(QByteArray cursor) override;
    void setOpen(QString conversationRemoteId) override;
    QCoro::Task<Result<PushReceipt>> push(PushRequest request) override;
    QCoro::Task<Result<std::optional<PushReceipt>>> findSent(PushRequest request) override;
    QCoro::Task<Result<void>> showTyping(QString conversationRemoteId, QJsonObject conversationExtra) override;
    QCoro::Task<Result<void>> hideTyping(QString conversationRemoteId, QJsonObject conversationExtra) override;
    QCoro::Task<Result<QByteArray>> download(QString remoteRef, qint64 limit) override;
    void stop() override;

private:
    /// Who we are there and where. Without a user: not asked yet.
    struct Session {
        Scope scope;
        QString name;
        QString pubsubToken;
        QVersionNumber version; ///< null: the server does not tell
        QList<Colleague> agents;
        bool seesReports = false;
    };
    /// A thread that is to be read.
    struct Job {
        QJsonObject
            row; ///< the conversation: goes with its messages, since without one there is no ticket; empty: told
        qint64 conversation = 0;
        qint64 after = 0; ///< messages up to this number are here
        bool window = true; ///< look at the latest first: edits and deletions show there
        double updatedAt = 0;
        bool past = false; ///< of the first fill: nothing changed there
        bool told = false; ///< the row was
    };
    using Json = Result<QJsonValue>;
    using Done = Result<void>;

    // session.cpp
    QCoro::Task<Done> ensureSession();
    QCoro::Task<Done> beginSession();
    QCoro::Task<Done> readProfile(std::shared_ptr<Session> session);
    QCoro::Task<Done> readPlaces(std::shared_ptr<Session> session);
    [[nodiscard]] Done chooseAccount(const QJsonValue &profile, Session &session) const;
    [[nodiscard]] Done chooseInboxes(Session &session) const;
    [[nodiscard]] QString noteOf(const Session &session) const;
    QCoro::Task<Json> readAgents();
    [[nodiscard]] bool knowsUpdatedWithin() const;
    [[nodiscard]] static QList<Colleague> colleaguesIn(const QJsonArray &rows);

    // pulling.cpp
    void restore(const QByteArray &cursor);
    [[nodiscard]] QByteArray keep();
    QCoro::Task<Done> pullNext();
    QCoro::Task<Done> pullPage();
    QCoro::Task<Done> beginWalkPage();
    QCoro::Task<Done> beginDelta();
    QCoro::Task<Done> fetchWanted();
    QCoro::Task<Json> list(QUrlQuery query);
    void takeRow(const QJsonObject &row, bool skipUnchanged);
    QCoro::Task<Done> beginLook();
    void beginWalk();
    void endWalkPage();
    void endDelta();
    [[nodiscard]] Moment moment() const { return {m_api.serverNow(), m_clock.now()}; }
    [[nodiscard]] std::chrono::milliseconds absence() const;
    [[nodiscard]] bool clockWasTurned() const;

    // threads.cpp
    using Rest = Result<std::optional<Job>>; ///< what is left of a job; nothing: its thread is read to its end
    QCoro::Task<Done> readThreads();
    QCoro::Task<Rest> advance(Job job); ///< by one call or two; nothing is left also where the thread is gone
    QCoro::Task<Rest> readWindow(Job job);
    QCoro::Task<Rest> readRange(Job job);
    QCoro::Task<Json> messages(qint64 conversation, QUrlQuery query);
    void take(const QJsonArray &rows);

    // filling.cpp
    [[nodiscard]] bool isListing() const { return m_memory.walk && !m_memory.walk->until; }
    QCoro::Task<Done> listPages();
    QCoro::Task<Result<bool>> listPage(); ///< \return it was the last
    void takeListed(const QJsonObject &row);
    void endListing();
    void tellProgress(Batch &batch) const;
    [[nodiscard]] bool olderIsDue() const;
    [[nodiscard]] bool isCalledAway();
    QCoro::Task<Result<Batch>> olderPage(bool listens);
    QCoro::Task<Done> readOlder(bool listens);
    QCoro::Task<Done> findOlder();
    QCoro::Task<Done> findOlderPage();
    QCoro::Task<Done> findOlderOne();
    [[nodiscard]] bool mayPass(const Error &error);

    // opening.cpp
    QCoro::Task<Result<Batch>> openPage();
    QCoro::Task<Done> readOpen();
    void addOpen();
    [[nodiscard]] bool openIsDue() const;

    // listening.cpp
    void openCable();
    QCoro::Task<Done> freshToken();
    void hearEvents();
    QCoro::Task<Result<bool>> pullHeard(); ///< \return it filled the page
    void hear(const QJsonObject &event);
    void hearPresence(const QStringList &contacts);
    void rememberPlaces(const Batch &batch);
    [[nodiscard]] bool mustLook() const;
    [[nodiscard]] std::chrono::milliseconds untilNextDuty() const;
    [[nodiscard]] std::chrono::milliseconds sweepPace() const;
    void wakeListener();

    // sharing.cpp
    void forgetShared();
    [[nodiscard]] bool sharedIsDue() const;
    [[nodiscard]] std::chrono::milliseconds untilSharedIsDue() const;
    [[nodiscard]] bool isKept(const QString &name, const QJsonObject &keys) const;
    QCoro::Task<Done> readShared();
    QCoro::Task<Done> readSharedList(QString name);
    void takeSharedList(const QString &name, const QJsonArray &rows);
    void tellShared();
    void hearShared(const Heard &heard);
    void weighMarks(const QJsonObject &conversation, RemoteTicketFields &fields);
    void takeMarks(const QJsonObject &row);
    void takeConversation(const QJsonObject &row);
    QCoro::Task<Done> fetchOfContacts();

    // sweeping.cpp
    QCoro::Task<Result<Batch>> sweepOnce();
    QCoro::Task<Done> sweepPage();
    QCoro::Task<Done> sweepWindow();
    QCoro::Task<Done> sweepEnd();
    [[nodiscard]] bool sweepIsDue() const;
    void tellGone(qint64 conversation, bool deleted);

    // sending.cpp
    QCoro::Task<Result<PushReceipt>> carry(PushRequest request);
    QCoro::Task<Result<PushReceipt>> sendMessage(PushRequest request, bool isPrivate);
    QCoro::Task<Result<PushReceipt>> assign(PushRequest request);
    QCoro::Task<Result<PushReceipt>> assignTeam(PushRequest request);
    QCoro::Task<Result<PushReceipt>> runMacro(PushRequest request);
    QCoro::Task<Result<PushReceipt>> carryField(PushRequest request);
    QCoro::Task<Result<PushReceipt>> changeTags(PushRequest request);
    QCoro::Task<Result<QStringList>> writeLabels(QString conversation, ChangeTags change);
    QCoro::Task<Done> type(QString conversation, bool on);
    QCoro::Task<Result<std::optional<PushReceipt>>> lookForSent(PushRequest request);
    [[nodiscard]] std::optional<PushReceipt> ours(const QJsonArray &rows, const PushRequest &request) const;
    [[nodiscard]] QString pathOf(const QString &conversation, const QString &rest = {}) const;
    [[nodiscard]] QString accountPath() const;

    const Clock &m_clock;
    Account m_account;
    QByteArray m_secret;
    Timing m_timing;
    Api m_api;
    Cable m_cable;
    Session m_session;
    http::Pauses m_receivingPauses;
    http::Pauses m_sendingPauses;

    // Where pulling stands. All of it can be had again from the cursor.
    Memory m_memory;
    std::optional<QByteArray> m_kept; ///< the cursor that m_memory and the jobs belong to
    QList<Job> m_jobs;
    int m_lookRefusals = 0; ///< in a row: of the answer with all that changed
    std::optional<Moment> m_delta; ///< when the delta under way began
    Batch m_page; ///< what goes up next
    QList<Job> m_older; ///< of the page that Memory::older is at
    bool m_olderPageRead = false; ///< that page was asked for
    IdSet m_olderPassed; ///< threads that the server could not give; asked for again by the next program
    int m_olderRefusals = 0; ///< in a row
    qint64 m_open = 0; ///< conversation that the agent looks at; 0: none
    std::optional<Job> m_openJob; ///< what is left to read there at once
    QHash<qint64, std::chrono::steady_clock::time_point> m_windowRead; ///< conversation -> when its latest were read
    int m_pageRows = 0; ///< of the walk's page
    bool m_walkPageUnderWay = false;
    bool m_walkPageWasLast = false;
    qint64 m_newest = 0; ///< largest message number seen
    QHash<qint64, double> m_read; ///< conversation -> updated_at at which its thread was read
    QSet<qint64> m_wanted; ///< conversations to be fetched one by one

    // What the team shares, and its marks on conversations.
    SharedRows m_shared;
    Workspace m_sharedTold;
    Workspace m_sharedNews; ///< goes with the next batch
    QSet<QString> m_sharedRefused; ///< lists that are not for us
    QSet<QString> m_sharedWanted; ///< lists that changed
    QJsonObject m_cacheKeys;
    std::optional<std::chrono::steady_clock::time_point> m_sharedAt; ///< when all of them were read
    int m_sharedGeneration = 0; ///< of the cable then
    QHash<qint64, qint64> m_teamSaw; ///< conversation -> agent_last_seen_at, of those told since we started
    QHash<QString, bool> m_blocked; ///< contact -> muted, of those told since we started
    QSet<QString> m_contactsWanted; ///< contacts whose conversations are to be looked at

    // What the socket brought.
    Batch m_heard;
    QList<LiveEvent> m_events;
    QHash<qint64, double> m_applied; ///< conversation -> updated_at of the newest state told to the cache
    QHash<QString, QList<QStringList>> m_labelsHeard; ///< while we write labels there
    QHash<QString, QString> m_placeOf; ///< contact -> conversation, of those told since we started
    QHash<QString, Timestamp> m_presentUntil; ///< conversation -> until when its customer counts as present
    bool m_lookAgain = false;
    int m_pulledGeneration = 0; ///< of the cable when the last pull that came through began
    int m_pullingGeneration = 0; ///< and when the one under way did
    std::chrono::steady_clock::time_point m_pulledAt{};
    std::chrono::steady_clock::time_point m_sweptAt{};
    QList<Job> m_sweepJobs; ///< threads whose latest messages are looked at again
    bool m_sweepPagesDone = false;
    bool m_interrupted = false;

    QHash<QString, std::chrono::steady_clock::time_point> m_lostSends; ///< client id -> when its answer was lost
    bool m_stopped = false;
};

} // namespace parley::platforms::chatwoot
