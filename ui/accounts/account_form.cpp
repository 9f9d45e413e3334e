// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounts/account_form.h"

#include "ui/accounts/account_words.h"
#include "ui/accounts/browser_sign_in.h"

#include <QComboBox>
#include <QEvent>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>

#include <algorithm>
#include <utility>

namespace parley::ui {

namespace {

// A token is pasted with a line end often enough; a password may well begin or end with a space, but never so.
QByteArray secretIn(const QLineEdit &field)
{
    QString secret = field.text();
    while (secret.endsWith(u'\n') || secret.endsWith(u'\r'))
        secret.chop(1);
    return secret.toUtf8();
}

} // namespace

AccountForm::AccountForm(const PlatformInfo &platform, QWidget *parent)
    : QWidget(parent)
    , m_platform(platform)
{
    build();
    retranslate();
}

QLabel *AccountForm::addRow(QWidget *field)
{
    auto *label = new QLabel(this);
    label->setBuddy(field);
    label->setTextFormat(Qt::PlainText);
    m_form->addRow(label, field);
    return label;
}

void AccountForm::build()
{
    m_form = new QFormLayout(this);
    m_form->setContentsMargins(0, 0, 0, 0);
    m_form->setVerticalSpacing(10);
    m_form->setHorizontalSpacing(14);
    m_form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    m_form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    m_name = lineEdit(QStringLiteral("name"));
    m_nameLabel = addRow(m_name);
    if (m_platform.usesUrl) {
        m_url = lineEdit(QStringLiteral("url"));
        m_urlLabel = addRow(m_url);
    }
    for (const SettingField &field : m_platform.fields) {
        QWidget *made = nullptr;
        if (field.choices.isEmpty()) {
            auto *edit = lineEdit(field.key);
            edit->setPlaceholderText(field.hint);
            made = edit;
        } else {
            auto *box = new QComboBox(this);
            box->setObjectName(field.key);
            box->addItems(field.choices);
            connect(box, &QComboBox::activated, this, &AccountForm::edited);
            connect(box, &QComboBox::currentIndexChanged, this, &AccountForm::showWhatCounts);
            made = box;
        }
        made->setAccessibleName(field.label);
        m_settings.insert(field.key, made);
        addRow(made)->setText(field.label);
    }
    m_secret = addSecret(QStringLiteral("secret"), m_platform.secretLabel, m_platform.secretHelp);
    for (const SecretField &field : std::as_const(m_platform.furtherSecrets)) {
        const QString label = field.required ? field.label : tr("%1 (optional)").arg(field.label);
        m_furtherSecrets.insert(field.key, addSecret(field.key, label, field.help));
    }
    showWhatCounts();
}

bool AccountForm::holds(const SettingCondition &condition) const
{
    const auto isIt = [&condition](const SettingField &field) { return field.key == condition.key; };
    const auto field = std::ranges::find_if(m_platform.fields, isIt);
    return condition.key.isEmpty() || (field != m_platform.fields.end() && valueOf(*field) == condition.value);
}

void AccountForm::showWhatCounts()
{
    for (const SettingField &field : std::as_const(m_platform.fields))
        m_form->setRowVisible(m_settings.value(field.key), holds(field.onlyWhere));
    for (const SecretField &field : std::as_const(m_platform.furtherSecrets)) {
        m_form->setRowVisible(m_furtherSecrets.value(field.key), holds(field.onlyWhere));
        if (QWidget *help = m_secretHelp.value(field.key))
            m_form->setRowVisible(help, holds(field.onlyWhere));
    }
    if (!m_signIn)
        return;
    const bool offered = holds(*m_platform.browserSignIn);
    m_form->setRowVisible(m_signIn, offered);
    if (!offered)
        m_signIn->giveUp();
}

void AccountForm::offerSignIn(sync::Engine &engine)
{
    if (!m_platform.browserSignIn || m_signIn)
        return;
    m_signIn = new BrowserSignIn(engine, [this] { return draftForSignIn(); }, this);
    m_form->addRow(nullptr, m_signIn);
    connect(m_signIn, &BrowserSignIn::began, this, &AccountForm::edited);
    connect(m_signIn, &BrowserSignIn::signedIn, this, &AccountForm::took);
    connect(m_signIn, &BrowserSignIn::failed, this, &AccountForm::signInFailed);
    showWhatCounts();
}

void AccountForm::took(const QByteArray &secret)
{
    m_secret->setText(QString::fromUtf8(secret));
    Q_EMIT edited();
}

sync::AccountDraft AccountForm::draftForSignIn() const
{
    sync::AccountDraft draft;
    draft.account.platform = m_platform.id;
    draft.account.name = m_name->text().trimmed();
    if (m_url)
        draft.account.url = m_url->text().trimmed();
    for (const SettingField &field : std::as_const(m_platform.fields)) {
        const QString value = valueOf(field);
        if (!value.isEmpty() && holds(field.onlyWhere))
            draft.account.settings.insert(field.key, value);
    }
    for (const SecretField &field : std::as_const(m_platform.furtherSecrets)) {
        const QByteArray secret = secretIn(*m_furtherSecrets.value(field.key));
        if (!secret.isEmpty() && holds(field.onlyWhere))
            draft.furtherSecrets.insert(field.key, secret);
    }
    return draft;
}

QLineEdit *AccountForm::lineEdit(const QString &name)
{
    auto *edit = new QLineEdit(this);
    edit->setObjectName(name);
    connect(edit, &QLineEdit::textEdited, this, &AccountForm::edited);
    return edit;
}

QLineEdit *AccountForm::addSecret(const QString &name, const QString &label, const QString &help)
{
    QLineEdit *secret = lineEdit(name);
    secret->setEchoMode(QLineEdit::Password);
    secret->setInputMethodHints(Qt::ImhHiddenText | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText);
    secret->setAccessibleName(label);
    secret->setAccessibleDescription(help);
    addRow(secret)->setText(label);
    if (help.isEmpty())
        return secret;
    auto *words = new QLabel(withLinks(help), this);
    words->setProperty("look", QStringLiteral("dim"));
    words->setTextFormat(Qt::RichText);
    words->setWordWrap(true);
    words->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    words->setOpenExternalLinks(true);
    words->setTextInteractionFlags(Qt::TextBrowserInteraction);
    m_form->addRow(nullptr, words);
    m_secretHelp.insert(name, words);
    return secret;
}

void AccountForm::retranslate()
{
    m_nameLabel->setText(tr("Name"));
    m_name->setPlaceholderText(tr("What your team calls it, for example “Shop”"));
    m_name->setAccessibleName(m_nameLabel->text());
    if (m_url) {
        m_urlLabel->setText(tr("Server address"));
        m_url->setAccessibleName(m_urlLabel->text());
        m_url->setPlaceholderText(tr("https://… ; empty: the platform's own"));
    }
}

void AccountForm::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

QString AccountForm::valueOf(const SettingField &field) const
{
    QWidget *widget = m_settings.value(field.key);
    if (const auto *box = qobject_cast<QComboBox *>(widget))
        return box->currentText();
    if (const auto *edit = qobject_cast<QLineEdit *>(widget))
        return edit->text().trimmed();
    return {};
}

Result<sync::AccountDraft> AccountForm::missing(QWidget *field, const QString &label)
{
    field->setFocus(Qt::OtherFocusReason);
    return Error{
        ErrorKind::Rejected, QStringLiteral("a field is empty"), tr("Please fill in “%1”.").arg(label), {}, false};
}

Result<sync::AccountDraft> AccountForm::draft()
{
    auto draft = draftForSignIn();
    if (draft.account.name.isEmpty())
        return missing(m_name, m_nameLabel->text());
    for (const SettingField &field : std::as_const(m_platform.fields)) {
        if (field.required && holds(field.onlyWhere) && valueOf(field).isEmpty())
            return missing(m_settings.value(field.key), field.label);
    }
    draft.secret = secretIn(*m_secret);
    if (draft.secret.isEmpty())
        return missing(m_secret, m_platform.secretLabel);
    for (const SecretField &field : std::as_const(m_platform.furtherSecrets)) {
        if (field.required && holds(field.onlyWhere) && !draft.furtherSecrets.contains(field.key))
            return missing(m_furtherSecrets.value(field.key), field.label);
    }
    return draft;
}

void AccountForm::pointAt(ErrorKind kind)
{
    if (kind == ErrorKind::Unauthorized)
        m_secret->setFocus(Qt::OtherFocusReason);
    else if ((kind == ErrorKind::Offline || kind == ErrorKind::TimedOut) && m_url && !m_url->text().isEmpty())
        m_url->setFocus(Qt::OtherFocusReason);
}

void AccountForm::focusFirst()
{
    m_name->setFocus(Qt::OtherFocusReason);
}

void AccountForm::clearSecrets()
{
    if (m_signIn)
        m_signIn->giveUp();
    m_secret->clear();
    for (QLineEdit *secret : std::as_const(m_furtherSecrets))
        secret->clear();
}

} // namespace parley::ui
