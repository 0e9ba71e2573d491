-- What a territory says beyond its sheet: its codes, its people, the larger ones it is part of.

create table territories (
  sheet_id uuid primary key references sheets on delete cascade,
  side text not null check (side in ('french', 'foreign')),
  insee text,
  siren text,
  geonames_id integer,
  population integer,
  population_year text,
  time_zone text,
  intercommunality_id uuid references sheets,
  department_id uuid references sheets,
  region_id uuid references sheets,
  postal_codes text[] not null default '{}',
  -- a surprise to tell readers of: which homonym was meant, why there are no coordinates
  note text,
  position_basis text check (position_basis in ('exact', 'chief-town', 'main-commune', 'neighbours', 'intercommunality', 'department'))
);
comment on column territories.position_basis is 'where its point comes from: of the place itself, of its chief town, of the communes around it';

-- /territoires/33063: the address by code
create unique index territories_insee on territories (insee) where insee is not null;
create index territories_siren on territories (siren) where siren is not null;
-- what a larger scale is made of, and the neighbours of an authority
create index territories_intercommunality on territories (intercommunality_id) where intercommunality_id is not null;
create index territories_department on territories (department_id) where department_id is not null;
create index territories_region on territories (region_id) where region_id is not null;
-- people look for their commune by its postal code
create index territories_postal_codes on territories using gin (postal_codes);

-- How an authority names a country, when it is not the common name.
create table country_namings (
  owner_id uuid not null references sheets on delete cascade,
  country text not null,
  name text not null,
  document_id text references documents,
  locator text,
  primary key (owner_id, country)
);
