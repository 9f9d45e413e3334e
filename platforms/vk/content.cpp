// SPDX-License-Identifier: GPL-3.0-or-later
#include "platforms/vk/content.h"

#include "platforms/vk/attachments.h"
#include "platforms/vk/words.h"

#include <QDateTime>
#include <QJsonArray>
#include <QLocale>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace parley::platforms::vk {

namespace {

// Forwarded messages may hold forwarded messages and so on: more than this of them is more than anybody reads.
constexpr int kDeepest = 10;
constexpr int kMostForwarded = 100;
constexpr qsizetype kMostQuoted = 20'000; // UTF-16 units
constexpr qsizetype kMostFiles = 50;

/// Collects a message with everything that hangs on it, outermost first, files in the order in which they appear.
class ContentReader
{
public:
    ContentReader(const People &people, const QString &remoteId)
        : m_people(people)
        , m_remoteId(remoteId)
    {
    }

    Content read(const QJsonObject &message)
    {
        QStringList lines = own(message);
        lines << forwardedIn(message, 1);
        m_content.text = lines.join(u'\n');
        m_content.understood = m_something || !m_unknown;
        if (!m_something && !m_unknown)
            m_content.understood = false; // an empty message: there must have been something that was not told
        return std::move(m_content);
    }

private:
    QStringList own(const QJsonObject &message)
    {
        QStringList lines;
        const QString text = withoutMentions(message["text"_L1].toString());
        if (!text.isEmpty()) {
            lines << text;
            m_something = true;
        }
        const QJsonArray attachments = message["attachments"_L1].toArray();
        for (const QJsonValue &value : attachments)
            attach(shownAttachment(value.toObject()), lines);
        if (const QJsonObject geo = message["geo"_L1].toObject(); !geo.isEmpty()) {
            lines << placeLine(geo);
            m_something = true;
        }
        return lines;
    }

    void attach(Shown shown, QStringList &lines)
    {
        (shown.known ? m_something : m_unknown) = true;
        if (!shown.line.isEmpty())
            lines << shown.line;
        if (!shown.file || m_content.attachments.size() >= kMostFiles)
            return;
        const FileRef ref{m_remoteId, int(m_content.attachments.size()), shown.file->remoteRef};
        shown.file->remoteRef = ref.toString();
        m_content.attachments << *shown.file;
    }

    QStringList forwardedIn(const QJsonObject &message, int depth)
    {
        QStringList lines;
        const QJsonArray forwarded = message["fwd_messages"_L1].toArray();
        for (const QJsonValue &value : forwarded) {
            if (depth > kDeepest || ++m_forwarded > kMostForwarded || m_quoted > kMostQuoted) {
                lines << Words::tr("> … more was forwarded; it can be read in VK.");
                break;
            }
            quote(value.toObject(), depth, lines);
        }
        return lines;
    }

    void quote(const QJsonObject &message, int depth, QStringList &lines)
    {
        m_something = true;
        const QDateTime date = QDateTime::fromSecsSinceEpoch(message["date"_L1].toInteger());
        QStringList inner{u"%1, %2:"_s.arg(
            m_people.name(message["from_id"_L1].toInteger()), QLocale().toString(date, QLocale::ShortFormat))};
        inner << own(message) << forwardedIn(message, depth + 1);
        for (const QString &paragraph : std::as_const(inner)) {
            const QStringList each = paragraph.split(u'\n');
            for (const QString &line : each) {
                m_quoted += line.size();
                lines << (line.startsWith(u'>') ? u">"_s : u"> "_s) + line;
            }
        }
    }

    const People &m_people;
    const QString &m_remoteId;
    Content m_content;
    int m_forwarded = 0;
    qsizetype m_quoted = 0;
    bool m_something = false;
    bool m_unknown = false;
};

} // namespace

Content contentOf(const QJsonObject &message, const People &people, const QString &remoteId)
{
    return ContentReader(people, remoteId).read(message);
}

QString actionLine(const QJsonObject &message, const People &people)
{
    const QJsonObject action = message["action"_L1].toObject();
    const QString type = action["type"_L1].toString();
    if (type.isEmpty())
        return {};
    const qint64 from = message["from_id"_L1].toInteger();
    const qint64 whom = action["member_id"_L1].toInteger(from);
    if (type == "chat_title_update"_L1 || type == "chat_create"_L1)
        return Words::tr("%1 named the chat “%2”.").arg(people.name(from), action["text"_L1].toString());
    if (type == "chat_kick_user"_L1) {
        return whom == from ? Words::tr("%1 left the chat.").arg(people.name(from))
                            : Words::tr("%1 removed %2 from the chat.").arg(people.name(from), people.name(whom));
    }
    if (type == "chat_invite_user"_L1 && whom != from)
        return Words::tr("%1 invited %2 to the chat.").arg(people.name(from), people.name(whom));
    if (type.startsWith("chat_invite_user"_L1))
        return Words::tr("%1 joined the chat.").arg(people.name(from));
    if (type == "chat_pin_message"_L1)
        return Words::tr("%1 pinned a message.").arg(people.name(whom));
    return Words::tr("%1 changed the chat (%2).").arg(people.name(from), type.left(40));
}

QString withoutMentions(const QString &text)
{
    // [id777|Anna], [club55|Shop], [id777:bp-123_4|Anna]
    static const QRegularExpression mention(
        u"\\[(?:id|club|public|event|wall|photo|video|topic)-?\\d[^|\\]]{0,60}\\|([^\\]\\n]{0,300})\\]"_s);
    if (!text.contains(u'|'))
        return text;
    QString readable = text;
    return readable.replace(mention, u"\\1"_s);
}

QString FileRef::toString() const
{
    return u"%1#%2 %3"_s.arg(message, QString::number(place), url);
}

FileRef FileRef::from(const QString &text)
{
    const QString name = text.section(u' ', 0, 0);
    return {name.section(u'#', 0, 0), name.section(u'#', 1, 1).toInt(), text.section(u' ', 1)};
}

QStringList attachmentNames(const QJsonObject &message)
{
    static const QStringList resendable{u"photo"_s, u"video"_s, u"audio"_s, u"doc"_s, u"wall"_s, u"market"_s, u"poll"_s,
        u"audio_message"_s, u"graffiti"_s};
    QStringList names;
    const QJsonArray attachments = message["attachments"_L1].toArray();
    for (const QJsonValue &value : attachments) {
        const QString type = value["type"_L1].toString();
        const QJsonObject thing = value[type].toObject();
        const qint64 owner = thing["owner_id"_L1].toInteger(thing["to_id"_L1].toInteger());
        if (!resendable.contains(type) || owner == 0)
            continue;
        QString name = u"%1%2_%3"_s.arg(type).arg(owner).arg(thing["id"_L1].toInteger());
        if (const QString key = thing["access_key"_L1].toString(); !key.isEmpty())
            name += u'_' + key;
        names << name;
    }
    return names;
}

} // namespace parley::platforms::vk
