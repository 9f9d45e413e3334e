// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounts/accounts_dialog.h"

#include "storage/reader.h"
#include "sync/engine.h"
#include "ui/accounts/account_words.h"
#include "ui/accounts/platform_mark.h"
#include "ui/accounts/secret_dialog.h"
#include "ui/common/error_words.h"
#include "ui/common/when_done.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QTreeWidget>

#include <algorithm>
#include <limits>

namespace parley::ui {

namespace {

constexpr int kMark = 20;
constexpr int kIdRole = Qt::UserRole;
enum Column { NameColumn, StateColumn, DetailColumn, ColumnCount };

} // namespace

AccountsDialog::AccountsDialog(
    sync::Engine &engine, storage::Reader &reader, QList<PlatformInfo> platforms, const Clock &clock, QWidget *parent)
    : QDialog(parent)
    , m_engine(engine)
    , m_reader(reader)
    , m_platforms(std::move(platforms))
    , m_clock(clock)
{
    setObjectName(QStringLiteral("accounts"));
    resize(720, 380);
    build();
    retranslate();
    connect(&m_engine, &sync::Engine::accountStatusChanged, this, &AccountsDialog::showStatus);
    connect(&m_engine, &sync::Engine::changed, this, [this](const Changes &changes) {
        if (!changes.accounts.isEmpty())
            reload();
    });
}

void AccountsDialog::build()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 14);
    column->setSpacing(10);
    m_tree = new QTreeWidget(this);
    m_tree->setColumnCount(ColumnCount);
    m_tree->setProperty("look", QStringLiteral("rows"));
    m_tree->setRootIsDecorated(false);
    m_tree->setUniformRowHeights(false);
    m_tree->setWordWrap(true);
    m_tree->setIconSize({kMark, kMark});
    m_tree->header()->setSectionResizeMode(NameColumn, QHeaderView::ResizeToContents);
    m_tree->header()->setSectionResizeMode(StateColumn, QHeaderView::ResizeToContents);
    m_tree->header()->setStretchLastSection(true);
    m_empty = new QLabel(this);
    m_empty->setProperty("look", QStringLiteral("dim"));
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_trouble = new QLabel(this);
    m_trouble->setProperty("look", QStringLiteral("error"));
    m_trouble->setTextFormat(Qt::PlainText);
    m_trouble->setWordWrap(true);
    m_trouble->hide();
    column->addWidget(m_tree, 1);
    column->addWidget(m_empty, 1);
    column->addWidget(m_trouble);
    auto *buttons = new QHBoxLayout;
    const auto button = [&](const QString &name) {
        auto *made = new QPushButton(this);
        made->setObjectName(name);
        made->setAutoDefault(false);
        buttons->addWidget(made);
        return made;
    };
    m_add = button(QStringLiteral("add"));
    m_add->setProperty("look", QStringLiteral("primary"));
    m_sync = button(QStringLiteral("sync"));
    m_replace = button(QStringLiteral("replaceSecret"));
    m_remove = button(QStringLiteral("remove"));
    m_remove->setProperty("look", QStringLiteral("danger"));
    buttons->addStretch();
    m_close = button(QStringLiteral("close"));
    column->addLayout(buttons);
    connect(m_add, &QPushButton::clicked, this, &AccountsDialog::addRequested);
    connect(m_sync, &QPushButton::clicked, this, [this] { m_engine.syncNow(); });
    connect(m_replace, &QPushButton::clicked, this, &AccountsDialog::replaceSecret);
    connect(m_remove, &QPushButton::clicked, this, &AccountsDialog::removeAccount);
    connect(m_close, &QPushButton::clicked, this, &QDialog::accept);
    connect(m_tree, &QTreeWidget::itemSelectionChanged, this, &AccountsDialog::refreshButtons);
}

void AccountsDialog::retranslate()
{
    setWindowTitle(tr("Accounts"));
    m_tree->setHeaderLabels({tr("Account"), tr("State"), tr("Where it stands")});
    m_tree->setAccessibleName(tr("Accounts"));
    m_empty->setText(tr("No account yet. Connect a mailbox or a bot, and its customers appear in the inbox."));
    m_add->setText(tr("Add…"));
    m_sync->setText(tr("Sync now"));
    m_replace->setText(tr("Replace the secret…"));
    m_remove->setText(tr("Remove…"));
    m_close->setText(tr("Close"));
    reload();
}

void AccountsDialog::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void AccountsDialog::reload()
{
    const Account *before = selected();
    const AccountId chosen = before ? before->id : AccountId{};
    m_tree->clear();
    m_accounts.clear();
    if (auto accounts = m_reader.accounts())
        m_accounts = *std::move(accounts);
    for (const Account &account : std::as_const(m_accounts)) {
        auto *item = new QTreeWidgetItem(m_tree);
        item->setData(NameColumn, kIdRole, account.id.value);
        const PlatformInfo platform = platformOf(account);
        item->setIcon(NameColumn, platformIcon(platform, kMark));
        item->setText(NameColumn, QStringLiteral("%1 · %2").arg(platform.name, account.name));
        if (const auto status = m_reader.accountStatus(account.id); status && !m_status.contains(account.id))
            m_status.insert(account.id, *status);
        showStatus(account.id, m_status.value(account.id));
    }
    m_tree->setVisible(!m_accounts.isEmpty());
    m_empty->setVisible(m_accounts.isEmpty());
    selectAccount(chosen.isValid() || m_accounts.isEmpty() ? chosen : m_accounts.first().id);
    refreshButtons();
}

void AccountsDialog::selectAccount(AccountId account)
{
    if (QTreeWidgetItem *item = itemFor(account))
        m_tree->setCurrentItem(item);
}

void AccountsDialog::showStatus(AccountId account, const AccountStatus &status)
{
    m_status.insert(account, status);
    QTreeWidgetItem *item = itemFor(account);
    if (!item)
        return;
    const Timestamp now = m_clock.now();
    QString detail =
        status.state == AccountState::Online || status.detail.isEmpty() ? statusWords(status, now) : status.detail;
    if (status.state != AccountState::Online && status.completeTo)
        detail += QStringLiteral(" · ") + completeWords(*status.completeTo, now);
    item->setText(StateColumn, QStringLiteral("● ") + stateWord(status.state));
    item->setForeground(StateColumn, stateColour(status.state, tokensFor(palette())));
    item->setText(DetailColumn, detail);
    item->setToolTip(DetailColumn, detail);
}

QTreeWidgetItem *AccountsDialog::itemFor(AccountId account) const
{
    for (int i = 0; i < m_tree->topLevelItemCount(); ++i) {
        if (m_tree->topLevelItem(i)->data(NameColumn, kIdRole).toLongLong() == account.value)
            return m_tree->topLevelItem(i);
    }
    return nullptr;
}

const Account *AccountsDialog::selected() const
{
    const auto items = m_tree->selectedItems();
    if (items.isEmpty())
        return nullptr;
    const AccountId id{items.first()->data(NameColumn, kIdRole).toLongLong()};
    const auto found = std::ranges::find(m_accounts, id, &Account::id);
    return found == m_accounts.end() ? nullptr : &*found;
}

PlatformInfo AccountsDialog::platformOf(const Account &account) const
{
    const auto found = std::ranges::find(m_platforms, account.platform, &PlatformInfo::id);
    if (found != m_platforms.end())
        return *found;
    PlatformInfo unknown;
    unknown.id = account.platform;
    unknown.name = account.platform;
    unknown.badge = QStringLiteral("?");
    return unknown;
}

void AccountsDialog::refreshButtons()
{
    const bool any = selected() != nullptr;
    m_replace->setEnabled(any);
    m_remove->setEnabled(any);
    m_sync->setEnabled(!m_accounts.isEmpty());
}

void AccountsDialog::replaceSecret()
{
    const Account *account = selected();
    if (!account)
        return;
    auto *dialog = new SecretDialog(m_engine, *account, platformOf(*account), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void AccountsDialog::removeAccount()
{
    const Account *account = selected();
    if (!account)
        return;
    int unsent = 0;
    if (const auto rows = m_reader.outbox(std::numeric_limits<int>::max()))
        unsent = static_cast<int>(std::ranges::count(*rows, account->id, &OutboxRow::account));
    QString goes = tr("Its conversations, notes, drafts and secret leave this computer. "
                      "What is on %1 itself stays there.")
                       .arg(platformOf(*account).name);
    if (unsent > 0)
        goes += u' ' + tr("%n action(s) in the outbox will not be sent.", nullptr, unsent);
    auto *ask = new QMessageBox(QMessageBox::Warning, tr("Remove the account"), tr("Remove “%1”?").arg(account->name),
        QMessageBox::NoButton, this);
    ask->setObjectName(QStringLiteral("askRemove"));
    ask->setTextFormat(Qt::PlainText);
    ask->setInformativeText(goes);
    ask->setAttribute(Qt::WA_DeleteOnClose);
    QPushButton *keep = ask->addButton(tr("Keep it"), QMessageBox::RejectRole);
    QPushButton *remove = ask->addButton(tr("Remove"), QMessageBox::DestructiveRole);
    remove->setObjectName(QStringLiteral("reallyRemove"));
    ask->setDefaultButton(keep);
    ask->setEscapeButton(keep);
    connect(remove, &QPushButton::clicked, this, [this, id = account->id] {
        whenDone(m_engine.removeAccount(id), this, [this](const Result<void> &result) {
            m_trouble->setText(result ? QString() : wordsFor(result.error()));
            m_trouble->setVisible(!result);
            reload();
        });
    });
    ask->open();
}

} // namespace parley::ui
