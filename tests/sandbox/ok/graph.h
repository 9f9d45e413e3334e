// SPDX-License-Identifier: GPL-3.0-or-later
// The Graph Bot API over a World, all but me/updates, which waits (server.h).
#pragma once

#include "sandbox/ok/answer.h"
#include "sandbox/ok/world.h"

#include <QUrlQuery>

namespace parley::sandbox::ok {

/// What a path under /graph/ means.
struct GraphCall {
    QString name; ///< "me/chats", "messages", "send", …: also what bad days and the witness call it; empty: nothing
    QString node; ///< "chat:…" or "mid:…"
};
[[nodiscard]] GraphCall graphCall(const QByteArray &verb, const QString &path);

class Graph
{
public:
    explicit Graph(World &world);

    [[nodiscard]] Outcome call(const GraphCall &call, const QUrlQuery &query, const QJsonObject &body);
    /// A file arrives at the address of an upload slot.
    [[nodiscard]] Outcome upload(const QString &token, const QString &formType, const File &file);

    LongPoll longPoll = LongPoll::Works;
    bool answersWithoutMid = false; ///< the exact answer of a send is not documented

private:
    struct Asked {
        QString node;
        QUrlQuery query;
        QJsonObject body;
    };
    using Method = Outcome (Graph::*)(const Asked &);

    Outcome info(const Asked &asked);
    Outcome chats(const Asked &asked);
    Outcome chat(const Asked &asked);
    Outcome messages(const Asked &asked);
    Outcome send(const Asked &asked);
    Outcome edit(const Asked &asked);
    Outcome action(const Asked &asked);
    Outcome url(const Asked &asked);
    Outcome answer(const Asked &asked);
    Outcome slot(const Asked &asked);
    Outcome subscribe(const Asked &asked);
    Outcome unsubscribe(const Asked &asked);
    Outcome subscriptions(const Asked &asked);

    /// Text and files of a message to be; its refusal otherwise.
    [[nodiscard]] std::variant<Message, Refusal> contentOf(const QJsonObject &message, const Chat &chat);
    [[nodiscard]] std::optional<Refusal> attach(Message &message, const QJsonArray &attachments);

    World &m_world;
    QHash<QString, Method> m_table;
};

} // namespace parley::sandbox::ok
