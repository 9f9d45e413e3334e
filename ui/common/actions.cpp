// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/actions.h"

#include <QCoreApplication>

#include <algorithm>

namespace parley::ui {

namespace {
using G = ActGroup;

QStringList keys(std::initializer_list<const char *> list)
{
    QStringList all;
    for (const char *key : list)
        all += QString::fromLatin1(key);
    return all;
}

// UX.md, section 1.1, column "ours". No Alt+letter (menus), no Ctrl+Alt+letter (AltGr).
std::vector<ActSpec> table()
{
    const bool typing = true;
    return {
        {Act::NeedsAnswer, G::View, QT_TRANSLATE_NOOP("Actions", "&Needs answer"), keys({"G U", "G I", "Ctrl+1"}),
            typing},
        {Act::Mine, G::View, QT_TRANSLATE_NOOP("Actions", "&Mine"), keys({"G M", "Ctrl+2"}), typing},
        {Act::Unassigned, G::View, QT_TRANSLATE_NOOP("Actions", "&Unassigned"), keys({"G N", "Ctrl+3"}), typing},
        {Act::WaitingForCustomer, G::View, QT_TRANSLATE_NOOP("Actions", "&Waiting for customer"),
            keys({"G W", "Ctrl+4"}), typing},
        {Act::Snoozed, G::View, QT_TRANSLATE_NOOP("Actions", "&Snoozed"), keys({"G S", "Ctrl+5"}), typing},
        {Act::AllOpen, G::View, QT_TRANSLATE_NOOP("Actions", "&All open"), keys({"G A", "Ctrl+6"}), typing},
        {Act::Resolved, G::View, QT_TRANSLATE_NOOP("Actions", "&Resolved"), keys({"G D", "Ctrl+7"}), typing},
        {Act::Outbox, G::View, QT_TRANSLATE_NOOP("Actions", "&Outbox"), keys({"G O", "Ctrl+8"}), typing},
        {Act::RawPayloads, G::View, QT_TRANSLATE_NOOP("Actions", "Not &understood"), keys({"G R", "Ctrl+9"}), typing},

        {Act::NextTicket, G::Ticket, QT_TRANSLATE_NOOP("Actions", "Next ticket"), keys({"J", "Alt+Down"}), typing},
        {Act::PreviousTicket, G::Ticket, QT_TRANSLATE_NOOP("Actions", "Previous ticket"), keys({"K", "Alt+Up"}),
            typing},
        {Act::OpenTicket, G::Ticket, QT_TRANSLATE_NOOP("Actions", "Go to the thread"), keys({"O"}), false},
        {Act::BackToList, G::Ticket, QT_TRANSLATE_NOOP("Actions", "Back to the list"), keys({"Esc"}), false},
        {Act::Reply, G::Ticket, QT_TRANSLATE_NOOP("Actions", "&Reply"), keys({"R"}), false},
        {Act::Note, G::Ticket, QT_TRANSLATE_NOOP("Actions", "&Note for the team"), keys({"C"}), false},
        {Act::Assign, G::Ticket, QT_TRANSLATE_NOOP("Actions", "&Assign …"), keys({"A"}), false},
        {Act::AssignToMe, G::Ticket, QT_TRANSLATE_NOOP("Actions", "Assign to &me"), keys({"Shift+A"}), false},
        {Act::AssignTeam, G::Ticket, QT_TRANSLATE_NOOP("Actions", "Give to a &team …"), keys({"T"}), false},
        {Act::Snooze, G::Ticket, QT_TRANSLATE_NOOP("Actions", "&Snooze …"), keys({"H"}), false},
        {Act::Resolve, G::Ticket, QT_TRANSLATE_NOOP("Actions", "R&esolve"), keys({"E"}), false},
        {Act::ResolveAndNext, G::Ticket, QT_TRANSLATE_NOOP("Actions", "Resolve and next"), keys({"Shift+E"}), false},
        {Act::Reopen, G::Ticket, QT_TRANSLATE_NOOP("Actions", "Re&open"), keys({"Shift+O"}), false},
        {Act::Pending, G::Ticket, QT_TRANSLATE_NOOP("Actions", "Waiting for the &customer"), keys({"W"}), false},
        {Act::NoAnswerNeeded, G::Ticket, QT_TRANSLATE_NOOP("Actions", "No answer nee&ded"), keys({"D"}), false},
        {Act::Tags, G::Ticket, QT_TRANSLATE_NOOP("Actions", "&Tags …"), keys({"L"}), false},
        {Act::Priority, G::Ticket, QT_TRANSLATE_NOOP("Actions", "&Priority …"), keys({"P"}), false},
        {Act::MergeContact, G::Ticket, QT_TRANSLATE_NOOP("Actions", "The same person as …"), keys({"Shift+M"}), false},
        {Act::ContactNote, G::Ticket, QT_TRANSLATE_NOOP("Actions", "About the customer …"), keys({"Shift+C"}), false},
        {Act::MarkUnread, G::Ticket, QT_TRANSLATE_NOOP("Actions", "Mark as not seen"), keys({"Shift+U"}), false},
        {Act::MarkRead, G::Ticket, QT_TRANSLATE_NOOP("Actions", "Show the customer it was read"), keys({"Shift+I"}),
            false},
        {Act::Mute, G::Ticket, QT_TRANSLATE_NOOP("Actions", "Mute the customer …"), keys({"Shift+B"}), false},
        {Act::Macros, G::Ticket, QT_TRANSLATE_NOOP("Actions", "Run a mac&ro …"), keys({"Ctrl+M"}), typing},
        {Act::Undo, G::Ticket, QT_TRANSLATE_NOOP("Actions", "&Undo the last change"), keys({"Ctrl+Z"}), false},
        {Act::CopyNumber, G::Ticket, QT_TRANSLATE_NOOP("Actions", "Copy the ticket's number"), keys({"Ctrl+."}),
            typing},
        {Act::Mark, G::Ticket, QT_TRANSLATE_NOOP("Actions", "Mark for a common action"), keys({"X"}), false},
        {Act::MarkNext, G::Ticket, QT_TRANSLATE_NOOP("Actions", "Mark and go down"), keys({"Shift+J"}), false, false},
        {Act::MarkPrevious, G::Ticket, QT_TRANSLATE_NOOP("Actions", "Mark and go up"), keys({"Shift+K"}), false, false},
        {Act::MarkAll, G::Ticket, QT_TRANSLATE_NOOP("Actions", "Mark all in the list"), keys({"Ctrl+A"}), false},

        {Act::NextMessage, G::Thread, QT_TRANSLATE_NOOP("Actions", "Next message"), keys({"N", "Ctrl+Down"}), false},
        {Act::PreviousMessage, G::Thread, QT_TRANSLATE_NOOP("Actions", "Previous message"), keys({"P", "Ctrl+Up"}),
            false},
        {Act::NewestMessage, G::Thread, QT_TRANSLATE_NOOP("Actions", "Newest message"), keys({"Ctrl+End"}), false},
        {Act::Quote, G::Thread, QT_TRANSLATE_NOOP("Actions", "&Quote this message"), keys({"Shift+R"}), false},
        {Act::EditMessage, G::Thread, QT_TRANSLATE_NOOP("Actions", "C&hange our message …"), keys({"F2"}), false},
        {Act::DeleteMessage, G::Thread, QT_TRANSLATE_NOOP("Actions", "&Delete our message …"), keys({"Del"}), false},
        {Act::OpenPage, G::Thread, QT_TRANSLATE_NOOP("Actions", "&Open the post in the browser"),
            keys({"B", "Ctrl+Shift+B"}), typing},
        {Act::UnfoldContext, G::Thread, QT_TRANSLATE_NOOP("Actions", "&Whole post"), keys({"V"}), false},
        {Act::AttachFile, G::Thread, QT_TRANSLATE_NOOP("Actions", "A&ttach files …"), keys({"Ctrl+Shift+A"}), typing},
        {Act::CannedResponse, G::Thread, QT_TRANSLATE_NOOP("Actions", "Cann&ed response …"), keys({"Ctrl+Space"}),
            typing},
        {Act::SwitchAudience, G::Thread, QT_TRANSLATE_NOOP("Actions", "Reply or note"), keys({"Ctrl+Shift+I"}), typing},
        {Act::AnswerPrivately, G::Thread, QT_TRANSLATE_NOOP("Actions", "Answer &privately or under the post"),
            keys({"Ctrl+Shift+P"}), typing},
        {Act::ShowSplit, G::Thread, QT_TRANSLATE_NOOP("Actions", "Where a long te&xt is cut"), keys({"Ctrl+Shift+M"}),
            typing},

        {Act::FindInThread, G::Find, QT_TRANSLATE_NOOP("Actions", "Find in this &conversation"), keys({"Ctrl+F"}),
            typing},
        {Act::Search, G::Find, QT_TRANSLATE_NOOP("Actions", "&Search"), keys({"/", "Ctrl+Shift+F"}), typing},
        {Act::Palette, G::Find, QT_TRANSLATE_NOOP("Actions", "&Go to anything …"), keys({"Ctrl+K"}), typing},
        {Act::Keys, G::Find, QT_TRANSLATE_NOOP("Actions", "&Keys"), keys({"?", "F1"}), typing},

        {Act::NextPane, G::Window, QT_TRANSLATE_NOOP("Actions", "Next pane"), keys({"F6"}), typing},
        {Act::PreviousPane, G::Window, QT_TRANSLATE_NOOP("Actions", "Previous pane"), keys({"Shift+F6"}), typing},
        {Act::ToggleSidebar, G::Window, QT_TRANSLATE_NOOP("Actions", "Show the &views"), keys({"Ctrl+B"}), typing},
        {Act::ToggleCustomer, G::Window, QT_TRANSLATE_NOOP("Actions", "Show the &customer"), keys({"Ctrl+\\"}), typing},
        {Act::ZoomIn, G::Window, QT_TRANSLATE_NOOP("Actions", "&Larger"), keys({"Ctrl++", "Ctrl+=", "Ctrl+Shift++"}),
            typing},
        {Act::ZoomOut, G::Window, QT_TRANSLATE_NOOP("Actions", "&Smaller"), keys({"Ctrl+-"}), typing},
        {Act::ZoomNormal, G::Window, QT_TRANSLATE_NOOP("Actions", "Normal si&ze"), keys({"Ctrl+0"}), typing},
        {Act::SchemeSystem, G::Window, QT_TRANSLATE_NOOP("Actions", "Colours of the s&ystem"), {}, false},
        {Act::SchemeLight, G::Window, QT_TRANSLATE_NOOP("Actions", "L&ight"), {}, false},
        {Act::SchemeDark, G::Window, QT_TRANSLATE_NOOP("Actions", "&Dark"), {}, false},
        {Act::SingleKeys, G::Window, QT_TRANSLATE_NOOP("Actions", "Keys of a single &letter"), {}, false},

        {Act::AddAccount, G::Program, QT_TRANSLATE_NOOP("Actions", "Connect an &account …"), keys({"Ctrl+Shift+N"}),
            typing},
        {Act::Accounts, G::Program, QT_TRANSLATE_NOOP("Actions", "A&ccounts …"), keys({"Ctrl+,"}), typing},
        {Act::OpenAccountPage, G::Program, QT_TRANSLATE_NOOP("Actions", "Open the &page an account asks for"),
            keys({"Ctrl+Shift+O"}), typing},
        {Act::SyncNow, G::Program, QT_TRANSLATE_NOOP("Actions", "&Fetch now"), keys({"F5"}), typing},
        {Act::Quit, G::Program, QT_TRANSLATE_NOOP("Actions", "&Quit"), keys({"Ctrl+Q"}), typing},
    };
}
} // namespace

QString groupName(ActGroup group)
{
    switch (group) {
    case ActGroup::View:
        return QCoreApplication::translate("Actions", "&Views");
    case ActGroup::Ticket:
        return QCoreApplication::translate("Actions", "&Ticket");
    case ActGroup::Thread:
        return QCoreApplication::translate("Actions", "T&hread");
    case ActGroup::Find:
        return QCoreApplication::translate("Actions", "&Find");
    case ActGroup::Window:
        return QCoreApplication::translate("Actions", "&Window");
    case ActGroup::Program:
        return QCoreApplication::translate("Actions", "&Parley");
    }
    return {};
}

Actions::Actions(QObject *parent)
    : QObject(parent)
    , m_specs(table())
{
    for (const ActSpec &spec : m_specs) {
        auto *action = new QAction(this);
        action->setMenuRole(spec.act == Act::Quit ? QAction::QuitRole : QAction::NoRole);
        m_actions.emplace(spec.act, action);
        connect(action, &QAction::triggered, this, [this, act = spec.act] { Q_EMIT triggered(act); });
    }
    for (const Act act : {Act::ToggleSidebar, Act::ToggleCustomer, Act::SchemeSystem, Act::SchemeLight, Act::SchemeDark,
             Act::SingleKeys})
        m_actions.at(act)->setCheckable(true);
    retranslate();
}

QString Actions::translated(const ActSpec &spec) const
{
    const auto reworded = m_reworded.find(spec.act);
    return QCoreApplication::translate("Actions", reworded == m_reworded.end() ? spec.text : reworded->second);
}

void Actions::retranslate(const ActSpec &spec)
{
    // The key stands in the text: keys are matched by position (KeyRouter), which QShortcut cannot do.
    QString text = translated(spec);
    if (!spec.keys.isEmpty())
        text += u'\t' + keyWords(spec.keys.first());
    m_actions.at(spec.act)->setText(text);
}

void Actions::retranslate()
{
    for (const ActSpec &spec : m_specs)
        retranslate(spec);
}

void Actions::reword(Act act, const char *text)
{
    const auto known = m_reworded.find(act);
    if ((known == m_reworded.end() ? nullptr : known->second) == text)
        return;
    if (text)
        m_reworded[act] = text;
    else
        m_reworded.erase(act);
    retranslate(*std::ranges::find(m_specs, act, &ActSpec::act));
}

QString Actions::text(Act act) const
{
    QString text = translated(*std::ranges::find(m_specs, act, &ActSpec::act));
    return text.remove(u'&');
}

QString Actions::firstKey(Act act) const
{
    const auto found = std::ranges::find(m_specs, act, &ActSpec::act);
    return found->keys.isEmpty() ? QString() : keyWords(found->keys.first());
}

QString Actions::keyWords(const QString &keys)
{
    return keys;
}

} // namespace parley::ui
