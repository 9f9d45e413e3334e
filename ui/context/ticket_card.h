// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

namespace parley::ui {

/// Another ticket of the same customer: its subject, and a line on what became of it.
class TicketCard : public QAbstractButton
{
    Q_OBJECT
public:
    TicketCard(const QString &subject, const QString &line, QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_line;
};

} // namespace parley::ui
