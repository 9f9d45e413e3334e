// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounts/add_account_dialog.h"

#include "sync/engine.h"
#include "ui/accounts/account_form.h"
#include "ui/accounts/platform_mark.h"
#include "ui/common/error_words.h"
#include "ui/common/theme.h"
#include "ui/common/when_done.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>

#include <algorithm>

namespace parley::ui {

namespace {

constexpr int kListWidth = 190;
constexpr int kFormWidth = 430;
constexpr int kMark = 22; ///< side of a platform's mark

} // namespace

AddAccountDialog::AddAccountDialog(sync::Engine &engine, QList<PlatformInfo> platforms, QWidget *parent)
    : QDialog(parent)
    , m_engine(engine)
    , m_platforms(std::move(platforms))
{
    setObjectName(QStringLiteral("addAccount"));
    build();
    retranslate();
    m_list->setCurrentRow(0);
}

AddAccountDialog::~AddAccountDialog()
{
    abandon();
}

void AddAccountDialog::abandon()
{
    if (m_abandoned)
        *std::exchange(m_abandoned, nullptr) = true;
}

void AddAccountDialog::build()
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    m_list = new QListWidget(this);
    m_list->setObjectName(QStringLiteral("platforms"));
    m_list->setFixedWidth(kListWidth);
    m_list->setIconSize({kMark, kMark});
    m_list->setProperty("look", QStringLiteral("rows"));
    m_stack = new QStackedWidget(this);
    for (const PlatformInfo &platform : m_platforms) {
        m_list->addItem(new QListWidgetItem(platformIcon(platform, kMark), platform.name));
        auto *form = new AccountForm(platform, m_stack);
        form->offerSignIn(m_engine);
        connect(form, &AccountForm::edited, this, [this] { showTrouble({}); });
        connect(form, &AccountForm::signInFailed, this, &AddAccountDialog::showTrouble);
        m_forms.append(form);
        m_stack->addWidget(form);
    }
    connect(m_list, &QListWidget::currentRowChanged, this, &AddAccountDialog::platformChosen);

    auto *side = new QVBoxLayout;
    side->setContentsMargins(22, 18, 22, 16);
    side->setSpacing(12);
    m_heading = new QLabel(this);
    m_heading->setFont(bold(resized(font(), 2)));
    side->addWidget(m_heading);
    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidget(m_stack);
    scroll->setMinimumSize(kFormWidth, 280);
    side->addWidget(scroll, 1);
    m_trouble = new QLabel(this);
    m_trouble->setObjectName(QStringLiteral("trouble"));
    m_trouble->setProperty("look", QStringLiteral("error"));
    m_trouble->setTextFormat(Qt::PlainText);
    m_trouble->setWordWrap(true);
    side->addWidget(m_trouble);
    m_progress = new QProgressBar(this);
    m_progress->setRange(0, 0);
    m_progress->setTextVisible(false);
    m_progress->setFixedHeight(4);
    side->addWidget(m_progress);
    m_promise = new QLabel(this);
    m_promise->setProperty("look", QStringLiteral("dim"));
    m_promise->setWordWrap(true);
    side->addWidget(m_promise);

    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    m_cancel = new QPushButton(this);
    m_cancel->setAutoDefault(false);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    m_connect = new QPushButton(this);
    m_connect->setObjectName(QStringLiteral("connect"));
    m_connect->setProperty("look", QStringLiteral("primary"));
    m_connect->setDefault(true);
    connect(m_connect, &QPushButton::clicked, this, &AddAccountDialog::connectAccount);
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_connect);
    side->addLayout(buttons);
    row->addWidget(m_list);
    row->addLayout(side, 1);
    setBusy(false);
}

void AddAccountDialog::retranslate()
{
    setWindowTitle(tr("Connect an account"));
    m_list->setAccessibleName(tr("Platform"));
    m_promise->setText(tr("The secret goes into the system's key store, and to this platform only."));
    m_cancel->setText(tr("Cancel"));
    m_progress->setAccessibleName(tr("Signing in"));
    platformChosen(m_list->currentRow());
}

void AddAccountDialog::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void AddAccountDialog::choosePlatform(const QString &platformId)
{
    const auto found = std::ranges::find(m_platforms, platformId, &PlatformInfo::id);
    if (found != m_platforms.end())
        m_list->setCurrentRow(static_cast<int>(found - m_platforms.begin()));
}

void AddAccountDialog::platformChosen(int row)
{
    const bool any = row >= 0 && row < m_platforms.size();
    m_connect->setEnabled(any && !m_abandoned);
    m_connect->setText(tr("Connect"));
    showTrouble({});
    if (!any) {
        m_heading->setText(tr("No platform is built in"));
        return;
    }
    m_heading->setText(tr("Connect %1").arg(m_platforms[row].name));
    m_stack->setCurrentIndex(row);
}

void AddAccountDialog::showTrouble(const QString &words)
{
    m_trouble->setText(words);
    m_trouble->setVisible(!words.isEmpty());
    m_trouble->setAccessibleName(words);
}

void AddAccountDialog::setBusy(bool busy)
{
    m_list->setEnabled(!busy);
    m_stack->setEnabled(!busy);
    m_connect->setEnabled(!busy && m_list->currentRow() >= 0);
    m_progress->setVisible(busy);
    m_connect->setText(busy ? tr("Signing in…") : tr("Connect"));
}

void AddAccountDialog::connectAccount()
{
    if (m_abandoned || m_list->currentRow() < 0)
        return;
    auto draft = m_forms[m_list->currentRow()]->draft();
    if (!draft) {
        showTrouble(draft.error().words);
        return;
    }
    showTrouble({});
    m_abandoned = std::make_shared<bool>(false);
    setBusy(true);
    const QString name = draft->account.name;
    // The engine outlives the dialog: a sign-in that nobody waits for any more is taken back.
    whenDone(m_engine.addAccount(*std::move(draft)), &m_engine,
        [this, engine = &m_engine, abandoned = m_abandoned, name](const Result<AccountId> &result) {
            if (!*abandoned)
                finished(result, name);
            else if (result)
                engine->removeAccount(*result);
        });
}

void AddAccountDialog::finished(const Result<AccountId> &result, const QString &name)
{
    m_abandoned.reset();
    setBusy(false);
    if (!result) {
        showTrouble(wordsFor(result.error()));
        m_forms[m_list->currentRow()]->pointAt(result.error().kind);
        return;
    }
    Q_EMIT accountAdded(*result, name);
    accept();
}

void AddAccountDialog::done(int result)
{
    abandon();
    setBusy(false);
    for (AccountForm *form : std::as_const(m_forms))
        form->clearSecrets();
    QDialog::done(result);
}

} // namespace parley::ui
