// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/demo/ok_desk.h"

#include "sandbox/demo/pictures.h"

#include <QJsonArray>

using namespace Qt::Literals::StringLiterals;

namespace parley::sandbox {

namespace {

/// How long a customer takes to read an answer and write back, in ms.
constexpr int kReactionMin = 3000;
constexpr int kReactionMax = 8000;

} // namespace

OkDesk::OkDesk(Ok &ok, quint32 seed)
    : m_ok(ok)
    , m_random(seed)
{
}

void OkDesk::open()
{
    const QList<OkScript> scripts = okScripts();
    for (const OkScript &script : scripts) {
        Guest guest{script, {}, 0, 0, 0};
        if (!script.topic.isEmpty())
            guest.place = m_ok.addDiscussion(script.topic);
        else if (!script.form.isEmpty())
            guest.place = m_ok.addAnonymous(
                u"s%1"_s.arg(m_random.bounded(100'000, 999'999)), {script.form.first().second, script.form.mid(1)});
        else
            guest.place = m_ok.addCustomer(script.name);
        m_guests.push_back(guest);
        for (const OkLine &line : script.lines)
            m_agenda.insert({qint64(line.at) * 1000, {m_guests.size() - 1, line}});
    }
    tick(-1);
}

void OkDesk::tick(qint64 ms)
{
    while (!m_agenda.empty() && m_agenda.begin()->first <= ms) {
        const auto [guest, line] = m_agenda.begin()->second;
        m_agenda.erase(m_agenda.begin());
        perform(guest, line);
    }
    if (ms >= 0)
        lookForAnswers(ms);
}

void OkDesk::perform(size_t index, const OkLine &line)
{
    Guest &guest = m_guests[index];
    const qint64 agoMs = line.at < 0 ? -qint64(line.at) * 1000 : 0;
    ok::Saying saying;
    saying.agoMs = agoMs;
    switch (line.what) {
    case OkLine::What::Photo:
        saying.files = {{u"IMAGE"_s, {}, u"image/jpeg"_s, drawn(Line::Picture::Cup)}};
        [[fallthrough]];
    case OkLine::What::Text:
        m_ok.write(guest.place, line.text, saying);
        ++guest.written;
        break;
    case OkLine::What::Colleague:
        m_ok.colleagueWrites(guest.place, line.text, agoMs);
        break;
    case OkLine::What::GroupComment:
        m_ok.comment(guest.place, {{}, {}, line.text, {}, true, agoMs});
        break;
    case OkLine::What::Comment: {
        const int who = guest.comments++ % std::max(1, int(guest.script.commenters.size()));
        const QString id = QString::number(560'000'000 + qint64(index) * 100 + who);
        m_ok.comment(guest.place, {id, guest.script.commenters.value(who), line.text, {}, false, agoMs});
        ++guest.written;
        break;
    }
    }
}

void OkDesk::lookForAnswers(qint64 ms)
{
    const QList<ok::Received> received = m_ok.received();
    for (; m_answersSeen < received.size(); ++m_answersSeen) {
        const ok::Received &answer = received.at(m_answersSeen);
        for (size_t i = 0; i < m_guests.size(); ++i) {
            Guest &guest = m_guests[i];
            if (answer.byColleague || guest.place != answer.chat)
                continue;
            const QString words = guest.script.reactions.value(guest.answers++);
            const OkLine line{0, words, OkLine::What::Text};
            if (!words.isEmpty())
                m_agenda.insert({ms + m_random.bounded(kReactionMin, kReactionMax), {i, line}});
        }
    }
}

QJsonObject OkDesk::summary() const
{
    int written = 0;
    int answers = 0;
    for (const Guest &guest : m_guests) {
        written += guest.written;
        answers += guest.answers;
    }
    return {{u"customers"_s, qint64(m_guests.size())}, {u"messages_written"_s, written},
        {u"answers_received"_s, answers}, {u"actions_seen"_s, qint64(m_ok.actions().size())}};
}

} // namespace parley::sandbox
