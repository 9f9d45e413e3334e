// SPDX-License-Identifier: GPL-3.0-or-later
// The demo's community on VK: who writes to it and under its posts, and what they say to answers. Like Desk it has no
// clock of its own.
#pragma once

#include "sandbox/demo/script.h"
#include "sandbox/vk.h"

#include <QJsonObject>
#include <QMap>
#include <QRandomGenerator>
#include <QSet>

#include <map>
#include <vector>

namespace parley::sandbox {

struct CommunityLine {
    enum class What {
        Text,
        Edit, ///< of the last message
        Photo,
        Document,
        Voice,
        Forward, ///< a tree of forwarded messages
        Delete, ///< the last message
        Colleague, ///< an answer with another tool
        Answered, ///< a colleague marks the dialog
        Comment, ///< under the script's place
        Reply, ///< to the last comment of the community there
        ShopComment, ///< a colleague's answer to the last comment
        Mention, ///< on one's own wall
    };

    int at = 0; ///< seconds after the desk opened; negative: before
    QString text;
    What what = What::Text;
    Line::Picture picture = Line::Picture::Parcel;
};

/// What one customer does.
struct CommunityScript {
    QString firstName;
    QString lastName;
    int sex = 0;
    QString language = QStringLiteral("ru");
    QString city;
    bool closed = false; ///< a closed profile that has never allowed messages
    QString under; ///< title of the place for comments
    QList<CommunityLine> lines;
    QStringList reactions; ///< to the first private answer, the second, …
    QStringList publicReactions; ///< the same under a comment
};

/// A post, a photo, a product or a topic.
struct CommunityPlace {
    vk::Place::Kind kind = vk::Place::Kind::Wall;
    QString title;
    int at = 0;
};

[[nodiscard]] QList<CommunityPlace> communityPlaces();
[[nodiscard]] QList<CommunityScript> communityScripts();

class CommunityDesk
{
public:
    CommunityDesk(Vk &vk, quint32 seed);

    void open(); ///< what happened before
    void tick(qint64 ms); ///< everything that is due by \a ms since open()
    [[nodiscard]] QJsonObject summary() const;

private:
    struct Guest {
        CommunityScript script;
        qint64 id = 0;
        qint64 lastMessage = 0;
        qint64 lastComment = 0;
        int answers = 0;
        int publicAnswers = 0;
        int written = 0;
        int comments = 0;
    };

    void perform(Guest &guest, const CommunityLine &line);
    void performMessage(Guest &guest, const CommunityLine &line, qint64 agoMs);
    void performComment(Guest &guest, const CommunityLine &line, qint64 agoMs);
    void lookForAnswers(qint64 ms);
    void lookUnderPlaces(qint64 ms);
    void react(size_t guest, qint64 ms, const QString &words, CommunityLine::What what);

    Vk &m_vk;
    QRandomGenerator m_random;
    std::vector<Guest> m_guests;
    QMap<QString, Vk::Place> m_places; ///< by title
    std::multimap<qint64, std::pair<size_t, CommunityLine>> m_agenda;
    qsizetype m_answersSeen = 0;
    QSet<qint64> m_commentsKnown; ///< of the community
};

} // namespace parley::sandbox
