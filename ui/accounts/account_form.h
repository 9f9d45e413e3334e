// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/account.h"
#include "models/result.h"
#include "sync/engine.h"

#include <QHash>
#include <QWidget>

class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;

namespace parley::ui {

class BrowserSignIn;

/// What a platform asks of a new account: a name, its settings, its secrets. Built from PlatformInfo alone.
class AccountForm : public QWidget
{
    Q_OBJECT
public:
    explicit AccountForm(const PlatformInfo &platform, QWidget *parent = nullptr);

    /// What was filled in, or Rejected with words that name the first field that is missing; that field has the focus
    /// then.
    [[nodiscard]] Result<sync::AccountDraft> draft();
    /// Puts the focus where an error of the sign-in is most likely mended.
    void pointAt(ErrorKind kind);
    void focusFirst();
    /// Offers the sign-in in the browser where the platform has one. The engine outlives the form.
    void offerSignIn(sync::Engine &engine);
    /// Forgets what is secret, and gives up a sign-in under way. The form cannot give it back.
    void clearSecrets();

Q_SIGNALS:
    void edited();
    void signInFailed(const QString &words);

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void retranslate();
    QLabel *addRow(QWidget *field);
    QLineEdit *lineEdit(const QString &name);
    QLineEdit *addSecret(const QString &name, const QString &label, const QString &help);
    [[nodiscard]] bool holds(const SettingCondition &condition) const;
    [[nodiscard]] sync::AccountDraft draftForSignIn() const;
    void showWhatCounts(); ///< only the rows that mean something with the settings chosen
    void took(const QByteArray &secret);
    [[nodiscard]] QString valueOf(const SettingField &field) const;
    [[nodiscard]] Result<sync::AccountDraft> missing(QWidget *field, const QString &label);

    PlatformInfo m_platform;
    QFormLayout *m_form = nullptr;
    QLineEdit *m_name = nullptr;
    QLabel *m_nameLabel = nullptr;
    QLineEdit *m_url = nullptr;
    QLabel *m_urlLabel = nullptr;
    QHash<QString, QWidget *> m_settings; ///< QLineEdit or QComboBox, by key
    QLineEdit *m_secret = nullptr;
    QHash<QString, QWidget *> m_secretHelp; ///< by SecretField::key
    BrowserSignIn *m_signIn = nullptr; ///< null: the platform has none
    QHash<QString, QLineEdit *> m_furtherSecrets; ///< by SecretField::key
};

} // namespace parley::ui
