// SPDX-License-Identifier: GPL-3.0-or-later
// What parley-screens shows: each scene is a state of the window. Files beside this one bring more of them.
#pragma once

#include "sync/engine.h"
#include "ui/example_desk.h"
#include "ui/example_team.h"
#include "ui/main_window.h"

#include <QList>
#include <QSize>
#include <QString>

#include <functional>

namespace parley::tests {

struct Scene {
    QString name;
    QString language = QStringLiteral("en");
    int scheme = 1; ///< ui::Scheme
    QSize size{1440, 900};
    int zoom = 100;
    QString ticket = QStringLiteral("ana");
    std::function<void(ui::MainWindow &, sync::Engine &, const ExampleDesk &)> then;
};

/// Triggers the action that has this key.
void trigger(ui::MainWindow &window, const QString &key);
/// Writes into the reply field.
void type(ui::MainWindow &window, const QString &text);

/// Canned responses, uploads, colleagues, what is known of a customer.
[[nodiscard]] QList<Scene> writingScenes(const TeamUpload &upload);
/// Saved views, assigning, labels, macros, muting.
[[nodiscard]] QList<Scene> teamScenes();

} // namespace parley::tests
