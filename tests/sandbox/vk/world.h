// SPDX-License-Identifier: GPL-3.0-or-later
// Everything the VK sandbox knows: the community, its customers, their dialogs, files, comments, and the two queues of
// events. Customers and colleagues act through it (world_customers.cpp, world_comments.cpp), the community's programs
// through the methods (methods*.cpp). Used on one thread.
#pragma once

#include "sandbox/vk/streams.h"
#include "sandbox/vk/types.h"

#include <QHash>
#include <QMap>
#include <QSet>
#include <QSize>

#include <functional>

namespace parley::sandbox::vk {

/// Times and limits of the platform; the fact sheet names the source of each.
inline constexpr int kTextLimit = 4096;
inline constexpr int kAttachmentLimit = 10;
inline constexpr qint64 kRandomIdLifeMs = 3'600'000;
inline constexpr qint64 kEditWindowMs = 24 * 3'600'000LL;
inline constexpr qint64 kButtonLifeMs = 60'000;
inline constexpr qint64 kPhotoLimit = 50LL * 1024 * 1024;
inline constexpr qint64 kFirstChat = 2'000'000'000;

struct Person {
    NewCustomer who;
    bool allows = false; ///< the community may write to them
    bool closedToMessages = false;
    bool blocksUs = false;
    bool banned = false;
    bool colleague = false;
    QString deactivated; ///< "deleted" or "banned"
    QString avatarUrl;
};

struct StoredFile {
    QString kind; ///< "photo" "doc" "audio_message"
    qint64 owner = 0;
    qint64 id = 0;
    QString accessKey;
    QString name;
    QByteArray content;
    QSize size; ///< photos
    qint64 dateMs = 0;

    [[nodiscard]] QString reference() const; ///< "photo-123_5_key"
};

struct Message {
    qint64 inner = 0; ///< unique; the global id except in group chats, where the API shows 0
    qint64 cmid = 0;
    qint64 peer = 0;
    qint64 from = 0;
    qint64 dateMs = 0;
    qint64 updatedMs = 0;
    QString text;
    QJsonArray attachments;
    qint64 replyTo = 0; ///< inner id
    QList<qint64> forwarded; ///< inner ids
    QJsonArray forwardedJson; ///< as they were then
    qint64 randomId = 0;
    qint64 admin = 0; ///< which colleague wrote it
    QString payload;
    QString ref;
    QJsonObject keyboard;
    bool out = false;
    bool byColleague = false;
    bool deletedForUs = false;
    bool deletedForAll = false;
    qint64 version = 0;
    QMap<qint64, int> reactions; ///< by whom

    [[nodiscard]] bool isGone() const { return deletedForUs || deletedForAll; }
};

struct Dialog {
    qint64 peer = 0;
    QString title; ///< chats
    QList<qint64> members; ///< chats
    QList<qint64> messages; ///< inner ids, oldest first
    qint64 lastCmid = 0;
    qint64 inRead = 0; ///< inner ids
    qint64 outRead = 0;
    bool important = false;
    bool unanswered = false;
    qint64 version = 0;
    QJsonObject keyboard;

    [[nodiscard]] bool isChat() const { return peer > kFirstChat; }
};

struct Comment {
    qint64 id = 0;
    Place place;
    qint64 from = 0;
    QString text;
    qint64 dateMs = 0;
    qint64 replyTo = 0;
    qint64 replyToUser = 0;
    qint64 top = 0;
    QJsonArray attachments;
    bool edited = false;
    bool deleted = false;
};

struct PlaceState {
    Place place;
    QString title; ///< or the post's text
    qint64 dateMs = 0;
    QString picture; ///< reference of a photo
    bool closed = false;
};

/// A post on somebody else's wall that names the community.
struct Mention {
    qint64 owner = 0;
    qint64 id = 0;
    QString text;
    qint64 dateMs = 0;
};

struct PressedButton {
    qint64 user = 0;
    qint64 peer = 0;
    qint64 atMs = 0;
    QString answer;
};

/// What a new message is made of.
struct Draft {
    qint64 peer = 0;
    qint64 from = 0;
    QString text;
    QJsonArray attachments;
    qint64 replyTo = 0;
    QList<qint64> forward;
    QJsonArray forwardedJson; ///< instead of \c forward, for what is in no dialog of ours
    QString payload;
    QString ref;
    QJsonObject keyboard;
    qint64 randomId = 0;
    qint64 admin = 0;
    bool byColleague = false;
    qint64 agoMs = 0;
};

class World
{
public:
    World();

    // --- time
    [[nodiscard]] qint64 nowMs() const;
    [[nodiscard]] qint64 now() const { return nowMs() / 1000; }
    void turnClock(qint64 ms) { m_clockOffsetMs += ms; }

    // --- people (world.cpp)
    qint64 addPerson(NewCustomer who, bool colleague);
    [[nodiscard]] Person *person(qint64 id);
    [[nodiscard]] QJsonObject userJson(qint64 id, const QStringList &fields) const;
    [[nodiscard]] QJsonObject groupJson() const;
    [[nodiscard]] qint64 ownerId() const { return -groupId; }

    // --- files (world_files.cpp)
    StoredFile &storeFile(const QString &kind, const QString &name, const QByteArray &content, qint64 owner);
    [[nodiscard]] const StoredFile *fileAt(const QString &path) const;
    [[nodiscard]] const StoredFile *file(const QString &kind, qint64 owner, qint64 id) const;
    [[nodiscard]] QJsonObject fileJson(const StoredFile &file) const; ///< the API's photo, doc or audio_message
    [[nodiscard]] QJsonObject attachmentOf(const StoredFile &file) const; ///< {"type":…, …}
    [[nodiscard]] QString urlOf(const StoredFile &file) const;

    // --- dialogs (world_messages.cpp)
    /// Puts a message into its dialog and tells both queues.
    Message &deliver(const Draft &draft);
    [[nodiscard]] Message *message(qint64 inner);
    [[nodiscard]] const Message *message(qint64 inner) const;
    [[nodiscard]] Message *byCmid(qint64 peer, qint64 cmid);
    [[nodiscard]] Dialog *dialog(qint64 peer);
    [[nodiscard]] QList<const Dialog *> dialogs() const; ///< newest activity first
    [[nodiscard]] QJsonObject messageJson(const Message &message) const;
    [[nodiscard]] QJsonObject conversationJson(const Dialog &dialog) const;
    [[nodiscard]] int unreadIn(const Dialog &dialog) const;
    void change(Message &message, const QString &text, const QJsonArray &attachments);
    void remove(Message &message, bool forAll);
    void restore(Message &message);
    void readByCommunity(qint64 peer, qint64 upTo);
    void markAnswered(qint64 peer, bool answered);
    void markImportant(qint64 peer, bool important);
    void reactAs(qint64 who, Message &message, int reaction); ///< 0: takes it back
    /// Why the community may not write to \a peer: 900, 901, …; 0: it may
    [[nodiscard]] int refusalFor(qint64 peer) const;
    [[nodiscard]] qint64 shownId(qint64 inner) const; ///< 0 in chats

    // --- customers (world_customers.cpp)
    qint64 write(qint64 customer, const QString &text, const Saying &saying);
    qint64 sendFile(qint64 customer, const FileToSend &file, const Saying &saying);
    qint64 forwardTree(qint64 customer, const QString &text, int depth);
    QString pressButton(qint64 customer, qint64 message, const QJsonObject &payload);
    void type(qint64 customer);
    void read(qint64 customer, qint64 upTo);
    void setAllowed(qint64 customer, bool allowed);
    void ban(qint64 customer, bool banned);
    void deactivate(qint64 customer, const QString &how);
    qint64 addChat(const QString &title, const QList<qint64> &members);

    // --- places and comments (world_comments.cpp)
    Place addPlace(Place::Kind kind, const QString &title, const QByteArray &picture, qint64 agoMs);
    [[nodiscard]] PlaceState *place(const Place &place);
    [[nodiscard]] QList<const PlaceState *> places(Place::Kind kind) const; ///< newest first
    [[nodiscard]] QJsonObject postJson(const PlaceState &post) const;
    [[nodiscard]] QJsonObject mentionJson(const Mention &mention) const;
    Comment &addComment(const Place &place, qint64 from, const QString &text, const Remark &remark);
    [[nodiscard]] Comment *comment(const Place &place, qint64 id);
    [[nodiscard]] Comment *findComment(Place::Kind kind, qint64 id); ///< where the API names no place
    [[nodiscard]] QList<const Comment *> commentsUnder(const Place &place) const;
    [[nodiscard]] QJsonObject commentJson(const Comment &comment) const;
    void changeComment(Comment &comment, const QString &text, const QJsonArray &attachments);
    void removeComment(Comment &comment, qint64 by);
    void restoreComment(Comment &comment);
    qint64 mention(qint64 customer, const QString &text, qint64 agoMs);
    void like(qint64 customer, const Place &place, qint64 comment);

    // --- what became of the community's work
    [[nodiscard]] QList<Received> received() const;
    [[nodiscard]] CommentSeen seen(const Comment &comment) const;

    // --- events
    QString addEvent(const QString &type, const QJsonObject &object, bool injected = false);
    void addClassic(const QJsonArray &tuple, qint64 message = 0, bool injected = false);
    [[nodiscard]] QJsonArray messageTuple(int code, const Message &message) const;

    qint64 groupId = 224'000'117;
    QString groupName = QStringLiteral("Shop");
    QString screenName = QStringLiteral("parley_sandbox_shop");
    qint64 adminId = 0;
    bool deleted = false;
    bool messagesOff = false;
    bool longPollOn = false;
    QString longPollVersion = QStringLiteral("5.199");
    QSet<QString> eventTypes; ///< ticked in the settings
    QStringList rights; ///< of the community's token
    QString baseUrl; ///< of everything that has an address
    QHash<QString, qint64> botsKeys; ///< of the long polls, and since when
    QHash<QString, qint64> classicKeys;
    BotsQueue bots;
    ClassicQueue classic;
    QList<TypingSeen> typing;
    QHash<QString, PressedButton> buttons;
    QList<Mention> mentions;
    std::function<void()> onEvent;

private:
    [[nodiscard]] QJsonObject foreignJson(const Message &message) const;
    [[nodiscard]] QJsonObject eventMessage(const Message &message) const;
    [[nodiscard]] QJsonObject clientInfo(qint64 user) const;
    void announce(const Message &message);
    void announceComment(const Comment &comment, const QString &what);
    void touch(Dialog &dialog) { dialog.version = ++m_version; }
    void countUnread();
    [[nodiscard]] QList<ReceivedFile> filesOf(const Message &message) const;

    qint64 m_clockOffsetMs = 0;
    QMap<qint64, Person> m_people;
    QMap<qint64, Message> m_messages;
    QMap<qint64, Dialog> m_dialogs;
    QList<PlaceState> m_places;
    QList<Comment> m_comments;
    QHash<QString, StoredFile> m_files; ///< by kind, owner and id
    QHash<QString, QString> m_filePaths;
    qint64 m_version = 10'002'345;
    qint64 m_nextPerson = 641'000'001;
    qint64 m_nextMessage = 5501;
    qint64 m_nextChat = kFirstChat + 1;
    qint64 m_nextFile = 457'239'017;
    qint64 m_nextOnWall = 15; ///< posts and comments of a wall share their numbers
    qint64 m_nextElsewhere = 80; ///< all other comments and shelves
    qint64 m_nextEvent = 0x4b2f0000;
};

/// "photo-123_5_key" in its parts.
struct Reference {
    QString kind;
    qint64 owner = 0;
    qint64 id = 0;
    QString accessKey;
};
[[nodiscard]] std::optional<Reference> referenceOf(const QString &text);
/// The reference of an attachment object; its type alone where it has no owner and id.
[[nodiscard]] QString referenceOf(const QJsonObject &attachment);

} // namespace parley::sandbox::vk
