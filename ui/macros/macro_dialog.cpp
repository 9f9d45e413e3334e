// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/macros/macro_dialog.h"

#include "models/display_text.h"
#include "storage/reader.h"
#include "ui/canned/placeholder_values.h"
#include "ui/common/icons.h"
#include "ui/common/palette.h"
#include "ui/common/theme.h"
#include "ui/common/tokens.h"
#include "ui/common/workspaces.h"
#include "ui/inbox/ticket_effects.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace parley::ui {

namespace {
constexpr int kOfferRole = Qt::UserRole + 1;
constexpr int kNameLength = 80;
constexpr int kWidth = 720;
constexpr int kHeight = 460;
constexpr int kListWidth = 250;
constexpr int kIcon = 15;
} // namespace

MacroDialog::MacroDialog(QList<TicketRow> tickets, storage::Reader &reader, Workspaces &workspaces, QWidget *parent)
    : QDialog(parent)
    , m_tickets(std::move(tickets))
    , m_reader(reader)
    , m_workspaces(workspaces)
{
    setObjectName(QStringLiteral("macroDialog"));
    setWindowTitle(tr("Run a macro"));
    collect(workspaces);
    build();
    filter();
    const QSize room = parent ? parent->size() - QSize(40, 60) : QSize(kWidth, kHeight);
    resize(QSize(kWidth, kHeight).boundedTo(room));
    m_field->setFocus();
}

void MacroDialog::collect(Workspaces &workspaces)
{
    QList<AccountId> accounts;
    for (const TicketRow &row : std::as_const(m_tickets)) {
        if (!accounts.contains(row.ticket.account))
            accounts.append(row.ticket.account);
    }
    for (const AccountId account : std::as_const(accounts)) {
        const Account *known = workspaces.account(account);
        const QList<Macro> macros = workspaces.of(account).macros.value_or(QList<Macro>());
        for (const Macro &macro : macros)
            m_offers.append({.account = account, .accountName = known ? known->name : QString(), .macro = macro});
    }
    m_severalAccounts = accounts.size() > 1;
    std::ranges::stable_sort(
        m_offers, [](const Offer &a, const Offer &b) { return a.macro.name.localeAwareCompare(b.macro.name) < 0; });
}

void MacroDialog::build()
{
    m_field = new QLineEdit(this);
    m_field->setObjectName(QStringLiteral("macroField"));
    m_field->setPlaceholderText(tr("Which macro?"));
    m_field->setAccessibleName(tr("Find a macro"));
    m_field->installEventFilter(this);
    m_list = new QListWidget(this);
    m_list->setObjectName(QStringLiteral("macroList"));
    m_list->setAccessibleName(tr("Macros"));
    m_list->setProperty("look", QStringLiteral("rows"));
    m_list->setFocusPolicy(Qt::NoFocus); // the keys stay in the field
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setTextElideMode(Qt::ElideRight);
    m_heading = new QLabel(this);
    m_heading->setTextFormat(Qt::PlainText);
    m_heading->setWordWrap(true);
    m_steps = new QListWidget(this);
    m_steps->setObjectName(QStringLiteral("macroSteps"));
    m_steps->setAccessibleName(tr("What the macro does"));
    m_steps->setProperty("look", QStringLiteral("rows"));
    m_steps->setSelectionMode(QAbstractItemView::NoSelection);
    m_steps->setWordWrap(true);
    m_steps->setIconSize(QSize(kIcon, kIcon));
    m_steps->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_steps->setResizeMode(QListView::Adjust);
    m_warning = new QLabel(this);
    m_warning->setObjectName(QStringLiteral("macroWarning"));
    m_warning->setTextFormat(Qt::PlainText);
    m_warning->setWordWrap(true);
    auto *cancel = new QPushButton(tr("Cancel"), this);
    cancel->setAutoDefault(false);
    m_run = new QPushButton(this);
    m_run->setObjectName(QStringLiteral("macroRun"));
    m_run->setProperty("look", QStringLiteral("primary"));
    m_run->setAutoDefault(false);

    auto *what = new QVBoxLayout;
    what->addWidget(m_heading);
    what->addWidget(m_steps, 1);
    what->addWidget(m_warning);
    auto *middle = new QHBoxLayout;
    middle->setSpacing(14);
    middle->addWidget(m_list);
    middle->addLayout(what, 1);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(m_run);
    auto *box = new QVBoxLayout(this);
    box->addWidget(m_field);
    box->addLayout(middle, 1);
    box->addLayout(buttons);

    connect(m_field, &QLineEdit::textChanged, this, &MacroDialog::filter);
    connect(m_field, &QLineEdit::returnPressed, this, &MacroDialog::run);
    connect(m_list, &QListWidget::currentItemChanged, this, &MacroDialog::preview);
    connect(m_list, &QListWidget::itemDoubleClicked, this, &MacroDialog::run);
    connect(m_run, &QPushButton::clicked, this, &MacroDialog::run);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
}

QString MacroDialog::nameOf(const Offer &offer) const
{
    QStringList parts{safeForDisplay(offer.macro.name, kNameLength)};
    if (offer.macro.personal)
        parts += tr("only mine");
    if (m_severalAccounts)
        parts += safeForDisplay(offer.accountName, kNameLength);
    return parts.join(QStringLiteral(" · "));
}

void MacroDialog::filter()
{
    const QString typed = m_field->text().trimmed();
    QList<std::pair<int, int>> scored; // minus the score, offer: best first
    for (int at = 0; at < int(m_offers.size()); ++at) {
        const int points = typed.isEmpty() ? 1 : fuzzyScore(typed, m_offers.at(at).macro.name);
        if (points > 0)
            scored.append({-points, at});
    }
    std::ranges::sort(scored);
    m_list->clear();
    for (const auto &[points, at] : std::as_const(scored)) {
        auto *item = new QListWidgetItem(nameOf(m_offers.at(at)), m_list);
        item->setData(kOfferRole, at);
    }
    m_list->setCurrentRow(0);
    if (scored.isEmpty())
        preview();
}

QList<MacroTarget> MacroDialog::targetsOf(const Offer &offer)
{
    const bool writes = std::ranges::any_of(offer.macro.steps, isMessage);
    QList<MacroTarget> targets;
    for (const TicketRow &row : std::as_const(m_tickets)) {
        if (row.ticket.account != offer.account)
            continue;
        const TicketId id = row.ticket.id;
        if (writes && !m_values.contains(id)) {
            const auto contact = m_reader.contact(row.ticket.contact);
            m_values.insert(
                id, placeholderValues(row, contact ? *contact : std::nullopt, m_workspaces.of(row.ticket.account)));
        }
        targets.append({.ticket = row.ticket, .values = m_values.value(id)});
    }
    return targets;
}

void MacroDialog::preview()
{
    m_steps->clear();
    const QListWidgetItem *item = m_list->currentItem();
    m_plan = {};
    if (item) {
        const Offer &offer = m_offers.at(item->data(kOfferRole).toInt());
        m_plan = MacroPlan(offer.macro, targetsOf(offer));
    }
    m_heading->setFont(bold(font()));
    m_heading->setText(item ? tr("What it does to %n ticket(s)", nullptr, m_plan.tickets()) : tr("No macro fits."));
    m_field->setAccessibleDescription(item ? item->text() : QString());
    const Tokens &tokens = tokensFor(palette());
    for (const MacroPlan::Line &line : m_plan.lines()) {
        QString words = line.words;
        if (line.tickets == 0 && m_plan.trouble().isEmpty())
            words += u" — " + tr("is so already");
        else if (line.tickets > 0 && line.tickets < m_plan.tickets())
            words += u" — " + tr("%1 of %n ticket(s)", nullptr, m_plan.tickets()).arg(line.tickets);
        auto *step = new QListWidgetItem(words, m_steps);
        const QString icon = line.sends ? QStringLiteral("send")
            : line.onServer             ? QStringLiteral("globe")
                                        : QStringLiteral("check");
        const QColor colour = line.tickets == 0 ? tokens.dim : line.sends ? tokens.watch : tokens.text;
        step->setIcon(iconNamed(icon, line.sends ? tokens.watch : tokens.dim, kIcon));
        step->setForeground(colour);
        step->setFlags(Qt::ItemIsEnabled);
    }
    warn();
}

/// What one must know before Enter.
void MacroDialog::warn()
{
    QStringList lines;
    if (!m_plan.trouble().isEmpty()) {
        lines += m_plan.trouble();
    } else if (m_plan.runsOnServer()) {
        lines += tr("This macro runs on the server and cannot be undone here.");
    } else if (m_plan.sends()) {
        lines += tr("A message goes to the customer. Ctrl+Z takes it back as long as it has not left.");
    } else if (m_list->currentItem() && !m_plan.canRun()) {
        lines += tr("Everything is so already: there is nothing to do.");
    }
    const bool grave = !m_plan.trouble().isEmpty();
    const Tokens &tokens = tokensFor(palette());
    m_warning->setStyleSheet(QStringLiteral("color: %1").arg((grave ? tokens.missed : tokens.watch).name()));
    m_warning->setText(lines.join(u'\n'));
    m_warning->setVisible(!lines.isEmpty());
    m_run->setText(m_plan.runsOnServer() ? tr("Run on the server")
            : m_plan.sends()             ? tr("Send and apply")
                                         : tr("Apply"));
    m_run->setEnabled(m_plan.canRun());
}

void MacroDialog::run()
{
    if (!m_plan.canRun())
        return; // the warning says why
    const MacroPlan plan = m_plan;
    accept();
    Q_EMIT chosen(plan);
}

void MacroDialog::resizeEvent(QResizeEvent *event)
{
    QDialog::resizeEvent(event);
    m_list->setFixedWidth(std::min(kListWidth, width() * 2 / 5));
}

bool MacroDialog::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_field || event->type() != QEvent::KeyPress)
        return QDialog::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    const int by = key == Qt::Key_Down ? 1 : key == Qt::Key_Up ? -1 : 0;
    if (by == 0 || m_list->count() == 0)
        return false;
    m_list->setCurrentRow(std::clamp(m_list->currentRow() + by, 0, m_list->count() - 1));
    return true;
}

} // namespace parley::ui
