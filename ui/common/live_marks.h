// SPDX-License-Identifier: GPL-3.0-or-later
// Which colleague is answering where at this moment: the one bookkeeping behind the marks in list and thread.
#pragma once

#include "models/ids.h"
#include "models/time.h"

#include <QHash>
#include <QList>
#include <QObject>
#include <QString>
#include <QTimer>

#include <optional>

namespace parley::sync {
struct LiveNews;
}

namespace parley::ui {

struct LiveMark {
    QString author; ///< as the platform names them; may be empty
    int others = 0; ///< further colleagues answering there
    Timestamp since{}; ///< began to answer; short pauses are not counted out
    std::optional<Timestamp> unknownSince; ///< the connection was lost then: whether it is still so is not known
};

/// By ticket. A mark goes out when the platform says so or at its own end. While its account is not connected it stays,
/// and says since when nobody knows. UI thread.
class LiveMarks : public QObject
{
    Q_OBJECT
public:
    explicit LiveMarks(const Clock &clock, QObject *parent = nullptr);

    void hear(const sync::LiveNews &news); ///< what is not of a colleague is passed over
    void setConnected(AccountId account, bool connected); ///< unknown accounts count as connected

    /// Who has been answering there longest; nullopt: nobody.
    [[nodiscard]] std::optional<LiveMark> markOf(TicketId ticket) const;

Q_SIGNALS:
    void changed(parley::TicketId ticket);

private:
    struct Entry {
        AccountId account;
        QString author;
        Timestamp since{};
        Timestamp until{};
        std::optional<Timestamp> unknownSince;
        bool over = false; ///< kept a while, for who only stopped to think
    };

    void loseOf(QList<Entry> &entries, AccountId account);
    void expire();

    const Clock &m_clock;
    QHash<TicketId, QList<Entry>> m_entries;
    QTimer m_timer;
};

/// "✎ Ana is answering · 0:42"; "✎ Ana · not known since 14:02".
[[nodiscard]] QString liveMarkWords(const LiveMark &mark, Timestamp now);
/// For a row of the list: "✎ Ana", "✎ Ana +1", and with a question mark where it is not known.
[[nodiscard]] QString liveMarkShort(const LiveMark &mark);
/// For a screen reader, without the ticking: "Ana is answering", "Ana was answering, not known since 14:02".
[[nodiscard]] QString liveMarkSentence(const LiveMark &mark);

} // namespace parley::ui
