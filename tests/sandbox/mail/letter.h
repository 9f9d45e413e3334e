// SPDX-License-Identifier: GPL-3.0-or-later
// Mails as customers' programs write them. Composed here by hand rather than with the library that Parley reads mail
// with, so that the two cannot agree on a mistake.
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>

namespace parley::sandbox {

struct Enclosure {
    QString name;
    QByteArray type; ///< MIME
    QByteArray content;
};

struct Letter {
    enum class Coding { QuotedPrintable, Base64, EightBit };

    QString fromName;
    QString fromAddress;
    QString toName;
    QString toAddress;
    QString subject;
    QString text;
    QString html; ///< empty: none
    QByteArray charset = "utf-8"; ///< utf-8, koi8-r, windows-1251 or windows-1250
    Coding coding = Coding::QuotedPrintable;
    QByteArray messageId; ///< with its angle brackets
    QList<QByteArray> references; ///< oldest first; the last is answered
    QDateTime date;
    QList<Enclosure> enclosures;
};

/// The letter as it goes over the wire, with CRLF.
[[nodiscard]] QByteArray compose(const Letter &letter);

/// Bytes of \a text in \a charset; what the charset lacks becomes a plain look-alike or '?'.
[[nodiscard]] QByteArray encoded(const QString &text, const QByteArray &charset);

/// The first value of a header field in a raw mail, unfolded; empty when there is none.
[[nodiscard]] QByteArray headerOf(const QByteArray &mail, const QByteArray &name);

} // namespace parley::sandbox
