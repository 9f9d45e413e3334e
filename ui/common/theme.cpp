// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/theme.h"

#include "ui/common/style_sheet.h"

#include <QApplication>
#include <QStyle>
#include <QStyleFactory>
#include <QStyleHints>

#include <algorithm>

namespace parley::ui {

Theme::Theme(QObject *parent)
    : QObject(parent)
    , m_systemIsDark(QApplication::palette().color(QPalette::Window).lightness() < 128)
    , m_systemFont(QApplication::font())
{
}

Theme::~Theme()
{
    QApplication::setFont(m_systemFont);
}

bool Theme::wantsDark() const
{
    if (m_scheme != Scheme::System)
        return m_scheme == Scheme::Dark;
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    if (const auto known = QGuiApplication::styleHints()->colorScheme(); known != Qt::ColorScheme::Unknown)
        return known == Qt::ColorScheme::Dark;
#endif
    return m_systemIsDark;
}

void Theme::apply(Scheme scheme, int zoom)
{
    m_scheme = scheme;
    m_zoom = std::clamp(zoom, kMinZoom, kMaxZoom);
    dress();
}

void Theme::followSystem()
{
    QApplication::setPalette(QPalette()); // lets the system's own colours show through, to be read
    const bool dark = QApplication::palette().color(QPalette::Window).lightness() < 128;
    m_systemIsDark = dark;
    dress();
}

void Theme::dress()
{
    // Fusion takes every colour from the palette, on every system; native styles take some from elsewhere.
    if (QApplication::style()->objectName().compare(QStringLiteral("fusion"), Qt::CaseInsensitive) != 0
        && qApp->styleSheet().isEmpty())
        QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    const Tokens &tokens = wantsDark() ? darkTokens() : lightTokens();
    QFont font = m_systemFont;
    const qreal points = m_systemFont.pointSizeF() > 0 ? m_systemFont.pointSizeF() : 10;
    font.setPointSizeF(points * m_zoom / 100.0);
    QApplication::setPalette(paletteFrom(tokens));
    QApplication::setFont(font);
    qApp->setStyleSheet(styleSheetFrom(tokens));
    Q_EMIT changed();
}

QFont resized(QFont font, qreal step)
{
    font.setPointSizeF(std::max(6.0, (font.pointSizeF() > 0 ? font.pointSizeF() : 10.0) + step));
    return font;
}

QFont bold(QFont font)
{
    font.setWeight(QFont::DemiBold);
    return font;
}

} // namespace parley::ui
