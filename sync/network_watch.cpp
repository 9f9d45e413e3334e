// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/network_watch.h"

#include <QNetworkInformation>

namespace parley::sync {

NetworkWatch::NetworkWatch(QObject *parent)
    : QObject(parent)
{
    using Feature = QNetworkInformation::Feature;
    if (!QNetworkInformation::loadBackendByFeatures(Feature::Reachability))
        return; // some systems have none: then backoff alone finds out
    connect(QNetworkInformation::instance(), &QNetworkInformation::reachabilityChanged, this, &NetworkWatch::changed);
}

} // namespace parley::sync
