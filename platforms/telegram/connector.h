// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platforms/http/pauses.h"
#include "platforms/platform.h"
#include "platforms/telegram/api.h"
#include "platforms/telegram/chat_queue.h"
#include "platforms/telegram/decode.h"
#include "platforms/upload_progress.h"

namespace parley::platforms::telegram {

/// A bot, with its own chats, its groups, and the business accounts it is connected to.
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
    QCoro::Task<Result<void>> showTyping(QString conversationRemoteId, QJsonObject conversationExtra) override;
    QCoro::Task<Result<QByteArray>> download(QString remoteRef, qint64 limit) override;
    void stop() override;

private:
    /// The address moves when the group was upgraded meanwhile.
    struct Sending {
        PushRequest request;
        Address address;
        bool moved = false;
        UploadProgress progress{};
    };

    QCoro::Task<Result<Batch>> fetch(QByteArray cursor, bool wait);
    QCoro::Task<> answerButtons(QStringList ids);
    void noteSilence(Batch &batch, const Memory &memory) const;
    [[nodiscard]] bool isTimeToRemember(const Memory &memory) const;

    QCoro::Task<Result<PushReceipt>> carry(std::shared_ptr<Sending> sending);
    QCoro::Task<Result<PushReceipt>> sendReply(std::shared_ptr<Sending> sending);
    QCoro::Task<Result<PushReceipt>> remove(std::shared_ptr<Sending> sending);
    QCoro::Task<Result<PushReceipt>> change(std::shared_ptr<Sending> sending, Call call);
    QCoro::Task<Outcome> callWithTurns(std::shared_ptr<Sending> sending, Call call, bool mayWait);
    [[nodiscard]] static bool adapt(Call &call, const Outcome &outcome, Sending &sending);
    void rememberUnreachable(const Sending &sending, const Error &error);

    const Clock &m_clock;
    Timing m_timing;
    Api m_api;
    http::Pauses m_receivingPauses;
    http::Pauses m_sendingPauses;
    ChatQueue m_queue;
    QList<RemoteConversation> m_unreachable; ///< learnt by sending; goes with the next batch
    bool m_stopped = false;
};

} // namespace parley::platforms::telegram
