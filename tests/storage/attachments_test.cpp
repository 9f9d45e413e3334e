// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/attachments.h"
#include "storage/support.h"

using namespace Qt::StringLiterals;
using namespace parley;
using namespace parley::tests;

namespace {

RemoteMessage withFile(const QString &remoteId, qint64 size, const QByteArray &content, Timestamp time)
{
    RemoteMessage message = inbound(u"c1"_s, remoteId, u"see attached"_s, time);
    message.attachments = {{u"ref-"_s + remoteId, u"photo.jpg"_s, u"image/jpeg"_s, size, content}};
    return message;
}

} // namespace

TEST_CASE("An attachment is fetched once, newest first, and its bytes are given back")
{
    Cache cache;
    cache.take(batchOf({withFile(u"m1"_s, 10, {}, at(0)), withFile(u"m2"_s, 10, {}, at(1))}));
    const auto waiting = must(cache.store->downloads(cache.account, 10));
    REQUIRE(waiting.size() == 2);
    CHECK(waiting[0].remoteRef == u"ref-m2"_s);
    CHECK(cache.reader->attachment(waiting[0].id).error().kind == ErrorKind::NotFound);
    const Changes changes = must(cache.store->storeAttachment(waiting[0].id, "0123456789"));
    CHECK(changes.messages.contains(waiting[0].message));
    CHECK(must(cache.reader->attachment(waiting[0].id)) == "0123456789");
    must(cache.store->failAttachment(waiting[1].id, u"gone"_s));
    CHECK(must(cache.store->downloads(cache.account, 10)).isEmpty());
    CHECK(cache.messages(u"c1"_s).first().attachments.first().state == Attachment::State::Failed);
    CHECK(must(cache.store->download(waiting[1].id))->remoteRef == u"ref-m1"_s);
}

TEST_CASE("Too large an attachment waits until it is asked for")
{
    Cache cache;
    cache.take(batchOf({withFile(u"m1"_s, storage::attachments::kEachAtMost + 1, {}, at(0))}));
    CHECK(cache.messages(u"c1"_s).first().attachments.first().state == Attachment::State::TooLarge);
    CHECK(must(cache.store->downloads(cache.account, 10)).isEmpty());
    const AttachmentId id = cache.messages(u"c1"_s).first().attachments.first().id;
    CHECK(must(cache.store->download(id)));
    must(cache.store->storeAttachment(id, "small after all"));
    CHECK(cache.messages(u"c1"_s).first().attachments.first().state == Attachment::State::Stored);
}

TEST_CASE("Above the bound of all the oldest bytes make room, but never those that nobody else has")
{
    Cache cache;
    RemoteMessage only = withFile(u"m0"_s, 4, "only", at(0));
    only.attachments[0].remoteRef.clear();
    cache.take(batchOf({only, withFile(u"m1"_s, 4, "one ", at(1)), withFile(u"m2"_s, 4, "two ", at(2)),
        withFile(u"m3"_s, 5, {}, at(3))}));
    const QList<Message> messages = cache.messages(u"c1"_s);
    cache.close();
    {
        storage::Database db(cache.path(), cache.key, storage::Database::Mode::Create);
        storage::Transaction transaction(db);
        const Changes changes = storage::attachments::store(db, messages[3].attachments[0].id, "three", 13);
        transaction.commit();
        CHECK(changes.messages.contains(messages[1].id));
        CHECK(db.number("SELECT n FROM counter WHERE name = 'blob_bytes'") == 13);
    }
    cache.open();
    QList<Attachment::State> states;
    for (const Message &message : cache.messages(u"c1"_s))
        states.append(message.attachments.first().state);
    CHECK(states
        == QList{Attachment::State::Stored, Attachment::State::Remote, Attachment::State::Stored,
            Attachment::State::Stored});
    CHECK(must(cache.store->downloads(cache.account, 10)).size() == 1);
}
