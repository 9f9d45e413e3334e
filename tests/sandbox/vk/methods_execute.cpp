// SPDX-License-Identifier: GPL-3.0-or-later
// execute in the form in which clients gather calls: return [API.a.b({…}),API.c.d({…})]; nothing else of VKScript.
#include "sandbox/vk/methods.h"

#include <QJsonDocument>
#include <QUrl>

using namespace Qt::Literals::StringLiterals;

namespace parley::sandbox::vk {

namespace {

constexpr qsizetype kCallLimit = 25;

struct ScriptCall {
    QString method;
    QJsonObject arguments;
};

/// Where the object that begins at \a from ends; -1: nowhere.
qsizetype endOfObject(const QString &code, qsizetype from)
{
    int depth = 0;
    bool quoted = false;
    for (qsizetype i = from; i < code.size(); ++i) {
        const QChar c = code.at(i);
        if (quoted && c == u'\\')
            ++i;
        else if (c == u'"')
            quoted = !quoted;
        else if (!quoted && c == u'{')
            ++depth;
        else if (!quoted && c == u'}' && --depth == 0)
            return i + 1;
    }
    return -1;
}

std::optional<QList<ScriptCall>> parsed(const QString &code)
{
    QList<ScriptCall> calls;
    QString rest = code.trimmed();
    if (!rest.startsWith("return"_L1))
        return std::nullopt;
    rest = rest.mid(6).trimmed();
    while (rest.endsWith(u';'))
        rest.chop(1);
    if (!rest.startsWith(u'[') || !rest.endsWith(u']'))
        return std::nullopt;
    rest = rest.mid(1, rest.size() - 2).trimmed();
    while (!rest.isEmpty()) {
        const qsizetype open = rest.indexOf(u'(');
        if (!rest.startsWith("API."_L1) || open < 0)
            return std::nullopt;
        ScriptCall call{rest.mid(4, open - 4).trimmed(), {}};
        qsizetype end = open + 1;
        if (rest.mid(end).trimmed().startsWith(u'{')) {
            const qsizetype start = rest.indexOf(u'{', end);
            end = endOfObject(rest, start);
            const QJsonDocument document = QJsonDocument::fromJson(rest.mid(start, end - start).toUtf8());
            if (end < 0 || !document.isObject())
                return std::nullopt;
            call.arguments = document.object();
        }
        const qsizetype close = rest.indexOf(u')', end);
        if (close < 0)
            return std::nullopt;
        calls.append(call);
        rest = rest.mid(close + 1).trimmed();
        if (rest.startsWith(u','))
            rest = rest.mid(1).trimmed();
        else if (!rest.isEmpty())
            return std::nullopt;
    }
    return calls;
}

} // namespace

Outcome Methods::execute(const Params &params, const Caller &caller)
{
    const auto calls = parsed(params.text(u"code"_s));
    if (!calls)
        return apiError(12, u"only a list of calls is played here"_s);
    if (calls->size() > kCallLimit)
        return apiError(13, u"too many API calls"_s);
    QJsonArray answers;
    QJsonArray errors;
    for (const ScriptCall &one : *calls) {
        const Outcome outcome =
            one.method == "execute"_L1 ? Outcome(apiError(3)) : call(one.method, Params::of(one.arguments), caller);
        if (onCall)
            onCall(one.method, one.arguments, outcome);
        if (const auto *error = std::get_if<ApiError>(&outcome)) {
            answers.append(false);
            errors.append(
                QJsonObject{{u"method"_s, one.method}, {u"error_code"_s, error->code}, {u"error_msg"_s, error->words}});
        } else {
            answers.append(std::get<QJsonValue>(outcome));
        }
    }
    executeErrors = errors;
    return QJsonValue(answers);
}

} // namespace parley::sandbox::vk
