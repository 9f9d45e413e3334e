// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/composer/text_length.h"

#include <algorithm>

namespace parley::ui {

QList<TextPiece> textPieces(QStringView text, int attachments, const Capabilities &capabilities)
{
    const int captionLimit = std::min(capabilities.captionLimit, capabilities.textLimit);
    if (attachments > 0 && textLength(text, capabilities.textUnit) <= captionLimit)
        return {};
    return piecesOf(text, capabilities.textLimit, capabilities.textUnit);
}

int messagesFor(QStringView text, int attachments, const Capabilities &capabilities)
{
    const int perMessage = std::max(1, capabilities.attachmentsPerMessage);
    const int ofFiles = (attachments + perMessage - 1) / perMessage;
    return std::max(1, ofFiles + static_cast<int>(textPieces(text, attachments, capabilities).size()));
}

} // namespace parley::ui
