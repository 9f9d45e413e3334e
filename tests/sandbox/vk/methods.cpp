// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/vk/methods.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace parley::sandbox::vk {

namespace {

constexpr int kAny = Community | User | Service;
constexpr int kPeople = User | Service;
const QString kMessages = u"messages"_s;
const QString kManage = u"manage"_s;

} // namespace

Methods::Methods(World &world)
    : m_world(world)
    , m_table{{u"groups.getById"_s, {&Methods::groupsGetById, kAny, {}}},
          {u"groups.getTokenPermissions"_s, {&Methods::getTokenPermissions, Community, {}}},
          {u"groups.setLongPollSettings"_s, {&Methods::setLongPollSettings, Community | User, kManage}},
          {u"groups.getLongPollSettings"_s, {&Methods::getLongPollSettings, Community | User, kManage}},
          {u"groups.getLongPollServer"_s, {&Methods::getBotsServer, Community | User, kManage}},
          {u"groups.ban"_s, {&Methods::groupsBan, User, {}}}, {u"groups.unban"_s, {&Methods::groupsUnban, User, {}}},
          {u"users.get"_s, {&Methods::usersGet, kAny, {}}},
          {u"utils.getServerTime"_s, {&Methods::getServerTime, kAny, {}}},
          {u"messages.send"_s, {&Methods::send, Community | User, kMessages}},
          {u"messages.edit"_s, {&Methods::edit, Community | User, kMessages}},
          {u"messages.delete"_s, {&Methods::deleteMessages, Community | User, kMessages}},
          {u"messages.restore"_s, {&Methods::restoreMessage, Community | User, kMessages}},
          {u"messages.markAsRead"_s, {&Methods::markAsRead, Community | User, kMessages}},
          {u"messages.markAsAnsweredConversation"_s, {&Methods::markAsAnswered, Community | User, kMessages}},
          {u"messages.markAsImportantConversation"_s, {&Methods::markAsImportant, Community | User, kMessages}},
          {u"messages.setActivity"_s, {&Methods::setActivity, Community | User, kMessages}},
          {u"messages.sendReaction"_s, {&Methods::sendReaction, Community | User, kMessages}},
          {u"messages.deleteReaction"_s, {&Methods::deleteReaction, Community | User, kMessages}},
          {u"messages.sendMessageEventAnswer"_s, {&Methods::answerButton, Community, kMessages}},
          {u"messages.isMessagesFromGroupAllowed"_s, {&Methods::isAllowed, Community | User, kMessages}},
          {u"messages.getConversations"_s, {&Methods::getConversations, Community | User, kMessages}},
          {u"messages.getConversationsById"_s, {&Methods::getConversationsById, Community | User, kMessages}},
          {u"messages.getHistory"_s, {&Methods::getHistory, Community | User, kMessages}},
          {u"messages.getById"_s, {&Methods::getById, Community | User, kMessages}},
          {u"messages.getByConversationMessageId"_s, {&Methods::getByCmid, Community | User, kMessages}},
          {u"messages.getLongPollServer"_s, {&Methods::getClassicServer, Community | User, kMessages}},
          {u"messages.getLongPollHistory"_s, {&Methods::getLongPollHistory, Community | User, kMessages}},
          {u"wall.get"_s, {&Methods::wallGet, kPeople, {}}}, {u"wall.getById"_s, {&Methods::wallGetById, kPeople, {}}},
          {u"board.getTopics"_s, {&Methods::getTopics, kPeople, {}}},
          {u"photos.getById"_s, {&Methods::photosGetById, kPeople, {}}},
          {u"photos.getAll"_s, {&Methods::photosGetAll, User, {}}}, {u"video.get"_s, {&Methods::videoGet, User, {}}},
          {u"market.get"_s, {&Methods::marketGet, User, {}}}, {u"market.getById"_s, {&Methods::marketGet, User, {}}},
          {u"newsfeed.getMentions"_s, {&Methods::getMentions, User, {}}},
          {u"newsfeed.search"_s, {&Methods::searchNews, kPeople, {}}},
          {u"photos.getMessagesUploadServer"_s, {&Methods::getPhotoServer, Community | User, u"photos"_s}},
          {u"photos.saveMessagesPhoto"_s, {&Methods::savePhoto, Community | User, u"photos"_s}},
          {u"docs.getMessagesUploadServer"_s, {&Methods::getDocumentServer, Community | User, u"docs"_s}},
          {u"docs.save"_s, {&Methods::saveDocument, Community | User, u"docs"_s}},
          {u"execute"_s, {&Methods::execute, Community | User, {}}}}
{
    addCommentMethods();
}

void Methods::addCommentMethods()
{
    using enum Place::Kind;
    const auto add = [this](const QString &name, Function function, int kinds, const QString &right = {}) {
        m_table.insert(name, {function, kinds, right});
    };
    add(u"wall.createComment"_s, &Methods::createCommentAt<Wall>, Community | User, u"wall"_s);
    add(u"wall.editComment"_s, &Methods::editCommentAt<Wall>, User);
    add(u"wall.deleteComment"_s, &Methods::deleteCommentAt<Wall>, User);
    add(u"wall.restoreComment"_s, &Methods::restoreCommentAt<Wall>, User);
    add(u"wall.getComments"_s, &Methods::getCommentsAt<Wall>, kPeople);
    add(u"wall.getComment"_s, &Methods::getComment, User);
    add(u"board.createComment"_s, &Methods::createCommentAt<Board>, User);
    add(u"board.editComment"_s, &Methods::editCommentAt<Board>, User);
    add(u"board.deleteComment"_s, &Methods::deleteCommentAt<Board>, Community | User, kManage);
    add(u"board.restoreComment"_s, &Methods::restoreCommentAt<Board>, Community | User, kManage);
    add(u"board.getComments"_s, &Methods::getCommentsAt<Board>, kPeople);
    add(u"photos.createComment"_s, &Methods::createCommentAt<Photo>, User);
    add(u"photos.editComment"_s, &Methods::editCommentAt<Photo>, User);
    add(u"photos.deleteComment"_s, &Methods::deleteCommentAt<Photo>, User);
    add(u"photos.restoreComment"_s, &Methods::restoreCommentAt<Photo>, User);
    add(u"photos.getAllComments"_s, &Methods::photosGetAllComments, User);
    add(u"photos.getComments"_s, &Methods::getCommentsAt<Photo>, User);
    add(u"video.createComment"_s, &Methods::createCommentAt<Video>, User);
    add(u"video.editComment"_s, &Methods::editCommentAt<Video>, User);
    add(u"video.deleteComment"_s, &Methods::deleteCommentAt<Video>, User);
    add(u"video.restoreComment"_s, &Methods::restoreCommentAt<Video>, User);
    add(u"video.getComments"_s, &Methods::getCommentsAt<Video>, User);
    add(u"market.createComment"_s, &Methods::createCommentAt<Market>, User);
    add(u"market.editComment"_s, &Methods::editCommentAt<Market>, User);
    add(u"market.deleteComment"_s, &Methods::deleteCommentAt<Market>, User);
    add(u"market.restoreComment"_s, &Methods::restoreCommentAt<Market>, User);
    add(u"market.getComments"_s, &Methods::getCommentsAt<Market>, User);
}

Outcome Methods::call(const QString &method, const Params &params, const Caller &caller)
{
    const Entry entry = m_table.value(method); // names are case-sensitive
    if (!entry.function)
        return apiError(3);
    if ((entry.kinds & caller.kind) == 0) {
        if (caller.kind == Service)
            return apiError(28, u"method is unavailable with service token."_s);
        return apiError(27,
            caller.kind == Community ? u"method is unavailable with group auth."_s
                                     : u"method is available only with group auth."_s);
    }
    const QString noAccess = u"no access to call this method. It cannot be called with current scopes."_s;
    if (caller.kind == Community && !entry.right.isEmpty() && !m_world.rights.contains(entry.right))
        return apiError(15, noAccess);
    // Ordinary applications have not got the messages of people since 2019.
    if (caller.kind == User && entry.right == kMessages)
        return apiError(15, noAccess);
    if (m_world.deleted && method != "groups.getById"_L1)
        return apiError(15, u"group is deleted"_s);
    return (this->*entry.function)(params, caller);
}

std::optional<ApiError> Methods::refusal(qint64 peer) const
{
    if (m_world.messagesOff)
        return apiError(15, u"group messages are disabled"_s);
    const int code = m_world.refusalFor(peer);
    return code == 0 ? std::nullopt : std::optional(apiError(code));
}

void Methods::addPeople(QJsonObject &answer, const QSet<qint64> &ids, const Params &params) const
{
    if (!isSet(params, u"extended"_s))
        return;
    const QStringList fields = listOf(params, u"fields"_s);
    QJsonArray profiles;
    QJsonArray groups;
    QList<qint64> sorted(ids.begin(), ids.end());
    std::sort(sorted.begin(), sorted.end());
    for (const qint64 id : std::as_const(sorted)) {
        if (id == m_world.ownerId())
            groups.append(m_world.groupJson());
        else if (m_world.person(id))
            profiles.append(m_world.userJson(
                id, fields + QStringList{u"sex"_s, u"screen_name"_s, u"photo_50"_s, u"photo_100"_s, u"online"_s}));
    }
    answer.insert(u"profiles"_s, profiles);
    answer.insert(u"groups"_s, groups);
}

QString placeParameter(Place::Kind kind)
{
    static const QHash<Place::Kind, QString> names{{Place::Kind::Wall, u"post_id"_s},
        {Place::Kind::Photo, u"photo_id"_s}, {Place::Kind::Video, u"video_id"_s}, {Place::Kind::Market, u"item_id"_s},
        {Place::Kind::Board, u"topic_id"_s}};
    return names.value(kind);
}

} // namespace parley::sandbox::vk
