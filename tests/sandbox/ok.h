// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/http/bad_days.h"
#include "sandbox/ok/types.h"

#include <QByteArray>
#include <QStringList>
#include <QThread>

#include <functional>
#include <memory>
#include <type_traits>

namespace parley::sandbox {

namespace ok {
class Server;
}

/// An Odnoklassniki of one's own on loopback: one group, its customers, its discussions, and both APIs for them, Graph
/// and REST. The server runs on a thread of its own, so a test may block; all functions may be called from any thread
/// and return when it is done. Its state lives as long as this object, whatever happens to the clients.
class Ok final
{
public:
    /// \param port  0: a free one
    explicit Ok(quint16 port = 0);
    ~Ok();
    Ok(const Ok &) = delete;
    Ok &operator=(const Ok &) = delete;

    [[nodiscard]] QString url() const; ///< "http://127.0.0.1:40123", for an account's --url
    [[nodiscard]] quint16 port() const { return m_port; }
    [[nodiscard]] QByteArray token() const; ///< the group's, accepted now
    [[nodiscard]] QString groupName() const;
    [[nodiscard]] QString groupId() const; ///< "group:53"
    [[nodiscard]] QByteArray applicationKey() const;
    [[nodiscard]] QByteArray applicationSecret() const;
    [[nodiscard]] QByteArray managerToken() const; ///< for the REST calls

    // --- customers; a chat's id ("chat:C3ec…") names the dialog and who is in it
    QString addCustomer(const QString &name, const QString &userId = {}, const QString &chatId = {});
    QString addAnonymous(const QString &session, const ok::Form &form);
    QString addGroupChat(const QString &title, const QStringList &members);
    QString write(const QString &chat, const QString &text, const ok::Saying &saying = {}); ///< \return its mid
    void edit(const QString &mid, const QString &text);
    void remove(const QString &mid);
    void forbid(const QString &chat, bool forbidden = true); ///< takes back the leave to write
    QString colleagueWrites(const QString &chat, const QString &text, qint64 agoMs = 0);
    void pressButton(const QString &chat, const QString &payload);
    void rename(const QString &chat, const QString &title);
    void setStatus(const QString &chat, const QString &status); ///< "ACTIVE" "LEFT" "REMOVED"
    void putIntoHistory(const QString &chat, const QJsonObject &item);
    void inject(const QJsonObject &update); ///< of any shape, into the long poll

    // --- comments
    QString addDiscussion(const QString &title, const QString &type = QStringLiteral("GROUP_TOPIC"),
        const QString &id = {}); ///< \return its id
    QString comment(const QString &discussion, const ok::NewComment &said); ///< \return the comment's id
    [[nodiscard]] int unreadComments(const QString &discussion) const; ///< as the group's managers see it
    [[nodiscard]] QList<ok::NewComment> comments(const QString &discussion) const; ///< oldest first

    // --- the witness: what customers have got, in the order in which it came
    [[nodiscard]] QList<ok::Received> received(const QString &chat = {}) const;
    [[nodiscard]] QStringList textsReceived(const QString &chat) const;
    [[nodiscard]] QList<ok::ActionSeen> actions() const;
    /// Requests that came whole, all or of one method: "me/chats" "messages" "send" "edit" "action" "me/updates"
    /// "me/subscribe" "me/fileUploadUrl" "upload" "file" "discussions.getList" …
    [[nodiscard]] QList<Call> calls(const QString &method = {}) const;
    [[nodiscard]] bool isPolled() const; ///< a me/updates waits now

    // --- bad days
    void addBadDay(const BadDay &day);
    void addBadDay(BadDay::Kind kind, const QString &method, int times = 1);
    void refuse(const QString &method, int code, int times = 1); ///< an error of Odnoklassniki's own
    void endBadDays();
    void goOffline(); ///< no port, no connections
    void goOnline(); ///< on the same port again
    QByteArray revokeToken(); ///< from now on only the returned token is accepted
    void restoreToken(const QByteArray &token);
    void expireManagerToken();
    void setLongPoll(ok::LongPoll longPoll);
    void setWebhook(const QString &url); ///< somebody else's subscription; empty: none
    void turnClock(qint64 ms);

    /// Runs \a work on the server's thread; for what has no function here.
    void with(const std::function<void(ok::Server &)> &work) const;

private:
    template <typename Work>
    auto ask(Work work) const
    {
        std::invoke_result_t<Work, ok::Server &> result{};
        with([&](ok::Server &server) { result = work(server); });
        return result;
    }

    std::unique_ptr<ok::Server> m_server;
    QThread m_thread;
    quint16 m_port = 0;
};

} // namespace parley::sandbox
