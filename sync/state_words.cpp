// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/state_words.h"

#include <QCoreApplication>
#include <QLocale>

namespace parley::sync::words {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(parley::sync::AccountSync)
};

QString orElse(const QString &words, const QString &otherwise)
{
    return words.isEmpty() ? otherwise : words;
}

} // namespace

QString moment(Timestamp time, Timestamp now)
{
    const QDateTime local = toDateTime(time).toLocalTime();
    QString clock = local.time().toString(QStringLiteral("HH:mm"));
    if (local.date() == toDateTime(now).toLocalTime().date())
        return clock;
    return QLocale().toString(local.date(), QLocale::ShortFormat) + QLatin1Char(' ') + clock;
}

QString connecting()
{
    return Texts::tr("Connecting…");
}

QString filling(int done, int total, bool conversations)
{
    const QLocale locale;
    if (conversations && total > 0)
        return Texts::tr("Fetching the conversations: %1 of %2").arg(locale.toString(done), locale.toString(total));
    if (total <= 0)
        return Texts::tr("Fetching older messages: %1 so far").arg(locale.toString(done));
    return Texts::tr("Fetching older messages: %1 of %2").arg(locale.toString(done), locale.toString(total));
}

QString older(int done, int total)
{
    const QLocale locale;
    return Texts::tr("Older messages: %1 of %2 conversations are read")
        .arg(locale.toString(done), locale.toString(total));
}

QString complete(std::optional<Timestamp> to, const QString &note, Timestamp now)
{
    QString sentence = Texts::tr("Online");
    if (to) {
        const QDateTime local = toDateTime(*to).toLocalTime();
        const bool today = local.date() == toDateTime(now).toLocalTime().date();
        const QString second = local.time().toString(QStringLiteral("HH:mm:ss"));
        sentence = Texts::tr("Complete to %1")
                       .arg(today ? second
                                  : QLocale().toString(local.date(), QLocale::ShortFormat) + QLatin1Char(' ') + second);
    }
    return note.isEmpty() ? sentence : sentence + QStringLiteral(". ") + note;
}

QString offline(Timestamp since, Timestamp nextTry, Timestamp now)
{
    return Texts::tr("Offline since %1, next try %2").arg(moment(since, now), moment(nextTry, now));
}

QString offlineByChoice(Timestamp since, Timestamp now)
{
    return Texts::tr("Offline since %1, as you asked. Replies are kept and sent when you are online again.")
        .arg(moment(since, now));
}

QString notRunning(std::optional<Timestamp> completeTo, Timestamp now)
{
    if (!completeTo)
        return Texts::tr("Parley is not running");
    return Texts::tr("Parley is not running; complete to %1").arg(moment(*completeTo, now));
}

QString outage(
    const QString &platform, Timestamp since, Timestamp nextTry, int waiting, const Error &error, Timestamp now)
{
    QString sentence =
        Texts::tr("%1 does not answer since %2; next try %3").arg(platform, moment(since, now), moment(nextTry, now));
    if (waiting > 0)
        sentence += QStringLiteral("; ") + Texts::tr("%n answer(s) wait", nullptr, waiting);
    return error.words.isEmpty() ? sentence : sentence + QStringLiteral(". ") + error.words;
}

QString silent(const QString &platform, Timestamp nextTry, Timestamp now)
{
    return Texts::tr("%1 does not answer. Replies are kept and sent by themselves; next try %2")
        .arg(platform, moment(nextTry, now));
}

QString slowedDown(const QString &platform, Timestamp nextTry, Timestamp now)
{
    return Texts::tr("%1 asks us to wait. Replies are kept and sent by themselves; next try %2")
        .arg(platform, moment(nextTry, now));
}

QString troubled(const QString &platform, const Error &error, Timestamp nextTry, Timestamp now)
{
    const QString what = orElse(error.words, Texts::tr("%1 answers with something we cannot use.").arg(platform));
    return Texts::tr("%1 Nothing is lost; next try %2").arg(what, moment(nextTry, now));
}

QString refused(const Error &error)
{
    return Texts::tr("Token refused: %1 Replies are kept until there is a new one.")
        .arg(orElse(error.words, Texts::tr("the platform does not accept it.")));
}

QString pageDemanded(const QString &platform, const Error &error)
{
    const QString what = orElse(error.words, Texts::tr("%1 wants to see that a person is at work.").arg(platform));
    return Texts::tr("%1 Open the page, do what it asks, then synchronise; replies are kept.").arg(what);
}

QString noSecret()
{
    return Texts::tr(
        "There is no token for this account in the key store. Enter it again; replies are kept until then.");
}

QString secretUnreadable(const Error &error)
{
    return Texts::tr("The key store could not be read: %1 Replies are kept; we try again.")
        .arg(orElse(error.words, Texts::tr("it gave no reason.")));
}

QString secretNotKept(const Error &error)
{
    return Texts::tr("The platform renewed the sign-in, and the key store did not take it: %1 It is tried again; if "
                     "Parley ends before that, you may have to sign in again.")
        .arg(orElse(error.words, Texts::tr("it gave no reason.")));
}

QString unknownPlatform(const QString &platform)
{
    return Texts::tr("This Parley does not know the platform “%1”. What is in the cache can be read.").arg(platform);
}

QString switchedOff()
{
    return Texts::tr("Switched off");
}

QString waitingFor(const QString &platform, const Error &error)
{
    switch (error.kind) {
    case ErrorKind::Offline:
        return Texts::tr("Not sent yet: there is no connection. It goes out by itself.");
    case ErrorKind::RateLimited:
        return Texts::tr("Not sent yet: %1 asks us to wait. It goes out by itself.").arg(platform);
    case ErrorKind::Unauthorized:
        return Texts::tr("Not sent yet: %1 refuses the account’s token. It goes out once there is a new one.")
            .arg(platform);
    case ErrorKind::Storage:
        return Texts::tr("Not sent yet: a file could not be read or written. We try again.");
    default:
        return Texts::tr("Not sent yet: %1 does not answer as it should. It goes out by itself.").arg(platform);
    }
}

QString mayHaveArrived(const QString &platform, const Error &error)
{
    const QString question = Texts::tr(
        "The connection broke while this was being sent, and %1 cannot tell whether it arrived. It was not sent "
        "again: look there, then send it anyway or discard it.")
                                 .arg(platform);
    return error.words.isEmpty() ? question : QString(error.words + u' ' + question);
}

QString refusedByPlatform(const QString &platform, const Error &error)
{
    if (!error.words.isEmpty())
        return error.words;
    switch (error.kind) {
    case ErrorKind::Forbidden:
        return Texts::tr("%1 does not allow this to the account. The text is kept.").arg(platform);
    case ErrorKind::NotFound:
        return Texts::tr("%1 no longer knows this conversation or message. The text is kept.").arg(platform);
    case ErrorKind::WindowClosed:
        return Texts::tr("It is too late to write to this customer on %1. The text is kept.").arg(platform);
    default:
        return Texts::tr("%1 refused it. The text is kept.").arg(platform);
    }
}

QString givenUp(const QString &platform)
{
    return Texts::tr("%1 answered with an error every time. The text is kept; you can send it again.").arg(platform);
}

QString attachmentFailed(const QString &platform, const Error &error)
{
    return orElse(error.words, Texts::tr("%1 did not hand over the file. You can ask for it again.").arg(platform));
}

} // namespace parley::sync::words
