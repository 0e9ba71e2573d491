-- Polls: a sheet of kind poll (visibility, history, search); who voted and what was voted are two lists.

create table polls (
  sheet_id uuid primary key references sheets on delete cascade,
  nature text not null default 'question' check (nature in ('question', 'name')),
  method text not null check (method in ('single', 'multiple', 'ranked', 'dates')),
  rule text check (rule in ('borda', 'runoff')),
  -- most answers of a multiple one
  most integer,
  -- a free answer
  other boolean not null default false,
  electorate text not null check (electorate in ('instance', 'network', 'group', 'event')),
  room_id uuid references sheets on delete set null,
  voters text not null check (voters in ('body', 'person')),
  secret boolean not null,
  -- last day, in France
  closes_on date,
  opened_at timestamptz,
  closed_at timestamptz,
  reminded_on date,
  -- counted once, at closing
  result jsonb,
  check ((method = 'ranked') = (rule is not null))
);
-- open ones: those that wait for a vote, that close, that are reminded of
create index polls_open on polls (closes_on) where opened_at is not null and closed_at is null;

create table poll_options (
  id uuid primary key,
  poll_id uuid not null references polls on delete cascade,
  position smallint not null,
  label text not null,
  unique (poll_id, position)
);

-- Who voted: the body or the account (`voter`), and by whom a body's vote was cast. A day and no hour: hours would tell ballots apart.
create table poll_voters (
  poll_id uuid not null references polls on delete cascade,
  voter uuid not null,
  body_id uuid references sheets on delete set null,
  account_id uuid references accounts on delete set null,
  voted_on date not null,
  primary key (poll_id, voter)
);
create index poll_voters_account on poll_voters (account_id);

-- What was voted. A secret ballot has no voter: a code that only the voter's browser holds lets it be changed until closing.
-- Its id is random (a v7 would tell its time), and all secret ballots of a poll are written again in random order at each
-- vote, so that neither their place nor their transaction tells which came with which voter.
create table poll_ballots (
  id uuid primary key default gen_random_uuid(),
  poll_id uuid not null references polls on delete cascade,
  voter uuid,
  code_hash bytea,
  -- option id: 1, a rank, or 2 yes, 1 if need be, 0 no
  choices jsonb not null,
  other text,
  foreign key (poll_id, voter) references poll_voters (poll_id, voter) on delete cascade
);
create unique index poll_ballots_voter on poll_ballots (poll_id, voter) where voter is not null;
create unique index poll_ballots_code on poll_ballots (poll_id, code_hash) where code_hash is not null;
create index poll_ballots_poll on poll_ballots (poll_id);

-- A quick question to the people in a room, kept with its session or event.
create table live_polls (
  id uuid primary key,
  sheet_id uuid not null references sheets on delete cascade,
  -- written on the screen, typed on phones
  code text not null unique,
  question text not null,
  several boolean not null default false,
  -- without an account: one answer a browser
  anyone boolean not null default false,
  opened_at timestamptz not null default now(),
  closed_at timestamptz,
  opened_by text not null,
  result jsonb
);
create index live_polls_sheet on live_polls (sheet_id, opened_at);

create table live_options (
  live_id uuid not null references live_polls on delete cascade,
  position smallint not null,
  label text not null,
  primary key (live_id, position)
);

-- `voter`: a keyed digest of the account or of the browser's cookie. Erased at closing.
create table live_ballots (
  live_id uuid not null references live_polls on delete cascade,
  voter bytea not null,
  choices smallint[] not null,
  primary key (live_id, voter)
);
