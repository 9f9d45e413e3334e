// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/command.h"
#include "models/ids.h"
#include "models/result.h"

#include <QFuture>
#include <QHash>
#include <QList>
#include <QObject>
#include <QSet>
#include <QString>
#include <QTimer>

#include <optional>

namespace parley::sync {
class Engine;
}
namespace parley::storage {
class Reader;
}

namespace parley::ui {

enum class Audience {
    Customer, ///< the reply tab
    Team, ///< the note tab
};

/// What the agent is writing in one ticket. The two texts are never mixed.
struct Writing {
    Audience audience = Audience::Customer; ///< the tab that was last in use
    QString reply;
    QString note;
    QList<OutgoingAttachment> attachments; ///< of the reply; changed by Writings::setAttachments() only
    MessageId quoted;
    QString quotedText;
    /// Which of the two answers to a comment the agent chose, or had on screen when they began to write; unset: as the
    /// customer's last message came.
    std::optional<bool> privately;
    QSet<QString> blanks; ///< names of what insertions left to be filled in (models/placeholders.h)
    bool blanksKnown = false; ///< false: read from the cache, which keeps no names
    bool storing = false; ///< handed to the engine, not yet in the cache
    QString trouble; ///< why it could not be stored; empty: nothing
    bool replyUnsaved = false; ///< typed after the last save began
    bool noteUnsaved = false;

    [[nodiscard]] QString &textFor(Audience whom) { return whom == Audience::Team ? note : reply; }
    [[nodiscard]] const QString &textFor(Audience whom) const { return whom == Audience::Team ? note : reply; }
};

/// All that is being written, by ticket, journalled into the cache as it is typed: at most 400 ms are lost in a crash.
/// UI thread.
class Writings : public QObject
{
    Q_OBJECT
public:
    Writings(sync::Engine &engine, storage::Reader &reader, QObject *parent = nullptr);

    /// What stands in this ticket; the first time it is read from the cache. Valid until the next call.
    [[nodiscard]] Writing &of(TicketId ticket);
    /// The same if it was asked for before, else null. Valid as long.
    [[nodiscard]] const Writing *known(TicketId ticket) const;
    void setText(TicketId ticket, Audience whom, const QString &text);
    void setAttachments(TicketId ticket, const QList<OutgoingAttachment> &attachments); ///< saved at once
    /// Which of two answers to a comment it is to be was chosen: kept with the text or the files, where there are any.
    void choose(TicketId ticket, bool privately);
    /// Now, without waiting for the typing to pause.
    void save();

Q_SIGNALS:
    void saveFailed(const QString &words);

private:
    void saveOne(TicketId ticket, const QString &text, bool isNote, bool privately);
    void saveSoon();
    void tellWhenSaved(const QFuture<Result<void>> &saved);

    sync::Engine &m_engine;
    storage::Reader &m_reader;
    QHash<TicketId, Writing> m_writings;
    QTimer m_timer;
};

} // namespace parley::ui
