// SPDX-License-Identifier: GPL-3.0-or-later
// Files: up in three steps (ask where, hand over, save), down from where a message says they are.
#include "platforms/vk/connector.h"

#include "platforms/vk/content.h"
#include "platforms/vk/errors.h"
#include "platforms/vk/words.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace parley::platforms::vk {

namespace {

constexpr qsizetype kUploadsKept = 20; // answers that wait with their files up already

Error notTaken(const QString &name, const QString &detail)
{
    return {ErrorKind::Rejected, detail,
        Words::tr("VK did not take “%1”: it is too large, or of a kind that it does not allow. Nothing was sent.")
            .arg(name),
        {}, false};
}

QString nameOf(const QString &kind, const QJsonObject &thing)
{
    QString name = u"%1%2_%3"_s.arg(kind).arg(thing["owner_id"_L1].toInteger()).arg(thing["id"_L1].toInteger());
    if (const QString key = thing["access_key"_L1].toString(); !key.isEmpty())
        name += u'_' + key;
    return name;
}

bool isGone(const Error &error)
{
    return error.kind == ErrorKind::NotFound || error.kind == ErrorKind::Forbidden;
}

/// Where the file at \a place of the message is now; empty: it is in it no more.
QString freshAddress(const QJsonObject &message, const People &people, int place)
{
    const Content content = contentOf(message, people, {});
    return place < content.attachments.size() ? FileRef::from(content.attachments.at(place).remoteRef).url : QString();
}

} // namespace

QCoro::Task<Result<QStringList>> Connector::uploadAll(PushRequest request, qint64 peer)
{
    const QList<OutgoingAttachment> files = std::get<Reply>(request.command).attachments;
    const UploadProgress progress(request);
    // An answer that is tried again has its files there already.
    QStringList names = m_uploaded.value(request.clientId);
    for (qsizetype i = 0; i < names.size(); ++i)
        progress.arrived(files.value(i).content.size());
    while (names.size() < files.size()) {
        const qsizetype next = names.size();
        const auto name = co_await uploadOne(peer, files.at(next), progress);
        if (!name)
            co_return name.error();
        progress.arrived(files.at(next).content.size());
        names << *name;
        if (m_uploaded.size() > kUploadsKept)
            m_uploaded.clear();
        m_uploaded.insert(request.clientId, names);
    }
    co_return names;
}

QCoro::Task<Result<QString>> Connector::uploadOne(qint64 peer, OutgoingAttachment file, UploadProgress progress)
{
    if (file.name.isEmpty())
        file.name = isPhoto(file) ? u"photo.jpg"_s : u"file"_s;
    if (isPhoto(file)) {
        auto photo = co_await uploadPhoto(peer, file, progress);
        // A picture that VK does not like as one (too wide, too many pixels) goes as a file.
        if (photo || photo.error().kind != ErrorKind::Rejected)
            co_return photo;
    }
    co_return co_await uploadDocument(peer, file, progress);
}

QCoro::Task<Result<QString>> Connector::uploadPhoto(qint64 peer, OutgoingAttachment file, UploadProgress progress)
{
    const QJsonObject where{{"peer_id"_L1, peer}};
    const Outcome server = co_await m_api.call(u"photos.getMessagesUploadServer"_s, where);
    if (!server.ok)
        co_return server.error;
    const QString address = server.response["upload_url"_L1].toString();
    const QString field = u"photo"_s;
    auto told = progress.ofNext(file.content.size());
    const auto taken = co_await m_api.upload(address, field, file, told);
    if (!taken)
        co_return taken.error();
    const QString photo = taken->value("photo"_L1).toString();
    if (photo.isEmpty() || photo == "[]"_L1)
        co_return notTaken(file.name, u"upload: no photo in the answer"_s);
    const QJsonObject parameters{
        {"server"_L1, taken->value("server"_L1)}, {"photo"_L1, photo}, {"hash"_L1, taken->value("hash"_L1)}};
    const Outcome saved = co_await m_api.call(u"photos.saveMessagesPhoto"_s, parameters);
    if (!saved.ok)
        co_return saved.error;
    const QJsonObject made = saved.response[0].toObject();
    if (made["id"_L1].toInteger() == 0)
        co_return notTaken(file.name, u"photos.saveMessagesPhoto: no photo in the answer"_s);
    co_return nameOf(u"photo"_s, made);
}

QCoro::Task<Result<QString>> Connector::uploadDocument(qint64 peer, OutgoingAttachment file, UploadProgress progress)
{
    const QJsonObject where{{"peer_id"_L1, peer}, {"type"_L1, u"doc"_s}};
    const Outcome server = co_await m_api.call(u"docs.getMessagesUploadServer"_s, where);
    if (!server.ok)
        co_return server.error;
    const QString address = server.response["upload_url"_L1].toString();
    const QString field = u"file"_s;
    auto told = progress.ofNext(file.content.size());
    const auto taken = co_await m_api.upload(address, field, file, told);
    if (!taken)
        co_return taken.error();
    const QString token = taken->value("file"_L1).toString();
    if (token.isEmpty())
        co_return notTaken(file.name, u"upload: "_s + taken->value("error"_L1).toString().left(100));
    const QJsonObject parameters{{"file"_L1, token}, {"title"_L1, file.name}};
    const Outcome saved = co_await m_api.call(u"docs.save"_s, parameters);
    if (!saved.ok)
        co_return saved.error;
    // An object with its kind, or a list in older versions.
    const QJsonObject made =
        saved.response.isArray() ? saved.response[0].toObject() : saved.response["doc"_L1].toObject();
    if (made["id"_L1].toInteger() == 0)
        co_return notTaken(file.name, u"docs.save: no file in the answer"_s);
    co_return nameOf(u"doc"_s, made);
}

QCoro::Task<Result<QJsonObject>> Connector::messageNamed(QString remoteId)
{
    const auto name = MessageName::from(remoteId);
    if (!name || !name->place.isDialog())
        co_return Error{ErrorKind::NotFound, u"no message: "_s + remoteId.left(60), {}, {}, false};
    QString method = u"messages.getById"_s;
    QJsonObject parameters{{"message_ids"_L1, QJsonArray{name->id}}};
    if (name->id == 0) {
        method = u"messages.getByConversationMessageId"_s;
        parameters = {{"peer_id"_L1, name->place.owner}, {"conversation_message_ids"_L1, QJsonArray{name->cmid}}};
    }
    const Outcome outcome = co_await m_api.call(method, parameters);
    if (!outcome.ok)
        co_return outcome.error;
    const QJsonObject message = outcome.response["items"_L1][0].toObject();
    if (message.isEmpty() || message["deleted"_L1].toInt() == 1) {
        co_return Error{ErrorKind::NotFound, method + u": no such message"_s,
            Words::tr("VK no longer has this message."), {}, false};
    }
    co_return message;
}

QCoro::Task<Result<QByteArray>> Connector::download(QString remoteRef, qint64 limit)
{
    const FileRef ref = FileRef::from(remoteRef);
    auto content = co_await m_api.file(ref.url, limit);
    if (content || !isGone(content.error()))
        co_return content;
    // Addresses are signed and run out: the message knows a fresh one.
    const auto message = co_await messageNamed(ref.message);
    if (!message)
        co_return content.error();
    const QString fresh = freshAddress(*message, m_people, ref.place);
    if (fresh.isEmpty() || fresh == ref.url)
        co_return content.error();
    co_return co_await m_api.file(fresh, limit);
}

} // namespace parley::platforms::vk
