// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QString>
#include <QUrl>

#include <chrono>
#include <functional>
#include <optional>
#include <utility>

namespace parley::platforms::http {

/// One field of a multipart/form-data body.
struct FormPart {
    QString name;
    QByteArray content;
    QString fileName; ///< empty: a plain field
    QString type; ///< MIME type of a file
};

struct Request {
    QByteArray method = QByteArrayLiteral("GET");
    QUrl url; ///< may hold a token: never shown. label is what logs and errors say
    QString label; ///< "sendMessage"
    QList<std::pair<QByteArray, QByteArray>> headers;
    QByteArray body;
    QByteArray contentType;

    /// The call changes something there. Only then an error can have Error::mayHaveArrived.
    bool isSend = false;
    std::chrono::milliseconds wholeTimeout = std::chrono::seconds{60}; ///< from the first byte out to the last byte in
    std::chrono::milliseconds stallTimeout = std::chrono::seconds{30}; ///< without a byte in either direction
    qint64 answerLimit = 8 * 1024 * 1024; ///< bytes; a longer answer is cut off and refused
    std::function<void(qint64 done, qint64 total)> progress; ///< of the upload, in bytes

    [[nodiscard]] static Request get(QUrl url, QString label);
    [[nodiscard]] static Request postJson(QUrl url, QString label, const QJsonObject &body);
    [[nodiscard]] static Request postForm(QUrl url, QString label, const QList<FormPart> &parts);
};

/// What the server said, whatever the status.
struct Answer {
    int status = 0;
    QByteArray body;
    QByteArray contentType;
    QByteArray retryAfter; ///< the header as it came
    QByteArray date; ///< the server's own time, as it came
    QByteArray location{}; ///< where a 3xx points, as it came; never followed by Client
    QList<std::pair<QByteArray, QByteArray>> headers{}; ///< all of them, as they came

    /// One of the headers, whatever the case of its letters; empty: there was none.
    [[nodiscard]] QByteArray header(const QByteArray &name) const;
};

} // namespace parley::platforms::http
