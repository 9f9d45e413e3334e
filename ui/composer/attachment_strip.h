// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/command.h"
#include "models/result.h"

#include <QImage>
#include <QList>
#include <QWidget>

class QHBoxLayout;

namespace parley::ui {

/// Reads a file to send. Rejected, with words that name the file, when it is over \a limit bytes, empty or unreadable.
[[nodiscard]] Result<OutgoingAttachment> readAttachment(const QString &path, qint64 limit);
[[nodiscard]] Result<OutgoingAttachment> attachmentFrom(const QImage &picture, qint64 limit);

/// The attachments of the reply being written, each with a button that takes it away. Hidden while there are none.
class AttachmentStrip : public QWidget
{
    Q_OBJECT
public:
    explicit AttachmentStrip(QWidget *parent = nullptr);

    void setAttachments(const QList<OutgoingAttachment> &attachments);

Q_SIGNALS:
    void removeClicked(int index);

private:
    QHBoxLayout *m_row = nullptr;
};

} // namespace parley::ui
