// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/batch.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonObject>
#include <QList>
#include <QSet>

namespace parley::platforms::vk {

/// Names of the people and communities that we met, by their id (communities negative). Answers bring some along, the
/// rest is asked for in one call.
class People
{
public:
    void take(const QJsonArray &profiles, const QJsonArray &groups);
    /// profiles and groups of an answer, where it has them
    void take(const QJsonObject &response);
    void setLanguage(qint64 id, const QString &language); ///< ISO 639-1

    [[nodiscard]] bool knows(qint64 id) const { return m_people.contains(id); }
    [[nodiscard]] QString name(qint64 id) const; ///< "id777" where it is not known
    [[nodiscard]] RemoteContact contact(qint64 id) const;
    [[nodiscard]] QList<qint64> unknownIn(const QJsonValue &answer) const;

private:
    struct Person {
        QString name;
        QString handle;
    };
    QHash<qint64, Person> m_people;
    QHash<qint64, QString> m_languages;
};

} // namespace parley::platforms::vk
