// SPDX-License-Identifier: GPL-3.0-or-later
// How the platform writes things into parameters: lists with commas, truth as 1 and 0.
#pragma once

#include "sandbox/http/params.h"

#include <QList>
#include <QStringList>

namespace parley::sandbox::vk {

[[nodiscard]] QStringList listOf(const Params &params, const QString &name);
[[nodiscard]] QList<qint64> numbersOf(const Params &params, const QString &name);
[[nodiscard]] qint64 numberOf(const Params &params, const QString &name, qint64 otherwise = 0);
[[nodiscard]] bool isSet(const Params &params, const QString &name); ///< "1"

} // namespace parley::sandbox::vk
