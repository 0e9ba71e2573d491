-- What the loader has done: a part is one transaction, so that a start cut short goes on where it was.

create table world_parts (
  name text primary key,
  loaded_at timestamptz not null default now()
);

-- The sheet of each record of the demonstration files, for the parts that come after.
create table world_seeds (
  kind text not null,
  seed_id text not null,
  sheet_id uuid not null references sheets on delete cascade,
  primary key (kind, seed_id)
);
