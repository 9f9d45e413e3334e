// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/ok/rest.h"

#include <QCryptographicHash>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace parley::sandbox::ok {

namespace {

QByteArray md5(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Md5).toHex();
}

int beginOf(const QString &anchor)
{
    return anchor.isEmpty() ? 0 : anchor.sliced(1).toInt();
}

} // namespace

QByteArray restSignature(
    const QMap<QString, QString> &parameters, const QByteArray &accessToken, const QByteArray &applicationSecret)
{
    QByteArray base;
    for (auto it = parameters.begin(); it != parameters.end(); ++it) {
        if (it.key() != "access_token"_L1 && it.key() != "session_key"_L1 && it.key() != "sig"_L1)
            base += it.key().toUtf8() + '=' + it->toUtf8();
    }
    return md5(base + (accessToken.isEmpty() ? applicationSecret : md5(accessToken + applicationSecret)));
}

Rest::Rest(World &world)
    : m_world(world)
{
}

Outcome Rest::checked(const QMap<QString, QString> &parameters) const
{
    if (parameters.value(u"application_key"_s).toUtf8() != applicationKey)
        return Refusal{101, u"application_key"_s};
    const QByteArray token = parameters.value(u"access_token"_s).toUtf8();
    if (!expiredToken.isEmpty() && token == expiredToken)
        return Refusal{102, u"Session expired"_s};
    if (token != managerToken)
        return Refusal{103, u"Invalid session key"_s};
    if (parameters.value(u"sig"_s).toLatin1() != restSignature(parameters, token, applicationSecret))
        return Refusal{104, u"Invalid signature"_s};
    if (parameters.value(u"format"_s).compare("json"_L1, Qt::CaseInsensitive) != 0)
        return Refusal{100, u"format"_s};
    return QJsonValue();
}

Outcome Rest::call(const QMap<QString, QString> &parameters)
{
    const Outcome check = checked(parameters);
    if (std::holds_alternative<Refusal>(check))
        return check;
    const QString method = parameters.value(u"method"_s);
    if (method == "discussions.getList"_L1)
        return list(parameters);
    if (method == "discussions.getComments"_L1 && !onlyLegacy)
        return comments(parameters, false);
    if (method == "discussions.getDiscussionComments"_L1)
        return comments(parameters, true);
    if (method == "discussions.addDiscussionComment"_L1 && acceptsComments)
        return addComment(parameters);
    return Refusal{3, u"no such method"_s};
}

Outcome Rest::list(const QMap<QString, QString> &parameters)
{
    if (parameters.value(u"category"_s) != "GROUP"_L1)
        return Refusal{100, u"category"_s};
    const int count = parameters.value(u"count"_s, u"10"_s).toInt();
    if (count < 1 || count > 100)
        return Refusal{100, u"count"_s};
    const QList<Discussion> &all = m_world.discussions();
    const int begin = beginOf(parameters.value(u"anchor"_s));
    QJsonArray page;
    for (int i = begin; i < std::min(int(all.size()), begin + count); ++i) {
        const Discussion &discussion = all.at(i);
        page.append(QJsonObject{{u"object_id"_s, discussion.id}, {u"object_type"_s, discussion.type},
            {u"title"_s, discussion.title}, {u"new_comments_count"_s, discussion.unread},
            {u"ref_objects"_s,
                QJsonArray{QJsonObject{{u"id"_s, m_world.groupId.sliced(6)}, {u"type"_s, u"GROUP"_s}}}}});
    }
    QJsonObject answer{{u"discussions"_s, page}};
    if (!page.isEmpty()) // an empty list can lack its anchor
        answer.insert(u"anchor"_s, u"a%1"_s.arg(begin + page.size()));
    return answer;
}

QJsonObject Rest::json(const Comment &comment, const Discussion &in, bool legacy) const
{
    const NewComment &said = comment.said;
    const QString author = said.byGroup ? m_world.groupId.sliced(6) : said.authorId;
    QJsonObject json{{u"id"_s, comment.id}, {u"author_id"_s, author}, {u"text"_s, said.text}};
    if (legacy) {
        json.insert(u"created_ms"_s, comment.atMs);
        return json;
    }
    json.insert(u"author_name"_s, said.byGroup ? m_world.groupName : said.authorName);
    json.insert(u"author_ref"_s, QString((said.byGroup ? u"group:" : u"user:") + author));
    json.insert(u"date_ms"_s, comment.atMs);
    const auto target = std::ranges::find(in.comments, said.replyTo, &Comment::id);
    if (!said.replyTo.isEmpty()) {
        const bool known = target != in.comments.end();
        json.insert(u"reply_to_comment_id"_s, said.replyTo);
        json.insert(u"reply_to_id"_s, known ? target->said.authorId : u"555"_s);
        json.insert(u"reply_to_name"_s, known ? target->said.authorName : u"Иван"_s);
    }
    return json;
}

Outcome Rest::comments(const QMap<QString, QString> &parameters, bool legacy)
{
    Discussion *in = m_world.discussion(parameters.value(legacy ? u"entityId"_s : u"discussionId"_s));
    if (!in || in->type != parameters.value(legacy ? u"entityType"_s : u"discussionType"_s))
        return Refusal{106, u"no such discussion"_s};
    const QString direction = parameters.value(u"direction"_s);
    if (!direction.isEmpty() && !QStringList{u"FORWARD"_s, u"BACKWARD"_s, u"AROUND"_s}.contains(direction))
        return Refusal{100, u"direction"_s};
    const int count = std::min(commentPage, parameters.value(u"count"_s, u"20"_s).toInt());
    const int begin = legacy ? parameters.value(u"offset"_s).toInt() : beginOf(parameters.value(u"anchor"_s));
    QList<Comment> all = in->comments;
    if (!oldestFirst)
        std::ranges::reverse(all);
    QJsonArray page;
    for (int i = begin; i < std::min(int(all.size()), begin + count); ++i)
        page.append(json(all.at(i), *in, legacy));
    // Whoever does not say otherwise has read them: the managers' own counter goes to nothing.
    if (parameters.value(u"mark_as_read"_s) != "false"_L1)
        in->unread = 0;
    if (legacy)
        return QJsonObject{{u"commentss"_s, page}};
    return QJsonObject{{u"has_more"_s, begin + page.size() < all.size()}, {u"discussionId"_s, in->id},
        {u"discussionType"_s, in->type}, {u"anchor"_s, u"a%1"_s.arg(begin + page.size())}, {u"comments"_s, page}};
}

Outcome Rest::addComment(const QMap<QString, QString> &parameters)
{
    Discussion *on = m_world.discussion(parameters.value(u"entityId"_s));
    if (!on || on->type != parameters.value(u"entityType"_s))
        return Refusal{106, u"no such discussion"_s};
    NewComment said;
    said.text = parameters.value(u"comment"_s);
    said.replyTo = parameters.value(u"reply_to_comment_id"_s);
    said.byGroup = parameters.value(u"as_admin"_s) == "true"_L1;
    if (said.text.isEmpty())
        return Refusal{100, u"comment"_s};
    return QJsonObject{{u"id"_s, m_world.comment(on->id, said)}};
}

} // namespace parley::sandbox::ok
