// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/key_router.h"

#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTextEdit>

namespace parley::ui {

using namespace std::chrono_literals;

namespace {
constexpr auto kChordTime = 1500ms;

bool isPlain(const QString &stroke)
{
    return !stroke.startsWith(u"Ctrl+") && !stroke.startsWith(u"Alt+")
        && (stroke.size() == 1 || (stroke.startsWith(u"Shift+") && stroke.size() == 7));
}
} // namespace

KeyMatcher::KeyMatcher(const std::vector<ActSpec> &specs)
{
    for (auto spec = specs.rbegin(); spec != specs.rend(); ++spec) { // values() gives the last inserted first
        for (const QString &keys : spec->keys) {
            m_bindings.insert(keys, {spec->act, spec->whileTyping});
            if (keys.contains(u' '))
                m_beginnings.insert(keys.section(u' ', 0, 0));
        }
    }
}

KeyMatcher::Match KeyMatcher::press(
    const QString &stroke, bool typing, std::chrono::milliseconds now, const std::function<bool(Act)> &accepts)
{
    const QString first = now - m_firstAt <= kChordTime ? std::exchange(m_first, {}) : QString();
    m_first.clear();
    if (stroke.isEmpty())
        return {};
    if (isPlain(stroke) && (typing || !m_singleKeys))
        return {};
    const auto find = [&](const QString &keys) -> std::optional<Act> {
        const QList<Binding> bindings = m_bindings.values(keys);
        for (const Binding &binding : bindings) {
            if ((!typing || binding.whileTyping) && (!accepts || accepts(binding.act)))
                return binding.act;
        }
        return std::nullopt;
    };
    if (!first.isEmpty()) {
        if (const auto act = find(first + u' ' + stroke))
            return {.act = act, .taken = true};
    }
    if (m_beginnings.contains(stroke)) {
        m_first = stroke;
        m_firstAt = now;
        return {.act = {}, .taken = true};
    }
    const auto act = find(stroke);
    return {.act = act, .taken = act.has_value()};
}

bool takesText(const QWidget *widget)
{
    if (const auto *field = qobject_cast<const QLineEdit *>(widget))
        return !field->isReadOnly();
    if (const auto *field = qobject_cast<const QPlainTextEdit *>(widget))
        return !field->isReadOnly();
    if (const auto *field = qobject_cast<const QTextEdit *>(widget))
        return !field->isReadOnly();
    const auto *box = qobject_cast<const QComboBox *>(widget);
    return (box && box->isEditable()) || qobject_cast<const QAbstractSpinBox *>(widget);
}

KeyRouter::KeyRouter(QWidget &window, Actions &actions)
    : QObject(&window)
    , m_window(window)
    , m_actions(actions)
    , m_matcher(actions.specs())
{
    qApp->installEventFilter(this);
}

bool KeyRouter::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress || !watched->isWidgetType())
        return false;
    auto *widget = static_cast<QWidget *>(watched);
    const QWidget *focus = QApplication::focusWidget();
    // A press travels from the focus widget up: only its first stop counts.
    if (widget->window() != &m_window || (focus && widget != focus) || QApplication::activePopupWidget()
        || QApplication::activeModalWidget())
        return false;
    const auto *press = static_cast<QKeyEvent *>(event);
    const bool typing = takesText(focus);
    const auto now = std::chrono::milliseconds(press->timestamp());
    KeyMatcher::Match match = m_matcher.press(strokeOf(*press, keyNumbers()), typing, now, accepts);
    if (!match.taken
        && press->modifiers().testFlag(Qt::ControlModifier)) // Ctrl+Z on QWERTZ: by what is written on the key
        match = m_matcher.press(strokeOf(*press, KeyNumbers::None), typing, now, accepts);
    if (match.act && m_actions[*match.act]->isEnabled())
        m_actions[*match.act]->trigger();
    return match.taken;
}

} // namespace parley::ui
