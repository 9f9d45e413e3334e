// SPDX-License-Identifier: GPL-3.0-or-later
// What the conformance tests stand on: a subject, a connector for it, and an inbox that takes batches as the cache
// does.
#pragma once

#include "platforms/conformance/conformance.h"

#include <QCoroTask>
#include <QMap>
#include <QSet>

#include <catch2/catch_test_macros.hpp>

#define SKIP_WITHOUT(desk, ability)                                                                                    \
    do {                                                                                                               \
        if (const QString why = (desk).subject->lacks(Ability::ability); !why.isEmpty())                               \
            SKIP(why.toStdString());                                                                                   \
    } while (false)

namespace parley::tests::conformance {

/// Runs the event loop until \a task has ended. The test program's own time-out bounds it.
template <typename T>
T await(QCoro::Task<T> &&task)
{
    return QCoro::waitFor(std::move(task));
}

/// Messages by their remote id, as after a commit: the same one twice is one, a later edit wins.
class Inbox
{
public:
    void take(const Batch &batch);

    [[nodiscard]] QStringList texts() const; ///< of customers' messages, by time and then arrival; without the deleted
    [[nodiscard]] RemoteMessage withText(const QString &text) const; ///< empty remoteId: there is none
    [[nodiscard]] const RemoteConversation &conversationOf(const RemoteMessage &message) const;
    [[nodiscard]] bool rawHolds(const QByteArray &marker) const;
    [[nodiscard]] QList<RemoteMessage> messages() const { return m_messages; }

    QMap<QString, RemoteConversation> conversations;
    QMap<QString, RemoteContact> contacts;

private:
    QList<RemoteMessage> m_messages;
    QSet<QString> m_deleted;
    QList<QByteArray> m_raw;
};

/// One account with its server, as sync would run it.
struct Desk {
    Desk();
    ~Desk();
    Desk(const Desk &) = delete;
    Desk &operator=(const Desk &) = delete;

    void restart(); ///< the connector anew, as after a crash: only the cursor is left
    /// One page, committed. \return its error, or nullopt
    std::optional<Error> pullPage();
    /// Pages until the platform has no more.
    std::optional<Error> pullAll();
    /// Like pullAll(), trying again after each error as sync does. \return false: still not well after many tries
    bool pullThrough();
    /// Listens until a customer's message \a text is here.
    bool listenFor(const QString &text);

    /// Lets \a who write, and gives what an answer to it needs.
    PushRequest answerTo(const QString &who, const QString &question, Command command);
    Result<PushReceipt> push(PushRequest request);

    std::unique_ptr<Subject> subject;
    SystemClock clock;
    std::unique_ptr<platforms::Platform> platform;
    Inbox inbox;
    QByteArray cursor;
    int pages = 0;
};

} // namespace parley::tests::conformance
