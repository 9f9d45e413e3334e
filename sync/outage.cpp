// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/outage.h"

#include "storage/store.h"
#include "sync/log.h"

namespace parley::sync {

namespace {

enum class Sign { Answer, Failure, None };

Sign signOf(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::TimedOut:
    case ErrorKind::BadReply:
        return Sign::Failure;
    case ErrorKind::Offline:
    case ErrorKind::Storage:
    case ErrorKind::Cancelled:
        return Sign::None;
    default:
        return Sign::Answer;
    }
}

} // namespace

void Outage::answered()
{
    ++m_answers;
    const bool wasOn = isOn();
    m_failures = 0;
    end();
    if (wasOn && onOver)
        onOver();
}

void Outage::failed(const Error &error)
{
    const Sign sign = signOf(error.kind);
    if (sign == Sign::Answer)
        answered();
    if (sign != Sign::Failure)
        return;
    if (m_failures++ == 0)
        m_since = m_around.clock.now();
    if (m_failures != kCalls)
        return;
    qCInfo(lcSync) << "account" << m_account.value << "gets no answers any more:" << error.detail;
    m_open = true;
    if (const auto kept = m_around.store.beginOutage(m_account, m_since); !kept)
        qCWarning(lcSync) << "the outage was not kept:" << kept.error().detail;
}

void Outage::stop()
{
    if (isOn())
        end();
}

void Outage::end()
{
    if (!m_open)
        return;
    const auto kept = m_around.store.endOutage(m_account, m_around.clock.now());
    m_open = !kept.ok();
}

} // namespace parley::sync
