// SPDX-License-Identifier: GPL-3.0-or-later
// What a token endpoint, or somebody who plays it, may answer: a status in the first two bytes, then the body. A token
// goes into lines of IMAP and SMTP, so nothing in it may end one; and no error may tell it.
#include "platforms/mail/oauth_answer.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cstdint>
#include <cstdlib>

using namespace parley::platforms;

namespace {

/// Long, and no code or name that an error may well say.
bool isTelling(const QString &token)
{
    return token.size() >= 16 && std::ranges::any_of(token, [](QChar c) { return c.isUpper() || c.isDigit(); });
}

void mustFitIntoALine(const QByteArray &token)
{
    if (!std::ranges::all_of(token, [](char c) { return c > ' ' && c <= '~'; }))
        std::abort();
}

void mustNotTell(const parley::Error &error, const QByteArray &body)
{
    const QJsonObject answer = QJsonDocument::fromJson(body).object();
    for (const char *name : {"access_token", "refresh_token"}) {
        const QString token = answer.value(QLatin1String(name)).toString();
        if (isTelling(token) && (error.words.contains(token) || error.detail.contains(token)))
            std::abort();
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size < 2)
        return 0;
    http::Answer answer;
    answer.status = 100 + (data[0] * 256 + data[1]) % 500;
    answer.body = QByteArray(reinterpret_cast<const char *>(data) + 2, static_cast<qsizetype>(size) - 2);
    const http::Request request = mail::tokenRequest(QUrl(QStringLiteral("https://sign-in.shop.test/token")), {});
    const auto tokens = mail::tokensFrom(answer, request, parley::SystemClock());
    if (!tokens) {
        mustNotTell(tokens.error(), answer.body);
        return 0;
    }
    if (answer.status < 200 || answer.status > 299 || tokens->access.isEmpty() || tokens->lasts.count() < 0)
        std::abort();
    mustFitIntoALine(tokens->access);
    mustFitIntoALine(tokens->refresh);
    return 0;
}
