// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/composer/personal_data.h"

#include <QFrame>
#include <QString>

class QLabel;
class QPushButton;

namespace parley::ui {

/// "This looks like a phone number; everybody will read it": asks before a public answer with personal data leaves.
/// Takes the focus and is announced; Esc means Edit. Hidden while there is nothing to ask.
class GuardStrip : public QFrame
{
    Q_OBJECT
public:
    explicit GuardStrip(QWidget *parent = nullptr);

    /// \param privately  whether "Answer privately" is offered
    void ask(const QString &text, const QList<PersonalData> &found, bool privately);

Q_SIGNALS:
    void answerPrivately();
    void sendAnyway();
    void edit();

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool event(QEvent *event) override;

private:
    void retranslate();

    PersonalData::Kind m_kind = PersonalData::Kind::Card;
    QString m_shown; ///< what was found, as it stands in the text
    int m_more = 0;
    QLabel *m_words = nullptr;
    QPushButton *m_privately = nullptr;
    QPushButton *m_anyway = nullptr;
    QPushButton *m_edit = nullptr;
};

} // namespace parley::ui
