-- Who said that a sheet is still exact, and when. Public pages show the function and the body.
create table confirmations (
  id uuid primary key,
  sheet_id uuid not null references sheets on delete cascade,
  recorded_at timestamptz not null default now(),
  -- what the sheet said before, for undoing
  previous text,
  actor text not null,
  on_behalf_of uuid references sheets on delete set null,
  account_id uuid references accounts on delete set null,
  withdrawn_at timestamptz
);
-- the last one, on every page of a sheet
create index confirmations_sheet on confirmations (sheet_id, recorded_at desc) where withdrawn_at is null;
create index confirmations_account on confirmations (account_id, recorded_at) where account_id is not null;

-- The last yearly mail of each account: one a year at most.
create table freshness_reminders (
  account_id uuid primary key references accounts on delete cascade,
  sent_on date not null
);
