// SPDX-License-Identifier: GPL-3.0-or-later
// The methods of the API, one file a subject. What a method does with a token it does not take is decided here; what
// comes before (versions, tokens, pace, bad days) in server.cpp.
#pragma once

#include "sandbox/vk/arguments.h"
#include "sandbox/vk/errors.h"
#include "sandbox/vk/uploads.h"
#include "sandbox/vk/world.h"

namespace parley::sandbox::vk {

/// Kinds of tokens, as bits.
enum TokenKind { Community = 1, User = 2, Service = 4 };

struct Caller {
    TokenKind kind = Community;
    qint64 user = 0; ///< whose token it is; 0: nobody's
};

class Methods
{
public:
    explicit Methods(World &world);

    [[nodiscard]] QStringList names() const { return m_table.keys(); }
    [[nodiscard]] int kindsOf(const QString &method) const { return m_table.value(method).kinds; }
    [[nodiscard]] Outcome call(const QString &method, const Params &params, const Caller &caller);

    Uploads uploads;
    QJsonArray executeErrors; ///< of the last execute; belongs beside its response
    /// Told of each call inside an execute, after it.
    std::function<void(const QString &, const QJsonObject &, const Outcome &)> onCall;

private:
    using Function = Outcome (Methods::*)(const Params &, const Caller &);
    struct Entry {
        Function function = nullptr;
        int kinds = 0;
        QString right; ///< that a community's token needs; empty: none
    };
    template <typename T>
    using Or = std::variant<T, ApiError>;

    // methods_community.cpp
    Outcome groupsGetById(const Params &params, const Caller &caller);
    Outcome getTokenPermissions(const Params &params, const Caller &caller);
    Outcome setLongPollSettings(const Params &params, const Caller &caller);
    Outcome getLongPollSettings(const Params &params, const Caller &caller);
    Outcome getBotsServer(const Params &params, const Caller &caller);
    Outcome usersGet(const Params &params, const Caller &caller);
    Outcome getServerTime(const Params &params, const Caller &caller);
    Outcome groupsBan(const Params &params, const Caller &caller);
    Outcome groupsUnban(const Params &params, const Caller &caller);
    // methods_send.cpp
    Outcome send(const Params &params, const Caller &caller);
    Outcome edit(const Params &params, const Caller &caller);
    // methods_marks.cpp
    Outcome deleteMessages(const Params &params, const Caller &caller);
    Outcome restoreMessage(const Params &params, const Caller &caller);
    Outcome markAsRead(const Params &params, const Caller &caller);
    Outcome markAsAnswered(const Params &params, const Caller &caller);
    Outcome markAsImportant(const Params &params, const Caller &caller);
    Outcome setActivity(const Params &params, const Caller &caller);
    Outcome sendReaction(const Params &params, const Caller &caller);
    Outcome deleteReaction(const Params &params, const Caller &caller);
    Outcome answerButton(const Params &params, const Caller &caller);
    Outcome isAllowed(const Params &params, const Caller &caller);
    // methods_read.cpp
    Outcome getConversations(const Params &params, const Caller &caller);
    Outcome getConversationsById(const Params &params, const Caller &caller);
    Outcome getHistory(const Params &params, const Caller &caller);
    Outcome getById(const Params &params, const Caller &caller);
    Outcome getByCmid(const Params &params, const Caller &caller);
    Outcome getClassicServer(const Params &params, const Caller &caller);
    Outcome getLongPollHistory(const Params &params, const Caller &caller);
    // methods_comments.cpp
    template <Place::Kind kind>
    Outcome createCommentAt(const Params &params, const Caller &caller)
    {
        return createComment(kind, params, caller);
    }
    template <Place::Kind kind>
    Outcome editCommentAt(const Params &params, const Caller &caller)
    {
        return editComment(kind, params, caller);
    }
    template <Place::Kind kind>
    Outcome deleteCommentAt(const Params &params, const Caller &caller)
    {
        return deleteComment(kind, params, caller);
    }
    template <Place::Kind kind>
    Outcome restoreCommentAt(const Params &params, const Caller &caller)
    {
        return restoreComment(kind, params, caller);
    }
    template <Place::Kind kind>
    Outcome getCommentsAt(const Params &params, const Caller &caller)
    {
        return getComments(kind, params, caller);
    }
    Outcome createComment(Place::Kind kind, const Params &params, const Caller &caller);
    Outcome editComment(Place::Kind kind, const Params &params, const Caller &caller);
    Outcome deleteComment(Place::Kind kind, const Params &params, const Caller &caller);
    Outcome restoreComment(Place::Kind kind, const Params &params, const Caller &caller);
    // methods_places.cpp
    Outcome getComments(Place::Kind kind, const Params &params, const Caller &caller);
    Outcome getComment(const Params &params, const Caller &caller);
    Outcome wallGet(const Params &params, const Caller &caller);
    Outcome wallGetById(const Params &params, const Caller &caller);
    Outcome getTopics(const Params &params, const Caller &caller);
    Outcome photosGetById(const Params &params, const Caller &caller);
    Outcome photosGetAll(const Params &params, const Caller &caller);
    Outcome photosGetAllComments(const Params &params, const Caller &caller);
    Outcome videoGet(const Params &params, const Caller &caller);
    Outcome marketGet(const Params &params, const Caller &caller);
    Outcome getMentions(const Params &params, const Caller &caller);
    Outcome searchNews(const Params &params, const Caller &caller);
    // methods_files.cpp
    Outcome getPhotoServer(const Params &params, const Caller &caller);
    Outcome savePhoto(const Params &params, const Caller &caller);
    Outcome getDocumentServer(const Params &params, const Caller &caller);
    Outcome saveDocument(const Params &params, const Caller &caller);
    // methods_execute.cpp
    Outcome execute(const Params &params, const Caller &caller);

    void addCommentMethods();
    /// Why the community may not write to \a peer.
    [[nodiscard]] std::optional<ApiError> refusal(qint64 peer) const;
    [[nodiscard]] Outcome sendTo(qint64 peer, const Params &params, bool asItem);
    [[nodiscard]] Or<Draft> draftFrom(qint64 peer, const Params &params);
    [[nodiscard]] std::optional<ApiError> addForward(Draft &draft, const Params &params);
    [[nodiscard]] Or<QJsonArray> attachmentsFrom(const QStringList &references, bool inMessage) const;
    [[nodiscard]] Message *messageMeant(const Params &params);
    [[nodiscard]] Or<Comment *> commentMeant(Place::Kind kind, const Params &params);
    [[nodiscard]] QJsonObject listed(const QList<const Message *> &messages, qsizetype count, const Params &params);
    /// Adds profiles and groups of \a ids where the caller asked for extended answers.
    void addPeople(QJsonObject &answer, const QSet<qint64> &ids, const Params &params) const;
    [[nodiscard]] QJsonObject classicCredentials(bool withPts);

    World &m_world;
    QHash<QString, Entry> m_table;
    struct SentBefore {
        qint64 inner = 0;
        qint64 atMs = 0;
    };
    QHash<QPair<qint64, qint64>, SentBefore> m_sentBefore; ///< by peer and random_id
    QHash<QString, qint64> m_commentedBefore; ///< by place and guid
    int m_keys = 0;
};

/// How a place is named in the parameters of its methods: "post_id", "photo_id", …
[[nodiscard]] QString placeParameter(Place::Kind kind);

} // namespace parley::sandbox::vk
