// SPDX-License-Identifier: GPL-3.0-or-later
#include "platforms/ok/errors.h"

#include "platforms/ok/words.h"

#include <QJsonObject>

#include <algorithm>
#include <span>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace parley::platforms::ok {

namespace {

struct Rule {
    int code;
    ErrorKind kind;
    const char *words;
    std::chrono::seconds pause{0}; ///< no numbers are published; these are long enough to do no harm
};

// What the group's own calls mean.
constexpr Rule kRules[] = {
    {3, ErrorKind::Rejected, QT_TRANSLATE_NOOP("parley::platforms::ok", "Odnoklassniki no longer offers this.")},
    {4, ErrorKind::Rejected,
        QT_TRANSLATE_NOOP("parley::platforms::ok", "Odnoklassniki cannot read this request; please report it.")},
    {7, ErrorKind::Forbidden,
        QT_TRANSLATE_NOOP("parley::platforms::ok",
            "Odnoklassniki does not allow this at the moment: the group or this person is restricted.")},
    {8, ErrorKind::RateLimited,
        QT_TRANSLATE_NOOP("parley::platforms::ok", "Odnoklassniki finds that the group sends too much."), 300s},
    {9, ErrorKind::Forbidden,
        QT_TRANSLATE_NOOP("parley::platforms::ok",
            "Odnoklassniki blocks the internet address of this computer. Try another network, or write to its "
            "support.")},
    {10, ErrorKind::Forbidden, QT_TRANSLATE_NOOP("parley::platforms::ok", "The group's key has no right to this.")},
    {11, ErrorKind::RateLimited,
        QT_TRANSLATE_NOOP("parley::platforms::ok", "Odnoklassniki's limit for this is reached."), 600s},
    {21, ErrorKind::Rejected,
        QT_TRANSLATE_NOOP("parley::platforms::ok", "Odnoklassniki cannot read the file that was sent.")},
    {22, ErrorKind::Forbidden,
        QT_TRANSLATE_NOOP("parley::platforms::ok", "This must first be switched on in the group's settings.")},
    {23, ErrorKind::Forbidden,
        QT_TRANSLATE_NOOP("parley::platforms::ok", "This person has nothing to do with the group yet.")},
    {24, ErrorKind::Forbidden, QT_TRANSLATE_NOOP("parley::platforms::ok", "This does not belong to the group.")},
    {25, ErrorKind::Forbidden,
        QT_TRANSLATE_NOOP("parley::platforms::ok", "The profile or the group is not active on Odnoklassniki.")},
    {26, ErrorKind::RateLimited,
        QT_TRANSLATE_NOOP("parley::platforms::ok", "Odnoklassniki's limit for this is reached."), 3600s},
    {50, ErrorKind::Forbidden,
        QT_TRANSLATE_NOOP("parley::platforms::ok", "Only an administrator of the group may do this.")},
    {100, ErrorKind::Rejected,
        QT_TRANSLATE_NOOP("parley::platforms::ok", "Odnoklassniki does not accept something in this request.")},
    {101, ErrorKind::Unauthorized,
        QT_TRANSLATE_NOOP("parley::platforms::ok", "Odnoklassniki does not know the application key.")},
    {102, ErrorKind::Unauthorized,
        QT_TRANSLATE_NOOP("parley::platforms::ok",
            "Odnoklassniki does not accept the group's key any more. Whoever asked for a new one made this one "
            "invalid: "
            "enter the new key here.")},
    {103, ErrorKind::Unauthorized,
        QT_TRANSLATE_NOOP("parley::platforms::ok",
            "Odnoklassniki does not know this group key. Copy it again from the group's settings, Messages.")},
    {104, ErrorKind::Rejected,
        QT_TRANSLATE_NOOP("parley::platforms::ok",
            "Odnoklassniki does not accept the signature. Is the application's secret key the right one?")},
    {105, ErrorKind::Rejected,
        QT_TRANSLATE_NOOP("parley::platforms::ok", "Odnoklassniki does not accept a signature that was used before.")},
    {106, ErrorKind::Rejected, QT_TRANSLATE_NOOP("parley::platforms::ok", "Odnoklassniki has no such conversation.")},
    {110, ErrorKind::NotFound, QT_TRANSLATE_NOOP("parley::platforms::ok", "Odnoklassniki has no such person.")},
    {120, ErrorKind::Rejected, QT_TRANSLATE_NOOP("parley::platforms::ok", "Odnoklassniki has no such album.")},
    {121, ErrorKind::Rejected, QT_TRANSLATE_NOOP("parley::platforms::ok", "Odnoklassniki has no such photo.")},
    {130, ErrorKind::Rejected,
        QT_TRANSLATE_NOOP("parley::platforms::ok", "Odnoklassniki does not accept something in this request.")},
    {140, ErrorKind::NotFound, QT_TRANSLATE_NOOP("parley::platforms::ok", "Odnoklassniki no longer has this message.")},
    {141, ErrorKind::NotFound, QT_TRANSLATE_NOOP("parley::platforms::ok", "Odnoklassniki no longer has this comment.")},
};

// Where the same code says something else of a message to a customer, or of the manager's token.
constexpr Rule kSendRules[] = {
    {9, ErrorKind::RateLimited,
        QT_TRANSLATE_NOOP("parley::platforms::ok",
            "Odnoklassniki blocks the internet address of this computer. Try another network, or write to its "
            "support."),
        1800s},
    {10, ErrorKind::Forbidden,
        QT_TRANSLATE_NOOP("parley::platforms::ok", "This person does not allow the group to write to them.")},
    {140, ErrorKind::NotFound,
        QT_TRANSLATE_NOOP("parley::platforms::ok", "The message that this is about is no longer there.")},
};

constexpr Rule kCommentRules[] = {
    {10, ErrorKind::Forbidden,
        QT_TRANSLATE_NOOP("parley::platforms::ok",
            "The manager's token has no right to the group's comments. The application needs VALUABLE_ACCESS and "
            "GROUP_CONTENT.")},
    {102, ErrorKind::Unauthorized,
        QT_TRANSLATE_NOOP("parley::platforms::ok", "The manager's token has expired: enter a new one.")},
    {103, ErrorKind::Unauthorized,
        QT_TRANSLATE_NOOP("parley::platforms::ok", "Odnoklassniki does not know the manager's token.")},
    {106, ErrorKind::NotFound, QT_TRANSLATE_NOOP("parley::platforms::ok", "The discussion is no longer there.")},
};

const Rule *ruleIn(std::span<const Rule> rules, int code)
{
    const auto found = std::ranges::find(rules, code, &Rule::code);
    return found == rules.end() ? nullptr : &*found;
}

const Rule *ruleFor(int code, Purpose purpose)
{
    const Rule *special = nullptr;
    if (purpose == Purpose::Send)
        special = ruleIn(kSendRules, code);
    else if (purpose == Purpose::Comments)
        special = ruleIn(kCommentRules, code);
    return special ? special : ruleIn(kRules, code);
}

/// Its own failure: what became of the call is not known. Codes from 900 on are the system's in older lists.
bool isTheirFailure(int code)
{
    return code == 1 || code == 2 || code == 12 || code >= 900;
}

} // namespace

std::optional<Refusal> refusalIn(const QJsonValue &body, const QByteArray &invocationError)
{
    Refusal refusal;
    refusal.code = body["error_code"_L1].toInt();
    refusal.text = body["error_msg"_L1].toString();
    if (refusal.code == 0)
        refusal.code = invocationError.trimmed().toInt();
    if (refusal.code == 0 && body["error_code"_L1].isUndefined())
        return std::nullopt;
    if (refusal.code == 0)
        refusal.code = 1;
    return refusal;
}

Error errorFrom(const Refusal &refusal, const http::Request &request, Purpose purpose)
{
    Error error;
    error.detail = u"%1: %2 %3"_s.arg(request.label).arg(refusal.code).arg(refusal.text.left(300));
    if (isTheirFailure(refusal.code)) {
        error.kind = ErrorKind::BadReply;
        error.words = Words::tr("Odnoklassniki has a trouble of its own (error %1).").arg(refusal.code);
        error.mayHaveArrived = request.isSend;
        return error;
    }
    error.kind = ErrorKind::Rejected;
    if (const Rule *rule = ruleFor(refusal.code, purpose)) {
        error.kind = rule->kind;
        error.words = QCoreApplication::translate("parley::platforms::ok", rule->words);
        error.retryAfter = rule->pause;
    } else {
        error.words = Words::tr("Odnoklassniki refused: %1").arg(refusal.text.left(300));
    }
    return error;
}

} // namespace parley::platforms::ok
