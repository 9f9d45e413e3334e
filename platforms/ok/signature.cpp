// SPDX-License-Identifier: GPL-3.0-or-later
#include "platforms/ok/signature.h"

#include <QCryptographicHash>

using namespace Qt::StringLiterals;

namespace parley::platforms::ok {

QByteArray sessionSecret(const QByteArray &accessToken, const QByteArray &applicationSecret)
{
    return QCryptographicHash::hash(QByteArray(accessToken + applicationSecret), QCryptographicHash::Md5).toHex();
}

QByteArray signatureOf(const QMap<QString, QString> &parameters, const QByteArray &secret)
{
    QCryptographicHash hash(QCryptographicHash::Md5);
    // QMap is in the order of the names' UTF-16 units; theirs are ASCII.
    for (auto it = parameters.begin(); it != parameters.end(); ++it) {
        if (it.key() != "access_token"_L1 && it.key() != "session_key"_L1 && it.key() != "sig"_L1)
            hash.addData(QByteArray(it.key().toUtf8() + '=' + it->toUtf8()));
    }
    hash.addData(secret);
    return hash.result().toHex();
}

} // namespace parley::platforms::ok
