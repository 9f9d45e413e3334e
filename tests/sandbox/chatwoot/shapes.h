// SPDX-License-Identifier: GPL-3.0-or-later
// The server's JSON, in its two dialects: what REST answers and what goes over the socket.
#pragma once

#include "sandbox/chatwoot/types.h"

#include <QJsonObject>

namespace parley::sandbox {

class ChatWorld;

namespace shapes {

[[nodiscard]] QJsonObject agent(const ChatAgent &agent, int account); ///< a row of GET agents, meta.assignee
[[nodiscard]] QJsonObject profile(const ChatWorld &world, const ChatAgent &agent);
[[nodiscard]] QJsonObject inbox(const ChatInbox &inbox);
[[nodiscard]] QJsonObject team(const ChatTeam &team, int agent); ///< as this agent sees it
[[nodiscard]] QJsonObject label(const ChatLabel &label);
[[nodiscard]] QJsonObject canned(const ChatCanned &canned);
[[nodiscard]] QJsonObject filter(const ChatFilter &filter);
[[nodiscard]] QJsonObject macro(const ChatWorld &world, const ChatMacro &macro);
[[nodiscard]] QJsonObject field(const ChatField &field);
[[nodiscard]] QJsonObject survey(const ChatWorld &world, const ChatMessage &message); ///< a filled-in one
[[nodiscard]] QJsonObject contactPush(const ChatContact &contact); ///< in events and as a message's sender
[[nodiscard]] QJsonObject userPush(const ChatAgent &agent);
[[nodiscard]] QJsonObject restContact(const ChatContact &contact, const ChatConversation &conversation);
[[nodiscard]] QJsonObject restMessage(const ChatWorld &world, const ChatMessage &message);
[[nodiscard]] QJsonObject eventMessage(ChatWorld &world, const ChatMessage &message);
[[nodiscard]] QJsonObject publicMessage(const ChatWorld &world, const ChatMessage &message);
[[nodiscard]] QJsonObject restConversation(ChatWorld &world, const ChatConversation &conversation);
[[nodiscard]] QJsonObject eventConversation(ChatWorld &world, const ChatConversation &conversation);
[[nodiscard]] QJsonObject publicConversation(ChatWorld &world, const ChatConversation &conversation);
[[nodiscard]] QJsonObject publicContact(const ChatContact &contact);

/// "2026-05-28T10:20:00.123Z"
[[nodiscard]] QString iso(qint64 ms);

} // namespace shapes

} // namespace parley::sandbox
