-- What each account follows, what it was told, and how it wants to be told. Private: nobody else reads these tables.
create table follows (
  id uuid primary key,
  account_id uuid not null references accounts on delete cascade,
  -- a sheet of any kind; a theme is a sheet too
  sheet_id uuid references sheets on delete cascade,
  -- ISO 3166-1 alpha-2
  country text,
  -- a function of the body that sheet_id names: « Adjoint aux relations internationales »
  function text,
  -- who held that function when last looked at, as a digest: tells that it changed, and not who
  holders text,
  created_at timestamptz not null default now(),
  check ((sheet_id is null) <> (country is null)),
  check (function is null or sheet_id is not null),
  unique nulls not distinct (account_id, sheet_id, country, function)
);
-- fanning out an event: who follows one of these sheets, one of these countries
create index follows_sheet on follows (sheet_id) where sheet_id is not null;
create index follows_country on follows (country) where country is not null;

-- One row an account and an event, however many things it follows were touched.
create table notifications (
  account_id uuid not null references accounts on delete cascade,
  event_id uuid not null references events on delete cascade,
  -- the sheet that is told about: of the event, or the body whose function changed
  sheet_id uuid not null references sheets on delete cascade,
  function text,
  at timestamptz not null,
  read_at timestamptz,
  -- in a mail, or old when the person chose to have mail
  mailed_at timestamptz,
  primary key (account_id, event_id)
);
-- one's own, newest first
create index notifications_account on notifications (account_id, at desc);
-- what digests have still to tell
create index notifications_due on notifications (at, account_id) where mailed_at is null and read_at is null;

-- No row: a digest a week, and reminders.
create table mail_choices (
  account_id uuid primary key references accounts on delete cascade,
  rhythm text not null default 'weekly' check (rhythm in ('now', 'daily', 'weekly', 'never')),
  -- the yearly mail about one's own sheets
  reminders boolean not null default true,
  updated_at timestamptz not null default now()
);

-- Written with the mail, in one transaction: killed in the middle, nobody is told twice and nobody forgotten.
create table digests (
  account_id uuid not null references accounts on delete cascade,
  -- 'd2026-11-22', 'w2026-11-16', or 'n' and the last event told at once
  period text not null,
  created_at timestamptz not null default now(),
  primary key (account_id, period)
);
create index digests_age on digests (created_at);
