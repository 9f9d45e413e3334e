// SPDX-License-Identifier: GPL-3.0-or-later
#include "platforms/telegram/address.h"

using namespace Qt::StringLiterals;

namespace parley::platforms::telegram {

namespace {

QString chatPart(const Address &address)
{
    return address.business.isEmpty() ? QString::number(address.chat)
                                      : address.business + u':' + QString::number(address.chat);
}

std::optional<qint64> number(QStringView text)
{
    bool ok = false;
    const qint64 value = text.toLongLong(&ok);
    return ok ? std::optional(value) : std::nullopt;
}

} // namespace

QString Address::toString() const
{
    switch (thread) {
    case Thread::None:
        return chatPart(*this);
    case Thread::Topic:
        return chatPart(*this) + u'/' + QString::number(threadId);
    case Thread::Comments:
        return chatPart(*this) + u"/c"_s + QString::number(threadId);
    case Thread::DirectMessages:
        return chatPart(*this) + u"/d"_s + QString::number(threadId);
    }
    return {};
}

std::optional<Address> Address::from(QStringView remoteId)
{
    Address address;
    // A connection id may hold anything but our colon counts from the end.
    if (const auto colon = remoteId.lastIndexOf(u':'); colon >= 0) {
        address.business = remoteId.first(colon).toString();
        remoteId = remoteId.sliced(colon + 1);
    }
    if (const auto slash = remoteId.indexOf(u'/'); slash >= 0) {
        QStringView thread = remoteId.sliced(slash + 1);
        remoteId = remoteId.first(slash);
        address.thread = thread.startsWith(u'c') ? Thread::Comments
            : thread.startsWith(u'd')            ? Thread::DirectMessages
                                                 : Thread::Topic;
        if (address.thread != Thread::Topic)
            thread = thread.sliced(1);
        const auto threadId = number(thread);
        if (!threadId)
            return std::nullopt;
        address.threadId = *threadId;
    }
    const auto chat = number(remoteId);
    if (!chat)
        return std::nullopt;
    address.chat = *chat;
    return address;
}

QString Address::message(qint64 messageId) const
{
    return chatPart(*this) + u':' + QString::number(messageId);
}

std::optional<qint64> messageIdIn(QStringView remoteId)
{
    return number(remoteId.sliced(remoteId.lastIndexOf(u':') + 1));
}

std::optional<Address> chatOfMessage(QStringView remoteId)
{
    const auto colon = remoteId.lastIndexOf(u':');
    return colon < 0 ? std::nullopt : Address::from(remoteId.first(colon));
}

} // namespace parley::platforms::telegram
