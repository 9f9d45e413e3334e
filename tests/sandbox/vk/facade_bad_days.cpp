// SPDX-License-Identifier: GPL-3.0-or-later
// The bad days of Vk (sandbox/vk.h).
#include "sandbox/vk.h"
#include "sandbox/vk/server.h"

using namespace Qt::Literals::StringLiterals;

namespace parley::sandbox {

void Vk::addBadDay(const BadDay &day)
{
    with([&](vk::Server &server) { server.badDays.add(day); });
}

void Vk::addBadDay(BadDay::Kind kind, const QString &method, int times)
{
    BadDay day;
    day.kind = kind;
    day.method = method;
    day.times = times;
    addBadDay(day);
}

void Vk::refuse(const QString &method, int code, int times, const QJsonObject &more)
{
    BadDay day;
    day.kind = BadDay::Kind::Refuse;
    day.method = method;
    day.times = times;
    day.code = code;
    day.more = more;
    addBadDay(day);
}

void Vk::askForCaptcha(const QString &method, int times)
{
    const QString sid = u"239633676097"_s;
    refuse(method, 14, times,
        {{u"captcha_sid"_s, sid}, {u"captcha_img"_s, QString(url() + u"/images/captcha.png?sid="_s + sid)}});
}

void Vk::askForValidation(const QString &method, int times)
{
    refuse(method, 17, times, {{u"redirect_uri"_s, QString(url() + u"/security_check"_s)}});
}

void Vk::endBadDays()
{
    with([](vk::Server &server) { server.badDays.clear(); });
}

void Vk::failPoll(Stream stream, int failed, int times)
{
    with([=](vk::Server &server) { server.failPoll(stream, failed, times); });
}

void Vk::forgetEvents()
{
    with([](vk::Server &server) {
        server.world.bots.forget();
        server.wakePolls();
    });
}

void Vk::forgetHistory()
{
    with([](vk::Server &server) {
        server.world.classic.forget();
        server.wakePolls();
    });
}

void Vk::changeKeys()
{
    with([](vk::Server &server) { server.forgetKeys(); });
}

void Vk::demandVersion(const QString &oldest)
{
    with([&](vk::Server &server) { server.oldestVersion = oldest; });
}

void Vk::switchLongPollOff(bool off)
{
    with([off](vk::Server &server) {
        server.world.longPollOn = !off;
        server.world.botsKeys.clear();
        server.wakePolls();
    });
}

void Vk::switchMessagesOff(bool off)
{
    with([off](vk::Server &server) { server.world.messagesOff = off; });
}

void Vk::deleteCommunity(bool deleted)
{
    with([deleted](vk::Server &server) {
        server.world.deleted = deleted;
        server.wakePolls();
    });
}

void Vk::setRights(const QStringList &rights)
{
    with([&](vk::Server &server) { server.world.rights = rights; });
}

void Vk::setRateLimits(int community, int user)
{
    with([=](vk::Server &server) {
        server.communityRate = community;
        server.userRate = user;
    });
}

void Vk::goOffline()
{
    with([](vk::Server &server) { server.goOffline(); });
}

void Vk::goOnline()
{
    with([this](vk::Server &server) {
        if (!server.listen(m_port))
            qFatal("sandbox: cannot listen on 127.0.0.1:%u again", unsigned(m_port));
    });
}

QByteArray Vk::revokeToken()
{
    return ask([](vk::Server &server) {
        const int number = server.token.right(4).toInt() + 1;
        server.token.replace(server.token.size() - 4, 4, QByteArray::number(number).rightJustified(4, '0'));
        server.forgetKeys(); // they go with the token
        return server.token;
    });
}

void Vk::restoreToken(const QByteArray &token)
{
    with([&](vk::Server &server) { server.token = token; });
}

void Vk::expireUserToken(bool expired)
{
    with([expired](vk::Server &server) { server.userTokenExpired = expired; });
}

void Vk::turnClock(qint64 ms)
{
    with([ms](vk::Server &server) { server.world.turnClock(ms); });
}

} // namespace parley::sandbox
