// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace parley::app {

/// Ctrl+C, and the system's wish that the program ends, as a signal on the main thread. One at a time. A second Ctrl+C
/// ends the program at once, which loses nothing.
class Interrupts : public QObject
{
    Q_OBJECT
public:
    explicit Interrupts(QObject *parent = nullptr);
    ~Interrupts() override;

Q_SIGNALS:
    void asked();
};

} // namespace parley::app
