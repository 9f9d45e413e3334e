// SPDX-License-Identifier: GPL-3.0-or-later
// The signed REST calls over a World: discussions and their comments, as far as the sheet confirms them.
#pragma once

#include "sandbox/ok/answer.h"
#include "sandbox/ok/world.h"

#include <QMap>

namespace parley::sandbox::ok {

/// "sig" over all parameters but access_token, session_key and sig, by the documented rule. Written apart from the
/// connector's, so that the two cannot agree on a mistake.
[[nodiscard]] QByteArray restSignature(
    const QMap<QString, QString> &parameters, const QByteArray &accessToken, const QByteArray &applicationSecret);

class Rest
{
public:
    explicit Rest(World &world);

    /// \param parameters  un-encoded, all that came
    [[nodiscard]] Outcome call(const QMap<QString, QString> &parameters);

    QByteArray applicationKey = "CBAFJIICABABABABA";
    QByteArray applicationSecret = "3C65B1B9A1D7E2F400000001";
    QByteArray managerToken = "tkn1manager000000000000000000000001";
    QByteArray expiredToken; ///< was the manager's once
    bool onlyLegacy = false; ///< discussions.getComments is not there, its older sister is
    bool oldestFirst = false; ///< in which order comments come is not documented
    bool acceptsComments = false; ///< its page is gone: by default the method is, too
    int commentPage = 100; ///< the most that one answer holds

private:
    [[nodiscard]] Outcome checked(const QMap<QString, QString> &parameters) const;
    Outcome list(const QMap<QString, QString> &parameters);
    Outcome comments(const QMap<QString, QString> &parameters, bool legacy);
    Outcome addComment(const QMap<QString, QString> &parameters);
    [[nodiscard]] QJsonObject json(const Comment &comment, const Discussion &in, bool legacy) const;

    World &m_world;
};

} // namespace parley::sandbox::ok
