-- How many meetings a network wants in a year (R151, R152). They hold from that year until others are set.
create table network_aims (
  network_id uuid not null references sheets on delete cascade,
  year smallint not null check (year between 2000 and 2100),
  webinars_low smallint not null check (webinars_low between 0 and 100),
  webinars_high smallint not null check (webinars_high >= webinars_low and webinars_high <= 100),
  -- at least so many
  physical smallint not null check (physical between 0 and 100),
  document_id text references documents,
  locator text,
  -- the function of whoever set them
  set_by text not null,
  set_at timestamptz not null default now(),
  primary key (network_id, year)
);
