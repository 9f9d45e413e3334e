// SPDX-License-Identifier: GPL-3.0-or-later
// What the composer looks like and says; composer.cpp is what it does.
#include "models/display_text.h"
#include "models/split_text.h"
#include "ui/common/tip.h"
#include "ui/common/tokens.h"
#include "ui/composer/attachment_strip.h"
#include "ui/composer/composer.h"
#include "ui/composer/message_field.h"
#include "ui/composer/text_length.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QStackedWidget>
#include <QStyle>
#include <QToolButton>

#include <algorithm>

namespace parley::ui {

namespace {

/// Rules that only the composer has; the rest comes from the desk's style sheet. %N are colours of the tokens.
QString styleFor(const Tokens &t)
{
    return QStringLiteral(
               "#composer { background: %1; border-top: 1px solid %2; }"
               "#composer QToolButton[tab=\"true\"] { border: 0; border-radius: 7px; padding: 5px 12px; color: %3;"
               " background: transparent; }"
               "#composer QToolButton[tab=\"true\"]:hover, #composer QToolButton[tab=\"true\"]:focus { "
               "text-decoration: underline; }"
               "#composer #replyTab:checked { background: %4; color: %5; font-weight: 600; }"
               "#composer #noteTab { color: %6; }"
               "#composer #noteTab:checked { background: %7; color: %6; font-weight: 600; }"
               "#composer QPlainTextEdit { border: 1px solid %2; border-radius: 8px; background: %1; color: %8; }"
               "#composer QPlainTextEdit:focus { border-color: %5; }"
               "#composer QPlainTextEdit:disabled { background: %9; color: %3; }")
               .arg(t.panel.name(), t.line.name(), t.dim.name(), t.accentSoft.name(), t.accent.name(), t.watch.name(),
                   t.note.name(), t.text.name(), t.ground.name())
        + QStringLiteral(
            "#composer #noteField { background: %1; border-color: %2; }"
            "#composer #noteField:focus { border-color: %3; }"
            "#composer #quoteChip { background: %4; border-left: 3px solid %5; border-radius: 4px; }"
            "#composer #attachmentChip { background: %6; color: %7; border: 1px solid %8; border-radius: 9px;"
            " padding: 2px 9px; }"
            "#composer #attachmentChip:hover, #composer #attachmentChip:focus { border-color: %5; }"
            "#composer #attach { border: 0; padding: 4px 8px; color: %9; background: transparent; border-radius: 6px; }"
            "#composer #attach:hover, #composer #attach:focus { background: %6; }")
              .arg(t.note.name(), t.noteLine.name(), t.watch.name(), t.accentSoft.name(), t.accent.name(),
                  t.chip.name(), t.text.name(), t.line.name(), t.dim.name())
        + QStringLiteral("#composer #send { background: %1; color: %2; border: 1px solid %1; border-radius: 8px;"
                         " padding: 7px 14px; font-weight: 600; }"
                         "#composer #send:focus { border-color: %3; }"
                         "#composer #send[note=\"true\"] { background: %4; color: %5; border-color: %6; }"
                         "#composer #send:disabled { background: %7; color: %8; border-color: %9; }")
              .arg(t.accent.name(), t.accentText.name(), t.text.name(), t.note.name(), t.text.name(), t.noteLine.name(),
                  t.chip.name(), t.dim.name(), t.line.name())
        + QStringLiteral("#composer #hint { color: %1; } #composer #hint[grade=\"watch\"] { color: %2; }"
                         "#composer #hint[grade=\"error\"] { color: %3; }"
                         "#composer #counter { color: %1; } #composer #counter[grade=\"watch\"] { color: %2; }"
                         "#composer QCheckBox::indicator { width: 12px; height: 12px; border: 1px solid %1;"
                         " border-radius: 3px; background: %4; }"
                         "#composer QCheckBox::indicator:checked { background: %5; border-color: %5; }"
                         "#composer QCheckBox:checked { color: %5; font-weight: 600; }")
              .arg(t.dim.name(), t.watch.name(), t.missed.name(), t.panel.name(), t.accent.name());
}

void setGrade(QWidget *widget, const QString &grade)
{
    if (widget->property("grade").toString() == grade)
        return;
    widget->setProperty("grade", grade);
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
}

} // namespace

void Composer::build()
{
    setObjectName(QStringLiteral("composer"));
    setAttribute(Qt::WA_StyledBackground);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 0, 16, 12);
    column->setSpacing(0);
    column->addWidget(buildTabs());

    m_quoteChip = new QWidget(this);
    m_quoteChip->setObjectName(QStringLiteral("quoteChip"));
    m_quoteChip->setAttribute(Qt::WA_StyledBackground);
    m_quoteChip->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    auto *quoteRow = new QHBoxLayout(m_quoteChip);
    quoteRow->setContentsMargins(10, 3, 4, 3);
    m_quoteText = new QLabel(m_quoteChip);
    m_quoteText->setTextFormat(Qt::PlainText);
    m_quoteText->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_quoteRemove = new QToolButton(m_quoteChip);
    m_quoteRemove->setText(QStringLiteral("✕"));
    m_quoteRemove->setAutoRaise(true);
    connect(m_quoteRemove, &QToolButton::clicked, this, [this] {
        Writing &writing = m_writings.of(m_ticket);
        writing.quoted = {};
        writing.quotedText.clear();
        refresh();
        focusField();
    });
    quoteRow->addWidget(m_quoteText, 1);
    quoteRow->addWidget(m_quoteRemove);
    column->addWidget(m_quoteChip);
    column->addSpacing(4);

    m_fields = new QStackedWidget(this);
    m_fields->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    for (const auto audience : {Audience::Customer, Audience::Team})
        m_fields->addWidget(buildField(audience));
    column->addWidget(m_fields);
    m_strip = new AttachmentStrip(this);
    connect(m_strip, &AttachmentStrip::removeClicked, this, [this](int index) {
        Writing &writing = m_writings.of(m_ticket);
        if (writing.storing || index >= writing.attachments.size())
            return;
        writing.attachments.removeAt(index);
        m_strip->setAttachments(writing.attachments);
        refresh();
    });
    column->addWidget(m_strip);
    column->addWidget(buildFooter());
}

QWidget *Composer::buildTabs()
{
    auto *tabs = new QWidget(this);
    auto *row = new QHBoxLayout(tabs);
    row->setContentsMargins(0, 8, 0, 8);
    row->setSpacing(2);
    auto *group = new QButtonGroup(this);
    const auto tab = [&](const QString &name, Audience audience) {
        auto *button = new QToolButton(tabs);
        button->setObjectName(name);
        button->setProperty("tab", true);
        button->setCheckable(true);
        button->setFocusPolicy(Qt::TabFocus);
        group->addButton(button);
        row->addWidget(button);
        connect(button, &QToolButton::clicked, this, [this, audience] {
            setAudience(audience);
            focusField();
        });
        return button;
    };
    m_replyTab = tab(QStringLiteral("replyTab"), Audience::Customer);
    m_noteTab = tab(QStringLiteral("noteTab"), Audience::Team);
    m_replyTab->setChecked(true);
    row->addStretch();
    m_counter = new QLabel(tabs);
    m_counter->setObjectName(QStringLiteral("counter"));
    row->addWidget(m_counter);
    return tabs;
}

MessageField *Composer::buildField(Audience audience)
{
    auto *made = new MessageField(m_fields);
    const bool isNote = audience == Audience::Team;
    made->setObjectName(isNote ? QStringLiteral("noteField") : QStringLiteral("replyField"));
    made->setTakesFiles(!isNote);
    m_field[isNote ? 1 : 0] = made;
    connect(made, &QPlainTextEdit::textChanged, this, [this, audience] { textChanged(audience); });
    connect(made, &MessageField::sendPressed, this, &Composer::send);
    connect(made, &MessageField::leavePressed, this, [this] {
        saveDrafts();
        lampOff();
        Q_EMIT leaveRequested();
    });
    connect(made, &MessageField::focusLost, this, [this] {
        saveDrafts();
        lampOff();
    });
    connect(made, &MessageField::filesGiven, this, [this](const QList<QUrl> &files) {
        QStringList paths;
        std::ranges::transform(files, std::back_inserter(paths), &QUrl::toLocalFile);
        attachFiles(paths);
    });
    connect(made, &MessageField::pictureGiven, this, &Composer::attachPicture);
    return made;
}

QWidget *Composer::buildFooter()
{
    auto *footer = new QWidget(this);
    auto *row = new QHBoxLayout(footer);
    row->setContentsMargins(0, 8, 0, 0);
    row->setSpacing(8);
    m_attach = new QToolButton(footer);
    m_attach->setObjectName(QStringLiteral("attach"));
    connect(m_attach, &QToolButton::clicked, this, &Composer::chooseFiles);
    m_privately = new QCheckBox(footer);
    m_privately->setObjectName(QStringLiteral("privately"));
    connect(m_privately, &QCheckBox::toggled, this, [this](bool on) {
        if (m_showing || !m_ticket.isValid())
            return;
        m_writings.of(m_ticket).privately = on;
        refresh();
    });
    m_hint = new QLabel(footer);
    m_hint->setObjectName(QStringLiteral("hint"));
    m_hint->setTextFormat(Qt::PlainText);
    m_hint->setWordWrap(true);
    m_send = new QPushButton(footer);
    m_send->setObjectName(QStringLiteral("send"));
    m_send->setAutoDefault(false);
    connect(m_send, &QPushButton::clicked, this, [this] { send(false); });
    row->addWidget(m_attach);
    row->addWidget(m_privately);
    row->addWidget(m_hint, 1);
    row->addWidget(m_send);
    return footer;
}

void Composer::retranslate()
{
    setAccessibleName(tr("Answer"));
    m_noteTab->setText(tr("Note for the team"));
    m_noteTab->setToolTip(tr("Only the team sees notes"));
    m_attach->setText(tr("Attach"));
    m_attach->setToolTip(tr("Attach files; they can also be dropped or pasted into the text"));
    m_privately->setText(tr("In private"));
    m_privately->setToolTip(tr("Answer this public comment in a private message"));
    m_quoteRemove->setAccessibleName(tr("Do not quote"));
    m_quoteRemove->setToolTip(m_quoteRemove->accessibleName());
    m_counter->setAccessibleName(tr("Length"));
    field(Audience::Team)->setPlaceholderText(tr("A note that only the team sees…"));
    field(Audience::Team)->setAccessibleName(tr("Note for the team. The customer does not see it"));
    refresh();
}

void Composer::restyle()
{
    setStyleSheet(styleFor(tokensFor(palette())));
}

void Composer::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::PaletteChange && styleSheet() != styleFor(tokensFor(palette())))
        restyle();
}

void Composer::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    saveDrafts();
    lampOff();
}

QString Composer::channelName() const
{
    if (!m_row)
        return {};
    const auto info = std::ranges::find(m_platforms, m_row->platform, &PlatformInfo::id);
    return info == m_platforms.end() ? m_row->platform : info->name;
}

QString Composer::customerName() const
{
    constexpr int kLength = 60;
    return m_row ? safeForDisplay(m_row->contactName, kLength) : QString();
}

QString Composer::cannotReplyWhy() const
{
    if (!m_row)
        return m_ticket.isValid() ? tr("This ticket is no longer in the cache.") : QString();
    if (m_conversation && !m_conversation->canReply) {
        return m_conversation->cannotReplyWhy.isEmpty() ? tr("This conversation cannot be answered.")
                                                        : m_conversation->cannotReplyWhy;
    }
    if (m_windowEnds && m_clock.now() >= *m_windowEnds) {
        return tr("The channel's time for answers ended on %1. The customer has to write first.")
            .arg(QLocale().toString(toDateTime(*m_windowEnds).toLocalTime(), QLocale::ShortFormat));
    }
    return {};
}

QString Composer::buttonText() const
{
    if (audience() == Audience::Team)
        return tr("Save note for the team");
    if (!m_row)
        return tr("Send");
    const bool open = m_conversation
        && (m_conversation->kind == ConversationKind::Comments || m_conversation->kind == ConversationKind::Review);
    if (!open)
        return tr("Send · %1").arg(channelName());
    return goesPublic() ? tr("Reply publicly · %1").arg(channelName()) : tr("Reply privately · %1").arg(channelName());
}

void Composer::refresh()
{
    const Writing writing = m_ticket.isValid() ? m_writings.of(m_ticket) : Writing{};
    const bool isNote = audience() == Audience::Team;
    const bool hasTicket = m_row.has_value();
    const bool canReply = hasTicket && cannotReplyWhy().isEmpty();

    const QString channel = channelName();
    m_replyTab->setText(channel.isEmpty() ? tr("Reply") : tr("Reply · %1").arg(channel));
    m_replyTab->setEnabled(hasTicket);
    m_noteTab->setEnabled(hasTicket);
    MessageField *reply = field(Audience::Customer);
    reply->setEnabled(canReply || !writing.reply.isEmpty()); // what was written can still be copied
    reply->setReadOnly(!canReply || (writing.storing && !isNote));
    reply->setPlaceholderText(canReply ? tr("Write to %1…").arg(customerName()) : cannotReplyWhy());
    reply->setAccessibleName(hasTicket ? tr("Reply to %1 through %2").arg(customerName(), channel) : tr("Reply"));
    field(Audience::Team)->setEnabled(hasTicket);
    field(Audience::Team)->setReadOnly(writing.storing && isNote);

    const bool takesFiles = !isNote && canReply && m_capabilities.attachmentLimit > 0;
    m_attach->setVisible(takesFiles);
    m_attach->setEnabled(takesFiles && !writing.storing);
    m_strip->setVisible(!isNote && !writing.attachments.isEmpty());
    m_privately->setVisible(!isNote && canReply && m_capabilities.canReplyPrivately && m_conversation
        && m_conversation->kind == ConversationKind::Comments);
    const bool hasText =
        !writing.textFor(audience()).trimmed().isEmpty() || (!isNote && !writing.attachments.isEmpty());
    m_send->setEnabled(hasText && !writing.storing && (isNote ? hasTicket : canReply));
    //: The key that sends, behind the button's words
    m_send->setText(buttonText() + QStringLiteral("   ") + tr("Ctrl ↵"));
    m_send->setAccessibleName(buttonText());
    m_send->setToolTip(
        tr("Ctrl+Enter sends, Ctrl+Shift+Enter sends and opens the next ticket, Esc goes back to the list"));
    if (m_send->property("note").toBool() != isNote) {
        m_send->setProperty("note", isNote);
        m_send->style()->unpolish(m_send);
        m_send->style()->polish(m_send);
    }
    if (m_windowEnds && canReply)
        m_windowTimer.start(std::clamp(*m_windowEnds - m_clock.now(), std::chrono::milliseconds(1),
            std::chrono::milliseconds(std::chrono::hours(24))));
    refreshCounter();
    refreshQuote();
    refreshHint();
}

void Composer::refreshCounter()
{
    const Writing writing = m_ticket.isValid() ? m_writings.of(m_ticket) : Writing{};
    const bool limited = m_capabilities.textLimit < std::numeric_limits<int>::max();
    if (audience() == Audience::Team || !m_row || writing.reply.isEmpty() || !limited) {
        m_counter->clear();
        return;
    }
    const QLocale locale;
    const qsizetype length = textLength(writing.reply, m_capabilities.textUnit);
    const int limit = writing.attachments.isEmpty() ? m_capabilities.textLimit
                                                    : std::min(m_capabilities.textLimit, m_capabilities.captionLimit);
    QString text = QStringLiteral("%1/%2").arg(locale.toString(length), locale.toString(limit));
    const int messages = messagesFor(writing.reply, static_cast<int>(writing.attachments.size()), m_capabilities);
    if (messages > 1)
        text = tr("goes as %n message(s)", nullptr, messages) + QStringLiteral(" · ") + text;
    m_counter->setText(text);
    setGrade(m_counter, length > limit ? QStringLiteral("watch") : QString());
}

void Composer::refreshQuote()
{
    const Writing writing = m_ticket.isValid() ? m_writings.of(m_ticket) : Writing{};
    m_quoteChip->setVisible(audience() == Audience::Customer && writing.quoted.isValid());
    m_quoteText->setText(tr("In reply to: %1").arg(writing.quotedText));
    m_quoteText->setToolTip(plainTip(writing.quotedText));
}

void Composer::refreshHint()
{
    const Writing writing = m_ticket.isValid() ? m_writings.of(m_ticket) : Writing{};
    const bool isNote = audience() == Audience::Team;
    QString grade = QStringLiteral("error");
    QString text;
    if (!isNote && !cannotReplyWhy().isEmpty()) {
        text = cannotReplyWhy();
    } else if (!writing.trouble.isEmpty()) {
        text = writing.trouble;
    } else if (!m_saveTrouble.isEmpty()) {
        text = tr("The draft could not be saved: %1").arg(m_saveTrouble);
    } else if (!m_online && m_row && !isNote) {
        text = tr("No network. Will be sent when the network is back.");
        grade = QStringLiteral("watch");
    } else {
        grade.clear();
    }
    m_hint->setText(text);
    setGrade(m_hint, grade);
}

} // namespace parley::ui
