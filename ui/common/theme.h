// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/tokens.h"

#include <QFont>
#include <QObject>

namespace parley::ui {

enum class Scheme { System, Light, Dark };

/// Dresses the application: palette, one style sheet made from the tokens, and the system's font at the agent's zoom.
/// One per window; what it sets is the application's.
class Theme : public QObject
{
    Q_OBJECT
public:
    explicit Theme(QObject *parent = nullptr);
    ~Theme() override; ///< gives the system's font back, so that the next one does not take ours for it

    static constexpr int kMinZoom = 80; ///< per cent
    static constexpr int kMaxZoom = 200;

    void apply(Scheme scheme, int zoom); ///< zoom is brought into bounds
    void followSystem(); ///< the system's colours changed: call on QEvent::ThemeChange
    [[nodiscard]] Scheme scheme() const { return m_scheme; }
    [[nodiscard]] int zoom() const { return m_zoom; }

Q_SIGNALS:
    void changed();

private:
    [[nodiscard]] bool wantsDark() const;
    void dress();

    Scheme m_scheme = Scheme::System;
    int m_zoom = 100;
    bool m_systemIsDark = false;
    QFont m_systemFont;
};

/// \a font made \a step points larger (or smaller), never under 6.
[[nodiscard]] QFont resized(QFont font, qreal step);
[[nodiscard]] QFont bold(QFont font);

} // namespace parley::ui
