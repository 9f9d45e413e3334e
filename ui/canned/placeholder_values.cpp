// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canned/placeholder_values.h"

#include "models/display_text.h"

#include <QRegularExpression>

#include <algorithm>

namespace parley::ui {

namespace {

constexpr int kLongest = 200; ///< UTF-16 units of a value

bool isEmail(const QString &text)
{
    static const QRegularExpression form(QStringLiteral(R"(\A[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>".]+\z)"));
    return form.match(text).hasMatch();
}

bool isPhone(const QString &text)
{
    static const QRegularExpression form(QStringLiteral(R"(\A\+?[\d][\d ()./-]{5,22}\z)"));
    const auto digits = std::ranges::count_if(text, [](QChar c) { return c.isDigit(); });
    return digits >= 6 && digits <= 15 && form.match(text).hasMatch();
}

bool namesPhone(const QString &label)
{
    static const QRegularExpression word(
        QStringLiteral("phone|mobile|mobitel|телефон|telefon|тел\\."), QRegularExpression::CaseInsensitiveOption);
    return word.match(label).hasMatch();
}

/// The e-mail address and the phone number that one identity tells.
void readReach(const Identity &identity, QHash<QString, QString> &values)
{
    const auto take = [&](const QString &key, const QString &value) {
        if (!values.contains(key))
            values.insert(key, value);
    };
    const QString email = QStringLiteral("customer.email");
    const QString phone = QStringLiteral("customer.phone");
    for (const ConversationContext::Fact &fact : identity.attributes) {
        const QString value = fact.value.trimmed();
        if (isEmail(value))
            take(email, value);
        else if (isPhone(value) && (value.startsWith(u'+') || namesPhone(fact.label)))
            take(phone, value); // other numbers are orders and the like
    }
    const QString handle = identity.handle.trimmed();
    if (isEmail(handle))
        take(email, handle);
    else if (handle.startsWith(u'+') && isPhone(handle))
        take(phone, handle);
}

void insertName(const QString &of, const QString &name, QHash<QString, QString> &values)
{
    const QString whole = safeForDisplay(name, kLongest).simplified();
    const qsizetype space = whole.indexOf(u' ');
    values.insert(of + QStringLiteral(".name"), whole);
    values.insert(of + QStringLiteral(".first_name"), whole.left(space < 0 ? whole.size() : space));
    values.insert(of + QStringLiteral(".last_name"), space < 0 ? QString() : whole.mid(space + 1));
}

} // namespace

QHash<QString, QString> placeholderValues(const TicketRow &row, const std::optional<Contact> &contact,
    const std::optional<Workspace> &workspace, const QString &number)
{
    QHash<QString, QString> values;
    const bool nameless = !row.session.isEmpty() || (contact && contact->anonymous); // what they are called is our word
    if (!nameless)
        insertName(QStringLiteral("customer"), contact ? contact->name : row.contactName, values);
    if (contact) {
        for (const bool here : {true, false}) {
            for (const Identity &identity : contact->identities) {
                if ((identity.account == row.ticket.account) == here)
                    readReach(identity, values);
            }
        }
    }
    if (workspace && workspace->agents) {
        const auto me = std::ranges::find(*workspace->agents, kMe, &Agent::name);
        if (me != workspace->agents->end())
            insertName(QStringLiteral("agent"), me->shownName, values);
    }
    values.insert(QStringLiteral("ticket.id"), number.isEmpty() ? QString::number(row.ticket.id.value) : number);
    values.insert(QStringLiteral("ticket.subject"), row.ticket.subject);
    values.insert(QStringLiteral("account.name"), row.accountName);
    values.removeIf([](const auto &value) { return value.value().isEmpty(); });
    return values;
}

} // namespace parley::ui
