// SPDX-License-Identifier: GPL-3.0-or-later
// contact: who the customers are, and that two of them are one.
#include "app/cli/ask.h"
#include "app/cli/command.h"
#include "app/cli/json.h"
#include "app/cli/plain.h"
#include "sync/engine.h"

namespace parley::app {

namespace {

Result<Contact> contactFor(Session &session, ContactId id)
{
    const auto reader = session.reader();
    if (!reader)
        return reader.error();
    const auto contact = (*reader)->contact(id);
    if (!contact)
        return contact.error();
    if (!*contact)
        return Error{ErrorKind::Rejected, {},
            QStringLiteral("There is no contact %1. “parley contact list” shows who there is.").arg(id.value), {},
            false};
    return **contact;
}

ContactId idAt(const Arguments &arguments, qsizetype place)
{
    return ContactId{numberFrom(arguments.words.at(place)).value_or(0)};
}

int print(Session &session, ContactId id)
{
    const auto contact = contactFor(session, id);
    if (!contact)
        return session.fail(contact.error());
    const auto accounts = (*session.reader())->accounts();
    if (!accounts)
        return session.fail(accounts.error());
    session.print(jsonOf(*contact, *accounts), plain(*contact));
    return Done;
}

Result<sync::Engine *> writer(Session &session)
{
    const auto engine = session.engine({.offline = true, .listen = true, .onlyAccount = {}});
    if (!engine)
        return engine.error();
    if (const auto started = session.start(**engine); !started)
        return started.error();
    return *engine;
}

} // namespace

std::optional<QString> checkContacts(const Arguments &arguments)
{
    for (const QString &word : arguments.words) {
        if (!numberFrom(word))
            return QStringLiteral("“%1” is not a contact's number. “parley contact list” shows them.")
                .arg(word.left(60));
    }
    return std::nullopt;
}

int runContactList(Session &session, const Arguments &arguments)
{
    constexpr int usual = 50;
    const auto limit = countFrom(arguments, QStringLiteral("limit"), usual);
    if (!limit)
        return session.misuse(*checkCount(arguments, QStringLiteral("limit")));
    const auto reader = session.reader();
    if (!reader)
        return session.fail(reader.error());
    const auto found = (*reader)->contacts(arguments.words.join(u' '), *limit);
    if (!found)
        return session.fail(found.error());
    for (const Contact &contact : *found) {
        if (const int printed = print(session, contact.id); printed != Done)
            return printed;
    }
    return Done;
}

int runContactMerge(Session &session, const Arguments &arguments)
{
    const ContactId from = idAt(arguments, 0);
    const ContactId into = idAt(arguments, 1);
    for (const ContactId id : {from, into}) {
        if (const auto known = contactFor(session, id); !known)
            return session.fail(known.error());
    }
    const auto engine = writer(session);
    if (!engine)
        return session.fail(engine.error());
    if (const auto done = await((*engine)->mergeContacts(from, into)); !done)
        return session.fail(done.error());
    return print(session, into);
}

int runContactUnmerge(Session &session, const Arguments &arguments)
{
    const ContactId merged = idAt(arguments, 0);
    const auto engine = writer(session);
    if (!engine)
        return session.fail(engine.error());
    if (const auto done = await((*engine)->unmergeContact(merged)); !done)
        return session.fail(done.error());
    return print(session, merged);
}

} // namespace parley::app
