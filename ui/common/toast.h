// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QTimer>

class QLabel;
class QPushButton;

namespace parley::ui {

/// One sentence over the window's lower edge that goes by itself; announced to screen readers.
class Toast : public QFrame
{
    Q_OBJECT
public:
    /// \param over  stands at its lower edge, a widget within \a parent
    Toast(QWidget *parent, const QWidget *over);
    void say(const QString &sentence, const QString &button = {}); ///< the button emits pressed()

Q_SIGNALS:
    void pressed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void place();

    const QWidget *m_over;
    QLabel *m_words;
    QPushButton *m_button;
    QTimer m_timer;
};

} // namespace parley::ui
