// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/schema.h"

namespace parley::storage::schema {

// Ids are never used again (AUTOINCREMENT) where other programs or an open window may still hold them.
// message.id is chronological: see storage/messages.h.
const char kCore[] = R"(
CREATE TABLE account(
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL UNIQUE,
    platform TEXT NOT NULL,
    url TEXT NOT NULL,
    settings TEXT NOT NULL,          -- JSON object
    enabled INTEGER NOT NULL,
    created INTEGER NOT NULL,
    capabilities TEXT NOT NULL,      -- JSON object
    cursor BLOB,                     -- NULL: never pulled
    state INTEGER NOT NULL DEFAULT 0,
    detail TEXT NOT NULL DEFAULT '',
    complete_to INTEGER,
    next_try INTEGER,
    fill_done INTEGER NOT NULL DEFAULT 0,
    fill_total INTEGER NOT NULL DEFAULT 0);

CREATE TABLE contact(
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,
    language TEXT NOT NULL DEFAULT '',
    note TEXT NOT NULL DEFAULT '');
CREATE TABLE identity(
    id INTEGER PRIMARY KEY,
    account INTEGER NOT NULL REFERENCES account ON DELETE CASCADE,
    remote_id TEXT NOT NULL,
    contact INTEGER NOT NULL REFERENCES contact ON DELETE CASCADE,
    handle TEXT NOT NULL,
    name TEXT NOT NULL,
    UNIQUE(account, remote_id));
CREATE INDEX identity_contact ON identity(contact);

CREATE TABLE conversation(
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    account INTEGER NOT NULL REFERENCES account ON DELETE CASCADE,
    remote_id TEXT NOT NULL,
    kind INTEGER NOT NULL,
    subject TEXT NOT NULL,
    contact INTEGER,
    can_reply INTEGER NOT NULL,
    cannot_reply_why TEXT NOT NULL,
    extra TEXT NOT NULL,             -- JSON object, the connector's own
    last_arrival INTEGER NOT NULL DEFAULT 0, -- of what makes a waiting reply ask again
    UNIQUE(account, remote_id));
CREATE INDEX conversation_contact ON conversation(contact);

CREATE TABLE raw_payload(
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    account INTEGER NOT NULL REFERENCES account ON DELETE CASCADE,
    remote_id TEXT NOT NULL,
    media_type TEXT NOT NULL,
    reason TEXT NOT NULL,
    received INTEGER NOT NULL,
    payload BLOB NOT NULL,
    UNIQUE(account, remote_id));

CREATE TABLE message(
    id INTEGER PRIMARY KEY,
    account INTEGER NOT NULL,
    remote_id TEXT,                  -- NULL until it was sent
    conversation INTEGER NOT NULL REFERENCES conversation ON DELETE CASCADE,
    ticket INTEGER,
    direction INTEGER NOT NULL,
    kind INTEGER NOT NULL,
    visibility INTEGER NOT NULL,
    state INTEGER NOT NULL,
    time INTEGER NOT NULL,
    edited INTEGER,
    deleted INTEGER NOT NULL DEFAULT 0,
    automatic INTEGER NOT NULL DEFAULT 0,
    own INTEGER NOT NULL DEFAULT 0,  -- written here, carried by the outbox
    arrival INTEGER NOT NULL,        -- number of the ingest that brought it; 0: history
    revision INTEGER NOT NULL DEFAULT 0,
    reply_to INTEGER,
    reply_to_remote TEXT NOT NULL DEFAULT '',
    reply_to_text TEXT NOT NULL DEFAULT '',
    raw INTEGER,
    attachments INTEGER NOT NULL DEFAULT 0,
    author TEXT NOT NULL,
    subject TEXT NOT NULL,
    language TEXT NOT NULL DEFAULT '',
    error TEXT NOT NULL DEFAULT '',
    extra TEXT NOT NULL DEFAULT '',  -- JSON object, the connector's own
    text TEXT NOT NULL,
    html TEXT NOT NULL DEFAULT '');
CREATE UNIQUE INDEX message_remote ON message(account, remote_id) WHERE remote_id IS NOT NULL;
CREATE INDEX message_conversation ON message(conversation);
CREATE INDEX message_unreceipted ON message(conversation, state) WHERE direction = 1 AND state BETWEEN 3 AND 4;

-- Further remote ids of one message of ours: parts of a long text, pictures of an album.
CREATE TABLE message_alias(
    id INTEGER PRIMARY KEY,
    account INTEGER NOT NULL REFERENCES account ON DELETE CASCADE,
    remote_id TEXT NOT NULL,
    message INTEGER NOT NULL REFERENCES message ON DELETE CASCADE ON UPDATE CASCADE,
    UNIQUE(account, remote_id));
CREATE INDEX message_alias_message ON message_alias(message);

-- Deleted before we knew them: they arrive deleted.
CREATE TABLE tombstone(
    id INTEGER PRIMARY KEY,
    account INTEGER NOT NULL REFERENCES account ON DELETE CASCADE,
    remote_id TEXT NOT NULL,
    UNIQUE(account, remote_id));

CREATE TABLE attachment(
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    message INTEGER NOT NULL REFERENCES message ON DELETE CASCADE ON UPDATE CASCADE,
    account INTEGER NOT NULL,
    remote_ref TEXT NOT NULL,        -- empty: only we have it
    name TEXT NOT NULL,
    type TEXT NOT NULL,
    size INTEGER NOT NULL,
    state INTEGER NOT NULL,
    error TEXT NOT NULL DEFAULT '');
CREATE INDEX attachment_message ON attachment(message);
CREATE INDEX attachment_remote ON attachment(account, message) WHERE state = 0;
CREATE TABLE blob(
    attachment INTEGER PRIMARY KEY REFERENCES attachment ON DELETE CASCADE,
    size INTEGER NOT NULL,
    content BLOB NOT NULL);

-- Numbers that belong to the file as a whole.
CREATE TABLE counter(name TEXT PRIMARY KEY, n INTEGER NOT NULL) WITHOUT ROWID;
INSERT INTO counter VALUES ('arrival', 0), ('blob_bytes', 0);
CREATE TRIGGER blob_added AFTER INSERT ON blob BEGIN
    UPDATE counter SET n = n + new.size WHERE name = 'blob_bytes';
END;
CREATE TRIGGER blob_gone AFTER DELETE ON blob BEGIN
    UPDATE counter SET n = n - old.size WHERE name = 'blob_bytes';
END;
)";

// One index for each order in which a list is paged, each ending in (updated, id) so that no page is ever sorted.
// status: 0 open, 1 pending, 2 snoozed, 3 resolved; hence status <= 1 is "active".
const char kTickets[] = R"(
CREATE TABLE ticket(
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    conversation INTEGER NOT NULL REFERENCES conversation ON DELETE CASCADE,
    account INTEGER NOT NULL,
    contact INTEGER,
    subject TEXT NOT NULL,
    status INTEGER NOT NULL DEFAULT 0,
    priority INTEGER NOT NULL DEFAULT 1,
    assignee TEXT NOT NULL DEFAULT '',
    tags TEXT NOT NULL DEFAULT '',   -- sorted, one a line
    language TEXT NOT NULL DEFAULT '',
    unanswered INTEGER NOT NULL DEFAULT 0,
    unread INTEGER NOT NULL DEFAULT 0,
    waiting_since INTEGER,
    snoozed_until INTEGER,
    resolved INTEGER,                -- when
    answered_up_to INTEGER NOT NULL DEFAULT 0, -- message id: everything up to it needs no answer
    created INTEGER NOT NULL,
    updated INTEGER NOT NULL,
    messages INTEGER NOT NULL DEFAULT 0,
    last_message INTEGER NOT NULL DEFAULT 0,
    snippet TEXT NOT NULL DEFAULT '',
    snippet_ours INTEGER NOT NULL DEFAULT 0);
CREATE INDEX ticket_unanswered ON ticket(status, updated) WHERE unanswered = 1;
CREATE INDEX ticket_waiting ON ticket(updated) WHERE status <= 1 AND unanswered = 0;
CREATE INDEX ticket_active ON ticket(updated) WHERE status <= 1;
CREATE INDEX ticket_mine ON ticket(updated) WHERE assignee = 'me' AND status <= 1;
CREATE INDEX ticket_status ON ticket(status, updated);
CREATE INDEX ticket_updated ON ticket(updated);
CREATE INDEX ticket_assignee ON ticket(assignee, status, updated);
CREATE INDEX ticket_account ON ticket(account, status, updated);
CREATE INDEX ticket_language ON ticket(language, status, updated);
CREATE INDEX ticket_priority ON ticket(priority, status, updated) WHERE priority <> 1;
CREATE INDEX ticket_unread ON ticket(status, updated) WHERE unread = 1;
CREATE INDEX ticket_contact ON ticket(contact, updated);
CREATE INDEX ticket_conversation ON ticket(conversation, created);
CREATE INDEX ticket_snoozed ON ticket(snoozed_until) WHERE status = 2;
CREATE INDEX message_ticket ON message(ticket) WHERE attachments > 0 OR kind = 1;

CREATE TABLE ticket_tag(
    tag TEXT NOT NULL,
    updated INTEGER NOT NULL,
    ticket INTEGER NOT NULL REFERENCES ticket ON DELETE CASCADE,
    PRIMARY KEY(tag, updated, ticket)) WITHOUT ROWID;
CREATE INDEX ticket_tag_ticket ON ticket_tag(ticket);
CREATE TRIGGER ticket_tag_follows AFTER UPDATE OF updated ON ticket WHEN new.tags <> '' AND new.updated <> old.updated
BEGIN
    UPDATE ticket_tag SET updated = new.updated WHERE ticket = new.id;
END;

-- The sidebar's badges are sums over these few rows.
CREATE TABLE ticket_count(
    status INTEGER NOT NULL,
    unanswered INTEGER NOT NULL,
    assignee TEXT NOT NULL,
    n INTEGER NOT NULL,
    PRIMARY KEY(status, unanswered, assignee)) WITHOUT ROWID;
CREATE TRIGGER ticket_counted AFTER INSERT ON ticket BEGIN
    INSERT INTO ticket_count VALUES (new.status, new.unanswered, new.assignee, 1)
        ON CONFLICT DO UPDATE SET n = n + 1;
END;
CREATE TRIGGER ticket_uncounted AFTER DELETE ON ticket BEGIN
    UPDATE ticket_count SET n = n - 1
        WHERE status = old.status AND unanswered = old.unanswered AND assignee = old.assignee;
END;
CREATE TRIGGER ticket_recounted AFTER UPDATE OF status, unanswered, assignee ON ticket
WHEN old.status <> new.status OR old.unanswered <> new.unanswered OR old.assignee <> new.assignee
BEGIN
    UPDATE ticket_count SET n = n - 1
        WHERE status = old.status AND unanswered = old.unanswered AND assignee = old.assignee;
    INSERT INTO ticket_count VALUES (new.status, new.unanswered, new.assignee, 1)
        ON CONFLICT DO UPDATE SET n = n + 1;
END;

INSERT INTO ticket(conversation, account, contact, subject, created, updated, messages)
    SELECT v.id, v.account, v.contact, v.subject, min(m.time), max(m.time), sum(m.kind <> 2)
    FROM conversation v JOIN message m ON m.conversation = v.id GROUP BY v.id;
UPDATE message SET ticket = (SELECT id FROM ticket WHERE conversation = message.conversation);
)";

// state: 0 queued, 1 sending, 2 sent, 3 held, 4 failed.
const char kOutbox[] = R"(
CREATE TABLE outbox(
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    client_id TEXT NOT NULL UNIQUE,
    account INTEGER NOT NULL REFERENCES account ON DELETE CASCADE,
    conversation INTEGER NOT NULL,
    ticket INTEGER NOT NULL,
    message INTEGER,                 -- the message it carries
    target INTEGER,                  -- the message it answers, edits or deletes
    kind TEXT NOT NULL,
    command TEXT NOT NULL,           -- JSON, without attachments
    before TEXT NOT NULL DEFAULT '', -- JSON: what the effect replaced, for taking it back
    state INTEGER NOT NULL,
    held_reason INTEGER NOT NULL DEFAULT 0,
    error TEXT NOT NULL DEFAULT '',
    summary TEXT NOT NULL,
    attempts INTEGER NOT NULL DEFAULT 0,
    next_attempt INTEGER,
    created INTEGER NOT NULL,
    seen_arrival INTEGER NOT NULL DEFAULT 0, -- what came in later, or stands below seen_message, was not seen
    seen_message INTEGER NOT NULL DEFAULT 0,
    answers_up_to INTEGER NOT NULL DEFAULT 0);
CREATE INDEX outbox_waiting ON outbox(account, id) WHERE state <> 2;
CREATE INDEX outbox_conversation ON outbox(conversation, id) WHERE state <> 2;
CREATE INDEX outbox_ticket ON outbox(ticket, state);
CREATE INDEX outbox_state ON outbox(state, ticket) WHERE state <> 2;
CREATE INDEX outbox_message ON outbox(message) WHERE message IS NOT NULL;

CREATE TABLE draft(
    ticket INTEGER PRIMARY KEY REFERENCES ticket ON DELETE CASCADE,
    text TEXT NOT NULL,
    is_note INTEGER NOT NULL,
    saved INTEGER NOT NULL);
CREATE TRIGGER ticket_gone AFTER DELETE ON ticket BEGIN
    DELETE FROM outbox WHERE ticket = old.id;
END;
)";

// words: folded as written, for phrases and for words being typed; stems: those that differ; who: name and address of
// the customer. Nothing of the text is kept twice (contentless). prefix makes one typed letter as fast as a word
// (MEASURED.md 2d).
const char kTextIndex[] = R"(
CREATE VIRTUAL TABLE message_text USING fts5(words, stems, who, content='', contentless_delete=1,
    tokenize='unicode61 remove_diacritics 2', prefix='1 2 3');
CREATE VIRTUAL TABLE contact_text USING fts5(words, content='', contentless_delete=1,
    tokenize='unicode61 remove_diacritics 2', prefix='1 2 3');
CREATE VIRTUAL TABLE subject_text USING fts5(words, content='', contentless_delete=1,
    tokenize='unicode61 remove_diacritics 2');
CREATE TABLE index_pending(message INTEGER PRIMARY KEY);
INSERT INTO index_pending SELECT id FROM message;
CREATE TRIGGER message_unindexed AFTER DELETE ON message BEGIN
    DELETE FROM message_text WHERE rowid = old.id;
    DELETE FROM index_pending WHERE message = old.id;
END;
CREATE TRIGGER ticket_unindexed AFTER DELETE ON ticket WHEN old.subject <> '' BEGIN
    DELETE FROM subject_text WHERE rowid = old.id;
END;
CREATE TRIGGER contact_unindexed AFTER DELETE ON contact BEGIN
    DELETE FROM contact_text WHERE rowid = old.id;
END;
)";

// Until now every person had one address, so a conversation's follows from its person; once people are merged it does
// not.
const char kSocial[] = R"(
ALTER TABLE account ADD COLUMN page TEXT NOT NULL DEFAULT '';
ALTER TABLE contact ADD COLUMN anonymous INTEGER NOT NULL DEFAULT 0;
ALTER TABLE conversation ADD COLUMN context TEXT NOT NULL DEFAULT ''; -- JSON object, the card above it
ALTER TABLE conversation ADD COLUMN identity INTEGER; -- the customer's address
UPDATE conversation SET identity = (
    SELECT min(id) FROM identity i WHERE i.contact = conversation.contact AND i.account = conversation.account);
CREATE INDEX conversation_identity ON conversation(identity) WHERE identity IS NOT NULL;
ALTER TABLE outbox ADD COLUMN part INTEGER NOT NULL DEFAULT 0; -- parts of a long text that have arrived
ALTER TABLE outbox ADD COLUMN first_attempt INTEGER; -- when its first byte may have left; NULL: never
ALTER TABLE outbox ADD COLUMN page TEXT NOT NULL DEFAULT ''; -- what a person must open before it can go

-- One draft of a reply and one of a note.
ALTER TABLE draft RENAME TO old_draft;
CREATE TABLE draft(
    ticket INTEGER NOT NULL REFERENCES ticket ON DELETE CASCADE,
    text TEXT NOT NULL,
    is_note INTEGER NOT NULL,
    saved INTEGER NOT NULL,
    PRIMARY KEY(ticket, is_note));
INSERT INTO draft(ticket, is_note, text, saved) SELECT ticket, is_note, text, saved FROM old_draft;
DROP TABLE old_draft;

-- A private thread that carries on a comment's conversation: what comes in it stands there.
CREATE TABLE conversation_continuation(
    id INTEGER PRIMARY KEY,
    account INTEGER NOT NULL REFERENCES account ON DELETE CASCADE,
    remote_id TEXT NOT NULL,         -- of the private thread
    conversation INTEGER NOT NULL REFERENCES conversation ON DELETE CASCADE, -- the comment's
    since INTEGER NOT NULL,          -- what is older stays where it was
    ended INTEGER NOT NULL DEFAULT 0, -- the case was over: the thread is its own again
    UNIQUE(account, remote_id, conversation));
CREATE UNIQUE INDEX continuation_current ON conversation_continuation(account, remote_id) WHERE ended = 0;
CREATE INDEX continuation_conversation ON conversation_continuation(conversation);

-- People who turned out to be one: enough to take it back.
CREATE TABLE contact_merge(
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    contact INTEGER NOT NULL UNIQUE, -- who is no more
    name TEXT NOT NULL,
    language TEXT NOT NULL,
    note TEXT NOT NULL,
    anonymous INTEGER NOT NULL,
    into_contact INTEGER NOT NULL,
    into_before TEXT NOT NULL,       -- JSON: what the merge made other of the one who stays
    into_after TEXT NOT NULL,
    merged INTEGER NOT NULL);
CREATE TABLE contact_merge_identity(
    id INTEGER PRIMARY KEY,
    merge INTEGER NOT NULL REFERENCES contact_merge ON DELETE CASCADE,
    identity INTEGER NOT NULL REFERENCES identity ON DELETE CASCADE,
    UNIQUE(merge, identity));
CREATE INDEX contact_merge_identity_identity ON contact_merge_identity(identity);

-- When a platform did not answer.
CREATE TABLE outage(
    id INTEGER PRIMARY KEY,
    account INTEGER NOT NULL REFERENCES account ON DELETE CASCADE,
    since INTEGER NOT NULL,
    until INTEGER);                  -- NULL: still
CREATE INDEX outage_account ON outage(account, since);
)";

// ticket_tag holds more than tags: see tickets::marksOf().
const char kTeams[] = R"(
ALTER TABLE ticket ADD COLUMN team TEXT NOT NULL DEFAULT '';
ALTER TABLE ticket ADD COLUMN muted INTEGER NOT NULL DEFAULT 0;
ALTER TABLE ticket ADD COLUMN rating INTEGER NOT NULL DEFAULT 0; -- 1 to 5; 0: none
ALTER TABLE identity ADD COLUMN attributes TEXT NOT NULL DEFAULT ''; -- JSON object
ALTER TABLE draft ADD COLUMN privately INTEGER NOT NULL DEFAULT 0;
DROP TRIGGER ticket_tag_follows;
CREATE TRIGGER ticket_tag_follows AFTER UPDATE OF updated ON ticket
WHEN (new.tags <> '' OR new.team <> '' OR new.muted <> 0) AND new.updated <> old.updated
BEGIN
    UPDATE ticket_tag SET updated = new.updated WHERE ticket = new.id;
END;

-- What a team shares beside its tickets.
CREATE TABLE workspace(
    account INTEGER PRIMARY KEY REFERENCES account ON DELETE CASCADE,
    content TEXT NOT NULL);          -- JSON object
)";

// Kept with the text, so that a picture pasted into a reply outlives a crash as its words do.
const char kDraftFiles[] = R"(
CREATE TABLE draft_file(
    id INTEGER PRIMARY KEY,
    ticket INTEGER NOT NULL REFERENCES ticket ON DELETE CASCADE, -- whose draft of a reply has it
    place INTEGER NOT NULL,          -- from 0
    name TEXT NOT NULL,
    type TEXT NOT NULL,              -- MIME type
    hash BLOB NOT NULL,              -- SHA-256 of name, type and content
    content BLOB NOT NULL);
CREATE INDEX draft_file_ticket ON draft_file(ticket, place);
)";

} // namespace parley::storage::schema
