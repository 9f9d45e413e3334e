// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/result.h"

#include <QFuture>
#include <QPromise>

#include <memory>
#include <utility>

namespace parley::sync {

/// The engine's side of a future that is always answered: when the engine stops first, with what was given as fallback.
template <typename T>
class Answer
{
public:
    explicit Answer(T fallback)
        : m_state(std::make_shared<State>(std::move(fallback)))
    {
    }

    [[nodiscard]] QFuture<T> future() const { return m_state->promise.future(); }
    void give(T value) const { m_state->give(std::move(value)); }

private:
    struct State {
        explicit State(T otherwise)
            : result(std::move(otherwise))
        {
            promise.start();
        }
        ~State() { answer(); }
        State(const State &) = delete;
        State &operator=(const State &) = delete;

        void give(T value)
        {
            if (answered)
                return;
            result = std::move(value);
            answer();
        }
        void answer()
        {
            if (std::exchange(answered, true))
                return;
            promise.addResult(std::move(result));
            promise.finish();
        }

        QPromise<T> promise;
        T result; ///< the fallback, until something else is given
        bool answered = false;
    };

    std::shared_ptr<State> m_state;
};

/// What is answered by an engine that has stopped.
[[nodiscard]] inline Error engineStopped()
{
    return {ErrorKind::Cancelled, QStringLiteral("the engine is not running"), {}, {}, false};
}

} // namespace parley::sync
