// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/command.h"

#include "support/print.h"

#include <catch2/catch_test_macros.hpp>

#include <QJsonDocument>

using namespace parley;

namespace {

QJsonObject json(const char *text)
{
    const QJsonDocument document = QJsonDocument::fromJson(text);
    REQUIRE(document.isObject());
    return document.object();
}

/// Through the text that is stored, as the outbox does it.
Command again(const Command &command)
{
    const QByteArray stored = QJsonDocument(toJson(command)).toJson(QJsonDocument::Compact);
    const auto read = commandFrom(QJsonDocument::fromJson(stored).object());
    REQUIRE(read.ok());
    CHECK(kindOf(*read) == kindOf(command));
    return *read;
}

} // namespace

TEST_CASE("A reply comes back as it was stored, without its attachments' bytes")
{
    const Reply reply{QStringLiteral("Здравствуйте,\n“quoted” \\ 😀"), MessageId{9'007'199'254'740'991}, true,
        {{QStringLiteral("a.pdf"), QStringLiteral("application/pdf"), "bytes"}}};
    const auto read = std::get<Reply>(again(reply));
    CHECK(read.text == reply.text);
    CHECK(read.replyTo == reply.replyTo);
    CHECK(read.privately);
    REQUIRE(read.attachments.size() == 1);
    CHECK(read.attachments[0].name == QStringLiteral("a.pdf"));
    CHECK(read.attachments[0].type == QStringLiteral("application/pdf"));
    CHECK(read.attachments[0].content.isEmpty());
    CHECK_FALSE(toJson(reply).contains(QStringLiteral("content")));
}

TEST_CASE("Every other command comes back as it was stored")
{
    CHECK(std::get<Note>(again(Note{QStringLiteral("n")})).text == QStringLiteral("n"));
    const SetStatus snoozed{TicketStatus::Snoozed, fromMs(1'790'000'000'123)};
    CHECK(std::get<SetStatus>(again(snoozed)).status == TicketStatus::Snoozed);
    CHECK(std::get<SetStatus>(again(snoozed)).snoozedUntil == snoozed.snoozedUntil);
    CHECK_FALSE(std::get<SetStatus>(again(SetStatus{TicketStatus::Resolved, {}})).snoozedUntil);
    CHECK(std::get<Assign>(again(Assign{kMe})).assignee == kMe);
    CHECK(std::get<Assign>(again(Assign{})).assignee.isEmpty());
    CHECK(
        std::get<AssignTeam>(again(AssignTeam{QStringLiteral("вторая линия")})).team == QStringLiteral("вторая линия"));
    CHECK(std::get<Mute>(again(Mute{true})).on);
    CHECK_FALSE(std::get<Mute>(again(Mute{false})).on);
    CHECK(std::holds_alternative<MarkUnread>(again(MarkUnread{})));
    const auto macro = std::get<RunMacro>(again(RunMacro{QStringLiteral("7"), QStringLiteral("Refund")}));
    CHECK(macro.remoteId == QStringLiteral("7"));
    CHECK(macro.name == QStringLiteral("Refund"));
    const auto tags =
        std::get<ChangeTags>(again(ChangeTags{{QStringLiteral("a"), QStringLiteral("б")}, {QStringLiteral("c")}}));
    CHECK(tags.add == QStringList{QStringLiteral("a"), QStringLiteral("б")});
    CHECK(tags.remove == QStringList{QStringLiteral("c")});
    CHECK(std::get<SetPriority>(again(SetPriority{Priority::Urgent})).priority == Priority::Urgent);
    again(MarkAnswered{});
    again(MarkRead{});
    const auto edit = std::get<EditMessage>(again(EditMessage{MessageId{7}, QStringLiteral("t")}));
    CHECK(edit.message == MessageId{7});
    CHECK(edit.text == QStringLiteral("t"));
    CHECK(std::get<DeleteMessage>(again(DeleteMessage{MessageId{8}})).message == MessageId{8});
}

TEST_CASE("What is not a command is rejected with the name of the wrong field")
{
    const auto refused = [](const char *text) {
        const auto result = commandFrom(json(text));
        REQUIRE_FALSE(result.ok());
        CHECK(result.error().kind == ErrorKind::Rejected);
        return result.error().detail;
    };
    CHECK(refused("{}").contains(QStringLiteral("kind")));
    CHECK(refused(R"({"kind":"explode"})").contains(QStringLiteral("explode")));
    CHECK(refused(R"({"kind":"reply"})").contains(QStringLiteral("text")));
    CHECK(refused(R"({"kind":"reply","text":7})").contains(QStringLiteral("text")));
    CHECK(refused(R"({"kind":"reply","text":"a","reply_to":-1})").contains(QStringLiteral("reply_to")));
    CHECK(refused(R"({"kind":"reply","text":"a","reply_to":"9"})").contains(QStringLiteral("reply_to")));
    CHECK(refused(R"({"kind":"reply","text":"a","private":"yes"})").contains(QStringLiteral("private")));
    CHECK(refused(R"({"kind":"reply","text":"a","attachments":[{"name":1}]})").contains(QStringLiteral("attachments")));
    CHECK(refused(R"({"kind":"status","status":"ajar"})").contains(QStringLiteral("status")));
    CHECK(refused(R"({"kind":"status","status":"snoozed","until":"soon"})").contains(QStringLiteral("until")));
    CHECK(refused(R"({"kind":"tags","add":["a"],"remove":"b"})").contains(QStringLiteral("remove")));
    CHECK(refused(R"({"kind":"tags","add":[1],"remove":[]})").contains(QStringLiteral("add")));
    CHECK(refused(R"({"kind":"priority","priority":"asap"})").contains(QStringLiteral("priority")));
    CHECK(refused(R"({"kind":"edit","text":"t"})").contains(QStringLiteral("message")));
    CHECK(refused(R"({"kind":"delete","message":0})").contains(QStringLiteral("message")));
}

TEST_CASE("States of the outbox have their words")
{
    CHECK(toString(OutboxState::Queued) == QStringLiteral("queued"));
    CHECK(toString(OutboxState::Sending) == QStringLiteral("sending"));
    CHECK(toString(OutboxState::Sent) == QStringLiteral("sent"));
    CHECK(toString(OutboxState::Held) == QStringLiteral("held"));
    CHECK(toString(OutboxState::Failed) == QStringLiteral("failed"));
}
