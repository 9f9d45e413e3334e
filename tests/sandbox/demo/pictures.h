// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/demo/script.h"

#include <QByteArray>

namespace parley::sandbox {

/// A JPEG as a customer's telephone would send it, drawn by us.
[[nodiscard]] QByteArray drawn(Line::Picture picture);
/// One page of PDF with a line of text (ASCII).
[[nodiscard]] QByteArray onePagePdf(const QByteArray &text);

} // namespace parley::sandbox
