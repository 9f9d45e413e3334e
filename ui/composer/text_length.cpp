// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/composer/text_length.h"

#include <QByteArray>

#include <algorithm>

namespace parley::ui {

namespace {

int partsOf(qsizetype length, int limit)
{
    return limit > 0 ? static_cast<int>((length + limit - 1) / limit) : 1;
}

} // namespace

qsizetype textLength(QStringView text, Capabilities::TextUnit unit)
{
    switch (unit) {
    case Capabilities::TextUnit::Utf16Units:
        return text.size();
    case Capabilities::TextUnit::CodePoints:
        return text.size() - std::ranges::count_if(text, [](QChar c) { return c.isLowSurrogate(); });
    case Capabilities::TextUnit::Bytes:
        return text.toUtf8().size();
    }
    return text.size();
}

int messagesFor(QStringView text, int attachments, const Capabilities &capabilities)
{
    const qsizetype length = textLength(text, capabilities.textUnit);
    const int ofText = length == 0 ? 0 : partsOf(length, capabilities.textLimit);
    if (attachments == 0)
        return std::max(1, ofText);
    const int ofFiles = partsOf(attachments, std::max(1, capabilities.attachmentsPerMessage));
    return length <= std::min(capabilities.captionLimit, capabilities.textLimit) ? ofFiles : ofFiles + ofText;
}

} // namespace parley::ui
