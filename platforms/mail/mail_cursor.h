// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platforms/mail/imap_session.h"

#include <QByteArray>

namespace parley::platforms::mail {

/// How far a folder has been read.
struct FolderCursor {
    QByteArray name{}; ///< empty: not begun
    quint32 uidValidity = 0;
    Uid high = 0; ///< everything up to here and down to low was read
    Uid low = 0; ///< what is below is still to be filled in; 0: nothing
    quint64 modSeq = 0; ///< 0: not told
    qint64 oldest = 0; ///< ms: arrival of the oldest filled in, which orders the folders' pages; 0: not begun
    qint64 newest = 0; ///< ms: arrival of the newest read; tells news from old mail when the UIDs are renewed
    bool renewed = false; ///< the UIDs changed; what is being filled in may be in the cache already

    [[nodiscard]] bool isFilling() const { return low > 0; }
};

/// The connector's cursor: JSON, so that it can be looked at.
struct MailCursor {
    FolderCursor inbox;
    FolderCursor sent;
    int fillDone = 0;
    int fillTotal = 0;

    [[nodiscard]] bool isFilling() const { return inbox.isFilling() || sent.isFilling(); }
    [[nodiscard]] QByteArray toJson() const;
    /// What is damaged or empty begins anew: nothing is doubled by that, only read again.
    [[nodiscard]] static MailCursor fromJson(const QByteArray &json);
};

} // namespace parley::platforms::mail
