// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ids.h"
#include "ui/ports.h"

#include <QMainWindow>

#include <memory>

namespace parley::ui {

/// The desk: views, tickets, the thread with its composer, the customer. Shows the cache as soon as it is constructed
/// and shown; start the engine before or after, it follows the engine's signals.
///
/// Its parts can be found by object name (findChild): "sidebar", "tickets" (its list: "ticketList"), "thread",
/// "composer", "customer", "status".
class MainWindow : public QMainWindow
{
    Q_OBJECT
public:
    explicit MainWindow(Ports ports, QWidget *parent = nullptr);
    ~MainWindow() override;

    /// Builds what the first open ticket is shown in, where none is open yet: for when the window stands there, so that
    /// the first opens as fast as the next.
    void prepareThread();
    /// Selects a ticket wherever it stands and shows its thread: notifications, a second start's argument, the palette.
    void openTicket(TicketId ticket);
    [[nodiscard]] TicketId currentTicket() const;

    void showOutbox();
    void showAddAccount();
    void showRawPayloads();
    void showRawPayload(RawId raw);
    /// One sentence over the list, announced to screen readers; goes by itself.
    void say(const QString &sentence);

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void closeEvent(QCloseEvent *event) override;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace parley::ui
