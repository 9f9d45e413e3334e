// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QIODevice>

namespace parley::platforms::http {

/// A request's body that can be read once. When a server closes the connection without an answer,
/// QNetworkAccessManager sends the same request again by itself, up to twice, a POST too; a body that cannot be rewound
/// is the only thing that keeps it from that (QHttpNetworkConnectionChannel::resetUploadData, Qt 6.4). A message to a
/// customer must never go out a second time unasked.
class OneShotBody : public QIODevice
{
public:
    explicit OneShotBody(QByteArray content, QObject *parent = nullptr);

    /// Something of the body was handed to the connection: from now on the server may have it.
    [[nodiscard]] bool hasLeft() const { return m_position > 0; }

    [[nodiscard]] bool isSequential() const override { return true; }
    [[nodiscard]] qint64 bytesAvailable() const override;
    [[nodiscard]] bool atEnd() const override;
    bool reset() override { return false; }

protected:
    qint64 readData(char *data, qint64 limit) override;
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    QByteArray m_content;
    qint64 m_position = 0;
};

} // namespace parley::platforms::http
