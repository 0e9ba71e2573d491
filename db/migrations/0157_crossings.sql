-- Two members who go to, or receive from, the same place at about the same time (R090). A body says so first: its window, in weeks.
create table crossing_windows (
  body_id uuid primary key references sheets on delete cascade,
  -- null: the body answered that it does not want to be told
  weeks smallint check (weeks between 1 and 26),
  set_by text not null,
  set_at timestamptz not null default now()
);

-- A pair is told once, whatever happens to the worker. The smaller id first.
create table crossings (
  sheet_id uuid not null references sheets on delete cascade,
  other_id uuid not null references sheets on delete cascade,
  -- the two bodies, in the same order
  body_id uuid not null references sheets on delete cascade,
  other_body_id uuid not null references sheets on delete cascade,
  -- the place that they have in common: a territory, or else a country
  territory_id uuid references sheets on delete set null,
  country text,
  told_at timestamptz not null default now(),
  primary key (sheet_id, other_id, body_id, other_body_id),
  check (sheet_id < other_id)
);
-- those of one body, in the agenda and in one's space
create index crossings_body on crossings (body_id);
create index crossings_other_body on crossings (other_body_id);
