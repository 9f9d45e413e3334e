// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/chatwoot/chat_order.h"

#include <algorithm>

namespace parley::sandbox {

namespace {

using Moment = qint64 ChatConversation::*;

/// Where a conversation stands in a list that is ordered by this moment, or would stand.
qsizetype placeIn(const ChatOrder::List &list, const ChatConversation &conversation, Moment moment)
{
    const auto key = [moment](const ChatConversation *row) { return std::pair(row->*moment, row->id); };
    return std::ranges::lower_bound(list, key(&conversation), {}, key) - list.begin();
}

} // namespace

void ChatOrder::add(ChatConversation &conversation)
{
    m_byActivity.insert(placeIn(m_byActivity, conversation, &ChatConversation::lastActivityMs), &conversation);
    m_byCreation.insert(placeIn(m_byCreation, conversation, &ChatConversation::createdMs), &conversation);
    m_ofContact[conversation.contact].append(&conversation);
}

void ChatOrder::remove(ChatConversation &conversation)
{
    m_byActivity.removeAt(placeIn(m_byActivity, conversation, &ChatConversation::lastActivityMs));
    m_byCreation.removeAt(placeIn(m_byCreation, conversation, &ChatConversation::createdMs));
    m_ofContact[conversation.contact].removeOne(&conversation);
}

void ChatOrder::move(ChatConversation &conversation, qint64 lastActivityMs)
{
    m_byActivity.removeAt(placeIn(m_byActivity, conversation, &ChatConversation::lastActivityMs));
    conversation.lastActivityMs = lastActivityMs;
    m_byActivity.insert(placeIn(m_byActivity, conversation, &ChatConversation::lastActivityMs), &conversation);
}

} // namespace parley::sandbox
