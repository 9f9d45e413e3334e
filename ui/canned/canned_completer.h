// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/canned/canned_search.h"

#include <QHash>
#include <QObject>
#include <QPointer>
#include <QString>
#include <QTextCursor>

#include <functional>
#include <optional>

class QKeyEvent;

namespace parley::ui {

class CannedPopup;
class MessageField;

/// Finds a canned response while one types and puts it where the cursor stands: / or ; at the beginning of a word, or
/// open(), shows the list; what is typed then searches. What goes away is that typed text only.
class CannedCompleter : public QObject
{
    Q_OBJECT
public:
    /// What there is to choose from.
    struct Offer {
        const CannedSearch *search = nullptr; ///< null: the open ticket has no such thing
        QHash<QString, QString> values; ///< models/placeholders.h
        QString none; ///< what is said where there are none at all
    };

    explicit CannedCompleter(QObject *parent = nullptr);

    std::function<Offer()> offer; ///< asked once each time the list opens
    void watch(MessageField *field);
    void open(MessageField *field); ///< at the cursor, whatever stands there
    void close(); ///< what was typed stays
    void refresh(); ///< the responses are others: looks again, if open
    [[nodiscard]] bool isOpen() const; ///< the list can be seen

Q_SIGNALS:
    /// \param blanks  names of what is to be filled in by hand
    void inserted(parley::ui::MessageField *field, const QStringList &blanks);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void begin(MessageField *field, int start, bool typed);
    [[nodiscard]] std::optional<QString> typedSoFar() const; ///< nullopt: the search is over
    void search();
    void place();
    void insert(int row);
    void announce();
    [[nodiscard]] bool press(const QKeyEvent &event); ///< true: it was ours
    void noteTrigger(MessageField *field, const QString &typed);

    QPointer<MessageField> m_field; ///< null: no search is under way
    QPointer<CannedPopup> m_popup;
    QTextCursor m_start; ///< before the sign that began it, or where open() was called
    bool m_typed = false; ///< a sign began it, which goes away too
    bool m_inserting = false;
    Offer m_offer;
    QList<int> m_found;
};

} // namespace parley::ui
