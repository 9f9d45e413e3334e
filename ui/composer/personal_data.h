// SPDX-License-Identifier: GPL-3.0-or-later
// What should not stand where everybody can read it. Looked for on this computer only, before a public answer leaves.
#pragma once

#include <QList>
#include <QString>

namespace parley::ui {

struct PersonalData {
    enum class Kind { Card, Phone, Passport, Email };
    Kind kind = Kind::Card;
    qsizetype position = 0; ///< UTF-16 units
    qsizetype length = 0;
    friend bool operator==(const PersonalData &, const PersonalData &) = default;
};

/// By where they begin; none overlaps another. A guess: card numbers by their check digit, phone numbers in
/// international or national form, passports by their grouping or the word before them. Free numbers (8 800 …, +800),
/// what stands in a web address, and plain order numbers are not meant.
[[nodiscard]] QList<PersonalData> personalDataIn(const QString &text);

} // namespace parley::ui
