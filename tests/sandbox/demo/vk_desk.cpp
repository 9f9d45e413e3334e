// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/demo/vk_desk.h"

#include "sandbox/demo/pictures.h"

#include <QJsonArray>

using namespace Qt::Literals::StringLiterals;

namespace parley::sandbox {

namespace {

/// How long a customer takes to read an answer and write back, in ms.
constexpr int kReactionMin = 3000;
constexpr int kReactionMax = 8000;
constexpr int kTreeDepth = 4;

Vk::FileToSend fileOf(const CommunityLine &line)
{
    switch (line.what) {
    case CommunityLine::What::Photo:
        return {Vk::FileToSend::Kind::Photo, {}, drawn(line.picture), line.text};
    case CommunityLine::What::Voice: // a voice note of silence: the beginning of an Ogg stream
        return {Vk::FileToSend::Kind::Voice, {}, QByteArray("OggS\0\2", 6) + QByteArray(4000, '\0'), {}};
    default:
        return {Vk::FileToSend::Kind::Document, u"чек.pdf"_s, onePagePdf("Receipt"), line.text};
    }
}

} // namespace

CommunityDesk::CommunityDesk(Vk &vk, quint32 seed)
    : m_vk(vk)
    , m_random(seed)
{
}

void CommunityDesk::open()
{
    const QList<CommunityPlace> places = communityPlaces();
    for (const CommunityPlace &place : places) {
        Vk::Place made;
        switch (place.kind) {
        case Vk::Place::Kind::Photo:
            made = m_vk.addPhoto(place.title, drawn(Line::Picture::Lamp));
            break;
        case Vk::Place::Kind::Market:
            made = m_vk.addProduct(place.title);
            break;
        case Vk::Place::Kind::Board:
            made = m_vk.addTopic(place.title);
            break;
        case Vk::Place::Kind::Video:
            made = m_vk.addVideo(place.title);
            break;
        case Vk::Place::Kind::Wall:
            made = m_vk.post(place.title, -qint64(place.at) * 1000);
            break;
        }
        m_places.insert(place.title, made);
        const auto comments = m_vk.comments(made); // a topic begins with one
        for (const Vk::CommentSeen &comment : comments)
            m_commentsKnown.insert(comment.id);
    }
    const QList<CommunityScript> scripts = communityScripts();
    for (const CommunityScript &script : scripts) {
        Vk::NewCustomer who;
        who.firstName = script.firstName;
        who.lastName = script.lastName;
        who.sex = script.sex;
        who.language = script.language;
        who.city = script.city;
        who.closed = script.closed;
        Guest guest;
        guest.script = script;
        guest.id = m_vk.addCustomer(who);
        m_guests.push_back(guest);
        for (const CommunityLine &line : script.lines)
            m_agenda.insert({qint64(line.at) * 1000, {m_guests.size() - 1, line}});
    }
    tick(-1);
}

void CommunityDesk::tick(qint64 ms)
{
    while (!m_agenda.empty() && m_agenda.begin()->first <= ms) {
        const auto [guest, line] = m_agenda.begin()->second;
        m_agenda.erase(m_agenda.begin());
        perform(m_guests[guest], line);
    }
    if (ms < 0)
        return;
    lookForAnswers(ms);
    lookUnderPlaces(ms);
}

void CommunityDesk::perform(Guest &guest, const CommunityLine &line)
{
    const qint64 agoMs = line.at < 0 ? -qint64(line.at) * 1000 : 0;
    switch (line.what) {
    case CommunityLine::What::Comment:
    case CommunityLine::What::Reply:
    case CommunityLine::What::ShopComment:
        return performComment(guest, line, agoMs);
    case CommunityLine::What::Mention:
        m_vk.mention(guest.id, line.text, agoMs);
        return;
    default:
        return performMessage(guest, line, agoMs);
    }
}

void CommunityDesk::performMessage(Guest &guest, const CommunityLine &line, qint64 agoMs)
{
    Vk::Saying saying;
    saying.agoMs = agoMs;
    switch (line.what) {
    case CommunityLine::What::Colleague:
        m_vk.colleagueWrites(guest.id, line.text, saying);
        m_vk.read(guest.id);
        return;
    case CommunityLine::What::Answered:
        m_vk.colleagueMarksAnswered(guest.id);
        return;
    case CommunityLine::What::Edit:
        m_vk.edit(guest.lastMessage, line.text);
        return;
    case CommunityLine::What::Delete:
        m_vk.deleteMessage(guest.lastMessage);
        return;
    case CommunityLine::What::Forward:
        guest.lastMessage = m_vk.forwardTree(guest.id, line.text, kTreeDepth);
        break;
    case CommunityLine::What::Text:
        if (agoMs == 0)
            m_vk.type(guest.id);
        guest.lastMessage = m_vk.write(guest.id, line.text, saying);
        break;
    default:
        guest.lastMessage = m_vk.sendFile(guest.id, fileOf(line), saying);
        break;
    }
    ++guest.written;
}

void CommunityDesk::performComment(Guest &guest, const CommunityLine &line, qint64 agoMs)
{
    const Vk::Place place = m_places.value(guest.script.under);
    Vk::Remark remark;
    remark.agoMs = agoMs;
    if (line.what == CommunityLine::What::ShopComment) {
        remark.replyTo = guest.lastComment;
        m_commentsKnown.insert(m_vk.colleagueComments(place, line.text, remark));
        return;
    }
    if (line.what == CommunityLine::What::Reply) {
        const auto comments = m_vk.comments(place);
        for (const Vk::CommentSeen &comment : comments)
            remark.replyTo = comment.from < 0 ? comment.id : remark.replyTo;
    }
    guest.lastComment = m_vk.comment(guest.id, place, line.text, remark);
    ++guest.comments;
}

void CommunityDesk::react(size_t guest, qint64 ms, const QString &words, CommunityLine::What what)
{
    if (words.isEmpty())
        return;
    const CommunityLine line{0, words, what, Line::Picture::Parcel};
    m_agenda.insert({ms + m_random.bounded(kReactionMin, kReactionMax), {guest, line}});
}

void CommunityDesk::lookForAnswers(qint64 ms)
{
    const QList<Vk::Received> received = m_vk.received();
    for (; m_answersSeen < received.size(); ++m_answersSeen) {
        const Vk::Received &answer = received.at(m_answersSeen);
        for (size_t i = 0; i < m_guests.size(); ++i) {
            Guest &guest = m_guests[i];
            if (answer.byColleague || guest.id != answer.peer)
                continue;
            m_vk.read(guest.id);
            react(i, ms, guest.script.reactions.value(guest.answers++), CommunityLine::What::Text);
        }
    }
}

void CommunityDesk::lookUnderPlaces(qint64 ms)
{
    for (const Vk::Place &place : std::as_const(m_places)) {
        const auto comments = m_vk.comments(place);
        for (const Vk::CommentSeen &comment : comments) {
            if (comment.from > 0 || m_commentsKnown.contains(comment.id))
                continue;
            m_commentsKnown.insert(comment.id);
            for (size_t i = 0; i < m_guests.size(); ++i) {
                Guest &guest = m_guests[i];
                const bool meant = guest.lastComment != 0 && m_places.value(guest.script.under) == place
                    && (comment.replyTo == guest.lastComment || comment.top == guest.lastComment);
                if (meant)
                    react(i, ms, guest.script.publicReactions.value(guest.publicAnswers++), CommunityLine::What::Reply);
            }
        }
    }
}

QJsonObject CommunityDesk::summary() const
{
    int written = 0;
    int comments = 0;
    int answers = 0;
    int publicAnswers = 0;
    for (const Guest &guest : m_guests) {
        written += guest.written;
        comments += guest.comments;
        answers += guest.answers;
        publicAnswers += guest.publicAnswers;
    }
    return {{u"customers"_s, qint64(m_guests.size())}, {u"messages_written"_s, written},
        {u"comments_written"_s, comments}, {u"answers_received"_s, answers}, {u"public_answers"_s, publicAnswers},
        {u"typing_seen"_s, qint64(m_vk.typing().size())},
        {u"complaints"_s, QJsonArray::fromStringList(m_vk.complaints())}};
}

} // namespace parley::sandbox
