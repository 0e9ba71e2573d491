-- A delegation that a body receives, a trip that one announces so that others may join (R096 to R099).
create table visits (
  sheet_id uuid primary key references sheets on delete cascade,
  -- who comes, when no sheet says it: « une délégation de douze personnes »
  people text,
  programme text,
  report text,
  -- of a trip: how many may still join; null: not said
  places smallint check (places between 0 and 500)
);

-- Members who ask to join a trip. Said to both bodies, published nowhere.
create table visit_joins (
  id uuid primary key,
  visit_id uuid not null references sheets on delete cascade,
  body_id uuid not null references sheets on delete cascade,
  account_id uuid references accounts on delete set null,
  conversation_id uuid,
  state text not null default 'asked' check (state in ('asked', 'accepted', 'declined', 'withdrawn')),
  asked_at timestamptz not null default now(),
  answered_at timestamptz,
  unique (visit_id, body_id)
);
-- what waits for whoever announced the trip
create index visit_joins_waiting on visit_joins (visit_id) where state = 'asked';
create index visit_joins_body on visit_joins (body_id);
create index visit_joins_account on visit_joins (account_id) where account_id is not null;
