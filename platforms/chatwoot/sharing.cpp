// SPDX-License-Identifier: GPL-3.0-or-later
// What the team shares beside its conversations: people, labels, canned responses, saved filters, macros. They are
// small lists that come whole. Three of them have keys that tell of a change; the others are read again now and then.
#include "platforms/chatwoot/connector.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace parley::platforms::chatwoot {

namespace {

const QString kMetrics = u"csat_survey_responses/metrics"_s;
const QString kContactFields = u"custom_attribute_definitions?contact_attribute"_s;
const QString kConversationFields = u"custom_attribute_definitions?conversation_attribute"_s;
// A month of ratings: what a team looks at.
constexpr auto kReportDays = 30 * 24h;

/// The lists whose change is told by a key.
const QMap<QString, QString> &keyOfList()
{
    static const QMap<QString, QString> keys{
        {u"inboxes"_s, u"inbox"_s}, {u"labels"_s, u"label"_s}, {u"teams"_s, u"team"_s}};
    return keys;
}

/// People and teams first: macros and filters speak of them in numbers.
const QStringList &allLists()
{
    static const QStringList names{u"agents"_s, u"teams"_s, u"labels"_s, u"inboxes"_s, u"canned_responses"_s,
        u"macros"_s, u"custom_filters"_s, kContactFields, kConversationFields, kMetrics};
    return names;
}

QMap<QString, QString> fieldsIn(const QJsonArray &rows, const QString &model)
{
    QMap<QString, QString> names;
    for (const QJsonValue &row : rows) {
        const QString key = row["attribute_key"_L1].toString();
        const QString name = row["attribute_display_name"_L1].toString().simplified();
        if (row["attribute_model"_L1].toString(model) == model && !key.isEmpty() && !name.isEmpty())
            names.insert(key, name);
    }
    return names;
}

QMap<qint64, QString> namesIn(const QJsonArray &rows)
{
    QMap<qint64, QString> names;
    for (const QJsonValue &row : rows)
        names.insert(row["id"_L1].toInteger(), row["name"_L1].toString().simplified());
    return names;
}

/// The server has it not, or not for us, or not now: no reason to stop asking for other things.
bool isRefusal(ErrorKind kind)
{
    return kind == ErrorKind::Forbidden || kind == ErrorKind::NotFound || kind == ErrorKind::BadReply
        || kind == ErrorKind::Rejected;
}

template <typename Thing>
void takeNew(std::optional<Thing> &news, std::optional<Thing> &told, const std::optional<Thing> &now)
{
    if (!now || now == told)
        return;
    news = now;
    told = now;
}

} // namespace

void Connector::forgetShared()
{
    m_shared = {};
    m_sharedTold = {};
    m_sharedNews = {};
    m_sharedRefused.clear();
    m_sharedWanted.clear();
    m_cacheKeys = {};
    m_sharedAt.reset();
}

bool Connector::sharedIsDue() const
{
    if (m_session.scope.user == 0)
        return false;
    if (!m_sharedAt || !m_sharedWanted.isEmpty())
        return true;
    const auto passed = std::chrono::steady_clock::now() - *m_sharedAt;
    const bool missed = m_cable.isSubscribed() && m_cable.generation() != m_sharedGeneration;
    return passed >= m_timing.shared || (missed && passed >= m_timing.sharedRest);
}

std::chrono::milliseconds Connector::untilSharedIsDue() const
{
    if (sharedIsDue() || !m_sharedAt)
        return 0ms;
    const bool missed = m_cable.isSubscribed() && m_cable.generation() != m_sharedGeneration;
    const auto passed = std::chrono::steady_clock::now() - *m_sharedAt;
    const auto due = missed ? std::min(m_timing.sharedRest, m_timing.shared) : m_timing.shared;
    return std::chrono::duration_cast<std::chrono::milliseconds>(due - passed);
}

/// \return an error only where the server could not be asked: what it refuses is simply not there
QCoro::Task<Connector::Done> Connector::readShared()
{
    const int generation = m_cable.isSubscribed() ? m_cable.generation() : 0;
    const bool missed = m_cable.isSubscribed() && generation != m_sharedGeneration;
    const auto passed = std::chrono::steady_clock::now() - m_sharedAt.value_or(std::chrono::steady_clock::now());
    const bool whole = !m_sharedAt || passed >= m_timing.shared || (missed && passed >= m_timing.sharedRest);
    QStringList names(m_sharedWanted.cbegin(), m_sharedWanted.cend());
    if (whole || missed) {
        const auto keys = co_await m_api.get(accountPath() + u"/cache_keys", u"cache_keys"_s);
        if (!keys && !isRefusal(keys.error().kind))
            co_return keys.error();
        const QJsonObject now = keys ? (*keys)["cache_keys"_L1].toObject() : QJsonObject();
        names << (whole ? allLists() : keyOfList().keys());
        names.removeDuplicates();
        names.removeIf([&](const QString &name) {
            return m_shared.lists.contains(name) && !m_sharedWanted.contains(name) && isKept(name, now);
        });
        m_cacheKeys = now;
        for (const QString &name : std::as_const(names)) // until they are read
            m_sharedWanted.insert(name);
    }
    for (const QString &name : std::as_const(names)) {
        const auto read = co_await readSharedList(name);
        if (!read)
            co_return read.error();
        m_sharedWanted.remove(name);
    }
    if (whole) {
        m_sharedAt = std::chrono::steady_clock::now();
        m_sharedGeneration = generation;
    }
    tellShared();
    co_return Done{};
}

/// The keys tell that a list is the one that was read.
bool Connector::isKept(const QString &name, const QJsonObject &keys) const
{
    const QString key = keyOfList().value(name);
    return !key.isEmpty() && keys.contains(key) && keys[key] == m_cacheKeys[key];
}

QCoro::Task<Connector::Done> Connector::readSharedList(QString name)
{
    if (m_sharedRefused.contains(name) || (name == kMetrics && !m_session.seesReports))
        co_return Done{};
    QUrlQuery query;
    QString path = accountPath() + u'/' + name;
    if (const qsizetype model = path.indexOf(u'?'); model > 0) {
        query.addQueryItem(u"attribute_model"_s, path.mid(model + 1));
        path.truncate(model);
    }
    const Timestamp today = fromMs(toMs(m_api.serverNow()) / 86'400'000 * 86'400'000);
    if (name == kMetrics) {
        query.addQueryItem(u"since"_s, QString::number(toMs(today - kReportDays) / 1000));
        query.addQueryItem(u"until"_s, QString::number(toMs(m_api.serverNow()) / 1000 + 1));
    }
    const auto answer = co_await m_api.get(path, u"shared"_s, query);
    if (m_stopped)
        co_return Error{ErrorKind::Cancelled, u"stopped"_s, {}, {}, false};
    if (answer && name == kMetrics) {
        m_shared.metrics = answer->toObject();
        m_shared.metricsSince = today - kReportDays;
        co_return Done{};
    }
    if (answer) {
        const QJsonValue rows = answer->isArray() ? *answer : (*answer)["payload"_L1];
        if (rows.isArray())
            takeSharedList(name, rows.toArray());
        co_return Done{};
    }
    const ErrorKind kind = answer.error().kind;
    if (!isRefusal(kind))
        co_return answer.error();
    if (kind == ErrorKind::Forbidden || kind == ErrorKind::NotFound)
        m_sharedRefused.insert(name); // an older server, or not for us: nothing to speak of
    co_return Done{};
}

void Connector::takeSharedList(const QString &name, const QJsonArray &rows)
{
    Scope &scope = m_session.scope;
    m_shared.lists[name] = rows;
    if (name == "agents"_L1) {
        m_session.agents = colleaguesIn(rows);
        m_shared.present.reset(); // this is newer
        scope.agents.clear();
        for (const QJsonValue &row : rows)
            scope.agents.insert(row["id"_L1].toInteger(), personIn(row.toObject()));
    } else if (name == "teams"_L1) {
        scope.teams = namesIn(rows);
    } else if (name == "inboxes"_L1) {
        const auto names = namesIn(rows);
        if (names != scope.inboxes)
            m_memory.swept.reset(); // the sweep brings the new names to all cards
        scope.inboxes = names;
    } else if (name == kContactFields) {
        scope.contactFields = fieldsIn(rows, u"contact_attribute"_s);
    } else if (name == kConversationFields) {
        scope.conversationFields = fieldsIn(rows, u"conversation_attribute"_s);
    }
}

/// Only what differs from what was told is told.
void Connector::tellShared()
{
    const Workspace now = workspaceOf(m_shared, m_session.scope);
    takeNew(m_sharedNews.agents, m_sharedTold.agents, now.agents);
    takeNew(m_sharedNews.teams, m_sharedTold.teams, now.teams);
    takeNew(m_sharedNews.labels, m_sharedTold.labels, now.labels);
    takeNew(m_sharedNews.cannedResponses, m_sharedTold.cannedResponses, now.cannedResponses);
    takeNew(m_sharedNews.views, m_sharedTold.views, now.views);
    takeNew(m_sharedNews.macros, m_sharedTold.macros, now.macros);
    takeNew(m_sharedNews.satisfaction, m_sharedTold.satisfaction, now.satisfaction);
}

void Connector::hearShared(const Heard &heard)
{
    if (heard.users) {
        m_shared.present = heard.users;
        tellShared();
    }
    for (auto list = keyOfList().cbegin(); list != keyOfList().cend(); ++list) {
        const QString &key = *list;
        if (!heard.cacheKeys.contains(key) || heard.cacheKeys[key] == m_cacheKeys[key])
            continue;
        m_cacheKeys[key] = heard.cacheKeys[key];
        m_sharedWanted.insert(list.key());
    }
}

/// The mark "unread" is the whole team's, and what an agent here has looked at is that agent's own. So it is told when
/// it moved there, not each time that something else did.
void Connector::weighMarks(const QJsonObject &conversation, RemoteTicketFields &fields)
{
    const qint64 id = conversation["id"_L1].toInteger();
    const QString contact = QString::number(conversation["meta"_L1]["sender"_L1]["id"_L1].toInteger());
    if (fields.muted)
        m_blocked[contact] = *fields.muted;
    if (!fields.unread || !conversation["agent_last_seen_at"_L1].isDouble())
        return;
    const qint64 seen = conversation["agent_last_seen_at"_L1].toInteger();
    const bool isNew = !m_memory.known.contains(id) && !m_memory.listed.contains(id);
    const auto before = m_teamSaw.constFind(id);
    const bool moved = before != m_teamSaw.cend() && *before != seen;
    const bool unsure = before == m_teamSaw.cend() && *fields.unread; // since we started; it may be an old mark
    if (!isNew && !moved && (before != m_teamSaw.cend() || unsure))
        fields.unread.reset();
    m_teamSaw[id] = seen;
}

/// Of a conversation of which nothing else is to be told.
void Connector::takeMarks(const QJsonObject &row)
{
    RemoteTicketFields fields;
    fields.conversationRemoteId = QString::number(row["id"_L1].toInteger());
    readMarks(row, fields);
    const QString contact = QString::number(row["meta"_L1]["sender"_L1]["id"_L1].toInteger());
    if (fields.muted && m_blocked.contains(contact) && m_blocked.value(contact) == *fields.muted)
        fields.muted.reset();
    weighMarks(row, fields);
    if (fields.muted || fields.unread)
        m_page.tickets << fields;
}

void Connector::takeConversation(const QJsonObject &row)
{
    const qsizetype before = m_page.tickets.size();
    readConversation(row, m_session.scope, m_page);
    if (m_page.tickets.size() > before)
        weighMarks(row, m_page.tickets.last());
}

/// Who was muted, or no longer is, moves nothing that can be asked for: all conversations of that customer are looked
/// at.
QCoro::Task<Connector::Done> Connector::fetchOfContacts()
{
    const QList<QString> contacts(m_contactsWanted.cbegin(), m_contactsWanted.cend());
    for (const QString &contact : contacts) {
        const QString path = accountPath() + u"/contacts/" + contact + u"/conversations";
        const auto answer = co_await m_api.get(path, u"conversations of a customer"_s);
        if (!answer && !isRefusal(answer.error().kind))
            co_return answer.error();
        const QJsonArray rows = answer ? (*answer)["payload"_L1].toArray() : QJsonArray();
        for (const QJsonValue &row : rows) {
            const qint64 id = headOf(row.toObject()).id;
            if (m_memory.known.contains(id) || m_memory.listed.contains(id))
                takeConversation(row.toObject());
        }
        m_contactsWanted.remove(contact);
    }
    co_return Done{};
}

} // namespace parley::platforms::chatwoot
