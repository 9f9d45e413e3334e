// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/ok/answer.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::Literals::StringLiterals;

namespace parley::sandbox::ok {

QString nameOf(int code)
{
    static const QHash<int, QString> names{{1, u"UNKNOWN"_s}, {2, u"SERVICE"_s}, {3, u"METHOD"_s}, {4, u"REQUEST"_s},
        {7, u"ACTION_BLOCKED"_s}, {8, u"FLOOD_BLOCKED"_s}, {9, u"IP_BLOCKED"_s}, {10, u"PERMISSION_DENIED"_s},
        {11, u"LIMIT_REACHED"_s}, {12, u"CANCELLED"_s}, {21, u"NOT_MULTIPART"_s}, {22, u"NOT_ACTIVATED"_s},
        {23, u"NOT_YET_INVOLVED"_s}, {24, u"NOT_OWNER"_s}, {25, u"NOT_ACTIVE"_s}, {26, u"TOTAL_LIMIT_REACHED"_s},
        {50, u"NOT_ADMIN"_s}, {100, u"PARAM"_s}, {101, u"PARAM_API_KEY"_s}, {102, u"PARAM_SESSION_EXPIRED"_s},
        {103, u"PARAM_SESSION_KEY"_s}, {104, u"PARAM_SIGNATURE"_s}, {105, u"PARAM_RESIGNATURE"_s},
        {106, u"PARAM_ENTITY_ID"_s}, {110, u"PARAM_USER_ID"_s}, {120, u"PARAM_ALBUM_ID"_s}, {121, u"PARAM_PHOTO_ID"_s},
        {130, u"PARAM_WIDGET"_s}, {140, u"PARAM_MESSAGE_ID"_s}, {141, u"PARAM_COMMENT_ID"_s}};
    return names.value(code, u"UNKNOWN"_s);
}

WebAnswer answerOf(const Outcome &outcome)
{
    WebAnswer answer;
    answer.headers.append(qMakePair(QByteArray("Content-Type"), QByteArray("application/json;charset=utf-8")));
    if (const auto *refusal = std::get_if<Refusal>(&outcome)) {
        answer.headers.append(qMakePair(QByteArray("invocation-error"), QByteArray::number(refusal->code)));
        const QJsonObject body{{u"error_code"_s, refusal->code},
            {u"error_msg"_s, QString(nameOf(refusal->code) + u" : " + refusal->what)},
            {u"error_data"_s, QJsonValue::Null}};
        answer.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
        return answer;
    }
    const QJsonValue &value = std::get<QJsonValue>(outcome);
    answer.body = value.isArray() ? QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact)
        : value.isObject()        ? QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact)
                                  : QByteArray("null");
    return answer;
}

} // namespace parley::sandbox::ok
