// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/composer/guard_strip.h"

#include "models/display_text.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace parley::ui {

namespace {
constexpr int kShownLength = 40;
}

GuardStrip::GuardStrip(QWidget *parent)
    : QFrame(parent)
    , m_words(new QLabel(this))
    , m_privately(new QPushButton(this))
    , m_anyway(new QPushButton(this))
    , m_edit(new QPushButton(this))
{
    m_words->setObjectName(QStringLiteral("guardWords"));
    m_words->setTextFormat(Qt::PlainText);
    m_words->setWordWrap(true);
    m_privately->setObjectName(QStringLiteral("guardPrivately"));
    m_privately->setProperty("look", QStringLiteral("primary"));
    m_anyway->setObjectName(QStringLiteral("guardAnyway"));
    m_edit->setObjectName(QStringLiteral("guardEdit"));
    for (QPushButton *button : {m_privately, m_anyway, m_edit})
        button->setAutoDefault(false);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(6);
    buttons->addStretch();
    buttons->addWidget(m_privately);
    buttons->addWidget(m_anyway);
    buttons->addWidget(m_edit);
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(10, 6, 8, 7);
    box->setSpacing(4);
    box->addWidget(m_words);
    box->addLayout(buttons);
    connect(m_privately, &QPushButton::clicked, this, &GuardStrip::answerPrivately);
    connect(m_anyway, &QPushButton::clicked, this, &GuardStrip::sendAnyway);
    connect(m_edit, &QPushButton::clicked, this, &GuardStrip::edit);
    hide();
    retranslate();
}

void GuardStrip::ask(const QString &text, const QList<PersonalData> &found, bool privately)
{
    m_kind = found.first().kind;
    m_shown = safeForDisplay(text.mid(found.first().position, found.first().length), kShownLength);
    m_more = int(found.size()) - 1;
    m_privately->setVisible(privately);
    retranslate();
    show();
    (privately ? m_privately : m_edit)->setFocus(Qt::OtherFocusReason);
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void GuardStrip::retranslate()
{
    const QString words = [this] {
        switch (m_kind) {
        case PersonalData::Kind::Card:
            return tr("“%1” looks like a card number. Everybody will read it.");
        case PersonalData::Kind::Phone:
            return tr("“%1” looks like a phone number. Everybody will read it.");
        case PersonalData::Kind::Passport:
            return tr("“%1” looks like a passport number. Everybody will read it.");
        case PersonalData::Kind::Email:
            return tr("“%1” looks like an e-mail address. Everybody will read it.");
        }
        return QString();
    }();
    QString sentence = words.arg(m_shown);
    if (m_more > 0)
        sentence += u' ' + tr("%n place(s) like this are marked.", nullptr, m_more + 1);
    m_words->setText(sentence);
    setAccessibleName(sentence);
    m_privately->setText(tr("Answer privately"));
    m_anyway->setText(tr("Send anyway"));
    m_edit->setText(tr("Edit"));
    m_edit->setToolTip(tr("Back to the text (Esc)"));
}

void GuardStrip::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

bool GuardStrip::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        event->accept();
        return true;
    }
    return QFrame::event(event);
}

void GuardStrip::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT edit();
    else
        QFrame::keyPressEvent(event);
}

} // namespace parley::ui
