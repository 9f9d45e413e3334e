// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/composer/attachment_strip.h"

#include "ui/common/size_words.h"

#include <QBuffer>
#include <QFile>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QMimeDatabase>
#include <QToolButton>

namespace parley::ui {

namespace {

constexpr int kNameWidth = 180;

Error rejected(const QString &words)
{
    return {ErrorKind::Rejected, QStringLiteral("attachment not taken"), words, {}, false};
}

QString tooLarge(const QString &name, qint64 size, qint64 limit)
{
    return AttachmentStrip::tr("“%1” has %2, this channel takes at most %3. It was not attached.")
        .arg(name, sizeWords(size), sizeWords(limit));
}

QString unreadable(const QString &name, const QString &why)
{
    return AttachmentStrip::tr("“%1” cannot be read: %2. It was not attached.").arg(name, why);
}

QString empty(const QString &name)
{
    return AttachmentStrip::tr("“%1” is empty. It was not attached.").arg(name);
}

//: The file name of a picture pasted from the clipboard
QString pictureName()
{
    return AttachmentStrip::tr("picture") + QStringLiteral(".png");
}

} // namespace

Result<OutgoingAttachment> readAttachment(const QString &path, qint64 limit)
{
    const QFileInfo info(path);
    QFile file(path);
    if (!info.isFile() || !file.open(QIODevice::ReadOnly))
        return rejected(unreadable(info.fileName(), file.errorString()));
    if (file.size() > limit)
        return rejected(tooLarge(info.fileName(), file.size(), limit));
    QByteArray content = file.read(limit + 1); // it may grow while we read
    if (content.size() > limit)
        return rejected(tooLarge(info.fileName(), content.size(), limit));
    if (content.isEmpty())
        return rejected(empty(info.fileName()));
    const QString type = QMimeDatabase().mimeTypeForFileNameAndData(info.fileName(), content).name();
    return OutgoingAttachment{info.fileName(), type, std::move(content)};
}

Result<OutgoingAttachment> attachmentFrom(const QImage &picture, qint64 limit)
{
    QByteArray content;
    QBuffer buffer(&content);
    buffer.open(QIODevice::WriteOnly);
    if (!picture.save(&buffer, "PNG"))
        return rejected(empty(pictureName()));
    if (content.size() > limit)
        return rejected(tooLarge(pictureName(), content.size(), limit));
    return OutgoingAttachment{pictureName(), QStringLiteral("image/png"), std::move(content)};
}

AttachmentStrip::AttachmentStrip(QWidget *parent)
    : QWidget(parent)
    , m_row(new QHBoxLayout(this))
{
    m_row->setContentsMargins(0, 6, 0, 0);
    m_row->setSpacing(6);
    hide();
}

void AttachmentStrip::setAttachments(const QList<OutgoingAttachment> &attachments)
{
    while (QLayoutItem *item = m_row->takeAt(0)) {
        if (item->widget())
            item->widget()->deleteLater();
        delete item;
    }
    for (int i = 0; i < attachments.size(); ++i) {
        const auto &attachment = attachments[i];
        auto *chip = new QToolButton(this);
        chip->setObjectName(QStringLiteral("attachmentChip"));
        const QString size = sizeWords(attachment.content.size());
        const QString name = fontMetrics().elidedText(attachment.name, Qt::ElideMiddle, kNameWidth);
        chip->setText(QStringLiteral("%1 · %2  ✕").arg(name, size));
        chip->setToolTip(tr("Remove “%1”").arg(attachment.name));
        chip->setAccessibleName(chip->toolTip());
        connect(chip, &QToolButton::clicked, this, [this, i] { Q_EMIT removeClicked(i); });
        m_row->addWidget(chip);
    }
    m_row->addStretch();
    setVisible(!attachments.isEmpty());
}

} // namespace parley::ui
