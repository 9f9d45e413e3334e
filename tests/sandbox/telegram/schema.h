// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/http/params.h"

#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <optional>

namespace parley::sandbox {

/// The machine-readable specification of the Bot API (schema/telegram/api.json of the shared fact sheets). It is not
/// part of the repository: found through PARLEY_SHARED or beside the repository in ../shared.
class Schema
{
public:
    [[nodiscard]] static std::optional<Schema> load(const QString &file);
    /// Where it is on this machine; empty: nowhere.
    [[nodiscard]] static QString find();

    /// What is wrong with a call: unknown method, missing or unknown parameters, wrong types. Empty: nothing.
    [[nodiscard]] QStringList faultsOfCall(const QString &method, const Params &params) const;
    /// What is wrong with a result of \a method, recursively.
    [[nodiscard]] QStringList faultsOfResult(const QString &method, const QJsonValue &result) const;
    /// The same for one value of a named type ("Update", "Array of Message").
    [[nodiscard]] QStringList faultsOfValue(const QString &type, const QJsonValue &value, const QString &at) const;

private:
    [[nodiscard]] QJsonObject method(const QString &name) const;
    [[nodiscard]] QStringList faultsOfAny(const QJsonArray &types, const QJsonValue &value, const QString &at) const;
    [[nodiscard]] QStringList faultsOfObject(
        const QJsonObject &type, const QJsonObject &object, const QString &at) const;
    [[nodiscard]] QStringList faultsOfParameter(const QJsonObject &field, const Params &params) const;

    QJsonObject m_methods;
    QJsonObject m_types;
};

} // namespace parley::sandbox
