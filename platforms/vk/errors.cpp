// SPDX-License-Identifier: GPL-3.0-or-later
#include "platforms/vk/errors.h"

#include "platforms/vk/words.h"

#include <QUrl>

#include <algorithm>
#include <initializer_list>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace parley::platforms::vk {

namespace {

constexpr const char *kNoWords = "";

constexpr const char *kTrouble = QT_TRANSLATE_NOOP("parley::platforms::vk", "VK has a trouble of its own.");
constexpr const char *kToken = QT_TRANSLATE_NOOP("parley::platforms::vk",
    "VK refuses the community's token: it was revoked or mistyped. Make a new one under Manage → API usage → "
    "Access tokens.");
constexpr const char *kRight = QT_TRANSLATE_NOOP("parley::platforms::vk",
    "VK does not allow this to the community's token: it lacks the right for it, or the "
    "community has this part switched off.");
constexpr const char *kClosed = QT_TRANSLATE_NOOP("parley::platforms::vk",
    "The customer's profile is closed, or they have not allowed messages from the community. Answer under the post "
    "instead; once they write first, you can answer here.");
constexpr const char *kNoAccess =
    QT_TRANSLATE_NOOP("parley::platforms::vk", "The community no longer has access to this conversation.");
constexpr const char *kGone = QT_TRANSLATE_NOOP("parley::platforms::vk", "This VK profile was blocked or deleted.");
constexpr const char *kCaptcha = QT_TRANSLATE_NOOP(
    "parley::platforms::vk", "VK asks for a captcha before it goes on. Open the page, solve it there, then try again.");
constexpr const char *kConfirm = QT_TRANSLATE_NOOP("parley::platforms::vk",
    "VK asks the community's owner to confirm who they are. Open the page, follow it, then try again.");
constexpr const char *kComments = QT_TRANSLATE_NOOP(
    "parley::platforms::vk", "VK takes no comments here: they are closed, or the community may not write them.");
constexpr const char *kVersion = QT_TRANSLATE_NOOP("parley::platforms::vk",
    "VK no longer takes this version of its API. A newer Parley is needed; what you have stays here.");
constexpr const char *kCursor =
    QT_TRANSLATE_NOOP("parley::platforms::vk", "VK has forgotten where we were; everything is compared anew.");
constexpr const char *kUpload = QT_TRANSLATE_NOOP(
    "parley::platforms::vk", "VK did not take the file: it is too large, empty, or of a kind it does not allow.");

struct Rule {
    int code;
    ErrorKind kind;
    std::chrono::milliseconds retryAfter;
    const char *words;
};

// Platform sheet, section 7, and the official list of codes (schema 5.199, errors.json).
constexpr Rule kRules[] = {
    {1, ErrorKind::BadReply, 0ms, kTrouble},
    {2, ErrorKind::Unauthorized, 0ms,
        QT_TRANSLATE_NOOP("parley::platforms::vk", "VK says that the application behind this token is switched off.")},
    {3, ErrorKind::Rejected, 0ms, kVersion},
    {5, ErrorKind::Unauthorized, 0ms, kToken},
    // VK gives no advice; its limit is counted per second.
    {6, ErrorKind::RateLimited, 2s, QT_TRANSLATE_NOOP("parley::platforms::vk", "VK asks us to slow down.")},
    {7, ErrorKind::Forbidden, 0ms, kRight},
    {8, ErrorKind::Rejected, 0ms, kVersion},
    {9, ErrorKind::RateLimited, 60s,
        QT_TRANSLATE_NOOP("parley::platforms::vk",
            "VK finds that the same was done too often (flood control), and asks us to wait.")},
    {10, ErrorKind::BadReply, 0ms, kTrouble},
    {14, ErrorKind::Forbidden, 0ms, kCaptcha},
    {15, ErrorKind::Forbidden, 0ms, kRight},
    {17, ErrorKind::Forbidden, 0ms, kConfirm},
    {18, ErrorKind::WindowClosed, 0ms, kGone},
    {20, ErrorKind::Forbidden, 0ms, kRight},
    {21, ErrorKind::Forbidden, 0ms, kRight},
    {22, ErrorKind::Rejected, 0ms, kUpload},
    {23, ErrorKind::Rejected, 0ms, kVersion},
    {24, ErrorKind::Forbidden, 0ms, kConfirm},
    {25, ErrorKind::Unauthorized, 0ms, kConfirm},
    {27, ErrorKind::Unauthorized, 0ms, kToken},
    {28, ErrorKind::Unauthorized, 0ms, kToken},
    {29, ErrorKind::RateLimited, 1h,
        QT_TRANSLATE_NOOP(
            "parley::platforms::vk", "VK's daily limit for this is used up. Parley goes on as soon as VK lets it.")},
    {30, ErrorKind::Forbidden, 0ms, QT_TRANSLATE_NOOP("parley::platforms::vk", "This profile is private.")},
    {32, ErrorKind::RateLimited, 10s, QT_TRANSLATE_NOOP("parley::platforms::vk", "VK asks us to slow down.")},
    {34, ErrorKind::Rejected, 0ms, kVersion},
    {35, ErrorKind::Rejected, 0ms, kVersion},
    {36, ErrorKind::BadReply, 0ms, kTrouble},
    {37, ErrorKind::WindowClosed, 0ms, kGone},
    {38, ErrorKind::Unauthorized, 0ms, kToken},
    {40, ErrorKind::Forbidden, 0ms,
        QT_TRANSLATE_NOOP("parley::platforms::vk", "VK knows no such community; it may have been deleted.")},
    {42, ErrorKind::Forbidden, 0ms,
        QT_TRANSLATE_NOOP("parley::platforms::vk",
            "VK lets this token be used from certain addresses only, and this computer is at none of them.")},
    {43, ErrorKind::BadReply, 0ms, kTrouble},
    {100, ErrorKind::Rejected, 0ms, kNoWords},
    {103, ErrorKind::RateLimited, 60s, QT_TRANSLATE_NOOP("parley::platforms::vk", "VK asks us to slow down.")},
    {104, ErrorKind::NotFound, 0ms, QT_TRANSLATE_NOOP("parley::platforms::vk", "VK no longer has this.")},
    {105, ErrorKind::Rejected, 0ms, kUpload},
    {113, ErrorKind::NotFound, 0ms, kGone},
    {118, ErrorKind::Rejected, 0ms, kUpload},
    {121, ErrorKind::Rejected, 0ms, kUpload},
    {125, ErrorKind::Forbidden, 0ms,
        QT_TRANSLATE_NOOP("parley::platforms::vk", "VK knows no such community; it may have been deleted.")},
    {129, ErrorKind::Rejected, 0ms, kUpload},
    {183, ErrorKind::Forbidden, 0ms, kComments},
    {200, ErrorKind::Forbidden, 0ms, kRight},
    {203, ErrorKind::Forbidden, 0ms,
        QT_TRANSLATE_NOOP(
            "parley::platforms::vk", "VK denies access to the community: it was deleted, blocked or closed to us.")},
    {204, ErrorKind::Forbidden, 0ms, kRight},
    {205, ErrorKind::Forbidden, 0ms, kRight},
    {210, ErrorKind::NotFound, 0ms,
        QT_TRANSLATE_NOOP("parley::platforms::vk", "The post is no longer there, or closed to us.")},
    {211, ErrorKind::Forbidden, 0ms, kComments},
    {212, ErrorKind::Forbidden, 0ms, kComments},
    {213, ErrorKind::Forbidden, 0ms,
        QT_TRANSLATE_NOOP("parley::platforms::vk", "Comments under this post are closed.")},
    {222, ErrorKind::Rejected, 0ms, QT_TRANSLATE_NOOP("parley::platforms::vk", "VK allows no links in comments here.")},
    {223, ErrorKind::RateLimited, 60s,
        QT_TRANSLATE_NOOP("parley::platforms::vk", "VK finds that there are too many comments, and asks us to wait.")},
    {243, ErrorKind::NotFound, 0ms, QT_TRANSLATE_NOOP("parley::platforms::vk", "VK no longer has this.")},
    {601, ErrorKind::RateLimited, 1h,
        QT_TRANSLATE_NOOP(
            "parley::platforms::vk", "VK's daily limit for this is used up. Parley goes on as soon as VK lets it.")},
    {801, ErrorKind::Forbidden, 0ms, kComments},
    {900, ErrorKind::WindowClosed, 0ms,
        QT_TRANSLATE_NOOP("parley::platforms::vk",
            "The customer is in the community's blacklist, or has blocked the community: no message can reach them.")},
    {901, ErrorKind::WindowClosed, 0ms, kClosed},
    {902, ErrorKind::WindowClosed, 0ms, kClosed},
    {907, ErrorKind::BadReply, 0ms, kCursor},
    {908, ErrorKind::BadReply, 0ms, kCursor},
    {909, ErrorKind::WindowClosed, 0ms,
        QT_TRANSLATE_NOOP("parley::platforms::vk", "VK no longer lets this message be changed: it is too old.")},
    {910, ErrorKind::Rejected, 0ms, QT_TRANSLATE_NOOP("parley::platforms::vk", "The message is larger than VK takes.")},
    {911, ErrorKind::Rejected, 0ms, kNoWords},
    {912, ErrorKind::Forbidden, 0ms,
        QT_TRANSLATE_NOOP("parley::platforms::vk",
            "The community's bot features are off: switch them on under Manage → Messages → Bot settings.")},
    {913, ErrorKind::Rejected, 0ms, QT_TRANSLATE_NOOP("parley::platforms::vk", "The message is larger than VK takes.")},
    {914, ErrorKind::Rejected, 0ms, QT_TRANSLATE_NOOP("parley::platforms::vk", "The text is longer than VK takes.")},
    {917, ErrorKind::WindowClosed, 0ms, kNoAccess},
    {920, ErrorKind::WindowClosed, 0ms,
        QT_TRANSLATE_NOOP("parley::platforms::vk", "VK does not let a message of this kind be changed.")},
    {921, ErrorKind::Rejected, 0ms,
        QT_TRANSLATE_NOOP("parley::platforms::vk", "The message to answer is no longer there.")},
    {922, ErrorKind::WindowClosed, 0ms, kNoAccess},
    {924, ErrorKind::WindowClosed, 0ms,
        QT_TRANSLATE_NOOP(
            "parley::platforms::vk", "VK no longer lets this message be deleted for the customer: it is too old.")},
    {925, ErrorKind::WindowClosed, 0ms, kNoAccess},
    {927, ErrorKind::WindowClosed, 0ms, kNoAccess},
    {932, ErrorKind::WindowClosed, 0ms, kNoAccess},
    {935, ErrorKind::WindowClosed, 0ms, kNoAccess},
    {936, ErrorKind::WindowClosed, 0ms, kGone},
    {939, ErrorKind::WindowClosed, 0ms, kClosed},
    {940, ErrorKind::Rejected, 0ms, QT_TRANSLATE_NOOP("parley::platforms::vk", "The message is larger than VK takes.")},
    {943, ErrorKind::WindowClosed, 0ms, kClosed},
    {944, ErrorKind::WindowClosed, 0ms, kClosed},
    {945, ErrorKind::WindowClosed, 0ms, kNoAccess},
    {946, ErrorKind::WindowClosed, 0ms, kNoAccess},
    {949, ErrorKind::WindowClosed, 0ms,
        QT_TRANSLATE_NOOP("parley::platforms::vk", "A pinned message cannot be changed yet.")},
    {950, ErrorKind::WindowClosed, 0ms, kClosed},
    {962, ErrorKind::WindowClosed, 0ms, kNoAccess},
    {969, ErrorKind::Rejected, 0ms,
        QT_TRANSLATE_NOOP("parley::platforms::vk", "The message to answer is no longer there.")},
    {983, ErrorKind::WindowClosed, 0ms, kNoAccess},
    {985, ErrorKind::WindowClosed, 0ms, kClosed},
    {987, ErrorKind::WindowClosed, 0ms, kClosed},
    {988, ErrorKind::WindowClosed, 0ms, kClosed},
    {990, ErrorKind::BadReply, 0ms, kCursor},
    {1012, ErrorKind::WindowClosed, 0ms, kNoAccess},
    {1105, ErrorKind::RateLimited, 60s, QT_TRANSLATE_NOOP("parley::platforms::vk", "VK asks us to slow down.")},
    {1114, ErrorKind::Unauthorized, 0ms, kToken},
    {1116, ErrorKind::Unauthorized, 0ms, kToken},
    {1117, ErrorKind::Unauthorized, 0ms, kToken},
    {1118, ErrorKind::Unauthorized, 0ms, kToken},
    {1401, ErrorKind::Forbidden, 0ms, kComments},
    {1403, ErrorKind::NotFound, 0ms, QT_TRANSLATE_NOOP("parley::platforms::vk", "VK no longer has this.")},
    {3300, ErrorKind::Forbidden, 0ms, kCaptcha},
    {3301, ErrorKind::Forbidden, 0ms, kConfirm},
    {3302, ErrorKind::Forbidden, 0ms, kConfirm},
    {3303, ErrorKind::Forbidden, 0ms, kConfirm},
    {3304, ErrorKind::Forbidden, 0ms, kConfirm},
    {3609, ErrorKind::Unauthorized, 0ms, kToken},
    {3610, ErrorKind::WindowClosed, 0ms, kGone},
    {3611, ErrorKind::WindowClosed, 0ms, kGone},
};

// Whatever an answer names, only an https page is ever opened for a person.
QString httpsOnly(const QString &address)
{
    const QUrl url(address, QUrl::StrictMode);
    return url.isValid() && url.scheme() == "https"_L1 && !url.host().isEmpty() ? address : QString();
}

} // namespace

Refusal Refusal::from(const QJsonObject &error)
{
    Refusal refusal;
    refusal.code = error["error_code"_L1].toInt(1);
    refusal.message = error["error_msg"_L1].toString().left(300);
    refusal.page = httpsOnly(error["redirect_uri"_L1].toString());
    if (refusal.page.isEmpty())
        refusal.page = httpsOnly(error["captcha_img"_L1].toString());
    return refusal;
}

Error errorFrom(const Refusal &refusal, const http::Request &request)
{
    Error error;
    error.kind = ErrorKind::Rejected;
    error.detail = u"%1: error %2 %3"_s.arg(request.label).arg(refusal.code).arg(refusal.message);
    error.page = refusal.page;
    const auto rule = std::ranges::find(kRules, refusal.code, &Rule::code);
    if (rule != std::end(kRules)) {
        error.kind = rule->kind;
        error.retryAfter = rule->retryAfter;
        if (*rule->words != '\0')
            error.words = QCoreApplication::translate("parley::platforms::vk", rule->words);
    }
    // What was sent too often is not sent again by itself, or the lock grows; what is only asked for waits.
    if (refusal.code == code::kFlood && request.isSend) {
        error.kind = ErrorKind::Rejected;
        error.retryAfter = 0ms;
        error.words =
            Words::tr("VK finds that the same was done too often (flood control), and did not do this. Wait some "
                      "minutes, then try again.");
    }
    if (error.words.isEmpty() && !refusal.message.isEmpty())
        error.words = Words::tr("VK refused: %1").arg(refusal.message);
    // Its own failure: what became of the call is not known.
    error.mayHaveArrived = request.isSend && error.kind == ErrorKind::BadReply;
    return error;
}

bool isClosed(int code)
{
    static constexpr std::initializer_list<int> codes{
        18, 37, 900, 901, 902, 917, 922, 927, 932, 936, 943, 944, 945, 946, 950, 985, 987, 988, 1012, 3610};
    return std::ranges::find(codes, code) != codes.end();
}

} // namespace parley::platforms::vk
