// SPDX-License-Identifier: GPL-3.0-or-later
// Canned responses in the composer: what there is to choose from, and what of an inserted one is to be filled in.
#include "models/display_text.h"
#include "ui/canned/placeholder_values.h"
#include "ui/composer/composer.h"
#include "ui/composer/message_field.h"

#include <QAccessible>
#include <QLabel>

namespace parley::ui {

namespace {
constexpr int kNameLength = 60; ///< UTF-16 units of a blank's name
constexpr int kNamesLength = 160; ///< of all of them
} // namespace

CannedCompleter::Offer Composer::cannedOffer()
{
    if (!m_row)
        return {};
    m_shelf.open(m_row->ticket.account);
    std::optional<Contact> contact;
    if (const auto read = m_reader.contact(m_row->ticket.contact))
        contact = *read;
    // A helpdesk's customers know its number, not ours.
    const QString number = m_capabilities.ownsTickets && m_conversation ? m_conversation->remoteId : QString();
    CannedCompleter::Offer offer;
    offer.search = &m_shelf.search();
    offer.values = placeholderValues(*m_row, contact, m_shelf.workspace(), number);
    offer.none = m_shelf.sharesResponses()
        ? tr("The team has no canned responses yet. They are written on the helpdesk server, in its settings, and come "
             "here by themselves.")
        : tr("%1 has no canned responses. They come from a helpdesk server such as Chatwoot, for what its customers "
             "write.")
              .arg(m_row->accountName.isEmpty() ? channelName() : m_row->accountName);
    return offer;
}

void Composer::showCanned()
{
    if (!m_row)
        return;
    MessageField *into = field(audience());
    if (into->isReadOnly() || !into->isEnabled())
        return;
    focusField();
    m_completer.open(into);
}

void Composer::cannedInserted(MessageField *into, const QStringList &blanks)
{
    if (!m_ticket.isValid())
        return;
    Writing &writing = m_writings.of(m_ticket);
    for (const QString &name : blanks)
        writing.blanks.insert(name);
    writing.blanksKnown = true;
    into->setBlankNames(writing.blanks);
    refresh();
}

void Composer::refreshBlanks()
{
    QSet<QString> names;
    if (m_ticket.isValid() && m_row) {
        Writing &writing = m_writings.of(m_ticket);
        const QString braces = QStringLiteral("{{");
        if (!writing.blanksKnown && (writing.reply.contains(braces) || writing.note.contains(braces))) {
            // A draft of an earlier day: what the team's responses leave blank is blank.
            m_shelf.open(m_row->ticket.account);
            writing.blanks = m_shelf.blankNames();
        }
        writing.blanksKnown = true;
        names = writing.blanks;
    }
    for (MessageField *one : m_field)
        one->setBlankNames(names);
}

bool Composer::blanksStop()
{
    MessageField *from = field(audience());
    const QList<Blank> left = from->blanks();
    if (left.isEmpty())
        return false;
    from->selectBlank(left.first());
    focusField();
    m_writings.of(m_ticket).trouble = tr("Not sent: “%1” is still to be filled in. Tab goes to the next one.")
                                          .arg(safeForDisplay(left.first().name, kNameLength));
    refreshHint();
    QAccessibleEvent alert(m_hint, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
    return true;
}

QString Composer::blanksHint() const
{
    QStringList names;
    for (const Blank &blank : field(audience())->blanks()) {
        if (!names.contains(blank.name))
            names.append(blank.name);
    }
    return names.isEmpty() ? QString()
                           : tr("Fill in: %1").arg(safeForDisplay(names.join(QStringLiteral(", ")), kNamesLength));
}

} // namespace parley::ui
