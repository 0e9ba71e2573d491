-- What people write to each other: in a group, between peers, in private. No sheet: no search, feed, export or public page reads these tables.

create table discussions (
  id uuid primary key,
  kind text not null check (kind in ('discussion', 'question', 'conversation')),
  -- the group whose people read it; without it, a question is every member's and a conversation its own people's
  group_id uuid references sheets on delete cascade,
  -- the sheet under whose name it is told: the group, who asks, what a conversation is about
  about_id uuid references sheets on delete set null,
  title text not null,
  account_id uuid references accounts on delete set null,
  -- how many were ever written: one that is taken away keeps its place, and pages do not move
  messages integer not null default 0,
  -- place of the answer that helped
  accepted integer,
  opened_at timestamptz not null default now(),
  last_at timestamptz not null default now(),
  check (kind <> 'discussion' or group_id is not null),
  check (kind <> 'conversation' or group_id is null)
);
-- the threads of a group, the last spoken first
create index discussions_group on discussions (group_id, last_at desc, id) where group_id is not null;
-- questions between peers of the whole platform
create index discussions_peers on discussions (last_at desc, id) where group_id is null and kind = 'question';
create index discussions_about on discussions (about_id) where about_id is not null;
create index discussions_account on discussions (account_id) where account_id is not null;

create table discussion_messages (
  id uuid primary key,
  discussion_id uuid not null references discussions on delete cascade,
  -- from 1, without a gap: a page of a long thread is a range
  position integer not null,
  account_id uuid references accounts on delete set null,
  -- the function, and for whom: what stays when the account is gone
  author text not null,
  body_id uuid references sheets on delete set null,
  -- empty once taken away
  text text not null,
  -- of the form that was sent: sent twice, written once
  key text,
  at timestamptz not null default now(),
  by_mail boolean not null default false,
  -- attachments of a mail that could not be kept
  lost_files integer not null default 0,
  edited_at timestamptz,
  removed_at timestamptz,
  removed_by text check (removed_by in ('author', 'lead')),
  reason text,
  -- who was told, and whether the mails to those who want it at once were written
  event_id uuid references events on delete set null,
  mailed_at timestamptz,
  -- words of the message, and of the title for the first
  search tsvector not null,
  unique (discussion_id, position)
);
create unique index discussion_messages_key on discussion_messages (account_id, key) where key is not null;
create index discussion_messages_account on discussion_messages (account_id) where account_id is not null;
create index discussion_messages_search on discussion_messages using gin (search);
-- what the next job has to write mails for
create index discussion_messages_mail on discussion_messages (id) where mailed_at is null;

-- Former texts, for the author and for who leads the group.
create table discussion_versions (
  id bigint generated always as identity primary key,
  message_id uuid not null references discussion_messages on delete cascade,
  text text not null,
  until timestamptz not null default now()
);
create index discussion_versions_message on discussion_versions (message_id);
create index discussion_versions_age on discussion_versions (until);

-- Who follows, who is in a private conversation, and how far each has read.
create table discussion_people (
  -- in the address to answer to
  num bigint generated always as identity unique,
  discussion_id uuid not null references discussions on delete cascade,
  account_id uuid not null references accounts on delete cascade,
  following boolean not null default true,
  party boolean not null default false,
  read integer not null default 0,
  primary key (discussion_id, account_id)
);
create index discussion_people_account on discussion_people (account_id) where following;

create table discussion_files (
  file_id uuid primary key references files on delete cascade,
  message_id uuid not null references discussion_messages on delete cascade,
  kind text not null check (kind in ('photo', 'document')),
  position integer not null
);
create index discussion_files_message on discussion_files (message_id);

create table discussion_reports (
  id uuid primary key,
  message_id uuid not null references discussion_messages on delete cascade,
  account_id uuid references accounts on delete set null,
  reason text not null,
  at timestamptz not null default now(),
  outcome text check (outcome in ('kept', 'removed')),
  handled_by text,
  handled_at timestamptz,
  unique (message_id, account_id)
);
create index discussion_reports_waiting on discussion_reports (at) where outcome is null;

-- Mails that came: the same one twice is read once. A digest of its Message-ID, nothing else.
create table discussion_mails (
  digest bytea primary key,
  at timestamptz not null default now()
);
create index discussion_mails_age on discussion_mails (at);
