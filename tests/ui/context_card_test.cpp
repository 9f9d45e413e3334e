// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/conversation/context_card.h"

#include "support/hand_clock.h"
#include "support/print.h"

#include <QDesktopServices>
#include <QLabel>
#include <QPushButton>
#include <QTest>
#include <QToolButton>

#include <catch2/catch_test_macros.hpp>

using namespace parley;
using namespace parley::tests;
using namespace parley::ui;

namespace {

/// Takes what would go to the browser.
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

struct Card {
    Card()
        : card(clock, &parent)
    {
        parent.resize(500, 600);
        card.resize(500, 200);
        parent.show();
    }
    template <typename Widget>
    Widget *part(const char *name)
    {
        auto *found = card.findChild<Widget *>(QLatin1String(name));
        REQUIRE(found);
        return found;
    }
    HandClock clock;
    QWidget parent;
    ContextCard card;
};

ConversationContext post(int sentences)
{
    ConversationContext context;
    context.title = QStringLiteral("Запись от 12 мая");
    for (int i = 0; i < sentences; ++i)
        context.text += QStringLiteral("Доставка по Москве бесплатна до конца месяца. ");
    return context;
}

} // namespace

TEST_CASE("A post is folded to three lines and unfolds to all of it")
{
    Card shown;
    const ConversationContext context = post(40);
    shown.card.setContext(context);
    auto *words = shown.part<QLabel>("contextText");
    CHECK(words->text().count(u'\n') == 2);
    CHECK(words->text().endsWith(u'…'));
    CHECK(words->accessibleName() == context.text.trimmed()); // a screen reader has all of it
    shown.part<QToolButton>("contextMore")->click();
    CHECK(words->text() == context.text.trimmed());
    CHECK(shown.card.sizeHint().height() < 0.6 * shown.parent.height()); // the thread keeps room
    shown.card.setContext(post(41));
    CHECK(shown.card.isFolded());
}

TEST_CASE("A short post needs no folding, and an empty context no card")
{
    Card shown;
    shown.card.setContext(post(1));
    CHECK(shown.part<QToolButton>("contextMore")->isHidden());
    CHECK_FALSE(shown.card.isHidden());
    shown.card.setContext({});
    CHECK(shown.card.isHidden());
}

TEST_CASE("A form's answers stand as labels and values, all of them once unfolded")
{
    Card shown;
    ConversationContext context;
    for (int i = 1; i <= 6; ++i)
        context.facts.append({QStringLiteral("Label %1").arg(i), QStringLiteral("Value %1").arg(i)});
    context.facts.first().value = QStringLiteral("<b>not bold</b>\u202Egpj");
    shown.card.setContext(context);
    const auto texts = [&] {
        QStringList all;
        for (const QLabel *label : shown.card.findChildren<QLabel *>())
            all << label->text();
        return all;
    };
    CHECK(texts().contains(QStringLiteral("<b>not bold</b>gpj"))); // as text, without the character that turns it
    CHECK(texts().contains(QStringLiteral("Value 4")));
    CHECK_FALSE(texts().contains(QStringLiteral("Value 6")));
    shown.card.toggle();
    CHECK(texts().contains(QStringLiteral("Value 6")));
}

TEST_CASE("Only https pages are opened, and only when asked")
{
    Browser browser;
    Card shown;
    for (const char *address : {"http://vk.com/wall-1_2", "file:///etc/passwd", "javascript:alert(1)", "https://",
             "vk.com", "https:///nowhere"}) {
        ConversationContext context = post(1);
        context.url = QString::fromLatin1(address);
        shown.card.setContext(context);
        CHECK_FALSE(shown.card.canOpen());
        CHECK(shown.part<QPushButton>("openPage")->isHidden());
        shown.card.open();
    }
    ConversationContext context = post(1);
    context.url = QStringLiteral("https://vk.com/wall-1_2");
    shown.card.setContext(context);
    CHECK(browser.opened.isEmpty());
    shown.part<QPushButton>("openPage")->click();
    CHECK(browser.opened == QList{QUrl(QStringLiteral("https://vk.com/wall-1_2"))});
}

#include "context_card_test.moc"
