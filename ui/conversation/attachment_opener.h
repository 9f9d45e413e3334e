// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/message.h"
#include "ui/common/read_worker.h"

#include <QObject>
#include <QTemporaryDir>

#include <memory>

class QWidget;

namespace parley::sync {
class Engine;
}

namespace parley::ui {

/// Opens and saves attachments under names that are safe on this machine. What can run as a program is never opened,
/// only saved. Opened ones are copies in a folder of this session, which goes with it.
class AttachmentOpener : public QObject
{
    Q_OBJECT
public:
    AttachmentOpener(sync::Engine &engine, ReadWorker &worker, QWidget *window);

    void open(const Attachment &attachment); ///< fetches it first where it is not here
    void save(const Attachment &attachment);

Q_SIGNALS:
    void said(const QString &sentence);

private:
    void write(const QString &path, const QByteArray &bytes, bool thenOpen);

    sync::Engine &m_engine;
    ReadWorker &m_worker;
    QWidget *m_window;
    std::unique_ptr<QTemporaryDir> m_folder;
};

/// Would opening a file of this name run it?
[[nodiscard]] bool runsWhenOpened(const QString &safeName);

} // namespace parley::ui
