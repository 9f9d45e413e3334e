// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounts/platform_mark.h"

#include <QColor>
#include <QFont>
#include <QGuiApplication>
#include <QPainter>
#include <QPixmap>

namespace parley::ui {

QIcon platformIcon(const PlatformInfo &platform, int side)
{
    constexpr qreal kCorner = 0.28;
    constexpr qreal kLetters = 0.46;
    const qreal scale = qGuiApp->devicePixelRatio();
    QPixmap pixmap(QSize(side, side) * scale);
    pixmap.setDevicePixelRatio(scale);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor::fromRgba(platform.colour));
    painter.drawRoundedRect(QRectF(0, 0, side, side), side * kCorner, side * kCorner);
    QFont font = QGuiApplication::font();
    font.setPixelSize(static_cast<int>(side * kLetters));
    font.setBold(true);
    painter.setFont(font);
    painter.setPen(Qt::white);
    painter.drawText(QRectF(0, 0, side, side), Qt::AlignCenter, platform.badge);
    painter.end();
    QIcon icon;
    for (const auto mode : {QIcon::Normal, QIcon::Selected, QIcon::Disabled})
        icon.addPixmap(pixmap, mode);
    return icon;
}

} // namespace parley::ui
