// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window.h"

#include "ui/accounts/accounts_dialog.h"
#include "ui/accounts/add_account_dialog.h"
#include "ui/accounts/status_bar.h"
#include "ui/common/translation.h"
#include "ui/composer/composer.h"
#include "ui/conversation/conversation_header.h"
#include "ui/conversation/message_view.h"
#include "ui/main_window_p.h"
#include "ui/outbox/outbox_view.h"
#include "ui/raw/raw_dialog.h"

#include <QAction>
#include <QActionGroup>
#include <QCloseEvent>
#include <QDialog>
#include <QGuiApplication>
#include <QMenu>
#include <QMenuBar>
#include <QScreen>
#include <QStyle>
#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <utility>

namespace parley::ui {

namespace {
constexpr int kNarrow = 1000; ///< logical pixels; UX.md, section 2
constexpr int kSwaps = 700;
constexpr int kCustomerWidth = 290;
constexpr int kNarrowSidebar = 160;
constexpr int kNarrowList = 270;
constexpr int kRecent = 12;
/// A dynamic property's rules are looked up anew only when the widget is polished again.
void setLook(QWidget &widget, const QString &look)
{
    widget.setProperty("look", look);
    widget.style()->unpolish(&widget);
    widget.style()->polish(&widget);
}

constexpr int kGather = 12; ///< ms: a back-fill commits many times a second, the eye sees one frame
} // namespace

MainWindow::Private::Private(MainWindow &window, Ports given)
    : q(window)
    , ports(std::move(given))
    , searches(ports.openReader)
    , pictures(ports.openReader)
    , workspaces(ports.reader)
    , tickets(ports.engine, ports.reader, workspaces)
    , marks(ports.clock)
    , offline(ports.offline)
{
    if (!ports.dataDir.isEmpty())
        settings = std::make_unique<QSettings>(ports.dataDir + QStringLiteral("/window.ini"), QSettings::IniFormat);
}

MainWindow::MainWindow(Ports ports, QWidget *parent)
    : QMainWindow(parent)
    , d(new Private(*this, std::move(ports)))
{
    setObjectName(QStringLiteral("desk"));
    setWindowTitle(QStringLiteral("Parley"));
    setMinimumSize(420, 360);
    if (d->settings && d->settings->contains(QStringLiteral("language")))
        setLanguage(QLocale(d->settings->value(QStringLiteral("language")).toString()));
    d->theme.apply(d->settings ? Scheme(d->settings->value(QStringLiteral("scheme"), 0).toInt()) : Scheme::System,
        d->settings ? d->settings->value(QStringLiteral("zoom"), 100).toInt() : 100);
    d->build();
    d->buildMenus();
    d->connectPanes();
    d->connectEngine();
    d->restore();
}

MainWindow::~MainWindow()
{
    // The panes hold models that the workers answer: they go first.
    delete takeCentralWidget();
}

// ------------------------------------------------------------------------------------------------------- building

void MainWindow::Private::build()
{
    centre = new QWidget(&q);
    panes = new QSplitter(Qt::Horizontal, centre);
    panes->setHandleWidth(1);
    panes->setChildrenCollapsible(false);
    panes->setAccessibleName(tr("Panes"));
    sidebar = new Sidebar(ports, workspaces, panes);
    list = new TicketListPane(ports, searches, workspaces, marks, panes);
    thread = new ConversationPane(ports, pictures, actions, panes);
    thread->header().setLiveMarks(&marks);
    customerFrame = new QFrame(panes);
    customerFrame->setProperty("look", QStringLiteral("panel"));
    customerFrame->setAutoFillBackground(true);
    customer = new CustomerPanel(ports.engine, ports.reader, ports.platforms, ports.clock, customerFrame);
    customer->setObjectName(QStringLiteral("customer"));
    customer->setMergeKey(actions.firstKey(Act::MergeContact));
    auto *customerBox = new QVBoxLayout(customerFrame);
    customerBox->setContentsMargins(0, 0, 0, 0);
    customerBox->addWidget(customer);
    status = new StatusBar(ports.engine, ports.reader, ports.platforms, ports.clock, ports.offline, centre);
    status->setObjectName(QStringLiteral("status"));
    auto *box = new QVBoxLayout(centre);
    box->setContentsMargins(0, 0, 0, 0);
    box->setSpacing(0);
    box->addWidget(panes, 1);
    box->addWidget(status);
    q.setCentralWidget(centre);
    sidebar->setMinimumWidth(150);
    list->setMinimumWidth(240);
    thread->setMinimumWidth(320);
    customerFrame->setMinimumWidth(220);
    panes->setStretchFactor(0, 0);
    panes->setStretchFactor(1, 0);
    panes->setStretchFactor(2, 1);
    panes->setStretchFactor(3, 0);
    panes->setSizes({216, 364, 570, kCustomerWidth});
    toast = new Toast(centre, &thread->view());
    keys = new KeyRouter(q, actions);
    keys->accepts = [this](Act act) {
        const bool inThread = thread->view().hasFocus();
        if (act == Act::Priority) // P: in the thread it is the previous message
            return !inThread;
        if (act == Act::MarkAll) // Ctrl+A
            return list->list().hasFocus();
        return true;
    };
}

void MainWindow::Private::buildMenus()
{
    for (const ActGroup group :
        {ActGroup::Program, ActGroup::View, ActGroup::Ticket, ActGroup::Thread, ActGroup::Find, ActGroup::Window}) {
        QMenu *menu = q.menuBar()->addMenu(groupName(group));
        menu->setToolTipsVisible(true);
        for (const ActSpec &spec : actions.specs()) {
            if (spec.group == group && spec.inMenu)
                menu->addAction(actions[spec.act]);
        }
        menus.append(menu);
    }
    auto *schemes = new QActionGroup(&q);
    for (const Act act : {Act::SchemeSystem, Act::SchemeLight, Act::SchemeDark})
        schemes->addAction(actions[act]);
    actions[theme.scheme() == Scheme::Dark    ? Act::SchemeDark
            : theme.scheme() == Scheme::Light ? Act::SchemeLight
                                              : Act::SchemeSystem]
        ->setChecked(true);
    actions[Act::SingleKeys]->setChecked(true);
}

void MainWindow::Private::retranslate()
{
    actions.retranslate();
    const std::array groups{
        ActGroup::Program, ActGroup::View, ActGroup::Ticket, ActGroup::Thread, ActGroup::Find, ActGroup::Window};
    for (size_t i = 0; i < groups.size(); ++i)
        menus.at(int(i))->setTitle(groupName(groups.at(i)));
    panes->setAccessibleName(tr("Panes"));
}

void MainWindow::Private::connectEngine()
{
    pendingTimer.setSingleShot(true);
    pendingTimer.setInterval(kGather);
    QObject::connect(&pendingTimer, &QTimer::timeout, &q, [this] { showPending(); });
    QObject::connect(&ports.engine, &sync::Engine::changed, &q, [this](const Changes &changes) {
        pending.add(changes);
        if (!pendingTimer.isActive())
            pendingTimer.start();
    });
    QObject::connect(
        &ports.engine, &sync::Engine::accountStatusChanged, &q, [this](AccountId account, const AccountStatus &now) {
            sidebar->rows().setStatus(account, now);
            marks.setConnected(account, now.state == AccountState::Online || now.state == AccountState::Connecting);
            refreshOnline();
        });
    QObject::connect(&ports.engine, &sync::Engine::live, &q, [this](const sync::LiveNews &news) {
        if (news.event.byColleague) {
            marks.hear(news); // the typing lamp is the customer's
            return;
        }
        if (news.event.kind == LiveEvent::Kind::Presence)
            return;
        const bool typing = news.event.kind == LiveEvent::Kind::Typing;
        const QString author = !typing ? QString() : news.event.author.isEmpty() ? tr("Customer") : news.event.author;
        const Timestamp until = news.event.until.value_or(ports.clock.now() + std::chrono::seconds(6));
        list->model().setTyping(news.ticket, author, until);
        thread->setTyping(news.ticket, author, until);
    });
}

void MainWindow::Private::showPending()
{
    const Changes changes = std::exchange(pending, {});
    workspaces.applyChanges(changes); // before those who ask it
    list->model().applyChanges(changes);
    sidebar->rows().applyChanges(changes);
    thread->applyChanges(changes);
    customer->applyChanges(changes);
    if (!changes.workspaces.isEmpty() || !changes.accounts.isEmpty() || changes.tickets.contains(thread->ticket()))
        refreshActions(); // another platform's, a muted customer's ticket can do other things
}

void MainWindow::Private::connectPanes()
{
    QObject::connect(&actions, &Actions::triggered, &q, [this](Act which) { act(which); });
    QObject::connect(&tickets, &TicketActions::said, &q,
        [this](const QString &sentence, bool undoable) { say(sentence, undoable); });
    QObject::connect(&tickets, &TicketActions::undoChanged, &q, [this] { refreshActions(); });
    QObject::connect(toast, &Toast::pressed, &q, [this] { tickets.undo(); });
    marksTimer.setSingleShot(true);
    QObject::connect(&marksTimer, &QTimer::timeout, &q, [this] { refreshActions(); });
    QObject::connect(&list->model(), &TicketListModel::marksChanged, &marksTimer, qOverload<>(&QTimer::start));
    QObject::connect(sidebar, &Sidebar::viewChosen, &q, [this](storage::View view) { showView(view); });
    QObject::connect(
        sidebar, &Sidebar::savedViewChosen, &q, [this](const SavedView &view) { list->showSavedView(view); });
    QObject::connect(sidebar, &Sidebar::accountChosen, &q, [this] { act(Act::Accounts); });
    QObject::connect(&sidebar->rows(), &SidebarModel::countsChanged, &q, [this] {
        list->setCount(sidebar->rows().countOf(list->view()));
        list->setHasAccounts(sidebar->rows().hasAccounts());
    });
    QObject::connect(list, &TicketListPane::filterChanged, &q, [this] {
        list->setCount(sidebar->rows().countOf(list->view()));
        remember(QStringLiteral("view"), int(list->view()));
        if (!list->isSavedView())
            sidebar->select(list->view()); // a saved view is left when another search is typed
        list->list().select(thread->ticket());
    });
    QObject::connect(list, &TicketListPane::accountWanted, &q, [this] { q.showAddAccount(); });
    QObject::connect(&list->list(), &TicketListView::chosen, &q, [this](TicketId ticket) { openTicket(ticket); });
    QObject::connect(&list->list(), &TicketListView::clicked, &q, [this] { showThread(); });
    QObject::connect(&list->list(), &TicketListView::activatedByKey, &q, [this] { act(Act::OpenTicket); });
    QObject::connect(&list->list(), &TicketListView::menuRequested, &q,
        [this](TicketId ticket, const QPoint &at) { showTicketMenu(ticket, at); });
    QObject::connect(thread, &ConversationPane::ticketChanged, &q, [this] {
        refreshOnline();
        refreshActions();
    });
    QObject::connect(thread, &ConversationPane::said, &q, [this](const QString &sentence) { say(sentence); });
    QObject::connect(thread, &ConversationPane::rawRequested, &q, &MainWindow::showRawPayload);
    QObject::connect(&thread->composer(), &Composer::leaveRequested, &q, [this] { act(Act::BackToList); });
    QObject::connect(&thread->composer(), &Composer::nextRequested, &q, [this] { act(Act::NextTicket); });
    QObject::connect(customer, &CustomerPanel::ticketRequested, &q, &MainWindow::openTicket);
    QObject::connect(customer, &CustomerPanel::leaveRequested, &q, [this] {
        if (isNarrow())
            customerFrame->hide();
        thread->view().setFocus();
    });
    QObject::connect(status, &StatusBar::accountsRequested, &q, [this] { act(Act::Accounts); });
    QObject::connect(status, &StatusBar::outboxRequested, &q, &MainWindow::showOutbox);
    QObject::connect(status, &StatusBar::pageChanged, &q, [this] { refreshActions(); });
    QObject::connect(status, &StatusBar::offlineChanged, &q, [this](bool now) {
        offline = now;
        refreshOnline();
    });
    QObject::connect(status, &StatusBar::languageChanged, &q,
        [this](const QLocale &locale) { remember(QStringLiteral("language"), locale.name()); });
    QObject::connect(panes, &QSplitter::splitterMoved, &q, [this] {
        if (!isNarrow())
            remember(QStringLiteral("panes"), panes->saveState());
    });
    QObject::connect(&theme, &Theme::changed, &q, [this] {
        remember(QStringLiteral("zoom"), theme.zoom());
        remember(QStringLiteral("scheme"), int(theme.scheme()));
    });
}

QList<PlatformInfo> MainWindow::Private::currentPlatforms() const
{
    return ports.currentPlatforms ? ports.currentPlatforms() : ports.platforms;
}

// ---------------------------------------------------------------------------------------------------------- state

void MainWindow::Private::remember(const QString &key, const QVariant &value)
{
    if (settings)
        settings->setValue(key, value);
}

void MainWindow::Private::restore()
{
    const auto kept = [this](const char *key, const QVariant &otherwise) {
        return settings ? settings->value(QString::fromLatin1(key), otherwise) : otherwise;
    };
    q.resize(1440, 900);
    q.restoreGeometry(kept("geometry", {}).toByteArray()); // moves it onto a screen that is there
    if (const QScreen *screen = q.screen(); screen && !settings)
        q.resize(q.size().boundedTo(screen->availableSize()));
    panes->restoreState(kept("panes", {}).toByteArray());
    customerWanted = kept("customer", true).toBool();
    sidebarWanted = kept("sidebar", true).toBool();
    actions[Act::SingleKeys]->setChecked(kept("singleKeys", true).toBool());
    keys->matcher().setSingleKeys(actions[Act::SingleKeys]->isChecked());
    showView(storage::View(std::clamp(kept("view", 0).toInt(), 0, int(storage::View::Resolved))));
    list->setHasAccounts(sidebar->rows().hasAccounts());
    if (const TicketId ticket{kept("ticket", 0).toLongLong()}; ticket.isValid())
        openTicket(ticket);
    arrange();
    refreshActions();
    list->list().setFocus();
}

bool MainWindow::Private::isNarrow() const
{
    return q.width() < kNarrow;
}

bool MainWindow::Private::swaps() const
{
    return q.width() < kSwaps;
}

void MainWindow::Private::arrange()
{
    const bool narrow = isNarrow();
    if (narrow && panes->indexOf(customerFrame) >= 0) {
        wideSizes = panes->sizes();
        customerFrame->setParent(centre);
        customerFrame->hide();
        panes->setSizes({kNarrowSidebar, kNarrowList, q.width()});
    } else if (!narrow && panes->indexOf(customerFrame) < 0) {
        setLook(*customerFrame, QStringLiteral("panel"));
        panes->addWidget(customerFrame);
        panes->setStretchFactor(3, 0);
        panes->setSizes(wideSizes);
    }
    if (!narrow)
        customerFrame->setVisible(customerWanted);
    else if (customerFrame->isVisible())
        placeCustomer();
    sidebar->setVisible(sidebarWanted && !swaps());
    list->setVisible(!swaps() || !threadInFront);
    thread->setVisible(!swaps() || threadInFront);
    thread->header().setBackVisible(swaps());
    actions[Act::ToggleCustomer]->setChecked(customerFrame->isVisibleTo(centre));
    actions[Act::ToggleSidebar]->setChecked(sidebarWanted);
}

/// Over the thread's right side, where there is no room beside it.
void MainWindow::Private::placeCustomer()
{
    const int width = std::min(kCustomerWidth + 10, centre->width());
    setLook(*customerFrame, QStringLiteral("overlay"));
    customerFrame->setGeometry(centre->width() - width, 0, width, panes->height());
    customerFrame->raise();
}

void MainWindow::Private::showThread()
{
    threadInFront = true;
    if (swaps())
        arrange();
}

void MainWindow::Private::showList()
{
    threadInFront = false;
    if (swaps())
        arrange();
    list->list().setFocus();
}

void MainWindow::Private::openTicket(TicketId ticket)
{
    if (ticket != thread->ticket() || !ticket.isValid()) {
        thread->openTicket(ticket);
        customer->setTicket(thread->ticket());
    }
    if (!thread->ticket().isValid())
        return;
    recent.removeAll(ticket);
    recent.prepend(ticket);
    while (recent.size() > kRecent)
        recent.removeLast();
    remember(QStringLiteral("ticket"), ticket.value);
    if (list->list().current() != ticket)
        list->list().select(ticket);
}

void MainWindow::Private::refreshOnline()
{
    bool online = !offline;
    if (thread->row()) {
        for (int row = 0; row < sidebar->rows().rowCount(); ++row) {
            const SidebarModel::Row &at = sidebar->rows().row(row);
            if (at.kind == SidebarModel::Kind::Account && at.account.id == thread->row()->ticket.account)
                online = online && at.status.state != AccountState::Offline;
        }
    }
    thread->setOnline(online);
    thread->composer().setOnline(online);
}

// --------------------------------------------------------------------------------------------------------- public

void MainWindow::prepareThread()
{
    d->thread->prepare();
    d->customer->prepare();
}

void MainWindow::openTicket(TicketId ticket)
{
    d->openTicket(ticket);
    d->showThread();
}

TicketId MainWindow::currentTicket() const
{
    return d->thread->ticket();
}

void MainWindow::showOutbox()
{
    auto *dialog = findChild<QDialog *>(QStringLiteral("outboxDialog"));
    if (!dialog) {
        dialog = new QDialog(this);
        dialog->setObjectName(QStringLiteral("outboxDialog"));
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setWindowTitle(tr("Outbox"));
        auto *view = new OutboxView(d->ports.engine, d->ports.reader, d->ports.clock, dialog);
        auto *box = new QVBoxLayout(dialog);
        box->setContentsMargins(0, 0, 0, 0);
        box->addWidget(view);
        connect(view, &OutboxView::ticketRequested, this, &MainWindow::openTicket);
        connect(view, &OutboxView::closeRequested, dialog, &QDialog::close);
        dialog->resize(QSize(1040, 560).boundedTo(size()));
    }
    dialog->show();
    dialog->raise();
    dialog->activateWindow();
}

void MainWindow::showAddAccount()
{
    auto *dialog = new AddAccountDialog(d->ports.engine, d->currentPlatforms(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &AddAccountDialog::accountAdded, this, [this](AccountId, const QString &name) {
        d->sidebar->rows().reload();
        say(tr("%1 is connected. Its messages are being fetched.").arg(name));
    });
    dialog->open();
}

void MainWindow::showRawPayloads()
{
    auto *dialog = new RawDialog(d->ports.reader, d->ports.clock, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->show();
}

void MainWindow::showRawPayload(RawId raw)
{
    auto *dialog = new RawDialog(d->ports.reader, d->ports.clock, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->showPayload(raw);
    dialog->show();
}

void MainWindow::say(const QString &sentence)
{
    d->say(sentence);
}

void MainWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    if (!d || !d->keys)
        return;
    if (event->type() == QEvent::LanguageChange)
        d->retranslate();
    else if (event->type() == QEvent::ThemeChange)
        d->theme.followSystem();
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    if (d->panes)
        d->arrange();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    d->thread->composer().saveDrafts();
    d->remember(QStringLiteral("geometry"), saveGeometry());
    if (!d->isNarrow())
        d->remember(QStringLiteral("panes"), d->panes->saveState());
    if (d->settings)
        d->settings->sync();
    event->accept();
}

} // namespace parley::ui
