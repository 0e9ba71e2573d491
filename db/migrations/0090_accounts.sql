-- Who signs in, for whom they may act, and from which devices. Private: an account is no sheet, and no page for others shows one.

create table accounts (
  id uuid primary key,
  mail text not null,
  -- what this person is called, for those who work with them
  name text not null,
  -- the function, as history and public pages tell it: « agente des relations internationales »; never a name
  title text,
  lang text not null default 'fr' check (lang in ('fr', 'en', 'es')),
  person_id uuid references people on delete set null,
  -- a first contribution was approved: what follows is no longer held
  trusted_at timestamptz,
  -- which character of the demonstration this is
  demo text unique,
  closed_at timestamptz,
  created_at timestamptz not null default now()
);
-- an address signs in to one account
create unique index accounts_mail on accounts (lower(mail)) where closed_at is null;
create index accounts_person on accounts (person_id) where person_id is not null;

-- A right comes from a mandate on a body, with its dates. Ended ones are kept: history tells for whom things were done.
create table mandates (
  id uuid primary key,
  account_id uuid not null references accounts on delete cascade,
  role text not null check (role in ('agent', 'elected', 'project-holder', 'funder', 'partner', 'animator', 'expert', 'administrator')),
  -- the body's sheet: territory, organisation, network or group; null for the administrator of the instance
  body_id uuid references sheets on delete cascade,
  function text,
  -- one directorate may act for several authorities: what it is called
  service text,
  since date not null default current_date,
  until date,
  granted_by text not null,
  granted_at timestamptz not null default now(),
  ended_at timestamptz,
  check ((role = 'administrator') = (body_id is null))
);
create index mandates_account on mandates (account_id);
create index mandates_body on mandates (body_id) where body_id is not null;
create unique index mandates_once on mandates (account_id, role, body_id) nulls not distinct where ended_at is null;

-- A token is known to its browser only: the database holds its SHA-256.
create table sessions (
  id uuid primary key,
  token_hash bytea not null unique,
  account_id uuid not null references accounts on delete cascade,
  -- for whom the person acts now
  mandate_id uuid references mandates on delete set null,
  -- « Firefox sur Linux »: so that one recognises one's devices
  device text not null default '',
  created_at timestamptz not null default now(),
  seen_at timestamptz not null default now(),
  expires_at timestamptz not null
);
create index sessions_account on sessions (account_id);

-- Who did it, in which role; the version that the sheet had afterwards.
alter table events add column account_id uuid references accounts on delete set null;
alter table events add column acting_role text;
alter table events add column sheet_version integer;
create index events_account on events (account_id) where account_id is not null;
