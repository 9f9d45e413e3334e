// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/thread.h"

#include <algorithm>

namespace parley::app {

namespace {
constexpr int kPage = 200;
}

Result<void> forEachMessage(
    storage::Reader &reader, ConversationId conversation, const std::function<bool(const Message &)> &each)
{
    MessageId last;
    while (true) {
        const auto page = reader.messagesAfter(conversation, last, kPage);
        if (!page)
            return page.error();
        for (const Message &message : *page) {
            if (!each(message))
                return {};
            last = std::max(last, message.id);
        }
        if (page->size() < kPage)
            return {};
    }
}

Result<QList<Message>> newestMessages(storage::Reader &reader, ConversationId conversation, int count)
{
    QList<Message> newest;
    MessageId before;
    while (newest.size() < count) {
        auto page = reader.messagesBefore(conversation, before, std::min(kPage, count - int(newest.size())));
        if (!page)
            return page.error();
        if (page->isEmpty())
            break;
        std::ranges::sort(*page, {}, &Message::id);
        before = page->constFirst().id;
        newest = *page + newest;
    }
    return newest;
}

} // namespace parley::app
