// SPDX-License-Identifier: GPL-3.0-or-later
// The two HTTP APIs on top of the world: what agents' programs call, and what a customer's does. Pure work, no sockets.
#pragma once

#include "sandbox/chatwoot/routes.h"
#include "sandbox/chatwoot/world.h"
#include "sandbox/http/params.h"

#include <QJsonValue>

namespace parley::sandbox {

struct ChatCall {
    ChatRoute route;
    Params params;
    QUrlQuery query;
    int agent = 0; ///< whose token it was
};

struct ChatAnswer {
    int status = 200;
    QJsonValue body; ///< undefined: an empty answer
    QByteArray bytes; ///< a file
    QByteArray location; ///< of a redirect
    QString file; ///< name of the file in \c bytes
};

[[nodiscard]] ChatAnswer chatRefusal(int status, const QString &why);
/// Files as they came, ready to be kept.
[[nodiscard]] QList<ChatFile> filesIn(ChatWorld &world, const Params &params);

class AgentApi
{
public:
    explicit AgentApi(ChatWorld &world)
        : m_world(world)
    {
    }
    [[nodiscard]] ChatAnswer call(const ChatCall &call);

    bool twice = false; ///< every row of a list comes twice
    bool backwards = false; ///< lists come the other way round
    int pageSize = 25; ///< of GET conversations

private:
    [[nodiscard]] ChatAnswer list(const ChatCall &call, int account);
    [[nodiscard]] ChatAnswer conversations(const ChatCall &call, int account);
    [[nodiscard]] ChatAnswer shared(const ChatCall &call, int account); ///< what a team shares: shared_api.cpp
    [[nodiscard]] ChatAnswer surveys(const ChatCall &call, int account) const;
    [[nodiscard]] ChatAnswer executeMacro(const ChatCall &call, int account);
    [[nodiscard]] ChatAnswer ofContact(const ChatCall &call, int account);
    [[nodiscard]] ChatAnswer filtered(const ChatCall &call, int account); ///< filter_api.cpp
    /// What GET conversations selects, in its order. Whoever reads page after page asks the same each time, so it is
    /// remembered until something changes.
    struct Selection {
        QStringList asked; ///< by whom, of what they see, and for what
        qint64 revision = -1; ///< of the world
        QList<ChatConversation *> rows;
        QJsonObject counts;
    };
    [[nodiscard]] const Selection &selected(const ChatCall &call, int account);
    [[nodiscard]] ChatAnswer onConversation(const ChatCall &call, ChatConversation &conversation);
    [[nodiscard]] ChatAnswer messages(const ChatCall &call, ChatConversation &conversation);
    [[nodiscard]] ChatAnswer send(const ChatCall &call, ChatConversation &conversation);
    [[nodiscard]] ChatAnswer setStatus(const ChatCall &call, ChatConversation &conversation);
    [[nodiscard]] ChatAnswer assign(const ChatCall &call, ChatConversation &conversation);
    [[nodiscard]] ChatAnswer setLabels(const ChatCall &call, ChatConversation &conversation);
    [[nodiscard]] ChatAnswer setPriority(const ChatCall &call, ChatConversation &conversation);
    [[nodiscard]] QJsonObject counts(const ChatCall &call, const QList<ChatConversation *> &selection) const;
    [[nodiscard]] QJsonArray played(const QJsonArray &rows) const;

    ChatWorld &m_world;
    Selection m_selection;
};

class PublicApi
{
public:
    explicit PublicApi(ChatWorld &world)
        : m_world(world)
    {
    }
    [[nodiscard]] ChatAnswer call(const ChatCall &call);

private:
    [[nodiscard]] ChatAnswer signIn(const ChatCall &call);
    [[nodiscard]] ChatAnswer contact(const ChatCall &call, int inbox);
    [[nodiscard]] ChatAnswer onConversation(const ChatCall &call, ChatConversation &conversation);
    [[nodiscard]] ChatAnswer open(const ChatCall &call, int inbox, int contact);

    ChatWorld &m_world;
};

} // namespace parley::sandbox
