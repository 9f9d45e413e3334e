// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/account.h"
#include "models/batch.h"
#include "models/capabilities.h"
#include "models/command.h"
#include "models/result.h"
#include "models/time.h"

#include <QCoroTask>

#include <QByteArray>
#include <QList>
#include <QMap>
#include <QString>
#include <QUrl>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace parley::platforms {

/// Who we are there, as the platform says at sign-in.
struct Identity {
    QString name; ///< "@shopbot", "support@shop.test"
    QString note; ///< what is not as an agent would expect, translated: "may not read group messages: …"
    QByteArray exchangedSecret{}; ///< to be kept instead of the secret given (a password became a token); empty: no
};

struct Live {
    Batch batch; ///< like pull()'s; its cursor is committed before listen() is called again
    QList<LiveEvent> events;
    bool pullNow = false; ///< something happened that only pull() can fetch
};

/// One account on one platform: turns its API into our models and back. It knows no database and no widget.
///
/// Lives on the engine's thread, where all functions are called and all coroutines resume. pull() and listen() are
/// never under way at once; push() runs beside them. Errors are values. Every wait ends at the latest with the
/// connector's own time-out, and at once after stop().
class Platform
{
public:
    virtual ~Platform() = default;

    [[nodiscard]] virtual Capabilities capabilities() const = 0;

    /// Checks the secret and asks who we are. Unauthorized when it is refused.
    virtual QCoro::Task<Result<Identity>> signIn() = 0;

    /// The next page after \a cursor (empty: from the beginning). First what is new, then, while a first fill goes on,
    /// older history newest first. Answers at once; Batch::more asks to be called again.
    virtual QCoro::Task<Result<Batch>> pull(QByteArray cursor) = 0;

    /// Waits for something new after \a cursor (long poll, IDLE, a socket). Returns with it, or with nothing after the
    /// platform's own time or when interrupt() is called.
    virtual QCoro::Task<Result<Live>> listen(QByteArray cursor) = 0;
    /// Makes a waiting listen() return: the network changed, the machine woke.
    virtual void interrupt() = 0;
    /// Where nobody listens: the next page of what Batch::olderWaits told of. Never beside pull() or listen().
    virtual QCoro::Task<Result<Batch>> pullOlder(QByteArray cursor);

    /// The agent has this conversation open (empty: none). It is read before everything else, at once where listen()
    /// waits, and again with each look. Marks and assigns nothing there. Where the stream tells everything there is
    /// nothing to do, and nothing is done.
    virtual void setOpen(QString conversationRemoteId);

    /// Carries out one command. Error::mayHaveArrived must be set whenever bytes of the request may have reached the
    /// platform and no answer tells what became of it.
    virtual QCoro::Task<Result<PushReceipt>> push(PushRequest request) = 0;

    /// After a lost answer: did \a request arrive? nullopt: certainly not, send again. Only called where
    /// Capabilities::idempotency is ByReadingBack, or ByClientId with a clientIdLasts that is over. Of a text in parts,
    /// PushRequest::part and what follows are meant: a receipt says that all of it is there; where some more are, but
    /// not all, partSent is called for each of these, and the answer is nullopt.
    virtual QCoro::Task<Result<std::optional<PushReceipt>>> findSent(PushRequest request);

    /// The customer's typing lamp. Never stored, never repeated, failures are of no consequence. The caller renews.
    virtual QCoro::Task<Result<void>> showTyping(QString conversationRemoteId, QJsonObject conversationExtra);

    /// The agent stopped typing without sending. Like showTyping(); nothing where the lamp goes off by itself.
    virtual QCoro::Task<Result<void>> hideTyping(QString conversationRemoteId, QJsonObject conversationExtra);

    /// \param limit  bytes; more is an Error{Rejected}
    virtual QCoro::Task<Result<QByteArray>> download(QString remoteRef, qint64 limit);

    /// Ends every wait with Cancelled. No call is made afterwards.
    virtual void stop() = 0;
};

/// What a connector is made from. The clock outlives it.
struct Setup {
    Account account;
    QByteArray secret;
    const Clock *clock = nullptr;
    QMap<QString, QByteArray> furtherSecrets{}; ///< by SecretField::key; those that were given
    /// The platform replaced the secret while we are connected: it is to be kept in the old one's place. Called on the
    /// engine's thread; the connector goes on with the new one, whatever becomes of it. Null: nobody keeps it.
    std::function<void(QByteArray secret)> keepSecret{};
};

/// A person signs in in a browser, and an account's secret comes out of it. Good for one sign-in. Lives on the engine's
/// thread, like a Platform; stop() before it is destroyed.
class BrowserSignIn
{
public:
    virtual ~BrowserSignIn() = default;

    /// Gets ready for the person's coming back.
    /// \return the page that is to be opened; it holds no secret
    virtual Result<QUrl> begin() = 0;
    /// Waits until the person has signed in. Rejected when they refused, TimedOut when they did not come back.
    virtual QCoro::Task<Result<QByteArray>> secret() = 0;
    /// Ends the wait with Cancelled.
    virtual void stop() = 0;
};

/// A platform as the program knows it before there is an account.
struct Entry {
    PlatformInfo info;
    /// Checks the settings of a new account and fills in defaults. Rejected with words that name the key and the mend.
    std::function<Result<Account>(Account)> validate;
    std::function<std::unique_ptr<Platform>(Setup)> create;
    /// For a checked account without a secret; the further ones are given. Rejected with words where its settings do
    /// not allow it. Null: the platform has no such way; see PlatformInfo::browserSignIn.
    std::function<Result<std::unique_ptr<BrowserSignIn>>(Setup)> signIn{};
};

/// All platforms, in the order of the set-up dialog. The only list there is.
[[nodiscard]] const std::vector<Entry> &registry();
/// Their infos with the labels in the language of this moment; registry() keeps those of its first use.
[[nodiscard]] QList<PlatformInfo> currentInfos();
[[nodiscard]] const Entry *find(const QString &platformId);

} // namespace parley::platforms
