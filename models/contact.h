// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/conversation_context.h"
#include "models/ids.h"
#include "models/time.h"

#include <QList>
#include <QString>

namespace parley {

/// One person's address on one account.
struct Identity {
    AccountId account;
    QString remoteId; ///< the platform's id of the person; unique per account
    QString handle; ///< @name, e-mail address, phone number: what a person would type
    QString name; ///< as the platform shows it
    QList<ConversationContext::Fact> attributes{}; ///< RemoteContact::attributes
};

/// A person, by whatever channels they write.
struct Contact {
    ContactId id;
    QString name;
    QString language; ///< ISO 639-1; empty: not known
    QString note; ///< the team's own words about them
    bool anonymous = false; ///< a signed-out visitor, known by a session only
    QList<Identity> identities;

    /// Somebody who turned out to be this person.
    struct Merged {
        ContactId id; ///< who is no more; comes back under it
        QString name;
        Timestamp when{};
    };
    QList<Merged> merged{}; ///< oldest first; filled in by Reader::contact() only
};

} // namespace parley
