// SPDX-License-Identifier: GPL-3.0-or-later
#include "platforms/ok/comments.h"

#include "models/utc.h"
#include "platforms/ok/content.h"
#include "platforms/ok/decode.h"
#include "platforms/ok/words.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace parley::platforms::ok {

namespace {

QString textOf(const QJsonValue &value)
{
    return value.isDouble() ? QString::number(value.toInteger()) : value.toString();
}

QString groupIn(const QJsonValue &discussion)
{
    const QJsonArray objects = discussion["ref_objects"_L1].toArray();
    for (const QJsonValue &object : objects) {
        if (object["type"_L1].toString() == "GROUP"_L1)
            return textOf(object["id"_L1]).remove(u"group:"_s);
    }
    return {};
}

QString kindWord(const QString &type)
{
    if (type == "GROUP_TOPIC"_L1)
        return Words::tr("Topic of the group");
    if (type == "GROUP_PHOTO"_L1)
        return Words::tr("Photo of the group");
    if (type == "GROUP_MOVIE"_L1 || type == "GROUP_VIDEO"_L1)
        return Words::tr("Video of the group");
    return Words::tr("Discussion on Odnoklassniki");
}

/// The page where a person can answer. Only topics have an address that can be built from what is known.
QString pageOf(const DiscussionInfo &info)
{
    const auto encoded = [](const QString &part) { return QString::fromLatin1(part.toUtf8().toPercentEncoding()); };
    if (info.group.isEmpty())
        return u"https://ok.ru/"_s;
    const QString group = u"https://ok.ru/group/"_s + encoded(info.group);
    return info.which.type == "GROUP_TOPIC"_L1 ? QString(group + u"/topic/" + encoded(info.which.id)) : group;
}

Timestamp timeIn(const QJsonValue &comment, Timestamp now)
{
    for (const auto key : {"date_ms"_L1, "created_ms"_L1}) {
        if (const Timestamp time = timeFrom(comment[key]); toMs(time) > 0)
            return time;
    }
    // Moscow's, where the clocks have stood at UTC+3 since 2014.
    const QString text = comment["date"_L1].toString();
    constexpr int dayEnds = 10; // "2026-11-21 20:00:30"
    const auto asUtc = fromUtc(
        QDate::fromString(text.left(dayEnds), u"yyyy-MM-dd"_s), QTime::fromString(text.mid(dayEnds), u" HH:mm:ss"_s));
    const Timestamp moscow = asUtc ? *asUtc - std::chrono::hours(3) : now;
    return toMs(moscow) > 0 ? moscow : now; // before 1970 nobody wrote here
}

bool isGroups(const QJsonValue &comment, const DiscussionInfo &in)
{
    if (isGroup(comment["author_ref"_L1].toString()))
        return true;
    const QString author = textOf(comment["author_id"_L1]);
    return !in.group.isEmpty() && (author == in.group || author == QString(u"group:" + in.group));
}

QString personIn(const QJsonValue &id)
{
    return u"commenter:"_s + textOf(id).remove(u"user:"_s);
}

RemoteMessage messageFrom(const QJsonValue &comment, const DiscussionInfo &in, Timestamp now)
{
    RemoteMessage made;
    made.remoteId = in.which.comment(textOf(comment["id"_L1]));
    made.conversationRemoteId = in.which.conversation();
    made.visibility = Visibility::Public;
    made.authorName = comment["author_name"_L1].toString();
    if (made.authorName.isEmpty())
        made.authorName = Words::tr("somebody");
    if (isGroups(comment, in)) {
        made.direction = Direction::Out;
        made.state = DeliveryState::Sent;
    } else {
        made.authorRemoteId = personIn(comment["author_id"_L1]);
    }
    const Content content = readContent(comment.toObject());
    made.kind = content.kind;
    made.text = content.text;
    made.attachments = content.attachments;
    if (content.kind == MessageKind::Unsupported)
        made.raw = QJsonDocument(comment.toObject()).toJson(QJsonDocument::Compact);
    made.time = timeIn(comment, now);
    if (const QString target = textOf(comment["reply_to_comment_id"_L1]); !target.isEmpty())
        made.replyToRemoteId = in.which.comment(target);
    if (const QString name = comment["reply_to_name"_L1].toString(); !name.isEmpty())
        made.replyToText = name;
    return made;
}

} // namespace

DiscussionPage readDiscussions(const QJsonValue &answer)
{
    DiscussionPage page;
    const QJsonArray list = listIn(answer, "discussions"_L1);
    for (const QJsonValue &value : list) {
        DiscussionInfo info;
        info.which.id = textOf(value["object_id"_L1]);
        info.which.type = value["object_type"_L1].toString();
        // The joined ids must come apart again.
        if (info.which.id.isEmpty() || info.which.type.isEmpty() || info.which.type.contains(u':')
            || info.which.id.contains(u':')) {
            page.odd.append(value);
            continue;
        }
        info.title = value["title"_L1].toString();
        info.group = groupIn(value);
        info.newComments = std::max(0, value["new_comments_count"_L1].toInt());
        page.discussions << info;
    }
    page.anchor = answer["anchor"_L1].toString();
    return page;
}

RemoteConversation conversationFrom(const DiscussionInfo &info, bool mayWrite)
{
    RemoteConversation made;
    made.remoteId = info.which.conversation();
    made.kind = ConversationKind::Comments;
    made.subject = info.title.isEmpty() ? kindWord(info.which.type) : info.title;
    made.context.title = kindWord(info.which.type);
    made.context.text = info.title;
    made.context.url = pageOf(info);
    if (!mayWrite) {
        made.canReply = false;
        made.cannotReplyWhy =
            Words::tr("Odnoklassniki lets no program write comments. Open the discussion in the browser to answer.");
    }
    return made;
}

CommentPage readComments(const QJsonValue &answer, const DiscussionInfo &in, Timestamp now)
{
    CommentPage page;
    QJsonArray list = listIn(answer, "comments"_L1);
    if (list.isEmpty())
        list = answer["commentss"_L1].toArray();
    for (const QJsonValue &comment : std::as_const(list)) {
        if (textOf(comment["id"_L1]).isEmpty()) {
            page.odd.append(comment);
            continue;
        }
        const RemoteMessage message = messageFrom(comment, in, now);
        if (!message.authorRemoteId.isEmpty()) {
            RemoteContact author;
            author.remoteId = message.authorRemoteId;
            author.name = message.authorName;
            page.contacts << author;
        }
        page.messages << message;
    }
    page.hasMore = answer["has_more"_L1].toBool();
    page.anchor = answer["anchor"_L1].toString();
    return page;
}

} // namespace parley::platforms::ok
