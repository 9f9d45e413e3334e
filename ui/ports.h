// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/account.h"
#include "models/result.h"
#include "models/time.h"
#include "storage/reader.h"

#include <QList>
#include <QString>

#include <functional>
#include <memory>

namespace parley::sync {
class Engine;
}

namespace parley::ui {

/// Opens one more read-only connection to the same cache. Called on the worker thread that is going to use it.
using OpenReader = std::function<Result<std::unique_ptr<storage::Reader>>()>;

/// What the window is connected to. app/ makes it; everything in it outlives the window.
struct Ports {
    sync::Engine &engine;
    storage::Reader &reader; ///< the ui thread's own
    OpenReader openReader; ///< for the workers: search, pictures
    QList<PlatformInfo> platforms; ///< in the order of the set-up dialog; for names and marks
    const Clock &clock;
    QString dataDir; ///< where the window keeps its state (window.ini); empty: nowhere
    bool offline = false; ///< started with --offline
    /// The same platforms with their labels in the language of the moment, for forms; null: platforms.
    std::function<QList<PlatformInfo>()> currentPlatforms{};
};

} // namespace parley::ui
