// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/http/web_server.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonObject>
#include <QJsonValue>

#include <optional>

namespace parley::sandbox {

struct UploadedFile {
    QString name;
    QString type;
    QByteArray content;
};

/// The parameters of one call however they came: query, urlencoded, JSON or multipart. A later source wins.
class Params
{
public:
    [[nodiscard]] static Params of(const WebRequest &request);
    [[nodiscard]] static Params of(const QJsonObject &values);

    [[nodiscard]] bool has(const QString &name) const { return m_values.contains(name); }
    [[nodiscard]] QString text(const QString &name) const;
    [[nodiscard]] std::optional<qint64> integer(const QString &name) const;
    [[nodiscard]] bool flag(const QString &name) const;
    /// An object or array, sent as such or as a JSON string; undefined where it is neither.
    [[nodiscard]] QJsonValue json(const QString &name) const;
    [[nodiscard]] std::optional<UploadedFile> file(const QString &name) const;

    /// Every file sent under \a name ("attachments[]"), in order.
    [[nodiscard]] QList<UploadedFile> files(const QString &name) const;

    [[nodiscard]] const QJsonObject &values() const { return m_values; }
    [[nodiscard]] QStringList fileNames() const { return m_files.keys(); }
    [[nodiscard]] bool malformed() const { return m_malformed; }
    /// True when the values kept their JSON types on the way.
    [[nodiscard]] bool typed() const { return m_typed; }

    void remove(const QString &name) { m_values.remove(name); }

private:
    void takeQuery(const QUrlQuery &query);
    void takeMultipart(const QByteArray &body, const QByteArray &contentType);
    void takePart(const QByteArray &head, const QByteArray &content);

    QJsonObject m_values;
    QHash<QString, UploadedFile> m_files;
    QList<std::pair<QString, UploadedFile>> m_filesInOrder;
    bool m_malformed = false;
    bool m_typed = false;
};

} // namespace parley::sandbox
