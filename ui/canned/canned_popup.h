// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/workspace.h"

#include <QFrame>
#include <QHash>
#include <QList>
#include <QString>

class QLabel;
class QListView;

namespace parley::ui {

/// The list of canned responses at the caret: short code and first line, with what is known of the customer filled in.
/// Lies over the window and never takes the keys: they stay in the field.
class CannedPopup : public QFrame
{
    Q_OBJECT
public:
    explicit CannedPopup(QWidget *window);

    /// \param none  what is said where \a responses is empty
    void setRows(const QList<CannedResponse> &responses, const QHash<QString, QString> &values, const QString &none);
    /// Both in coordinates of the window: under the caret, or above it where there is more room, and not wider than
    /// the field.
    void placeAt(const QRect &caret, const QRect &field);
    void step(int by);
    void stepPage(int by);
    [[nodiscard]] int currentRow() const; ///< -1: none
    [[nodiscard]] QString
    currentSentence() const; ///< "refund, 2 of 14: Hello Ana, …"; what is said where there is none

Q_SIGNALS:
    void chosen(int row); ///< by a click
    void currentChanged();

protected:
    void changeEvent(QEvent *event) override;

private:
    class Model;
    class Delegate;
    void retranslate();

    Model *m_model;
    QListView *m_list;
    QLabel *m_none;
    QLabel *m_keys;
};

} // namespace parley::ui
