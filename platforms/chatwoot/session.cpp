// SPDX-License-Identifier: GPL-3.0-or-later
// Who we are there, which account, which inboxes, and how old the server is.
#include "platforms/chatwoot/connector.h"
#include "platforms/chatwoot/words.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace parley::platforms::chatwoot {

namespace {

const QVersionNumber kOldest{3, 9};
const QVersionNumber kUpdatedWithin{3, 5, 2};

Error refused(const QString &detail, const QString &words)
{
    return {ErrorKind::Rejected, detail, words, {}, false};
}

bool seesReports(const QJsonValue &membership)
{
    return membership["role"_L1].toString() == "administrator"_L1
        || membership["permissions"_L1].toArray().contains(u"report_manage"_s);
}

} // namespace

QList<Colleague> Connector::colleaguesIn(const QJsonArray &rows)
{
    QList<Colleague> agents;
    for (const QJsonValue &row : rows)
        agents << Colleague{row["id"_L1].toInteger(), personIn(row.toObject()), row["email"_L1].toString()};
    return agents;
}

QCoro::Task<Result<Identity>> Connector::signIn()
{
    m_session = {};
    const auto done = co_await ensureSession();
    if (!done)
        co_return done.error();
    Identity identity;
    identity.name = u"%1 · %2"_s.arg(m_session.name, m_session.scope.accountName);
    identity.note = noteOf(m_session);
    if (m_api.token() != m_secret)
        identity.exchangedSecret = m_api.token();
    co_return identity;
}

QCoro::Task<Connector::Done> Connector::ensureSession()
{
    if (m_stopped)
        co_return Error{ErrorKind::Cancelled, u"stopped"_s, {}, {}, false};
    if (m_session.scope.user != 0)
        co_return Done{};
    co_return co_await beginSession();
}

QCoro::Task<Connector::Done> Connector::beginSession()
{
    const auto session = std::make_shared<Session>();
    const auto about = co_await m_api.get(u"/api"_s, u"version"_s);
    if (!about && about.error().kind == ErrorKind::Cancelled)
        co_return about.error();
    if (about)
        session->version = QVersionNumber::fromString((*about)["version"_L1].toString());
    auto done = co_await readProfile(session);
    if (!done)
        co_return done.error();
    done = co_await readPlaces(session);
    if (!done)
        co_return done.error();
    m_session = *session;
    forgetShared();
    co_return Done{};
}

QCoro::Task<Connector::Done> Connector::readProfile(std::shared_ptr<Session> session)
{
    auto profile = co_await m_api.get(u"/api/v1/profile"_s, u"profile"_s);
    const QString email = m_account.settings.value(u"email"_s).trimmed();
    if (!profile && profile.error().kind == ErrorKind::Unauthorized && !email.isEmpty()) {
        // With an address given, what was entered may be the password.
        const auto token = co_await m_api.exchange(email, m_secret);
        if (!token)
            co_return token.error();
        m_api.useToken(*token);
        profile = co_await m_api.get(u"/api/v1/profile"_s, u"profile"_s);
    }
    if (!profile) {
        Error error = profile.error();
        if (error.kind == ErrorKind::NotFound || (error.kind == ErrorKind::BadReply && session->version.isNull())) {
            error.words = Words::tr("%1 answers, but not as a Chatwoot server does. Check the account's address.")
                              .arg(m_api.address({}).host());
        }
        co_return error;
    }
    session->scope.user = (*profile)["id"_L1].toInteger();
    session->name = (*profile)["name"_L1].toString();
    session->pubsubToken = (*profile)["pubsub_token"_L1].toString();
    if (session->scope.user == 0)
        co_return Error{ErrorKind::BadReply, u"profile: no id in it"_s,
            Words::tr("%1 answers, but not as a Chatwoot server does. Check the account's address.")
                .arg(m_api.address({}).host()),
            {}, false};
    co_return chooseAccount(*profile, *session);
}

Connector::Done Connector::chooseAccount(const QJsonValue &profile, Session &session) const
{
    const qint64 wished = m_account.settings.value(u"account"_s).toLongLong();
    const QJsonArray accounts = profile["accounts"_L1].toArray();
    QStringList names;
    for (const QJsonValue &row : accounts) {
        const qint64 id = row["id"_L1].toInteger();
        names << u"%1 (%2)"_s.arg(QString::number(id), row["name"_L1].toString());
        if (id != wished && (wished != 0 || accounts.size() != 1))
            continue;
        session.scope.account = id;
        session.scope.accountName = row["name"_L1].toString();
        session.seesReports = seesReports(row);
        return {};
    }
    if (wished != 0)
        return refused(u"account %1 is not among ours"_s.arg(wished),
            Words::tr("You have no access to account %1. Yours are: %2.").arg(wished).arg(names.join(u", "_s)));
    return refused(u"several accounts"_s,
        Words::tr("You work in more than one account there. Say which one with the setting “account”: %1.")
            .arg(names.join(u", "_s)));
}

QCoro::Task<Connector::Done> Connector::readPlaces(std::shared_ptr<Session> session)
{
    const QString account = u"/api/v1/accounts/%1"_s.arg(session->scope.account);
    const auto inboxes = co_await m_api.get(account + u"/inboxes", u"inboxes"_s);
    if (!inboxes)
        co_return inboxes.error();
    for (const QJsonValue &row : (*inboxes)["payload"_L1].toArray())
        session->scope.inboxes.insert(row["id"_L1].toInteger(), row["name"_L1].toString().simplified());
    const auto agents = co_await m_api.get(account + u"/agents", u"agents"_s);
    if (!agents && agents.error().kind != ErrorKind::Forbidden)
        co_return agents.error();
    if (agents)
        session->agents = colleaguesIn(agents->toArray());
    co_return chooseInboxes(*session);
}

Connector::Done Connector::chooseInboxes(Session &session) const
{
    const QStringList wished = m_account.settings.value(u"inboxes"_s).split(u',', Qt::SkipEmptyParts);
    for (const QString &wish : wished) {
        const QString name = wish.trimmed();
        bool found = false;
        for (auto inbox = session.scope.inboxes.cbegin(); inbox != session.scope.inboxes.cend(); ++inbox) {
            if (QString::number(inbox.key()) != name && inbox->compare(name, Qt::CaseInsensitive) != 0)
                continue;
            session.scope.chosen.insert(inbox.key());
            found = true;
        }
        if (!found)
            return refused(u"no such inbox"_s,
                Words::tr("There is no inbox “%1” for you. You have: %2.")
                    .arg(name, session.scope.inboxes.values().join(u", "_s)));
    }
    return {};
}

QString Connector::noteOf(const Session &session) const
{
    if (session.version.isNull())
        return Words::tr("This server does not say which version it is. Parley treats it as an old one: changes made "
                         "while Parley was closed take longer to arrive.");
    if (session.version < kOldest)
        return Words::tr(
            "This server is Chatwoot %1, older than 3.9, the oldest that Parley is made for. Messages work; "
            "some changes may arrive late or not at all.")
            .arg(session.version.toString());
    return {};
}

bool Connector::knowsUpdatedWithin() const
{
    return !m_session.version.isNull() && m_session.version >= kUpdatedWithin;
}

QCoro::Task<Connector::Json> Connector::readAgents()
{
    const auto agents = co_await m_api.get(accountPath() + u"/agents", u"agents"_s);
    if (agents)
        m_session.agents = colleaguesIn(agents->toArray());
    co_return agents;
}

} // namespace parley::platforms::chatwoot
