// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/conversation/thumbnails.h"

#include "ui/common/when_done.h"

#include <QBuffer>
#include <QImageReader>

#include <algorithm>

namespace parley::ui {

namespace {
constexpr int kCacheKilobytes = 24'000;
constexpr qint64 kMostPixels = 100'000'000; ///< a picture that unpacks to more than this is an attack
} // namespace

QImage decodeBounded(const QByteArray &encoded, const QSize &box)
{
    QBuffer buffer;
    buffer.setData(encoded);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer);
    reader.setAutoTransform(true);
    const QSize size = reader.size();
    if (!size.isValid() || qint64(size.width()) * size.height() > kMostPixels)
        return {};
    // JPEG is decoded small right away; other formats are bounded by Qt's own allocation limit.
    const bool turned = reader.transformation().testFlag(QImageIOHandler::TransformationRotate90);
    const QSize target = turned ? box.transposed() : box;
    if (size.width() > target.width() || size.height() > target.height())
        reader.setScaledSize(size.scaled(target, Qt::KeepAspectRatio).expandedTo({1, 1}));
    return reader.read();
}

Thumbnails::Thumbnails(ReadWorker &worker, QObject *parent)
    : QObject(parent)
    , m_worker(worker)
    , m_pixmaps(kCacheKilobytes)
{
}

QPixmap Thumbnails::thumbnail(AttachmentId attachment, const QSize &box, qreal devicePixelRatio)
{
    if (const QPixmap *ready = m_pixmaps.object(attachment))
        return *ready;
    if (m_underWay.contains(attachment) || m_failed.contains(attachment))
        return {};
    m_underWay.insert(attachment);
    const QSize pixels = (QSizeF(box) * devicePixelRatio).toSize();
    auto image = m_worker.ask<QImage>([attachment, pixels](storage::Reader &reader) -> Result<QImage> {
        const auto bytes = reader.attachment(attachment);
        if (!bytes)
            return bytes.error();
        return decodeBounded(*bytes, pixels);
    });
    whenDone(image, this, [this, attachment, devicePixelRatio](const Result<QImage> &image) {
        m_underWay.remove(attachment);
        if (!image && image.error().kind == ErrorKind::Cancelled)
            return; // asked again with the next frame
        if (!image || image->isNull()) {
            m_failed.insert(attachment);
            return;
        }
        auto *pixmap = new QPixmap(QPixmap::fromImage(*image));
        pixmap->setDevicePixelRatio(devicePixelRatio);
        const auto kilobytes = qsizetype(pixmap->width()) * pixmap->height() * 4 / 1024 + 1;
        m_pixmaps.insert(attachment, pixmap, std::min<qsizetype>(kilobytes, kCacheKilobytes));
        Q_EMIT ready();
    });
    return {};
}

} // namespace parley::ui
