// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/account.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace parley::sync {
class Engine;
}

namespace parley::ui {

class BrowserSignIn;

/// Asks for a new token or password of an account, and has the engine try it. The old one stays until the new one
/// works.
class SecretDialog : public QDialog
{
    Q_OBJECT
public:
    SecretDialog(sync::Engine &engine, Account account, PlatformInfo platform, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void replace();
    void offerSignIn();
    void showTrouble(const QString &words);

    sync::Engine &m_engine;
    Account m_account;
    PlatformInfo m_platform;
    bool m_busy = false;

    [[nodiscard]] QString label() const; ///< of the secret chosen
    [[nodiscard]] QString key() const; ///< SecretField::key; empty: the main one

    QLabel *m_ask = nullptr;
    QComboBox *m_which = nullptr; ///< hidden where there is one secret only
    QLabel *m_label = nullptr;
    QLineEdit *m_secret = nullptr;
    QLabel *m_help = nullptr;
    BrowserSignIn *m_signIn = nullptr; ///< null: the account has none
    QLabel *m_trouble = nullptr;
    QPushButton *m_cancel = nullptr;
    QPushButton *m_replace = nullptr;
};

} // namespace parley::ui
