// SPDX-License-Identifier: GPL-3.0-or-later
// What the window does when an action is triggered: by menu, key, button or palette.
#include "ui/accounts/accounts_dialog.h"
#include "ui/accounts/status_bar.h"
#include "ui/common/key_sheet.h"
#include "ui/common/time_words.h"
#include "ui/composer/composer.h"
#include "ui/conversation/context_card.h"
#include "ui/conversation/conversation_header.h"
#include "ui/conversation/message_view.h"
#include "ui/inbox/ticket_words.h"
#include "ui/main_window_p.h"

#include <QApplication>
#include <QClipboard>
#include <QInputDialog>
#include <QMenu>
#include <QMessageBox>

#include <algorithm>
#include <array>
#include <utility>

namespace parley::ui {

namespace {
constexpr int kZoomStep = 10; ///< per cent
constexpr int kPaletteTickets = 60; ///< of the list that stands there
constexpr const char *kUnmute = QT_TRANSLATE_NOOP("Actions", "Let the customer write again");
constexpr const char *kReadForTeam = QT_TRANSLATE_NOOP("Actions", "Mark as read for the team");

std::optional<storage::View> viewOf(Act act)
{
    switch (act) {
    case Act::NeedsAnswer:
        return storage::View::NeedsAnswer;
    case Act::Mine:
        return storage::View::Mine;
    case Act::Unassigned:
        return storage::View::Unassigned;
    case Act::WaitingForCustomer:
        return storage::View::WaitingForCustomer;
    case Act::Snoozed:
        return storage::View::Snoozed;
    case Act::AllOpen:
        return storage::View::AllOpen;
    case Act::Resolved:
        return storage::View::Resolved;
    default:
        return std::nullopt;
    }
}
} // namespace

void MainWindow::Private::act(Act which)
{
    if (actOnView(which) || actOnTickets(which) || actOnThread(which) || actOnWindow(which))
        refreshActions();
}

// ---------------------------------------------------------------------------------------------------------- views

void MainWindow::Private::showView(storage::View view)
{
    sidebar->select(view);
    list->showView(view);
}

bool MainWindow::Private::actOnView(Act which)
{
    if (const auto view = viewOf(which)) {
        showView(*view);
        showList();
        return true;
    }
    switch (which) {
    case Act::Outbox:
        q.showOutbox();
        return true;
    case Act::RawPayloads:
        q.showRawPayloads();
        return true;
    case Act::Search:
        showList();
        list->focusQuery();
        return true;
    case Act::NextTicket:
        list->list().step(1);
        return true;
    case Act::PreviousTicket:
        list->list().step(-1);
        return true;
    case Act::Mark:
        list->list().toggleMark();
        return true;
    case Act::MarkNext:
        list->list().step(1, true);
        return true;
    case Act::MarkPrevious:
        list->list().step(-1, true);
        return true;
    case Act::MarkAll:
        list->list().markAll();
        return true;
    case Act::BackToList:
        back();
        return true;
    default:
        return false;
    }
}

void MainWindow::Private::back()
{
    if (isNarrow() && customerFrame->isVisible()) {
        customerFrame->hide();
    } else if (!list->model().marked().isEmpty()) {
        list->model().clearMarks();
    } else if (list->list().hasFocus() && !list->query().isEmpty()) {
        showView(list->view());
    } else {
        showList();
    }
}

// -------------------------------------------------------------------------------------------------------- tickets

QList<TicketId> MainWindow::Private::targets() const
{
    const QSet<TicketId> &marked = list->model().marked();
    if (!marked.isEmpty())
        return {marked.begin(), marked.end()};
    return thread->ticket().isValid() ? QList<TicketId>{thread->ticket()} : QList<TicketId>{};
}

/// As they stand in the list: not read anew, for there may be many.
QList<Ticket> MainWindow::Private::targetTickets() const
{
    QList<Ticket> all;
    const QList<TicketId> ids = targets();
    for (const TicketId id : ids) {
        if (const int row = list->model().rowOf(id); row >= 0)
            all.append(list->model().row(row).ticket);
        else if (thread->row() && thread->row()->ticket.id == id)
            all.append(thread->row()->ticket);
    }
    return all;
}

void MainWindow::Private::refreshActions()
{
    const bool any = !targets().isEmpty();
    for (const Act act : {Act::Assign, Act::AssignToMe, Act::Snooze, Act::Resolve, Act::ResolveAndNext, Act::Reopen,
             Act::Pending, Act::NoAnswerNeeded, Act::Tags, Act::Priority, Act::MarkUnread})
        actions[act]->setEnabled(any);
    const TicketActions::Possible possible = tickets.possible(targetTickets());
    offer(Act::AssignTeam, possible.team);
    offer(Act::Mute, possible.mute || possible.unmute);
    actions.reword(Act::Mute, possible.unmute && !possible.mute ? kUnmute : nullptr);
    offer(Act::Macros, any && hasMacros());
    offer(Act::MarkRead, possible.markRead);
    actions.reword(Act::MarkRead, possible.showsRead || !possible.sharesUnread ? nullptr : kReadForTeam);
    actions[Act::MarkUnread]->setToolTip(
        possible.sharesUnread ? tr("For the whole team: there is one mark for all.") : QString());
    const bool open = thread->ticket().isValid();
    for (const Act act : {Act::OpenTicket, Act::Reply, Act::Note, Act::CopyNumber, Act::NextMessage,
             Act::PreviousMessage, Act::NewestMessage, Act::Quote, Act::AttachFile, Act::CannedResponse,
             Act::SwitchAudience, Act::ShowSplit, Act::MergeContact, Act::ContactNote})
        actions[act]->setEnabled(open);
    const Capabilities &can = thread->capabilities();
    offer(Act::EditMessage, open && (can.canEdit || can.canEditPublic));
    offer(Act::DeleteMessage, open && (can.canDelete || can.canDeletePublic));
    offer(Act::AnswerPrivately, open && thread->composer().canChoose());
    offer(Act::OpenPage, open && thread->context().canOpen());
    offer(Act::UnfoldContext, open && !thread->context().context().isEmpty());
    offer(Act::OpenAccountPage, status->wantedPage().isValid());
    actions[Act::Undo]->setEnabled(tickets.canUndo());
    actions[Act::ToggleCustomer]->setChecked(customerFrame->isVisibleTo(centre));
}

/// What cannot be done here is not in the menu at all, rather than there and grey.
void MainWindow::Private::offer(Act act, bool possible)
{
    actions[act]->setEnabled(possible);
    actions[act]->setVisible(possible);
}

bool MainWindow::Private::actOnTickets(Act which)
{
    switch (which) {
    case Act::Assign:
        showAssignMenu();
        break;
    case Act::AssignTeam:
        showTeamMenu();
        return true;
    case Act::Macros:
        showMacros();
        return true;
    case Act::Mute:
        muteOrUnmute();
        return true;
    case Act::AssignToMe:
        tickets.assign(targets(), kMe);
        break;
    case Act::Snooze:
        showSnoozeMenu();
        return true; // the marks are needed until the menu closes
    case Act::Resolve:
        tickets.setStatus(targets(), TicketStatus::Resolved);
        break;
    case Act::ResolveAndNext:
        resolveAndNext();
        break;
    case Act::Reopen:
        tickets.setStatus(targets(), TicketStatus::Open);
        break;
    case Act::Pending:
        tickets.setStatus(targets(), TicketStatus::Pending);
        break;
    case Act::NoAnswerNeeded:
        tickets.noAnswerNeeded(targets());
        break;
    case Act::Tags:
        editTags();
        break;
    case Act::Priority:
        showPriorityMenu();
        break;
    case Act::MergeContact:
        showCustomer();
        customer->beginMerge();
        break;
    case Act::ContactNote:
        showCustomer();
        customer->editNote();
        break;
    case Act::MarkUnread:
        tickets.markUnread(targets());
        break;
    case Act::MarkRead:
        tickets.markRead(targets());
        break;
    case Act::Undo:
        tickets.undo();
        break;
    case Act::CopyNumber:
        QApplication::clipboard()->setText(QStringLiteral("#%1").arg(thread->ticket().value));
        say(tr("#%1 is in the clipboard.").arg(thread->ticket().value));
        break;
    default:
        return false;
    }
    return true;
}

void MainWindow::Private::resolveAndNext()
{
    const QList<TicketId> done = targets();
    const bool marked = !list->model().marked().isEmpty();
    if (!marked)
        list->list().step(1);
    tickets.setStatus(done, TicketStatus::Resolved);
    list->model().clearMarks();
}

void MainWindow::Private::showCustomer()
{
    customerWanted = true;
    if (isNarrow() && !customerFrame->isVisible()) {
        customerFrame->show();
        placeCustomer();
    } else {
        arrange();
    }
}

void MainWindow::Private::showTicketMenu(TicketId ticket, const QPoint &global)
{
    if (!list->model().isMarked(ticket))
        list->model().clearMarks();
    if (list->model().marked().isEmpty()) {
        list->list().select(ticket);
        openTicket(ticket);
    }
    refreshActions();
    QMenu menu(&q);
    menu.setToolTipsVisible(true);
    for (const Act act : {Act::Reply, Act::Note})
        menu.addAction(actions[act]);
    menu.addSeparator();
    for (const Act act :
        {Act::Assign, Act::AssignToMe, Act::AssignTeam, Act::Snooze, Act::Resolve, Act::Reopen, Act::Pending,
            Act::NoAnswerNeeded, Act::Tags, Act::Priority, Act::Macros, Act::MarkUnread, Act::MarkRead, Act::Mute})
        menu.addAction(actions[act]);
    menu.addSeparator();
    for (const Act act : {Act::Mark, Act::CopyNumber})
        menu.addAction(actions[act]);
    menu.exec(global);
}

// --------------------------------------------------------------------------------------------------------- thread

bool MainWindow::Private::actOnThread(Act which)
{
    Composer &composer = thread->composer();
    switch (which) {
    case Act::OpenTicket:
        showThread();
        thread->view().setFocus();
        return true;
    case Act::Reply:
    case Act::Note:
        showThread();
        composer.setAudience(which == Act::Note ? Audience::Team : Audience::Customer);
        composer.focusField();
        return true;
    case Act::SwitchAudience:
        composer.setAudience(composer.audience() == Audience::Team ? Audience::Customer : Audience::Team);
        composer.focusField();
        return true;
    case Act::Quote:
        showThread();
        thread->quoteCurrent();
        return true;
    case Act::EditMessage:
        thread->editCurrent();
        return true;
    case Act::DeleteMessage:
        thread->deleteCurrent();
        return true;
    case Act::FindInThread:
        if (!thread->ticket().isValid())
            return actOnView(Act::Search); // nothing is open to look through
        showThread();
        thread->find();
        return true;
    case Act::OpenPage:
        thread->context().open();
        return true;
    case Act::UnfoldContext:
        thread->context().toggle();
        return true;
    case Act::AttachFile:
        composer.chooseFiles();
        return true;
    case Act::AnswerPrivately:
        showThread();
        composer.switchPrivately();
        return true;
    case Act::CannedResponse:
        showThread();
        composer.showCanned();
        return true;
    case Act::ShowSplit:
        composer.showSplit();
        return true;
    case Act::NextMessage:
    case Act::PreviousMessage:
        showThread();
        thread->view().setFocus();
        thread->view().step(which == Act::NextMessage ? 1 : -1);
        return true;
    case Act::NewestMessage:
        thread->view().scrollToEnd();
        return true;
    default:
        return false;
    }
}

// --------------------------------------------------------------------------------------------------------- window

bool MainWindow::Private::actOnWindow(Act which)
{
    switch (which) {
    case Act::Palette:
        showPalette();
        return true;
    case Act::Keys: {
        auto *sheet = new KeySheet(actions, &q);
        sheet->setAttribute(Qt::WA_DeleteOnClose);
        sheet->open();
        return true;
    }
    case Act::NextPane:
        cyclePane(1);
        return true;
    case Act::PreviousPane:
        cyclePane(-1);
        return true;
    case Act::ToggleSidebar:
        sidebarWanted = !sidebarWanted;
        remember(QStringLiteral("sidebar"), sidebarWanted);
        arrange();
        return true;
    case Act::ToggleCustomer:
        if (isNarrow()) {
            customerFrame->setVisible(!customerFrame->isVisible());
            placeCustomer();
        } else {
            customerWanted = !customerWanted;
            remember(QStringLiteral("customer"), customerWanted);
            arrange();
        }
        return true;
    case Act::ZoomIn:
        theme.apply(theme.scheme(), theme.zoom() + kZoomStep);
        return true;
    case Act::ZoomOut:
        theme.apply(theme.scheme(), theme.zoom() - kZoomStep);
        return true;
    case Act::ZoomNormal:
        theme.apply(theme.scheme(), 100);
        return true;
    case Act::SchemeSystem:
        theme.apply(Scheme::System, theme.zoom());
        return true;
    case Act::SchemeLight:
        theme.apply(Scheme::Light, theme.zoom());
        return true;
    case Act::SchemeDark:
        theme.apply(Scheme::Dark, theme.zoom());
        return true;
    case Act::SingleKeys:
        keys->matcher().setSingleKeys(actions[which]->isChecked());
        remember(QStringLiteral("singleKeys"), actions[which]->isChecked());
        return true;
    case Act::AddAccount:
        q.showAddAccount();
        return true;
    case Act::Accounts: {
        auto *dialog = new AccountsDialog(ports.engine, ports.reader, currentPlatforms(), ports.clock, &q);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        QObject::connect(dialog, &AccountsDialog::addRequested, &q, &MainWindow::showAddAccount);
        dialog->open();
        return true;
    }
    case Act::OpenAccountPage:
        status->openWantedPage();
        return true;
    case Act::SyncNow:
        ports.engine.syncNow();
        say(tr("Fetching what is new."));
        return true;
    case Act::Quit:
        quit();
        return true;
    default:
        return false;
    }
}

/// Sidebar, list, thread, composer, customer: those that are there, in a ring.
void MainWindow::Private::cyclePane(int by)
{
    const std::array<QWidget *, 5> ring{sidebar, list, &thread->view(), &thread->composer(), customerFrame};
    const QWidget *focus = QApplication::focusWidget();
    int at = 0;
    for (int i = 0; i < int(ring.size()); ++i) {
        QWidget *pane = ring.at(size_t(i));
        if (focus && (pane == focus || pane->isAncestorOf(focus)))
            at = i;
    }
    for (int tries = 0; tries < int(ring.size()); ++tries) {
        at = (at + by + int(ring.size())) % int(ring.size());
        QWidget *pane = ring.at(size_t(at));
        if (!pane->isVisible())
            continue;
        if (pane == list)
            list->list().setFocus(Qt::ShortcutFocusReason);
        else if (pane == &thread->composer())
            thread->composer().focusField();
        else if (pane == customerFrame)
            customer->editAssignee();
        else
            pane->setFocus(Qt::ShortcutFocusReason);
        return;
    }
}

void MainWindow::Private::quit()
{
    const auto counts = ports.reader.outboxCounts();
    const int unsent = counts ? counts->queued + counts->held + counts->failed : 0;
    if (unsent > 0) {
        const auto answer = QMessageBox::question(&q, tr("Quit?"),
            tr("%n message(s) or change(s) are not sent yet. They are kept and go out at the next start.", nullptr,
                unsent),
            QMessageBox::Close | QMessageBox::Cancel, QMessageBox::Close);
        if (answer != QMessageBox::Close)
            return;
    }
    q.close();
}

void MainWindow::Private::say(const QString &sentence, bool undoable)
{
    toast->say(sentence, undoable ? tr("Undo %1").arg(actions.firstKey(Act::Undo)) : QString());
}

// -------------------------------------------------------------------------------------------------------- palette

QList<PaletteEntry> MainWindow::Private::paletteEntries()
{
    QList<PaletteEntry> entries;
    QSet<TicketId> taken;
    const auto addTicket = [&](const TicketRow &row) {
        if (taken.contains(row.ticket.id))
            return;
        taken.insert(row.ticket.id);
        entries.append({.words = shownName(row) + QStringLiteral(" #%1 ").arg(row.ticket.id.value)
                + row.ticket.subject.left(80).simplified(),
            .key = {},
            .kind = tr("Ticket"),
            .run = [this, id = row.ticket.id] { q.openTicket(id); }});
    };
    for (const TicketId id : std::as_const(recent)) {
        if (const auto row = ports.reader.ticket(id); row && *row)
            addTicket(**row);
    }
    for (const ActSpec &spec : actions.specs()) {
        if (spec.act == Act::Palette || !actions[spec.act]->isEnabled())
            continue;
        entries.append({.words = actions.text(spec.act),
            .key = actions.firstKey(spec.act),
            .kind = {},
            .run = [action = actions[spec.act]] { action->trigger(); }});
    }
    for (int row = 0; row < sidebar->rows().rowCount(); ++row) {
        const SidebarModel::Row &at = sidebar->rows().row(row);
        if (at.kind != SidebarModel::Kind::SavedView)
            continue;
        entries.append({.words = sidebar->rows().words(row),
            .key = {},
            .kind = tr("Saved view"),
            .run = [this, saved = at.saved, account = at.account.id] {
                const QModelIndex there = sidebar->rows().index(sidebar->rows().rowOf(account, saved.name));
                showList();
                if (there == sidebar->currentIndex())
                    list->showSavedView(saved);
                else
                    sidebar->setCurrentIndex(there);
            }});
    }
    for (int row = 0; row < std::min(kPaletteTickets, list->model().rowCount()); ++row)
        addTicket(list->model().row(row));
    return entries;
}

void MainWindow::Private::showPalette()
{
    if (!palette)
        palette = new Palette(&q);
    palette->ask(paletteEntries(), [this](const QString &typed) {
        QList<PaletteEntry> offers;
        bool isNumber = false;
        const qint64 number = QString(typed).remove(u'#').toLongLong(&isNumber);
        if (isNumber && number > 0) {
            offers.append(
                {.words = tr("Open ticket #%1").arg(number), .key = {}, .kind = tr("Ticket"), .run = [this, number] {
                     const auto row = ports.reader.ticket(TicketId{number});
                     if (row && *row)
                         q.openTicket(TicketId{number});
                     else
                         say(tr("There is no ticket #%1 here.").arg(number));
                 }});
        }
        offers.append({.words = tr("Search tickets for “%1”").arg(typed), .key = {}, .kind = {}, .run = [this, typed] {
                           showList();
                           list->showQuery(typed);
                       }});
        return offers;
    });
}

} // namespace parley::ui
