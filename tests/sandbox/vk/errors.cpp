// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/vk/errors.h"

#include <QHash>

using namespace Qt::Literals::StringLiterals;

namespace parley::sandbox::vk {

QString wordsOf(int code)
{
    static const QHash<int, QString> words{{1, u"Unknown error occurred"_s}, {3, u"Unknown method passed"_s},
        {5, u"User authorization failed"_s}, {6, u"Too many requests per second"_s},
        {7, u"Permission to perform this action is denied"_s}, {8, u"Invalid request"_s}, {9, u"Flood control"_s},
        {10, u"Internal server error"_s}, {12, u"Unable to compile code"_s},
        {13, u"Runtime error occurred during code invocation"_s}, {14, u"Captcha needed"_s}, {15, u"Access denied"_s},
        {17, u"Validation required"_s}, {18, u"User was deleted or banned"_s}, {27, u"Group authorization failed"_s},
        {28, u"Application authorization failed"_s}, {29, u"Rate limit reached"_s}, {30, u"This profile is private"_s},
        {36, u"Method execution was interrupted due to timeout"_s},
        {100, u"One of the parameters specified was missing or invalid"_s}, {105, u"Couldn't save file"_s},
        {113, u"Invalid user id"_s}, {118, u"Invalid server"_s}, {121, u"Invalid hash"_s}, {129, u"Invalid photo"_s},
        {203, u"Access to group denied"_s}, {211, u"Access to wall's comment denied"_s},
        {212, u"Access to post comments denied"_s}, {213, u"Access to status replies denied"_s},
        {222, u"Hyperlinks are forbidden"_s}, {223, u"Too many replies"_s},
        {900, u"Can't send messages for users from blacklist"_s},
        {901, u"Can't send messages for users without permission"_s},
        {902, u"Can't send messages to this user due to their privacy settings"_s},
        {907, u"Value of ts or pts is too old"_s}, {908, u"Value of ts or pts is too new"_s},
        {909, u"Can't edit this message, because it's too old"_s},
        {910, u"Can't sent this message, because it's too big"_s}, {911, u"Keyboard format is invalid"_s},
        {912, u"This is a chat bot feature, change this status in settings"_s}, {913, u"Too many forwarded messages"_s},
        {914, u"Message is too long"_s}, {917, u"You don't have access to this chat"_s},
        {920, u"Can't edit this kind of message"_s}, {921, u"Can't forward these messages"_s},
        {922, u"You left this chat"_s}, {924, u"Can't delete this message for everybody"_s},
        {925, u"You are not admin of this chat"_s}, {927, u"Chat does not exist"_s},
        {932, u"Your community can't interact with this peer"_s}, {936, u"Contact not found"_s},
        {940, u"Too many posts in messages"_s}, {943, u"Cannot use this intent"_s},
        {944, u"Limits overflow for this intent"_s}, {945, u"Chat was disabled"_s}, {946, u"Chat not supported"_s},
        {949, u"Can't edit pinned message yet"_s}, {950, u"Can't send message, reply timed out"_s},
        {985, u"Cannot write to notifications only groups"_s}, {987, u"Need message request"_s},
        {988, u"Pending message request"_s}, {990, u"Drop device cache"_s}, {1009, u"Unknown reaction passed"_s},
        {1010, u"This reaction has been disabled"_s}, {1011, u"Reactions limit for this message has been reached"_s},
        {1012, u"Writing is disabled for this chat"_s}, {1117, u"Access token has expired"_s},
        {3300, u"Recaptcha needed"_s}, {3610, u"User is deactivated"_s}, {11101, u"Can't translate."_s}};
    return words.value(code, u"Unknown error occurred"_s);
}

ApiError apiError(int code, const QString &detail)
{
    const QString words = wordsOf(code);
    return {code, detail.isEmpty() ? words : QString(words + u": "_s + detail), {}};
}

ApiError badParameter(const QString &detail)
{
    return apiError(100, detail);
}

} // namespace parley::sandbox::vk
