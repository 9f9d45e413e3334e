// SPDX-License-Identifier: GPL-3.0-or-later
#include "platforms/mail/mail_reader.h"

#include "platforms/mail/mail_errors.h"
#include "platforms/mail/mail_words.h"
#include "platforms/mail/mime_decoder.h"

#include <QElapsedTimer>

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace parley::platforms::mail {

namespace {

constexpr qsizetype kFirstPage = 50; ///< mails: the window is not to stay empty
constexpr qsizetype kPage = 400;
constexpr qint64 kPageBytes = 12 << 20;
constexpr qint64 kLongestMail = 80 << 20; ///< bytes; of longer ones the beginning is read
constexpr quint32 kBeginning = 4U << 20;
constexpr qsizetype kHeadsAtOnce = 5000;
constexpr qsizetype kMostHeads = 100'000; ///< newest mails whose ancestry is learnt before a first fill
constexpr auto kSubjectWindow = std::chrono::hours(14 * 24);
constexpr int kMostHops = 8; ///< mails that are looked for on the server, one behind the other
constexpr int kMostSubjectSearches = 500; ///< a session: two searches each on the server

const QByteArray kInbox = "INBOX";

// How far back a folder is filled in; one that is not begun comes first.
qint64 reach(const FolderCursor &folder)
{
    return folder.oldest == 0 ? std::numeric_limits<qint64>::max() : folder.oldest;
}

} // namespace

MailReader::MailReader(const MailSettings &settings, const std::shared_ptr<const LiveSecret> &secret,
    const Timeouts &timeouts, std::shared_ptr<Waits> waits)
    : m_session(settings, secret, timeouts, waits)
    , m_waits(std::move(waits))
    , m_timeouts(timeouts)
    , m_translator(settings.from)
    , m_own(settings.from)
{
}

Result<void> MailReader::signIn()
{
    m_session.close(); // the secret is to be tried, not the connection
    return m_session.open();
}

Result<Batch> MailReader::pull(const QByteArray &cursor)
{
    const auto open = m_session.open();
    return open ? pullOnce(cursor) : Result<Batch>(open.error());
}

Result<Batch> MailReader::pullOnce(const QByteArray &given)
{
    auto cursor = MailCursor::fromJson(given);
    const auto folders = m_session.folders();
    if (!folders)
        return folders.error();
    Batch batch;
    bool more = false;
    for (auto *at : {&cursor.inbox, &cursor.sent}) {
        const auto name = at == &cursor.inbox ? kInbox : folders->sent;
        if (name.isEmpty())
            continue;
        if (at->name != name)
            *at = FolderCursor{.name = name};
        const auto folder = m_session.select(name);
        if (!folder)
            return folder.error();
        if (folder->uidValidity != at->uidValidity) {
            if (const auto begun = begin(*at, *folder, cursor); !begun)
                return begun.error();
            continue;
        }
        if (folder->uidNext == 0 || folder->uidNext > at->high + 1) {
            const auto taken = takeNews(*at, cursor, batch);
            if (!taken)
                return taken.error();
            more = more || *taken;
        }
        if (const auto noted = noteAnswered(*at, *folder, batch); !noted)
            return noted.error();
    }
    if (batch.messages.isEmpty() && cursor.isFilling()) {
        auto &at = !cursor.sent.isFilling() || (cursor.inbox.isFilling() && reach(cursor.inbox) >= reach(cursor.sent))
            ? cursor.inbox
            : cursor.sent;
        if (const auto taken = takeOlder(at, cursor, batch); !taken)
            return taken.error();
    }
    batch.more = more || cursor.isFilling();
    batch.fillDone = cursor.isFilling() ? cursor.fillDone : 0;
    batch.fillTotal = cursor.isFilling() ? cursor.fillTotal : 0;
    if (!cursor.isFilling())
        m_pending.clear();
    batch.nextCursor = cursor.toJson();
    return batch;
}

// The first look into a folder, or its UIDs mean other mails than before.
Result<void> MailReader::begin(FolderCursor &at, const ImapSession::Folder &folder, MailCursor &cursor)
{
    auto next = folder.uidNext;
    if (next == 0) {
        const auto all = m_session.uids(1, 0);
        if (!all)
            return all.error();
        next = all->isEmpty() ? 1 : all->last() + 1;
    }
    const bool renewed = at.uidValidity != 0;
    if (!cursor.isFilling()) {
        cursor.fillDone = 0;
        cursor.fillTotal = 0;
    }
    cursor.fillTotal += int(folder.exists);
    at.uidValidity = folder.uidValidity;
    at.high = next - 1;
    at.low = folder.exists > 0 ? next : 0;
    at.modSeq = folder.modSeq;
    at.oldest = 0;
    at.renewed = renewed;
    m_pending.remove(at.name);
    return {};
}

Result<bool> MailReader::takeNews(FolderCursor &at, MailCursor & /*cursor*/, Batch &batch)
{
    const auto all = m_session.uids(at.high + 1, 0);
    if (!all)
        return all.error();
    if (all->isEmpty())
        return false;
    // Oldest first here: the cursor says "everything up to".
    const auto taken = page(all->first(std::min<qsizetype>(all->size(), kPage / 2)), false);
    if (!taken)
        return taken.error();
    const auto mails = read(at, *taken);
    if (!mails)
        return mails.error();
    for (const auto &found : *mails) {
        m_translator.add(found, batch);
        at.newest = std::max(at.newest, toMs(found.arrived));
    }
    at.high = taken->uids.last();
    return taken->uids.size() < all->size();
}

Result<MailReader::Page> MailReader::page(const QList<Uid> &uids, bool fromEnd, QHash<Uid, qint64> bytesOf)
{
    if (!std::ranges::all_of(uids, [&bytesOf](Uid uid) { return bytesOf.contains(uid); })) {
        const auto sizes = m_session.sizes(uids);
        if (!sizes)
            return sizes.error();
        for (const auto &size : *sizes)
            bytesOf[size.uid] = size.bytes;
    }
    Page page;
    for (qsizetype i = 0; i < uids.size(); ++i) {
        const auto uid = uids[fromEnd ? uids.size() - 1 - i : i];
        const auto bytes = bytesOf.value(uid);
        if (!page.uids.isEmpty() && page.bytes + bytes > kPageBytes)
            break;
        page.uids << uid;
        page.bytes += bytes;
    }
    if (fromEnd)
        std::ranges::reverse(page.uids);
    return page;
}

Result<void> MailReader::takeOlder(FolderCursor &at, MailCursor &cursor, Batch &batch)
{
    // Both at once: an answer in one folder goes with a question in the other.
    for (const auto *folder : {&cursor.inbox, &cursor.sent}) {
        if (!folder->isFilling() || m_pending.value(folder->name).uidValidity == folder->uidValidity)
            continue;
        if (const auto begun = beginFill(*folder); !begun)
            return begun;
    }
    const auto selected = m_session.select(at.name);
    if (!selected)
        return selected.error();
    auto &pending = m_pending[at.name];
    while (!pending.uids.isEmpty() && pending.uids.last() >= at.low)
        pending.uids.removeLast();
    const bool first = at.oldest == 0;
    const auto some = pending.uids.last(std::min(pending.uids.size(), first ? kFirstPage : kPage));
    const auto taken = page(some, true, pending.bytesOf);
    if (!taken)
        return taken.error();
    const auto mails = read(at, *taken);
    if (!mails)
        return mails.error();
    bool news = false;
    const auto newestBefore = at.newest;
    for (auto it = mails->cbegin(); it != mails->cend(); ++it) {
        m_translator.add(*it, batch);
        at.oldest = std::min(reach(at), toMs(it->arrived));
        news = news || (at.renewed && toMs(it->arrived) > newestBefore);
        at.newest = std::max(at.newest, toMs(it->arrived));
    }
    batch.backfill = !news; // after UIDs were renewed, what arrived since is news all the same
    cursor.fillDone = std::min(cursor.fillDone + int(taken->uids.size()), std::max(cursor.fillTotal, 1));
    at.low = taken->uids.isEmpty() ? 0 : taken->uids.first();
    if (taken->uids.size() >= pending.uids.size())
        at.low = 0;
    if (at.low == 0)
        at.renewed = false;
    return {};
}

Result<void> MailReader::beginFill(const FolderCursor &at)
{
    const auto selected = m_session.select(at.name);
    if (!selected)
        return selected.error();
    const auto all = at.low > 1 ? m_session.uids(1, at.low - 1) : Result<QList<Uid>>(QList<Uid>{});
    if (!all)
        return all.error();
    m_pending[at.name] = {at.uidValidity, *all, {}};
    return learnAncestry(at);
}

// Before a first fill: who answers whom in the whole folder. The pages come newest first, a reply before what it
// answers, and must name the same conversation all the same.
Result<void> MailReader::learnAncestry(const FolderCursor &at)
{
    auto &pending = m_pending[at.name];
    const auto wanted = pending.uids.last(std::min(pending.uids.size(), kMostHeads));
    for (qsizetype i = 0; i < wanted.size(); i += kHeadsAtOnce) {
        const auto heads = m_session.fetchIds(wanted.mid(i, kHeadsAtOnce));
        if (!heads)
            return heads.error();
        for (const auto &head : *heads) {
            const auto mail = parseIds(head.bytes);
            m_ancestry.note(mail.messageId, earliestNamed(mail));
            if (head.size > 0)
                pending.bytesOf.insert(head.uid, head.size);
        }
    }
    return {};
}

Result<QList<FoundMail>> MailReader::read(const FolderCursor &at, const Page &page)
{
    const bool sentFolder = at.name != kInbox;
    // A mail that is larger than a page stands in one alone.
    auto mails = page.uids.size() == 1 && page.bytes > kLongestMail
        ? m_session.fetchBeginning(page.uids.first(), kBeginning)
        : m_session.fetch(page.uids, page.bytes);
    if (!mails)
        return mails.error();
    QList<FoundMail> all;
    for (auto &mail : *mails) {
        if (m_waits->isStopped())
            return cancelled();
        if (sentFolder && mail.draft)
            continue; // not sent, whatever folder it is in
        FoundMail found;
        found.mail = parseMail(mail.bytes);
        found.remoteId = remoteIdOf(found.mail, mail.bytes);
        found.bytes = std::move(mail.bytes);
        found.arrived = mail.arrived;
        found.sentFolder = sentFolder;
        found.folder = at.name;
        found.uidValidity = at.uidValidity;
        found.uid = mail.uid;
        m_ancestry.note(found.remoteId, earliestNamed(found.mail));
        all << std::move(found);
    }
    if (const auto sought = findParents(at, all); !sought)
        return sought.error();
    for (auto &found : all) {
        const auto conversation = conversationOf(at, found);
        if (!conversation)
            return conversation.error();
        found.conversation = *conversation;
    }
    return all;
}

// A mail that names only the one it answers says nothing of what that answered in turn: we look at it on the server.
Result<void> MailReader::findParents(const FolderCursor &at, const QList<FoundMail> &mails)
{
    if (m_pending.contains(at.name))
        return {}; // a first fill: learnAncestry() saw them all
    bool moved = false;
    for (const auto &found : mails) {
        const auto parent = earliestNamed(found.mail);
        if (parent.isEmpty() || found.mail.references.size() > 1 || m_ancestry.knows(parent))
            continue;
        moved = true;
        if (const auto followed = follow(parent); !followed)
            return followed;
    }
    const auto back = moved ? m_session.select(at.name) : Result<ImapSession::Folder>(ImapSession::Folder{});
    return back ? Result<void>{} : Result<void>(back.error());
}

Result<void> MailReader::follow(QString id)
{
    const auto folders = m_session.folders();
    if (!folders)
        return folders.error();
    for (int i = 0; i < kMostHops && !id.isEmpty() && !m_ancestry.knows(id); ++i) {
        QString earlier;
        for (const auto &folder : {folders->sent, kInbox}) {
            if (folder.isEmpty() || m_ancestry.knows(id))
                continue;
            if (const auto selected = m_session.select(folder); !selected)
                return selected.error();
            const auto uids = m_session.search({.messageId = id.toLatin1()});
            if (!uids)
                return uids.error();
            const auto heads = m_session.fetchHeads(uids->first(std::min<qsizetype>(uids->size(), 1)));
            if (!heads)
                return heads.error();
            if (!heads->isEmpty()) {
                earlier = earliestNamed(parseHead(heads->first().bytes));
                m_ancestry.note(id, earlier);
            }
        }
        m_ancestry.note(id, earlier); // looked for, so not again
        id = earlier;
    }
    return {};
}

Result<QString> MailReader::conversationOf(const FolderCursor &at, const FoundMail &found)
{
    if (found.mail.bounce && !found.mail.bounce->originalMessageId.isEmpty()) {
        const auto &bounce = *found.mail.bounce;
        return m_ancestry.root(bounce.originalReferences.value(0, bounce.originalMessageId));
    }
    const auto earlier = earliestNamed(found.mail);
    if (!earlier.isEmpty())
        return m_ancestry.root(earlier);
    if (isReplySubject(found.mail.subject) && m_subjectSearches < kMostSubjectSearches)
        return bySubject(at, found);
    return m_ancestry.root(found.remoteId);
}

// A reply without References and In-Reply-To: it goes on with the customer's last mail of the same subject, theirs or
// ours, of the two weeks before.
Result<QString> MailReader::bySubject(const FolderCursor &at, const FoundMail &found)
{
    ++m_subjectSearches;
    const auto folders = m_session.folders();
    if (!folders)
        return folders.error();
    const auto subject = baseSubject(found.mail.subject);
    const auto when = Translator::timeOf(found.mail, found.arrived);
    const auto customer = found.sentFolder ? found.mail.to.value(0).address : found.mail.from.value(0).address;
    if (subject.size() < 3 || customer.isEmpty())
        return found.remoteId;
    QString best = found.remoteId;
    Timestamp bestTime{};
    for (const auto &folder : {kInbox, folders->sent}) {
        if (folder.isEmpty())
            continue;
        if (const auto selected = m_session.select(folder); !selected)
            return selected.error();
        ImapSession::Search search{.since = when - kSubjectWindow};
        (folder == kInbox ? search.from : search.to) = customer.toLatin1();
        const auto uids = m_session.search(search);
        if (!uids)
            return uids.error();
        const auto heads = m_session.fetchHeads(uids->last(std::min<qsizetype>(uids->size(), 100)));
        if (!heads)
            return heads.error();
        for (const auto &head : *heads) {
            const auto mail = parseHead(head.bytes);
            if (mail.messageId.isEmpty() || mail.messageId == found.mail.messageId
                || baseSubject(mail.subject).compare(subject, Qt::CaseInsensitive) != 0)
                continue;
            const auto time = mail.date.value_or(Timestamp{});
            if (time >= when || time < when - kSubjectWindow || time < bestTime)
                continue;
            bestTime = time;
            const auto earlier = earliestNamed(mail);
            best = earlier.isEmpty() ? mail.messageId : earlier;
        }
    }
    if (!best.isEmpty()) {
        if (const auto followed = follow(best); !followed)
            return followed.error();
        best = m_ancestry.root(best);
        m_ancestry.note(found.remoteId, best);
    }
    const auto back = m_session.select(at.name);
    if (!back)
        return back.error();
    return best.isEmpty() ? found.remoteId : best;
}

// A colleague marked a mail as answered whose answer is not in the Sent folder: another program sent it from elsewhere.
Result<void> MailReader::noteAnswered(FolderCursor &at, const ImapSession::Folder &folder, Batch &batch)
{
    const auto before = at.modSeq;
    at.modSeq = folder.modSeq;
    if (at.name != kInbox || before == 0 || folder.modSeq <= before || at.high == 0)
        return {};
    const auto answered = m_session.newlyAnswered(at.high, before);
    const auto folders = m_session.folders();
    if (!answered)
        return answered.error();
    if (!folders || folders->sent.isEmpty() || answered->isEmpty())
        return {};
    const auto some = page(answered->last(std::min<qsizetype>(answered->size(), 50)), true);
    if (!some)
        return some.error();
    const auto mails = read(at, *some);
    if (!mails)
        return mails.error();
    if (const auto selected = m_session.select(folders->sent); !selected)
        return selected.error();
    for (const auto &found : *mails) {
        if (found.mail.messageId.isEmpty())
            continue;
        const auto answers =
            m_session.search({.inReplyTo = found.mail.messageId.toLatin1(), .since = found.arrived - 24h});
        if (!answers)
            return answers.error();
        if (!answers->isEmpty())
            continue;
        RemoteMessage event;
        event.remoteId = u"answered:"_s + found.remoteId;
        event.conversationRemoteId = found.conversation;
        event.direction = Direction::Out;
        event.kind = MessageKind::Event;
        event.state = DeliveryState::Sent;
        event.automatic = true;
        event.text = MailWords::tr("Marked as answered in another mail program");
        event.time = found.arrived;
        event.replyToRemoteId = found.remoteId;
        batch.messages << event;
    }
    return {};
}

Result<bool> MailReader::listen(const QByteArray &cursor)
{
    const auto open = m_session.open();
    return open ? listenOnce(MailCursor::fromJson(cursor)) : Result<bool>(open.error());
}

Result<bool> MailReader::hasNews(const MailCursor &cursor)
{
    if (!cursor.sent.name.isEmpty()) {
        const auto sent = m_session.status(cursor.sent.name);
        if (!sent)
            return sent.error();
        if (sent->uidNext > cursor.sent.high + 1 || sent->uidValidity != cursor.sent.uidValidity)
            return true;
    }
    const auto inbox = m_session.select(kInbox);
    if (!inbox)
        return inbox.error();
    const bool flags = cursor.inbox.modSeq > 0 && inbox->modSeq > cursor.inbox.modSeq;
    return inbox->uidValidity != cursor.inbox.uidValidity || inbox->uidNext > cursor.inbox.high + 1 || flags;
}

Result<bool> MailReader::listenOnce(const MailCursor &cursor)
{
    QElapsedTimer timer;
    timer.start();
    while (true) {
        auto news = hasNews(cursor);
        if (!news || *news)
            return news;
        if (m_waits->isInterrupted() || timer.elapsed() >= m_timeouts.idle)
            return false;
        const auto left = int(m_timeouts.idle - timer.elapsed());
        auto woken = m_session.canIdle() ? m_session.idle(std::min(left, m_timeouts.otherFolders))
                                         : m_session.pause(std::min(left, m_timeouts.poll));
        if (!woken || *woken)
            return woken;
    }
}

} // namespace parley::platforms::mail
