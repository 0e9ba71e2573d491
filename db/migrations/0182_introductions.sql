-- Two members put in touch: no contact is shown before both have agreed (invariant 31).

create table introductions (
  id uuid primary key,
  low_id uuid not null references sheets on delete cascade,
  high_id uuid not null references sheets on delete cascade,
  -- the member that asks; null: an animator proposes it to both
  asked_by uuid references sheets on delete cascade,
  -- the network whose animator proposes
  network_id uuid references sheets on delete set null,
  -- what they would talk about, in words of whoever asks
  subject text not null,
  state text not null default 'open' check (state in ('open', 'agreed', 'declined', 'withdrawn')),
  created_at timestamptz not null default now(),
  settled_at timestamptz,
  conversation_id uuid,
  -- what came of it was asked, once
  outcome_asked_at timestamptz,
  check (low_id < high_id)
);
-- one at a time between two members
create unique index introductions_open on introductions (low_id, high_id) where state = 'open';
create index introductions_low on introductions (low_id, created_at desc);
create index introductions_high on introductions (high_id, created_at desc);
create index introductions_network on introductions (network_id, created_at desc) where network_id is not null;
-- those whose three months have passed
create index introductions_settled on introductions (settled_at) where state = 'agreed' and outcome_asked_at is null;

-- What each side said, by whom: that person's name, function and address are what the other side reads once both said yes.
create table introduction_sides (
  introduction_id uuid not null references introductions on delete cascade,
  body_id uuid not null references sheets on delete cascade,
  agreed boolean,
  account_id uuid references accounts on delete set null,
  answered_at timestamptz,
  -- what came of it
  outcome text check (outcome in ('talked', 'project', 'nothing')),
  outcome_note text,
  outcome_at timestamptz,
  primary key (introduction_id, body_id)
);
create index introduction_sides_body on introduction_sides (body_id);
create index introduction_sides_account on introduction_sides (account_id) where account_id is not null;
