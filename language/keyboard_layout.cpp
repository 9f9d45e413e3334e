// SPDX-License-Identifier: GPL-3.0-or-later
#include "language/keyboard_layout.h"

#include <string_view>

namespace parley::language {

namespace {
constexpr std::u16string_view kUs = u"qwertyuiop[]asdfghjkl;'zxcvbnm,.`";
constexpr std::u16string_view kRussian = u"йцукенгшщзхъфывапролджэячсмитьбюё";
static_assert(kUs.size() == kRussian.size());
} // namespace

QString otherLayout(const QString &typed)
{
    QString other;
    other.reserve(typed.size());
    const QString lower = typed.toLower();
    for (const QChar c : lower) {
        if (const auto at = kUs.find(c.unicode()); at != std::u16string_view::npos)
            other += QChar(kRussian[at]);
        else if (const auto back = kRussian.find(c.unicode()); back != std::u16string_view::npos)
            other += QChar(kUs[back]);
        else
            other += c;
    }
    return other;
}

} // namespace parley::language
