// SPDX-License-Identifier: GPL-3.0-or-later
// The demo's website, whose visitors come over a Chatwoot server that a colleague works at, too. Like Desk it has no
// clock of its own.
#pragma once

#include "sandbox/chatwoot.h"

#include <QJsonObject>

#include <vector>

namespace parley::sandbox {

class ChatwootDesk
{
public:
    explicit ChatwootDesk(Chatwoot &server);

    void open(); ///< what happened before
    void tick(qint64 ms); ///< everything that is due by \a ms since open()
    [[nodiscard]] QJsonObject summary() const;

private:
    struct Deed {
        enum class What { Type, Write, Note, Label, Assign, ColleagueTypes };
        qint64 at = 0; ///< ms after open()
        What what = What::Write;
        size_t visitor = 0;
        QString text;
    };
    void perform(const Deed &deed);
    void thank(qint64 ms);

    Chatwoot &m_server;
    int m_colleague = 0;
    std::vector<int> m_visitors;
    std::vector<qsizetype> m_answersSeen;
    std::vector<Deed> m_agenda; ///< what is still to come
    int m_written = 0;
};

} // namespace parley::sandbox
