// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounts/status_bar.h"

#include "storage/reader.h"
#include "sync/engine.h"
#include "ui/accounts/account_words.h"
#include "ui/common/error_words.h"
#include "ui/common/translation.h"

#include <QAction>
#include <QActionGroup>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QToolButton>

#include <algorithm>

namespace parley::ui {

namespace {

constexpr int kMostSegments = 4; ///< accounts in trouble that are named; the rest is counted
constexpr int kSegmentWidth = 420;
constexpr int kOutboxRead = 1000; ///< rows looked through for the counts by account

QToolButton *flatButton(const QString &name, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setObjectName(name);
    button->setProperty("bar", true);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

QString styleFor(const Tokens &t)
{
    return QStringLiteral(
        "#status { background: %1; border-top: 1px solid %2; }"
        "#status QToolButton { border: 0; border-radius: 4px; padding: 2px 6px; color: %3; background: transparent; }"
        "#status QToolButton:hover, #status QToolButton:focus { background: %4; }"
        "#status QToolButton:checked { color: %5; font-weight: 600; }"
        "#status QToolButton[grade=\"watch\"] { color: %5; }"
        "#status QToolButton[grade=\"error\"] { color: %6; font-weight: 600; }"
        "#status QToolButton::menu-indicator { width: 0; image: none; }")
        .arg(t.ground.name(), t.line.name(), t.dim.name(), t.chip.name(), t.watch.name(), t.missed.name());
}

QString gradeOf(AccountState state)
{
    if (state == AccountState::Degraded)
        return QStringLiteral("watch");
    return state == AccountState::Refused ? QStringLiteral("error") : QString();
}

} // namespace

StatusBar::StatusBar(sync::Engine &engine, storage::Reader &reader, QList<PlatformInfo> platforms, const Clock &clock,
    bool offline, QWidget *parent)
    : QWidget(parent)
    , m_engine(engine)
    , m_reader(reader)
    , m_platforms(std::move(platforms))
    , m_clock(clock)
{
    setObjectName(QStringLiteral("status"));
    setAttribute(Qt::WA_StyledBackground);
    build(offline);
    setStyleSheet(styleFor(tokensFor(palette())));
    reload();
    retranslate();
    connect(
        &m_engine, &sync::Engine::accountStatusChanged, this, [this](AccountId account, const AccountStatus &status) {
            m_status.insert(account, status);
            refreshAccounts();
        });
    connect(&m_engine, &sync::Engine::changed, this, [this](const Changes &changes) {
        if (!changes.accounts.isEmpty())
            reload();
        if (!changes.outbox.isEmpty() || !changes.accounts.isEmpty()) {
            refreshOutbox();
            refreshAccounts();
        }
    });
    connect(&m_engine, &sync::Engine::storageTrouble, this, &StatusBar::showStorageTrouble);
    connect(&m_engine, &sync::Engine::storageRecovered, this, [this] {
        m_storageTrouble.clear();
        refreshAccounts();
    });
}

void StatusBar::build(bool offline)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(6, 1, 6, 1);
    row->setSpacing(8);
    auto *segments = new QWidget(this);
    segments->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_segments = new QHBoxLayout(segments);
    m_segments->setContentsMargins(0, 0, 0, 0);
    m_segments->setSpacing(8);
    row->addWidget(segments, 1);
    m_outbox = flatButton(QStringLiteral("outboxButton"), this);
    m_offline = flatButton(QStringLiteral("offline"), this);
    m_offline->setCheckable(true);
    m_offline->setChecked(offline);
    m_language = flatButton(QStringLiteral("language"), this);
    m_language->setPopupMode(QToolButton::InstantPopup);
    auto *menu = new QMenu(m_language);
    auto *group = new QActionGroup(menu);
    for (const QLocale &locale : languages()) {
        QAction *action = menu->addAction(nativeName(locale));
        action->setCheckable(true);
        action->setData(locale);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, locale] {
            setLanguage(locale);
            Q_EMIT languageChanged(locale);
        });
    }
    m_language->setMenu(menu);
    for (QToolButton *button : {m_outbox, m_offline, m_language})
        row->addWidget(button);
    connect(m_outbox, &QToolButton::clicked, this, &StatusBar::outboxRequested);
    connect(m_offline, &QToolButton::toggled, this, [this](bool on) {
        m_engine.setOnline(!on);
        retranslate();
        Q_EMIT offlineChanged(on);
    });
}

bool StatusBar::isOffline() const
{
    return m_offline->isChecked();
}

void StatusBar::retranslate()
{
    setAccessibleName(tr("Status"));
    m_offline->setText(m_offline->isChecked() ? tr("Working offline") : tr("Work offline"));
    m_offline->setToolTip(m_offline->isChecked()
            ? tr("Nothing is fetched or sent. Click to connect again")
            : tr("Fetch and send nothing until you connect again; everything in the cache stays usable"));
    const QLocale now = language();
    m_language->setText(now.name().section(u'_', 0, 0).toUpper() + QStringLiteral(" ▾"));
    m_language->setToolTip(tr("Language of the interface"));
    m_language->setAccessibleName(tr("Language: %1").arg(nativeName(now)));
    const auto actions = m_language->menu()->actions();
    for (QAction *action : actions)
        action->setChecked(action->data().toLocale().language() == now.language());
    refreshOutbox();
    refreshAccounts();
}

void StatusBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    } else if (event->type() == QEvent::PaletteChange) {
        const QString style = styleFor(tokensFor(palette()));
        if (style != styleSheet())
            setStyleSheet(style);
    }
}

void StatusBar::reload()
{
    m_accounts.clear();
    if (auto accounts = m_reader.accounts())
        m_accounts = *std::move(accounts);
    QHash<AccountId, AccountStatus> known;
    for (const Account &account : std::as_const(m_accounts)) {
        const auto live = m_status.constFind(account.id);
        if (live != m_status.constEnd())
            known.insert(account.id, *live);
        else if (const auto status = m_reader.accountStatus(account.id))
            known.insert(account.id, *status);
    }
    m_status = known;
}

void StatusBar::refreshOutbox()
{
    m_held.clear();
    if (const auto rows = m_reader.outbox(kOutboxRead)) {
        for (const OutboxRow &row : *rows) {
            if (row.state == OutboxState::Held)
                ++m_held[row.account];
        }
    }
    const auto counts = m_reader.outboxCounts();
    const int queued = counts ? counts->queued : 0;
    const int held = counts ? counts->held : 0;
    const int failed = counts ? counts->failed : 0;
    QStringList parts{tr("Outbox %1").arg(QLocale().toString(queued + held + failed))};
    if (held > 0)
        parts << tr("%n held", nullptr, held);
    if (failed > 0)
        parts << tr("%n failed", nullptr, failed);
    m_outbox->setText(parts.join(QStringLiteral(" · ")));
    m_outbox->setToolTip(tr("What is not sent yet; click to see it"));
    const QString grade = failed > 0 ? QStringLiteral("error") : held > 0 ? QStringLiteral("watch") : QString();
    if (m_outbox->property("grade").toString() != grade) {
        m_outbox->setProperty("grade", grade);
        setStyleSheet(styleSheet());
    }
}

void StatusBar::showStorageTrouble(const Error &error)
{
    m_storageTrouble = wordsFor(error);
    refreshAccounts();
}

void StatusBar::addSegment(const QString &text, const QString &tip, AccountState state, AccountId account)
{
    auto *segment = flatButton(QStringLiteral("segment"), m_segments->parentWidget());
    segment->setProperty("grade", gradeOf(state));
    segment->setText(fontMetrics().elidedText(text, Qt::ElideRight, kSegmentWidth));
    segment->setToolTip(tip);
    segment->setAccessibleName(text);
    connect(segment, &QToolButton::clicked, this, [this, account] { Q_EMIT accountsRequested(account); });
    m_segments->addWidget(segment);
}

void StatusBar::refreshAccounts()
{
    while (QLayoutItem *item = m_segments->takeAt(0)) {
        if (item->widget())
            item->widget()->deleteLater();
        delete item;
    }
    const Timestamp now = m_clock.now();
    if (!m_storageTrouble.isEmpty())
        addSegment(m_storageTrouble, m_storageTrouble, AccountState::Refused, {});
    if (m_accounts.isEmpty())
        addSegment(tr("No account is connected"), tr("Click to connect one"), AccountState::Offline, {});

    QStringList sound; // tool tip: every account by name
    std::optional<Timestamp> completeTo; // the earliest: true of all
    QList<const Account *> named;
    for (const Account &account : std::as_const(m_accounts)) {
        const AccountStatus status = m_status.value(account.id);
        if (status.state == AccountState::Online && status.fillTotal == 0 && !m_held.contains(account.id)) {
            sound << QStringLiteral("%1: %2").arg(account.name, statusWords(status, now));
            if (status.completeTo)
                completeTo = completeTo ? std::min(*completeTo, *status.completeTo) : *status.completeTo;
        } else {
            named << &account;
        }
    }
    if (completeTo)
        addSegment(QStringLiteral("● ") + completeWords(*completeTo, now), sound.join(u'\n'), AccountState::Online, {});
    for (qsizetype i = 0; i < named.size() && i < kMostSegments; ++i) {
        const Account &account = *named[i];
        const AccountStatus status = m_status.value(account.id);
        QString text = QStringLiteral("%1: %2").arg(account.name, statusWords(status, now));
        if (const int held = m_held.value(account.id); held > 0)
            text += QStringLiteral(" · ") + tr("%n held", nullptr, held);
        addSegment(text, status.detail.isEmpty() ? text : status.detail, status.state, account.id);
    }
    if (named.size() > kMostSegments) {
        addSegment(
            tr("and %n more", nullptr, static_cast<int>(named.size() - kMostSegments)), {}, AccountState::Offline, {});
    }
    m_segments->addStretch();
}

} // namespace parley::ui
