// SPDX-License-Identifier: GPL-3.0-or-later
// What stands in our remote ids.
//   "chat:C3ec"                      a chat, as the Graph API names it
//   "mid:C3ec.17"                    a message
//   "user:777", "anonym:4f1c"        a person; a signed-out visitor's session
//   "discussion:GROUP_TOPIC:654321"  the comments on a topic, a photo, …
//   "comment:GROUP_TOPIC:654321:c1"  a comment
//   "commenter:777"                  its author: the REST API's number of a person need not be the Graph API's
#pragma once

#include <QJsonValue>
#include <QString>
#include <QStringView>

#include <optional>

namespace parley::platforms::ok {

/// "mid:…", also where the documents write "MID:…"; a number or a bare id gets the prefix, too. Empty: none.
[[nodiscard]] QString midFrom(const QJsonValue &value);
[[nodiscard]] QString chatIdFrom(const QJsonValue &value);
[[nodiscard]] QString userIdFrom(const QJsonValue &value); ///< "user:…", "group:…", "anonym:…"

[[nodiscard]] bool isGroup(QStringView userId);
[[nodiscard]] bool isAnonymous(QStringView userId);
[[nodiscard]] QString anonymousId(const QString &session);
[[nodiscard]] QString sessionOf(QStringView userId); ///< empty: not anonymous

/// What people comment on.
struct Discussion {
    QString type; ///< "GROUP_TOPIC"
    QString id;

    [[nodiscard]] QString conversation() const;
    [[nodiscard]] QString comment(const QString &commentId) const;
    [[nodiscard]] static std::optional<Discussion> from(QStringView conversationRemoteId);

    friend bool operator==(const Discussion &, const Discussion &) = default;
};

/// The platform's own id in a comment's remote id; empty: it is none.
[[nodiscard]] QString commentIdIn(QStringView remoteId);
[[nodiscard]] bool isChat(QStringView conversationRemoteId);

/// The conversation that holds what Parley itself has to say about an account.
inline const QString kNotices = QStringLiteral("notices");

} // namespace parley::platforms::ok
