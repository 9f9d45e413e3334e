// SPDX-License-Identifier: GPL-3.0-or-later
#include "platforms/telegram/errors.h"

#include "platforms/telegram/words.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace parley::platforms::telegram {

namespace {

struct Rule {
    int code;
    QLatin1StringView part; ///< of the description; empty: any
    ErrorKind kind;
    Turn turn;
    const char *words;
};

// Of rules with the same code the first that fits is taken. Source: platforms/telegram.md, section 7, which has them
// from the official server's Client.cpp.
constexpr Rule kRules[] = {
    {401, {}, ErrorKind::Unauthorized, Turn::None,
        QT_TRANSLATE_NOOP("parley::platforms::telegram",
            "Telegram refuses the bot token: it was revoked or mistyped. Ask @BotFather for the current one.")},
    {404, {}, ErrorKind::Unauthorized, Turn::None,
        QT_TRANSLATE_NOOP("parley::platforms::telegram",
            "Telegram knows no bot with this token. It should look like 123456789:AAH… as @BotFather wrote it.")},
    {409, "webhook"_L1, ErrorKind::Forbidden, Turn::WebhookActive,
        QT_TRANSLATE_NOOP("parley::platforms::telegram",
            "This bot's messages go to a web server (a webhook is set), so they do not come here. Whoever runs that "
            "server "
            "must remove the webhook, or this account needs a bot of its own. Parley does not remove it by itself.")},
    {409, {}, ErrorKind::Forbidden, Turn::OtherPoller,
        QT_TRANSLATE_NOOP("parley::platforms::telegram",
            "Another program reads this bot's messages, perhaps Parley on another computer. Only one can: stop the "
            "other "
            "one. Nothing is lost meanwhile; Parley goes on trying.")},
    {413, {}, ErrorKind::Rejected, Turn::None,
        QT_TRANSLATE_NOOP(
            "parley::platforms::telegram", "The file is larger than 50 MB, the most that a bot may send.")},
    {429, {}, ErrorKind::RateLimited, Turn::None,
        QT_TRANSLATE_NOOP("parley::platforms::telegram", "Telegram asks us to slow down.")},
    {403, "blocked by the user"_L1, ErrorKind::WindowClosed, Turn::CustomerGone,
        QT_TRANSLATE_NOOP(
            "parley::platforms::telegram", "The customer has blocked the bot: no answer can reach them.")},
    {403, "user is deactivated"_L1, ErrorKind::WindowClosed, Turn::CustomerGone,
        QT_TRANSLATE_NOOP("parley::platforms::telegram", "The customer's Telegram account is gone.")},
    {403, "can't initiate conversation"_L1, ErrorKind::WindowClosed, Turn::None,
        QT_TRANSLATE_NOOP("parley::platforms::telegram",
            "A bot may write only to people who have written to it first: send them a link to the bot.")},
    {403, "bot was kicked"_L1, ErrorKind::WindowClosed, Turn::CustomerGone,
        QT_TRANSLATE_NOOP("parley::platforms::telegram", "The bot was removed from this group.")},
    {403, "not a member"_L1, ErrorKind::WindowClosed, Turn::CustomerGone,
        QT_TRANSLATE_NOOP("parley::platforms::telegram", "The bot is not a member here.")},
    {403, "chat was deleted"_L1, ErrorKind::WindowClosed, Turn::CustomerGone,
        QT_TRANSLATE_NOOP("parley::platforms::telegram", "This group was deleted.")},
    {403, {}, ErrorKind::Forbidden, Turn::None,
        QT_TRANSLATE_NOOP("parley::platforms::telegram", "Telegram does not allow this to the bot.")},
    {400, "upgraded to a supergroup"_L1, ErrorKind::Rejected, Turn::GroupUpgraded,
        QT_TRANSLATE_NOOP("parley::platforms::telegram",
            "The group was upgraded; what was written before can no longer be changed.")},
    {400, "message is not modified"_L1, ErrorKind::Rejected, Turn::NotModified, ""},
    {400, "message to delete not found"_L1, ErrorKind::Rejected, Turn::AlreadyGone, ""},
    {400, "message thread not found"_L1, ErrorKind::Rejected, Turn::ThreadGone,
        QT_TRANSLATE_NOOP("parley::platforms::telegram", "This topic was deleted.")},
    {400, "topic_deleted"_L1, ErrorKind::Rejected, Turn::ThreadGone,
        QT_TRANSLATE_NOOP("parley::platforms::telegram", "This topic was deleted.")},
    {400, "topic_closed"_L1, ErrorKind::WindowClosed, Turn::CustomerGone,
        QT_TRANSLATE_NOOP("parley::platforms::telegram", "This topic is closed: open it again in Telegram to answer.")},
    {400, "replied not found"_L1, ErrorKind::Rejected, Turn::QuoteGone, ""},
    {400, "replied message not found"_L1, ErrorKind::Rejected, Turn::QuoteGone, ""},
    {400, "no text in the message to edit"_L1, ErrorKind::Rejected, Turn::NoText,
        QT_TRANSLATE_NOOP("parley::platforms::telegram", "This message has no text that could be changed.")},
    {400, "photo_invalid_dimensions"_L1, ErrorKind::Rejected, Turn::NoPhoto, ""},
    {400, "image_process_failed"_L1, ErrorKind::Rejected, Turn::NoPhoto, ""},
    {400, "chat not found"_L1, ErrorKind::NotFound, Turn::None,
        QT_TRANSLATE_NOOP("parley::platforms::telegram", "The bot has never met this customer, or the chat is gone.")},
    {400, "business_peer_invalid"_L1, ErrorKind::WindowClosed, Turn::None,
        QT_TRANSLATE_NOOP("parley::platforms::telegram",
            "The bot may not write to this customer of the business account: their last message is older than 24 "
            "hours, "
            "or the chat was taken out of the bot's scope.")},
    {400, "business_connection_invalid"_L1, ErrorKind::Forbidden, Turn::CustomerGone,
        QT_TRANSLATE_NOOP("parley::platforms::telegram", "The business account is no longer connected to this bot.")},
    {400, "peer_id_invalid"_L1, ErrorKind::NotFound, Turn::None,
        QT_TRANSLATE_NOOP("parley::platforms::telegram", "The bot may not write to this customer.")},
    {400, "message to edit not found"_L1, ErrorKind::NotFound, Turn::None,
        QT_TRANSLATE_NOOP("parley::platforms::telegram", "The message to change is no longer there.")},
    {400, "message can't be edited"_L1, ErrorKind::WindowClosed, Turn::None,
        QT_TRANSLATE_NOOP("parley::platforms::telegram", "Telegram no longer lets this message be changed.")},
    {400, "message can't be deleted"_L1, ErrorKind::WindowClosed, Turn::None,
        QT_TRANSLATE_NOOP("parley::platforms::telegram",
            "Telegram does not let this message be deleted: it is older than 48 hours, or not the bot's.")},
    {400, "file is too big"_L1, ErrorKind::Rejected, Turn::None,
        QT_TRANSLATE_NOOP("parley::platforms::telegram",
            "The file is larger than 20 MB, the most that Telegram hands to a bot. It can be seen in Telegram "
            "itself.")},
    {400, "message is too long"_L1, ErrorKind::Rejected, Turn::None,
        QT_TRANSLATE_NOOP("parley::platforms::telegram", "The text is longer than Telegram takes (4096 characters).")},
    {400, "message_too_long"_L1, ErrorKind::Rejected, Turn::None,
        QT_TRANSLATE_NOOP("parley::platforms::telegram", "The text is longer than Telegram takes (4096 characters).")},
    {400, "no rights to send"_L1, ErrorKind::Forbidden, Turn::CustomerGone,
        QT_TRANSLATE_NOOP("parley::platforms::telegram", "The bot may read here but not write.")},
    {400, "not enough rights"_L1, ErrorKind::Forbidden, Turn::None,
        QT_TRANSLATE_NOOP("parley::platforms::telegram", "The bot lacks the right to do this here.")},
    {400, "chat_write_forbidden"_L1, ErrorKind::Forbidden, Turn::CustomerGone,
        QT_TRANSLATE_NOOP("parley::platforms::telegram", "The bot may read here but not write.")},
};

const Rule *ruleFor(const Refusal &refusal)
{
    // 400 "Bad Request: group chat was upgraded …" may change its words; the parameter does not.
    for (const Rule &rule : kRules) {
        if (rule.code == refusal.code
            && (rule.part.isEmpty() || refusal.description.contains(rule.part, Qt::CaseInsensitive)))
            return &rule;
    }
    return nullptr;
}

} // namespace

Turn turnOf(const Refusal &refusal)
{
    if (refusal.migratedTo != 0)
        return Turn::GroupUpgraded;
    const Rule *rule = ruleFor(refusal);
    return rule ? rule->turn : Turn::None;
}

Error errorFrom(const Refusal &refusal, const http::Request &request)
{
    Error error;
    error.kind = ErrorKind::Rejected;
    error.detail = u"%1: %2 %3"_s.arg(request.label).arg(refusal.code).arg(refusal.description.left(300));
    error.retryAfter = refusal.retryAfter;
    if (const Rule *rule = ruleFor(refusal)) {
        error.kind = rule->kind;
        if (*rule->words != '\0')
            error.words = QCoreApplication::translate("parley::platforms::telegram", rule->words);
        // A person must act; look again now and then.
        if (refusal.code == 409)
            error.retryAfter = std::max<std::chrono::milliseconds>(refusal.retryAfter, 30s);
    } else if (!refusal.description.isEmpty()) {
        error.words = Words::tr("Telegram refused: %1").arg(refusal.description.left(300));
    }
    return error;
}

} // namespace parley::platforms::telegram
