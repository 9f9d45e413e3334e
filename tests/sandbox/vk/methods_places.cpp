// SPDX-License-Identifier: GPL-3.0-or-later
// Reading what is public: posts, shelves, topics, what stands under them, and what others say of the community.
#include "sandbox/vk/methods.h"

#include <algorithm>
#include <iterator>

using namespace Qt::Literals::StringLiterals;

namespace parley::sandbox::vk {

namespace {

constexpr qint64 kDay = 86'400;
constexpr qint64 kPreview = 90;
constexpr qint64 kCommentPage = 100;

QJsonObject thread(const QJsonArray &items, qsizetype count)
{
    return {{u"count"_s, qint64(count)}, {u"items"_s, items}, {u"can_post"_s, true}, {u"show_reply_button"_s, true},
        {u"groups_can_post"_s, true}};
}

QJsonObject shortened(QJsonObject comment, qint64 preview)
{
    const QString text = comment.value("text"_L1).toString();
    if (preview > 0 && text.size() > preview)
        comment.insert(u"text"_s, QString(text.left(preview) + u"…"_s));
    return comment;
}

QJsonObject videoJson(const PlaceState &state, qint64 owner)
{
    return {{u"id"_s, state.place.id}, {u"owner_id"_s, owner}, {u"title"_s, state.title},
        {u"date"_s, state.dateMs / 1000}, {u"duration"_s, 61}, {u"type"_s, u"video"_s}};
}

QJsonObject productJson(const PlaceState &state, qint64 owner)
{
    return {{u"id"_s, state.place.id}, {u"owner_id"_s, owner}, {u"title"_s, state.title},
        {u"description"_s, state.title}, {u"availability"_s, 0}, {u"date"_s, state.dateMs / 1000},
        {u"category"_s,
            QJsonObject{{u"inner_type"_s, u"market_market_category_nested"_s}, {u"id"_s, 1}, {u"name"_s, u"Home"_s}}},
        {u"price"_s,
            QJsonObject{{u"amount"_s, u"129000"_s}, {u"text"_s, u"1290 ₽"_s},
                {u"currency"_s, QJsonObject{{u"id"_s, 643}, {u"name"_s, u"RUB"_s}, {u"title"_s, u"₽"_s}}}}}};
}

/// What offset and count leave of a list of videos or products.
QJsonArray pageOf(const QJsonArray &all, const Params &params)
{
    QJsonArray page;
    const qint64 from = numberOf(params, u"offset"_s);
    const qint64 count = numberOf(params, u"count"_s, 100);
    for (qint64 i = from; i < qMin(from + count, qint64(all.size())); ++i)
        page.append(all.at(i));
    return page;
}

} // namespace

Outcome Methods::getComments(Place::Kind kind, const Params &params, const Caller & /*caller*/)
{
    const bool onBoard = kind == Place::Kind::Board;
    const qint64 owner = onBoard ? -numberOf(params, u"group_id"_s) : numberOf(params, u"owner_id"_s);
    const Place place{kind, numberOf(params, placeParameter(kind))};
    if (!m_world.place(place) || owner != m_world.ownerId())
        return apiError(kind == Place::Kind::Wall ? 212 : 15);
    const qint64 most = numberOf(params, u"count"_s, 20);
    if (most < 0 || most > kCommentPage)
        return badParameter(u"count should be less or equal to 100"_s);
    const bool hasLevels = kind == Place::Kind::Wall || kind == Place::Kind::Video;
    const qint64 parent = numberOf(params, u"comment_id"_s);
    const qint64 shown = numberOf(params, u"thread_items_count"_s);
    const qint64 preview = kind == Place::Kind::Wall ? numberOf(params, u"preview_length"_s, kPreview) : 0;
    const auto all = m_world.commentsUnder(place);
    QList<const Comment *> level;
    qint64 alive = 0;
    for (const Comment *comment : all) {
        const bool hasReplies = std::any_of(
            all.begin(), all.end(), [&](const Comment *other) { return other->top == comment->id && !other->deleted; });
        alive += comment->deleted ? 0 : 1;
        // A deleted comment with a talk below it stays as an empty place.
        const bool visible = !comment->deleted || (hasLevels && comment->top == 0 && hasReplies);
        if (visible && (!hasLevels || comment->top == parent))
            level.append(comment);
    }
    if (params.text(u"sort"_s) == "desc"_L1)
        std::reverse(level.begin(), level.end());
    qsizetype from = 0;
    if (const qint64 start = numberOf(params, u"start_comment_id"_s); start != 0) {
        const auto it =
            std::find_if(level.begin(), level.end(), [start](const Comment *comment) { return comment->id == start; });
        from = it - level.begin();
    }
    const QList<const Comment *> page = level.mid(qMax(qint64{0}, from + numberOf(params, u"offset"_s)), most);
    QJsonArray items;
    QSet<qint64> people;
    for (const Comment *comment : page) {
        QJsonObject item = shortened(m_world.commentJson(*comment), preview);
        people.insert(comment->from);
        if (hasLevels && comment->top == 0) {
            QJsonArray replies;
            qsizetype count = 0;
            for (const Comment *reply : all) {
                if (reply->top != comment->id || reply->deleted)
                    continue;
                if (++count <= shown) {
                    replies.append(shortened(m_world.commentJson(*reply), preview));
                    people.insert(reply->from);
                }
            }
            item.insert(u"thread"_s, thread(replies, count));
        }
        items.append(item);
    }
    QJsonObject answer{{u"count"_s, hasLevels && parent == 0 ? alive : qint64(level.size())}, {u"items"_s, items}};
    if (hasLevels)
        answer.insert(u"current_level_count"_s, qint64(level.size()));
    addPeople(answer, people, params);
    return QJsonValue(answer);
}

Outcome Methods::getComment(const Params &params, const Caller & /*caller*/)
{
    const Comment *comment = m_world.findComment(Place::Kind::Wall, numberOf(params, u"comment_id"_s));
    if (!comment || comment->deleted || numberOf(params, u"owner_id"_s) != m_world.ownerId())
        return apiError(211);
    QJsonObject answer{{u"items"_s, QJsonArray{m_world.commentJson(*comment)}}};
    addPeople(answer, {comment->from}, params);
    return QJsonValue(answer);
}

Outcome Methods::wallGet(const Params &params, const Caller & /*caller*/)
{
    const qint64 count = numberOf(params, u"count"_s, 20);
    if (count < 0 || count > 100)
        return badParameter(u"count should be less or equal to 100"_s);
    const bool ours =
        numberOf(params, u"owner_id"_s) == m_world.ownerId() || params.text(u"domain"_s) == m_world.screenName;
    const auto posts = ours ? m_world.places(Place::Kind::Wall) : QList<const PlaceState *>();
    QJsonArray items;
    for (const PlaceState *post : posts.mid(numberOf(params, u"offset"_s), count))
        items.append(m_world.postJson(*post));
    QJsonObject answer{{u"count"_s, qint64(posts.size())}, {u"items"_s, items}};
    addPeople(answer, {m_world.ownerId()}, params);
    return QJsonValue(answer);
}

Outcome Methods::wallGetById(const Params &params, const Caller & /*caller*/)
{
    QJsonArray items;
    QSet<qint64> people;
    const QStringList posts = listOf(params, u"posts"_s);
    for (const QString &text : posts) {
        const qint64 owner = text.section(u'_', 0, 0).toLongLong();
        const qint64 id = text.section(u'_', 1, 1).toLongLong();
        const PlaceState *post = m_world.place({Place::Kind::Wall, id});
        if (post && owner == m_world.ownerId())
            items.append(m_world.postJson(*post));
        for (const Mention &mention : std::as_const(m_world.mentions)) {
            if (mention.owner == owner && mention.id == id)
                items.append(m_world.mentionJson(mention));
        }
        people.insert(owner);
    }
    QJsonObject answer{{u"items"_s, items}};
    addPeople(answer, people, params);
    return QJsonValue(answer);
}

Outcome Methods::getTopics(const Params &params, const Caller & /*caller*/)
{
    if (numberOf(params, u"group_id"_s) != m_world.groupId)
        return apiError(15);
    const QList<qint64> wanted = numbersOf(params, u"topic_ids"_s);
    QJsonArray items;
    const auto topics = m_world.places(Place::Kind::Board);
    for (const PlaceState *topic : topics.mid(numberOf(params, u"offset"_s), numberOf(params, u"count"_s, 40))) {
        if (!wanted.isEmpty() && !wanted.contains(topic->place.id))
            continue;
        const auto comments = m_world.commentsUnder(topic->place);
        items.append(QJsonObject{{u"id"_s, topic->place.id}, {u"title"_s, topic->title},
            {u"created"_s, topic->dateMs / 1000}, {u"created_by"_s, m_world.adminId},
            {u"updated"_s, (comments.isEmpty() ? topic->dateMs : comments.last()->dateMs) / 1000},
            {u"updated_by"_s, comments.isEmpty() ? m_world.adminId : comments.last()->from},
            {u"is_closed"_s, topic->closed ? 1 : 0}, {u"is_fixed"_s, 0}, {u"comments"_s, qint64(comments.size())}});
    }
    return QJsonValue(QJsonObject{{u"count"_s, qint64(wanted.isEmpty() ? topics.size() : items.size())},
        {u"items"_s, items}, {u"default_order"_s, 1}, {u"can_add_topics"_s, 1}});
}

Outcome Methods::photosGetById(const Params &params, const Caller & /*caller*/)
{
    QJsonArray items;
    const QStringList photos = listOf(params, u"photos"_s);
    for (const QString &text : photos) {
        const auto reference = referenceOf(QString(u"photo"_s + text));
        const StoredFile *file = reference ? m_world.file(u"photo"_s, reference->owner, reference->id) : nullptr;
        const PlaceState *place = file ? m_world.place({Place::Kind::Photo, file->id}) : nullptr;
        if (!place) // only what is on the community's shelves is public
            continue;
        QJsonObject photo = m_world.fileJson(*file);
        photo.insert(u"text"_s, place->title);
        items.append(photo);
    }
    return QJsonValue(items);
}

Outcome Methods::photosGetAll(const Params &params, const Caller & /*caller*/)
{
    QJsonArray items;
    const bool ours = numberOf(params, u"owner_id"_s) == m_world.ownerId();
    const auto places = ours ? m_world.places(Place::Kind::Photo) : QList<const PlaceState *>();
    for (const PlaceState *place : places.mid(numberOf(params, u"offset"_s), numberOf(params, u"count"_s, 20))) {
        QJsonObject photo = m_world.fileJson(*m_world.file(u"photo"_s, m_world.ownerId(), place->place.id));
        photo.insert(u"text"_s, place->title);
        items.append(photo);
    }
    return QJsonValue(QJsonObject{{u"count"_s, qint64(places.size())}, {u"items"_s, items}});
}

Outcome Methods::photosGetAllComments(const Params &params, const Caller & /*caller*/)
{
    const qint64 count = numberOf(params, u"count"_s, 20);
    if (count < 0 || count > kCommentPage)
        return badParameter(u"count should be less or equal to 100"_s);
    QList<const Comment *> all;
    const bool ours = numberOf(params, u"owner_id"_s) == m_world.ownerId();
    const auto photos = ours ? m_world.places(Place::Kind::Photo) : QList<const PlaceState *>();
    for (const PlaceState *photo : photos) {
        const auto below = m_world.commentsUnder(photo->place);
        std::copy_if(below.begin(), below.end(), std::back_inserter(all),
            [](const Comment *comment) { return !comment->deleted; });
    }
    std::sort(all.begin(), all.end(), [](const Comment *one, const Comment *other) {
        return one->dateMs != other->dateMs ? one->dateMs > other->dateMs : one->id > other->id;
    });
    QJsonArray items;
    for (const Comment *comment : all.mid(numberOf(params, u"offset"_s), count)) {
        QJsonObject item = m_world.commentJson(*comment);
        item.remove(u"photo_id"_s); // here the photo goes by another name
        item.insert(u"pid"_s, comment->place.id);
        items.append(item);
    }
    return QJsonValue(QJsonObject{{u"count"_s, qint64(all.size())}, {u"items"_s, items}});
}

Outcome Methods::videoGet(const Params &params, const Caller & /*caller*/)
{
    QJsonArray items;
    const QStringList wanted = listOf(params, u"videos"_s);
    const bool ours = numberOf(params, u"owner_id"_s) == m_world.ownerId();
    const auto videos = m_world.places(Place::Kind::Video);
    for (const PlaceState *video : videos) {
        const QString name = u"%1_%2"_s.arg(m_world.ownerId()).arg(video->place.id);
        if (!wanted.contains(name) && !(wanted.isEmpty() && ours))
            continue;
        QJsonObject json = videoJson(*video, m_world.ownerId());
        if (isSet(params, u"extended"_s))
            json.insert(u"comments"_s, qint64(m_world.commentsUnder(video->place).size()));
        items.append(json);
    }
    return QJsonValue(QJsonObject{{u"count"_s, qint64(items.size())}, {u"items"_s, pageOf(items, params)}});
}

Outcome Methods::marketGet(const Params &params, const Caller & /*caller*/)
{
    QJsonArray items;
    const QStringList wanted = listOf(params, u"item_ids"_s);
    const bool ours = numberOf(params, u"owner_id"_s) == m_world.ownerId();
    const auto products = m_world.places(Place::Kind::Market);
    for (const PlaceState *product : products) {
        const QString name = u"%1_%2"_s.arg(m_world.ownerId()).arg(product->place.id);
        if (wanted.contains(name) || (wanted.isEmpty() && ours))
            items.append(productJson(*product, m_world.ownerId()));
    }
    return QJsonValue(QJsonObject{{u"count"_s, qint64(items.size())}, {u"items"_s, pageOf(items, params)}});
}

Outcome Methods::getMentions(const Params &params, const Caller & /*caller*/)
{
    const qint64 count = numberOf(params, u"count"_s, 20);
    if (count < 0 || count > 50)
        return badParameter(u"count should be less or equal to 50"_s);
    if (numberOf(params, u"owner_id"_s) != m_world.ownerId())
        return QJsonValue(QJsonObject{{u"count"_s, 0}, {u"items"_s, QJsonArray()}});
    const qint64 from = numberOf(params, u"start_time"_s, m_world.now() - kDay);
    const qint64 to = numberOf(params, u"end_time"_s, m_world.now());
    QList<Mention> found;
    for (const Mention &mention : std::as_const(m_world.mentions)) {
        if (mention.dateMs / 1000 >= from && mention.dateMs / 1000 <= to)
            found.prepend(mention);
    }
    QJsonArray items;
    for (const Mention &mention : found.mid(numberOf(params, u"offset"_s), count))
        items.append(m_world.mentionJson(mention));
    return QJsonValue(QJsonObject{{u"count"_s, qint64(found.size())}, {u"items"_s, items}});
}

Outcome Methods::searchNews(const Params &params, const Caller & /*caller*/)
{
    const qint64 count = numberOf(params, u"count"_s, 30);
    if (count < 0 || count > 200)
        return badParameter(u"count should be less or equal to 200"_s);
    const QString words = params.text(u"q"_s);
    const qint64 from = numberOf(params, u"start_time"_s, m_world.now() - kDay);
    const qint64 to = numberOf(params, u"end_time"_s, m_world.now());
    QList<QJsonObject> found;
    for (const Mention &mention : std::as_const(m_world.mentions)) {
        const bool inTime = mention.dateMs / 1000 >= from && mention.dateMs / 1000 <= to;
        if (inTime && mention.text.contains(words, Qt::CaseInsensitive))
            found.prepend(m_world.mentionJson(mention));
    }
    const qint64 start = params.text(u"start_from"_s).toLongLong();
    QJsonArray items;
    QSet<qint64> people;
    for (const QJsonObject &post : found.mid(start, count)) {
        items.append(post);
        people.insert(post.value("from_id"_L1).toInteger());
    }
    QJsonObject answer{
        {u"items"_s, items}, {u"count"_s, qint64(items.size())}, {u"total_count"_s, qint64(found.size())}};
    if (start + items.size() < found.size())
        answer.insert(u"next_from"_s, QString::number(start + items.size()));
    addPeople(answer, people, params);
    return QJsonValue(answer);
}

} // namespace parley::sandbox::vk
