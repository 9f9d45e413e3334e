// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ids.h"
#include "ui/common/read_worker.h"

#include <QCache>
#include <QImage>
#include <QObject>
#include <QPixmap>
#include <QSet>

namespace parley::ui {

/// Decodes \a encoded no larger than \a box, upright. Null for what is not a picture, or claims more than 100 million
/// pixels.
[[nodiscard]] QImage decodeBounded(const QByteArray &encoded, const QSize &box);

/// Pictures of the thread, read and decoded on the worker.
class Thumbnails : public QObject
{
    Q_OBJECT
public:
    explicit Thumbnails(ReadWorker &worker, QObject *parent = nullptr);

    /// Null while it is not there; ready() tells when to ask again. Cheap: called while painting.
    QPixmap thumbnail(AttachmentId attachment, const QSize &box, qreal devicePixelRatio);

Q_SIGNALS:
    void ready();

private:
    ReadWorker &m_worker;
    QCache<AttachmentId, QPixmap> m_pixmaps; ///< by kilobytes
    QSet<AttachmentId> m_underWay;
    QSet<AttachmentId> m_failed;
};

} // namespace parley::ui
