// SPDX-License-Identifier: GPL-3.0-or-later
#include "platforms/platform.h"

namespace parley::platforms {

namespace {

Error notOffered(const char *what)
{
    return {ErrorKind::Rejected, QStringLiteral("this platform has no ") + QLatin1String(what), {}, {}, false};
}

} // namespace

QCoro::Task<Result<Batch>> Platform::pullOlder(QByteArray)
{
    co_return Batch{};
}

void Platform::setOpen(QString) { }

QCoro::Task<Result<std::optional<PushReceipt>>> Platform::findSent(PushRequest)
{
    co_return notOffered("way to find a sent message");
}

QCoro::Task<Result<void>> Platform::showTyping(QString, QJsonObject)
{
    co_return Result<void>{};
}

QCoro::Task<Result<void>> Platform::hideTyping(QString, QJsonObject)
{
    co_return Result<void>{};
}

QCoro::Task<Result<QByteArray>> Platform::download(QString, qint64)
{
    co_return notOffered("download");
}

} // namespace parley::platforms
