// SPDX-License-Identifier: GPL-3.0-or-later
#include "platforms/telegram/content.h"
#include "platforms/telegram/words.h"

using namespace Qt::StringLiterals;

namespace parley::platforms::telegram {

namespace {

QString namesOf(const QJsonArray &users)
{
    QStringList names;
    for (const QJsonValue &user : users)
        names << nameOf(user.toObject());
    return names.join(u", "_s);
}

QString joined(const QJsonObject &message, const QString &who)
{
    const QJsonArray members = message["new_chat_members"_L1].toArray();
    const bool byThemselves =
        members.size() == 1 && members.first()["id"_L1].toInteger() == message["from"_L1]["id"_L1].toInteger();
    return byThemselves ? Words::tr("%1 joined the group").arg(who)
                        : Words::tr("%1 added %2").arg(who, namesOf(members));
}

QString left(const QJsonObject &message, const QString &who)
{
    const QJsonObject member = message["left_chat_member"_L1].toObject();
    return member["id"_L1].toInteger() == message["from"_L1]["id"_L1].toInteger()
        ? Words::tr("%1 left the group").arg(who)
        : Words::tr("%1 removed %2").arg(who, nameOf(member));
}

QString paid(const QJsonObject &message, const QString &who)
{
    const QJsonObject payment = message["successful_payment"_L1].toObject();
    // In the currency's smallest unit; how many there are to one is not told here, so the number stays as it came.
    return Words::tr("%1 paid (%2 %3, in smallest units)")
        .arg(who, payment["total_amount"_L1].toVariant().toString(), payment["currency"_L1].toString());
}

QString gift(const QJsonObject &message, const QString &who)
{
    const QString text = message["gift"_L1]["text"_L1].toString();
    return text.isEmpty() ? Words::tr("%1 sent a gift").arg(who) : Words::tr("%1 sent a gift: %2").arg(who, text);
}

using LineFor = QString (*)(const QJsonObject &message, const QString &who);
struct Service {
    QLatin1StringView field;
    LineFor line;
};

const Service kServices[] = {
    {"new_chat_members"_L1, joined},
    {"left_chat_member"_L1, left},
    {"new_chat_title"_L1,
        [](const QJsonObject &message, const QString &who) {
            return Words::tr("%1 named the group “%2”").arg(who, message["new_chat_title"_L1].toString());
        }},
    {"new_chat_photo"_L1,
        [](const QJsonObject &, const QString &who) { return Words::tr("%1 changed the group's picture").arg(who); }},
    {"delete_chat_photo"_L1,
        [](const QJsonObject &, const QString &who) { return Words::tr("%1 removed the group's picture").arg(who); }},
    {"group_chat_created"_L1,
        [](const QJsonObject &, const QString &who) { return Words::tr("%1 created the group").arg(who); }},
    {"supergroup_chat_created"_L1,
        [](const QJsonObject &, const QString &who) { return Words::tr("%1 created the group").arg(who); }},
    {"channel_chat_created"_L1,
        [](const QJsonObject &, const QString &who) { return Words::tr("%1 created the channel").arg(who); }},
    {"migrate_to_chat_id"_L1,
        [](const QJsonObject &, const QString &) {
            return Words::tr("The group was upgraded and has a new number; the next answer follows it there");
        }},
    {"migrate_from_chat_id"_L1,
        [](const QJsonObject &, const QString &) {
            return Words::tr("The group was upgraded; what was written before is in the old conversation");
        }},
    {"pinned_message"_L1,
        [](const QJsonObject &, const QString &who) { return Words::tr("%1 pinned a message").arg(who); }},
    {"forum_topic_created"_L1,
        [](const QJsonObject &message, const QString &who) {
            return Words::tr("%1 opened the topic “%2”")
                .arg(who, message["forum_topic_created"_L1]["name"_L1].toString());
        }},
    {"forum_topic_edited"_L1,
        [](const QJsonObject &, const QString &who) { return Words::tr("%1 changed the topic").arg(who); }},
    {"forum_topic_closed"_L1,
        [](const QJsonObject &, const QString &who) { return Words::tr("%1 closed the topic").arg(who); }},
    {"forum_topic_reopened"_L1,
        [](const QJsonObject &, const QString &who) { return Words::tr("%1 opened the topic again").arg(who); }},
    {"write_access_allowed"_L1,
        [](const QJsonObject &, const QString &who) { return Words::tr("%1 allowed the bot to write").arg(who); }},
    {"connected_website"_L1,
        [](const QJsonObject &message, const QString &who) {
            return Words::tr("%1 signed in on %2").arg(who, message["connected_website"_L1].toString());
        }},
    {"web_app_data"_L1,
        [](const QJsonObject &message, const QString &who) {
            return Words::tr("%1 sent a form: %2").arg(who, message["web_app_data"_L1]["data"_L1].toString());
        }},
    {"message_auto_delete_timer_changed"_L1,
        [](const QJsonObject &, const QString &who) {
            return Words::tr("%1 changed when messages disappear").arg(who);
        }},
    {"successful_payment"_L1, paid},
    {"refunded_payment"_L1,
        [](const QJsonObject &, const QString &who) { return Words::tr("A payment of %1 was refunded").arg(who); }},
    {"users_shared"_L1,
        [](const QJsonObject &, const QString &who) { return Words::tr("%1 shared users with the bot").arg(who); }},
    {"chat_shared"_L1,
        [](const QJsonObject &, const QString &who) { return Words::tr("%1 shared a chat with the bot").arg(who); }},
    {"gift"_L1, gift},
    {"video_chat_started"_L1, [](const QJsonObject &, const QString &) { return Words::tr("A video chat started"); }},
    {"video_chat_ended"_L1, [](const QJsonObject &, const QString &) { return Words::tr("The video chat ended"); }},
};

} // namespace

std::optional<QString> serviceLine(const QJsonObject &message)
{
    for (const Service &service : kServices) {
        const QJsonValue value = message[service.field];
        if (value.isUndefined() || value.isNull() || value == QJsonValue(false))
            continue;
        const QJsonObject sender = message["sender_chat"_L1].toObject();
        return service.line(message, nameOf(sender.isEmpty() ? message["from"_L1].toObject() : sender));
    }
    return std::nullopt;
}

} // namespace parley::platforms::telegram
