// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/vk/streams.h"

using namespace Qt::Literals::StringLiterals;

namespace parley::sandbox::vk {

namespace {

constexpr qint64 kModeAttachments = 2;
constexpr qint64 kModeExtended = 8;
constexpr qint64 kModeRandomId = 128;

/// Codes that the history by pts keeps. What merely flickers (typing, counters) is not in it.
bool isKept(int code)
{
    return (code >= 1 && code <= 7) || (code >= 10 && code <= 14);
}

} // namespace

void BotsQueue::add(const QJsonObject &envelope, qint64 nowMs, bool injected)
{
    m_events.append({++m_last, envelope, nowMs, injected});
}

After<BotsEvent> BotsQueue::after(qint64 ts, qint64 nowMs)
{
    while (!m_events.isEmpty() && nowMs - m_events.first().bornMs > kEventLifeMs)
        m_forgotten = m_events.takeFirst().number;
    if (ts < m_forgotten || ts > m_last)
        return std::nullopt;
    QList<BotsEvent> result;
    for (const BotsEvent &event : std::as_const(m_events)) {
        if (event.number > ts)
            result.append(event);
    }
    return result;
}

const BotsEvent *BotsQueue::find(qint64 number) const
{
    for (const BotsEvent &event : m_events) {
        if (event.number == number)
            return &event;
    }
    return nullptr;
}

void BotsQueue::forget()
{
    m_events.clear();
    m_forgotten = ++m_last; // a client that had everything so far has lost what it never heard of
}

void ClassicQueue::add(const QJsonArray &tuple, qint64 message, bool injected)
{
    const bool kept = !injected && isKept(tuple.first().toInt());
    m_events.append({++m_ts, kept ? ++m_pts : 0, tuple, message, injected});
}

After<ClassicEvent> ClassicQueue::after(qint64 ts) const
{
    if (ts < m_forgottenTs || qAbs(m_ts - ts) > kClassicReach)
        return std::nullopt;
    QList<ClassicEvent> result;
    for (const ClassicEvent &event : m_events) {
        if (event.number > ts)
            result.append(event);
    }
    return result;
}

ClassicQueue::Fit ClassicQueue::fits(qint64 pts) const
{
    if (pts < m_oldestPts)
        return Fit::TooOld;
    return pts > m_pts ? Fit::TooNew : Fit::Fits;
}

QList<ClassicEvent> ClassicQueue::history(qint64 pts, qsizetype limit) const
{
    QList<ClassicEvent> result;
    for (const ClassicEvent &event : m_events) {
        if (event.pts > pts && result.size() < limit)
            result.append(event);
    }
    return result;
}

void ClassicQueue::forget()
{
    m_events.clear();
    m_forgottenTs = ++m_ts;
    m_oldestPts = ++m_pts;
}

QJsonArray asMode(const QJsonArray &tuple, qint64 mode)
{
    const int code = tuple.first().toInt();
    const bool extended = (code >= 10 && code <= 14) || code == 52 || code == 63 || code == 64;
    if (extended && (mode & kModeExtended) == 0)
        return {};
    const bool isWholeMessage = (code == 4 || code == 5) && tuple.size() > 8;
    if (!isWholeMessage)
        return tuple;
    QJsonArray result;
    for (qsizetype i = 0; i < 6; ++i)
        result.append(tuple.at(i));
    if ((mode & kModeAttachments) != 0) {
        result.append(tuple.at(6));
        result.append(tuple.at(7));
    }
    if ((mode & kModeRandomId) != 0)
        result.append(tuple.at(8));
    return result;
}

QJsonArray cutDown(const QJsonArray &tuple)
{
    const int code = tuple.first().toInt();
    if (code != 4 && code != 5)
        return tuple;
    return {tuple.at(0), tuple.at(1), tuple.at(2), tuple.at(3)};
}

QString asClassicText(const QString &text)
{
    return text.toHtmlEscaped().replace(u'\n', u"<br>"_s);
}

} // namespace parley::sandbox::vk
