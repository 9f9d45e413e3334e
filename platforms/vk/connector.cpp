// SPDX-License-Identifier: GPL-3.0-or-later
// Its life and what it can do; the verbs are in signing_in.cpp, receiving.cpp, walking.cpp, listening.cpp, sending.cpp
// and files.cpp.
#include "platforms/vk/connector.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace parley::platforms::vk {

Connector::Connector(Setup setup, Timing timing)
    : m_clock(*setup.clock)
    , m_timing(timing)
    , m_group(setup.account.settings.value(u"group"_s).toLongLong())
    , m_api(setup, timing)
    , m_classic(m_api, m_timing, LongPoll::Kind::Classic, m_group)
    , m_bots(m_api, m_timing, LongPoll::Kind::Bots, m_group)
    , m_second(m_api.hasSecond() ? Second::NotAsked : Second::None)
{
}

Connector::~Connector()
{
    stop();
}

Capabilities Connector::capabilities() const
{
    // Until it was asked, a second token is taken for a user's: the usual one.
    const bool mayChangeComments = m_second == Second::User || m_second == Second::NotAsked;
    Capabilities can;
    can.textLimit = kTextLimit;
    can.textUnit = Capabilities::TextUnit::Utf16Units;
    can.captionLimit = kTextLimit;
    can.attachmentLimit = kFileLimit;
    can.attachmentsPerMessage = kAttachments;
    can.idempotency = Capabilities::Idempotency::ByClientId;
    // VK remembers a random_id for an hour; some of it is for clocks that differ.
    can.clientIdLasts = 50min;
    can.typingRenewal = 5s;
    can.canQuote = true;
    can.canEdit = true;
    can.canDelete = true;
    can.canEditPublic = mayChangeComments;
    can.canDeletePublic = mayChangeComments;
    can.canMarkRead = true;
    can.canReplyPrivately = true;
    can.sharesAnswered = true;
    can.sharesPriority = true;
    return can;
}

void Connector::stop()
{
    m_stopped = true;
    m_receivingPauses.stop();
    m_sendingPauses.stop();
    m_api.stop();
    ring();
}

} // namespace parley::platforms::vk
