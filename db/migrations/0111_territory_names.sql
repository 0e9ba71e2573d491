-- How an authority writes the name of another territory on its own pages; others keep theirs.
create table territory_namings (
  owner_id uuid not null references sheets on delete cascade,
  territory_id uuid not null references sheets on delete cascade,
  name text not null,
  document_id text references documents,
  locator text,
  primary key (owner_id, territory_id)
);
-- who writes this territory otherwise
create index territory_namings_territory on territory_namings (territory_id);

-- What a commune was made of: the sheets that were joined into it, as they were.
create table territory_predecessors (
  successor_id uuid not null references sheets on delete cascade,
  name text not null,
  insee text,
  since text,
  since_precision text check (since_precision in ('day', 'month', 'year')),
  document_id text references documents,
  locator text,
  primary key (successor_id, name),
  check ((since is null) = (since_precision is null))
);
