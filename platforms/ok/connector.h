// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platforms/http/pauses.h"
#include "platforms/ok/api.h"
#include "platforms/ok/comments.h"
#include "platforms/ok/decode.h"
#include "platforms/ok/memory.h"
#include "platforms/platform.h"
#include "platforms/upload_progress.h"

#include <QHash>
#include <QSet>

#include <memory>

namespace parley::platforms::ok {

/// A group on Odnoklassniki: its messages by the Graph Bot API, the comments in it by the signed REST API where the
/// account has the keys for that.
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
    QCoro::Task<Result<PushReceipt>> push(PushRequest request) override;
    QCoro::Task<Result<std::optional<PushReceipt>>> findSent(PushRequest request) override;
    QCoro::Task<Result<void>> showTyping(QString conversationRemoteId, QJsonObject conversationExtra) override;
    QCoro::Task<Result<QByteArray>> download(QString remoteRef, qint64 limit) override;
    void stop() override;

private:
    using SteadyTime = std::chrono::steady_clock::time_point;

    // --- listening (connector.cpp)
    enum class LongPoll { Unknown, Works, NotOffered, NotOurs };
    QCoro::Task<Result<void>> subscribe();
    [[nodiscard]] bool hasLongPoll() const { return m_longPoll == LongPoll::Unknown || m_longPoll == LongPoll::Works; }
    void noLongPoll(LongPoll why);
    [[nodiscard]] QString longPollNote() const; ///< empty: it works
    QCoro::Task<Result<Live>> waitAlone();
    QCoro::Task<Result<Live>> waitForUpdates(QByteArray cursor);
    Result<Live> afterUpdatesError(const Outcome &outcome, Memory memory);
    [[nodiscard]] std::chrono::milliseconds untilPoll() const;

    // --- pulling (pulling.cpp)
    /// One page on its way: what was read, and where that leaves us.
    struct Page {
        explicit Page(Memory at, Timestamp now)
            : memory(std::move(at))
            , reader(batch, memory, now)
        {
        }
        Page(const Page &) = delete;
        Page &operator=(const Page &) = delete;

        Memory memory;
        Batch batch;
        Reader reader;
        QHash<QString, qint64> read; ///< chat -> its ChatInfo::lastEvent when its newest messages were read
    };
    using PagePtr = std::shared_ptr<Page>;
    struct ReadyPage {
        Batch batch;
        QMap<QString, Talk> talks; ///< how far it takes us
    };

    QCoro::Task<Result<ChatPage>> chats(PagePtr page, QString marker);
    /// \return nullopt: the platform no longer tells of it
    QCoro::Task<Result<std::optional<ChatInfo>>> chat(QString id);
    QCoro::Task<Result<void>> begin(PagePtr page);
    QCoro::Task<Result<void>> roundStep(PagePtr page);
    QCoro::Task<Result<void>> nextChats(PagePtr page);
    QCoro::Task<Result<void>> fillStep(PagePtr page);
    QCoro::Task<Result<void>> recheck(PagePtr page);
    /// Reads one window. \return what of it is older and was not read; nullopt: nothing
    QCoro::Task<Result<std::optional<Window>>> readWindow(PagePtr page, Window window, qint64 to, int count);
    QCoro::Task<Result<void>> tellDeletions(
        PagePtr page, GraphCall again, QString chat, qint64 oldest, Covered covered);
    void takeUnreachable(Page &page);
    /// What the page that led to \a cursor has read is in the cache.
    void noteCommit(const QByteArray &cursor);
    [[nodiscard]] bool isNewsDue(const Memory &memory) const;
    [[nodiscard]] Batch finished(Page &page, const Memory &before);
    [[nodiscard]] Batch takeReady(const QByteArray &cursor);

    // --- comments (commenting.cpp)
    /// What the discussions brought, while they are being read.
    struct Talks {
        Batch older;
        Batch news;
        QMap<QString, Talk> reached;
    };
    using TalksPtr = std::shared_ptr<Talks>;
    QCoro::Task<Result<void>> readTalks(PagePtr page);
    QCoro::Task<Result<QList<DiscussionInfo>>> changedTalks(PagePtr page);
    QCoro::Task<Result<void>> readTalk(TalksPtr talks, DiscussionInfo info, std::optional<Talk> known);
    void sortTalk(Talks &talks, const DiscussionInfo &info, const std::optional<Talk> &known, QList<RemoteMessage> all,
        const QList<RemoteContact> &people) const;
    QCoro::Task<Outcome> askComments(DiscussionInfo info, QString anchor, qsizetype offset);
    void commentTrouble(Batch &batch, const Error &error);
    [[nodiscard]] QCoro::Task<QString> commentsNote();
    [[nodiscard]] bool mayWriteComments() const;
    QCoro::Task<Result<PushReceipt>> sendComment(PushRequest request, Discussion where);

    // --- sending (sending.cpp)
    struct Part {
        QString text;
        QList<OutgoingAttachment> files;
    };
    [[nodiscard]] static QList<Part> partsOf(const Reply &reply);
    QCoro::Task<Result<PushReceipt>> sendReply(PushRequest request);
    QCoro::Task<Result<PushReceipt>> sendPart(PushRequest request, Part part, bool isFirst, UploadProgress progress);
    QCoro::Task<Result<QJsonArray>> uploadAll(QList<OutgoingAttachment> files, UploadProgress progress);
    QCoro::Task<Result<QJsonObject>> uploadOne(OutgoingAttachment file, UploadProgress progress);
    QCoro::Task<Result<void>> act(QString chat, QString action);
    QCoro::Task<Result<PushReceipt>> edit(PushRequest request, QString text);
    QCoro::Task<bool> takeTurn(QString chat);
    QCoro::Task<Result<std::optional<PushReceipt>>> lookFor(PushRequest request, Part part);
    QCoro::Task<Result<std::optional<PushReceipt>>> lookOnce(PushRequest request, Part part);
    void rememberUnreachable(const PushRequest &request, const Outcome &outcome);
    void claim(const QString &mid);

    const Clock &m_clock;
    Timing m_timing;
    QString m_wantedGroup; ///< the setting; empty: any
    bool m_tryComments = false; ///< the setting
    Api m_api;
    http::Pauses m_listening;
    http::Pauses m_sending;

    LongPoll m_longPoll = LongPoll::Unknown;
    bool m_longPollTold = false; ///< that there is none
    std::optional<SteadyTime> m_subscribed;
    SteadyTime m_nextPoll{}; ///< of the chats

    QHash<QString, ChatInfo> m_chats; ///< as last told
    std::optional<SteadyTime> m_lastNews;
    std::optional<SteadyTime> m_lastRecheck;
    QSet<QString> m_readThisRound;
    QHash<QString, qint64> m_read; ///< Page::read of what is in the cache
    QHash<QString, qint64> m_readLast; ///< of the last page, which led to:
    QByteArray m_issued;

    std::optional<SteadyTime> m_lastTalks;
    QList<ReadyPage> m_ready; ///< comments that were read: the older ones go first
    bool m_legacyComments = false; ///< only the older method is there
    bool m_commentsOff = false; ///< refused in this run
    bool m_writingRefused = false;
    int m_commentFailures = 0;

    QList<RemoteConversation> m_unreachable; ///< learnt by sending; goes with the next page
    QHash<QString, SteadyTime> m_lastSend; ///< by chat
    QSet<QString> m_ours; ///< mids that are known to be an answer of ours
    bool m_stopped = false;
};

} // namespace parley::platforms::ok
