// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

namespace parley::language {

/// ISO 639-1 of a text; empty when unsure, as with most texts of a word or two. Croatian, Bosnian and Serbian in Latin
/// letters are one to us: "hr". Any thread.
QString detectLanguage(QStringView text);

/// The best guess, however weak, where a wrong one does little harm (choosing a stemmer). Empty only without letters.
QString likeliestLanguage(QStringView text);

} // namespace parley::language
