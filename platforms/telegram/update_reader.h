// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platforms/telegram/address.h"
#include "platforms/telegram/decode.h"

#include <QHash>
#include <QJsonObject>

namespace parley::platforms::telegram {

struct Content;

/// Adds what one update after another says to a Decoded. Its functions return false when the update lacks what it
/// cannot be understood without.
class UpdateReader
{
public:
    UpdateReader(Decoded &decoded, Memory &memory, Timestamp now);

    void begin(qint64 updateId) { m_update = updateId; }

    bool message(const QJsonObject &message);
    bool edit(const QJsonObject &message);
    bool deletion(const QJsonObject &deleted);
    bool businessConnection(const QJsonObject &connection);
    bool membership(const QJsonObject &change);
    bool reaction(const QJsonObject &reaction);
    bool button(const QJsonObject &query);
    void raw(const QJsonValue &update, const QString &reason);

private:
    [[nodiscard]] Address addressOf(const QJsonObject &message);
    RemoteConversation &conversation(const Address &address, const QJsonObject &chat);
    void nameConversation(RemoteConversation &conversation, const Address &address, const QJsonObject &message);
    void contact(const QJsonObject &user);
    void author(RemoteMessage &made, const QJsonObject &message);
    void reply(RemoteMessage &made, const Address &address, const QJsonObject &message);
    void event(const Address &address, const QString &text, Timestamp time, const QString &about = {});
    void notice(const QString &text, Timestamp time);
    RemoteMessage &addEvent(const QString &conversation, const QString &text, Timestamp time);

    Decoded &m_decoded;
    Memory &m_memory;
    Timestamp m_now;
    QHash<QString, qsizetype> m_conversations; ///< remote id -> place in the batch
    QHash<QString, qsizetype> m_contacts;
    qint64 m_update = 0;
};

} // namespace parley::platforms::telegram
