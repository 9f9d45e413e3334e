// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/result.h"

#include <QFuture>
#include <QFutureWatcher>
#include <QObject>

#include <type_traits>
#include <utility>

namespace parley::ui {

/// Calls \a then on the context's thread with what the future brings; not at all once the context is gone. A future
/// that ends without a result (the engine stopped) counts as Error{Cancelled}. (QFuture::then() of Qt 6.4 asserts when
/// its context died first.)
template <typename T, typename Then>
void whenDone(const QFuture<Result<T>> &future, QObject *context, Then then)
{
    auto *watcher = new QFutureWatcher<Result<T>>(context);
    QObject::connect(watcher, &QFutureWatcherBase::finished, context, [watcher, then = std::move(then)]() mutable {
        watcher->deleteLater();
        if (watcher->future().resultCount() > 0)
            then(watcher->result());
        else
            then(Result<T>(Error{ErrorKind::Cancelled, QStringLiteral("ended without a result"), {}, {}, false}));
    });
    watcher->setFuture(future);
}

} // namespace parley::ui
