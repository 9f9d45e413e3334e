// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounts/account_words.h"

#include "ui/common/time_words.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>

namespace parley::ui {

namespace {

struct AccountWords {
    Q_DECLARE_TR_FUNCTIONS(AccountWords)
public:
    static QString state(AccountState state)
    {
        switch (state) {
        case AccountState::Offline:
            return tr("offline");
        case AccountState::Connecting:
            return tr("connecting…");
        case AccountState::Online:
            return tr("online");
        case AccountState::Refused:
            return tr("sign-in refused");
        case AccountState::Degraded:
            return tr("has trouble");
        }
        return {};
    }
    static QString complete(const QString &when) { return tr("complete to %1").arg(when); }
    static QString filling(int done, int total)
    {
        const QLocale locale;
        return tr("filling %1 of %2").arg(locale.toString(done), locale.toString(total));
    }
    static QString older(int done, int total)
    {
        const QLocale locale;
        return tr("older messages: %1 of %2 conversations").arg(locale.toString(done), locale.toString(total));
    }
    static QString waiting(int answers) { return tr("%n answer(s) wait", nullptr, answers); }
    static QString nextTry(const QString &when) { return tr("next try %1").arg(when); }
};

/// "VK does not answer. Replies are kept…" says the first in a line of its own.
QString firstClause(const QString &detail)
{
    static const QRegularExpression end(QStringLiteral("[.;](\\s|$)"));
    const auto match = end.match(detail);
    return match.hasMatch() ? detail.left(match.capturedStart()) : detail;
}

} // namespace

QString stateWord(AccountState state)
{
    return AccountWords::state(state);
}

QString troubleWords(const AccountStatus &status)
{
    const bool isTrouble = status.state == AccountState::Degraded || status.state == AccountState::Refused;
    return isTrouble && !status.detail.isEmpty() ? firstClause(status.detail) : stateWord(status.state);
}

QString completeWords(Timestamp completeTo, Timestamp now)
{
    const QDateTime time = toDateTime(completeTo).toLocalTime();
    const QString clock = time.toString(u"HH:mm:ss");
    if (time.date() == toDateTime(now).toLocalTime().date())
        return AccountWords::complete(clock);
    return AccountWords::complete(QLocale().toString(time.date(), QLocale::ShortFormat) + u' ' + clock);
}

QString statusWords(const AccountStatus &status, Timestamp now)
{
    QStringList parts;
    const bool online = status.state == AccountState::Online;
    if (online && status.completeTo)
        parts << completeWords(*status.completeTo, now);
    else if (status.state == AccountState::Degraded && !status.detail.isEmpty())
        parts << firstClause(status.detail); // only sync knows in which way
    else
        parts << stateWord(status.state);
    if (status.fillTotal > 0 && online)
        parts << AccountWords::older(status.fillDone, status.fillTotal);
    else if (status.fillTotal > 0)
        parts << AccountWords::filling(status.fillDone, status.fillTotal);
    if (status.nextTry && !online)
        parts << AccountWords::nextTry(untilTime(*status.nextTry, now));
    return parts.join(QStringLiteral(" · "));
}

QString outageWords(const AccountStatus &status, int waiting, Timestamp now)
{
    QString words = statusWords(status, now);
    if (waiting > 0)
        words += QStringLiteral(" · ") + AccountWords::waiting(waiting);
    return words;
}

QColor stateColour(AccountState state, const Tokens &tokens)
{
    switch (state) {
    case AccountState::Online:
        return tokens.ok;
    case AccountState::Connecting:
    case AccountState::Offline:
        return tokens.calm;
    case AccountState::Degraded:
        return tokens.watch;
    case AccountState::Refused:
        return tokens.missed;
    }
    return tokens.calm;
}

QString withLinks(const QString &text)
{
    // The platform's own words may hold an address. Trailing signs belong to the sentence.
    static const QRegularExpression address(QStringLiteral("https?://[^\\s<>\"“”]*[^\\s<>\"“”.,;:!?)]"));
    QString html;
    qsizetype done = 0;
    for (auto it = address.globalMatch(text); it.hasNext();) {
        const auto match = it.next();
        const QString link = match.captured().toHtmlEscaped();
        html += text.mid(done, match.capturedStart() - done).toHtmlEscaped()
            + QStringLiteral("<a href=\"%1\">%1</a>").arg(link);
        done = match.capturedEnd();
    }
    return html + text.mid(done).toHtmlEscaped();
}

} // namespace parley::ui
