// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ids.h"
#include "models/time.h"

#include <QByteArray>
#include <QString>
#include <QStringView>

#include <optional>
#include <type_traits>
#include <variant>

namespace parley::storage {

/// What is bound to a name in a statement. An invalid id and an empty optional are NULL; enums go as their numbers.
class Value
{
public:
    struct Text {
        QByteArray utf8;
    };
    using Variant = std::variant<std::monostate, qint64, double, Text, QByteArray>;

    Value() = default;
    Value(const QString &text) // NOLINT(google-explicit-constructor): written in lists of bindings
        : m_value(Text{text.toUtf8()})
    {
    }
    Value(const QByteArray &blob) // NOLINT(google-explicit-constructor)
        : m_value(blob)
    {
    }
    Value(Timestamp time) // NOLINT(google-explicit-constructor)
        : m_value(toMs(time))
    {
    }
    Value(double number) // NOLINT(google-explicit-constructor)
        : m_value(number)
    {
    }
    template <typename Number>
        requires(std::is_integral_v<Number> || std::is_enum_v<Number>)
    Value(Number number) // NOLINT(google-explicit-constructor)
        : m_value(static_cast<qint64>(number))
    {
    }
    template <typename Tag>
    Value(Id<Tag> id) // NOLINT(google-explicit-constructor)
    {
        if (id.isValid())
            m_value = id.value;
    }
    template <typename T>
    Value(const std::optional<T> &value) // NOLINT(google-explicit-constructor)
    {
        if (value)
            m_value = Value(*value).m_value;
    }

    /// NULL instead of an empty text: for columns that are unique where they are set.
    static Value orNull(const QString &text) { return text.isEmpty() ? Value() : Value(text); }

    [[nodiscard]] const Variant &variant() const { return m_value; }

private:
    Variant m_value;
};

struct Binding {
    const char *name; ///< with its colon: ":ticket"
    Value value;
};

} // namespace parley::storage
