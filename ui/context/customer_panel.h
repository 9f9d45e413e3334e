// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/account.h"
#include "models/changes.h"
#include "models/command.h"
#include "models/contact.h"
#include "models/ticket.h"

#include <QList>
#include <QWidget>

#include <optional>

class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QScrollArea;
class QVBoxLayout;

namespace parley::sync {
class Engine;
}
namespace parley::storage {
class Reader;
}

namespace parley::ui {

class PeopleSection;

/// Who is on the other side: how they can be reached, this ticket's fields, what they asked before.
class CustomerPanel : public QWidget
{
    Q_OBJECT
public:
    CustomerPanel(sync::Engine &engine, storage::Reader &reader, QList<PlatformInfo> platforms, const Clock &clock,
        QWidget *parent = nullptr);
    ~CustomerPanel() override;

    /// Builds what is in it; the first ticket does it, or whoever has the time before there is one.
    void prepare();
    void setTicket(TicketId ticket); ///< invalid: none
    void applyChanges(const Changes &changes);
    /// Puts the keys into a field.
    void editAssignee();
    void editNote(); ///< the team's words about the customer
    void beginMerge(); ///< "the same person as …"
    void setMergeKey(const QString &key);

Q_SIGNALS:
    void ticketRequested(parley::TicketId ticket);
    void leaveRequested(); ///< Esc, or a field was changed: the keys go back where they came from

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build();
    QVBoxLayout *addSection(QLabel *&heading);
    void buildFields(QVBoxLayout *section);
    void retranslate();
    void read();
    void refresh();
    void refreshReach();
    void refreshFacts();
    void refreshMarks(); ///< the rating, the team, and whether the customer is muted
    void refreshFields();
    void refreshBefore();
    void submit(const Command &command);
    void commitAssignee();
    void commitPriority();
    void commitTags();
    void commitNote();
    [[nodiscard]] QString platformName(const QString &id) const;
    [[nodiscard]] QString lineFor(const TicketRow &row) const;

    sync::Engine &m_engine;
    storage::Reader &m_reader;
    QList<PlatformInfo> m_platforms;
    const Clock &m_clock;
    TicketId m_ticket;
    std::optional<TicketRow> m_row;
    std::optional<Contact> m_contact;
    QList<TicketRow> m_before;
    QList<Account> m_accounts;
    QList<Identity> m_factsOf; ///< whose facts are shown
    QString m_mergeKey;

    QScrollArea *m_scroll = nullptr; ///< null: nothing is built yet
    QWidget *m_content = nullptr; ///< in it
    QLabel *m_name = nullptr;
    QLabel *m_writes = nullptr;
    QLabel *m_muted = nullptr;
    QLabel *m_reachHeading = nullptr;
    QFormLayout *m_reach = nullptr;
    QLabel *m_factsHeading = nullptr;
    QFormLayout *m_facts = nullptr;
    QLabel *m_moreFacts = nullptr;
    QLabel *m_ticketHeading = nullptr;
    QLabel *m_assigneeLabel = nullptr;
    QComboBox *m_assignee = nullptr;
    QLabel *m_priorityLabel = nullptr;
    QComboBox *m_priority = nullptr;
    QLabel *m_tagsLabel = nullptr;
    QLineEdit *m_tags = nullptr;
    QLabel *m_teamLabel = nullptr;
    QLabel *m_team = nullptr;
    QLabel *m_ratingLabel = nullptr;
    QLabel *m_rating = nullptr;
    QLabel *m_trouble = nullptr;
    QLabel *m_noteHeading = nullptr;
    QPlainTextEdit *m_note = nullptr;
    PeopleSection *m_people = nullptr;
    QLabel *m_beforeHeading = nullptr;
    QVBoxLayout *m_cards = nullptr;
};

} // namespace parley::ui
