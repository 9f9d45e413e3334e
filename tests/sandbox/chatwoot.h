// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/chatwoot/types.h"

#include <QThread>

#include <functional>
#include <memory>
#include <type_traits>

namespace parley::sandbox {

class ChatServer;

/// A Chatwoot of one's own on loopback: accounts, agents, inboxes, customers, the agents' API, the customers' API, and
/// /cable on the same port. It begins with account 1, the administrator Ann Lee and one API inbox. The server runs on a
/// thread of its own, so a test may block; all functions may be called from any thread and return when it is done.
class Chatwoot final
{
public:
    /// \param port  0: a free one
    explicit Chatwoot(quint16 port = 0);
    ~Chatwoot();
    Chatwoot(const Chatwoot &) = delete;
    Chatwoot &operator=(const Chatwoot &) = delete;

    [[nodiscard]] QString url() const; ///< "http://127.0.0.1:40123", for an account's --url
    [[nodiscard]] quint16 port() const { return m_port; }

    // --- who works there
    [[nodiscard]] int ann() const { return 7; } ///< the administrator's id
    [[nodiscard]] int inbox() const { return 3; } ///< the first inbox
    int addAgent(const QString &name, const QList<int> &inboxes, const QString &role = QStringLiteral("agent"));
    int addInbox(const QString &name, const QString &channel = QStringLiteral("Channel::Api"), int account = 1);
    int addTeam(const QString &name);
    /// A further account of Ann's. \return its id
    int addAccount(const QString &name);
    void setMember(int inbox, int agent, bool member);
    [[nodiscard]] QByteArray token(int agent = 7) const;
    [[nodiscard]] ChatAgent agent(int id = 7) const;
    void setAgent(const ChatAgent &agent);
    void setLabels(const QStringList &labels); ///< the account's

    // --- what the team shares
    void setLabel(const QString &title, const QString &colour, const QString &description = {});
    void renameInbox(int inbox, const QString &name);
    void joinTeam(int team, int agent);
    int addCanned(const QString &shortCode, const QString &content);
    void removeCanned(int id);
    int addFilter(const QString &name, const QJsonArray &payload, int agent = 7);
    /// \param actions  {"action_name", "action_params"}
    int addMacro(const QString &name, const QJsonArray &actions, bool isPersonal = false, int author = 7);
    void addField(const QString &key, const QString &name, const QString &model = QStringLiteral("contact_attribute"));
    void setFieldsOf(int customer, const QJsonObject &additional, const QJsonObject &custom);
    void setFieldsOfConversation(int conversation, const QJsonObject &custom);
    qint64 askForRating(int conversation); ///< a survey goes out. \return its message, for submit()
    [[nodiscard]] QStringList sentOutside() const; ///< what macros sent elsewhere

    // --- customers
    int addCustomer(const QString &name, const QString &email = {}, int inbox = 3); ///< \return the contact's id
    /// In the customer's conversation, which is opened by the first message. \return the message's id
    qint64 write(int customer, const QString &text, const QString &fileName = {}, const QByteArray &file = {});
    [[nodiscard]] QString pubsubOf(int customer) const; ///< opens the customer's own socket
    [[nodiscard]] int conversationOf(int customer) const; ///< display id of the newest; 0: none
    int openAnother(int customer); ///< a second conversation of the same customer
    void type(int customer, bool on = true);
    void see(int customer); ///< has read everything
    void submit(qint64 message, const QJsonObject &values); ///< a form, a rating
    void editContact(int customer, const QString &name, const QString &email);

    // --- colleagues, in their own window
    qint64 answerAs(int agent, int conversation, const QString &text, bool isPrivate = false);
    void setStatusAs(int agent, int conversation, const QString &status, std::optional<qint64> untilSeconds = {});
    void assignAs(int agent, int conversation, int to);
    void setLabelsAs(int agent, int conversation, const QStringList &labels);
    void setPriorityAs(int agent, int conversation, const QString &priority);
    void setTeamAs(int agent, int conversation, int team);
    void muteAs(int agent, int conversation, bool on = true);
    void seeAs(int conversation); ///< an agent looks at it in the server's own window: read, for all of them
    void markUnreadAs(int conversation);
    void typeAs(int agent, int conversation, bool on = true, bool isPrivate = false);
    void deleteMessage(qint64 message);
    void setMessageStatus(qint64 message, const QString &status, const QString &error = {});
    void removeConversation(int conversation);
    void setCanReply(int conversation, bool can);
    /// The robot's, the system's, a kind from the future: whatever \a message says. \return its id
    qint64 inject(int conversation, const ChatMessage &message);

    // --- the witness
    [[nodiscard]] ChatConversation conversation(int id) const;
    [[nodiscard]] QList<ChatMessage> messages(int conversation) const; ///< by time
    /// What a customer has got from agents, oldest first, without notes and the deleted.
    [[nodiscard]] QList<ChatMessage> received(int customer) const;
    [[nodiscard]] QStringList textsReceived(int customer) const;
    [[nodiscard]] QList<ChatTyping> typing() const;
    [[nodiscard]] int presences() const; ///< update_presence so far
    [[nodiscard]] int subscribers() const; ///< sockets that are subscribed now
    /// Requests that came whole, all or of one method (tests/sandbox/chatwoot/routes.cpp).
    [[nodiscard]] QList<Call> calls(const QString &method = {}) const;
    /// What the official description says against what came in and went out. \see hasDescription()
    [[nodiscard]] QStringList complaints() const;
    [[nodiscard]] bool hasDescription() const;
    void setJudge(bool judges); ///< false: nothing is held against it, for who measures time

    // --- bad days
    void addBadDay(const BadDay &day);
    void addBadDay(BadDay::Kind kind, const QString &method, int times = 1);
    void endBadDays();
    void goOffline(); ///< no port, no connections
    void goOnline(); ///< on the same port again
    void cutSockets(); ///< every socket, without a word
    void restartSockets(); ///< politely, as a server that is updated
    void killSockets(bool dead = true); ///< they stay open, and nothing comes over them any more
    void loseEvents(bool lose = true); ///< pings come, events do not
    void refuseSubscriptions(bool refuse = true);
    void setPings(int everyMs); ///< for sockets that are opened later
    QByteArray revokeToken(int agent = 7); ///< only the returned one is accepted from now on
    void restoreToken(const QByteArray &token, int agent = 7);
    void rotatePubsub(int agent = 7); ///< as after a new password
    void turnClock(qint64 ms); ///< the server's, onwards or back
    void setVersion(const QString &version); ///< empty: GET /api does not tell
    void forgetClientRefs(); ///< as servers before 4.8 do
    void dropHyphens(); ///< a proxy lets only the header with underscores through

    /// Runs \a work on the server's thread; for what has no function here.
    void with(const std::function<void(ChatServer &)> &work) const;

private:
    template <typename Work>
    auto ask(Work work) const
    {
        std::invoke_result_t<Work, ChatServer &> result{};
        with([&](ChatServer &server) { result = work(server); });
        return result;
    }

    std::unique_ptr<ChatServer> m_server;
    QThread m_thread;
    quint16 m_port = 0;
};

} // namespace parley::sandbox
