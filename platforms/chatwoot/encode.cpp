// SPDX-License-Identifier: GPL-3.0-or-later
#include "platforms/chatwoot/encode.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace parley::platforms::chatwoot {

namespace {

QString escapedPlain(QString text)
{
    // In one pass, or the second replacement would find what the first one wrote.
    static const QRegularExpression opening(uR"(\{\{|\{%)"_s);
    QString made;
    qsizetype at = 0;
    auto matches = opening.globalMatch(text);
    while (matches.hasNext()) {
        const auto match = matches.next();
        made += QStringView(text).mid(at, match.capturedStart() - at);
        made += u"{{ '"_s + match.captured() + u"' }}"_s;
        at = match.capturedEnd();
    }
    made += QStringView(text).mid(at);
    return made;
}

} // namespace

QString escapedLiquid(const QString &text)
{
    if (!text.contains("{{"_L1) && !text.contains("{%"_L1))
        return text;
    // The server wraps what stands between backticks so that it is not rendered; there nothing may be escaped.
    static const QRegularExpression ticked(u"`.*?`"_s, QRegularExpression::DotMatchesEverythingOption);
    QString made;
    qsizetype at = 0;
    auto matches = ticked.globalMatch(text);
    while (matches.hasNext()) {
        const auto match = matches.next();
        made += escapedPlain(text.mid(at, match.capturedStart() - at));
        made += match.captured();
        at = match.capturedEnd();
    }
    made += escapedPlain(text.mid(at));
    return made;
}

QString withMentions(const QString &text, const QList<Colleague> &agents)
{
    QList<Colleague> longestFirst = agents;
    std::ranges::stable_sort(longestFirst, std::greater<>(), [](const Colleague &agent) { return agent.name.size(); });
    QString made;
    for (qsizetype at = 0; at < text.size();) {
        const bool begins = text.at(at) == u'@' && (at == 0 || !text.at(at - 1).isLetterOrNumber());
        const auto meant = std::ranges::find_if(longestFirst, [&](const Colleague &agent) {
            const qsizetype end = at + 1 + agent.name.size();
            return !agent.name.isEmpty() && QStringView(text).mid(at + 1).startsWith(agent.name, Qt::CaseInsensitive)
                && (end >= text.size() || !text.at(end).isLetterOrNumber());
        });
        if (!begins || meant == longestFirst.end()) {
            made += text.at(at++);
            continue;
        }
        made += u"[@%1](mention://user/%2/%3)"_s.arg(
            meant->name, QString::number(meant->id), QString::fromLatin1(QUrl::toPercentEncoding(meant->name)));
        at += 1 + meant->name.size();
    }
    return made;
}

const Colleague *agentNamed(const QList<Colleague> &agents, const QString &name)
{
    const Colleague *found = nullptr;
    for (const Colleague &agent : agents) {
        const bool meant = agent.name.compare(name.trimmed(), Qt::CaseInsensitive) == 0
            || agent.email.compare(name.trimmed(), Qt::CaseInsensitive) == 0;
        if (meant && found)
            return nullptr;
        if (meant)
            found = &agent;
    }
    return found;
}

QJsonObject messageBody(const QString &text, bool isPrivate, const QString &clientId, qint64 inReplyTo)
{
    QJsonObject attributes{{"client_ref"_L1, clientId}};
    if (inReplyTo > 0)
        attributes["in_reply_to"_L1] = inReplyTo;
    return {{"content"_L1, text}, {"private"_L1, isPrivate}, {"message_type"_L1, u"outgoing"_s},
        {"content_type"_L1, u"text"_s}, {"content_attributes"_L1, attributes}, {"echo_id"_L1, clientId}};
}

QList<http::FormPart> messageForm(const QJsonObject &body, const QList<OutgoingAttachment> &attachments)
{
    QList<http::FormPart> parts;
    for (auto field = body.begin(); field != body.end(); ++field) {
        QByteArray value = field->toString().toUtf8();
        if (field->isObject())
            value = QJsonDocument(field->toObject()).toJson(QJsonDocument::Compact);
        else if (field->isBool())
            value = field->toBool() ? "true" : "false";
        parts << http::FormPart{field.key(), value, {}, {}};
    }
    for (const OutgoingAttachment &file : attachments)
        parts << http::FormPart{u"attachments[]"_s, file.content, file.name, file.type};
    return parts;
}

QJsonObject statusBody(const SetStatus &change)
{
    QJsonObject body{{"status"_L1, toString(change.status)}};
    if (change.status == TicketStatus::Snoozed && change.snoozedUntil)
        body["snoozed_until"_L1] = toMs(*change.snoozedUntil) / 1000;
    return body;
}

QJsonObject priorityBody(Priority priority)
{
    // Chatwoot's "medium" and its "none" are both our Normal; what we set to Normal is one without.
    return {{"priority"_L1, priority == Priority::Normal ? QJsonValue() : QJsonValue(toString(priority))}};
}

QStringList changedLabels(QStringList labels, const QStringList &add, const QStringList &remove)
{
    for (const QString &label : remove)
        labels.removeAll(label);
    for (const QString &label : add) {
        if (!labels.contains(label))
            labels << label;
    }
    return labels;
}

} // namespace parley::platforms::chatwoot
