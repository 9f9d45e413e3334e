// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/actions.h"
#include "ui/common/key_position.h"

#include <QHash>
#include <QObject>
#include <QSet>

#include <chrono>
#include <functional>
#include <optional>

namespace parley::ui {

/// Turns key strokes into actions: one stroke or two (G then M). Knows no widgets, so a test can play it.
class KeyMatcher
{
public:
    explicit KeyMatcher(const std::vector<ActSpec> &specs);

    struct Match {
        std::optional<Act> act;
        bool taken = false; ///< the stroke is ours: it acts, or begins a chord
    };
    /// \param typing   a text field has the focus: only what ActSpec::whileTyping allows, and no single characters
    /// \param accepts  of several actions on one key, the first that fits the moment
    Match press(const QString &stroke, bool typing, std::chrono::milliseconds now,
        const std::function<bool(Act)> &accepts = {});
    void setSingleKeys(bool on) { m_singleKeys = on; } ///< off: letters and signs without Ctrl do nothing
    [[nodiscard]] bool isWithinChord() const { return !m_first.isEmpty(); }

private:
    struct Binding {
        Act act;
        bool whileTyping;
    };
    QMultiHash<QString, Binding> m_bindings;
    QSet<QString> m_beginnings; ///< first strokes of chords
    QString m_first;
    std::chrono::milliseconds m_firstAt{0};
    bool m_singleKeys = true;
};

/// Watches the keys of one window and triggers its actions, while no menu and no other window has them.
class KeyRouter : public QObject
{
    Q_OBJECT
public:
    KeyRouter(QWidget &window, Actions &actions);

    [[nodiscard]] KeyMatcher &matcher() { return m_matcher; }
    /// Whether an action fits the moment, where several share a key (P: priority, or previous message).
    std::function<bool(Act)> accepts;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget &m_window;
    Actions &m_actions;
    KeyMatcher m_matcher;
};

/// Does a widget take typed text?
[[nodiscard]] bool takesText(const QWidget *widget);

} // namespace parley::ui
