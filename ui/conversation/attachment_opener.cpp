// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/conversation/attachment_opener.h"

#include "models/file_name.h"
#include "sync/engine.h"
#include "ui/common/error_words.h"
#include "ui/common/when_done.h"

#include <QDesktopServices>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QSaveFile>
#include <QSet>
#include <QStandardPaths>
#include <QUrl>

namespace parley::ui {

bool runsWhenOpened(const QString &safeName)
{
    static const QSet<QString> suffixes{QStringLiteral("exe"), QStringLiteral("com"), QStringLiteral("bat"),
        QStringLiteral("cmd"), QStringLiteral("msi"), QStringLiteral("scr"), QStringLiteral("pif"),
        QStringLiteral("ps1"), QStringLiteral("vbs"), QStringLiteral("vbe"), QStringLiteral("js"),
        QStringLiteral("jse"), QStringLiteral("wsf"), QStringLiteral("wsh"), QStringLiteral("hta"),
        QStringLiteral("cpl"), QStringLiteral("jar"), QStringLiteral("lnk"), QStringLiteral("url"),
        QStringLiteral("reg"), QStringLiteral("sh"), QStringLiteral("run"), QStringLiteral("desktop"),
        QStringLiteral("appimage"), QStringLiteral("py"), QStringLiteral("pl"), QStringLiteral("command"),
        QStringLiteral("app"), QStringLiteral("dmg"), QStringLiteral("pkg"), QStringLiteral("deb"),
        QStringLiteral("rpm"), QStringLiteral("flatpakref"), QStringLiteral("iso"), QStringLiteral("img")};
    return suffixes.contains(QFileInfo(safeName).suffix().toLower());
}

AttachmentOpener::AttachmentOpener(sync::Engine &engine, ReadWorker &worker, QWidget *window)
    : QObject(window)
    , m_engine(engine)
    , m_worker(worker)
    , m_window(window)
{
}

void AttachmentOpener::open(const Attachment &attachment)
{
    if (attachment.state != Attachment::State::Stored) {
        m_engine.fetchAttachment(attachment.id);
        Q_EMIT said(tr("The attachment is being fetched; it can be opened here when it has come."));
        return;
    }
    const QString name = safeFileName(attachment.name);
    if (runsWhenOpened(name)) {
        Q_EMIT said(tr("“%1” could run as a program, so it is not opened from here. You can save it.").arg(name));
        return;
    }
    if (!m_folder)
        m_folder = std::make_unique<QTemporaryDir>(QDir::tempPath() + QStringLiteral("/parley-XXXXXX"));
    // A folder for each, so that two "invoice.pdf" do not meet.
    const QString folder = m_folder->filePath(QString::number(attachment.id.value));
    if (!m_folder->isValid() || !QDir().mkpath(folder)) {
        Q_EMIT said(tr("No temporary folder could be made. The attachment is kept; you can save it elsewhere."));
        return;
    }
    auto bytes =
        m_worker.ask<QByteArray>([id = attachment.id](storage::Reader &reader) { return reader.attachment(id); });
    whenDone(bytes, this, [this, path = folder + u'/' + name](const Result<QByteArray> &bytes) {
        if (!bytes)
            Q_EMIT said(wordsFor(bytes.error()));
        else
            write(path, *bytes, true);
    });
}

void AttachmentOpener::save(const Attachment &attachment)
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DownloadLocation);
    const QString path =
        QFileDialog::getSaveFileName(m_window, tr("Save attachment"), folder + u'/' + safeFileName(attachment.name));
    if (path.isEmpty())
        return;
    auto bytes =
        m_worker.ask<QByteArray>([id = attachment.id](storage::Reader &reader) { return reader.attachment(id); });
    whenDone(bytes, this, [this, path](const Result<QByteArray> &bytes) {
        if (!bytes)
            Q_EMIT said(wordsFor(bytes.error()));
        else
            write(path, *bytes, false);
    });
}

void AttachmentOpener::write(const QString &path, const QByteArray &bytes, bool thenOpen)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit()) {
        Q_EMIT said(tr("“%1” could not be written: %2. The attachment is kept here.")
                .arg(QFileInfo(path).fileName(), file.errorString()));
        return;
    }
    if (!thenOpen)
        Q_EMIT said(tr("Saved as %1.").arg(QDir::toNativeSeparators(path)));
    else if (!QDesktopServices::openUrl(QUrl::fromLocalFile(path)))
        Q_EMIT said(tr("No program here opens “%1”. You can save it.").arg(QFileInfo(path).fileName()));
}

} // namespace parley::ui
