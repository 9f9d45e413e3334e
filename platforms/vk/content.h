// SPDX-License-Identifier: GPL-3.0-or-later
// What a message or a comment holds, as a person reads it. Pure.
#pragma once

#include "models/batch.h"
#include "platforms/vk/people.h"

#include <QJsonObject>
#include <QString>

namespace parley::platforms::vk {

struct Content {
    QString text;
    QList<RemoteAttachment> attachments; ///< remoteRef: fileRef() of its place in the message
    bool understood = true; ///< false: there was something in it, and nothing of it can be shown
};

/// \param remoteId  of the message: a file's own address expires, so its reference names where to ask for a fresh one
[[nodiscard]] Content contentOf(const QJsonObject &message, const People &people, const QString &remoteId);

/// A service line of a group chat ("… has left"); empty: the message is none
[[nodiscard]] QString actionLine(const QJsonObject &message, const People &people);

/// "[id777|Anna], hello" as "Anna, hello".
[[nodiscard]] QString withoutMentions(const QString &text);

/// Where a file is: in which message, at which place, at which address it was when we saw it.
struct FileRef {
    QString message;
    int place = 0;
    QString url;

    [[nodiscard]] QString toString() const;
    [[nodiscard]] static FileRef from(const QString &text);
};

/// How attachments are named when they are sent again: "photo-123_5_key". Those that cannot be are left out.
[[nodiscard]] QStringList attachmentNames(const QJsonObject &message);

} // namespace parley::platforms::vk
