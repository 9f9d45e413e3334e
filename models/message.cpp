// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/message.h"

#include "models/words.h"

namespace parley {

namespace {

constexpr Words<Direction, 2> kDirectionWords{{{{Direction::In, u"in"}, {Direction::Out, u"out"}}}};
constexpr Words<MessageKind, 4> kKindWords{{{{MessageKind::Message, u"message"}, {MessageKind::Note, u"note"},
    {MessageKind::Event, u"event"}, {MessageKind::Unsupported, u"unsupported"}}}};
constexpr Words<Visibility, 3> kVisibilityWords{
    {{{Visibility::Public, u"public"}, {Visibility::Private, u"private"}, {Visibility::Internal, u"internal"}}}};
constexpr Words<DeliveryState, 8> kDeliveryWords{
    {{{DeliveryState::Received, u"received"}, {DeliveryState::Queued, u"queued"}, {DeliveryState::Sending, u"sending"},
        {DeliveryState::Sent, u"sent"}, {DeliveryState::Delivered, u"delivered"}, {DeliveryState::Read, u"read"},
        {DeliveryState::Failed, u"failed"}, {DeliveryState::Held, u"held"}}}};

} // namespace

QString toString(Direction direction)
{
    return kDirectionWords.wordFor(direction);
}

QString toString(MessageKind kind)
{
    return kKindWords.wordFor(kind);
}

QString toString(Visibility visibility)
{
    return kVisibilityWords.wordFor(visibility);
}

QString toString(DeliveryState state)
{
    return kDeliveryWords.wordFor(state);
}

} // namespace parley
