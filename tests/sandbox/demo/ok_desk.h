// SPDX-License-Identifier: GPL-3.0-or-later
// The demo's group on Odnoklassniki: customers and commenters by their scripts, and who answers them. Like Desk it has
// no clock of its own.
#pragma once

#include "sandbox/ok.h"

#include <QJsonObject>
#include <QRandomGenerator>

#include <map>
#include <vector>

namespace parley::sandbox {

struct OkLine {
    enum class What { Text, Photo, Colleague, Comment, GroupComment };

    int at = 0; ///< seconds after the desk opened; negative: before
    QString text;
    What what = What::Text;
};

/// One customer's talk, or the comments below one topic.
struct OkScript {
    QString name; ///< empty: a visitor who is not signed in, or a topic
    QString topic; ///< title of what is commented on
    QList<QPair<QString, QString>> form; ///< of a visitor; the first is the category
    QList<OkLine> lines;
    QStringList commenters; ///< names in turn
    QStringList reactions; ///< to the first answer, the second, …
};

[[nodiscard]] QList<OkScript> okScripts();

class OkDesk
{
public:
    OkDesk(Ok &ok, quint32 seed);

    void open(); ///< what happened before
    void tick(qint64 ms); ///< everything that is due by \a ms since open()
    [[nodiscard]] QJsonObject summary() const;

private:
    struct Guest {
        OkScript script;
        QString place; ///< a chat, or a discussion
        int comments = 0;
        int answers = 0;
        int written = 0;
    };

    void perform(size_t guest, const OkLine &line);
    void lookForAnswers(qint64 ms);

    Ok &m_ok;
    QRandomGenerator m_random;
    std::vector<Guest> m_guests;
    std::multimap<qint64, std::pair<size_t, OkLine>> m_agenda;
    qsizetype m_answersSeen = 0;
};

} // namespace parley::sandbox
