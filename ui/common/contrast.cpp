// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/contrast.h"

#include <algorithm>
#include <cmath>

namespace parley::ui {

namespace {

/// Relative luminance, WCAG 2.2.
double luminance(const QColor &colour)
{
    const auto linear = [](double c) { return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
}

QColor mixed(const QColor &from, const QColor &to, double part)
{
    const auto between = [part](double a, double b) { return a + (b - a) * part; };
    return QColor::fromRgbF(float(between(from.redF(), to.redF())), float(between(from.greenF(), to.greenF())),
        float(between(from.blueF(), to.blueF())));
}

} // namespace

double contrastOf(const QColor &a, const QColor &b)
{
    const auto [darker, lighter] = std::minmax({luminance(a), luminance(b)});
    return (lighter + 0.05) / (darker + 0.05);
}

QColor standingOut(const QColor &colour, const QColor &ground, double ratio)
{
    const QColor goal = luminance(ground) > 0.18 ? QColor(Qt::black) : QColor(Qt::white);
    constexpr int steps = 20;
    for (int step = 0; step < steps; ++step) {
        const QColor tried = mixed(colour, goal, double(step) / steps);
        if (contrastOf(tried, ground) >= ratio)
            return tried;
    }
    return goal;
}

} // namespace parley::ui
