// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/ok/verbs.h"

#include <QJsonArray>

using namespace Qt::Literals::StringLiterals;

namespace parley::sandbox {

namespace {

QString text(const QJsonObject &given, QLatin1StringView key)
{
    return given.value(key).toString();
}

ok::Saying sayingOf(const QJsonObject &given)
{
    ok::Saying saying;
    saying.replyTo = text(given, "reply_to"_L1);
    saying.by = text(given, "by"_L1);
    saying.agoMs = given.value("ago_ms"_L1).toInteger();
    const QJsonArray files = given.value("files"_L1).toArray();
    for (const QJsonValue &file : files) {
        saying.files.append({file["type"_L1].toString(u"IMAGE"_s), file["name"_L1].toString(),
            file["mime"_L1].toString(), QByteArray::fromBase64(file["content"_L1].toString().toLatin1())});
    }
    return saying;
}

QJsonObject asJson(const ok::Received &message)
{
    QJsonArray files;
    for (const ok::File &file : message.files) {
        files.append(QJsonObject{{u"type"_s, file.type}, {u"name"_s, file.name},
            {u"content"_s, QString::fromLatin1(file.content.toBase64())}});
    }
    return {{u"chat"_s, message.chat}, {u"mid"_s, message.mid}, {u"text"_s, message.text},
        {u"reply_to"_s, message.replyTo}, {u"files"_s, files}, {u"by_colleague"_s, message.byColleague},
        {u"at_ms"_s, message.atMs}};
}

QJsonObject asJson(const ok::ActionSeen &seen)
{
    return {{u"chat"_s, seen.chat}, {u"action"_s, seen.action}, {u"at_ms"_s, seen.atMs}};
}

QJsonObject asJson(const Call &call)
{
    return {{u"method"_s, call.method}, {u"parameters"_s, call.parameters}, {u"status"_s, call.status},
        {u"processed"_s, call.processed}, {u"at_ms"_s, call.atMs}};
}

template <typename T>
QJsonArray listOf(const QList<T> &items)
{
    QJsonArray list;
    for (const T &item : items)
        list.append(asJson(item));
    return list;
}

void addCustomers(Control &control, Ok &ok)
{
    control.add(u"ok_info"_s, [&ok](const QJsonObject &) {
        return QJsonObject{{u"url"_s, ok.url()}, {u"token"_s, QString::fromLatin1(ok.token())},
            {u"group"_s, ok.groupName()}, {u"polled"_s, ok.isPolled()}};
    });
    control.add(u"ok_customer"_s,
        [&ok](const QJsonObject &given) { return QJsonObject{{u"chat"_s, ok.addCustomer(text(given, "name"_L1))}}; });
    control.add(u"ok_anonymous"_s, [&ok](const QJsonObject &given) {
        ok::Form form{text(given, "category"_L1), {}};
        const QJsonObject answers = given.value("answers"_L1).toObject();
        for (auto it = answers.begin(); it != answers.end(); ++it)
            form.answers.append({it.key(), it->toString()});
        return QJsonObject{{u"chat"_s, ok.addAnonymous(text(given, "session"_L1), form)}};
    });
    control.add(u"ok_write"_s, [&ok](const QJsonObject &given) {
        return QJsonObject{{u"mid"_s, ok.write(text(given, "chat"_L1), text(given, "text"_L1), sayingOf(given))}};
    });
    control.add(u"ok_edit"_s, [&ok](const QJsonObject &given) {
        ok.edit(text(given, "mid"_L1), text(given, "text"_L1));
        return QJsonObject();
    });
    control.add(u"ok_remove"_s, [&ok](const QJsonObject &given) {
        ok.remove(text(given, "mid"_L1));
        return QJsonObject();
    });
    control.add(u"ok_forbid"_s, [&ok](const QJsonObject &given) {
        ok.forbid(text(given, "chat"_L1), given.value("forbidden"_L1).toBool(true));
        return QJsonObject();
    });
    control.add(u"ok_colleague_writes"_s, [&ok](const QJsonObject &given) {
        return QJsonObject{{u"mid"_s, ok.colleagueWrites(text(given, "chat"_L1), text(given, "text"_L1))}};
    });
    control.add(u"ok_discussion"_s, [&ok](const QJsonObject &given) {
        return QJsonObject{{u"discussion"_s, ok.addDiscussion(text(given, "title"_L1))}};
    });
    control.add(u"ok_comment"_s, [&ok](const QJsonObject &given) {
        const ok::NewComment said{text(given, "author_id"_L1), text(given, "author_name"_L1), text(given, "text"_L1),
            text(given, "reply_to"_L1), given.value("by_group"_L1).toBool(), 0};
        return QJsonObject{{u"comment"_s, ok.comment(text(given, "discussion"_L1), said)}};
    });
}

void addWitness(Control &control, Ok &ok)
{
    control.add(u"ok_received"_s, [&ok](const QJsonObject &given) {
        return QJsonObject{{u"received"_s, listOf(ok.received(text(given, "chat"_L1)))}};
    });
    control.add(
        u"ok_actions"_s, [&ok](const QJsonObject &) { return QJsonObject{{u"actions"_s, listOf(ok.actions())}}; });
    control.add(u"ok_calls"_s, [&ok](const QJsonObject &given) {
        return QJsonObject{{u"calls"_s, listOf(ok.calls(text(given, "method"_L1)))}};
    });
}

void addBadDays(Control &control, Ok &ok)
{
    control.add(u"ok_bad_day"_s, [&ok](const QJsonObject &given) {
        const auto kind = badDayKind(text(given, "kind"_L1));
        if (!kind)
            return QJsonObject{{u"error"_s, u"no such kind of bad day; README.md lists them"_s}};
        BadDay day;
        day.kind = *kind;
        day.method = text(given, "method"_L1);
        day.times = given.value("times"_L1).toInt(1);
        day.ms = given.value("ms"_L1).toInt();
        day.seconds = given.value("seconds"_L1).toInt(1);
        day.status = given.value("status"_L1).toInt(502);
        day.code = given.value("code"_L1).toInt();
        day.description = text(given, "description"_L1);
        day.bytes = given.value("bytes"_L1).toInteger(1);
        ok.addBadDay(day);
        return QJsonObject();
    });
    const auto plain = [&ok](void (Ok::*function)()) {
        return [&ok, function](const QJsonObject &) {
            (ok.*function)();
            return QJsonObject();
        };
    };
    control.add(u"ok_end_bad_days"_s, plain(&Ok::endBadDays));
    control.add(u"ok_go_offline"_s, plain(&Ok::goOffline));
    control.add(u"ok_go_online"_s, plain(&Ok::goOnline));
    control.add(u"ok_expire_manager_token"_s, plain(&Ok::expireManagerToken));
    control.add(u"ok_revoke_token"_s,
        [&ok](const QJsonObject &) { return QJsonObject{{u"token"_s, QString::fromLatin1(ok.revokeToken())}}; });
    control.add(u"ok_restore_token"_s, [&ok](const QJsonObject &given) {
        ok.restoreToken(text(given, "token"_L1).toLatin1());
        return QJsonObject();
    });
    control.add(u"ok_long_poll"_s, [&ok](const QJsonObject &given) {
        ok.setLongPoll(given.value("works"_L1).toBool(true) ? ok::LongPoll::Works : ok::LongPoll::NotFound);
        return QJsonObject();
    });
    control.add(u"ok_turn_clock"_s, [&ok](const QJsonObject &given) {
        ok.turnClock(given.value("ms"_L1).toInteger());
        return QJsonObject();
    });
}

} // namespace

void addOkVerbs(Control &control, Ok &ok)
{
    addCustomers(control, ok);
    addWitness(control, ok);
    addBadDays(control, ok);
}

} // namespace parley::sandbox
