// SPDX-License-Identifier: GPL-3.0-or-later
// What the composer looks like and says; composer.cpp is what it does.
#include "ui/common/icons.h"
#include "ui/common/theme.h"
#include "ui/common/tip.h"
#include "ui/common/tokens.h"
#include "ui/composer/attachment_strip.h"
#include "ui/composer/composer.h"
#include "ui/composer/composer_style.h"
#include "ui/composer/guard_strip.h"
#include "ui/composer/message_field.h"
#include "ui/composer/text_length.h"
#include "ui/inbox/ticket_words.h"

#include <QButtonGroup>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QStackedWidget>
#include <QStyle>
#include <QToolButton>

#include <algorithm>
#include <initializer_list>
#include <optional>

namespace parley::ui {

namespace {
constexpr int kHintStretch = 1000; ///< of the row, against the space that is left where there is no hint in it
} // namespace

void Composer::build()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 0, 16, 12);
    column->setSpacing(0);
    column->addWidget(buildTabs());
    m_audienceLine = new QLabel(this);
    m_audienceLine->setObjectName(QStringLiteral("audience"));
    m_audienceLine->setTextFormat(Qt::PlainText);
    m_audienceLine->setWordWrap(true);
    m_audienceLine->setContentsMargins(2, 0, 0, 5);
    column->addWidget(m_audienceLine);

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
        QList<OutgoingAttachment> left = writing.attachments;
        left.removeAt(index);
        m_writings.setAttachments(m_ticket, left);
        m_strip->setAttachments(writing.attachments);
        refresh();
    });
    column->addWidget(m_strip);
    m_guard = new GuardStrip(this);
    m_guard->setObjectName(QStringLiteral("guard"));
    connect(m_guard, &GuardStrip::answerPrivately, this, &Composer::guardPrivately);
    connect(m_guard, &GuardStrip::sendAnyway, this, &Composer::guardAnyway);
    connect(m_guard, &GuardStrip::edit, this, &Composer::guardEdit);
    column->addSpacing(4);
    column->addWidget(m_guard);
    column->addWidget(buildFooter());
}

QWidget *Composer::buildTabs()
{
    auto *tabs = new QWidget(this);
    auto *row = new QHBoxLayout(tabs);
    row->setContentsMargins(0, 8, 0, 8);
    row->setSpacing(2);
    auto *group = new QButtonGroup(this);
    const auto tab = [&](const QString &name, Audience audience, std::optional<bool> privately) {
        auto *button = new QToolButton(tabs);
        button->setObjectName(name);
        button->setProperty("tab", true);
        button->setCheckable(true);
        button->setFocusPolicy(Qt::TabFocus);
        group->addButton(button);
        row->addWidget(button);
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        connect(button, &QToolButton::clicked, this, [this, audience, privately] {
            setAudience(audience);
            if (privately && canChoose())
                setPrivately(*privately);
            focusField();
        });
        return button;
    };
    m_replyTab = tab(QStringLiteral("replyTab"), Audience::Customer, false);
    m_privateTab = tab(QStringLiteral("privateTab"), Audience::Customer, true);
    m_noteTab = tab(QStringLiteral("noteTab"), Audience::Team, std::nullopt);
    m_replyTab->setChecked(true);
    row->addStretch();
    m_split = new QToolButton(tabs);
    m_split->setObjectName(QStringLiteral("split"));
    m_split->setFocusPolicy(Qt::TabFocus);
    connect(m_split, &QToolButton::clicked, this, &Composer::showSplit);
    m_counter = new QLabel(tabs);
    m_counter->setObjectName(QStringLiteral("counter"));
    row->addWidget(m_split);
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
    m_completer.watch(made);
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
    m_footer = new QVBoxLayout(footer);
    m_footer->setContentsMargins(0, 8, 0, 0);
    m_footer->setSpacing(6);
    m_buttons = new QHBoxLayout;
    m_buttons->setSpacing(8);
    m_footer->addLayout(m_buttons);
    m_canned = new QToolButton(footer);
    m_canned->setObjectName(QStringLiteral("canned"));
    m_canned->setFocusPolicy(Qt::TabFocus); // a click leaves the keys in the field
    connect(m_canned, &QToolButton::clicked, this, &Composer::showCanned);
    m_attach = new QToolButton(footer);
    m_attach->setObjectName(QStringLiteral("attach"));
    connect(m_attach, &QToolButton::clicked, this, &Composer::chooseFiles);
    m_hint = new QLabel(footer);
    m_hint->setObjectName(QStringLiteral("hint"));
    m_hint->setTextFormat(Qt::PlainText);
    m_hint->setWordWrap(true);
    m_send = new QPushButton(footer);
    m_send->setObjectName(QStringLiteral("send"));
    m_send->setAutoDefault(false);
    connect(m_send, &QPushButton::clicked, this, [this] { send(false); });
    m_buttons->addWidget(m_canned);
    m_buttons->addWidget(m_attach);
    m_buttons->addWidget(m_hint, kHintStretch);
    m_buttons->addStretch(1);
    m_buttons->addWidget(m_send);
    return footer;
}

void Composer::retranslate()
{
    setAccessibleName(tr("Answer"));
    m_noteTab->setToolTip(tr("Only the team sees notes"));
    m_canned->setText(u"/ " + tr("Responses"));
    m_canned->setAccessibleName(tr("Canned responses"));
    m_canned->setToolTip(tr("Canned responses of the team: type / at the beginning of a word, or press Ctrl+Space"));
    m_attach->setText(tr("Attach"));
    m_attach->setToolTip(tr("Attach files; they can also be dropped or pasted into the text"));
    m_privateTab->setToolTip(tr("Only the customer and your team read it (Ctrl+Shift+P changes between the two)"));
    m_split->setToolTip(tr("Shows where the text will be cut (Ctrl+Shift+M)"));
    m_quoteRemove->setAccessibleName(tr("Do not quote"));
    m_quoteRemove->setToolTip(m_quoteRemove->accessibleName());
    m_counter->setAccessibleName(tr("Length"));
    field(Audience::Team)->setPlaceholderText(tr("A note that only the team sees…"));
    field(Audience::Team)->setAccessibleName(tr("Note for the team. The customer does not see it"));
    refresh();
}

void Composer::restyle()
{
    setStyleSheet(composerStyle(tokensFor(palette())));
}

void Composer::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (!isBuilt())
        return;
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::PaletteChange && styleSheet() != composerStyle(tokensFor(palette())))
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
    return m_row ? shownName(*m_row) : QString();
}

QString Composer::cannotReplyWhy() const
{
    if (!m_row)
        return m_ticket.isValid() ? tr("This ticket is no longer in the cache.") : QString();
    if (goesPrivately()) {
        if (m_conversation->canReplyPrivately)
            return {};
        return m_conversation->cannotReplyPrivatelyWhy.isEmpty()
            ? tr("This customer cannot be written to privately. Answer under the post instead.")
            : m_conversation->cannotReplyPrivatelyWhy;
    }
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
    if (!isOpenToAll())
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
    refreshTabs();
    MessageField *reply = field(Audience::Customer);
    reply->setEnabled(canReply || !writing.reply.isEmpty()); // what was written can still be copied
    reply->setReadOnly(!canReply || (writing.storing && !isNote));
    reply->setPlaceholderText(!canReply ? cannotReplyWhy()
            : goesPublic()              ? tr("Everybody will read this answer…")
                                        : tr("Write to %1…").arg(customerName()));
    reply->setAccessibleName(hasTicket ? tr("Reply to %1 through %2").arg(customerName(), channel) : tr("Reply"));
    field(Audience::Team)->setEnabled(hasTicket);
    field(Audience::Team)->setReadOnly(writing.storing && isNote);

    const bool takesFiles = !isNote && canReply && m_capabilities.attachmentLimit > 0;
    m_canned->setVisible(hasTicket && (isNote || canReply));
    m_canned->setEnabled(!writing.storing);
    m_attach->setVisible(takesFiles);
    m_attach->setEnabled(takesFiles && !writing.storing);
    m_strip->setVisible(!isNote && !writing.attachments.isEmpty());
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
        m_split->hide();
        field(Audience::Customer)->setBorders({});
        return;
    }
    const QLocale locale;
    const qsizetype length = textLength(writing.reply, m_capabilities.textUnit);
    const int limit = writing.attachments.isEmpty() ? m_capabilities.textLimit
                                                    : std::min(m_capabilities.textLimit, m_capabilities.captionLimit);
    m_counter->setText(QStringLiteral("%1/%2").arg(locale.toString(length), locale.toString(limit)));
    setGrade(m_counter, length > limit ? QStringLiteral("watch") : QString());
    const int messages = messagesFor(writing.reply, static_cast<int>(writing.attachments.size()), m_capabilities);
    m_split->setVisible(messages > 1);
    m_split->setText(tr("%n message(s)", "how a long text is sent", messages) + QStringLiteral(" ▾"));
    m_split->setAccessibleName(tr("Goes as %n message(s). Shows where the text will be cut", nullptr, messages));
    QList<int> borders;
    for (const TextPiece &piece : textPieces(writing.reply, int(writing.attachments.size()), m_capabilities)) {
        if (piece.position > 0)
            borders.append(int(piece.position));
    }
    field(Audience::Customer)->setBorders(borders.size() > 1 || messages > 1 ? borders : QList<int>{});
}

void Composer::refreshTabs()
{
    const bool choice = canChoose();
    const bool hasTicket = m_row.has_value();
    const bool isNote = audience() == Audience::Team;
    const QString channel = channelName();
    for (QToolButton *tab : {m_replyTab, m_privateTab, m_noteTab})
        tab->setEnabled(hasTicket);
    m_privateTab->setVisible(choice);
    if (!isNote)
        (choice && goesPrivately() ? m_privateTab : m_replyTab)->setChecked(true);
    const auto dress = [this](QToolButton *tab, const QString &icon) {
        const Tokens &tokens = tokensFor(palette());
        tab->setIcon(icon.isEmpty() ? QIcon() : iconNamed(icon, tab->isChecked() ? tokens.accent : tokens.dim, 14));
    };
    dress(m_replyTab, isOpenToAll() ? QStringLiteral("globe") : QString());
    dress(m_privateTab, QStringLiteral("lock"));
    const auto name = [&](bool full) {
        if (isOpenToAll())
            m_replyTab->setText(u' ' + (full ? tr("Answer under the post") : tr("Under the post")));
        else
            m_replyTab->setText(channel.isEmpty() ? tr("Reply") : tr("Reply · %1").arg(channel));
        m_privateTab->setText(u' ' + (full ? tr("Answer privately") : tr("Privately"))); // apart from the icon
        m_noteTab->setText(full ? tr("Note for the team") : tr("Note"));
    };
    name(true);
    int wanted = m_counter->sizeHint().width() + (m_split->isHidden() ? 0 : m_split->sizeHint().width());
    for (const QToolButton *tab : {m_replyTab, m_privateTab, m_noteTab})
        wanted += tab->isHidden() ? 0 : tab->sizeHint().width() + 2;
    name(wanted + 40 <= width());
    m_replyTab->setAccessibleName(isOpenToAll() ? tr("Answer under the post. Everybody can read it") : QString());
    m_replyTab->setToolTip(isOpenToAll() ? tr("Everybody can read it") : QString());
    m_privateTab->setAccessibleName(tr("Answer privately. Only the customer and your team read it"));
    m_noteTab->setAccessibleName(tr("Note for the team"));

    m_audienceLine->setVisible(isOpenToAll() && !isNote && cannotReplyWhy().isEmpty());
    m_audienceLine->setText(goesPublic() ? tr("Public: everybody can read this answer.")
                                         : tr("Private: only %1 and your team read this answer.").arg(customerName()));
    if (m_audienceLine->property("open").toBool() != goesPublic() || !m_audienceLine->property("open").isValid()) {
        m_audienceLine->setProperty("open", goesPublic());
        m_audienceLine->style()->unpolish(m_audienceLine);
        m_audienceLine->style()->polish(m_audienceLine);
    }
}

void Composer::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (!isBuilt())
        return;
    refreshTabs();
    placeHint();
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
    if (!isBuilt())
        return;
    const Writing writing = m_ticket.isValid() ? m_writings.of(m_ticket) : Writing{};
    const bool isNote = audience() == Audience::Team;
    QString grade = QStringLiteral("error");
    QString text;
    if (!isNote && !cannotReplyWhy().isEmpty()) {
        text = cannotReplyWhy();
    } else if (!writing.trouble.isEmpty()) {
        text = writing.trouble;
    } else if (const QString blanks = blanksHint(); !blanks.isEmpty()) {
        text = blanks;
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
    placeHint();
}

bool Composer::hintIsTooLong() const
{
    if (m_hint->text().isEmpty())
        return false; // as most often; measuring the buttons takes a while
    int buttons = 4 * m_buttons->spacing();
    for (const QWidget *one : std::initializer_list<const QWidget *>{m_canned, m_attach, m_send})
        buttons += one->isHidden() ? 0 : one->sizeHint().width();
    const QMargins margins = layout()->contentsMargins();
    const int room = width() - margins.left() - margins.right() - buttons;
    return m_hint->fontMetrics().horizontalAdvance(m_hint->text()) > room;
}

void Composer::placeHint()
{
    const bool above = hintIsTooLong();
    if (above == (m_footer->indexOf(m_hint) >= 0))
        return;
    if (above) {
        m_buttons->removeWidget(m_hint);
        m_footer->insertWidget(0, m_hint);
    } else {
        m_footer->removeWidget(m_hint);
        m_buttons->insertWidget(2, m_hint, kHintStretch);
    }
}

} // namespace parley::ui
