// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/batch.h"
#include "models/result.h"
#include "platforms/mail/imap_session.h"
#include "platforms/mail/mail_cursor.h"
#include "platforms/mail/mail_translation.h"
#include "platforms/mail/threading.h"

#include <QByteArray>
#include <QHash>
#include <QList>

#include <memory>

namespace parley::platforms::mail {

/// Reads an account's mails: first what is new in the inbox and in Sent, then what is older, both folders in step,
/// newest first. Blocking; used in one worker thread only.
class MailReader
{
public:
    MailReader(const MailSettings &settings, const std::shared_ptr<const LiveSecret> &secret, const Timeouts &timeouts,
        std::shared_ptr<Waits> waits);

    Result<void> signIn();
    Result<Batch> pull(const QByteArray &cursor);
    /// \return true: something is there that pull() would bring
    Result<bool> listen(const QByteArray &cursor);
    void close() { m_session.close(); }

private:
    Result<Batch> pullOnce(const QByteArray &cursor);
    Result<bool> listenOnce(const MailCursor &cursor);
    Result<bool> hasNews(const MailCursor &cursor);
    Result<void> begin(FolderCursor &at, const ImapSession::Folder &folder, MailCursor &cursor);
    Result<bool> takeNews(FolderCursor &at, MailCursor &cursor, Batch &batch); ///< \return whether there is more
    Result<void> takeOlder(FolderCursor &at, MailCursor &cursor, Batch &batch);
    Result<void> noteAnswered(FolderCursor &at, const ImapSession::Folder &folder, Batch &batch);
    /// What is fetched at once.
    struct Page {
        QList<Uid> uids; ///< rising
        qint64 bytes = 0;
    };
    /// As many of them as make a page, from the beginning or from the end.
    /// \param bytesOf  sizes as far as known; the server is asked where one is missing
    Result<Page> page(const QList<Uid> &uids, bool fromEnd, QHash<Uid, qint64> bytesOf = {});
    /// The mails of a page of the selected folder, understood and threaded; oldest first.
    Result<QList<FoundMail>> read(const FolderCursor &at, const Page &page);
    /// Lists what a folder still has to be filled in with, and who answers whom in it. Leaves it selected.
    Result<void> beginFill(const FolderCursor &at);
    Result<void> learnAncestry(const FolderCursor &at);
    /// Looks for a mail in both folders, and for what it answers in turn. Leaves any of them selected.
    Result<void> follow(QString id);
    Result<void> findParents(const FolderCursor &at, const QList<FoundMail> &mails);
    Result<QString> conversationOf(const FolderCursor &at, const FoundMail &found);
    Result<QString> bySubject(const FolderCursor &at, const FoundMail &found);

    ImapSession m_session;
    std::shared_ptr<Waits> m_waits;
    Timeouts m_timeouts;
    Translator m_translator;
    Address m_own;
    Ancestry m_ancestry;
    struct Pending {
        quint32 uidValidity = 0;
        QList<Uid> uids; ///< rising; those still to be filled in
        QHash<Uid, qint64> bytesOf; ///< the sizes that were told with the ids
    };
    QHash<QByteArray, Pending> m_pending; ///< by folder
    int m_subjectSearches = 0;
};

} // namespace parley::platforms::mail
