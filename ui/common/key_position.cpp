// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/key_position.h"

#include <QGuiApplication>
#include <QKeyEvent>
#include <QKeySequence>

#include <array>
#include <string_view>

namespace parley::ui {

namespace {
struct KeyRow {
    quint32 first; ///< scan code of the row's first key; evdev and set 1 agree on these rows
    std::u16string_view us;
};
constexpr std::array<KeyRow, 4> kRows{
    {{2, u"1234567890-="}, {16, u"QWERTYUIOP[]"}, {30, u"ASDFGHJKL;'"}, {44, u"ZXCVBNM,./"}}};
constexpr quint32 kBackslash = 43;
constexpr quint32 kEvdevOffset = 8;

// What the same keys write on other layouts, in the order of kRows' letters (upper case).
constexpr std::u16string_view kUs = u"QWERTYUIOP[]ASDFGHJKL;'ZXCVBNM,.";
constexpr std::array<std::u16string_view, 2> kOthers{
    u"ЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮ", u"ЙЦУКЕНГШЩЗХЇФІВАПРОЛДЖЄЯЧСМИТЬБЮ"};

QChar fromScanCode(quint32 code)
{
    if (code == kBackslash)
        return u'\\';
    for (const KeyRow &row : kRows) {
        if (code >= row.first && code < row.first + row.us.size())
            return row.us[code - row.first];
    }
    return {};
}

QChar fromCharacter(QChar c)
{
    const QChar upper = c.toUpper();
    if ((upper >= u'A' && upper <= u'Z') || (upper >= u'0' && upper <= u'9'))
        return upper;
    for (const std::u16string_view layout : kOthers) {
        if (const auto at = layout.find(upper.unicode()); at != std::u16string_view::npos)
            return kUs[at];
    }
    return {};
}
} // namespace

KeyNumbers keyNumbers()
{
    const QString windowSystem = QGuiApplication::platformName();
    if (windowSystem == u"windows")
        return KeyNumbers::Windows;
    return windowSystem == u"xcb" || windowSystem.startsWith(u"wayland") ? KeyNumbers::Evdev : KeyNumbers::None;
}

QChar positionOf(const QKeyEvent &event, KeyNumbers numbers)
{
    const quint32 code = event.nativeScanCode();
    QChar position;
    if (numbers == KeyNumbers::Evdev && code > kEvdevOffset)
        position = fromScanCode(code - kEvdevOffset);
    else if (numbers == KeyNumbers::Windows && code != 0)
        position = fromScanCode(code & 0xff);
    if (!position.isNull())
        return position;
    // Ctrl turns the text into a control character: the key's own value is left.
    if (event.key() > 0x20 && event.key() < 0x10000) {
        position = fromCharacter(QChar(char16_t(event.key())));
        if (position.isNull() && event.key() == Qt::Key_Backslash)
            position = u'\\';
    }
    return position;
}

QString strokeOf(const QKeyEvent &event, KeyNumbers numbers)
{
    const Qt::KeyboardModifiers with = event.modifiers();
    QString stroke;
    if (with.testFlag(Qt::ControlModifier))
        stroke += QStringLiteral("Ctrl+");
    if (with.testFlag(Qt::AltModifier))
        stroke += QStringLiteral("Alt+");
    QString text = event.text();
    const bool keypad = with.testFlag(Qt::KeypadModifier);
    const bool sign = text.size() == 1 && text.at(0).isPrint() && !text.at(0).isLetterOrNumber() && text.at(0) != u' ';
    const QChar position = keypad ? QChar() : positionOf(event, numbers);
    const bool letterKey = position.isLetterOrNumber();
    // "?" is Shift+7 on hr and ru: what it writes counts, unless the key is a letter (ж, б, ю stand where signs do on
    // us).
    if (sign && stroke.isEmpty() && !(letterKey && position.isLetter()))
        return text;
    if (with.testFlag(Qt::ShiftModifier))
        stroke += QStringLiteral("Shift+");
    if (letterKey || (position == u'\\' && !stroke.isEmpty()))
        return stroke + position;
    if (sign)
        return stroke + text;
    if (event.key() >= Qt::Key_Escape && event.key() < Qt::Key_Shift)
        return stroke + QKeySequence(event.key()).toString(QKeySequence::PortableText);
    if (event.key() >= Qt::Key_F1 && event.key() <= Qt::Key_F35)
        return stroke + QKeySequence(event.key()).toString(QKeySequence::PortableText);
    if (!stroke.isEmpty() && event.key() == Qt::Key_Space)
        return stroke + QStringLiteral("Space");
    if (!stroke.isEmpty() && event.key() > 0x20 && event.key() < 0x7f) // Ctrl+, Ctrl+- Ctrl++
        return stroke + QChar(char16_t(event.key()));
    return {};
}

} // namespace parley::ui
