// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/capabilities.h"

#include <QStringView>

namespace parley::ui {

/// How many messages the customer gets for this text and these attachments; at least 1. A text over the caption's limit
/// goes beside the attachments as messages of its own.
[[nodiscard]] int messagesFor(QStringView text, int attachments, const Capabilities &capabilities);

} // namespace parley::ui
