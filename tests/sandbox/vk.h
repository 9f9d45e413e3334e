// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/vk/types.h"

#include <QByteArray>
#include <QThread>

#include <functional>
#include <memory>
#include <type_traits>

namespace parley::sandbox {

namespace vk {
class Server;
}

/// A VK of one's own on loopback: one community, its customers, walls and shelves, and the API, both long polls and the
/// upload servers for it. The server runs on a thread of its own, so a test may block; all functions may be called from
/// any thread and return when it is done. Its state lives as long as this object, whatever happens to the clients.
///
/// Ids: a customer's id is also the peer id of their dialog. Messages are named by their global id (unique in the
/// community), cmidOf() tells the other one. The community's owner id is -groupId().
class Vk final
{
public:
    using NewCustomer = vk::NewCustomer;
    using Place = vk::Place;
    using Saying = vk::Saying;
    using FileToSend = vk::FileToSend;
    using Remark = vk::Remark;
    using Received = vk::Received;
    using CommentSeen = vk::CommentSeen;
    using Marks = vk::Marks;
    using TypingSeen = vk::TypingSeen;
    using Stream = vk::Stream;

    /// \param port  0: a free one
    explicit Vk(quint16 port = 0);
    ~Vk();
    Vk(const Vk &) = delete;
    Vk &operator=(const Vk &) = delete;

    [[nodiscard]] QString url() const; ///< "http://127.0.0.1:40123", for an account's --url; methods under /method/
    [[nodiscard]] quint16 port() const { return m_port; }
    [[nodiscard]] qint64 groupId() const; ///< positive
    [[nodiscard]] QString groupName() const;
    [[nodiscard]] QByteArray token() const; ///< the community's, accepted now
    [[nodiscard]] QByteArray userToken() const; ///< of an administrator
    [[nodiscard]] QByteArray serviceToken() const; ///< of an application
    [[nodiscard]] qint64 adminId() const; ///< whom userToken() belongs to; also the colleague of colleague…()
    [[nodiscard]] qint64 addColleague(const QString &firstName, const QString &lastName = {});

    // --- customers
    qint64 addCustomer(const NewCustomer &customer);
    qint64 addCustomer(const QString &firstName, const QString &lastName = {}, const QString &language = {});
    /// \return the message's id
    qint64 write(qint64 customer, const QString &text, const Saying &saying = {});
    qint64 sendFile(qint64 customer, const FileToSend &file, const Saying &saying = {});
    /// Forwarded messages inside forwarded messages, \a depth levels; each level's text is \a text and its number,
    /// 1 being the outermost.
    qint64 forwardTree(qint64 customer, const QString &text, int depth);
    void edit(qint64 message, const QString &text);
    void deleteMessage(qint64 message); ///< by its author, for everyone
    void restoreMessage(qint64 message);
    void react(qint64 customer, qint64 message, int reaction); ///< 1..64; 0: takes it back
    /// A callback button. \return the event_id that is to be answered within a minute
    QString pressButton(qint64 customer, qint64 message, const QJsonObject &payload);
    void type(qint64 customer);
    void read(qint64 customer, qint64 upToMessage = 0); ///< 0: everything
    void allowMessages(qint64 customer); ///< by the button, without writing
    void denyMessages(qint64 customer); ///< from now on 901
    void closeToMessages(qint64 customer, bool closed = true); ///< their privacy settings: 902
    void block(qint64 customer, bool blocked = true); ///< they have the community in their black list: 900
    void ban(qint64 customer, bool banned = true); ///< the community has them in its black list
    void deactivate(qint64 customer, const QString &how = QStringLiteral("deleted")); ///< or "banned": 18
    /// A conversation of several people with the community. \return its peer id; messages there have id 0
    qint64 addChat(const QString &title, const QList<qint64> &members);

    // --- places and comments
    Place post(const QString &text, qint64 agoMs = 0); ///< by the community, on its wall
    Place addPhoto(const QString &caption, const QByteArray &content = {});
    Place addVideo(const QString &title);
    Place addProduct(const QString &title);
    Place addTopic(const QString &title); ///< in the community's board, with a first comment of the community
    /// \return the comment's id
    qint64 comment(qint64 customer, const Place &place, const QString &text, const Remark &remark = {});
    void editComment(const Place &place, qint64 comment, const QString &text);
    void deleteComment(const Place &place, qint64 comment); ///< by its author
    void restoreComment(const Place &place, qint64 comment);
    void closeComments(const Place &post, bool closed = true); ///< 213
    /// A post on the customer's own wall that names the community: only newsfeed.getMentions and newsfeed.search know
    /// it, there is no event. \return the post's id on the wall of \a customer
    qint64 mention(qint64 customer, const QString &text, qint64 agoMs = 0);
    void like(qint64 customer, const Place &place, qint64 comment = 0);

    // --- colleagues at work in another tool. \a who 0: adminId()
    qint64 colleagueWrites(qint64 peer, const QString &text, const Saying &saying = {}, qint64 who = 0);
    void colleagueEdits(qint64 message, const QString &text);
    void colleagueDeletes(qint64 message, bool forEveryone = true);
    void colleagueReads(qint64 peer);
    void colleagueMarksAnswered(qint64 peer, bool answered = true);
    void colleagueMarksImportant(qint64 peer, bool important = true);
    qint64 colleagueComments(const Place &place, const QString &text, const Remark &remark = {});
    void colleagueEditsComment(const Place &place, qint64 comment, const QString &text);
    void colleagueDeletesComment(const Place &place, qint64 comment);

    /// An event of any type and shape on the Bots Long Poll, known or not. \return its event_id
    QString inject(const QString &type, const QJsonObject &object);
    /// A tuple of any code and shape on the classic Long Poll.
    void injectClassic(const QJsonArray &tuple);

    // --- the witness
    [[nodiscard]] QList<Received> received(qint64 peer) const;
    [[nodiscard]] QList<Received> received() const;
    [[nodiscard]] QStringList textsReceived(qint64 peer) const; ///< deleted ones too
    [[nodiscard]] qint64 cmidOf(qint64 message) const;
    [[nodiscard]] Marks marks(qint64 peer) const;
    [[nodiscard]] bool isReadByCommunity(qint64 message) const;
    [[nodiscard]] int reactionOf(qint64 message) const; ///< the community's; 0: none
    [[nodiscard]] QList<TypingSeen> typing() const;
    /// What the community answered to a callback button. Empty: nothing yet
    [[nodiscard]] QString buttonAnswer(const QString &eventId) const;
    /// All comments under a place, in the order in which they came.
    [[nodiscard]] QList<CommentSeen> comments(const Place &place) const;
    /// Texts of the community's own comments there that are not deleted.
    [[nodiscard]] QStringList answersUnder(const Place &place) const;
    /// Requests that came whole, all or of one method. "bots_poll", "classic_poll", "upload" and "file" (downloads) are
    /// methods here and for bad days too. Tokens are not recorded.
    [[nodiscard]] QList<Call> calls(const QString &method = {}) const;
    [[nodiscard]] bool isPolled(Stream stream) const; ///< an a_check waits now
    /// What the official schema says against what came in and went out. \see hasSchema()
    [[nodiscard]] QStringList complaints() const;
    [[nodiscard]] bool hasSchema() const;

    // --- bad days
    void addBadDay(const BadDay &day);
    void addBadDay(BadDay::Kind kind, const QString &method, int times = 1);
    /// The API's error \a code with the words that the official list has for it. \param method empty: every method
    void refuse(const QString &method, int code, int times = 1, const QJsonObject &more = {});
    void askForCaptcha(const QString &method, int times = 1); ///< 14 with captcha_sid and captcha_img
    void askForValidation(const QString &method, int times = 1); ///< 17 with redirect_uri
    void endBadDays();
    /// The next a_check of \a stream (also one that waits now) is answered {"failed":N}: 1 with a ts, 4 with versions.
    void failPoll(Stream stream, int failed, int times = 1);
    void forgetEvents(); ///< Bots Long Poll: what has not been fetched is gone; failed 1
    void forgetHistory(); ///< classic: every pts up to now is too old (907), every ts too (failed 1)
    void changeKeys(); ///< of both long polls, also under those who wait: failed 2
    void changeAddress() { changeKeys(); } ///< the client's: keys are bound to it
    /// Versions of the API below this one are refused (error 8) from now on; "5.199" is the newest that there is.
    void demandVersion(const QString &oldest);
    void switchLongPollOff(bool off = true); ///< in the community's settings
    void switchMessagesOff(bool off = true); ///< in the community's settings
    /// The community is gone: error 15, also for those who wait (failed 3).
    void deleteCommunity(bool deleted = true);
    /// The rights of the community token: "messages" "photos" "docs" "wall" "manage" and so on, all of them at first.
    void setRights(const QStringList &rights);
    /// Calls a second before error 6: of the community's and of a user's token. \param community 0: without limit
    void setRateLimits(int community, int user);
    void goOffline(); ///< no port, no connections
    void goOnline(); ///< on the same port again
    /// From now on only the returned token is accepted (5 for the old one).
    QByteArray revokeToken();
    void restoreToken(const QByteArray &token);
    void expireUserToken(bool expired = true); ///< 5 for the user token
    /// Turns the server's clock by so much, onwards or back: dates, the life of keys, queues and random_id follow it.
    void turnClock(qint64 ms);

    /// Runs \a work on the server's thread; for what has no function here.
    void with(const std::function<void(vk::Server &)> &work) const;

private:
    template <typename Work>
    auto ask(Work work) const
    {
        std::invoke_result_t<Work, vk::Server &> result{};
        with([&](vk::Server &server) { result = work(server); });
        return result;
    }

    std::unique_ptr<vk::Server> m_server;
    QThread m_thread;
    quint16 m_port = 0;
};

} // namespace parley::sandbox
