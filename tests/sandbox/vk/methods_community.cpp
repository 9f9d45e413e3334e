// SPDX-License-Identifier: GPL-3.0-or-later
// The community itself, its settings and its people.
#include "sandbox/vk/methods.h"

using namespace Qt::Literals::StringLiterals;

namespace parley::sandbox::vk {

namespace {

/// Masks as far as reports tell them; programs go by the names.
const QList<QPair<QString, qint64>> kRights{{u"photos"_s, 4}, {u"app_widget"_s, 64}, {u"messages"_s, 4096},
    {u"wall"_s, 8192}, {u"docs"_s, 131'072}, {u"manage"_s, 262'144}};

const QStringList kEventTypes{u"message_new"_s, u"message_reply"_s, u"message_allow"_s, u"message_deny"_s,
    u"message_edit"_s, u"message_typing_state"_s, u"message_read"_s, u"photo_new"_s, u"audio_new"_s, u"video_new"_s,
    u"wall_reply_new"_s, u"wall_reply_edit"_s, u"wall_reply_delete"_s, u"wall_reply_restore"_s, u"wall_post_new"_s,
    u"wall_repost"_s, u"board_post_new"_s, u"board_post_edit"_s, u"board_post_restore"_s, u"board_post_delete"_s,
    u"photo_comment_new"_s, u"photo_comment_edit"_s, u"photo_comment_delete"_s, u"photo_comment_restore"_s,
    u"video_comment_new"_s, u"video_comment_edit"_s, u"video_comment_delete"_s, u"video_comment_restore"_s,
    u"market_comment_new"_s, u"market_comment_edit"_s, u"market_comment_delete"_s, u"market_comment_restore"_s,
    u"poll_vote_new"_s, u"group_join"_s, u"group_leave"_s, u"group_change_settings"_s, u"group_change_photo"_s,
    u"group_officers_edit"_s, u"user_block"_s, u"user_unblock"_s, u"like_add"_s, u"like_remove"_s, u"message_event"_s,
    u"message_reaction_event"_s, u"donut_subscription_create"_s, u"donut_subscription_prolonged"_s,
    u"donut_subscription_cancelled"_s, u"donut_subscription_price_changed"_s, u"donut_subscription_expired"_s,
    u"donut_money_withdraw"_s, u"donut_money_withdraw_error"_s};
/// In the answer of getLongPollSettings, but not to be set.
const QStringList kMoreEventTypes{u"wall_schedule_post_new"_s, u"wall_schedule_post_delete"_s};

/// "5.199" as 5199, so that 5.81 lies before 5.103.
qint64 versionNumber(const QString &version)
{
    return version.section(u'.', 0, 0).toLongLong() * 1000 + version.section(u'.', 1, 1).toLongLong();
}

} // namespace

Outcome Methods::groupsGetById(const Params &params, const Caller &caller)
{
    const QStringList asked = listOf(params, u"group_ids"_s) + listOf(params, u"group_id"_s);
    const QStringList ours{
        QString::number(m_world.groupId), m_world.screenName, QString(u"club"_s + QString::number(m_world.groupId))};
    QJsonArray groups;
    if (asked.isEmpty() && caller.kind != Community)
        return badParameter(u"group_ids is undefined"_s);
    if (asked.isEmpty())
        groups.append(m_world.groupJson());
    for (const QString &id : asked) {
        if (ours.contains(id))
            groups.append(m_world.groupJson());
    }
    return QJsonValue(QJsonObject{{u"groups"_s, groups}, {u"profiles"_s, QJsonArray()}});
}

Outcome Methods::getTokenPermissions(const Params & /*params*/, const Caller & /*caller*/)
{
    qint64 mask = 0;
    QJsonArray permissions;
    for (const auto &[name, setting] : kRights) {
        if (!m_world.rights.contains(name))
            continue;
        mask |= setting;
        permissions.append(QJsonObject{{u"name"_s, name}, {u"setting"_s, setting}});
    }
    return QJsonValue(QJsonObject{{u"mask"_s, mask}, {u"permissions"_s, permissions}});
}

Outcome Methods::setLongPollSettings(const Params &params, const Caller & /*caller*/)
{
    if (params.has(u"group_id"_s) && numberOf(params, u"group_id"_s) != m_world.groupId)
        return apiError(15, u"group is not yours"_s);
    const QString version = params.text(u"api_version"_s);
    if (!version.isEmpty() && (versionNumber(version) < versionNumber(u"5.80"_s) || versionNumber(version) > 5199))
        return badParameter(u"api_version is invalid"_s);
    if (!version.isEmpty())
        m_world.longPollVersion = version;
    if (params.has(u"enabled"_s))
        m_world.longPollOn = isSet(params, u"enabled"_s);
    for (const QString &type : kEventTypes) {
        if (!params.has(type))
            continue;
        if (isSet(params, type))
            m_world.eventTypes.insert(type);
        else
            m_world.eventTypes.remove(type);
    }
    return QJsonValue(1);
}

Outcome Methods::getLongPollSettings(const Params &params, const Caller & /*caller*/)
{
    if (numberOf(params, u"group_id"_s) != m_world.groupId)
        return badParameter(u"group_id is invalid"_s);
    QJsonObject events;
    for (const QString &type : kEventTypes + kMoreEventTypes)
        events.insert(type, m_world.eventTypes.contains(type) ? 1 : 0);
    return QJsonValue(QJsonObject{
        {u"is_enabled"_s, m_world.longPollOn}, {u"api_version"_s, m_world.longPollVersion}, {u"events"_s, events}});
}

Outcome Methods::getBotsServer(const Params &params, const Caller & /*caller*/)
{
    if (!params.has(u"group_id"_s))
        return badParameter(u"group_id is undefined"_s);
    if (numberOf(params, u"group_id"_s) != m_world.groupId)
        return apiError(15, u"group is not yours"_s);
    if (!m_world.longPollOn)
        return badParameter(u"longpoll for this group is not enabled"_s);
    const QString key = u"b%1"_s.arg(++m_keys, 39, 16, QLatin1Char('0'));
    m_world.botsKeys.insert(key, m_world.nowMs());
    return QJsonValue(
        QJsonObject{{u"key"_s, key}, {u"server"_s, QString(m_world.baseUrl + u"/whp/%1"_s.arg(m_world.groupId))},
            {u"ts"_s, QString::number(m_world.bots.ts())}});
}

Outcome Methods::usersGet(const Params &params, const Caller &caller)
{
    QStringList asked = listOf(params, u"user_ids"_s);
    if (asked.size() > 1000)
        return badParameter(u"user_ids: too many"_s);
    if (asked.isEmpty() && caller.kind == User)
        asked.append(QString::number(caller.user));
    if (asked.isEmpty() && caller.kind == Service)
        return apiError(113);
    QJsonArray users;
    for (const QString &id : std::as_const(asked)) {
        if (m_world.person(id.toLongLong()))
            users.append(m_world.userJson(id.toLongLong(), listOf(params, u"fields"_s)));
    }
    return QJsonValue(users);
}

Outcome Methods::getServerTime(const Params & /*params*/, const Caller & /*caller*/)
{
    return QJsonValue(m_world.now());
}

Outcome Methods::groupsBan(const Params &params, const Caller & /*caller*/)
{
    const qint64 who = numberOf(params, u"owner_id"_s);
    if (numberOf(params, u"group_id"_s) != m_world.groupId || !m_world.person(who))
        return badParameter(u"group_id or owner_id is invalid"_s);
    m_world.ban(who, true);
    return QJsonValue(1);
}

Outcome Methods::groupsUnban(const Params &params, const Caller & /*caller*/)
{
    const qint64 who = numberOf(params, u"owner_id"_s);
    if (numberOf(params, u"group_id"_s) != m_world.groupId || !m_world.person(who))
        return badParameter(u"group_id or owner_id is invalid"_s);
    m_world.ban(who, false);
    return QJsonValue(1);
}

} // namespace parley::sandbox::vk
