// SPDX-License-Identifier: GPL-3.0-or-later
#include "platforms/ok/address.h"

using namespace Qt::StringLiterals;

namespace parley::platforms::ok {

namespace {

QString textOf(const QJsonValue &value)
{
    return value.isDouble() ? QString::number(value.toInteger()) : value.toString();
}

QString prefixed(const QJsonValue &value, const QString &prefix)
{
    const QString text = textOf(value);
    if (text.isEmpty())
        return {};
    if (text.startsWith(prefix, Qt::CaseInsensitive))
        return text.size() > prefix.size() ? QString(prefix + QStringView(text).sliced(prefix.size())) : QString();
    return prefix + text;
}

const QString kComment = u"comment:"_s;
const QString kDiscussion = u"discussion:"_s;
const QString kAnonymous = u"anonym:"_s;

} // namespace

QString midFrom(const QJsonValue &value)
{
    return prefixed(value, u"mid:"_s);
}

QString chatIdFrom(const QJsonValue &value)
{
    return prefixed(value, u"chat:"_s);
}

QString userIdFrom(const QJsonValue &value)
{
    const QString text = textOf(value);
    return text.contains(u':') ? text : prefixed(value, u"user:"_s);
}

bool isGroup(QStringView userId)
{
    return userId.startsWith(u"group:");
}

bool isAnonymous(QStringView userId)
{
    return userId.startsWith(kAnonymous);
}

QString anonymousId(const QString &session)
{
    return kAnonymous + session;
}

QString sessionOf(QStringView userId)
{
    return isAnonymous(userId) ? userId.sliced(kAnonymous.size()).toString() : QString();
}

QString Discussion::conversation() const
{
    return kDiscussion + type + u':' + id;
}

QString Discussion::comment(const QString &commentId) const
{
    return kComment + type + u':' + id + u':' + commentId;
}

std::optional<Discussion> Discussion::from(QStringView remoteId)
{
    if (!remoteId.startsWith(kDiscussion))
        return std::nullopt;
    const QStringView rest = remoteId.sliced(kDiscussion.size());
    const auto colon = rest.indexOf(u':');
    if (colon <= 0 || colon + 1 >= rest.size())
        return std::nullopt;
    return Discussion{rest.first(colon).toString(), rest.sliced(colon + 1).toString()};
}

QString commentIdIn(QStringView remoteId)
{
    if (!remoteId.startsWith(kComment))
        return {};
    // Type and object come before it; the comment's own id may hold anything.
    const QStringView rest = remoteId.sliced(kComment.size());
    const auto first = rest.indexOf(u':');
    const auto second = first < 0 ? -1 : rest.indexOf(u':', first + 1);
    return second < 0 ? QString() : rest.sliced(second + 1).toString();
}

bool isChat(QStringView conversationRemoteId)
{
    return conversationRemoteId.startsWith(u"chat:");
}

} // namespace parley::platforms::ok
