// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/composer/writing.h"

#include "storage/reader.h"
#include "sync/engine.h"
#include "ui/common/error_words.h"
#include "ui/common/when_done.h"

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
    if (const auto draft = m_reader.draft(ticket)) {
        writing.audience = draft->isNote ? Audience::Team : Audience::Customer;
        writing.textFor(writing.audience) = draft->text;
    }
    return *m_writings.insert(ticket, writing);
}

void Writings::setText(TicketId ticket, Audience whom, const QString &text)
{
    Writing &writing = of(ticket);
    if (writing.textFor(whom) == text)
        return;
    writing.textFor(whom) = text;
    writing.journalled = whom;
    writing.unsaved = true;
    if (!m_timer.isActive()) // not put off by further keys: who types without a pause is saved too
        m_timer.start();
}

void Writings::save()
{
    m_timer.stop();
    for (auto it = m_writings.begin(); it != m_writings.end(); ++it) {
        if (it->unsaved)
            saveOne(it.key(), *it);
    }
}

void Writings::saveOne(TicketId ticket, Writing &writing)
{
    writing.unsaved = false;
    // The cache keeps one draft of a ticket: what was typed last, else what still stands in the other tab.
    Audience whom = writing.journalled;
    if (writing.textFor(whom).isEmpty())
        whom = whom == Audience::Team ? Audience::Customer : Audience::Team;
    whenDone(m_engine.saveDraft(ticket, writing.textFor(whom), whom == Audience::Team), this,
        [this](const Result<void> &result) {
            if (!result && result.error().kind != ErrorKind::Cancelled)
                Q_EMIT saveFailed(wordsFor(result.error()));
            else if (result)
                Q_EMIT saveFailed({});
        });
}

} // namespace parley::ui
