// SPDX-License-Identifier: GPL-3.0-or-later
// From mails to our models. Pure.
#pragma once

#include "models/batch.h"
#include "platforms/mail/parsed_mail.h"

#include <QByteArray>
#include <QHash>
#include <QJsonObject>
#include <QString>

namespace parley::platforms::mail {

/// A mail with where it came from.
struct FoundMail {
    ParsedMail mail;
    QByteArray bytes;
    QString remoteId; ///< remoteIdOf()
    QString conversation; ///< the root's id
    Timestamp arrived{}; ///< when the server took it
    bool sentFolder = false;
    QByteArray folder; ///< for downloads
    quint32 uidValidity = 0;
    quint32 uid = 0;
};

/// Where an attachment is: RemoteAttachment::remoteRef.
struct AttachmentRef {
    QString messageId;
    QByteArray folder;
    quint32 uidValidity = 0;
    quint32 uid = 0;
    int index = 0; ///< in ParsedMail::attachments

    [[nodiscard]] QString toText() const;
    [[nodiscard]] static AttachmentRef fromText(const QString &text);
};

class Translator
{
public:
    explicit Translator(Address own)
        : m_own(std::move(own))
    {
    }
    /// Adds the mail with its contact and conversation.
    void add(const FoundMail &found, Batch &batch);

    /// When a mail was written: its own date, unless that is missing or cannot be; then when it arrived.
    [[nodiscard]] static Timestamp timeOf(const ParsedMail &mail, Timestamp arrived);

private:
    [[nodiscard]] bool isOurs(const FoundMail &found) const;
    [[nodiscard]] Address customerOf(const FoundMail &found, bool ours) const;
    [[nodiscard]] bool isAutomatic(const ParsedMail &mail) const;
    void addContact(const Address &customer, Batch &batch);
    static void addConversation(RemoteConversation told, Batch &batch);
    void addBounce(const FoundMail &found, Batch &batch);

    Address m_own;
    QHash<QString, QString> m_names; ///< by address: a mail without a name does not take a known one away
};

/// RemoteMessage::extra: what an answer needs.
[[nodiscard]] QJsonObject extraOf(const ParsedMail &mail, bool ours);

} // namespace parley::platforms::mail
