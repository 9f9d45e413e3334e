// SPDX-License-Identifier: GPL-3.0-or-later
// What is said about a message, on screen and to a screen reader.
#pragma once

#include "models/message.h"

#include <QString>

namespace parley::ui {

/// Of outbound messages; empty for inbound ones. \param online  false adds why it waits
[[nodiscard]] QString stateWord(const Message &message, bool online);
[[nodiscard]] QString stateIcon(DeliveryState state); ///< icon name; empty: none
/// "Public · everybody can read this", "Private · …"; empty for what only the team sees.
[[nodiscard]] QString audienceWords(Visibility visibility);
/// A private answer that the platform refused, where it can stand under the post instead.
/// \param publicHere  public and private messages stand side by side in this conversation
[[nodiscard]] bool canAnswerPublicly(const Message &message, bool publicHere);
[[nodiscard]] QString authorWord(const Message &message); ///< "Ana", "You", "Note by Marko · only the team sees this"
/// Why it failed or is held and what one can do; empty: neither.
[[nodiscard]] QString troubleWords(const Message &message);
[[nodiscard]] QString unsupportedWords(const Message &message);
[[nodiscard]] QString attachmentWords(const Attachment &attachment); ///< "32 KB · not fetched yet"
/// "Ana Kovačić, 13:41: Good day … delivered." \param tellsAudience  says who can read it, too
[[nodiscard]] QString messageSentence(const Message &message, bool online, bool tellsAudience = false);

} // namespace parley::ui
