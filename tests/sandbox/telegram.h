// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/telegram/types.h"

#include <QByteArray>
#include <QThread>

#include <functional>
#include <memory>
#include <type_traits>

namespace parley::sandbox {

class BotServer;

/// A Telegram of one's own on loopback: one bot, its customers, and a Bot API server for it. The server runs on a
/// thread of its own, so a test may block; all functions may be called from any thread and return when it is done.
/// Its state lives as long as this object, whatever happens to the clients.
class Telegram final
{
public:
    /// \param port  0: a free one
    explicit Telegram(quint16 port = 0);
    ~Telegram();
    Telegram(const Telegram &) = delete;
    Telegram &operator=(const Telegram &) = delete;

    [[nodiscard]] QString url() const; ///< "http://127.0.0.1:40123", for an account's --url
    [[nodiscard]] quint16 port() const { return m_port; }
    [[nodiscard]] QByteArray token() const; ///< accepted now
    [[nodiscard]] QString botName() const; ///< "@parley_sandbox_bot"

    // --- customers. Ids of customers are also the ids of their private chats
    qint64 addCustomer(const NewCustomer &customer);
    qint64 addCustomer(const QString &firstName, const QString &language = {});
    /// In a private chat by default; see Saying. \return the message's id, unique in its chat
    int write(qint64 customer, const QString &text, const Saying &saying = {});
    int sendFile(qint64 customer, const FileToSend &file, const Saying &saying = {});
    void edit(qint64 customer, int message, const QString &text, const Saying &saying = {});
    void block(qint64 customer, bool blocked = true); ///< false: unblocks
    void deactivate(qint64 customer);
    void react(qint64 customer, int message, const QString &emoji, const Saying &saying = {});
    /// \return the callback query's id
    QString pressButton(qint64 customer, int message, const QString &data);

    // --- groups
    qint64 addGroup(const QString &title, const QString &type = QStringLiteral("supergroup"), bool forum = false);
    int addTopic(qint64 group, const QString &name); ///< \return its message_thread_id
    qint64 upgradeGroup(qint64 group); ///< \return the supergroup's id
    void kickBot(qint64 group);

    // --- business accounts: customers write there with Saying::businessConnection
    QString connectBusiness(const QString &ownerFirstName,
        const QJsonObject &rights = {{QStringLiteral("can_reply"), true}, {QStringLiteral("can_read_messages"), true},
            {QStringLiteral("can_delete_sent_messages"), true}});
    void setBusiness(const QString &connection, bool enabled, const QJsonObject &rights = {});
    int ownerWrites(const QString &connection, qint64 customer, const QString &text, qint64 agoMs = 0);
    void deleteBusinessMessages(const QString &connection, qint64 customer, const QList<int> &messages);

    /// An update of any shape, known or not. \return its update_id
    qint64 inject(const QJsonObject &update);

    // --- the witness: what customers have got, in the order in which it came
    [[nodiscard]] QList<Received> received(qint64 customer) const;
    [[nodiscard]] QList<Received> received() const;
    [[nodiscard]] QStringList textsReceived(qint64 customer) const;
    [[nodiscard]] QList<TypingSeen> typing() const;
    [[nodiscard]] bool isRead(const QString &connection, qint64 customer, int message) const;
    [[nodiscard]] QString reactionOf(qint64 chat, int message) const; ///< the bot's emoji
    /// Requests that came whole, all or of one method ("file": downloads).
    [[nodiscard]] QList<Call> calls(const QString &method = {}) const;
    [[nodiscard]] int pendingUpdates() const; ///< not confirmed yet
    [[nodiscard]] bool isPolled() const; ///< a getUpdates waits now
    /// What the official specification says against what came in and went out. \see hasSchema()
    [[nodiscard]] QStringList complaints() const;
    [[nodiscard]] bool hasSchema() const;

    // --- bad days
    void addBadDay(const BadDay &day);
    void addBadDay(BadDay::Kind kind, const QString &method, int times = 1);
    void endBadDays();
    void goOffline(); ///< no port, no connections
    void goOnline(); ///< on the same port again
    /// From now on only the returned token is accepted (401 for the old one).
    QByteArray revokeToken();
    void restoreToken(const QByteArray &token);
    void setWebhook(const QString &url); ///< somebody else's; empty: removed
    /// Ends a waiting getUpdates with 409 as a second poller does.
    void pollFromElsewhere();
    /// Turns the server's clock by so much, onwards or back. Dates of messages and the life of updates follow it.
    void turnClock(qint64 ms);

    /// Runs \a work on the server's thread; for what has no function here.
    void with(const std::function<void(BotServer &)> &work) const;

private:
    template <typename Work>
    auto ask(Work work) const
    {
        std::invoke_result_t<Work, BotServer &> result{};
        with([&](BotServer &server) { result = work(server); });
        return result;
    }

    std::unique_ptr<BotServer> m_server;
    QThread m_thread;
    quint16 m_port = 0;
};

} // namespace parley::sandbox
