// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAction>
#include <QObject>
#include <QString>
#include <QStringList>

#include <map>
#include <vector>

namespace parley::ui {

/// Everything that the window can do. Menus, keys, the palette and the sheet of keys are made from one table
/// (actions.cpp).
enum class Act {
    // views
    NeedsAnswer,
    Mine,
    Unassigned,
    WaitingForCustomer,
    Snoozed,
    AllOpen,
    Resolved,
    Outbox,
    RawPayloads,
    // tickets
    NextTicket,
    PreviousTicket,
    OpenTicket,
    BackToList,
    Reply,
    Note,
    Assign,
    AssignToMe,
    AssignTeam,
    Snooze,
    Resolve,
    ResolveAndNext,
    Reopen,
    Pending,
    NoAnswerNeeded,
    Tags,
    Priority,
    MergeContact,
    ContactNote,
    MarkUnread,
    MarkRead,
    Mute,
    Macros,
    Undo,
    CopyNumber,
    // marks
    Mark,
    MarkNext,
    MarkPrevious,
    MarkAll,
    // thread
    NextMessage,
    PreviousMessage,
    NewestMessage,
    Quote,
    EditMessage,
    DeleteMessage,
    OpenPage,
    UnfoldContext,
    AttachFile,
    CannedResponse,
    SwitchAudience,
    AnswerPrivately,
    ShowSplit,
    // finding
    FindInThread,
    Search,
    Palette,
    Keys,
    // window
    NextPane,
    PreviousPane,
    ToggleSidebar,
    ToggleCustomer,
    ZoomIn,
    ZoomOut,
    ZoomNormal,
    SchemeSystem,
    SchemeLight,
    SchemeDark,
    SingleKeys,
    // program
    AddAccount,
    Accounts,
    OpenAccountPage,
    SyncNow,
    Quit,
};

enum class ActGroup { View, Ticket, Thread, Find, Window, Program };
[[nodiscard]] QString groupName(ActGroup group);

struct ActSpec {
    Act act;
    ActGroup group;
    const char *text; ///< untranslated, with its menu mnemonic
    QStringList keys; ///< as strokeOf() writes them, two strokes apart by a space ("G M"); the first is shown
    bool whileTyping = false; ///< also while a text field has the focus
    bool inMenu = true;
};

class Actions : public QObject
{
    Q_OBJECT
public:
    explicit Actions(QObject *parent = nullptr);

    [[nodiscard]] QAction *operator[](Act act) const { return m_actions.at(act); }
    [[nodiscard]] const std::vector<ActSpec> &specs() const { return m_specs; }
    [[nodiscard]] QString text(Act act) const; ///< without mnemonic and key
    [[nodiscard]] static QString keyWords(const QString &keys); ///< as people read it: "Ctrl+K", "G then M"
    [[nodiscard]] QString firstKey(Act act) const; ///< keyWords() of it; empty: none
    void retranslate();
    /// Other words for what an action does at this moment. \param text  untranslated, as in the table; null: the
    /// table's
    void reword(Act act, const char *text);

Q_SIGNALS:
    void triggered(parley::ui::Act act);

private:
    std::vector<ActSpec> m_specs;
    std::map<Act, QAction *> m_actions;
    std::map<Act, const char *> m_reworded;
    [[nodiscard]] QString translated(const ActSpec &spec) const; ///< with its mnemonic
    void retranslate(const ActSpec &spec);
};

} // namespace parley::ui
