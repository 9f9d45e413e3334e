// SPDX-License-Identifier: GPL-3.0-or-later
#include "platforms/vk/long_poll.h"

#include "platforms/vk/errors.h"
#include "platforms/vk/words.h"

#include <QUrlQuery>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace parley::platforms::vk {

namespace {

constexpr int kTries = 4; // a new key may be refused once or twice while servers change
// Attachments, extended events, pts, random_id: platform sheet, section 2 B.
constexpr int kMode = 2 + 8 + 32 + 128;
// "Stops delivering after about 9 h": a new key in time costs one call.
constexpr auto kKeyLasts = 6h;

/// The ts comes as a number here and as a text there.
QString tsIn(const QJsonValue &value)
{
    return value.isString() ? value.toString() : value.isDouble() ? QString::number(value.toInteger()) : QString();
}

Error badPoll(const QString &detail)
{
    return {ErrorKind::BadReply, u"long poll: "_s + detail,
        Words::tr("VK's answer about what is new cannot be understood."), {}, false};
}

} // namespace

const QStringList &eventsRead()
{
    static const QStringList events = [] {
        QStringList names{u"message_new"_s, u"message_reply"_s, u"message_edit"_s, u"message_allow"_s,
            u"message_deny"_s, u"message_read"_s, u"message_typing_state"_s, u"message_event"_s,
            u"message_reaction_event"_s, u"wall_post_new"_s};
        for (const auto &kind :
            {u"wall_reply"_s, u"board_post"_s, u"photo_comment"_s, u"video_comment"_s, u"market_comment"_s}) {
            for (const auto &what : {u"_new"_s, u"_edit"_s, u"_restore"_s, u"_delete"_s})
                names << kind + what;
        }
        return names;
    }();
    return events;
}

QJsonObject allEventsOn(qint64 group)
{
    QJsonObject parameters{{"group_id"_L1, group}, {"enabled"_L1, 1}, {"api_version"_L1, QLatin1StringView(kVersion)}};
    for (const QString &name : eventsRead())
        parameters[name] = 1;
    return parameters;
}

LongPoll::LongPoll(Api &api, const Timing &timing, Kind kind, qint64 group)
    : m_api(api)
    , m_timing(timing)
    , m_kind(kind)
    , m_group(group)
{
}

bool LongPoll::isStale() const
{
    return std::chrono::steady_clock::now() - m_opened > kKeyLasts;
}

QCoro::Task<Outcome> LongPoll::open()
{
    QJsonObject parameters{{"group_id"_L1, m_group}};
    QString method = u"groups.getLongPollServer"_s;
    if (m_kind == Kind::Classic) {
        method = u"messages.getLongPollServer"_s;
        parameters = {{"need_pts"_L1, 1}, {"lp_version"_L1, m_version}};
    }
    Outcome outcome = co_await m_api.call(method, parameters);
    // Switched off in the community's settings, perhaps since we signed in.
    if (m_kind == Kind::Bots && outcome.code == code::kParameter) {
        const QJsonObject wanted = allEventsOn(m_group);
        const Outcome set = co_await m_api.call(u"groups.setLongPollSettings"_s, wanted);
        if (set.ok)
            outcome = co_await m_api.call(method, parameters);
        else
            outcome.error = set.error;
    }
    const QJsonObject response = outcome.response.toObject();
    if (outcome.ok && (response["server"_L1].toString().isEmpty() || response["key"_L1].toString().isEmpty())) {
        outcome.ok = false;
        outcome.error = badPoll(u"no server was named"_s);
    }
    if (outcome.ok)
        take(response);
    co_return outcome;
}

void LongPoll::take(const QJsonObject &credentials)
{
    m_server = credentials["server"_L1].toString();
    m_key = credentials["key"_L1].toString();
    if (m_ts.isEmpty())
        m_ts = tsIn(credentials["ts"_L1]);
    m_opened = std::chrono::steady_clock::now();
}

QUrl LongPoll::address(const QString &ts, bool wait) const
{
    QUrl url = m_api.pollAddress(m_server);
    QUrlQuery query(url);
    query.addQueryItem(u"act"_s, u"a_check"_s);
    query.addQueryItem(u"key"_s, QString::fromLatin1(m_key.toUtf8().toPercentEncoding()));
    query.addQueryItem(u"ts"_s, QString::fromLatin1(ts.toUtf8().toPercentEncoding()));
    query.addQueryItem(u"wait"_s, QString::number(wait ? m_timing.longPoll.count() : 0));
    if (m_kind == Kind::Classic) {
        query.addQueryItem(u"mode"_s, QString::number(kMode));
        query.addQueryItem(u"version"_s, QString::number(m_version));
    }
    url.setQuery(query);
    return url;
}

QCoro::Task<Result<Heard>> LongPoll::ask(QString ts, bool wait)
{
    Heard heard;
    if (m_kind == Kind::Classic)
        ts = m_ts;
    if (isStale())
        m_key.clear();
    for (int tries = 0; tries < kTries; ++tries) {
        if (m_key.isEmpty()) {
            if (ts.isEmpty())
                m_ts.clear();
            const Outcome opened = co_await open();
            if (!opened.ok)
                co_return opened.error;
            // From now on: what was before must be asked for by other means, and at once.
            if (ts.isEmpty()) {
                heard.ts = tsIn(opened.response["ts"_L1]);
                heard.lost = heard.lost || m_kind == Kind::Classic;
                co_return heard;
            }
        }
        // An address by name: GCC 12 cannot make one inside an awaited call.
        const QUrl where = address(ts, wait);
        const QString label = m_kind == Kind::Bots ? (wait ? u"bots poll"_s : u"bots drain"_s) : u"classic poll"_s;
        const auto patience = wait ? m_timing.longPollPatience : m_timing.drain;
        const auto answer = co_await m_api.poll(where, label, patience);
        if (!answer)
            co_return answer.error();
        if (!answer->contains("failed"_L1)) {
            heard.ts = tsIn(answer->value("ts"_L1));
            if (heard.ts.isEmpty() || !answer->value("updates"_L1).isArray())
                co_return badPoll(u"an answer without ts or updates"_s);
            heard.updates = answer->value("updates"_L1).toArray();
            m_ts = heard.ts;
            co_return heard;
        }
        const Turn turn = refused(*answer, heard);
        if (m_refusal)
            co_return *std::exchange(m_refusal, {});
        if (turn == Turn::Tell)
            co_return heard;
        if (heard.lost)
            ts.clear();
    }
    co_return badPoll(u"one key after another was refused"_s);
}

LongPoll::Turn LongPoll::refused(const QJsonObject &answer, Heard &heard)
{
    switch (answer["failed"_L1].toInt()) {
    case 1: // the queue no longer reaches back to our ts: go on from its own
        heard.ts = tsIn(answer["ts"_L1]);
        heard.lost = true;
        m_ts = heard.ts;
        if (heard.ts.isEmpty())
            m_key.clear(); // without it only a new start helps
        return heard.ts.isEmpty() ? Turn::Again : Turn::Tell;
    case 2: // the key ran out, or our address changed: a new one for the same ts
        m_key.clear();
        return Turn::Again;
    case 3: // everything is gone: new key, new ts
        m_key.clear();
        m_ts.clear();
        heard.lost = true;
        return Turn::Again;
    case 4: { // another version of the stream
        const int least = answer["min_version"_L1].toInt(m_version);
        const int fits = std::clamp(m_version, least, std::max(least, answer["max_version"_L1].toInt(m_version)));
        if (fits == m_version)
            m_refusal = badPoll(u"failed 4 for a version in range"_s);
        m_version = fits;
        m_key.clear();
        return Turn::Again;
    }
    default:
        m_key.clear();
        m_refusal = badPoll(u"failed %1"_s.arg(answer["failed"_L1].toInt()));
        return Turn::Tell;
    }
}

void LongPoll::interrupt()
{
    m_api.interrupt(m_kind == Kind::Bots ? u"bots poll"_s : u"classic poll"_s);
}

} // namespace parley::platforms::vk
