// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/account.h"
#include "ui/common/tokens.h"

#include <QColor>
#include <QString>

namespace parley::ui {

/// "online", "offline", "connecting", "sign-in refused", "has trouble"
[[nodiscard]] QString stateWord(AccountState state);

/// What the matter is with an account that is not online, in a few words: "VK does not answer", "sign-in refused". The
/// whole of it is AccountStatus::detail.
[[nodiscard]] QString troubleWords(const AccountStatus &status);

/// "complete to 14:02:11", with the day when it is not today.
[[nodiscard]] QString completeWords(Timestamp completeTo, Timestamp now);

/// Where an account stands, in one line: "complete to …", "filling 1 200 of 20 000", "VK does not answer · next try
/// 14:06".
[[nodiscard]] QString statusWords(const AccountStatus &status, Timestamp now);

/// The same while the platform does not answer, with the answers that wait for it: "VK does not answer since 14:02 ·
/// next try 14:06 · 3 answers wait".
[[nodiscard]] QString outageWords(const AccountStatus &status, int waiting, Timestamp now);

/// The mark before it; the words say the same, so colour is a help only.
[[nodiscard]] QColor stateColour(AccountState state, const Tokens &tokens);

/// A text of a platform with its addresses as links, everything else escaped.
[[nodiscard]] QString withLinks(const QString &text);

} // namespace parley::ui
