// SPDX-License-Identifier: GPL-3.0-or-later
#include "platforms/platform.h"

#include "platforms/mail/mail_platform.h"
#include "platforms/telegram/info.h"

#include <algorithm>

namespace parley::platforms {

// A new platform is one folder and one line here.
const std::vector<Entry> &registry()
{
    static const std::vector<Entry> entries{telegram::entry(), mail::entry()};
    return entries;
}

const Entry *find(const QString &platformId)
{
    const auto found = std::ranges::find(registry(), platformId, [](const Entry &entry) { return entry.info.id; });
    return found == registry().end() ? nullptr : &*found;
}

} // namespace parley::platforms
