// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/contact.h"
#include "models/result.h"
#include "models/time.h"

#include <QFuture>
#include <QList>
#include <QWidget>

#include <optional>

class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;
class QStackedLayout;
class QVBoxLayout;

namespace parley::sync {
class Engine;
}
namespace parley::storage {
class Reader;
}

namespace parley::ui {

class KeyButton;

/// "The same person as …": joins a customer with somebody the team knows already, in two steps, and parts them again.
/// First one is looked for by name, then one reads what will happen.
class PeopleSection : public QWidget
{
    Q_OBJECT
public:
    PeopleSection(sync::Engine &engine, storage::Reader &reader, const Clock &clock, QWidget *parent = nullptr);

    /// \param shownName  of the contact, fit to be shown
    void setContact(const std::optional<Contact> &contact, const QString &shownName);
    void begin(); ///< puts the keys into the search
    void setKey(const QString &key);

Q_SIGNALS:
    void leaveRequested(); ///< Esc, or done

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    enum class Step { Closed, Search, Confirm };

    void build();
    QWidget *buildSearch();
    QWidget *buildConfirm();
    void retranslate();
    void show(Step step);
    void search();
    void choose(int row);
    void merge();
    void unmerge(ContactId merged);
    void finish(const QFuture<Result<void>> &future);
    void refreshMerged();
    [[nodiscard]] QString addressesOf(const Contact &contact) const;

    sync::Engine &m_engine;
    storage::Reader &m_reader;
    const Clock &m_clock;
    std::optional<Contact> m_contact;
    QString m_name;
    QString m_key;
    QList<Contact> m_found;
    std::optional<Contact> m_chosen;
    Step m_step = Step::Closed;
    bool m_busy = false;

    KeyButton *m_begin = nullptr;
    QWidget *m_searching = nullptr;
    QLineEdit *m_query = nullptr;
    QListWidget *m_list = nullptr;
    QLabel *m_none = nullptr;
    QWidget *m_confirming = nullptr;
    QLabel *m_what = nullptr;
    QPushButton *m_merge = nullptr;
    QPushButton *m_back = nullptr;
    QLabel *m_trouble = nullptr;
    QVBoxLayout *m_merged = nullptr;
};

/// How a person is called: the name, else "Visitor …", else an address.
[[nodiscard]] QString nameOf(const Contact &contact);

} // namespace parley::ui
