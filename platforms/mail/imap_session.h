// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/result.h"
#include "models/time.h"
#include "platforms/mail/live_secret.h"
#include "platforms/mail/mail_settings.h"
#include "platforms/mail/mail_stream.h"
#include "platforms/mail/waits.h"

#include <QByteArray>
#include <QElapsedTimer>
#include <QList>

#include <memory>
#include <optional>

struct mailimap;
struct mailimap_fetch_type;
struct mailimap_search_key;

namespace parley::platforms::mail {

using Uid = quint32;

/// One connection to an IMAP server, by libetpan. Every call blocks its worker's thread, at most as Timeouts say, and
/// ends early with Cancelled after Waits::stop(). After an error other than a plain NO the connection is closed and the
/// next call needs open() again.
class ImapSession
{
public:
    struct Folder {
        QByteArray name; ///< as the server writes it
        quint32 uidValidity = 0;
        Uid uidNext = 0; ///< 0: not told
        quint32 exists = 0;
        quint64 modSeq = 0; ///< 0: the server has no CONDSTORE
    };
    struct Folders {
        QByteArray sent; ///< empty: there is none
        QByteArray drafts;
        bool serverKeepsSent = false; ///< what it sends for us it files by itself (Gmail)
    };
    struct Size {
        Uid uid = 0;
        qint64 bytes = 0;
    };
    struct Mail {
        Uid uid = 0;
        Timestamp arrived{}; ///< INTERNALDATE
        bool draft = false; ///< \Draft
        QByteArray bytes; ///< whole, or the beginning when asked for
        qint64 size = 0; ///< of the whole mail; only fetchIds() tells it
    };
    /// What to look for; all that is set must hold.
    struct Search {
        QByteArray messageId{}; ///< without <>
        QByteArray inReplyTo{}; ///< without <>
        QByteArray subject{}; ///< US-ASCII
        QByteArray from{};
        QByteArray to{};
        std::optional<Timestamp> since{}; ///< day of arrival
    };

    ImapSession(MailSettings settings, std::shared_ptr<const LiveSecret> secret, const Timeouts &timeouts,
        std::shared_ptr<Waits> waits);
    ~ImapSession();
    ImapSession(const ImapSession &) = delete;
    ImapSession &operator=(const ImapSession &) = delete;

    /// Connects and signs in, unless that is done and the connection lives. Unauthorized when the secret is refused.
    Result<void> open();
    void close();
    [[nodiscard]] bool isOpen() const { return m_imap != nullptr; }

    [[nodiscard]] bool canIdle() const;
    [[nodiscard]] bool hasCondStore() const;

    Result<Folders> folders(); ///< read once a connection
    Result<QByteArray> makeFolder(const QByteArray &name);
    /// \return what the server says of it now
    Result<Folder> select(const QByteArray &name, bool toWrite = false);
    /// The same without selecting it.
    Result<Folder> status(const QByteArray &name);

    // in the selected folder
    /// UIDs from \a first to \a last, rising. \a last 0: to the end
    Result<QList<Uid>> uids(Uid first, Uid last);
    Result<QList<Uid>> search(const Search &search);
    Result<QList<Size>> sizes(const QList<Uid> &uids);
    /// \param expected  bytes of all together, as sizes() said; a server that sends far more is cut off
    Result<QList<Mail>> fetch(const QList<Uid> &uids, qint64 expected);
    Result<QList<Mail>> fetchBeginning(Uid uid, quint32 bytes);
    /// Only the header fields that threading needs, for parseHead().
    Result<QList<Mail>> fetchHeads(const QList<Uid> &uids);
    /// Of those only the ids, for parseIds(), and each mail's size.
    Result<QList<Mail>> fetchIds(const QList<Uid> &uids);
    /// Which of the mails up to \a last changed after \a modSeq and are marked \Answered now.
    Result<QList<Uid>> newlyAnswered(Uid last, quint64 modSeq);
    Result<void> remove(const QList<Uid> &uids);
    Result<void> move(const QList<Uid> &uids, const QByteArray &folder); ///< and takes \Draft off
    Result<void> markAnswered(const QList<Uid> &uids);

    /// \return the new UID, 0 where the server does not tell
    Result<Uid> append(const QByteArray &folder, const QByteArray &mail, bool draft);

    /// IDLE in the selected folder. \return true: something happened there; false: \a ms ran out or Waits::interrupt()
    Result<bool> idle(int ms);
    /// For servers without IDLE: waits \a ms, or until interrupted. \return false
    Result<bool> pause(int ms);

private:
    Result<void> signIn();
    Result<void> refreshCapabilities();
    [[nodiscard]] bool hasCapability(const char *name) const;
    /// An Error for libetpan's result, closing the connection where it cannot go on; nothing when all is well.
    [[nodiscard]] std::optional<Error> problem(int result);
    [[nodiscard]] QString serverWords() const;
    Result<QList<Mail>> fetchWith(mailimap_fetch_type *wanted, const QList<Uid> &uids);
    Result<void> noop();
    Result<QList<Uid>> searchWith(mailimap_search_key *key);

    MailSettings m_settings;
    std::shared_ptr<const LiveSecret> m_secret;
    Timeouts m_timeouts;
    std::shared_ptr<Waits> m_waits;
    std::unique_ptr<MailStream> m_stream;
    mailimap *m_imap = nullptr;
    QElapsedTimer m_lastUse;
    std::optional<Folders> m_folders;
};

} // namespace parley::platforms::mail
