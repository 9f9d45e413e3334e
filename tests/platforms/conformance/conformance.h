// SPDX-License-Identifier: GPL-3.0-or-later
// One set of tests that every connector must pass. A platform joins by one Subject and two lines of CMake:
//
//     parley_test(telegram_conformance SOURCES telegram_subject.cpp SEES parley_conformance …)
//
// where telegram_subject.cpp defines makeSubject(). The tests themselves are in this folder and speak only of
// customers, messages and bad days, never of a protocol.
#pragma once

#include "models/account.h"
#include "models/time.h"
#include "platforms/platform.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <memory>

namespace parley::tests::conformance {

/// What a test needs and a platform may not have.
enum class Ability {
    CustomerEdits, ///< a customer changes a message
    CustomerDeletes,
    CustomerAttachments,
    OwnEdits, ///< Command EditMessage
    OwnDeletes,
    OwnAttachments,
    UploadProgress, ///< how far an attachment has got is known while it travels
    Quotes, ///< an answer points at the message it answers
    Paging, ///< manyMessages() spreads over several pages
    DuplicateDelivery,
    OutOfOrder,
    UnknownEvents, ///< an event of a kind that no documentation knows
    RateLimits,
    ServerErrors, ///< 5xx, SMTP 4xx
    HalfAnswers, ///< an answer that ends in the middle although the connection is fine
    HugeAnswers, ///< 50 MB where a page was due
    SlowDrips, ///< a byte now and then, for ever
    Revocation, ///< the token stops being valid
    Cuts, ///< the connection is closed at a chosen stage of a send
    Clocks, ///< the server's clock can be set wrong
    BlockedUs, ///< a customer may shut us out
};

/// A bad day of the server. Concerns the connector's calls only, never the customer's side.
enum class Trouble {
    RateLimit, ///< refuses with the advice to come back after 2 s
    ServerError, ///< fails with its own error page (HTML where there is HTTP)
    HalfAnswer,
    HugeAnswer,
    SlowDrip,
    CutBeforeRequest, ///< closes the connection before it has read the request; nothing is carried out
    CutBeforeAnswer, ///< carries the request out, then closes without a byte
    CutMidAnswer, ///< carries the request out, then closes in the middle of the answer
};

/// Which calls the trouble strikes.
enum class Side { Receiving, Sending };

/// A fresh server with one account on it, and the hand that plays the customers. Made anew for every test; its
/// destructor ends the server. All calls return when the server has taken them.
class Subject
{
public:
    virtual ~Subject() = default;

    /// \return why the platform has no such thing, as a sentence for the skipped test; empty: it has
    [[nodiscard]] virtual QString lacks(Ability ability) const = 0;

    /// The account that connect() serves; for tests with a storage::Store.
    [[nodiscard]] virtual Account account() const = 0;
    /// A connector for the account, with its time-outs short enough for a test. Called again for a restarted program:
    /// the earlier one is stopped and gone by then.
    [[nodiscard]] virtual std::unique_ptr<platforms::Platform> connect(const Clock &clock) = 0;
    /// The same with a secret that the server does not know.
    [[nodiscard]] virtual std::unique_ptr<platforms::Platform> connectWithWrongSecret(const Clock &clock) = 0;

    // The customers. \a who is a first name; the same name is the same person in one conversation.
    virtual QString customerWrites(
        const QString &who, const QString &text) = 0; ///< \return a key for edits and deletes
    virtual void customerEdits(const QString &key, const QString &text) = 0;
    virtual void customerDeletes(const QString &key) = 0;
    virtual void customerAttaches(const QString &who, const QString &fileName, const QByteArray &content) = 0;
    virtual void customerBlocks(const QString &who) = 0; ///< shuts us out
    /// Texts that \a who has got from us, oldest first, as a customer would see them now (edited, without the deleted).
    [[nodiscard]] virtual QStringList customerSees(const QString &who) = 0;
    /// Names of the files \a who has got from us.
    [[nodiscard]] virtual QStringList customerFiles(const QString &who) = 0;
    /// Text of the message which our last message to \a who points at; empty: none
    [[nodiscard]] virtual QString customerSeesQuoted(const QString &who) = 0;

    // Bad days.
    virtual void misbehave(Trouble trouble, Side side, int times) = 0; ///< for the next \a times calls
    virtual void behave() = 0; ///< ends all troubles
    virtual void revoke() = 0;
    virtual void restore() = 0;
    virtual void deliverTwice() = 0; ///< from now on everything comes twice
    virtual void deliverBackwards() = 0; ///< from now on each page has its newest first
    virtual void unknownEvent(const QByteArray &marker) = 0; ///< \a marker is somewhere in its payload
    virtual void setClockOff(std::chrono::seconds by) = 0; ///< the server's, from now on
};

/// Defined by each platform's test program.
[[nodiscard]] std::unique_ptr<Subject> makeSubject();

} // namespace parley::tests::conformance
