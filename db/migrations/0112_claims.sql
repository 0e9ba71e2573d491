-- Somebody asks to keep an authority's sheet, or tells that it is missing.

-- Which regions a network animates: who answers for the authorities of which area.
create table network_areas (
  network_id uuid not null references sheets on delete cascade,
  territory_id uuid not null references sheets on delete cascade,
  primary key (network_id, territory_id)
);
create index network_areas_territory on network_areas (territory_id);

create table claims (
  id uuid primary key,
  account_id uuid not null references accounts on delete cascade,
  -- null while the authority that was declared has no sheet
  sheet_id uuid references sheets on delete cascade,
  -- { nom, nature, pays, departement, code, site, reunit }: as the form of the territory wants it
  missing jsonb,
  -- where to look for who answers: a département or a region, for what has no sheet yet
  area_id uuid references sheets on delete set null,
  role text not null check (role in ('agent', 'elected')),
  function text not null,
  service text,
  -- how it can be checked: mail at the authority's domain, SIRET of ProConnect, a word to whoever answers
  proof text not null check (proof in ('domain', 'siret', 'word')),
  word text,
  state text not null default 'requested' check (state in ('requested', 'granted', 'refused', 'withdrawn')),
  reason text,
  decided_at timestamptz,
  -- a function, never a name
  decided_by text,
  -- the network whose animator decided
  decided_for uuid references sheets on delete set null,
  mandate_id uuid references mandates on delete set null,
  created_at timestamptz not null default now(),
  check (sheet_id is not null or missing is not null)
);
-- one request at a time for one person and one authority
create unique index claims_once on claims (account_id, sheet_id) where state = 'requested';
create index claims_account on claims (account_id);
-- the queue of those who answer, and what the keepers of a sheet are told
create index claims_requested on claims (created_at) where state = 'requested';
create index claims_sheet on claims (sheet_id) where sheet_id is not null;
comment on table claims is 'private: its author, those who answer for the area, and present keepers see it';

-- Those who keep the sheet already say that something is wrong.
create table claim_objections (
  claim_id uuid not null references claims on delete cascade,
  account_id uuid not null references accounts on delete cascade,
  reason text not null,
  created_at timestamptz not null default now(),
  primary key (claim_id, account_id)
);
create index claim_objections_account on claim_objections (account_id);
