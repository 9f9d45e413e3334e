// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/http/params.h"

#include <QJsonDocument>
#include <QRegularExpression>
#include <QUrl>

using namespace Qt::Literals::StringLiterals;

namespace parley::sandbox {

namespace {

/// name="value" or name=value of a header such as Content-Disposition.
QString attribute(const QString &header, const QString &name)
{
    const QRegularExpression pattern(uR"re((?:^|[;\s])%1=(?:"((?:[^"\\]|\\.)*)"|([^;\s]+)))re"_s.arg(name),
        QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch match = pattern.match(header);
    QString value = match.captured(1).isNull() ? match.captured(2) : match.captured(1);
    return value.replace(u"\\\""_s, u"\""_s);
}

QString decodePlus(QString text)
{
    return QUrl::fromPercentEncoding(text.replace(u'+', u' ').toUtf8());
}

} // namespace

Params Params::of(const WebRequest &request)
{
    Params params;
    params.takeQuery(request.query);
    const QByteArray type = request.header("content-type");
    const QByteArray kind = type.split(';').first().trimmed().toLower();
    if (kind == "application/json") {
        const QJsonDocument document = QJsonDocument::fromJson(request.body);
        params.m_malformed = !document.isObject() && !request.body.trimmed().isEmpty();
        params.m_typed = true;
        const QJsonObject object = document.object();
        for (auto it = object.begin(); it != object.end(); ++it) {
            if (!it->isNull())
                params.m_values.insert(it.key(), *it);
        }
    } else if (kind == "multipart/form-data") {
        params.takeMultipart(request.body, type);
    } else if (kind == "application/x-www-form-urlencoded") {
        params.takeQuery(QUrlQuery(QString::fromUtf8(request.body)));
    }
    return params;
}

Params Params::of(const QJsonObject &values)
{
    Params params;
    params.m_typed = true;
    params.m_values = values;
    return params;
}

void Params::takeQuery(const QUrlQuery &query)
{
    const auto items = query.queryItems(QUrl::FullyEncoded);
    for (const auto &[name, value] : items)
        m_values.insert(decodePlus(name), decodePlus(value));
}

void Params::takeMultipart(const QByteArray &body, const QByteArray &contentType)
{
    const QByteArray boundary = "--" + attribute(QString::fromUtf8(contentType), u"boundary"_s).toUtf8();
    qsizetype at = body.indexOf(boundary);
    m_malformed = boundary.size() <= 2 || at < 0;
    while (!m_malformed) {
        at += boundary.size();
        if (body.mid(at, 2) == "--")
            return;
        const qsizetype headEnd = body.indexOf("\r\n\r\n", at);
        const qsizetype next = body.indexOf(QByteArray("\r\n" + boundary), at);
        if (headEnd < 0 || next < headEnd) {
            m_malformed = true;
            return;
        }
        takePart(body.mid(at, headEnd - at), body.mid(headEnd + 4, next - headEnd - 4));
        at = next + 2;
    }
}

void Params::takePart(const QByteArray &head, const QByteArray &content)
{
    QString disposition;
    QString type;
    for (const QByteArray &line : head.split('\n')) {
        const QString text = QString::fromUtf8(line).trimmed();
        if (text.startsWith(u"content-disposition:"_s, Qt::CaseInsensitive))
            disposition = text;
        else if (text.startsWith(u"content-type:"_s, Qt::CaseInsensitive))
            type = text.mid(13).trimmed();
    }
    const QString name = attribute(disposition, u"name"_s);
    QString fileName = attribute(disposition, u"filename"_s);
    const QString extended = attribute(disposition, u"filename\\*"_s); // RFC 5987: UTF-8''percent-encoded
    if (extended.startsWith(u"UTF-8''"_s, Qt::CaseInsensitive))
        fileName = QUrl::fromPercentEncoding(extended.mid(7).toUtf8());
    if (fileName.isEmpty()) {
        m_values.insert(name, QString::fromUtf8(content));
        return;
    }
    m_files.insert(name, {fileName, type, content});
    m_filesInOrder.append({name, {fileName, type, content}});
}

QString Params::text(const QString &name) const
{
    const QJsonValue value = m_values.value(name);
    if (value.isString())
        return value.toString();
    if (value.isDouble())
        return QString::number(value.toInteger());
    if (value.isBool())
        return value.toBool() ? u"true"_s : u"false"_s;
    return {};
}

std::optional<qint64> Params::integer(const QString &name) const
{
    bool isNumber = false;
    const qint64 number = text(name).toLongLong(&isNumber);
    return isNumber ? std::optional(number) : std::nullopt;
}

bool Params::flag(const QString &name) const
{
    const QString word = text(name).trimmed().toLower();
    return word == "true"_L1 || word == "yes"_L1 || word == "1"_L1;
}

QJsonValue Params::json(const QString &name) const
{
    const QJsonValue value = m_values.value(name);
    if (value.isObject() || value.isArray())
        return value;
    const QJsonDocument document = QJsonDocument::fromJson(value.toString().toUtf8());
    if (document.isObject())
        return document.object();
    if (document.isArray())
        return document.array();
    return QJsonValue::Undefined;
}

std::optional<UploadedFile> Params::file(const QString &name) const
{
    const auto it = m_files.constFind(name);
    return it == m_files.constEnd() ? std::nullopt : std::optional(*it);
}

QList<UploadedFile> Params::files(const QString &name) const
{
    QList<UploadedFile> found;
    for (const auto &[field, file] : m_filesInOrder) {
        if (field == name)
            found.append(file);
    }
    return found;
}

} // namespace parley::sandbox
