// SPDX-License-Identifier: GPL-3.0-or-later
#include "platforms/platform.h"

#include "platforms/chatwoot/info.h"
#include "platforms/mail/mail_platform.h"
#include "platforms/ok/info.h"
#include "platforms/telegram/info.h"
#include "platforms/vk/info.h"

#include <algorithm>

namespace parley::platforms {

namespace {

// A new platform is one folder and one line here.
std::vector<Entry> makeEntries()
{
    return {telegram::entry(), vk::entry(), ok::entry(), chatwoot::entry(), mail::entry()};
}

} // namespace

const std::vector<Entry> &registry()
{
    static const std::vector<Entry> entries = makeEntries();
    return entries;
}

QList<PlatformInfo> currentInfos()
{
    QList<PlatformInfo> infos;
    for (const Entry &entry : makeEntries())
        infos.append(entry.info);
    return infos;
}

const Entry *find(const QString &platformId)
{
    const auto found = std::ranges::find(registry(), platformId, [](const Entry &entry) { return entry.info.id; });
    return found == registry().end() ? nullptr : &*found;
}

} // namespace parley::platforms
