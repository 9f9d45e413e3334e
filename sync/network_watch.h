// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace parley::sync {

/// The system's word that the network changed. It is taken as a hint to try everything at once and never as proof that
/// there is no network: a server on this machine or behind a tunnel answers all the same. Lives on the main thread.
class NetworkWatch : public QObject
{
    Q_OBJECT
public:
    explicit NetworkWatch(QObject *parent = nullptr);

Q_SIGNALS:
    void changed();
};

} // namespace parley::sync
