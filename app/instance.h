// SPDX-License-Identifier: GPL-3.0-or-later
// One Parley writes a profile's cache. While it runs it also carries out what other starts ask: a second window's start
// brings the first to the front, and a command that writes is run here, its lines going back to the asker. They meet at
// a socket in the profile's folder, which only this user may open.
#pragma once

#include "app/output.h"
#include "app/profile.h"

#include <QByteArray>
#include <QLocalServer>
#include <QObject>
#include <QString>
#include <QStringList>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace parley::sync {
class Engine;
}

namespace parley::app {

class Conversation;

/// What one start asks of another.
struct Errand {
    bool showWindow = false; ///< else carry out the command
    QStringList typed; ///< the command line
    QByteArray secret;
};

/// Asks the Parley at the meeting point, and waits until it has done it.
/// \return its exit code; nullopt: nobody is there
std::optional<int> ask(const QString &meetingPoint, const Errand &errand, Output &output);
[[nodiscard]] bool isSomebodyAt(const QString &meetingPoint);

/// The Parley that is asked. Lives on the main thread; end it before the engine.
class InstanceServer : public QObject
{
    Q_OBJECT
public:
    /// \param showWindow  null: there is none
    InstanceServer(Profile profile, sync::Engine &engine, std::function<void()> showWindow);
    ~InstanceServer() override; ///< ends the commands under way

private:
    void welcome();

    Profile m_profile;
    sync::Engine &m_engine;
    std::function<void()> m_showWindow;
    QLocalServer m_server;
    std::vector<std::unique_ptr<Conversation>> m_conversations;
};

} // namespace parley::app
