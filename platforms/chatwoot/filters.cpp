// SPDX-License-Identifier: GPL-3.0-or-later
// Saved filters: there rows joined by AND and OR, here terms that must all hold.
#include "platforms/chatwoot/words.h"
#include "platforms/chatwoot/workspace.h"

#include <QDate>
#include <QHash>
#include <QSet>

#include <algorithm>
#include <functional>

using namespace Qt::StringLiterals;

namespace parley::platforms::chatwoot {

namespace {

struct Condition {
    QString key;
    QString operation;
    QStringList values;
};

/// What must all hold: terms, and which statuses and priorities are allowed. Conditions that cannot be said are told in
/// words.
struct Conjunction {
    QStringList terms;
    QSet<QString> statuses;
    QSet<QString> priorities;
    QStringList leftOut;
};

const QStringList kStatuses{u"open"_s, u"pending"_s, u"snoozed"_s, u"resolved"_s};
const QStringList kPriorities{u"low"_s, u"normal"_s, u"high"_s, u"urgent"_s};

QSet<QString> all(const QStringList &words)
{
    return {words.cbegin(), words.cend()};
}

QString textOf(const QJsonValue &value)
{
    if (value.isObject()) // as the web client keeps a choice
        return textOf(value.toObject().contains("id"_L1) ? value["id"_L1] : value["name"_L1]);
    if (value.isBool())
        return value.toBool() ? u"true"_s : u"false"_s;
    return value.isDouble() ? QString::number(value.toInteger()) : value.toString().simplified();
}

Condition conditionFrom(const QJsonObject &row)
{
    Condition made{row["attribute_key"_L1].toString(), row["filter_operator"_L1].toString(), {}};
    const QJsonValue values = row["values"_L1];
    if (values.isArray()) {
        for (const QJsonValue &value : values.toArray())
            made.values << textOf(value);
    } else if (const QString one = textOf(values); !one.isEmpty()) {
        made.values << one;
    }
    return made;
}

/// \return empty: it cannot be said
QString term(const QString &key, const QString &value)
{
    if (value.isEmpty() || value.contains(u'"'))
        return {};
    const bool plain =
        std::ranges::all_of(value, [](QChar c) { return c.isLetterOrNumber() || c == u'-' || c == u'_'; });
    return plain ? QString(key + u':' + value) : QString(key + u":\""_s + value + u'"');
}

QString nameOf(const Condition &condition, const QString &value, const Scope &scope)
{
    const qint64 id = value.toLongLong();
    if (condition.key == "assignee_id"_L1)
        return scope.isMe(id) ? kMe : scope.agents.value(id);
    if (condition.key == "team_id"_L1)
        return scope.teams.value(id);
    return condition.key == "inbox_id"_L1 ? scope.inboxes.value(id) : value;
}

/// What is asked about, for a person to read.
QString labelOf(const QString &key, const Scope &scope)
{
    static const QHash<QString, const char *> labels{
        {u"status"_s, QT_TRANSLATE_NOOP("parley::platforms::chatwoot", "status")},
        {u"priority"_s, QT_TRANSLATE_NOOP("parley::platforms::chatwoot", "priority")},
        {u"assignee_id"_s, QT_TRANSLATE_NOOP("parley::platforms::chatwoot", "assignee")},
        {u"team_id"_s, QT_TRANSLATE_NOOP("parley::platforms::chatwoot", "team")},
        {u"inbox_id"_s, QT_TRANSLATE_NOOP("parley::platforms::chatwoot", "inbox")},
        {u"labels"_s, QT_TRANSLATE_NOOP("parley::platforms::chatwoot", "label")},
        {u"created_at"_s, QT_TRANSLATE_NOOP("parley::platforms::chatwoot", "date of creation")},
        {u"last_activity_at"_s, QT_TRANSLATE_NOOP("parley::platforms::chatwoot", "last activity")},
        {u"display_id"_s, QT_TRANSLATE_NOOP("parley::platforms::chatwoot", "number in Chatwoot")},
        {u"browser_language"_s, QT_TRANSLATE_NOOP("parley::platforms::chatwoot", "browser's language")},
    };
    if (const char *label = labels.value(key))
        return Words::tr(label);
    return scope.conversationFields.value(key, scope.contactFields.value(key, QString(key).replace(u'_', u' ')));
}

/// How it is compared: %1 is the label, %2 the value.
const QHash<QString, const char *> &comparisons()
{
    static const QHash<QString, const char *> made{
        {u"is_present"_s, QT_TRANSLATE_NOOP("parley::platforms::chatwoot", "%1: any")},
        {u"is_not_present"_s, QT_TRANSLATE_NOOP("parley::platforms::chatwoot", "%1: none")},
        {u"not_equal_to"_s, QT_TRANSLATE_NOOP("parley::platforms::chatwoot", "%1: not %2")},
        {u"contains"_s, QT_TRANSLATE_NOOP("parley::platforms::chatwoot", "%1: contains “%2”")},
        {u"does_not_contain"_s, QT_TRANSLATE_NOOP("parley::platforms::chatwoot", "%1: does not contain “%2”")},
        {u"is_greater_than"_s, QT_TRANSLATE_NOOP("parley::platforms::chatwoot", "%1: after %2")},
        {u"is_less_than"_s, QT_TRANSLATE_NOOP("parley::platforms::chatwoot", "%1: before %2")},
        {u"equal_to"_s, QT_TRANSLATE_NOOP("parley::platforms::chatwoot", "%1: %2")},
    };
    return made;
}

/// The condition for a person to read.
QString inWords(const Condition &condition, const Scope &scope)
{
    QStringList names;
    for (const QString &value : condition.values) {
        const QString name = nameOf(condition, value, scope);
        names << (name.isEmpty() ? value : name);
    }
    const QString label = labelOf(condition.key, scope);
    const QString value = names.join(u", "_s);
    if (condition.operation == "days_before"_L1)
        return Words::tr("%1: more than %n days ago", nullptr, value.toInt()).arg(label);
    const QString words = Words::tr(comparisons().value(condition.operation, comparisons().value(u"equal_to"_s)));
    return words.contains("%2"_L1) ? words.arg(label, value) : words.arg(label);
}

bool addStatus(const Condition &condition, Conjunction &made)
{
    if (condition.values.contains(u"all"_s))
        return true;
    const QSet<QString> named = all(condition.values) & all(kStatuses);
    const bool allKnown = named.size() == condition.values.size(); // a fork has words of its own
    if (condition.operation == "not_equal_to"_L1)
        made.statuses -= named;
    else if (allKnown)
        made.statuses &= named;
    return allKnown;
}

/// Chatwoot's "medium" and its "none" are both our normal: only one of them is asked for there.
bool addPriority(const Condition &condition, Conjunction &made)
{
    QSet<QString> named = all(condition.values) & all(kPriorities);
    named.remove(u"normal"_s); // not a word of theirs
    const bool allButMedium = named.size() == condition.values.size();
    if (condition.operation == "not_equal_to"_L1) {
        made.priorities -= named;
        return allButMedium;
    }
    const bool medium = condition.values.contains(u"medium"_s);
    if (medium)
        named.insert(u"normal"_s);
    if (named.size() == condition.values.size())
        made.priorities &= named;
    return allButMedium;
}

/// Somebody, nobody, one of several.
bool addNamed(const Condition &condition, const QString &key, bool knowsNone, const Scope &scope, Conjunction &made)
{
    if (condition.operation.startsWith("is_"_L1)) {
        if (!knowsNone)
            return false;
        made.terms << (condition.operation == "is_present"_L1 ? u"-"_s : QString()) + key + u":none";
        return true;
    }
    const bool isNot = condition.operation == "not_equal_to"_L1;
    if (condition.values.size() != 1 && !isNot)
        return false; // one of several: our terms must all hold
    QStringList terms;
    for (const QString &value : condition.values) {
        const QString one = term(key, nameOf(condition, value, scope));
        if (one.isEmpty())
            return false;
        terms << (isNot ? QString(u'-' + one) : one);
    }
    made.terms << terms;
    return !terms.isEmpty();
}

bool addTime(const Condition &condition, Conjunction &made)
{
    if (condition.operation == "days_before"_L1) {
        const int days = condition.values.value(0).toInt();
        if (days > 0)
            made.terms << u"before:%1d"_s.arg(days);
        return days > 0;
    }
    const QDate day = QDate::fromString(condition.values.value(0).left(10), Qt::ISODate);
    if (!day.isValid())
        return false;
    // There days are compared, and "greater" leaves the day itself out.
    if (condition.operation == "is_greater_than"_L1)
        made.terms << u"after:"_s + day.addDays(1).toString(Qt::ISODate);
    else
        made.terms << u"before:"_s + day.toString(Qt::ISODate);
    return true;
}

bool addSubject(const Condition &condition, Conjunction &made)
{
    const QString one = condition.values.size() == 1 ? term(u"subject"_s, condition.values.first()) : QString();
    made.terms << one;
    return !one.isEmpty();
}

bool addLanguage(const Condition &condition, const Scope &scope, Conjunction &made)
{
    const QString code = condition.values.value(0);
    return code.size() == 2 && code.at(0).isLower() && addNamed(condition, u"lang"_s, false, scope, made);
}

/// What our query language can say of a key, and of which comparisons.
struct Rule {
    QStringList operations; ///< empty: all of them
    std::function<bool(const Condition &, const Scope &, Conjunction &)> add;
};

const QHash<QString, Rule> &rules()
{
    static const QStringList direct{u"equal_to"_s, u"not_equal_to"_s};
    static const QStringList named = direct + QStringList{u"is_present"_s, u"is_not_present"_s};
    static const QHash<QString, Rule> made{
        {u"status"_s, {direct, [](const auto &one, const auto &, auto &all) { return addStatus(one, all); }}},
        {u"priority"_s, {direct, [](const auto &one, const auto &, auto &all) { return addPriority(one, all); }}},
        {u"assignee_id"_s,
            {named,
                [](const auto &one, const auto &in, auto &all) {
                    return addNamed(one, u"assignee"_s, true, in, all);
                }}},
        {u"team_id"_s,
            {named,
                [](const auto &one, const auto &in, auto &all) { return addNamed(one, u"team"_s, true, in, all); }}},
        {u"labels"_s,
            {named,
                [](const auto &one, const auto &in, auto &all) { return addNamed(one, u"tag"_s, false, in, all); }}},
        {u"conversation_language"_s, {direct, addLanguage}},
        {u"mail_subject"_s,
            {{u"contains"_s}, [](const auto &one, const auto &, auto &all) { return addSubject(one, all); }}},
        {u"last_activity_at"_s, {{}, [](const auto &one, const auto &, auto &all) { return addTime(one, all); }}},
    };
    return made;
}

/// \return it is said, wholly
bool add(const Condition &condition, const Scope &scope, Conjunction &made)
{
    const auto rule = rules().constFind(condition.key);
    if (rule == rules().cend() || (!rule->operations.isEmpty() && !rule->operations.contains(condition.operation)))
        return false;
    const bool needsValue = !condition.operation.startsWith("is_"_L1);
    return !(needsValue && condition.values.isEmpty()) && rule->add(condition, scope, made);
}

Conjunction conjunctionOf(const QList<Condition> &conditions, const Scope &scope)
{
    Conjunction made{{}, all(kStatuses), all(kPriorities), {}};
    for (const Condition &condition : conditions) {
        if (!add(condition, scope, made))
            made.leftOut << inWords(condition, scope);
    }
    made.terms.removeAll(QString());
    made.terms.removeDuplicates();
    return made;
}

/// One word is said as it is, several by leaving out the others.
QStringList choice(const QString &key, const QStringList &known, const QSet<QString> &allowed)
{
    QStringList terms;
    for (const QString &word : known) {
        if (allowed.size() == 1 && allowed.contains(word))
            return {key + u':' + word};
        if (!allowed.contains(word))
            terms << u'-' + key + u':' + word;
    }
    return terms;
}

/// What holds in each of the alternatives. \return it says no less than they do
bool unite(const QList<Conjunction> &alternatives, Conjunction &made)
{
    made = alternatives.first();
    bool sameTerms = true;
    bool sameStatuses = true;
    bool samePriorities = true;
    for (const Conjunction &other : alternatives.mid(1)) {
        sameTerms = sameTerms && all(other.terms) == all(made.terms);
        sameStatuses = sameStatuses && other.statuses == made.statuses;
        samePriorities = samePriorities && other.priorities == made.priorities;
        made.terms.removeIf([&](const QString &one) { return !other.terms.contains(one); });
        made.statuses |= other.statuses;
        made.priorities |= other.priorities;
        made.leftOut << other.leftOut;
    }
    return sameTerms && (sameStatuses || samePriorities);
}

} // namespace

SavedView viewFrom(const QJsonObject &row, const Scope &scope)
{
    QList<QList<Condition>> groups{{}}; // AND binds tighter there
    const QJsonValue payload = row["query"_L1]["payload"_L1];
    QStringList alternatives;
    for (const QJsonValue &value : payload.toArray()) {
        groups.last() << conditionFrom(value.toObject());
        alternatives << inWords(groups.last().last(), scope);
        if (value["query_operator"_L1].toString().compare("or"_L1, Qt::CaseInsensitive) == 0)
            groups << QList<Condition>();
    }
    if (groups.size() > 1 && groups.last().isEmpty())
        groups.removeLast(); // an operator that joins to nothing
    QList<Conjunction> said;
    for (const QList<Condition> &group : std::as_const(groups))
        said << conjunctionOf(group, scope);
    Conjunction whole;
    SavedView view;
    view.name = row["name"_L1].toString().simplified();
    const bool exact = unite(said, whole);
    view.leftOut = whole.leftOut;
    if (!exact || (said.size() > 1 && !whole.leftOut.isEmpty()))
        view.leftOut = {Words::tr("one or the other of: %1").arg(alternatives.join(u"; "_s))};
    if (whole.statuses.isEmpty() || whole.priorities.isEmpty()) {
        whole.statuses = all(kStatuses); // what contradicts itself, or is a word of a fork's own
        whole.priorities = all(kPriorities);
        view.leftOut = alternatives;
    }
    const QStringList terms =
        choice(u"is"_s, kStatuses, whole.statuses) + choice(u"priority"_s, kPriorities, whole.priorities) + whole.terms;
    view.query = terms.join(u' ');
    return view;
}

} // namespace parley::platforms::chatwoot
