-- Secret addresses at which one's calendar is read signed out. What the database keeps of an address does not give it back.
create table agenda_feeds (
  id uuid primary key,
  account_id uuid not null references accounts on delete cascade,
  token_hash bytea not null unique,
  -- the question of the page that it was made from, as its address says it
  question text not null default '',
  created_at timestamptz not null default now(),
  -- the last day it was read: to know whether one may take it away
  read_on date
);
-- those of one person, on their page
create index agenda_feeds_account on agenda_feeds (account_id, created_at);
