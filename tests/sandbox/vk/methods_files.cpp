// SPDX-License-Identifier: GPL-3.0-or-later
// The first and the third of the three steps in which a file gets into a message; the second is in uploads.cpp.
#include "sandbox/vk/methods.h"

using namespace Qt::Literals::StringLiterals;

namespace parley::sandbox::vk {

Outcome Methods::getPhotoServer(const Params &params, const Caller &caller)
{
    const qint64 peer = numberOf(params, u"peer_id"_s);
    // Who does not allow messages is refused at this step already.
    if (peer != 0 && m_world.refusalFor(peer) == 901)
        return apiError(901);
    return QJsonValue(QJsonObject{{u"upload_url"_s, QString(m_world.baseUrl + uploads.open(u"photo"_s))},
        {u"album_id"_s, -64}, {u"user_id"_s, caller.user}, {u"group_id"_s, m_world.groupId}});
}

Outcome Methods::savePhoto(const Params &params, const Caller & /*caller*/)
{
    const QString receipt = params.text(u"photo"_s);
    if (numberOf(params, u"server"_s) != Uploads::kServer)
        return apiError(118);
    if (params.text(u"hash"_s) != Uploads::hashOf(receipt))
        return apiError(121);
    const Uploads::Taken *taken = uploads.taken(receipt);
    if (!taken)
        return badParameter(u"photos_list is invalid"_s);
    const StoredFile &file = m_world.storeFile(u"photo"_s, {}, taken->content, m_world.ownerId());
    return QJsonValue(QJsonArray{m_world.fileJson(file)});
}

Outcome Methods::getDocumentServer(const Params &params, const Caller & /*caller*/)
{
    const QString type = params.text(u"type"_s).isEmpty() ? u"doc"_s : params.text(u"type"_s);
    if (!QStringList{u"doc"_s, u"audio_message"_s, u"graffiti"_s}.contains(type))
        return badParameter(u"type is invalid"_s);
    const qint64 peer = numberOf(params, u"peer_id"_s);
    if (peer == 0)
        return badParameter(u"peer_id is undefined"_s);
    if (m_world.refusalFor(peer) == 901)
        return apiError(901);
    return QJsonValue(QJsonObject{{u"upload_url"_s, QString(m_world.baseUrl + uploads.open(type))}});
}

Outcome Methods::saveDocument(const Params &params, const Caller & /*caller*/)
{
    const Uploads::Taken *taken = uploads.taken(params.text(u"file"_s));
    if (!taken || taken->type == "photo"_L1)
        return apiError(105);
    const QString title = params.text(u"title"_s);
    const QString kind = taken->type == "audio_message"_L1 ? taken->type : u"doc"_s;
    const StoredFile &file =
        m_world.storeFile(kind, title.isEmpty() ? taken->name : title, taken->content, m_world.ownerId());
    return QJsonValue(QJsonObject{{u"type"_s, kind}, {kind, m_world.fileJson(file)}});
}

} // namespace parley::sandbox::vk
