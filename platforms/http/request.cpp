// SPDX-License-Identifier: GPL-3.0-or-later
#include "platforms/http/request.h"

#include <QJsonDocument>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace parley::platforms::http {

namespace {

// A field or file name inside a header line, as browsers write it (HTML standard, "multipart/form-data encoding").
QByteArray quoted(const QString &name)
{
    QByteArray bytes = name.toUtf8();
    bytes.replace("\r", "%0D").replace("\n", "%0A").replace("\"", "%22");
    return '"' + bytes + '"';
}

} // namespace

Request Request::get(QUrl url, QString label)
{
    Request request;
    request.url = std::move(url);
    request.label = std::move(label);
    return request;
}

Request Request::postJson(QUrl url, QString label, const QJsonObject &body)
{
    Request request = get(std::move(url), std::move(label));
    request.method = "POST";
    request.contentType = "application/json";
    request.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    return request;
}

// Not QHttpMultiPart: its body can be rewound, and QNetworkAccessManager would send it a second time after a cut
// connection (see one_shot_body.h).
Request Request::postForm(QUrl url, QString label, const QList<FormPart> &parts)
{
    Request request = get(std::move(url), std::move(label));
    request.method = "POST";
    const QByteArray boundary = "parley-" + QUuid::createUuid().toByteArray(QUuid::Id128);
    request.contentType = "multipart/form-data; boundary=" + boundary;
    qsizetype size = 0;
    for (const FormPart &part : parts)
        size += part.content.size() + 512;
    request.body.reserve(size);
    for (const FormPart &part : parts) {
        request.body += "--" + boundary + "\r\nContent-Disposition: form-data; name=" + quoted(part.name);
        if (!part.fileName.isEmpty())
            request.body += "; filename=" + quoted(part.fileName);
        if (!part.type.isEmpty())
            request.body += "\r\nContent-Type: " + part.type.toLatin1().replace('\r', ' ').replace('\n', ' ');
        request.body += "\r\n\r\n";
        request.body += part.content;
        request.body += "\r\n";
    }
    request.body += "--" + boundary + "--\r\n";
    return request;
}

QByteArray Answer::header(const QByteArray &name) const
{
    for (const auto &[given, value] : headers) {
        if (given.compare(name, Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

} // namespace parley::platforms::http
