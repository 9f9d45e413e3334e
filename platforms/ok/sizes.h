// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace parley::platforms::ok {

/// UTF-16 units. The limit is not published; the one public client that cuts long texts cuts here.
inline constexpr int kTextLimit = 3900;
/// apiok.ru, graph.user.messages/post
inline constexpr int kFilesAMessage = 5;
/// Bytes. Not published; what Parley's own memory should hold at once.
inline constexpr qint64 kFileLimit = 50LL * 1024 * 1024;

} // namespace parley::platforms::ok
