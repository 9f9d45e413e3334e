// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/vk/verbs.h"

#include <QJsonArray>

using namespace Qt::Literals::StringLiterals;

namespace parley::sandbox {

namespace {

QString text(const QJsonObject &given, QLatin1StringView key)
{
    return given.value(key).toString();
}

qint64 number(const QJsonObject &given, QLatin1StringView key)
{
    return given.value(key).toInteger();
}

Vk::Saying sayingOf(const QJsonObject &given)
{
    Vk::Saying saying;
    saying.chat = number(given, "chat"_L1);
    saying.replyTo = number(given, "reply_to"_L1);
    saying.agoMs = number(given, "ago_ms"_L1);
    saying.attachments = given.value("attachments"_L1).toArray();
    return saying;
}

Vk::Place placeOf(const QJsonObject &given)
{
    static const QHash<QString, Vk::Place::Kind> kinds{{u"photo"_s, Vk::Place::Kind::Photo},
        {u"video"_s, Vk::Place::Kind::Video}, {u"product"_s, Vk::Place::Kind::Market},
        {u"topic"_s, Vk::Place::Kind::Board}};
    return {kinds.value(text(given, "place"_L1), Vk::Place::Kind::Wall), number(given, "id"_L1)};
}

Vk::Stream streamOf(const QJsonObject &given)
{
    return text(given, "stream"_L1) == "classic"_L1 ? Vk::Stream::Classic : Vk::Stream::Bots;
}

QJsonObject asJson(const Vk::Received &message)
{
    QJsonArray files;
    for (const auto &file : message.files)
        files.append(QJsonObject{{u"kind"_s, file.kind}, {u"name"_s, file.name},
            {u"content"_s, QString::fromLatin1(file.content.toBase64())}});
    return {{u"peer"_s, message.peer}, {u"id"_s, message.id}, {u"cmid"_s, message.cmid}, {u"text"_s, message.text},
        {u"files"_s, files}, {u"attachments"_s, QJsonArray::fromStringList(message.attachments)},
        {u"reply_to"_s, message.replyTo}, {u"random_id"_s, message.randomId}, {u"by_colleague"_s, message.byColleague},
        {u"edited"_s, message.edited}, {u"deleted"_s, message.deleted}, {u"at_ms"_s, message.atMs}};
}

QJsonObject asJson(const Vk::CommentSeen &comment)
{
    return {{u"comment"_s, comment.id}, {u"from"_s, comment.from}, {u"text"_s, comment.text},
        {u"reply_to"_s, comment.replyTo}, {u"top"_s, comment.top}, {u"edited"_s, comment.edited},
        {u"deleted"_s, comment.deleted}, {u"at_ms"_s, comment.atMs}};
}

QJsonObject asJson(const Call &call)
{
    return {{u"method"_s, call.method}, {u"parameters"_s, call.parameters}, {u"status"_s, call.status},
        {u"processed"_s, call.processed}, {u"at_ms"_s, call.atMs}};
}

QJsonObject asJson(const Vk::TypingSeen &seen)
{
    return {{u"peer"_s, seen.peer}, {u"type"_s, seen.type}, {u"at_ms"_s, seen.atMs}};
}

template <typename T>
QJsonArray listOf(const QList<T> &items)
{
    QJsonArray list;
    for (const T &item : items)
        list.append(asJson(item));
    return list;
}

/// A verb that answers nothing.
template <typename Work>
Control::Verb quiet(Work work)
{
    return [work](const QJsonObject &given) {
        work(given);
        return QJsonObject();
    };
}

void addPeople(Control &control, Vk &vk)
{
    control.add(u"vk_info"_s, [&vk](const QJsonObject &) {
        return QJsonObject{{u"url"_s, vk.url()}, {u"group"_s, vk.groupId()},
            {u"token"_s, QString::fromLatin1(vk.token())}, {u"user_token"_s, QString::fromLatin1(vk.userToken())},
            {u"service_token"_s, QString::fromLatin1(vk.serviceToken())},
            {u"polled"_s, vk.isPolled(Vk::Stream::Bots) && vk.isPolled(Vk::Stream::Classic)}};
    });
    control.add(u"vk_customer"_s, [&vk](const QJsonObject &given) {
        Vk::NewCustomer who;
        who.firstName = text(given, "first_name"_L1);
        who.lastName = text(given, "last_name"_L1);
        who.language = text(given, "language"_L1);
        who.sex = int(number(given, "sex"_L1));
        who.closed = given.value("closed"_L1).toBool();
        return QJsonObject{{u"customer"_s, vk.addCustomer(who)}};
    });
    control.add(u"vk_write"_s, [&vk](const QJsonObject &given) {
        return QJsonObject{
            {u"message"_s, vk.write(number(given, "customer"_L1), text(given, "text"_L1), sayingOf(given))}};
    });
    control.add(u"vk_send_file"_s, [&vk](const QJsonObject &given) {
        static const QHash<QString, Vk::FileToSend::Kind> kinds{{u"photo"_s, Vk::FileToSend::Kind::Photo},
            {u"voice"_s, Vk::FileToSend::Kind::Voice}, {u"sticker"_s, Vk::FileToSend::Kind::Sticker}};
        const Vk::FileToSend file{kinds.value(text(given, "kind"_L1), Vk::FileToSend::Kind::Document),
            text(given, "name"_L1), QByteArray::fromBase64(text(given, "content"_L1).toLatin1()),
            text(given, "caption"_L1)};
        return QJsonObject{{u"message"_s, vk.sendFile(number(given, "customer"_L1), file, sayingOf(given))}};
    });
    control.add(u"vk_edit"_s,
        quiet([&vk](const QJsonObject &given) { vk.edit(number(given, "message"_L1), text(given, "text"_L1)); }));
    control.add(
        u"vk_delete"_s, quiet([&vk](const QJsonObject &given) { vk.deleteMessage(number(given, "message"_L1)); }));
    control.add(u"vk_type"_s, quiet([&vk](const QJsonObject &given) { vk.type(number(given, "customer"_L1)); }));
    control.add(u"vk_read"_s, quiet([&vk](const QJsonObject &given) { vk.read(number(given, "customer"_L1)); }));
    control.add(u"vk_allow"_s, quiet([&vk](const QJsonObject &given) {
        if (given.value("allowed"_L1).toBool(true))
            vk.allowMessages(number(given, "customer"_L1));
        else
            vk.denyMessages(number(given, "customer"_L1));
    }));
    control.add(u"vk_block"_s, quiet([&vk](const QJsonObject &given) {
        vk.block(number(given, "customer"_L1), given.value("blocked"_L1).toBool(true));
    }));
    control.add(u"vk_close"_s, quiet([&vk](const QJsonObject &given) {
        vk.closeToMessages(number(given, "customer"_L1), given.value("closed"_L1).toBool(true));
    }));
    control.add(u"vk_colleague_writes"_s, [&vk](const QJsonObject &given) {
        return QJsonObject{
            {u"message"_s, vk.colleagueWrites(number(given, "peer"_L1), text(given, "text"_L1), sayingOf(given))}};
    });
    control.add(u"vk_colleague_marks"_s, quiet([&vk](const QJsonObject &given) {
        if (given.contains("answered"_L1))
            vk.colleagueMarksAnswered(number(given, "peer"_L1), given.value("answered"_L1).toBool());
        if (given.contains("important"_L1))
            vk.colleagueMarksImportant(number(given, "peer"_L1), given.value("important"_L1).toBool());
    }));
}

void addPlaces(Control &control, Vk &vk)
{
    control.add(u"vk_post"_s, [&vk](const QJsonObject &given) {
        return QJsonObject{{u"id"_s, vk.post(text(given, "text"_L1), number(given, "ago_ms"_L1)).id}};
    });
    control.add(u"vk_comment"_s, [&vk](const QJsonObject &given) {
        Vk::Remark remark;
        remark.replyTo = number(given, "reply_to"_L1);
        remark.agoMs = number(given, "ago_ms"_L1);
        const qint64 customer = number(given, "customer"_L1);
        const QString words = text(given, "text"_L1);
        return QJsonObject{{u"comment"_s,
            customer == 0 ? vk.colleagueComments(placeOf(given), words, remark)
                          : vk.comment(customer, placeOf(given), words, remark)}};
    });
    control.add(u"vk_edit_comment"_s, quiet([&vk](const QJsonObject &given) {
        vk.editComment(placeOf(given), number(given, "comment"_L1), text(given, "text"_L1));
    }));
    control.add(u"vk_delete_comment"_s,
        quiet([&vk](const QJsonObject &given) { vk.deleteComment(placeOf(given), number(given, "comment"_L1)); }));
    control.add(u"vk_mention"_s, [&vk](const QJsonObject &given) {
        return QJsonObject{
            {u"id"_s, vk.mention(number(given, "customer"_L1), text(given, "text"_L1), number(given, "ago_ms"_L1))}};
    });
    control.add(u"vk_inject"_s, [&vk](const QJsonObject &given) {
        return QJsonObject{{u"event_id"_s, vk.inject(text(given, "type"_L1), given.value("object"_L1).toObject())}};
    });
}

void addWitness(Control &control, Vk &vk)
{
    control.add(u"vk_received"_s, [&vk](const QJsonObject &given) {
        const qint64 peer = number(given, "peer"_L1);
        return QJsonObject{{u"received"_s, listOf(peer == 0 ? vk.received() : vk.received(peer))}};
    });
    control.add(u"vk_comments"_s,
        [&vk](const QJsonObject &given) { return QJsonObject{{u"comments"_s, listOf(vk.comments(placeOf(given)))}}; });
    control.add(u"vk_marks"_s, [&vk](const QJsonObject &given) {
        const Vk::Marks marks = vk.marks(number(given, "peer"_L1));
        return QJsonObject{{u"unanswered"_s, marks.unanswered}, {u"important"_s, marks.important},
            {u"in_read"_s, marks.inRead}, {u"out_read"_s, marks.outRead}, {u"unread"_s, marks.unread}};
    });
    control.add(u"vk_typing"_s, [&vk](const QJsonObject &) { return QJsonObject{{u"typing"_s, listOf(vk.typing())}}; });
    control.add(u"vk_calls"_s, [&vk](const QJsonObject &given) {
        return QJsonObject{{u"calls"_s, listOf(vk.calls(text(given, "method"_L1)))}};
    });
    control.add(u"vk_complaints"_s, [&vk](const QJsonObject &) {
        return QJsonObject{
            {u"complaints"_s, QJsonArray::fromStringList(vk.complaints())}, {u"checked"_s, vk.hasSchema()}};
    });
}

void addBadDays(Control &control, Vk &vk)
{
    control.add(u"vk_bad_day"_s, [&vk](const QJsonObject &given) {
        const auto kind = badDayKind(text(given, "kind"_L1));
        if (!kind)
            return QJsonObject{{u"error"_s, u"no such kind of bad day; README.md lists them"_s}};
        BadDay day;
        day.kind = *kind;
        day.method = text(given, "method"_L1);
        day.times = given.value("times"_L1).toInt(1);
        day.ms = given.value("ms"_L1).toInt();
        day.status = given.value("status"_L1).toInt(502);
        day.bytes = given.value("bytes"_L1).toInteger(1);
        day.code = given.value("code"_L1).toInt(10);
        vk.addBadDay(day);
        return QJsonObject();
    });
    control.add(
        u"vk_captcha"_s, quiet([&vk](const QJsonObject &given) { vk.askForCaptcha(text(given, "method"_L1)); }));
    control.add(
        u"vk_validation"_s, quiet([&vk](const QJsonObject &given) { vk.askForValidation(text(given, "method"_L1)); }));
    control.add(u"vk_fail_poll"_s, quiet([&vk](const QJsonObject &given) {
        vk.failPoll(streamOf(given), int(number(given, "failed"_L1)), given.value("times"_L1).toInt(1));
    }));
    control.add(u"vk_set_rights"_s, quiet([&vk](const QJsonObject &given) {
        QStringList rights;
        const QJsonArray names = given.value("rights"_L1).toArray();
        for (const QJsonValue &name : names)
            rights.append(name.toString());
        vk.setRights(rights);
    }));
    control.add(u"vk_end_bad_days"_s, quiet([&vk](const QJsonObject &) { vk.endBadDays(); }));
    control.add(u"vk_forget"_s, quiet([&vk](const QJsonObject &given) {
        if (streamOf(given) == Vk::Stream::Classic)
            vk.forgetHistory();
        else
            vk.forgetEvents();
    }));
    control.add(u"vk_change_keys"_s, quiet([&vk](const QJsonObject &) { vk.changeKeys(); }));
    control.add(u"vk_delete_community"_s,
        quiet([&vk](const QJsonObject &given) { vk.deleteCommunity(given.value("deleted"_L1).toBool(true)); }));
    control.add(u"vk_demand_version"_s,
        quiet([&vk](const QJsonObject &given) { vk.demandVersion(text(given, "version"_L1)); }));
    control.add(u"vk_go_offline"_s, quiet([&vk](const QJsonObject &) { vk.goOffline(); }));
    control.add(u"vk_go_online"_s, quiet([&vk](const QJsonObject &) { vk.goOnline(); }));
    control.add(u"vk_turn_clock"_s, quiet([&vk](const QJsonObject &given) { vk.turnClock(number(given, "ms"_L1)); }));
    control.add(u"vk_revoke_token"_s,
        [&vk](const QJsonObject &) { return QJsonObject{{u"token"_s, QString::fromLatin1(vk.revokeToken())}}; });
    control.add(u"vk_restore_token"_s,
        quiet([&vk](const QJsonObject &given) { vk.restoreToken(text(given, "token"_L1).toLatin1()); }));
}

} // namespace

void addVkVerbs(Control &control, Vk &vk)
{
    addPeople(control, vk);
    addPlaces(control, vk);
    addWitness(control, vk);
    addBadDays(control, vk);
}

} // namespace parley::sandbox
