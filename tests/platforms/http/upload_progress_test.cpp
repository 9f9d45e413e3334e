// SPDX-License-Identifier: GPL-3.0-or-later
#include "platforms/upload_progress.h"
#include "support/print.h"

#include <catch2/catch_test_macros.hpp>

#include <memory>

using namespace Qt::StringLiterals;
using namespace parley;
using platforms::UploadProgress;

namespace {

/// An answer with files of 100 and 300 bytes, and what was told of their way.
struct Sent {
    PushRequest request;
    QList<qint64> way;

    Sent()
    {
        Reply reply{u"here"_s, {}, false, {}};
        reply.attachments << OutgoingAttachment{u"a"_s, {}, QByteArray(100, 'a')}
                          << OutgoingAttachment{u"b"_s, {}, QByteArray(300, 'b')};
        request.command = reply;
        request.progress = [this](qint64 done, qint64 total) {
            CHECK(total == 400);
            way << done;
        };
    }
    Sent(const Sent &) = delete;
    Sent &operator=(const Sent &) = delete;
};

} // namespace

TEST_CASE("The way of files that go one after another is told as one, in proportion")
{
    Sent sent;
    const UploadProgress progress(sent.request);
    const auto first = progress.ofNext(100);
    first(600, 1200); // of a request with more in it than the file
    first(1200, 1200);
    progress.arrived(100);
    progress.ofNext(300)(500, 1000);
    progress.arrived(300);
    CHECK(sent.way == QList<qint64>{0, 50, 100, 250, 400});
}

TEST_CASE("A file that goes a second time does not take the way back")
{
    Sent sent;
    const UploadProgress progress(sent.request);
    progress.ofNext(100)(9, 10);
    const auto copy = std::make_unique<UploadProgress>(progress);
    copy->ofNext(100)(1, 10); // as a file, since it was not liked as a picture
    copy->ofNext(100)(10, 10);
    copy->arrived(100);
    progress.arrived(300); // it was there already
    CHECK(sent.way == QList<qint64>{0, 90, 100, 400});
}

TEST_CASE("Where nobody looks, or nothing travels, nothing is told")
{
    Sent sent;
    PushRequest unseen = sent.request;
    unseen.progress = nullptr;
    const UploadProgress nobody(unseen);
    CHECK(!nobody.ofNext(100));
    nobody.arrived(100);
    sent.request.command = Reply{u"text alone"_s, {}, false, {}};
    const UploadProgress nothing(sent.request);
    CHECK(!nothing.ofNext(0));
    nothing.arrived(0);
    CHECK(sent.way.isEmpty());
}
