// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/http/params.h"

#include <QHash>
#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <optional>

namespace parley::sandbox::vk {

/// VK's own schema (schema/vk of the shared fact sheets), which is not part of the repository. It is not strict
/// draft-07: `required: true` stands on single properties, lists in parameters come with commas, and some enums are
/// known to be incomplete; this walks it as it is.
class Schema
{
public:
    [[nodiscard]] static std::optional<Schema> load(const QString &folder);
    /// Where it is on this machine; empty: nowhere.
    [[nodiscard]] static QString find();

    /// What is wrong with a call: unknown method, missing or unknown parameters, wrong types, a token that it does not
    /// take. \param token "group", "user", "service"; empty: not known, not checked
    [[nodiscard]] QStringList faultsOfCall(const QString &method, const Params &params, const QString &token) const;
    /// What is wrong with {"response": …} or {"error": …} of a method.
    [[nodiscard]] QStringList faultsOfAnswer(const QString &method, const QJsonObject &answer) const;
    /// What is wrong with an event of the Bots Long Poll, envelope and object.
    [[nodiscard]] QStringList faultsOfEvent(const QJsonObject &event) const;
    /// The same for one value of a definition ("messages_message").
    [[nodiscard]] QStringList faultsOfValue(const QString &definition, const QJsonValue &value) const;

    /// "group", "user", "service" of a method; empty: there is no such method.
    [[nodiscard]] QStringList tokensOf(const QString &method) const;
    /// The event types that the schema lists.
    [[nodiscard]] QStringList eventTypes() const;
    /// The codes of errors and their words.
    [[nodiscard]] QHash<int, QString> errorWords() const;

private:
    /// A piece of the schema and the file that its relative references start from.
    struct Place {
        QJsonObject json;
        QString file; ///< "messages/objects.json"
        QStringList names; ///< definitions on the way here, as one may only refer to another
    };

    [[nodiscard]] Place resolved(Place place) const;
    [[nodiscard]] Place definition(const QString &file, const QString &name) const;
    [[nodiscard]] QStringList faultsOf(const Place &place, const QJsonValue &value, const QString &at) const;
    [[nodiscard]] QStringList faultsOfObject(const Place &place, const QJsonObject &object, const QString &at) const;
    [[nodiscard]] QStringList faultsOfPlain(const Place &place, const QJsonValue &value, const QString &at) const;
    void gatherProperties(const Place &place, QMap<QString, Place> &properties) const;
    [[nodiscard]] QStringList faultsOfParameter(const QJsonObject &parameter, const Params &params) const;

    QHash<QString, QJsonObject> m_files;
    QHash<QString, QJsonObject> m_methods;
};

} // namespace parley::sandbox::vk
