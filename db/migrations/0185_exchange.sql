-- Needs, offers and searches of a partner: what the sheet of a listing does not say, who answered, and how an authority sorts what it receives.

create table listings (
  sheet_id uuid primary key references sheets on delete cascade,
  -- expertise, welcome, funding…; null for a search of a partner, whose portrait says it
  nature text,
  -- whoever wrote it receives the answers, as long as they act for the body
  account_id uuid references accounts on delete set null,
  -- when it is wanted; the sheet's own dates are those of the listing
  period_start text,
  period_start_precision text check (period_start_precision in ('day', 'month', 'year')),
  period_end text,
  period_end_precision text check (period_end_precision in ('day', 'month', 'year')),
  -- last day, always: C23
  expires_on date not null,
  reminded_on date,
  -- the portrait of an authority that looks for a partner
  population integer,
  area text,
  character text,
  expected text,
  behind text[] not null default '{}',
  languages text,
  means text,
  -- what came of it
  outcome text,
  outcome_with text,
  check ((period_start is null) = (period_start_precision is null)),
  check ((period_end is null) = (period_end_precision is null))
);
-- each night: those that end, those to remind of
create index listings_expiry on listings (expires_on);
create index listings_account on listings (account_id) where account_id is not null;

create table listing_answers (
  id uuid primary key,
  listing_id uuid not null references listings on delete cascade,
  account_id uuid references accounts on delete set null,
  body_id uuid references sheets on delete set null,
  -- a function, never a name
  author text not null,
  message text not null,
  conversation_id uuid,
  -- who may open the conversation besides its author
  received_by uuid[] not null default '{}',
  answered_at timestamptz not null default now()
);
-- one answer a person
create unique index listing_answers_once on listing_answers (listing_id, account_id) where account_id is not null;
create index listing_answers_account on listing_answers (account_id) where account_id is not null;
create index listing_answers_listing on listing_answers (listing_id, answered_at);

-- Requests that reach an authority, sorted by one short grid. Private to it.
create table incoming_requests (
  id uuid primary key,
  body_id uuid not null references sheets on delete cascade,
  answer_id uuid references listing_answers on delete set null,
  sender text not null,
  country text,
  subject text not null,
  received_on date not null,
  priorities text check (priorities in ('yes', 'partly', 'no')),
  known text check (known in ('yes', 'partly', 'no')),
  means text check (means in ('yes', 'partly', 'no')),
  reciprocity text check (reciprocity in ('yes', 'partly', 'no')),
  decision text check (decision in ('yes', 'later', 'no')),
  reason text,
  decided_on date,
  decided_by text,
  check (decision is null or (reason is not null and decided_on is not null and decided_by is not null))
);
-- the list of one authority, what waits first
create index incoming_requests_body on incoming_requests (body_id, received_on desc);
create unique index incoming_requests_answer on incoming_requests (answer_id) where answer_id is not null;
create index incoming_requests_decided on incoming_requests (decided_on) where decided_on is not null;

-- the exchange, the news and the jobs, newest first
create index sheets_listed on sheets (kind, start_date desc, num desc) where kind in ('listing', 'news', 'job') and merged_into is null;
