// SPDX-License-Identifier: GPL-3.0-or-later
// The whole window over a real engine: what an agent does with comments, visitors and accounts in trouble.
#include "support/print.h"
#include "ui/accounts/account_form.h"
#include "ui/accounts/secret_dialog.h"
#include "ui/accounts/status_bar.h"
#include "ui/common/actions.h"
#include "ui/composer/composer.h"
#include "ui/composer/message_field.h"
#include "ui/context/customer_panel.h"
#include "ui/conversation/conversation_pane.h"
#include "ui/conversation/edit_dialog.h"
#include "ui/conversation/message_view.h"
#include "ui/forms/desk.h"
#include "ui/inbox/ticket_words.h"
#include "ui/main_window.h"

#include <QApplication>
#include <QComboBox>
#include <QDesktopServices>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QMenuBar>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QToolButton>

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace parley;
using namespace parley::tests;
using namespace parley::ui;

namespace {

Capabilities community()
{
    Capabilities capabilities;
    capabilities.canReplyPrivately = true;
    capabilities.canEdit = true;
    capabilities.canDelete = true;
    capabilities.canMarkRead = true;
    capabilities.textLimit = 100;
    capabilities.idempotency = Capabilities::Idempotency::ByClientId;
    return capabilities;
}

struct Shown {
    explicit Shown(Desk &desk)
        : window(Ports{*desk.engine, *desk.reader, desk.openReader, {fakePlatformInfo()}, desk.clock, {}, false})
    {
        window.resize(1300, 800);
        window.show();
        window.activateWindow();
        (void)QTest::qWaitForWindowActive(&window, 120'000);
    }
    template <typename Widget>
    Widget &part(const char *name = "")
    {
        auto *found = *name ? window.findChild<Widget *>(QLatin1String(name)) : window.findChild<Widget *>();
        REQUIRE(found);
        return *found;
    }
    ConversationPane &thread() { return part<ConversationPane>(); }
    /// The menu's entry; null: it is not offered.
    QAction *offered(const QString &text)
    {
        for (const QMenu *menu : window.menuBar()->findChildren<QMenu *>()) {
            for (QAction *action : menu->actions()) {
                if (action->text().remove(u'&').startsWith(text) && action->isVisible() && action->isEnabled())
                    return action;
            }
        }
        return nullptr;
    }
    bool shows(DeliveryState state)
    {
        for (int row = 0; row < thread().messages().rowCount(); ++row) {
            if (thread().messages().message(row).state == state)
                return true;
        }
        return false;
    }
    void makeCurrent(const std::function<bool(const Message &)> &which)
    {
        MessageListModel &model = thread().messages();
        for (int row = 0; row < model.rowCount(); ++row) {
            if (which(model.message(row)))
                thread().view().setCurrentIndex(model.index(row));
        }
    }

    MainWindow window;
};

TicketId comment(Desk &desk)
{
    return desk.incoming(QStringLiteral("Ivan"), QStringLiteral("Gdje je paket?"), ConversationKind::Comments);
}

Contact contactOf(Desk &desk, TicketId ticket)
{
    const auto row = desk.reader->ticket(ticket);
    REQUIRE(row.ok());
    REQUIRE(row->has_value());
    const auto contact = desk.reader->contact((*row)->ticket.contact);
    REQUIRE(contact.ok());
    REQUIRE(contact->has_value());
    return **contact;
}

TicketId visitor(Desk &desk)
{
    desk.incoming(QStringLiteral("Ana"), QStringLiteral("Dobar dan"));
    Batch batch;
    RemoteContact contact;
    contact.remoteId = QStringLiteral("anon:8f31c2d4");
    contact.anonymous = true;
    batch.contacts = {contact};
    RemoteConversation conversation;
    conversation.remoteId = QStringLiteral("form-1");
    conversation.contactRemoteId = contact.remoteId;
    batch.conversations = {conversation};
    RemoteMessage message;
    message.remoteId = QStringLiteral("form-message");
    message.conversationRemoteId = conversation.remoteId;
    message.authorRemoteId = contact.remoteId;
    message.text = QStringLiteral("не могу войти");
    message.time = desk.clock.now();
    batch.messages = {message};
    desk.deliver(batch);
    TicketId ticket;
    REQUIRE(eventually([&] {
        const auto known = desk.reader->conversationByRemoteId(desk.account, conversation.remoteId);
        const auto current = known && *known ? desk.reader->currentTicket(**known) : Result<std::optional<TicketId>>();
        ticket = current && *current ? **current : TicketId{};
        return ticket.isValid();
    }));
    return ticket;
}

/// What the engine itself says of the account has been said.
void settle(Desk &desk)
{
    REQUIRE(eventually([&] {
        const auto status = desk.reader->accountStatus(desk.account);
        return status && status->state == AccountState::Online && status->completeTo && status->fillTotal == 0;
    }));
    (void)awaited(desk.engine->totals()); // it answers in order: what it said of that is on its way to us
    QCoreApplication::sendPostedEvents();
}

class Browser : public QObject
{
    Q_OBJECT
public:
    Browser() { QDesktopServices::setUrlHandler(QStringLiteral("https"), this, "take"); }
    ~Browser() override { QDesktopServices::unsetUrlHandler(QStringLiteral("https")); }
    QList<QUrl> opened;
public Q_SLOTS:
    void take(const QUrl &url) { opened.append(url); }
};

} // namespace

TEST_CASE("A refused private answer is carried under the post in one press, and stands there once")
{
    Desk desk(community());
    const TicketId ticket = comment(desk);
    desk.world->answerPushesWith(Error{ErrorKind::Rejected, QStringLiteral("902"),
        QStringLiteral("The customer takes no messages: answer under the post instead."), {}, false});
    REQUIRE(awaited(desk.engine->submit({ticket, Reply{QStringLiteral("Stiže sutra."), {}, true, {}}, {}})).ok());
    Shown shown(desk);
    shown.window.openTicket(ticket);
    REQUIRE(eventually([&] { return shown.shows(DeliveryState::Failed); }));
    CHECK(shown.thread().view().tellsAudience());
    MessageListModel &model = shown.thread().messages();
    const Message failed = model.message(model.rowCount() - 1);
    Q_EMIT shown.thread().view().partActivated(failed.id, BubblePart::Kind::AnswerPublicly, {});
    CHECK(shown.part<MessageField>("replyField").toPlainText() == QStringLiteral("Stiže sutra."));
    CHECK(shown.thread().composer().goesPublic());
    CHECK(eventually([&] { return desk.outbox().isEmpty(); }));
    desk.world->answerPushesWith(std::nullopt);
    shown.thread().composer().send(false);
    REQUIRE(eventually([&] { return desk.outbox().isEmpty() && desk.world->pushed().size() == 2; }));
    CHECK_FALSE(std::get<Reply>(desk.world->pushed().at(1).command).privately);
}

TEST_CASE("Changing and deleting are offered for private and for public messages each as the platform can")
{
    Desk desk(community()); // private ones only
    const TicketId chat = desk.incoming(QStringLiteral("Ana"), QStringLiteral("Dobar dan"));
    const TicketId post = comment(desk);
    for (const TicketId ticket : {chat, post})
        REQUIRE(awaited(desk.engine->submit({ticket, Reply{QStringLiteral("Dobar dan!"), {}, false, {}}, {}})).ok());
    Shown shown(desk);
    const auto ours = [](const Message &message) { return message.direction == Direction::Out; };
    shown.window.openTicket(chat);
    REQUIRE(eventually([&] { return shown.shows(DeliveryState::Sent); }));
    shown.makeCurrent(ours);
    REQUIRE(shown.thread().view().currentMessage());
    CHECK(shown.thread().canEdit(*shown.thread().view().currentMessage()));
    CHECK(shown.thread().canDelete(*shown.thread().view().currentMessage()));
    shown.makeCurrent([](const Message &message) { return message.direction == Direction::In; });
    CHECK_FALSE(shown.thread().canEdit(*shown.thread().view().currentMessage()));
    shown.window.openTicket(post);
    REQUIRE(eventually([&] { return shown.shows(DeliveryState::Sent); }));
    shown.makeCurrent(ours);
    CHECK_FALSE(shown.thread().canEdit(*shown.thread().view().currentMessage()));
    CHECK_FALSE(shown.thread().canDelete(*shown.thread().view().currentMessage()));
}

TEST_CASE("What the platform cannot do is not in the menu")
{
    Desk able(community());
    const TicketId ticket = comment(able);
    Shown shown(able);
    shown.window.openTicket(ticket);
    QAction *read = shown.offered(QStringLiteral("Show the customer it was read"));
    REQUIRE(read);
    CHECK(shown.offered(QStringLiteral("Answer privately")));
    CHECK(shown.offered(QStringLiteral("Change our message")));
    CHECK_FALSE(shown.offered(QStringLiteral("Open the post"))); // this one has no page
    read->trigger();
    CHECK(eventually([&] {
        return able.world->pushed().size() == 1
            && std::holds_alternative<MarkRead>(able.world->pushed().first().command);
    }));

    Desk unable;
    const TicketId other = unable.incoming(QStringLiteral("Ana"), QStringLiteral("Dobar dan"));
    Shown second(unable);
    second.window.openTicket(other);
    for (const char *text : {"Show the customer it was read", "Answer privately", "Change our message",
             "Delete our message", "Open the post", "Whole post", "Open the page an account"})
        CHECK_FALSE(second.offered(QLatin1String(text)));
}

TEST_CASE("A sent message is changed within the limit of one message, and a public one with a warning")
{
    Message message;
    message.text = QStringLiteral("Dobar dan!");
    message.visibility = Visibility::Public;
    Capabilities capabilities;
    capabilities.textLimit = 40;
    EditDialog dialog(message, EditDialog::For::Changing, capabilities);
    auto *text = dialog.findChild<QPlainTextEdit *>();
    auto *done = dialog.findChild<QPushButton *>(QStringLiteral("editDone"));
    auto *hint = dialog.findChild<QLabel *>(QStringLiteral("editHint"));
    CHECK(done->isEnabled());
    text->setPlainText(QString(41, u'a'));
    CHECK_FALSE(done->isEnabled());
    CHECK(hint->text().contains(QStringLiteral("40")));
    text->setPlainText(QStringLiteral("zovite +385 91 234 5678"));
    CHECK(done->isEnabled());
    CHECK(hint->text().contains(QStringLiteral("+385 91 234 5678")));
    text->setPlainText(QStringLiteral(" "));
    CHECK_FALSE(done->isEnabled());
}

TEST_CASE("A visitor has a name of their own everywhere, is joined with a person, and parted again")
{
    Desk desk(community());
    const TicketId ticket = visitor(desk);
    const auto row = desk.reader->ticket(ticket);
    REQUIRE(row.ok());
    CHECK(shownName(**row) == QStringLiteral("Visitor 1c2d4"));
    Shown shown(desk);
    shown.window.openTicket(ticket);
    CHECK(shown.part<QLabel>("customerName").text() == QStringLiteral("Visitor 1c2d4"));
    CustomerPanel &panel = shown.part<CustomerPanel>();
    panel.beginMerge();
    auto &query = shown.part<QLineEdit>("mergeQuery");
    auto &found = shown.part<QListWidget>("mergeFound");
    QTest::keyClicks(&query, QStringLiteral("nobodylikethis"));
    CHECK(found.count() == 0);
    CHECK(shown.part<QLabel>("mergeNone").isVisible());
    query.clear();
    QTest::keyClicks(&query, QStringLiteral("an"));
    REQUIRE(found.count() == 1);
    QTest::keyClick(&query, Qt::Key_Return);
    CHECK(shown.part<QLabel>("mergeWhat").text().contains(QStringLiteral("“Visitor 1c2d4” becomes “Ana”")));
    CHECK(contactOf(desk, ticket).anonymous); // not before the second step
    QTest::keyClick(&shown.part<QPushButton>("mergeDo"), Qt::Key_Space);
    REQUIRE(eventually([&] { return contactOf(desk, ticket).name == QStringLiteral("Ana"); }));
    REQUIRE(eventually([&] { return shown.part<QLabel>("customerName").text() == QStringLiteral("Ana"); }));
    CHECK(contactOf(desk, ticket).identities.size() == 2);
    QPushButton *part = nullptr;
    REQUIRE(eventually([&] {
        for (auto *button : shown.window.findChildren<QPushButton *>(QStringLiteral("unmerge")))
            part = button->isVisible() && button->isEnabled() ? button : part;
        return part != nullptr;
    }));
    part->click();
    CHECK(eventually([&] { return contactOf(desk, ticket).anonymous; }));
    CHECK(eventually([&] { return shown.part<QLabel>("customerName").text() == QStringLiteral("Visitor 1c2d4"); }));
}

TEST_CASE("Ctrl+F finds in a long conversation whatever was said, far from what is on screen")
{
    Desk desk;
    const TicketId ana = desk.incoming(QStringLiteral("Ana"), QStringLiteral("Ёлка и НОВОГОДНЯЯ гирлянда"));
    Batch batch;
    for (int i = 0; i < 600; ++i) {
        RemoteMessage message;
        message.remoteId = QStringLiteral("long-%1").arg(i);
        message.conversationRemoteId = QStringLiteral("chat-Ana");
        message.authorRemoteId = QStringLiteral("person-Ana");
        message.text = i == 300 ? QStringLiteral("елка еще раз") : QStringLiteral("poruka %1").arg(i);
        message.time = desk.clock.now() + std::chrono::seconds(i);
        batch.messages.append(message);
    }
    desk.deliver(batch);
    REQUIRE(eventually([&] { return desk.reader->ticket(ana)->value().messages == 601; }));
    Shown shown(desk);
    shown.window.openTicket(ana);
    shown.thread().view().setFocus();
    QTest::keyClick(&shown.thread().view(), Qt::Key_F, Qt::ControlModifier);
    auto &field = shown.part<QLineEdit>("findField");
    REQUIRE(field.hasFocus());
    auto &count = shown.part<QLabel>("findCount");
    field.setText(QStringLiteral("ёлка"));
    REQUIRE(eventually([&] { return count.text() == QStringLiteral("1 of 2"); }));
    REQUIRE(shown.thread().view().currentMessage());
    CHECK(shown.thread().view().currentMessage()->text == QStringLiteral("елка еще раз"));
    QTest::keyClick(&field, Qt::Key_Return);
    CHECK(count.text() == QStringLiteral("2 of 2"));
    CHECK(shown.thread().view().currentMessage()->text.startsWith(QStringLiteral("Ёлка")));
    CHECK(shown.thread().view().selectedText() == QStringLiteral("Ёлка"));
    QTest::keyClick(&field, Qt::Key_Return, Qt::ShiftModifier);
    CHECK(count.text() == QStringLiteral("1 of 2"));
    field.clear();
    QTest::keyClicks(&field, QStringLiteral("nothinglikethis"));
    CHECK(eventually([&] { return count.text() == QStringLiteral("not found"); }));
    QTest::keyClick(&field, Qt::Key_Escape);
    CHECK_FALSE(field.isVisible());
    CHECK(shown.thread().view().hasFocus());
}

TEST_CASE("The team's words about a customer are written where they are read, and kept")
{
    Desk desk;
    const TicketId ana = desk.incoming(QStringLiteral("Ana"), QStringLiteral("Dobar dan"));
    const TicketId ivan = desk.incoming(QStringLiteral("Ivan"), QStringLiteral("Dobar dan"));
    Shown shown(desk);
    shown.window.openTicket(ana);
    CustomerPanel &panel = shown.part<CustomerPanel>();
    auto &note = shown.part<QPlainTextEdit>("contactNote");
    panel.editNote();
    QTest::keyClicks(&note, QStringLiteral("pays late"));
    shown.window.openTicket(ivan); // left by opening another ticket
    CHECK(note.toPlainText().isEmpty());
    CHECK(eventually([&] { return contactOf(desk, ana).note == QStringLiteral("pays late"); }));
    CHECK(contactOf(desk, ivan).note.isEmpty());
    shown.window.openTicket(ana);
    CHECK(note.toPlainText() == QStringLiteral("pays late"));
}

TEST_CASE("A reply and a note that were begun are both there after a restart")
{
    Desk desk;
    const TicketId ana = desk.incoming(QStringLiteral("Ana"), QStringLiteral("Dobar dan"));
    {
        Shown shown(desk);
        shown.window.openTicket(ana);
        shown.part<MessageField>("replyField").insertPlainText(QStringLiteral("to Ana"));
        shown.thread().composer().setAudience(Audience::Team);
        shown.part<MessageField>("noteField").insertPlainText(QStringLiteral("to the team"));
    }
    REQUIRE(eventually([&] { return desk.reader->draft(ana, true)->text == QStringLiteral("to the team"); }));
    REQUIRE(eventually([&] { return desk.reader->draft(ana, false)->text == QStringLiteral("to Ana"); }));
    Shown again(desk);
    again.window.openTicket(ana);
    CHECK(again.part<MessageField>("replyField").toPlainText() == QStringLiteral("to Ana"));
    CHECK(again.part<MessageField>("noteField").toPlainText() == QStringLiteral("to the team"));
}

TEST_CASE("An account that asks for a person has a button to the page, https only")
{
    Browser browser;
    Desk desk;
    desk.addAccount();
    Shown shown(desk);
    settle(desk);
    AccountStatus status;
    status.state = AccountState::Refused;
    status.detail = QStringLiteral("VK wants to see a person.");
    status.page = QStringLiteral("http://insecure.test/");
    Q_EMIT desk.engine->accountStatusChanged(desk.account, status);
    CHECK(eventually([&] { return !shown.window.findChild<QToolButton *>(QStringLiteral("openAccountPage")); }));
    status.page = QStringLiteral("https://id.vk.test/validate?sid=1");
    Q_EMIT desk.engine->accountStatusChanged(desk.account, status);
    REQUIRE(eventually([&] {
        return shown.window.findChild<QToolButton *>(QStringLiteral("openAccountPage"))
            && shown.offered(QStringLiteral("Open the page an account asks for"));
    }));
    CHECK(browser.opened.isEmpty());
    shown.part<QToolButton>("openAccountPage").click();
    CHECK(browser.opened == QList{QUrl(QStringLiteral("https://id.vk.test/validate?sid=1"))});
}

TEST_CASE("The status bar fits its window, with what is wrong first and nothing cut off at the left")
{
    Desk desk;
    desk.addAccount(QStringLiteral("Северный Чай · магазин и чайная комната на Покровке"));
    StatusBar bar(*desk.engine, *desk.reader, {fakePlatformInfo()}, desk.clock, false);
    settle(desk);
    AccountStatus status;
    status.state = AccountState::Degraded;
    status.detail = QStringLiteral("VK does not answer since 14:02; next try 14:06; 3 answers wait");
    status.nextTry = desk.clock.now() + std::chrono::minutes(4);
    Q_EMIT desk.engine->accountStatusChanged(desk.account, status);
    for (const int width : {1400, 900, 700, 480}) {
        bar.resize(width, 28);
        bar.show();
        INFO(width);
        REQUIRE(eventually([&] {
            const auto buttons = bar.findChildren<QToolButton *>(QStringLiteral("segment"));
            return std::ranges::any_of(buttons, [](const QToolButton *one) {
                return one->isVisible() && one->text().startsWith(QStringLiteral("VK "));
            });
        }));
        QCoreApplication::sendPostedEvents();
        for (const QToolButton *button : bar.findChildren<QToolButton *>()) {
            if (!button->isVisible())
                continue;
            INFO(width << " " << button->text().toStdString());
            const QRect at(button->mapTo(&bar, QPoint(0, 0)), button->size());
            CHECK(bar.rect().contains(at));
            CHECK(button->width() + 2 >= button->fontMetrics().horizontalAdvance(button->text()));
        }
    }
}

TEST_CASE("Further secrets are asked for, kept apart from the form's text, and can be replaced one by one")
{
    PlatformInfo info = fakePlatformInfo();
    info.furtherSecrets = {SecretField{QStringLiteral("user"), QStringLiteral("User token"),
                               QStringLiteral("For comments; see https://fake.test/user."), false},
        SecretField{QStringLiteral("app"), QStringLiteral("Application key"), {}, true}};
    AccountForm form(info);
    const auto fill = [&](const char *name, const QString &text) {
        auto *field = form.findChild<QLineEdit *>(QLatin1String(name));
        REQUIRE(field);
        field->setText(text);
        return field;
    };
    fill("name", QStringLiteral("Shop"));
    fill("group", QStringLiteral("1"));
    fill("secret", QStringLiteral("main"));
    auto missing = form.draft();
    REQUIRE_FALSE(missing.ok());
    CHECK(missing.error().words.contains(QStringLiteral("Application key")));
    CHECK(fill("app", QStringLiteral("key\n"))->echoMode() == QLineEdit::Password);
    auto draft = form.draft();
    REQUIRE(draft.ok());
    CHECK(draft->secret == "main");
    CHECK(draft->furtherSecrets == QMap<QString, QByteArray>{{QStringLiteral("app"), "key"}});
    fill("user", QStringLiteral("u"));
    CHECK(form.draft()->furtherSecrets.value(QStringLiteral("user")) == "u");
    form.clearSecrets();
    for (const char *name : {"secret", "app", "user"})
        CHECK(form.findChild<QLineEdit *>(QLatin1String(name))->text().isEmpty());

    Desk desk;
    desk.addAccount();
    SecretDialog dialog(*desk.engine, desk.reader->accounts()->first(), info);
    auto *which = dialog.findChild<QComboBox *>(QStringLiteral("whichSecret"));
    REQUIRE(which->count() == 3);
    which->setCurrentIndex(1);
    CHECK(dialog.findChild<QLineEdit *>(QStringLiteral("secret"))->accessibleName() == QStringLiteral("User token"));
}

#include "community_test.moc"
