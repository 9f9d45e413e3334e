// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window.h"

#include "ui/common/theme.h"

#include <QCloseEvent>
#include <QSplitter>
#include <QVBoxLayout>

namespace parley::ui {

struct MainWindow::Private {
    Ports ports;
    Theme theme {};
};

MainWindow::MainWindow(Ports ports, QWidget *parent)
    : QMainWindow(parent)
    , d(new Private {.ports = std::move(ports)})
{
    d->theme.apply(Scheme::System, 100);
    resize(1440, 900);
}

MainWindow::~MainWindow() = default;

void MainWindow::openTicket(TicketId) { }
TicketId MainWindow::currentTicket() const { return {}; }
void MainWindow::showOutbox() { }
void MainWindow::showAddAccount() { }
void MainWindow::showRawPayloads() { }
void MainWindow::showRawPayload(RawId) { }
void MainWindow::say(const QString &) { }

void MainWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
}
void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
}
void MainWindow::closeEvent(QCloseEvent *event)
{
    event->accept();
}

} // namespace parley::ui
