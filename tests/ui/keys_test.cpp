// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/key_router.h"

#include "support/print.h"
#include "ui/common/palette.h"

#include <QKeyEvent>

#include <catch2/catch_test_macros.hpp>

#include <set>

using namespace parley::ui;
using namespace std::chrono_literals;

namespace {

constexpr auto kPress = QEvent::KeyPress;

/// A key at a place of the keyboard (its Linux code) that writes \a text there.
QKeyEvent pressed(quint32 code, const QString &text, Qt::KeyboardModifiers with = Qt::NoModifier, int key = 0)
{
    const int value = key != 0 ? key : text.isEmpty() ? int(Qt::Key_unknown) : int(text.at(0).toUpper().unicode());
    return {kPress, value, with, code + 8, 0, 0, text};
}

QString stroke(quint32 code, const QString &text, Qt::KeyboardModifiers with = Qt::NoModifier, int key = 0)
{
    return strokeOf(pressed(code, text, with, key), KeyNumbers::Evdev);
}

} // namespace

TEST_CASE("A letter is a place on the keyboard, whatever the layout writes there")
{
    CHECK(stroke(36, QStringLiteral("j")) == QStringLiteral("J")); // us, hr
    CHECK(stroke(36, QStringLiteral("о")) == QStringLiteral("J")); // ru, uk
    CHECK(stroke(18, QStringLiteral("у")) == QStringLiteral("E"));
    CHECK(stroke(18, QStringLiteral("У"), Qt::ShiftModifier) == QStringLiteral("Shift+E"));
    CHECK(stroke(31, QStringLiteral("і")) == QStringLiteral("S")); // uk: і where ru has ы
    CHECK(stroke(44, QStringLiteral("y")) == QStringLiteral("Z")); // hr: QWERTZ
    CHECK(stroke(37, QStringLiteral("\x0b"), Qt::ControlModifier, 0x041b) == QStringLiteral("Ctrl+K")); // Ctrl+Л
}

TEST_CASE("A sign is what is written, wherever the layout has it")
{
    CHECK(stroke(53, QStringLiteral("/")) == QStringLiteral("/")); // us
    CHECK(stroke(8, QStringLiteral("/"), Qt::ShiftModifier) == QStringLiteral("/")); // hr: Shift+7
    CHECK(stroke(43, QStringLiteral("/"), Qt::ShiftModifier) == QStringLiteral("/")); // ru: Shift+backslash
    CHECK(stroke(8, QStringLiteral("?"), Qt::ShiftModifier) == QStringLiteral("?")); // ru: Shift+7
    CHECK(stroke(12, QStringLiteral("?"), Qt::ShiftModifier) == QStringLiteral("?")); // hr
    CHECK(stroke(53, QStringLiteral(".")) == QStringLiteral(".")); // ru: "." where us has "/"
    CHECK(stroke(43, QStringLiteral("\x1c"), Qt::ControlModifier, Qt::Key_Backslash) == QStringLiteral("Ctrl+\\"));
}

TEST_CASE("Where the system tells no key numbers, Cyrillic letters still find their places")
{
    const QKeyEvent russian(kPress, 0x041e, Qt::NoModifier, QStringLiteral("о"));
    CHECK(strokeOf(russian, KeyNumbers::None) == QStringLiteral("J"));
    const QKeyEvent named(kPress, Qt::Key_Down, Qt::AltModifier);
    CHECK(strokeOf(named, KeyNumbers::None) == QStringLiteral("Alt+Down"));
    const QKeyEvent function(kPress, Qt::Key_F6, Qt::ShiftModifier);
    CHECK(strokeOf(function, KeyNumbers::None) == QStringLiteral("Shift+F6"));
    const QKeyEvent lone(kPress, Qt::Key_Shift, Qt::ShiftModifier);
    CHECK(strokeOf(lone, KeyNumbers::None).isEmpty());
}

TEST_CASE("Single letters do nothing while one types, nor when they are switched off")
{
    const Actions actions;
    KeyMatcher keys(actions.specs());
    CHECK(keys.press(QStringLiteral("E"), false, 0ms).act == Act::Resolve);
    CHECK_FALSE(keys.press(QStringLiteral("E"), true, 0ms).taken);
    CHECK_FALSE(keys.press(QStringLiteral("/"), true, 0ms).taken);
    CHECK(keys.press(QStringLiteral("Ctrl+K"), true, 0ms).act == Act::Palette);
    CHECK_FALSE(keys.press(QStringLiteral("Ctrl+Z"), true, 0ms).taken); // the text field's own
    CHECK_FALSE(keys.press(QStringLiteral("Ctrl+A"), true, 0ms).taken);
    keys.setSingleKeys(false);
    CHECK_FALSE(keys.press(QStringLiteral("E"), false, 0ms).taken);
    CHECK(keys.press(QStringLiteral("Ctrl+1"), false, 0ms).act == Act::NeedsAnswer);
}

TEST_CASE("G then M goes to Mine, and a late M does not")
{
    const Actions actions;
    KeyMatcher keys(actions.specs());
    CHECK(keys.press(QStringLiteral("G"), false, 1000ms).taken);
    CHECK(keys.isWithinChord());
    CHECK(keys.press(QStringLiteral("M"), false, 1500ms).act == Act::Mine);
    CHECK_FALSE(keys.isWithinChord());
    (void)keys.press(QStringLiteral("G"), false, 2000ms);
    CHECK_FALSE(keys.press(QStringLiteral("M"), false, 9000ms).taken);
    (void)keys.press(QStringLiteral("G"), false, 10'000ms);
    CHECK(keys.press(QStringLiteral("J"), false, 10'100ms).act == Act::NextTicket); // no such chord: J is J
}

TEST_CASE("A key that two actions share goes to the one that fits the moment")
{
    const Actions actions;
    KeyMatcher keys(actions.specs());
    CHECK(keys.press(QStringLiteral("P"), false, 0ms, [](Act act) { return act != Act::Priority; }).act
        == Act::PreviousMessage);
    CHECK(keys.press(QStringLiteral("P"), false, 0ms, [](Act) { return true; }).act == Act::Priority);
}

TEST_CASE("No key is given twice but P, and none asks for Alt with a letter or for AltGr")
{
    const Actions actions;
    std::set<QString> seen;
    for (const ActSpec &spec : actions.specs()) {
        for (const QString &key : spec.keys) {
            INFO(key.toStdString());
            CHECK((seen.insert(key).second || key == u"P"));
            CHECK_FALSE(key.startsWith(u"Ctrl+Alt+"));
            CHECK_FALSE((key.startsWith(u"Alt+") && key.size() == 5));
        }
    }
}

TEST_CASE("The palette finds by letters in order, without accents, and on the wrong layout")
{
    CHECK(fuzzyScore(QStringLiteral("kov"), QStringLiteral("Ana Kovačić")) > 0);
    CHECK(fuzzyScore(QStringLiteral("kovacic"), QStringLiteral("Ana Kovačić")) > 0);
    CHECK(fuzzyScore(QStringLiteral("bdfy"), QStringLiteral("Иван Петров")) > 0); // иван typed on us
    CHECK(fuzzyScore(QStringLiteral("xyz"), QStringLiteral("Ana Kovačić")) == 0);
    CHECK(fuzzyScore(QStringLiteral("na"), QStringLiteral("Needs answer"))
        > fuzzyScore(QStringLiteral("na"), QStringLiteral("Unassigned and")));
}
