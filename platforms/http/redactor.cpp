// SPDX-License-Identifier: GPL-3.0-or-later
#include "platforms/http/redactor.h"

#include <QUrl>

#include <algorithm>

namespace parley::platforms::http {

Redactor::Redactor(const QList<QByteArray> &secrets)
{
    for (const QByteArray &secret : secrets) {
        if (secret.isEmpty())
            continue;
        m_secrets << QString::fromUtf8(secret) << QString::fromLatin1(secret.toBase64());
        // Whoever writes an address encodes as much of it as they like; an address within an address is encoded twice.
        for (const QByteArray &plain : {QByteArray(), QByteArray(":"), QByteArray(":/"), QByteArray(":/+=@")})
            m_secrets << QString::fromLatin1(secret.toPercentEncoding(plain));
        m_secrets << QString::fromLatin1(secret.toPercentEncoding().toPercentEncoding());
    }
    m_secrets.removeDuplicates();
    std::ranges::sort(m_secrets, std::greater{}, &QString::size);
}

QString Redactor::operator()(QString text) const
{
    for (const QString &secret : m_secrets)
        text.replace(secret, QStringLiteral("…"), Qt::CaseInsensitive);
    return text;
}

} // namespace parley::platforms::http
