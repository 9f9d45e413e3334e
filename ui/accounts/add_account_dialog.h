// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/account.h"
#include "models/result.h"

#include <QDialog>
#include <QList>

#include <memory>

class QLabel;
class QListWidget;
class QProgressBar;
class QPushButton;
class QStackedWidget;

namespace parley::sync {
class Engine;
}

namespace parley::ui {

class AccountForm;

/// Connects an account: choose the platform, fill in what it asks for, sign in. Nothing is stored before the platform
/// has accepted the secret. Closing the dialog during a sign-in undoes it.
class AddAccountDialog : public QDialog
{
    Q_OBJECT
public:
    AddAccountDialog(sync::Engine &engine, QList<PlatformInfo> platforms, QWidget *parent = nullptr);
    ~AddAccountDialog() override;

    void choosePlatform(const QString &platformId);
    void done(int result) override;

Q_SIGNALS:
    void accountAdded(parley::AccountId account, const QString &name);

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void retranslate();
    void platformChosen(int row);
    void connectAccount();
    void setBusy(bool busy);
    void showTrouble(const QString &words);
    void abandon(); ///< the sign-in under way, if any, is taken back
    void finished(const Result<AccountId> &result, const QString &name);

    sync::Engine &m_engine;
    QList<PlatformInfo> m_platforms;
    QList<AccountForm *> m_forms; ///< beside m_platforms
    std::shared_ptr<bool> m_abandoned; ///< of the sign-in under way; null: none

    QListWidget *m_list = nullptr;
    QLabel *m_heading = nullptr;
    QStackedWidget *m_stack = nullptr;
    QLabel *m_trouble = nullptr;
    QProgressBar *m_progress = nullptr;
    QLabel *m_promise = nullptr;
    QPushButton *m_connect = nullptr;
    QPushButton *m_cancel = nullptr;
};

} // namespace parley::ui
