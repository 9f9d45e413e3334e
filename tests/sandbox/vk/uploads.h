// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/http/params.h"

#include <QHash>

namespace parley::sandbox::vk {

/// The servers that take files, the second of the three steps: what they were handed and have given a receipt for.
class Uploads
{
public:
    struct Taken {
        QString type; ///< "photo" "doc" "audio_message" "graffiti"
        QString name;
        QByteArray content;
    };

    /// The path of a new upload address.
    [[nodiscard]] QString open(const QString &type);
    /// What the server at \a path says to a posted file; empty: there is no such address.
    [[nodiscard]] QJsonObject take(const QString &path, const Params &params);
    /// What a receipt stands for: photo and hash of a photo, file of a document.
    [[nodiscard]] const Taken *taken(const QString &receipt) const;
    [[nodiscard]] static QString hashOf(const QString &receipt);

    static constexpr qint64 kServer = 858'620;

private:
    [[nodiscard]] QJsonObject takePhoto(const UploadedFile &file);

    QHash<QString, QString> m_open; ///< path -> type
    QHash<QString, Taken> m_taken;
    int m_number = 0;
};

} // namespace parley::sandbox::vk
