// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounts/account_form.h"

#include "ui/accounts/account_words.h"

#include <QComboBox>
#include <QEvent>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>

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
    sync::AccountDraft draft;
    draft.account.platform = m_platform.id;
    draft.account.name = m_name->text().trimmed();
    if (draft.account.name.isEmpty())
        return missing(m_name, m_nameLabel->text());
    if (m_url)
        draft.account.url = m_url->text().trimmed();
    for (const SettingField &field : m_platform.fields) {
        const QString value = valueOf(field);
        if (value.isEmpty() && field.required)
            return missing(m_settings.value(field.key), field.label);
        if (!value.isEmpty())
            draft.account.settings.insert(field.key, value);
    }
    draft.secret = secretIn(*m_secret);
    if (draft.secret.isEmpty())
        return missing(m_secret, m_platform.secretLabel);
    for (const SecretField &field : std::as_const(m_platform.furtherSecrets)) {
        QLineEdit *edit = m_furtherSecrets.value(field.key);
        const QByteArray secret = secretIn(*edit);
        if (secret.isEmpty() && field.required)
            return missing(edit, field.label);
        if (!secret.isEmpty())
            draft.furtherSecrets.insert(field.key, secret);
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
    m_secret->clear();
    for (QLineEdit *secret : std::as_const(m_furtherSecrets))
        secret->clear();
}

} // namespace parley::ui
