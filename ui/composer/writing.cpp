// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/composer/writing.h"

#include "storage/reader.h"
#include "sync/engine.h"
#include "ui/common/error_words.h"
#include "ui/common/when_done.h"

#include <utility>

namespace parley::ui {

namespace {

constexpr std::chrono::milliseconds kSaveAfter{400};

} // namespace

Writings::Writings(sync::Engine &engine, storage::Reader &reader, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
    , m_reader(reader)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(kSaveAfter);
    connect(&m_timer, &QTimer::timeout, this, &Writings::save);
}

Writing &Writings::of(TicketId ticket)
{
    const auto known = m_writings.find(ticket);
    if (known != m_writings.end())
        return *known;
    Writing writing;
    if (const auto files = m_reader.draftFiles(ticket))
        writing.attachments = *files;
    for (const bool isNote : {false, true}) {
        const auto draft = m_reader.draft(ticket, isNote);
        if (!draft || (draft->text.isEmpty() && (isNote || writing.attachments.isEmpty())))
            continue;
        (isNote ? writing.note : writing.reply) = draft->text;
        if (!isNote)
            writing.privately = draft->privately; // of no meaning where one cannot choose
    }
    if (const auto last = m_reader.draft(ticket); last && last->isNote) // the tab that was in use
        writing.audience = Audience::Team;
    return *m_writings.insert(ticket, writing);
}

const Writing *Writings::known(TicketId ticket) const
{
    const auto found = m_writings.constFind(ticket);
    return found == m_writings.constEnd() ? nullptr : &*found;
}

void Writings::setText(TicketId ticket, Audience whom, const QString &text)
{
    Writing &writing = of(ticket);
    if (writing.textFor(whom) == text)
        return;
    writing.textFor(whom) = text;
    (whom == Audience::Team ? writing.noteUnsaved : writing.replyUnsaved) = true;
    saveSoon();
}

void Writings::setAttachments(TicketId ticket, const QList<OutgoingAttachment> &attachments)
{
    Writing &writing = of(ticket);
    if (writing.attachments.isEmpty() && attachments.isEmpty())
        return;
    writing.attachments = attachments;
    tellWhenSaved(m_engine.saveDraftFiles(ticket, attachments));
}

void Writings::choose(TicketId ticket, bool privately)
{
    Writing &writing = of(ticket);
    if (writing.privately == privately)
        return;
    writing.privately = privately;
    if (writing.reply.isEmpty() && writing.attachments.isEmpty())
        return;
    writing.replyUnsaved = true;
    saveSoon();
}

void Writings::saveSoon()
{
    if (!m_timer.isActive()) // not put off by further keys: who types without a pause is saved too
        m_timer.start();
}

void Writings::save()
{
    m_timer.stop();
    for (auto it = m_writings.begin(); it != m_writings.end(); ++it) {
        if (std::exchange(it->replyUnsaved, false))
            saveOne(it.key(), it->reply, false, it->privately.value_or(false));
        if (std::exchange(it->noteUnsaved, false))
            saveOne(it.key(), it->note, true, false);
    }
}

void Writings::saveOne(TicketId ticket, const QString &text, bool isNote, bool privately)
{
    tellWhenSaved(m_engine.saveDraft(ticket, text, isNote, privately));
}

void Writings::tellWhenSaved(const QFuture<Result<void>> &saved)
{
    whenDone(saved, this, [this](const Result<void> &result) {
        if (!result && result.error().kind != ErrorKind::Cancelled)
            Q_EMIT saveFailed(wordsFor(result.error()));
        else if (result)
            Q_EMIT saveFailed({});
    });
}

} // namespace parley::ui
