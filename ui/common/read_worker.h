// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/ports.h"

#include <QFuture>
#include <QMutex>
#include <QObject>
#include <QPromise>
#include <QThread>

#include <functional>
#include <memory>

namespace parley::ui {

/// A thread with a Reader of its own, for every question whose answer may take longer than a frame: searches, pictures.
/// Both start with the first question. Questions are answered in order. Ui thread only.
class ReadWorker
{
public:
    explicit ReadWorker(OpenReader open);
    ~ReadWorker(); ///< interrupts and joins
    ReadWorker(const ReadWorker &) = delete;
    ReadWorker &operator=(const ReadWorker &) = delete;

    /// \param question  runs on the worker's thread: capture values only
    template <typename T>
    QFuture<Result<T>> ask(std::function<Result<T>(storage::Reader &)> question)
    {
        auto promise = std::make_shared<QPromise<Result<T>>>();
        QFuture<Result<T>> future = promise->future();
        promise->start();
        post([promise, question = std::move(question)](const Result<storage::Reader *> &reader) {
            promise->addResult(reader ? question(**reader) : Result<T>(reader.error()));
            promise->finish();
        });
        return future;
    }

    /// What runs ends with Error{Cancelled}, and so does what waits.
    void interrupt();

private:
    using Job = std::function<void(const Result<storage::Reader *> &)>;
    void post(Job job);
    void run(const Job &job, int generation);

    OpenReader m_open;
    QThread m_thread;
    std::unique_ptr<QObject> m_there; ///< lives on the thread: jobs are queued to it
    QMutex m_mutex; ///< guards the next three
    std::unique_ptr<storage::Reader> m_reader;
    int m_generation = 0;
    bool m_running = false;
};

} // namespace parley::ui
