-- R037: a partner abroad is invited by mail to read, confirm and correct a shared sheet, before any account.

create table invitations (
  id uuid primary key,
  sheet_id uuid not null references sheets on delete cascade,
  -- the territory abroad that this person speaks for
  body_id uuid not null references sheets on delete cascade,
  function text not null,
  -- erased when it has served, at the latest when the invitation ends
  mail text,
  lang text not null check (lang in ('fr', 'en', 'es')),
  account_id uuid references accounts on delete set null,
  invited_by text not null,
  invited_at timestamptz not null default now(),
  expires_at timestamptz not null,
  confirmed_at timestamptz,
  proposed_at timestamptz,
  accepted_at timestamptz,
  revoked_at timestamptz
);
comment on column invitations.account_id is 'who sent it';
-- those of one sheet, for its keepers
create index invitations_sheet on invitations (sheet_id, invited_at desc);
-- erasing what has served
create index invitations_ends on invitations (expires_at) where mail is not null;

-- Each side says for itself that a shared sheet is right. The body and the function, never the person.
create table sheet_confirmations (
  id uuid primary key,
  sheet_id uuid not null references sheets on delete cascade,
  body_id uuid not null references sheets on delete cascade,
  function text not null,
  account_id uuid references accounts on delete set null,
  sheet_version integer not null,
  at timestamptz not null default now()
);
create index sheet_confirmations_sheet on sheet_confirmations (sheet_id, at desc);
create index sheet_confirmations_account on sheet_confirmations (account_id) where account_id is not null;
