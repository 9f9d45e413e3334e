// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounts/secret_dialog.h"

#include "sync/engine.h"
#include "ui/accounts/account_words.h"
#include "ui/accounts/browser_sign_in.h"
#include "ui/common/error_words.h"
#include "ui/common/when_done.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

#include <utility>

namespace parley::ui {

SecretDialog::SecretDialog(sync::Engine &engine, Account account, PlatformInfo platform, QWidget *parent)
    : QDialog(parent)
    , m_engine(engine)
    , m_account(std::move(account))
    , m_platform(std::move(platform))
    , m_ask(new QLabel(this))
    , m_which(new QComboBox(this))
    , m_label(new QLabel(this))
    , m_secret(new QLineEdit(this))
    , m_help(new QLabel(this))
    , m_trouble(new QLabel(this))
    , m_cancel(new QPushButton(this))
    , m_replace(new QPushButton(this))
{
    setObjectName(QStringLiteral("replaceSecret"));
    constexpr int kWidth = 420;
    setMinimumWidth(kWidth);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(22, 18, 22, 16);
    column->setSpacing(10);
    m_ask->setTextFormat(Qt::PlainText);
    m_ask->setWordWrap(true);
    m_which->setObjectName(QStringLiteral("whichSecret"));
    m_which->addItem(m_platform.secretLabel, QString());
    for (const SecretField &field : std::as_const(m_platform.furtherSecrets))
        m_which->addItem(field.label, field.key);
    m_which->setVisible(!m_platform.furtherSecrets.isEmpty());
    connect(m_which, &QComboBox::currentIndexChanged, this, [this] {
        showTrouble({});
        retranslate();
    });
    m_label->setBuddy(m_secret);
    m_secret->setObjectName(QStringLiteral("secret"));
    m_secret->setEchoMode(QLineEdit::Password);
    m_secret->setInputMethodHints(Qt::ImhHiddenText | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText);
    m_help->setWordWrap(true);
    m_help->setOpenExternalLinks(true);
    m_help->setProperty("look", QStringLiteral("dim"));
    m_trouble->setObjectName(QStringLiteral("trouble"));
    m_trouble->setTextFormat(Qt::PlainText);
    m_trouble->setWordWrap(true);
    m_trouble->setProperty("look", QStringLiteral("error"));
    for (QWidget *widget : std::initializer_list<QWidget *>{m_ask, m_which, m_label, m_secret, m_help, m_trouble})
        column->addWidget(widget);
    offerSignIn();
    if (m_signIn)
        column->insertWidget(column->indexOf(m_trouble), m_signIn);
    column->addStretch();
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_replace);
    column->addLayout(buttons);
    m_cancel->setAutoDefault(false);
    m_replace->setObjectName(QStringLiteral("replace"));
    m_replace->setDefault(true);
    m_replace->setProperty("look", QStringLiteral("primary"));
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_replace, &QPushButton::clicked, this, &SecretDialog::replace);
    connect(m_secret, &QLineEdit::textEdited, this, [this] { showTrouble({}); });
    showTrouble({});
    retranslate();
}

void SecretDialog::offerSignIn()
{
    const auto &where = m_platform.browserSignIn;
    if (!where || (!where->key.isEmpty() && m_account.settings.value(where->key) != where->value))
        return;
    const auto draft = [account = m_account] { return sync::AccountDraft{account, {}}; };
    m_signIn = new BrowserSignIn(m_engine, draft, this);
    connect(m_signIn, &BrowserSignIn::began, this, [this] { showTrouble({}); });
    connect(m_signIn, &BrowserSignIn::failed, this, &SecretDialog::showTrouble);
    connect(m_signIn, &BrowserSignIn::signedIn, this, [this](const QByteArray &secret) {
        m_secret->setText(QString::fromUtf8(secret));
        m_replace->setFocus();
    });
}

void SecretDialog::retranslate()
{
    if (m_signIn)
        m_signIn->setVisible(key().isEmpty());
    setWindowTitle(tr("Replace the secret"));
    m_ask->setText(tr("A new secret for “%1”. It takes the old one's place, and the account signs in with it at once.")
            .arg(m_account.name));
    m_which->setAccessibleName(tr("Which secret"));
    m_label->setText(label());
    m_secret->setAccessibleName(label());
    QString help = m_platform.secretHelp;
    for (const SecretField &field : std::as_const(m_platform.furtherSecrets)) {
        if (field.key == key())
            help = field.help;
    }
    m_help->setText(withLinks(help));
    m_help->setVisible(!help.isEmpty());
    m_cancel->setText(tr("Cancel"));
    m_replace->setText(m_busy ? tr("Saving…") : tr("Replace"));
}

QString SecretDialog::label() const
{
    return m_which->currentText();
}

QString SecretDialog::key() const
{
    return m_which->currentData().toString();
}

void SecretDialog::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void SecretDialog::showTrouble(const QString &words)
{
    m_trouble->setText(words);
    m_trouble->setVisible(!words.isEmpty());
}

void SecretDialog::replace()
{
    if (m_busy)
        return;
    if (m_secret->text().isEmpty()) {
        showTrouble(tr("Please fill in “%1”.").arg(label()));
        m_secret->setFocus();
        return;
    }
    m_busy = true;
    m_replace->setEnabled(false);
    m_secret->setEnabled(false);
    retranslate();
    whenDone(m_engine.replaceSecret(m_account.id, m_secret->text().toUtf8(), key()), this,
        [this](const Result<void> &result) {
            m_busy = false;
            m_replace->setEnabled(true);
            m_secret->setEnabled(true);
            retranslate();
            if (result) {
                m_secret->clear();
                accept();
                return;
            }
            showTrouble(wordsFor(result.error()));
            m_secret->setFocus();
            m_secret->selectAll();
        });
}

} // namespace parley::ui
