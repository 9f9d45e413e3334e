// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/chatwoot/types.h"

#include <QHash>

namespace parley::sandbox {

/// The conversations of one account in the orders that a server is asked for: of 50,000 one is put in, moved or found
/// without walking past the others. It points at them; they live in the world.
class ChatOrder
{
public:
    using List = QList<ChatConversation *>;

    void add(ChatConversation &conversation);
    void remove(ChatConversation &conversation);
    /// Something was said in it.
    void move(ChatConversation &conversation, qint64 lastActivityMs);

    [[nodiscard]] const List &byActivity() const { return m_byActivity; } ///< the quietest first, then by number
    [[nodiscard]] const List &byCreation() const { return m_byCreation; } ///< the oldest first, then by number
    [[nodiscard]] List of(int contact) const { return m_ofContact.value(contact); } ///< as they were opened

private:
    List m_byActivity;
    List m_byCreation;
    QHash<int, List> m_ofContact;
};

} // namespace parley::sandbox
