// SPDX-License-Identifier: GPL-3.0-or-later
#include "platforms/mail/threading.h"

#include <QCryptographicHash>
#include <QRegularExpression>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace parley::platforms::mail {

namespace {

constexpr qsizetype kMostKnown = 200'000; ///< mails; some 40 MB
constexpr int kLongestChain = 200; ///< a circle ends here too

const QRegularExpression &replyPrefix()
{
    // Re, Aw, Sv, Antw, Vs, Odp, Ynt, Rif, Ref, Ответ, На; with Re[2]: and Re(2):
    static const QRegularExpression prefix(
        u"^\\s*(re|aw|sv|antw|vs|odp|odg|ynt|rif|ref|res|bls|ответ|на)\\s*(\\[\\d+\\]|\\(\\d+\\))?\\s*[:：]"_s,
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    return prefix;
}

const QRegularExpression &forwardPrefix()
{
    static const QRegularExpression prefix(
        u"^\\s*(fwd?|wg|vl|tr|rv|enc|пересл|proslijeđeno)\\s*(\\[\\d+\\])?\\s*[:：]"_s,
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    return prefix;
}

} // namespace

QString remoteIdOf(const ParsedMail &mail, const QByteArray &bytes)
{
    if (!mail.messageId.isEmpty())
        return mail.messageId;
    return u"nameless-"_s
        + QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex().left(40));
}

QString earliestNamed(const ParsedMail &mail)
{
    for (const auto &id : mail.references) {
        if (id != mail.messageId)
            return id;
    }
    return mail.inReplyTo == mail.messageId ? QString() : mail.inReplyTo;
}

QString baseSubject(const QString &subject)
{
    auto rest = subject.simplified();
    for (int i = 0; i < 20; ++i) {
        auto match = replyPrefix().match(rest);
        if (!match.hasMatch())
            match = forwardPrefix().match(rest);
        if (!match.hasMatch())
            break;
        rest = rest.mid(match.capturedEnd()).trimmed();
    }
    return rest;
}

bool isReplySubject(const QString &subject)
{
    return replyPrefix().match(subject).hasMatch();
}

void Ancestry::note(const QString &id, const QString &earlier)
{
    if (id.isEmpty() || id == earlier)
        return;
    if (m_earlier.size() >= kMostKnown)
        m_earlier.clear();
    if (!earlier.isEmpty() || !m_earlier.contains(id))
        m_earlier.insert(id, earlier);
}

QString Ancestry::root(const QString &id) const
{
    auto current = id;
    for (int i = 0; i < kLongestChain; ++i) {
        const auto earlier = m_earlier.value(current);
        if (earlier.isEmpty() || earlier == id)
            break;
        current = earlier;
    }
    return current;
}

QString messageIdFor(const QString &clientId, const QString &ownAddress)
{
    const auto local =
        QUrl::toPercentEncoding(clientId, {}, "~").replace('%', '='); // "=7B" for a brace: allowed in an id
    return u"parley."_s + QString::fromLatin1(local) + u'@' + ownAddress.section(u'@', -1);
}

QString clientIdIn(const QString &messageId)
{
    const auto at = messageId.lastIndexOf(u'@');
    if (!messageId.startsWith("parley."_L1) || at <= 7)
        return {};
    return QUrl::fromPercentEncoding(messageId.mid(7, at - 7).toLatin1().replace('=', '%'));
}

} // namespace parley::platforms::mail
