// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <optional>

namespace parley::sandbox {

/// An OpenAPI 3.1 description as a judge of single requests and answers. Not part of the repository: see
/// shared_facts.h. What the description does not cover has no faults.
class OpenApi
{
public:
    [[nodiscard]] static std::optional<OpenApi> load(const QString &file);

    /// \param verb  "get"
    [[nodiscard]] QStringList faultsOfRequest(
        const QString &verb, const QString &path, const QStringList &queryNames, const QJsonValue &body) const;
    [[nodiscard]] QStringList faultsOfAnswer(
        const QString &verb, const QString &path, int status, const QJsonValue &body) const;
    [[nodiscard]] bool covers(const QString &verb, const QString &path) const;

private:
    [[nodiscard]] QJsonObject operation(const QString &verb, const QString &path) const;
    [[nodiscard]] QJsonObject resolved(QJsonObject schema) const;
    [[nodiscard]] QStringList faults(const QJsonObject &schema, const QJsonValue &value, const QString &at) const;
    [[nodiscard]] QStringList faultsOfObject(
        const QJsonObject &schema, const QJsonObject &value, const QString &at) const;

    QJsonObject m_root;
};

} // namespace parley::sandbox
