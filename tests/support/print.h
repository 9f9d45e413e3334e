// SPDX-License-Identifier: GPL-3.0-or-later
// Lets Catch2 print what our tests compare.
#pragma once

#include "models/ids.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <catch2/catch_tostring.hpp>

#include <string>

template <>
struct Catch::StringMaker<QString> {
    static std::string convert(const QString &value) { return '"' + value.toStdString() + '"'; }
};

template <>
struct Catch::StringMaker<QByteArray> {
    static std::string convert(const QByteArray &value) { return '"' + value.toStdString() + '"'; }
};

template <>
struct Catch::StringMaker<QStringList> {
    static std::string convert(const QStringList &value)
    {
        return "[" + value.join(QStringLiteral(" | ")).toStdString() + "]";
    }
};

template <typename Tag>
struct Catch::StringMaker<parley::Id<Tag>> {
    static std::string convert(const parley::Id<Tag> &id) { return "#" + std::to_string(id.value); }
};
