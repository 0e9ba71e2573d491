-- Members put side by side, with reasons that can be read: computed by a queue, whole or for what changed.

-- What the comparison knows of a member: kept, so that one change compares one member again and not all of them.
create table match_profiles (
  body_id uuid primary key references sheets on delete cascade,
  partners uuid[] not null default '{}',
  countries text[] not null default '{}',
  year_themes text[] not null default '{}',
  seeks text[] not null default '{}',
  offers text[] not null default '{}',
  population integer,
  lat double precision,
  lon double precision
);

-- The best of each member. Shown to both: a pair that only one of them ranks high is a pair.
create table matches (
  body_id uuid not null references sheets on delete cascade,
  other_id uuid not null references sheets on delete cascade,
  score real not null,
  reasons jsonb not null,
  primary key (body_id, other_id)
);
create index matches_score on matches (body_id, score desc);
create index matches_other on matches (other_id, score desc);

-- Three to six members around one partner or one theme.
create table match_groups (
  key text primary key,
  members uuid[] not null,
  score real not null,
  reason jsonb not null
);
create index match_groups_members on match_groups using gin (members);

-- « Pas pour nous »: hidden from both, and what it teaches to the side that said so.
create table match_refusals (
  body_id uuid not null references sheets on delete cascade,
  other_id uuid not null references sheets on delete cascade,
  -- the reason that is not one for them; null: it was not said
  reason text,
  at timestamptz not null default now(),
  account_id uuid references accounts on delete set null,
  primary key (body_id, other_id)
);
create index match_refusals_other on match_refusals (other_id);
create index match_refusals_account on match_refusals (account_id) where account_id is not null;

-- Members of whom something changed since they were compared.
create table match_changes (
  body_id uuid primary key,
  at timestamptz not null default now()
);

-- Pairs that a network's animator has read and set aside.
create table match_reviews (
  network_id uuid not null references sheets on delete cascade,
  low_id uuid not null references sheets on delete cascade,
  high_id uuid not null references sheets on delete cascade,
  at timestamptz not null default now(),
  primary key (network_id, low_id, high_id),
  check (low_id < high_id)
);
