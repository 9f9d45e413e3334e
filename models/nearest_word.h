// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <QStringView>

namespace parley {

/// "Did you mean …": the known word that a person most likely meant, by a slip or two of the fingers; empty when none
/// is near. Case does not matter.
[[nodiscard]] QString nearestWord(QStringView typed, const QStringList &known);

} // namespace parley
