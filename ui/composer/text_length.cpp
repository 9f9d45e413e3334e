// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/composer/text_length.h"

#include "models/split_text.h"

#include <algorithm>

namespace parley::ui {

int messagesFor(QStringView text, int attachments, const Capabilities &capabilities)
{
    const auto ofText = [&] {
        return static_cast<int>(piecesOf(text, capabilities.textLimit, capabilities.textUnit).size());
    };
    if (attachments == 0)
        return std::max(1, ofText());
    const int perMessage = std::max(1, capabilities.attachmentsPerMessage);
    const int ofFiles = (attachments + perMessage - 1) / perMessage;
    const bool asCaption =
        textLength(text, capabilities.textUnit) <= std::min(capabilities.captionLimit, capabilities.textLimit);
    return asCaption ? ofFiles : ofFiles + ofText();
}

} // namespace parley::ui
