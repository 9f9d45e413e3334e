// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/message.h"
#include "models/result.h"
#include "storage/reader.h"

#include <functional>

namespace parley::app {

/// Every message of a conversation, oldest first, page by page. \a each returns false to stop.
Result<void> forEachMessage(
    storage::Reader &reader, ConversationId conversation, const std::function<bool(const Message &)> &each);
/// The newest \a count messages, oldest first.
Result<QList<Message>> newestMessages(storage::Reader &reader, ConversationId conversation, int count);

} // namespace parley::app
