// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QMap>
#include <QString>

namespace parley::platforms::ok {

/// md5(access_token + application_secret_key), lower-case hex: what a session's calls are signed with.
[[nodiscard]] QByteArray sessionSecret(const QByteArray &accessToken, const QByteArray &applicationSecret);

/// "sig" of a REST call: its parameters (un-encoded, without access_token) in the order of their names as name=value
/// with nothing between, then the secret; MD5 of the UTF-8 bytes, lower-case hex.
[[nodiscard]] QByteArray signatureOf(const QMap<QString, QString> &parameters, const QByteArray &secret);

} // namespace parley::platforms::ok
