// SPDX-License-Identifier: GPL-3.0-or-later
// From the REST API's discussions and comments to parts of a Batch. Pure; fed with outside bytes.
#pragma once

#include "models/batch.h"
#include "platforms/ok/address.h"

#include <QJsonArray>
#include <QJsonValue>

namespace parley::platforms::ok {

/// Something that people comment on.
struct DiscussionInfo {
    Discussion which;
    QString title;
    QString group; ///< "53"; empty: not told
    int newComments = 0; ///< that the group's managers have not seen
};

struct DiscussionPage {
    QList<DiscussionInfo> discussions;
    QJsonArray odd; ///< what is none
    QString anchor; ///< of the next page; empty: the end, or an empty list
};
[[nodiscard]] DiscussionPage readDiscussions(const QJsonValue &answer);

/// \param mayWrite  the agent wished to try
[[nodiscard]] RemoteConversation conversationFrom(const DiscussionInfo &info, bool mayWrite);

struct CommentPage {
    QList<RemoteMessage> messages; ///< in the order they came
    QList<RemoteContact> contacts;
    QJsonArray odd;
    bool hasMore = false;
    QString anchor;
};
/// Reads both spellings of the list, "comments" and "commentss". \param now  for comments without a time
[[nodiscard]] CommentPage readComments(const QJsonValue &answer, const DiscussionInfo &in, Timestamp now);

} // namespace parley::platforms::ok
