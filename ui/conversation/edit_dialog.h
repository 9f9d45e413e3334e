// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/capabilities.h"
#include "models/message.h"

#include <QDialog>

class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace parley::ui {

/// The text of one of our messages, to be changed: before it is sent, or at the platform. Says how long it may be and,
/// where everybody reads it, what looks like personal data.
class EditDialog : public QDialog
{
    Q_OBJECT
public:
    enum class For {
        Sending, ///< it waits in the outbox; a long text is split as ever
        Changing, ///< it stands at the platform: one message stays one message
    };
    EditDialog(const Message &message, For purpose, const Capabilities &capabilities, QWidget *parent = nullptr);

    [[nodiscard]] QString text() const;

private:
    void refresh();

    Visibility m_visibility;
    For m_purpose;
    Capabilities m_capabilities;
    QPlainTextEdit *m_text = nullptr;
    QLabel *m_hint = nullptr;
    QPushButton *m_done = nullptr;
};

} // namespace parley::ui
