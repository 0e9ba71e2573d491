-- Emergency alerts: what a network asked its members, and what each body last answered.

create table emergencies (
  sheet_id uuid primary key references sheets on delete cascade,
  source_note text,
  source_url text
);

create table emergency_calls (
  id uuid primary key,
  emergency_id uuid not null references sheets on delete cascade,
  network_id uuid references sheets on delete set null,
  sent_at timestamptz not null,
  people integer not null,
  bodies integer not null,
  author text not null
);
create index emergency_calls_emergency on emergency_calls (emergency_id, sent_at);

-- One a body: the latest counts.
create table emergency_answers (
  emergency_id uuid not null references sheets on delete cascade,
  body_id uuid not null references sheets on delete cascade,
  partners text check (partners in ('yes', 'no', 'unknown')),
  news text check (news in ('yes', 'no', 'waiting')),
  help text[],
  account_id uuid references accounts on delete set null,
  author text not null,
  answered_at timestamptz not null,
  primary key (emergency_id, body_id)
);
create index emergency_answers_account on emergency_answers (account_id);
