// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/conversation/edit_dialog.h"

#include "models/display_text.h"
#include "models/split_text.h"
#include "ui/composer/personal_data.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace parley::ui {

namespace {
constexpr int kShownLength = 40;
}

EditDialog::EditDialog(const Message &message, For purpose, const Capabilities &capabilities, QWidget *parent)
    : QDialog(parent)
    , m_visibility(message.visibility)
    , m_purpose(purpose)
    , m_capabilities(capabilities)
    , m_text(new QPlainTextEdit(message.text, this))
    , m_hint(new QLabel(this))
{
    setObjectName(QStringLiteral("editDialog"));
    const bool sending = purpose == For::Sending;
    setWindowTitle(sending ? tr("Edit what is not sent") : tr("Change what was sent"));
    m_text->setAccessibleName(tr("Text of the reply"));
    m_text->setTabChangesFocus(true);
    m_hint->setObjectName(QStringLiteral("editHint"));
    m_hint->setTextFormat(Qt::PlainText);
    m_hint->setWordWrap(true);
    m_hint->setProperty("look", QStringLiteral("error"));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_done = buttons->addButton(sending ? tr("Send") : tr("Change"), QDialogButtonBox::AcceptRole);
    m_done->setObjectName(QStringLiteral("editDone"));
    m_done->setProperty("look", QStringLiteral("primary"));
    auto *box = new QVBoxLayout(this);
    box->addWidget(m_text);
    box->addWidget(m_hint);
    box->addWidget(buttons);
    resize(480, 260);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_text, &QPlainTextEdit::textChanged, this, &EditDialog::refresh);
    m_text->moveCursor(QTextCursor::End);
    m_text->setFocus();
    refresh();
}

QString EditDialog::text() const
{
    return m_text->toPlainText();
}

void EditDialog::refresh()
{
    const QString now = text();
    const qsizetype length = textLength(now, m_capabilities.textUnit);
    const bool tooLong = m_purpose == For::Changing && length > m_capabilities.textLimit;
    QString hint;
    if (tooLong) {
        const QLocale locale;
        hint = tr("%1 characters; one message takes %2.")
                   .arg(locale.toString(length), locale.toString(m_capabilities.textLimit));
    } else if (m_visibility == Visibility::Public) {
        const QList<PersonalData> found = personalDataIn(now);
        if (!found.isEmpty()) {
            hint = tr("“%1” looks like personal data. Everybody will read it.")
                       .arg(safeForDisplay(now.mid(found.first().position, found.first().length), kShownLength));
        }
    }
    m_hint->setText(hint);
    m_hint->setVisible(!hint.isEmpty());
    m_done->setEnabled(!now.trimmed().isEmpty() && !tooLong);
}

} // namespace parley::ui
