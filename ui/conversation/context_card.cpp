// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/conversation/context_card.h"

#include "models/display_text.h"
#include "ui/common/elided_label.h"
#include "ui/common/key_button.h"
#include "ui/common/theme.h"
#include "ui/common/time_words.h"
#include "ui/common/tip.h"
#include "ui/common/web_page.h"
#include "ui/conversation/message_text.h"

#include <QDesktopServices>
#include <QEvent>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QRegularExpression>
#include <QScrollArea>
#include <QTextLayout>
#include <QToolButton>

#include <algorithm>

namespace parley::ui {

namespace {
constexpr int kTitleLength = 160;
constexpr int kAuthorLength = 60;
constexpr int kFactLength = 400;
constexpr qsizetype kTextLength = 20'000; ///< UTF-16 units of a post that are shown
constexpr qsizetype kMostFacts = 40;
constexpr qreal kShare = 0.4; ///< of the thread's height, at most
constexpr int kMargin = 16;
} // namespace

QString foldedTo(const QString &text, int lines, int width, const QFont &font, bool *cut)
{
    static const QRegularExpression breaks(QStringLiteral("\\s*\\n\\s*"));
    QString dense = text.trimmed();
    dense.replace(breaks, QStringLiteral("\n"));
    QString broken = dense;
    broken.replace(u'\n', QChar::LineSeparator);
    QTextLayout layout(broken, font);
    layout.beginLayout();
    QStringList shown;
    *cut = false;
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        if (shown.size() == lines) {
            *cut = true;
            break;
        }
        shown.append(broken.mid(line.textStart(), line.textLength()).remove(QChar::LineSeparator).trimmed());
    }
    layout.endLayout();
    if (*cut)
        shown.last() = QFontMetrics(font).elidedText(shown.last() + u" …", Qt::ElideRight, width);
    return shown.join(u'\n');
}

ContextCard::ContextCard(const Clock &clock, QWidget *parent)
    : QFrame(parent)
    , m_clock(clock)
{
    setObjectName(QStringLiteral("contextCard"));
    setProperty("look", QStringLiteral("panel"));
    build();
    if (parent)
        parent->installEventFilter(this);
    setContext({});
}

void ContextCard::build()
{
    m_title = new ElidedLabel(this);
    m_title->setObjectName(QStringLiteral("contextTitle"));
    m_by = new ElidedLabel(this);
    m_by->setObjectName(QStringLiteral("contextBy"));
    m_by->setProperty("look", QStringLiteral("dim"));
    m_open = new KeyButton(this);
    m_open->setObjectName(QStringLiteral("openPage"));
    connect(m_open, &QPushButton::clicked, this, &ContextCard::open);
    auto *heads = new QVBoxLayout;
    heads->setSpacing(0);
    heads->addWidget(m_title);
    heads->addWidget(m_by);
    auto *head = new QHBoxLayout;
    head->setSpacing(8);
    head->addLayout(heads, 1);
    head->addWidget(m_open);

    m_scroll = new QScrollArea(this);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    auto *content = new QFrame(m_scroll);
    content->setProperty("look", QStringLiteral("panel"));
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(5);
    m_words = new QLabel(content);
    m_words->setObjectName(QStringLiteral("contextText"));
    m_words->setTextFormat(Qt::PlainText);
    m_words->setWordWrap(true);
    m_words->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_facts = new QFormLayout;
    m_facts->setContentsMargins(0, 0, 0, 0);
    m_facts->setHorizontalSpacing(12);
    m_facts->setVerticalSpacing(3);
    m_facts->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_facts->setLabelAlignment(Qt::AlignLeft | Qt::AlignTop);
    column->addWidget(m_words);
    column->addLayout(m_facts);
    column->addStretch(1);
    m_scroll->setWidget(content);

    m_more = new QToolButton(this);
    m_more->setObjectName(QStringLiteral("contextMore"));
    m_more->setProperty("look", QStringLiteral("link"));
    m_more->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(m_more, &QToolButton::clicked, this, &ContextCard::toggle);
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(kMargin, 8, kMargin, 8);
    box->setSpacing(4);
    box->addLayout(head);
    box->addWidget(m_scroll);
    box->addWidget(m_more, 0, Qt::AlignLeft);
}

void ContextCard::setContext(const ConversationContext &context)
{
    m_folded = true;
    m_scroll->ensureVisible(0, 0);
    m_context = context;
    refresh();
}

void ContextCard::refreshContext(const ConversationContext &context)
{
    if (context == m_context)
        return;
    m_context = context;
    refresh();
}

void ContextCard::setKey(const QString &key)
{
    m_key = key;
    refresh();
}

QString ContextCard::byLine() const
{
    QStringList parts;
    if (!m_context.author.isEmpty())
        parts += safeForDisplay(m_context.author, kAuthorLength);
    if (m_context.time)
        parts += listTime(*m_context.time, m_clock.now());
    return parts.join(QStringLiteral(" · "));
}

void ContextCard::refresh()
{
    setVisible(!m_context.isEmpty());
    setAccessibleName(tr("What this conversation is about"));
    m_page = openablePage(m_context.url);
    m_text = safeBody(m_context.text.left(kTextLength)).trimmed();
    m_title->setFont(bold(font()));
    m_title->setWords(
        m_context.title.isEmpty() ? tr("About this conversation") : safeForDisplay(m_context.title, kTitleLength));
    m_by->setFont(resized(font(), -1));
    m_by->setWords(byLine());
    m_by->setVisible(!m_by->text().isEmpty());
    m_open->setWords(tr("Open in browser"), m_key);
    m_open->setVisible(m_page.isValid());
    if (m_page.isValid())
        m_open->setToolTip(m_open->toolTip() + u'\n' + plainTip(trueTarget(m_page)));
    refreshFacts();
    refreshFolding();
}

void ContextCard::refreshFacts()
{
    while (m_facts->rowCount() > 0)
        m_facts->removeRow(0);
    const qsizetype shown = std::min<qsizetype>(m_context.facts.size(), m_folded ? kFoldedFacts : kMostFacts);
    for (qsizetype i = 0; i < shown; ++i) {
        const ConversationContext::Fact &fact = m_context.facts.at(i);
        auto *label = new QLabel(safeForDisplay(fact.label, kAuthorLength), m_scroll->widget());
        label->setTextFormat(Qt::PlainText);
        label->setProperty("look", QStringLiteral("dim"));
        label->setAlignment(Qt::AlignLeft | Qt::AlignTop);
        auto *value = new QLabel(safeForDisplay(fact.value, kFactLength), m_scroll->widget());
        value->setTextFormat(Qt::PlainText);
        value->setWordWrap(true);
        value->setTextInteractionFlags(Qt::TextSelectableByMouse);
        value->setAccessibleName(QStringLiteral("%1: %2").arg(label->text(), value->text()));
        m_facts->addRow(label, value);
        label->show(); // at once, so that the height is counted
        value->show();
    }
}

/// What fits of the text for this width, and how high all of it may be.
void ContextCard::refreshFolding()
{
    m_more->setAccessibleName(m_folded ? tr("Show all of it") : tr("Fold it to three lines"));
    if (m_context.isEmpty())
        return;
    const int width = std::max(80, this->width() - 2 * kMargin);
    bool cut = false;
    const QString folded = foldedTo(m_text, kFoldedLines, width - 2, m_words->font(), &cut);
    m_words->setText(m_folded ? folded : m_text);
    m_words->setAccessibleName(m_text);
    m_words->setVisible(!m_text.isEmpty());
    const bool more = cut || m_context.facts.size() > kFoldedFacts;
    m_more->setVisible(more);
    m_more->setText(m_folded ? tr("More") : tr("Less"));
    m_more->setToolTip(m_more->accessibleName());
    m_scroll->setVisible(!m_text.isEmpty() || !m_context.facts.isEmpty());
    const int natural = m_scroll->widget()->layout()->totalHeightForWidth(width);
    const int most = parentWidget() ? int(parentWidget()->height() * kShare) : natural;
    m_scroll->setFixedHeight(std::max(fontMetrics().lineSpacing(), std::min(natural, most)));
}

void ContextCard::toggle()
{
    if (m_more->isHidden())
        return;
    m_folded = !m_folded;
    refreshFacts();
    refreshFolding();
}

void ContextCard::open()
{
    if (m_page.isValid() && !QDesktopServices::openUrl(m_page))
        Q_EMIT openFailed(m_page);
}

void ContextCard::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::FontChange)
        refresh();
}

void ContextCard::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    refreshFolding();
}

bool ContextCard::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize && !isHidden())
        refreshFolding();
    return QFrame::eventFilter(watched, event);
}

} // namespace parley::ui
