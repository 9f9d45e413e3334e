// SPDX-License-Identifier: GPL-3.0-or-later
// What the window asks back before an action on tickets: to whom, which team, until when, which tags, which macro.
#include "ui/common/time_words.h"
#include "ui/conversation/conversation_header.h"
#include "ui/inbox/ticket_choices.h"
#include "ui/inbox/ticket_words.h"
#include "ui/macros/macro_dialog.h"
#include "ui/main_window_p.h"

#include <QInputDialog>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>

#include <algorithm>
#include <memory>

namespace parley::ui {

namespace {
using Sign = PaletteEntry::Sign;

Sign signOf(Availability availability)
{
    switch (availability) {
    case Availability::Online:
        return Sign::Online;
    case Availability::Busy:
        return Sign::Busy;
    case Availability::Offline:
        return Sign::Offline;
    }
    return Sign::None;
}

QList<TicketId> idsOf(const QList<Ticket> &tickets)
{
    QList<TicketId> ids;
    for (const Ticket &ticket : tickets)
        ids.append(ticket.id);
    return ids;
}
} // namespace

Palette &MainWindow::Private::chooser()
{
    if (!choices) {
        choices = new Palette(&q);
        choices->setObjectName(QStringLiteral("chooser"));
    }
    return *choices;
}

QSet<AccountId> MainWindow::Private::accountsOf(const QList<Ticket> &all) const
{
    QSet<AccountId> accounts;
    for (const Ticket &ticket : all)
        accounts.insert(ticket.account);
    return accounts;
}

// --------------------------------------------------------------------------------------------------------- people

void MainWindow::Private::showAssignMenu()
{
    const QList<Ticket> all = targetTickets();
    const QList<TicketId> to = idsOf(all);
    const People people = peopleFor(accountsOf(all), workspaces);
    QList<PaletteEntry> entries;
    entries.append({.words = people.me.isEmpty() ? tr("Me") : tr("Me (%1)").arg(people.me),
        .key = actions.firstKey(Act::AssignToMe),
        .kind = {},
        .run = [this, to] { tickets.assign(to, kMe); },
        .sign = people.mine ? signOf(*people.mine) : Sign::None});
    entries.append({.words = tr("Nobody"), .key = {}, .kind = {}, .run = [this, to] { tickets.assign(to, {}); }});
    for (const Agent &agent : people.agents) {
        const QString shown = agent.shownName.isEmpty() ? agent.name : agent.shownName;
        entries.append({.words = shown,
            .key = {},
            .kind = availabilityWord(agent.availability),
            .run = [this, to, name = agent.name, shown] { tickets.assign(to, name, shown); },
            .sign = signOf(agent.availability),
            .tip = agent.email});
    }
    const QList<Team> teams = teamsFor(accountsOf(all), workspaces);
    for (const Team &team : teams) {
        entries.append({.words = team.name,
            .key = {},
            .kind = team.mine ? tr("my team") : tr("team"),
            .run = [this, to, name = team.name] { tickets.assignTeam(to, name); }});
    }
    const auto somebody = [this, to, people](const QString &typed) -> QList<PaletteEntry> {
        if (!people.anybody)
            return {};
        return {{.words = tr("Assign to “%1”").arg(typed), .key = {}, .kind = {}, .run = [this, to, typed] {
                     tickets.assign(to, typed);
                 }}};
    };
    const PaletteWords words{.title = tr("Assign %n ticket(s)", nullptr, int(to.size())),
        .placeholder = people.anybody ? tr("To whom? Any name will do") : tr("To whom? A name or a team"),
        .none = tr("Nobody of that name works here. Esc closes.")};
    chooser().ask(words, entries, somebody);
}

void MainWindow::Private::showTeamMenu()
{
    const QList<Ticket> all = targetTickets();
    const QList<TicketId> to = idsOf(all);
    QList<PaletteEntry> entries;
    const QList<Team> teams = teamsFor(accountsOf(all), workspaces);
    for (const Team &team : teams) {
        entries.append({.words = team.name,
            .key = {},
            .kind = team.mine ? tr("my team") : QString(),
            .run = [this, to, name = team.name] { tickets.assignTeam(to, name); }});
    }
    entries.append({.words = tr("No team"), .key = {}, .kind = {}, .run = [this, to] { tickets.assignTeam(to, {}); }});
    const PaletteWords words{.title = tr("Give %n ticket(s) to a team", nullptr, int(to.size())),
        .placeholder = tr("Which team?"),
        .none = tr("There is no team of that name. Esc closes.")};
    chooser().ask(words, entries, {});
}

// ---------------------------------------------------------------------------------------------- time and priority

void MainWindow::Private::showSnoozeMenu()
{
    auto *menu = new QMenu(&q);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const QList<TicketId> to = targets();
    const Timestamp now = ports.clock.now();
    const QList<SnoozeChoice> choices = snoozeChoices(now);
    for (const SnoozeChoice &choice : choices) {
        const QString when = untilTime(choice.until, now);
        menu->addAction(choice.words + u'\t' + when, &q,
            [this, to, until = choice.until, when] { tickets.snooze(to, until, when); });
    }
    menu->addSeparator();
    menu->addAction(tr("Another time …"), &q, [this, to] {
        bool ok = false;
        const QString typed = QInputDialog::getText(&q, tr("Snooze"),
            tr("For how long, or until when? For instance 45m, 2h, 3d, 2w, 18:00"), QLineEdit::Normal, {}, &ok);
        const Timestamp now = ports.clock.now();
        const auto until = typedTime(typed, now);
        if (ok && until)
            tickets.snooze(to, *until, untilTime(*until, now));
        else if (ok)
            say(tr("“%1” is not understood. Nothing was changed; try 45m, 2h, 3d, 2w or 18:00.").arg(typed));
    });
    menu->setActiveAction(menu->actions().constFirst());
    thread->header().popUp(menu, Act::Snooze);
}

void MainWindow::Private::showPriorityMenu()
{
    auto *menu = new QMenu(&q);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const QList<TicketId> to = targets();
    for (const Priority priority : {Priority::Urgent, Priority::High, Priority::Normal, Priority::Low})
        menu->addAction(priorityWord(priority), &q, [this, to, priority] { tickets.setPriority(to, priority); });
    menu->setActiveAction(menu->actions().constFirst());
    thread->header().popUp(menu, Act::Assign);
}

// ----------------------------------------------------------------------------------------------------------- tags

void MainWindow::Private::editTags()
{
    const QList<Ticket> all = targetTickets();
    const QList<TicketId> to = idsOf(all);
    const auto tags = std::make_shared<TagChoices>(all, workspaces);
    const auto toggle = [this, tags, to](const QString &name) { tickets.changeTags(to, tags->toggle(name)); };
    const auto entries = [tags, toggle] {
        QList<PaletteEntry> made;
        const QList<TagChoices::Tag> known = tags->tags();
        for (const TagChoices::Tag &tag : known) {
            const bool partly = tag.on > 0 && tag.on < tags->tickets();
            made.append({.words = tag.name,
                .key = {},
                .kind = partly ? tr("%1 of %2").arg(tag.on).arg(tags->tickets()) : QString(),
                .run = [toggle, name = tag.name] { toggle(name); },
                .sign = partly   ? Sign::Partly
                    : tag.on > 0 ? Sign::Checked
                                 : Sign::Unchecked,
                .dot = tag.colour,
                .tip = tag.description});
        }
        return made;
    };
    const auto fresh = [tags, toggle](const QString &typed) -> QList<PaletteEntry> {
        const QString name = typed.simplified();
        if (tags->contains(name))
            return {};
        return {
            {.words = tr("New tag “%1”").arg(name), .key = {}, .kind = {}, .run = [toggle, name] { toggle(name); }}};
    };
    const PaletteWords words{.title = tr("Tags of %n ticket(s)", nullptr, int(to.size())),
        .placeholder = tr("Which tag? A new one will do"),
        .none = tr("No tag was given yet. Type one."),
        .hint = tr("Enter puts on or takes off · Ctrl+Enter goes on choosing")};
    chooser().ask(words, entries(), fresh);
    chooser().setRefill(entries);
}

// ----------------------------------------------------------------------------------------------------- mute, macro

void MainWindow::Private::muteOrUnmute()
{
    const QList<Ticket> all = targetTickets();
    QList<TicketId> to;
    for (const Ticket &ticket : all) {
        if (!ticket.muted && workspaces.capabilities(ticket.account).canMute)
            to.append(ticket.id);
    }
    if (to.isEmpty())
        tickets.mute(idsOf(all), false);
    else
        askMute(to);
}

void MainWindow::Private::askMute(const QList<TicketId> &to)
{
    const int n = int(to.size());
    auto *ask = new QMessageBox(QMessageBox::Warning, tr("Mute"), tr("Keep %n customer(s) from writing?", nullptr, n),
        QMessageBox::NoButton, &q);
    ask->setObjectName(QStringLiteral("askMute"));
    ask->setInformativeText(tr("The server blocks the contact and resolves the ticket. What they write meanwhile does "
                               "not arrive; it can be undone here at any time."));
    ask->setAttribute(Qt::WA_DeleteOnClose);
    QPushButton *keep = ask->addButton(tr("Cancel"), QMessageBox::RejectRole);
    QPushButton *mute = ask->addButton(tr("Mute"), QMessageBox::DestructiveRole);
    mute->setObjectName(QStringLiteral("reallyMute"));
    ask->setDefaultButton(keep);
    ask->setEscapeButton(keep);
    QObject::connect(mute, &QPushButton::clicked, &q, [this, to] {
        tickets.mute(to, true);
        refreshActions();
    });
    ask->open();
}

bool MainWindow::Private::hasMacros()
{
    const QSet<AccountId> accounts = accountsOf(targetTickets());
    return std::ranges::any_of(accounts, [this](AccountId account) {
        const auto &macros = workspaces.of(account).macros;
        return macros && !macros->isEmpty();
    });
}

void MainWindow::Private::showMacros()
{
    QList<TicketRow> rows;
    const QList<TicketId> to = targets();
    for (const TicketId id : to) {
        if (const auto row = ports.reader.ticket(id); row && *row)
            rows.append(**row);
    }
    auto *dialog = new MacroDialog(rows, ports.reader, workspaces, &q);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(dialog, &MacroDialog::chosen, &q, [this](const MacroPlan &plan) {
        tickets.run(plan.work(), plan.doneWords());
        refreshActions();
    });
    dialog->open();
}

} // namespace parley::ui
