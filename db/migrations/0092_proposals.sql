-- A change that somebody proposes and somebody else decides: an agent to an élu, a partner abroad to the other side.
create table proposals (
  id uuid primary key,
  sheet_id uuid not null references sheets on delete cascade,
  -- 'edit', or the name of an act
  act text not null,
  field_values jsonb not null,
  -- what was there when it was proposed
  base jsonb not null default '{}',
  sheet_version integer not null,
  comment text,
  account_id uuid references accounts on delete set null,
  -- a partner who answers an invitation has no account yet
  author text not null,
  on_behalf_of uuid references sheets on delete set null,
  created_at timestamptz not null default now(),
  state text not null default 'pending' check (state in ('pending', 'accepted', 'declined', 'withdrawn')),
  answer text,
  decided_at timestamptz,
  decided_by text
);
create index proposals_sheet on proposals (sheet_id, created_at) where state = 'pending';
create index proposals_account on proposals (account_id) where account_id is not null;
