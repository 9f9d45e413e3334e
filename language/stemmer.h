// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "language/words.h"

#include <QList>
#include <QString>

#include <optional>

namespace parley::language {

/// The Snowball algorithms that the index uses. Few on purpose: a query word, whose language nobody knows, is looked
/// for in the form each of its script gives it, and every further one finds more that was not meant.
enum class Stemmer { English, Croatian, Spanish, German, French, Italian, Portuguese, Dutch, Russian };

[[nodiscard]] const QList<Stemmer> &stemmersOf(Word::Script script);
/// \param language  ISO 639-1
[[nodiscard]] std::optional<Stemmer> stemmerFor(const QString &language);
/// \param folded  one folded word of the stemmer's script
[[nodiscard]] QString stem(const QString &folded, Stemmer stemmer);

} // namespace parley::language
