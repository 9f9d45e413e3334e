// SPDX-License-Identifier: GPL-3.0-or-later
// From VK's answers and events to a Batch. Pure: no network, no clock, no coroutine; it reads outside bytes and is
// fuzzed. What it does not know becomes MessageKind::Unsupported or a RawPayload.
#pragma once

#include "models/batch.h"
#include "platforms/vk/address.h"
#include "platforms/vk/people.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonObject>
#include <QList>
#include <QSet>

namespace parley::platforms::vk {

/// What is known about posts, photos, topics, … by Address::place(), for the card above their comments.
using Cards = QHash<QString, ConversationContext>;

/// What a decoder stands on.
struct Desk {
    qint64 group = 0; ///< the community's id, positive
    People *people = nullptr; ///< names; decoders add languages to it
    Cards *cards = nullptr; ///< decoders add the posts that come by
    Timestamp now{}; ///< for what comes without a time of its own
};

struct Decoded {
    Batch batch;
    QList<LiveEvent> live;
    QList<qint64> incomplete; ///< message ids that must be fetched to be whole
    QSet<QString> places; ///< Address::place() of comments in the batch whose card is not known
};

/// The items of getHistory, getById, getLongPollHistory.messages, with the conversations and people that came along.
void decodeMessages(const QJsonObject &response, const Desk &desk, Decoded &into);
/// The answer of getConversations: conversations with the last message of each, and how colleagues left them.
void decodeConversations(const QJsonObject &response, const Desk &desk, Decoded &into);
/// What getLongPollHistory tells beside messages: tuples of the classic stream, cut down to ids.
void decodeHistory(const QJsonObject &response, const Desk &desk, Decoded &into);
/// Updates of the classic long poll. Messages are not read here, getLongPollHistory has them whole.
/// \return true: something lasting happened that getLongPollHistory will tell
[[nodiscard]] bool decodeClassic(const QJsonArray &updates, const Desk &desk, Decoded &into);
/// Updates of the Bots Long Poll.
void decodeEvents(const QJsonArray &updates, const Desk &desk, Decoded &into);

/// One comment below \a place, as an event or a list brings it.
/// \param edited  when it was changed, as far as the event tells
void decodeComment(
    const QJsonObject &comment, Address place, std::optional<Timestamp> edited, const Desk &desk, Decoded &into);
/// Comments as wall.getComments and its kin list them, with their threads.
void decodeComments(const QJsonObject &response, const Address &place, const Desk &desk, Decoded &into);
/// Posts elsewhere that name the community: the answer of newsfeed.getMentions.
void decodeMentions(const QJsonObject &response, const Desk &desk, Decoded &into);

/// The card of a post (wall.getById), a topic (board.getTopics), a photo, video or product.
[[nodiscard]] ConversationContext cardOf(const QJsonObject &object, const Address &place, const Desk &desk);
/// Where nothing is known but the address.
[[nodiscard]] ConversationContext bareCard(const Address &place);

/// Gives each conversation of \a batch the card of its place, where there is one.
void putCards(Batch &batch, const Cards &cards);

} // namespace parley::platforms::vk
