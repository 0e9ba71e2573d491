-- A partnership beyond its sheet: who, what it brings, its strands and its agreements, each with its own dated history.

create table partnerships (
  sheet_id uuid primary key references sheets on delete cascade,
  -- null: nobody has said
  priority boolean,
  dimensions text[] not null default '{}',
  -- 'own': said of this partnership; 'collective': said of all the partnerships of the authority at once
  dimensions_basis text check (dimensions_basis in ('own', 'collective')),
  dimensions_document text references documents,
  dimensions_locator text,
  check (dimensions = '{}' or dimensions_basis is not null)
);

-- What the residents of each side gain: one sentence, one source.
create table partnership_gains (
  id uuid primary key,
  sheet_id uuid not null references partnerships on delete cascade,
  side text not null check (side in ('here', 'there')),
  sentence text not null,
  document_id text references documents,
  locator text,
  position smallint not null default 0
);
-- the page of one partnership
create index partnership_gains_sheet on partnership_gains (sheet_id, side, position);

-- The last row of a strand is its present state; what was written stays.
create table partnership_strands (
  id uuid primary key,
  sheet_id uuid not null references partnerships on delete cascade,
  strand text not null check (strand in ('official', 'technical', 'economic', 'cultural', 'student', 'civic', 'solidarity')),
  state text not null check (state in ('open', 'slowed', 'stopped', 'suspended', 'ended')),
  at text,
  at_precision text check (at_precision in ('day', 'month', 'year')),
  evidence text,
  reason text,
  note text,
  author text not null,
  document_id text references documents,
  locator text,
  recorded_at timestamptz not null default now(),
  position integer not null,
  check ((at is null) = (at_precision is null)),
  -- serves the page of one partnership, and refuses two rows written at once
  unique (sheet_id, strand, position)
);

-- Successive agreements, conventions and cooperation programmes under one partnership.
create table partnership_agreements (
  id uuid primary key,
  sheet_id uuid not null references partnerships on delete cascade,
  kind text not null check (kind in ('agreement', 'convention', 'programme')),
  title text not null,
  note text,
  themes text[] not null default '{}',
  start_date text,
  start_precision text check (start_precision in ('day', 'month', 'year')),
  end_date text,
  end_precision text check (end_precision in ('day', 'month', 'year')),
  renews uuid unique references partnership_agreements,
  position smallint not null default 0,
  check (renews <> id),
  check ((start_date is null) = (start_precision is null)),
  check ((end_date is null) = (end_precision is null))
);
-- the page of one partnership
create index partnership_agreements_sheet on partnership_agreements (sheet_id, position);

create table partnership_agreement_states (
  id uuid primary key,
  agreement_id uuid not null references partnership_agreements on delete cascade,
  -- 'unknown': the documents name the agreement and not its state
  state text not null check (state in ('unknown', 'preparing', 'finalising', 'signed', 'in_force', 'expired', 'renewed', 'denounced')),
  at text,
  at_precision text check (at_precision in ('day', 'month', 'year')),
  reason text,
  author text not null,
  document_id text references documents,
  locator text,
  recorded_at timestamptz not null default now(),
  position integer not null,
  check ((at is null) = (at_precision is null)),
  -- serves the history of one agreement, and refuses two rows written at once
  unique (agreement_id, position)
);

-- What happened between the two and has no sheet of its own: a visit, a well, a renewal announced.
create table partnership_milestones (
  id uuid primary key,
  sheet_id uuid not null references partnerships on delete cascade,
  kind text not null check (kind in ('visit', 'project', 'renewal', 'other')),
  title text not null,
  detail text,
  planned boolean not null default false,
  at text,
  at_precision text check (at_precision in ('day', 'month', 'year')),
  document_id text references documents,
  locator text,
  position smallint not null default 0,
  check ((at is null) = (at_precision is null))
);
-- the timeline of one partnership
create index partnership_milestones_sheet on partnership_milestones (sheet_id, position);
