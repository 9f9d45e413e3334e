// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace parley::platforms::http {

/// Takes an account's secrets out of anything that a person or a log may see, plain and percent-encoded alike.
class Redactor
{
public:
    explicit Redactor(const QList<QByteArray> &secrets = {});

    [[nodiscard]] QString operator()(QString text) const;

private:
    QStringList m_secrets; ///< longest first, in every spelling
};

} // namespace parley::platforms::http
