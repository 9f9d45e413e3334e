// SPDX-License-Identifier: GPL-3.0-or-later
// Comments, by the signed REST API: asked for now and then, since no event tells of them.
#include "platforms/ok/connector.h"

#include "platforms/ok/words.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace parley::platforms::ok {

namespace {

constexpr int kDiscussionsAtOnce = 50;
constexpr int kDiscussionPages = 5;
constexpr int kCommentsAtOnce = 100;
constexpr int kCommentPages = 10;
// What the managers have not looked at is read again even where its count stays the same: they may have read two and
// two others may have come.
constexpr int kReadAnyway = 15;
constexpr int kFailuresToTell = 3;

const QString kDiscussionFields =
    u"discussion.OBJECT_TYPE,discussion.OBJECT_ID,discussion.NEW_COMMENTS_COUNT,discussion.TITLE,group.UID"_s;
const QString kCommentFields =
    u"comment.ID,comment.TEXT,comment.TYPE,comment.DATE,comment.AUTHOR_ID,comment.AUTHOR_NAME,comment.AUTHOR_REF,"
    "comment.REPLY_TO_ID,comment.REPLY_TO_NAME,comment.REPLY_TO_COMMENT_ID"_s;

QMap<QString, QString> listParameters(const QString &anchor)
{
    QMap<QString, QString> parameters{{u"category"_s, u"GROUP"_s}, {u"count"_s, QString::number(kDiscussionsAtOnce)},
        {u"fields"_s, kDiscussionFields}};
    if (!anchor.isEmpty())
        parameters.insert(u"anchor"_s, anchor);
    return parameters;
}

qint64 newestOf(const QList<RemoteMessage> &messages)
{
    qint64 newest = 0;
    for (const RemoteMessage &message : messages)
        newest = std::max(newest, toMs(message.time));
    return newest;
}

} // namespace

bool Connector::mayWriteComments() const
{
    return m_tryComments && !m_writingRefused;
}

QCoro::Task<QString> Connector::commentsNote()
{
    m_commentsOff = false;
    m_commentFailures = 0;
    if (!m_api.hasComments()) {
        co_return Words::tr(
            "Comments are not fetched: they need an application's keys and the token of a manager of the group.");
    }
    const auto parameters = listParameters({});
    const Outcome list = co_await m_api.rest(u"discussions.getList"_s, parameters, false);
    if (list.ok || list.error.isRetryable() || list.error.kind == ErrorKind::Cancelled)
        co_return QString();
    m_commentsOff = true;
    co_return Words::tr("Comments are not fetched. %1").arg(list.error.words);
}

void Connector::commentTrouble(Batch &batch, const Error &error)
{
    if (error.kind == ErrorKind::Cancelled)
        return;
    QString line;
    if (!error.isRetryable()) {
        m_commentsOff = true;
        line = Words::tr("Comments are no longer fetched. %1 Messages go on as usual.").arg(error.words);
    } else if (++m_commentFailures == kFailuresToTell) {
        line = Words::tr("Comments cannot be fetched at the moment; Parley goes on trying. %1").arg(error.words);
    }
    if (line.isEmpty())
        return;
    batch.conversations << noticesConversation();
    batch.messages << notice(u"comments"_s, line, m_clock.now());
}

/// The messages must not wait for the comments: a failure here is told of, and tried again with the next poll.
QCoro::Task<Result<void>> Connector::readTalks(PagePtr page)
{
    const auto now = std::chrono::steady_clock::now();
    const bool isDue = !m_lastTalks || now - *m_lastTalks >= m_timing.reread;
    if (!m_api.hasComments() || m_commentsOff || !isDue)
        co_return Result<void>{};
    m_lastTalks = now;
    const auto changed = co_await changedTalks(page);
    if (!changed) {
        if (changed.error().kind == ErrorKind::Cancelled)
            co_return changed.error();
        commentTrouble(page->batch, changed.error());
        co_return Result<void>{};
    }
    const auto talks = std::make_shared<Talks>();
    for (qsizetype i = 0; i < changed->size(); ++i) {
        const DiscussionInfo info = changed->at(i);
        std::optional<Talk> known;
        if (page->memory.talks.contains(info.which.conversation()))
            known = page->memory.talks.value(info.which.conversation());
        const auto read = co_await readTalk(talks, info, known);
        if (!read && read.error().kind == ErrorKind::Cancelled)
            co_return read.error();
        if (!read && read.error().kind != ErrorKind::NotFound) {
            commentTrouble(page->batch, read.error());
            break;
        }
        m_commentFailures = 0;
    }
    if (!talks->older.messages.isEmpty()) {
        talks->older.backfill = true;
        m_ready << ReadyPage{talks->older, {}};
    }
    if (!talks->reached.isEmpty())
        m_ready << ReadyPage{talks->news, talks->reached};
    co_return Result<void>{};
}

QCoro::Task<Result<QList<DiscussionInfo>>> Connector::changedTalks(PagePtr page)
{
    QList<DiscussionInfo> changed;
    QString anchor;
    int unread = 0;
    for (int pages = 0; pages < kDiscussionPages; ++pages) {
        const auto parameters = listParameters(anchor);
        const Outcome outcome = co_await m_api.rest(u"discussions.getList"_s, parameters, false);
        if (!outcome.ok)
            co_return outcome.error;
        const DiscussionPage list = readDiscussions(outcome.value);
        for (const QJsonValue &odd : list.odd)
            page->reader.raw(odd, u"a discussion without its necessary fields"_s);
        for (const DiscussionInfo &info : list.discussions) {
            unread += info.newComments > 0 ? 1 : 0;
            const auto known = page->memory.talks.constFind(info.which.conversation());
            const bool counts = known != page->memory.talks.constEnd() && known->count != info.newComments;
            const bool isNew = known == page->memory.talks.constEnd() && info.newComments > 0;
            if (counts || isNew || (info.newComments > 0 && unread <= kReadAnyway))
                changed << info;
        }
        if (list.discussions.isEmpty() || list.anchor.isEmpty() || list.anchor == anchor)
            break;
        anchor = list.anchor;
    }
    co_return changed;
}

QCoro::Task<Outcome> Connector::askComments(DiscussionInfo info, QString anchor, qsizetype offset)
{
    const QString count = QString::number(kCommentsAtOnce);
    if (!m_legacyComments) {
        // What the managers see as new must stay new: without mark_as_read=false this call would read it for them.
        QMap<QString, QString> parameters{{u"discussionId"_s, info.which.id}, {u"discussionType"_s, info.which.type},
            {u"count"_s, count}, {u"mark_as_read"_s, u"false"_s}, {u"fields"_s, kCommentFields}};
        if (!anchor.isEmpty())
            parameters.insert(u"anchor"_s, anchor);
        const Outcome outcome = co_await m_api.rest(u"discussions.getComments"_s, parameters, false);
        if (outcome.refusal.code != kNoMethod)
            co_return outcome;
        m_legacyComments = true;
    }
    const QMap<QString, QString> parameters{{u"entityId"_s, info.which.id}, {u"entityType"_s, info.which.type},
        {u"count"_s, count}, {u"offset"_s, QString::number(offset)}, {u"mark_as_read"_s, u"false"_s}};
    co_return co_await m_api.rest(u"discussions.getDiscussionComments"_s, parameters, false);
}

/// In which order comments come is not documented: the pages are turned until something known and something new was
/// seen, or until they end.
QCoro::Task<Result<void>> Connector::readTalk(TalksPtr talks, DiscussionInfo info, std::optional<Talk> known)
{
    QList<RemoteMessage> all;
    QList<RemoteContact> people;
    QString anchor;
    QStringList anchors;
    const qint64 before = known ? known->newest : 0;
    for (int pages = 0; pages < kCommentPages; ++pages) {
        const Outcome outcome = co_await askComments(info, anchor, all.size());
        if (!outcome.ok)
            co_return outcome.error;
        const CommentPage page = readComments(outcome.value, info, m_clock.now());
        for (const QJsonValue &odd : page.odd)
            talks->news.raw << rawPayload(odd, u"a comment without its id"_s);
        people << page.contacts;
        all << page.messages;
        anchors << anchor;
        const bool seesKnown = std::ranges::any_of(
            page.messages, [&](const RemoteMessage &message) { return toMs(message.time) <= before; });
        const bool hasNext =
            m_legacyComments ? page.messages.size() >= kCommentsAtOnce : page.hasMore && !anchors.contains(page.anchor);
        if (page.messages.isEmpty() || !hasNext || (seesKnown && newestOf(all) > before))
            break;
        anchor = page.anchor;
    }
    const bool isSame = known && newestOf(all) <= before && known->count == info.newComments;
    if (!isSame)
        sortTalk(*talks, info, known, all, people);
    co_return Result<void>{};
}

/// What of it is new, and what was there before us.
void Connector::sortTalk(Talks &talks, const DiscussionInfo &info, const std::optional<Talk> &known,
    QList<RemoteMessage> all, const QList<RemoteContact> &people) const
{
    std::sort(all.rbegin(), all.rend(), isEarlier);
    const qint64 before = known ? known->newest : 0;
    for (Batch *batch : {&talks.older, &talks.news}) {
        batch->conversations << conversationFrom(info, mayWriteComments());
        batch->contacts << people;
    }
    for (qsizetype i = 0; i < all.size(); ++i) {
        // The first time the platform's own count tells which are new.
        const bool isNew = known ? toMs(all.at(i).time) > before : i < info.newComments;
        if (isNew)
            talks.news.messages << all.at(i);
        else if (!known)
            talks.older.messages << all.at(i);
    }
    talks.reached.insert(info.which.conversation(), Talk{info.newComments, std::max(before, newestOf(all))});
}

QCoro::Task<Result<PushReceipt>> Connector::sendComment(PushRequest request, Discussion where)
{
    const Reply reply = std::get<Reply>(request.command);
    const QString inBrowser = Words::tr("Open the discussion in the browser to answer.");
    if (!m_api.hasComments() || !mayWriteComments()) {
        co_return Error{ErrorKind::Rejected, u"comments are not written"_s,
            Words::tr("Odnoklassniki lets no program write comments.") + u' ' + inBrowser, {}, false};
    }
    if (!reply.attachments.isEmpty() || reply.privately || reply.text.trimmed().isEmpty()) {
        co_return Error{ErrorKind::Rejected, u"a comment of another kind"_s,
            Words::tr("A comment can hold nothing but text.") + u' ' + inBrowser, {}, false};
    }
    QMap<QString, QString> parameters{{u"entityId"_s, where.id}, {u"entityType"_s, where.type},
        {u"comment"_s, reply.text}, {u"as_admin"_s, u"true"_s}};
    if (const QString target = commentIdIn(request.targetRemoteId); !target.isEmpty())
        parameters.insert(u"reply_to_comment_id"_s, target);
    const Outcome outcome = co_await m_api.rest(u"discussions.addDiscussionComment"_s, parameters, true);
    if (!outcome.ok) {
        Error error = outcome.error;
        if (outcome.refusal.code == kNoMethod) {
            m_writingRefused = true;
            error.words = Words::tr("Odnoklassniki lets no program write comments.") + u' ' + inBrowser;
        }
        co_return error;
    }
    const QString id = outcome.value["id"_L1].toVariant().toString();
    if (id.isEmpty()) {
        co_return Error{ErrorKind::BadReply, u"discussions.addDiscussionComment: no id"_s,
            Words::tr("Odnoklassniki does not say whether the comment is there. Look in the browser."), {}, true};
    }
    PushReceipt receipt;
    receipt.remoteId = where.comment(id);
    receipt.time = outcome.serverTime;
    co_return receipt;
}

} // namespace parley::platforms::ok
