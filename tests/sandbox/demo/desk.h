// SPDX-License-Identifier: GPL-3.0-or-later
// The living desk: customers who write by their scripts, wait, and react to the agent's answers. The same seed and the
// same answers at the same times give the same desk. It has no clock of its own: tick() tells it the time.
#pragma once

#include "sandbox/demo/script.h"
#include "sandbox/mail/letter.h"
#include "sandbox/telegram.h"

#include <QDateTime>
#include <QJsonObject>
#include <QRandomGenerator>

#include <functional>
#include <map>
#include <vector>

namespace parley::sandbox {

/// The shop's mailbox as the desk needs it; without deliver() there are no mail customers.
struct Post {
    struct Answer {
        QStringList to;
        QByteArray mail;
    };
    QString mailbox; ///< "support@shop.test"
    std::function<void(const QByteArray &mail, const QString &folder)> deliver; ///< folder empty: the inbox
    std::function<QList<Answer>()> answers; ///< everything that the shop has sent so far, in order
};

class Desk
{
public:
    Desk(Telegram &telegram, Post post, quint32 seed);

    /// What happened before: histories, and what waits in the morning.
    void open();
    /// Everything that is due by \a ms since open().
    void tick(qint64 ms);

    [[nodiscard]] QJsonObject summary() const;

private:
    struct Guest {
        Script script;
        qint64 telegramId = 0;
        int lastMessage = 0;
        QList<QByteArray> mails; ///< Message-IDs of the thread
        int written = 0;
        int answers = 0;
        bool waiting = false; ///< the last word was the customer's
        bool thanked = false;
    };
    struct Due {
        size_t guest = 0;
        Line line;
    };

    void addGuest(const Script &script);
    void schedule(qint64 ms, size_t guest, const Line &line) { m_agenda.insert({ms, {guest, line}}); }
    void perform(size_t guest, const Line &line);
    void performChat(Guest &guest, const Line &line);
    void performMail(Guest &guest, const Line &line);
    void lookForAnswers(qint64 ms);
    void react(size_t guest, qint64 ms);
    void invite(qint64 ms);
    [[nodiscard]] QString orderNumber();

    Telegram &m_telegram;
    Post m_post;
    QRandomGenerator m_random;
    QDateTime m_opened;
    QString m_business;
    std::vector<Guest> m_guests;
    std::multimap<qint64, Due> m_agenda;
    qint64 m_nextVisit = 0;
    qsizetype m_answersSeenTelegram = 0;
    qsizetype m_answersSeenMail = 0;
    int m_mails = 0;
};

} // namespace parley::sandbox
