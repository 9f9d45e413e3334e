// SPDX-License-Identifier: GPL-3.0-or-later
// Who we are, what the tokens may do, and that VK tells us of all we can read.
#include "platforms/vk/connector.h"

#include "platforms/vk/errors.h"
#include "platforms/vk/words.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace parley::platforms::vk {

namespace {

bool areAllOn(const QJsonObject &settings)
{
    if (!settings["is_enabled"_L1].toVariant().toBool())
        return false;
    const QJsonObject events = settings["events"_L1].toObject();
    for (const QString &name : eventsRead()) {
        if (events[name].toInt() != 1 && !events[name].toBool())
            return false;
    }
    return true;
}

} // namespace

QCoro::Task<Result<Identity>> Connector::signIn()
{
    const auto name = co_await groupName();
    if (!name)
        co_return name.error();
    Identity identity;
    identity.name = *name;
    QStringList notes = co_await rightsNotes();
    notes << co_await eventsNote();
    notes << co_await secondNote();
    notes.removeAll(QString());
    identity.note = notes.join(u' ');
    if (m_stopped)
        co_return Error{ErrorKind::Cancelled, u"stopped"_s, {}, {}, false};
    co_return identity;
}

QCoro::Task<Result<QString>> Connector::groupName()
{
    const QJsonObject parameters{{"group_ids"_L1, QJsonArray{m_group}}};
    const Outcome outcome = co_await m_api.call(u"groups.getById"_s, parameters);
    if (!outcome.ok)
        co_return outcome.error;
    // A bare list before version 5.199.
    const QJsonArray groups =
        outcome.response.isArray() ? outcome.response.toArray() : outcome.response["groups"_L1].toArray();
    const QJsonObject group = groups.at(0).toObject();
    if (group["id"_L1].toInteger() != m_group) {
        co_return Error{ErrorKind::Unauthorized, u"groups.getById: no such community"_s,
            Words::tr("VK knows no community no. %1. Check the number in the account's settings.").arg(m_group), {},
            false};
    }
    if (const QString gone = group["deactivated"_L1].toString(); !gone.isEmpty()) {
        co_return Error{ErrorKind::Unauthorized, u"the community is "_s + gone,
            Words::tr("This community was deleted or blocked by VK. What you have of it stays here."), {}, false};
    }
    m_people.take({}, groups);
    co_return group["name"_L1].toString();
}

/// In words what the community's token may not do.
QCoro::Task<QStringList> Connector::rightsNotes()
{
    const Outcome outcome = co_await m_api.call(u"groups.getTokenPermissions"_s, {});
    if (!outcome.ok) {
        // A person's token in the place of the community's is the usual mistake.
        if (outcome.code != code::kGroupAuth && outcome.code != code::kPermission)
            co_return QStringList();
        co_return QStringList{Words::tr("This is not a community's token: make one under Manage → API usage.")};
    }
    QStringList has;
    const QJsonArray permissions = outcome.response["permissions"_L1].toArray();
    for (const QJsonValue &permission : permissions)
        has << permission["name"_L1].toString();
    QStringList notes;
    if (!has.contains(u"messages"_s))
        notes << Words::tr("May not read and answer messages: give the token the right “messages”.");
    if (!has.contains(u"manage"_s))
        notes << Words::tr("May not see comments as they come: give the token the right “manage”.");
    if (!has.contains(u"wall"_s))
        notes << Words::tr("May not answer comments: give the token the right “wall”.");
    if (!has.contains(u"photos"_s))
        notes << Words::tr("May not send pictures: give the token the right “photos”.");
    if (!has.contains(u"docs"_s))
        notes << Words::tr("May not send files: give the token the right “docs”.");
    co_return notes;
}

/// Ticks the events of the Bots Long Poll. \return what a person must do where we may not
QCoro::Task<QString> Connector::eventsNote()
{
    const QJsonObject parameters{{"group_id"_L1, m_group}};
    const Outcome now = co_await m_api.call(u"groups.getLongPollSettings"_s, parameters);
    if (now.ok && areAllOn(now.response.toObject()))
        co_return QString();
    if (!now.ok && now.error.kind == ErrorKind::Cancelled)
        co_return QString();
    const QJsonObject wanted = allEventsOn(m_group);
    const Outcome set = co_await m_api.call(u"groups.setLongPollSettings"_s, wanted);
    if (set.ok || set.error.isRetryable() || set.error.kind == ErrorKind::Cancelled)
        co_return QString();
    co_return Words::tr(
        "The kinds of events could not be switched on: tick them all under Manage → API usage → Long Poll "
        "API → Event types.");
}

/// What the second token is, or what is absent without it.
QCoro::Task<QString> Connector::secondNote()
{
    if (!m_api.hasSecond()) {
        m_second = Second::None;
        co_return Words::tr(
            "Comments from before this moment cannot be read, and comments cannot be changed or deleted: "
            "that takes a user's token.");
    }
    // A person's token names its person; an application's has none.
    const Outcome self = co_await m_api.call(u"users.get"_s, {}, false, Token::Second);
    if (self.ok && self.response[0]["id"_L1].toInteger() > 0) {
        m_second = Second::User;
        co_return QString();
    }
    if (!self.ok && self.code == 0)
        co_return QString(); // not reached: asked again at the next sign-in
    const bool isRefused = !self.ok && self.error.kind == ErrorKind::Forbidden;
    m_second = isRefused ? Second::None : Second::Service;
    if (isRefused)
        co_return self.error.words;
    co_return Words::tr(
        "With an application's token comments are read back, but not changed or deleted, and mentions are "
        "not seen: that takes a user's token.");
}

} // namespace parley::platforms::vk
