-- What somebody has typed and not sent yet. One a form and an account; erased when sent, or after thirty days.
create table drafts (
  account_id uuid not null references accounts on delete cascade,
  -- the form's address, without language
  form text not null,
  field_values jsonb not null,
  sheet_version integer,
  updated_at timestamptz not null default now(),
  primary key (account_id, form)
);
-- erasing old ones
create index drafts_age on drafts (updated_at);
