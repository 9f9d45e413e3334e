// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/capabilities.h"
#include "models/split_text.h"

#include <QStringView>

namespace parley::ui {

/// The pieces that go as messages of text; none where the text goes as the attachments' caption. A text over the
/// caption's limit goes beside them as messages of its own.
[[nodiscard]] QList<TextPiece> textPieces(QStringView text, int attachments, const Capabilities &capabilities);
/// How many messages the customer gets for this text and these attachments; at least 1.
[[nodiscard]] int messagesFor(QStringView text, int attachments, const Capabilities &capabilities);

} // namespace parley::ui
