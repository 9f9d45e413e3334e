// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inbox/ticket_choices.h"

#include "ui/common/workspaces.h"
#include "ui/inbox/ticket_effects.h"

#include <algorithm>
#include <tuple>

namespace parley::ui {

namespace {

/// Of two lists, what is in both, by name; of the first.
template <typename Named>
void keepCommon(QList<Named> &list, const QList<Named> &other)
{
    list.removeIf([&](const Named &one) { return std::ranges::find(other, one.name, &Named::name) == other.end(); });
}

} // namespace

People peopleFor(const QSet<AccountId> &accounts, Workspaces &workspaces)
{
    People people;
    std::optional<QList<Agent>> common;
    for (const AccountId account : accounts) {
        const auto agents = workspaces.of(account).agents;
        if (!agents)
            continue;
        if (common)
            keepCommon(*common, *agents);
        else
            common = agents;
    }
    people.anybody = !common;
    people.agents = common.value_or(QList<Agent>());
    if (const auto me = std::ranges::find(people.agents, kMe, &Agent::name); me != people.agents.end()) {
        people.me = me->shownName;
        people.mine = me->availability;
        people.agents.erase(me);
    }
    std::ranges::sort(people.agents, [](const Agent &a, const Agent &b) {
        if (a.availability != b.availability)
            return a.availability < b.availability; // online, busy, offline
        return a.shownName.localeAwareCompare(b.shownName) < 0;
    });
    return people;
}

QList<Team> teamsFor(const QSet<AccountId> &accounts, Workspaces &workspaces)
{
    std::optional<QList<Team>> common;
    for (const AccountId account : accounts) {
        const QList<Team> teams = workspaces.of(account).teams.value_or(QList<Team>());
        if (!workspaces.capabilities(account).hasTeams)
            return {};
        if (common)
            keepCommon(*common, teams);
        else
            common = teams;
    }
    QList<Team> teams = common.value_or(QList<Team>());
    std::ranges::stable_sort(teams,
        [](const Team &a, const Team &b) { return a.mine != b.mine ? a.mine : a.name.localeAwareCompare(b.name) < 0; });
    return teams;
}

TagChoices::TagChoices(QList<Ticket> tickets, Workspaces &workspaces)
    : m_tickets(std::move(tickets))
{
    QSet<AccountId> accounts;
    for (const Ticket &ticket : std::as_const(m_tickets))
        accounts.insert(ticket.account);
    QSet<QString> taken;
    for (const AccountId account : std::as_const(accounts)) {
        const QList<Label> labels = workspaces.of(account).labels.value_or(QList<Label>());
        for (const Label &label : labels) {
            if (taken.contains(label.name.toCaseFolded()))
                continue;
            taken.insert(label.name.toCaseFolded());
            m_labels.append({.name = label.name,
                .colour = label.colour != 0 ? QColor::fromRgb(label.colour) : QColor(),
                .description = label.description});
        }
    }
}

QList<TagChoices::Tag> TagChoices::tags() const
{
    QList<Tag> all = m_labels;
    const auto named = [&all](const QString &name) {
        return std::ranges::find_if(
            all, [&](const Tag &tag) { return tag.name.compare(name, Qt::CaseInsensitive) == 0; });
    };
    for (const Ticket &ticket : m_tickets) {
        for (const QString &name : ticket.tags) {
            if (const auto known = named(name); known != all.end())
                ++known->on;
            else
                all.append({.name = name, .on = 1});
        }
    }
    std::ranges::stable_sort(all, [](const Tag &a, const Tag &b) {
        return (a.on > 0) != (b.on > 0) ? a.on > 0 : a.name.localeAwareCompare(b.name) < 0;
    });
    return all;
}

bool TagChoices::contains(const QString &tag) const
{
    const QList<Tag> all = tags();
    return std::ranges::any_of(all, [&](const Tag &one) { return one.name.compare(tag, Qt::CaseInsensitive) == 0; });
}

ChangeTags TagChoices::toggle(const QString &tag)
{
    const bool onAll = std::ranges::all_of(m_tickets, [&](const Ticket &ticket) { return hasTag(ticket.tags, tag); });
    ChangeTags change;
    (onAll ? change.remove : change.add).append(tag);
    for (Ticket &ticket : m_tickets)
        pretend(change, ticket);
    return change;
}

} // namespace parley::ui
