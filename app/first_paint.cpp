// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/first_paint.h"

#include "app/output.h"

#include <QAbstractItemView>
#include <QEvent>
#include <QTimer>

#include <utility>

namespace parley::app {

namespace {

class FirstPaint final : public QObject
{
public:
    FirstPaint(QWidget &window, std::function<void()> then, std::chrono::milliseconds patience)
        : QObject(&window)
        , m_window(window)
        , m_then(std::move(then))
    {
        m_window.installEventFilter(this);
        m_timer.setSingleShot(true);
        connect(&m_timer, &QTimer::timeout, this, [this] {
            m_window.removeEventFilter(this);
            deleteLater();
            m_then();
        });
        m_timer.start(patience);
    }

protected:
    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() == QEvent::Paint) {
            m_window.removeEventFilter(this);
            m_timer.start(0); // the window's children are painted with it, before any timer
        }
        return false;
    }

private:
    QWidget &m_window;
    std::function<void()> m_then;
    QTimer m_timer;
};

class Teller final : public QObject
{
public:
    explicit Teller(QAbstractItemView *list)
        : QObject(list)
        , m_list(list)
    {
        list->viewport()->installEventFilter(this);
    }

protected:
    bool eventFilter(QObject *viewport, QEvent *event) override
    {
        if (event->type() == QEvent::Paint && m_list->model()->rowCount() > 0) {
            viewport->removeEventFilter(this);
            QTimer::singleShot(0, this, [this] { // the paint itself comes after this filter
                StandardOutput output;
                output.out(QByteArrayLiteral("first paint\n"));
                (void)output.flush();
                deleteLater();
            });
        }
        return false;
    }

private:
    QAbstractItemView *m_list;
};

} // namespace

void afterFirstPaint(QWidget &window, std::function<void()> then, std::chrono::milliseconds patience)
{
    new FirstPaint(window, std::move(then), patience);
}

void tellFirstPaint(QWidget &window)
{
    if (!qEnvironmentVariableIsSet("PARLEY_TELL_FIRST_PAINT"))
        return;
    if (auto *list = window.findChild<QAbstractItemView *>(QStringLiteral("ticketList")))
        new Teller(list);
}

} // namespace parley::app
