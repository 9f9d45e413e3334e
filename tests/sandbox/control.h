// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/http/web_server.h"
#include "sandbox/telegram.h"

#include <QHash>
#include <QJsonObject>
#include <QObject>

#include <functional>
#include <optional>

namespace parley::sandbox {

/// The control side over HTTP, for other processes: POST /VERB with a JSON object answers a JSON object. README.md
/// lists the verbs; each is a function of Telegram. Listens on 127.0.0.1, on a port of its own that no bot client sees.
class Control final : public QObject
{
    Q_OBJECT
public:
    /// \param telegram  outlives this
    explicit Control(Telegram &telegram, QObject *parent = nullptr);

    [[nodiscard]] bool listen(quint16 port = 0) { return m_web.listen(port); }
    [[nodiscard]] QString url() const;

    /// The answer to one verb; nothing when there is no such verb. Faulty arguments: {"error": "…"}.
    [[nodiscard]] std::optional<QJsonObject> perform(const QString &verb, const QJsonObject &arguments);

    /// One more verb, such as the demo's summary.
    using Verb = std::function<QJsonObject(const QJsonObject &)>;
    void add(const QString &name, Verb verb) { m_verbs.insert(name, std::move(verb)); }

private:
    void addCustomers();
    void addGroups();
    void addWitness();
    void addBadDays();

    Telegram &m_telegram;
    QHash<QString, Verb> m_verbs;
    WebServer m_web;
};

/// The kind by its name in JSON: "cut_after", "too_many_requests", …
[[nodiscard]] std::optional<BadDay::Kind> badDayKind(const QString &name);

} // namespace parley::sandbox
