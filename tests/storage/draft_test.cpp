// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/support.h"

using namespace Qt::StringLiterals;
using namespace parley;
using namespace parley::tests;

namespace {

struct Chat : Cache {
    Chat()
    {
        clock.time = at(10);
        receive(u"c1"_s, u"m1"_s, u"question"_s, at(0));
    }
    TicketRow ticket() { return Cache::ticket(u"c1"_s); }
    QStringList files()
    {
        QStringList found;
        for (const OutgoingAttachment &file : must(reader->draftFiles(ticket().ticket.id)))
            found += file.name + u'=' + QString::fromUtf8(file.content);
        return found;
    }
    bool isDraft()
    {
        const storage::TicketFilter filter{storage::View::AllOpen, queryOf(u"has:draft"_s), at(0)};
        return !must(reader->tickets(filter, std::nullopt, 10)).isEmpty();
    }
};

const OutgoingAttachment kPicture{u"kutija.png"_s, u"image/png"_s, "box"};
const OutgoingAttachment kBill{u"račun.pdf"_s, u"application/pdf"_s, "bill"};

} // namespace

TEST_CASE("A ticket keeps one draft for the customer and one for the team, and the list shows the newest")
{
    Chat cache;
    const TicketId id = cache.ticket().ticket.id;
    must(cache.store->saveDraft(id, u"dear Ana"_s, false));
    cache.clock.time = at(11);
    must(cache.store->saveDraft(id, u"she called"_s, true));
    CHECK(must(cache.reader->draft(id, false)).text == u"dear Ana"_s);
    CHECK(must(cache.reader->draft(id, true)).text == u"she called"_s);
    CHECK(must(cache.reader->draft(id)).isNote);
    CHECK(cache.ticket().draft == u"she called"_s);
    CHECK(must(cache.reader->tickets({storage::View::AllOpen, {}, {}}, {}, 10)).size() == 1); // still one row

    // What is sent drops its own draft only, even where the other has the same words.
    must(cache.store->saveDraft(id, u"she called"_s, false));
    must(cache.store->submit({id, Note{u"she called"_s}, {}}));
    CHECK(must(cache.reader->draft(id, true)).text.isEmpty());
    CHECK(must(cache.reader->draft(id, false)).text == u"she called"_s);
    must(cache.store->saveDraft(id, {}, false));
    CHECK(cache.ticket().draft.isEmpty());
}

TEST_CASE("A draft remembers whether it is to answer in private")
{
    Chat cache;
    const TicketId id = cache.ticket().ticket.id;
    must(cache.store->saveDraft(id, u"between us"_s, false, true));
    CHECK(must(cache.reader->draft(id)).privately);
    CHECK(must(cache.reader->draft(id, false)).privately);
    CHECK_FALSE(must(cache.reader->draft(id, true)).privately);
    must(cache.store->saveDraft(id, u"between us"_s, false, false)); // only the choice is another
    CHECK_FALSE(must(cache.reader->draft(id)).privately);
}

TEST_CASE("Files of a draft come back in their order, and one that was taken away does not")
{
    Chat cache;
    const TicketId id = cache.ticket().ticket.id;
    must(cache.store->saveDraft(id, u"see here"_s, false));
    must(cache.store->saveDraftFiles(id, {kPicture, kBill, kPicture}));
    CHECK(cache.files() == QStringList{u"kutija.png=box"_s, u"račun.pdf=bill"_s, u"kutija.png=box"_s});
    must(cache.store->saveDraftFiles(id, {kBill, kPicture}));
    CHECK(cache.files() == QStringList{u"račun.pdf=bill"_s, u"kutija.png=box"_s});
    CHECK(must(cache.reader->draftFiles(id)).first().type == u"application/pdf"_s);
    OutgoingAttachment other = kPicture;
    other.content = "another box";
    must(cache.store->saveDraftFiles(id, {other}));
    CHECK(cache.files() == QStringList{u"kutija.png=another box"_s});
    CHECK(must(cache.reader->draft(id)).text == u"see here"_s);
}

TEST_CASE("A draft may be nothing but files, and the list names them")
{
    Chat cache;
    const TicketId id = cache.ticket().ticket.id;
    CHECK_FALSE(cache.isDraft());
    CHECK(must(cache.store->saveDraftFiles(id, {kPicture, kBill})).tickets.contains(id));
    CHECK(cache.ticket().draft == u"kutija.png, račun.pdf"_s);
    CHECK(cache.isDraft());
    must(cache.store->saveDraft(id, {}, false, true)); // the words are gone, the files and the choice are not
    CHECK(cache.files().size() == 2);
    CHECK(must(cache.reader->draft(id, false)).privately);
    must(cache.store->saveDraftFiles(id, {}));
    CHECK(cache.ticket().draft.isEmpty());
    CHECK_FALSE(cache.isDraft());
}

TEST_CASE("What is sent takes the files of its draft along, and leaves a draft with other files")
{
    Chat cache;
    const TicketId id = cache.ticket().ticket.id;
    must(cache.store->saveDraft(id, u"see here"_s, false));
    must(cache.store->saveDraftFiles(id, {kPicture}));
    must(cache.store->submit({id, Reply{u"see here"_s, {}, false, {}}, {}})); // from a script, without the picture
    CHECK(cache.files().size() == 1);
    CHECK(cache.ticket().draft == u"see here"_s);
    must(cache.store->submit({id, Note{u"see here"_s}, {}}));
    CHECK(cache.files().size() == 1);
    must(cache.store->submit({id, Reply{u"see here"_s, {}, false, {kPicture}}, {}}));
    CHECK(cache.files().isEmpty());
    CHECK(cache.ticket().draft.isEmpty());
}

TEST_CASE("Files of a draft are refused where there is no such ticket")
{
    Chat cache;
    const auto saved = cache.store->saveDraftFiles(TicketId{4711}, {kPicture});
    REQUIRE_FALSE(saved.ok());
    CHECK(saved.error().kind == ErrorKind::NotFound);
    CHECK(saved.error().words.contains(u"#4711"_s));
}
