// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounts/status_bar.h"

#include "storage/reader.h"
#include "sync/engine.h"
#include "ui/accounts/account_words.h"
#include "ui/common/error_words.h"
#include "ui/common/tip.h"
#include "ui/common/translation.h"
#include "ui/common/web_page.h"

#include <QAction>
#include <QActionGroup>
#include <QDesktopServices>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QToolButton>

#include <algorithm>
#include <functional>
#include <limits>
#include <optional>
#include <utility>

namespace parley::ui {

namespace {

constexpr int kSegmentWidth = 460;
constexpr int kFewest = 110; ///< pixels of a segment: less says nothing
constexpr int kStep = 10;
constexpr int kPadding = 16; ///< of a button, both sides, with its border
constexpr int kSpacing = 8;
constexpr int kNarrow = 760; ///< of the bar: there the words to the right are short
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
        "#status QToolButton[grade=\"page\"] { color: %5; border: 1px solid %5; padding: 1px 6px; font-weight: 600; }"
        "#status QToolButton::menu-indicator { width: 0; image: none; }")
        .arg(t.ground.name(), t.line.name(), t.dim.name(), t.chip.name(), t.watch.name(), t.missed.name());
}

int pressing(AccountState state)
{
    return state == AccountState::Refused ? 2 : state == AccountState::Degraded ? 1 : 0;
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
    m_segments->setSpacing(kSpacing);
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
    m_waiting.clear();
    if (const auto rows = m_reader.outbox(kOutboxRead)) {
        for (const OutboxRow &row : *rows) {
            if (row.state == OutboxState::Held)
                ++m_held[row.account];
            else if (row.state != OutboxState::Failed && row.kind == u"reply")
                ++m_waiting[row.account];
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
    const QString all = parts.join(QStringLiteral(" · "));
    m_outbox->setText(isVisible() && width() <= kNarrow ? parts.first() : all);
    m_outbox->setAccessibleName(all);
    m_outbox->setToolTip(all + u'\n' + tr("What is not sent yet; click to see it"));
    const QString grade = failed > 0 ? QStringLiteral("error") : held > 0 ? QStringLiteral("watch") : QString();
    if (m_outbox->property("grade").toString() != grade) {
        m_outbox->setProperty("grade", grade);
        setStyleSheet(styleSheet());
    }
}

void StatusBar::showStorageTrouble(const Error &error)
{
    m_storageTrouble = parley::ui::wordsFor(error);
    refreshAccounts();
}

QString StatusBar::wordsFor(const Account &account, Timestamp now) const
{
    const AccountStatus status = m_status.value(account.id);
    const bool out = status.state == AccountState::Degraded;
    QString words = out ? outageWords(status, m_waiting.value(account.id), now) : statusWords(status, now);
    if (const int held = m_held.value(account.id); held > 0)
        words += QStringLiteral(" · ") + tr("%n held", nullptr, held);
    // Where a platform is out, that is what one must be able to read of it when there is little room.
    return out ? QStringLiteral("%1 (%2)").arg(words, account.name) : QStringLiteral("%1: %2").arg(account.name, words);
}

void StatusBar::refreshAccounts()
{
    collectSegments();
    placeSegments();
    if (std::exchange(m_page, wantedPage()) != m_page)
        Q_EMIT pageChanged();
}

/// What there is to say, the most pressing first.
void StatusBar::collectSegments()
{
    m_list.clear();
    const Timestamp now = m_clock.now();
    if (!m_storageTrouble.isEmpty())
        m_list.append({m_storageTrouble, m_storageTrouble, AccountState::Refused, {}, {}});
    if (m_accounts.isEmpty())
        m_list.append({tr("No account is connected"), tr("Click to connect one"), AccountState::Offline, {}, {}});
    QStringList sound; // tool tip: every account by name
    std::optional<Timestamp> completeTo; // the earliest: true of all
    QList<Segment> named;
    for (const Account &account : std::as_const(m_accounts)) {
        const AccountStatus status = m_status.value(account.id);
        if (status.state == AccountState::Online && status.fillTotal == 0 && !m_held.contains(account.id)) {
            sound << QStringLiteral("%1: %2").arg(account.name, statusWords(status, now));
            if (status.completeTo)
                completeTo = completeTo ? std::min(*completeTo, *status.completeTo) : *status.completeTo;
            continue;
        }
        const QString text = wordsFor(account, now);
        named.append({text, status.detail.isEmpty() ? text : text + u'\n' + status.detail, status.state, account.id,
            openablePage(status.page)});
    }
    std::ranges::stable_sort(named, std::ranges::greater{}, [](const Segment &one) { return pressing(one.state); });
    if (completeTo)
        m_list.append({QStringLiteral("● ") + completeWords(*completeTo, now), sound.join(u'\n'), AccountState::Online,
            {}, {}, true});
    m_list.append(named);
}

int StatusBar::wantedBy(const Segment &segment) const
{
    return std::min(fontMetrics().horizontalAdvance(segment.text), kSegmentWidth) + kPadding;
}

/// Everything whole where there is room; else the longest are shortened first, and what still does not fit is counted.
void StatusBar::placeSegments()
{
    while (QLayoutItem *item = m_segments->takeAt(0)) {
        if (item->widget()) {
            item->widget()->hide();
            item->widget()->deleteLater();
        }
        delete item;
    }
    const QString pageWords = tr("Open the page");
    const int page = fontMetrics().horizontalAdvance(pageWords) + kPadding + kSpacing;
    const int more = fontMetrics().horizontalAdvance(tr("and %n more", nullptr, 9)) + kPadding + kSpacing;
    const bool shown = isVisible(); // before that there is no width to go by
    const int room = shown ? m_segments->parentWidget()->width() : std::numeric_limits<int>::max() / 2;
    qsizetype count = m_list.size();
    int trouble = kFewest; // pixels that each may have
    int calm = kFewest;
    const auto widthOf = [&](const Segment &one) {
        if (one.speaksForAll)
            return wantedBy(one);
        return std::min(wantedBy(one), pressing(one.state) > 0 ? trouble : calm);
    };
    const auto fits = [&] {
        int used = count < m_list.size() ? more : 0;
        for (qsizetype i = 0; i < count; ++i)
            used += widthOf(m_list[i]) + kSpacing + (m_list[i].page.isValid() ? page : 0);
        return used <= room;
    };
    if (!fits()) // what is in order is the first to be only counted
        std::ranges::stable_sort(
            m_list, std::ranges::greater{}, [](const Segment &one) { return pressing(one.state); });
    while (count > 1 && !fits())
        --count;
    for (int *share : {&trouble, &calm}) {
        while (*share < kSegmentWidth + kPadding && fits())
            *share += kStep;
        if (!fits())
            *share -= kStep;
    }
    for (qsizetype i = 0; i < count; ++i)
        addButton(m_list[i], widthOf(m_list[i]));
    if (count < m_list.size()) {
        QStringList tips;
        for (qsizetype i = count; i < m_list.size(); ++i)
            tips << m_list[i].text;
        Segment rest{tr("and %n more", nullptr, static_cast<int>(m_list.size() - count)), tips.join(u'\n'),
            m_list[count].state, {}, {}};
        addButton(rest, wantedBy(rest));
    }
    m_segments->addStretch();
}

void StatusBar::addButton(const Segment &segment, int width)
{
    auto *button = flatButton(QStringLiteral("segment"), m_segments->parentWidget());
    button->setProperty("grade", gradeOf(segment.state));
    button->setText(fontMetrics().elidedText(segment.text, Qt::ElideRight, width - kPadding + 2));
    button->setToolTip(plainTip(segment.tip));
    button->setAccessibleName(segment.text);
    connect(
        button, &QToolButton::clicked, this, [this, account = segment.account] { Q_EMIT accountsRequested(account); });
    m_segments->addWidget(button);
    button->show();
    if (!segment.page.isValid())
        return;
    auto *open = flatButton(QStringLiteral("openAccountPage"), m_segments->parentWidget());
    open->setProperty("grade", QStringLiteral("page"));
    open->setText(tr("Open the page"));
    open->setAccessibleName(tr("Open the page that the account asks for: %1").arg(segment.page.host()));
    open->setToolTip(plainTip(
        tr("The platform wants a person to confirm something there (%1). Ctrl+Shift+O").arg(segment.page.host())));
    connect(open, &QToolButton::clicked, this, [page = segment.page] { QDesktopServices::openUrl(page); });
    m_segments->addWidget(open);
    open->show();
}

QUrl StatusBar::wantedPage() const
{
    const auto found = std::ranges::find_if(m_list, [](const Segment &one) { return one.page.isValid(); });
    return found == m_list.end() ? QUrl() : found->page;
}

void StatusBar::openWantedPage()
{
    if (const QUrl page = wantedPage(); page.isValid())
        QDesktopServices::openUrl(page);
}

void StatusBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    refreshOutbox();
    m_offline->setVisible(width() > kNarrow || m_offline->isChecked()); // it is in the menu of accounts, too
    layout()->activate(); // so that the segments' room is known
    collectSegments(); // in their own order again
    placeSegments();
}

} // namespace parley::ui
