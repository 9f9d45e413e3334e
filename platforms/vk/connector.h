// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platforms/http/baton.h"
#include "platforms/http/pauses.h"
#include "platforms/platform.h"
#include "platforms/upload_progress.h"
#include "platforms/vk/api.h"
#include "platforms/vk/cursor.h"
#include "platforms/vk/decode.h"
#include "platforms/vk/encode.h"
#include "platforms/vk/long_poll.h"

#include <QHash>
#include <QMap>
#include <QSet>

#include <memory>

namespace parley::platforms::vk {

/// A community: its messages, the comments below what it shows, and mentions of it.
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
    /// What the second token is, as far as it was asked.
    enum class Second { None, NotAsked, User, Service };
    /// A page in the making. Shared by the coroutines that fill it.
    struct Page {
        Cursor cursor;
        Cursor before;
        Decoded decoded;
        Cards cards; ///< learnt on the way
        bool more = false;
        bool backfill = false;
    };
    using Making = std::shared_ptr<Page>;
    /// A long poll that goes on between two calls of listen().
    struct Line {
        bool isAsking = false;
        QString asked; ///< the ts
        std::optional<Result<Heard>> answer;
    };
    struct Sending {
        PushRequest request;
        Address address; ///< where it goes; for a private answer the dialog, not the comment
        bool privately = false;
        QStringList files; ///< uploaded, as attachments are named
        QStringList sent; ///< remote ids
    };

    // signing_in.cpp
    QCoro::Task<Result<QString>> groupName();
    QCoro::Task<QStringList> rightsNotes();
    QCoro::Task<QString> eventsNote();
    QCoro::Task<QString> secondNote();

    // receiving.cpp
    [[nodiscard]] Making beginPage(const QByteArray &cursor) const;
    [[nodiscard]] Desk deskFor(const Making &page);
    QCoro::Task<Result<void>> start(Making page);
    QCoro::Task<> lookBack(Making page);
    QCoro::Task<Result<void>> takeNew(Making page);
    QCoro::Task<Result<void>> takeEvents(Making page);
    QCoro::Task<Result<void>> takeMentions(Making page);
    QCoro::Task<Result<void>> startOver(Making page);
    QCoro::Task<Result<void>> complete(Making page);
    QCoro::Task<> fetchCards(Making page);
    QCoro::Task<> fetchCardsOf(Making page, QList<Address> places);
    QCoro::Task<> learn(QJsonValue answer);
    [[nodiscard]] Batch finished(const Making &page);
    void eventsLost(const Making &page);
    [[nodiscard]] bool mayBeSkipped(const Error &error);
    // walking.cpp
    QCoro::Task<Result<void>> walkOn(Making page);
    QCoro::Task<Result<void>> listDialogs(Making page);
    QCoro::Task<Result<void>> readDialogs(Making page);
    QCoro::Task<Result<void>> listPlaces(Making page);
    QCoro::Task<Result<void>> readPhotoComments(Making page);
    QCoro::Task<Result<void>> readPlaces(Making page);
    QCoro::Task<Result<int>> readPlace(Making page);
    QCoro::Task<Result<void>> readThread(Making page, Address place, qint64 comment);
    void nextStage(Page &page) const;
    static void endWalk(Page &page);
    void alsoWalk(Page &page);
    // listening.cpp
    void askClassic();
    void askBots(const QString &ts);
    QCoro::Task<> classicPoll();
    QCoro::Task<> botsPoll(QString ts);
    void ring();
    QCoro::Task<Result<Live>> heardFrom(QByteArray cursor);

    // sending.cpp
    QCoro::Task<Result<PushReceipt>> reply(PushRequest request);
    QCoro::Task<Result<void>> sendMessages(std::shared_ptr<Sending> sending);
    QCoro::Task<Result<QStringList>> sendPiece(std::shared_ptr<Sending> sending, int part, QString text, bool isLast);
    QCoro::Task<Result<void>> sendComments(std::shared_ptr<Sending> sending);
    QCoro::Task<Outcome> patiently(Call call, Token token, bool mayWait);
    QCoro::Task<Result<PushReceipt>> edit(PushRequest request);
    QCoro::Task<Result<PushReceipt>> remove(PushRequest request);
    QCoro::Task<Outcome> removeOne(QString remoteId);
    QCoro::Task<Result<PushReceipt>> mark(PushRequest request, Call call);
    void rememberClosed(const Sending &sending, const Outcome &outcome);
    // files.cpp
    QCoro::Task<Result<QStringList>> uploadAll(PushRequest request, qint64 peer);
    QCoro::Task<Result<QString>> uploadOne(qint64 peer, OutgoingAttachment file, UploadProgress progress);
    QCoro::Task<Result<QString>> uploadPhoto(qint64 peer, OutgoingAttachment file, UploadProgress progress);
    QCoro::Task<Result<QString>> uploadDocument(qint64 peer, OutgoingAttachment file, UploadProgress progress);
    QCoro::Task<Result<QJsonObject>> messageNamed(QString remoteId);

    const Clock &m_clock;
    const Timing m_timing;
    const qint64 m_group;
    Api m_api;
    LongPoll m_classic;
    LongPoll m_bots;
    Line m_classicLine;
    Line m_botsLine;
    std::shared_ptr<http::Baton> m_bell; ///< a listen() waits for it
    bool m_interrupted = false;
    std::optional<std::chrono::steady_clock::time_point> m_botsAgain; ///< before this the Bots Long Poll is left alone
    std::chrono::steady_clock::time_point m_looked{}; ///< when pull() last asked for everything
    http::Pauses m_receivingPauses;
    http::Pauses m_sendingPauses;
    People m_people;
    QSet<qint64> m_listed; ///< dialogs that the walk under way has met
    QSet<qint64> m_asked; ///< names that were asked for, whatever came
    Cards m_cards;
    Second m_second = Second::None;
    QHash<QString, QStringList> m_uploaded; ///< client id -> files of an answer that did not go out yet
    QList<RemoteConversation> m_closed; ///< learnt by sending; goes with the next batch
    QHash<QString, bool> m_ownMarks; ///< dialogs we marked important (or not) ourselves; VK tells us so, too
    bool m_stopped = false;
};

} // namespace parley::platforms::vk
