// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/control.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::Literals::StringLiterals;

namespace parley::sandbox {

namespace {

QJsonObject error(const QString &what)
{
    return {{u"error"_s, what}};
}

qint64 customerOf(const QJsonObject &arguments)
{
    return arguments.value("customer"_L1).toInteger();
}

QString textOf(const QJsonObject &arguments)
{
    return arguments.value("text"_L1).toString();
}

Saying sayingOf(const QJsonObject &arguments)
{
    Saying saying;
    saying.chat = arguments.value("chat"_L1).toInteger();
    saying.businessConnection = arguments.value("business_connection"_L1).toString();
    saying.thread = arguments.value("thread"_L1).toInt();
    saying.replyTo = arguments.value("reply_to"_L1).toInt();
    saying.album = arguments.value("album"_L1).toString();
    saying.entities = arguments.value("entities"_L1).toArray();
    saying.agoMs = arguments.value("ago_ms"_L1).toInteger();
    return saying;
}

std::optional<FileToSend> fileOf(const QJsonObject &arguments)
{
    static const QHash<QString, FileToSend::Kind> kinds{{u"photo"_s, FileToSend::Kind::Photo},
        {u"document"_s, FileToSend::Kind::Document}, {u"voice"_s, FileToSend::Kind::Voice},
        {u"video"_s, FileToSend::Kind::Video}, {u"sticker"_s, FileToSend::Kind::Sticker}};
    const auto kind = kinds.constFind(arguments.value("kind"_L1).toString());
    if (kind == kinds.constEnd())
        return std::nullopt;
    return FileToSend{*kind, arguments.value("name"_L1).toString(), arguments.value("type"_L1).toString(),
        QByteArray::fromBase64(arguments.value("content"_L1).toString().toLatin1()),
        arguments.value("caption"_L1).toString()};
}

QJsonObject asJson(const Received &message)
{
    return {{u"chat"_s, message.chat}, {u"business_connection"_s, message.businessConnection}, {u"id"_s, message.id},
        {u"kind"_s, message.kind}, {u"text"_s, message.text}, {u"entities"_s, message.entities},
        {u"file"_s, QString::fromLatin1(message.file.toBase64())}, {u"file_name"_s, message.fileName},
        {u"file_type"_s, message.fileType}, {u"reply_to"_s, message.replyTo}, {u"thread"_s, message.thread},
        {u"album"_s, message.album}, {u"edited"_s, message.edited}, {u"deleted"_s, message.deleted},
        {u"at_ms"_s, message.atMs}};
}

QJsonObject asJson(const Call &call)
{
    return {{u"method"_s, call.method}, {u"parameters"_s, call.parameters},
        {u"files"_s, QJsonArray::fromStringList(call.files)}, {u"status"_s, call.status},
        {u"processed"_s, call.processed}, {u"at_ms"_s, call.atMs}};
}

QJsonObject asJson(const TypingSeen &seen)
{
    return {{u"chat"_s, seen.chat}, {u"business_connection"_s, seen.businessConnection}, {u"action"_s, seen.action},
        {u"at_ms"_s, seen.atMs}};
}

template <typename T>
QJsonArray listOf(const QList<T> &items)
{
    QJsonArray list;
    for (const T &item : items)
        list.append(asJson(item));
    return list;
}

} // namespace

std::optional<BadDay::Kind> badDayKind(const QString &name)
{
    using Kind = BadDay::Kind;
    static const QHash<QString, Kind> kinds{{u"latency"_s, Kind::Latency},
        {u"too_many_requests"_s, Kind::TooManyRequests}, {u"server_error"_s, Kind::ServerError},
        {u"server_error_after"_s, Kind::ServerErrorAfter}, {u"refuse"_s, Kind::Refuse},
        {u"cut_while_reading"_s, Kind::CutWhileReading}, {u"cut_before"_s, Kind::CutBefore},
        {u"cut_after"_s, Kind::CutAfter}, {u"cut_mid_answer"_s, Kind::CutMidAnswer}, {u"half_json"_s, Kind::HalfJson},
        {u"huge_answer"_s, Kind::HugeAnswer}, {u"slow_drip"_s, Kind::SlowDrip}, {u"silence"_s, Kind::Silence},
        {u"silence_after"_s, Kind::SilenceAfter}, {u"duplicate"_s, Kind::Duplicate},
        {u"out_of_order"_s, Kind::OutOfOrder}};
    const auto kind = kinds.constFind(name);
    return kind == kinds.constEnd() ? std::nullopt : std::optional(*kind);
}

Control::Control(Telegram &telegram, QObject *parent)
    : QObject(parent)
    , m_telegram(telegram)
    , m_web([this](WebExchange *exchange) {
        const QString verb = exchange->request.path.mid(1);
        const QJsonDocument body = QJsonDocument::fromJson(exchange->request.body);
        const bool posted = exchange->request.verb == "POST";
        const auto result = posted ? perform(verb, body.object()) : std::nullopt;
        const QJsonObject answer = result.value_or(error(u"no such verb; POST /VERB with a JSON object"_s));
        const int status = !result ? 404 : answer.contains("error"_L1) ? 400 : 200;
        exchange->answer({status, {{"Content-Type", "application/json"}}, QJsonDocument(answer).toJson()});
    })
{
    addCustomers();
    addGroups();
    addWitness();
    addBadDays();
}

QString Control::url() const
{
    return u"http://127.0.0.1:%1"_s.arg(m_web.port());
}

std::optional<QJsonObject> Control::perform(const QString &verb, const QJsonObject &arguments)
{
    const Verb function = m_verbs.value(verb);
    return function ? std::optional(function(arguments)) : std::nullopt;
}

void Control::addCustomers()
{
    add(u"info"_s, [this](const QJsonObject &) {
        return QJsonObject{{u"url"_s, m_telegram.url()}, {u"token"_s, QString::fromLatin1(m_telegram.token())},
            {u"bot"_s, m_telegram.botName()}, {u"pending_updates"_s, m_telegram.pendingUpdates()},
            {u"polled"_s, m_telegram.isPolled()}};
    });
    add(u"customer"_s, [this](const QJsonObject &given) {
        return QJsonObject{{u"customer"_s,
            m_telegram.addCustomer({given.value("first_name"_L1).toString(), given.value("last_name"_L1).toString(),
                given.value("username"_L1).toString(), given.value("language"_L1).toString(),
                QByteArray::fromBase64(given.value("picture"_L1).toString().toLatin1()),
                given.value("id"_L1).toInteger()})}};
    });
    add(u"write"_s, [this](const QJsonObject &given) {
        return QJsonObject{{u"message"_s, m_telegram.write(customerOf(given), textOf(given), sayingOf(given))}};
    });
    add(u"send_file"_s, [this](const QJsonObject &given) {
        const auto file = fileOf(given);
        return file ? QJsonObject{{u"message"_s, m_telegram.sendFile(customerOf(given), *file, sayingOf(given))}}
                    : error(u"kind: photo, document, voice, video or sticker"_s);
    });
    add(u"edit"_s, [this](const QJsonObject &given) {
        m_telegram.edit(customerOf(given), given.value("message"_L1).toInt(), textOf(given), sayingOf(given));
        return QJsonObject();
    });
    add(u"block"_s, [this](const QJsonObject &given) {
        m_telegram.block(customerOf(given), given.value("blocked"_L1).toBool(true));
        return QJsonObject();
    });
    add(u"deactivate"_s, [this](const QJsonObject &given) {
        m_telegram.deactivate(customerOf(given));
        return QJsonObject();
    });
    add(u"react"_s, [this](const QJsonObject &given) {
        m_telegram.react(
            customerOf(given), given.value("message"_L1).toInt(), given.value("emoji"_L1).toString(), sayingOf(given));
        return QJsonObject();
    });
    add(u"press_button"_s, [this](const QJsonObject &given) {
        return QJsonObject{{u"query"_s,
            m_telegram.pressButton(
                customerOf(given), given.value("message"_L1).toInt(), given.value("data"_L1).toString())}};
    });
}

void Control::addGroups()
{
    add(u"group"_s, [this](const QJsonObject &given) {
        return QJsonObject{{u"group"_s,
            m_telegram.addGroup(given.value("title"_L1).toString(), given.value("type"_L1).toString(u"supergroup"_s),
                given.value("forum"_L1).toBool())}};
    });
    add(u"topic"_s, [this](const QJsonObject &given) {
        return QJsonObject{
            {u"thread"_s, m_telegram.addTopic(given.value("group"_L1).toInteger(), given.value("name"_L1).toString())}};
    });
    add(u"upgrade_group"_s, [this](const QJsonObject &given) {
        return QJsonObject{{u"group"_s, m_telegram.upgradeGroup(given.value("group"_L1).toInteger())}};
    });
    add(u"kick_bot"_s, [this](const QJsonObject &given) {
        m_telegram.kickBot(given.value("group"_L1).toInteger());
        return QJsonObject();
    });
    add(u"connect_business"_s, [this](const QJsonObject &given) {
        const QString owner = given.value("owner"_L1).toString();
        const QJsonObject rights = given.value("rights"_L1).toObject();
        return QJsonObject{{u"business_connection"_s,
            rights.isEmpty() ? m_telegram.connectBusiness(owner) : m_telegram.connectBusiness(owner, rights)}};
    });
    add(u"set_business"_s, [this](const QJsonObject &given) {
        m_telegram.setBusiness(given.value("business_connection"_L1).toString(), given.value("enabled"_L1).toBool(true),
            given.value("rights"_L1).toObject());
        return QJsonObject();
    });
    add(u"owner_writes"_s, [this](const QJsonObject &given) {
        return QJsonObject{{u"message"_s,
            m_telegram.ownerWrites(given.value("business_connection"_L1).toString(), customerOf(given), textOf(given),
                given.value("ago_ms"_L1).toInteger())}};
    });
    add(u"delete_business_messages"_s, [this](const QJsonObject &given) {
        QList<int> messages;
        const QJsonArray ids = given.value("messages"_L1).toArray();
        for (const QJsonValue &id : ids)
            messages.append(id.toInt());
        m_telegram.deleteBusinessMessages(
            given.value("business_connection"_L1).toString(), customerOf(given), messages);
        return QJsonObject();
    });
    add(u"inject"_s, [this](const QJsonObject &given) {
        return QJsonObject{{u"update_id"_s, m_telegram.inject(given.value("update"_L1).toObject())}};
    });
}

void Control::addWitness()
{
    add(u"received"_s, [this](const QJsonObject &given) {
        const qint64 customer = customerOf(given);
        return QJsonObject{
            {u"received"_s, listOf(customer == 0 ? m_telegram.received() : m_telegram.received(customer))}};
    });
    add(u"typing"_s, [this](const QJsonObject &) { return QJsonObject{{u"typing"_s, listOf(m_telegram.typing())}}; });
    add(u"calls"_s, [this](const QJsonObject &given) {
        return QJsonObject{{u"calls"_s, listOf(m_telegram.calls(given.value("method"_L1).toString()))}};
    });
    add(u"complaints"_s, [this](const QJsonObject &) {
        return QJsonObject{{u"complaints"_s, QJsonArray::fromStringList(m_telegram.complaints())},
            {u"checked"_s, m_telegram.hasSchema()}};
    });
}

void Control::addBadDays()
{
    add(u"bad_day"_s, [this](const QJsonObject &given) {
        const auto kind = badDayKind(given.value("kind"_L1).toString());
        if (!kind)
            return error(u"no such kind of bad day; README.md lists them"_s);
        BadDay day;
        day.kind = *kind;
        day.method = given.value("method"_L1).toString();
        day.times = given.value("times"_L1).toInt(1);
        day.ms = given.value("ms"_L1).toInt();
        day.seconds = given.value("seconds"_L1).toInt(1);
        day.status = given.value("status"_L1).toInt(502);
        day.description = given.value("description"_L1).toString();
        day.bytes = given.value("bytes"_L1).toInteger(1);
        m_telegram.addBadDay(day);
        return QJsonObject();
    });
    const auto plain = [this](void (Telegram::*function)()) {
        return [this, function](const QJsonObject &) {
            (m_telegram.*function)();
            return QJsonObject();
        };
    };
    add(u"end_bad_days"_s, plain(&Telegram::endBadDays));
    add(u"go_offline"_s, plain(&Telegram::goOffline));
    add(u"go_online"_s, plain(&Telegram::goOnline));
    add(u"poll_from_elsewhere"_s, plain(&Telegram::pollFromElsewhere));
    add(u"revoke_token"_s, [this](const QJsonObject &) {
        return QJsonObject{{u"token"_s, QString::fromLatin1(m_telegram.revokeToken())}};
    });
    add(u"restore_token"_s, [this](const QJsonObject &given) {
        m_telegram.restoreToken(given.value("token"_L1).toString().toLatin1());
        return QJsonObject();
    });
    add(u"set_webhook"_s, [this](const QJsonObject &given) {
        m_telegram.setWebhook(given.value("url"_L1).toString());
        return QJsonObject();
    });
    add(u"turn_clock"_s, [this](const QJsonObject &given) {
        m_telegram.turnClock(given.value("ms"_L1).toInteger());
        return QJsonObject();
    });
}

} // namespace parley::sandbox
