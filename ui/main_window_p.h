// SPDX-License-Identifier: GPL-3.0-or-later
// The window's inside, shared by main_window*.cpp only.
#pragma once

#include "sync/engine.h"
#include "ui/common/actions.h"
#include "ui/common/key_router.h"
#include "ui/common/live_marks.h"
#include "ui/common/palette.h"
#include "ui/common/read_worker.h"
#include "ui/common/theme.h"
#include "ui/common/toast.h"
#include "ui/common/workspaces.h"
#include "ui/context/customer_panel.h"
#include "ui/conversation/conversation_pane.h"
#include "ui/inbox/sidebar.h"
#include "ui/inbox/ticket_actions.h"
#include "ui/inbox/ticket_list_pane.h"
#include "ui/main_window.h"

#include <QCoreApplication>
#include <QFrame>
#include <QSettings>
#include <QSplitter>
#include <QTimer>

#include <memory>

class QMenu;

namespace parley::ui {

class StatusBar;

struct MainWindow::Private {
    Q_DECLARE_TR_FUNCTIONS(parley::ui::MainWindow)
public:
    Private(MainWindow &window, Ports given);

    MainWindow &q;
    Ports ports;
    Theme theme;
    Actions actions;
    ReadWorker searches;
    ReadWorker pictures;
    Workspaces workspaces;
    TicketActions tickets;
    LiveMarks marks; ///< colleagues who are answering
    std::unique_ptr<QSettings> settings; ///< null: nothing is kept
    QList<TicketId> recent; ///< opened lately, newest first

    QWidget *centre = nullptr;
    QSplitter *panes = nullptr;
    Sidebar *sidebar = nullptr;
    TicketListPane *list = nullptr;
    ConversationPane *thread = nullptr;
    QFrame *customerFrame = nullptr;
    CustomerPanel *customer = nullptr;
    StatusBar *status = nullptr;
    Toast *toast = nullptr;
    Palette *palette = nullptr; ///< made when first asked for
    Palette *choices = nullptr; ///< likewise: for assignees, teams, tags
    KeyRouter *keys = nullptr;
    QList<QMenu *> menus;
    QList<int> wideSizes; ///< of the panes, while the window is narrow
    bool customerWanted = true;
    bool sidebarWanted = true;
    bool threadInFront = false; ///< when list and thread swap
    bool offline = false;
    Changes pending; ///< told by the engine, not yet shown
    QTimer pendingTimer;
    QTimer marksTimer; ///< marking all is many changes, and the actions look at all that is marked

    // main_window.cpp
    void build();
    void buildMenus();
    [[nodiscard]] QList<PlatformInfo> currentPlatforms() const; ///< labels in the language of the moment
    void connectEngine();
    void showPending();
    void connectPanes();
    void restore();
    void remember(const QString &key, const QVariant &value);
    void arrange(); ///< panes for the window's width
    void placeCustomer();
    [[nodiscard]] bool isNarrow() const; ///< no room for the customer's pane beside the thread
    [[nodiscard]] bool swaps() const; ///< room for the list or the thread only
    void showThread();
    void showList();
    void openTicket(TicketId ticket);
    void refreshOnline();
    void retranslate();

    // main_window_acts.cpp
    void act(Act act);
    bool actOnView(Act act);
    bool actOnTickets(Act act);
    bool actOnThread(Act act);
    bool actOnWindow(Act act);
    void showView(storage::View view);
    void refreshActions();
    void offer(Act act, bool possible);
    [[nodiscard]] QList<TicketId> targets() const; ///< the marked tickets, else the open one
    [[nodiscard]] QList<Ticket> targetTickets() const;
    void resolveAndNext();
    void back();
    void showCustomer(); ///< for a field in it
    void showTicketMenu(TicketId ticket, const QPoint &global);
    void showPalette();
    [[nodiscard]] QList<PaletteEntry> paletteEntries();
    void cyclePane(int by);
    void quit();
    void say(const QString &sentence, bool undoable = false);

    // main_window_choices.cpp
    void showAssignMenu();
    void showTeamMenu();
    void showSnoozeMenu();
    void showPriorityMenu();
    void editTags();
    void muteOrUnmute(); ///< where none of the targets can be muted any more
    void askMute(const QList<TicketId> &to);
    void showMacros();
    [[nodiscard]] bool hasMacros(); ///< at least one of the targets' accounts
    [[nodiscard]] Palette &chooser();
    [[nodiscard]] QSet<AccountId> accountsOf(const QList<Ticket> &tickets) const;
};

} // namespace parley::ui
