-- Networks of authorities: what they are, who lists them, who holds which role in them, alone or together.

create table networks (
  sheet_id uuid primary key references sheets on delete cascade,
  scale text not null check (scale in ('international', 'european', 'national', 'regional')),
  aims text[] not null default '{}',
  founders text[] not null default '{}',
  note text
);
-- the list by scale
create index networks_scale on networks (scale);

-- A document of an authority that names the network as one of its own. Two documents may give two lists.
create table network_listings (
  network_id uuid not null references networks on delete cascade,
  authority_id uuid not null references sheets on delete cascade,
  document_id text not null references documents,
  -- 'main' and 'thematic': the document's own words; 'named': it says no more
  standing text not null check (standing in ('main', 'thematic', 'named')),
  locator text,
  primary key (network_id, authority_id, document_id)
);
-- "the networks of Bordeaux", document by document
create index network_listings_authority on network_listings (authority_id, document_id);

create table network_roles (
  id uuid primary key,
  network_id uuid not null references networks on delete cascade,
  role text not null check (role in (
    'presidency', 'commission-presidency', 'group-presidency', 'board', 'executive-bureau', 'steering-committee', 'governing-board',
    'world-council', 'treasurer', 'secretariat-host', 'hub-host', 'active-member', 'member', 'wished')),
  scope text,
  since text,
  since_precision text check (since_precision in ('day', 'month', 'year')),
  until text,
  until_precision text check (until_precision in ('day', 'month', 'year')),
  hosting_place text,
  note text,
  position smallint not null default 0,
  check ((since is null) = (since_precision is null)),
  check ((until is null) = (until_precision is null))
);
-- the page of one network
create index network_roles_network on network_roles (network_id, position);

-- One holder, or several together. An authority that a document does not name has a label and no sheet.
create table network_role_holders (
  role_id uuid not null references network_roles on delete cascade,
  position smallint not null,
  authority_id uuid references sheets on delete cascade,
  label text,
  primary key (role_id, position),
  check ((authority_id is null) <> (label is null))
);
-- the roles of one authority
create index network_role_holders_authority on network_role_holders (authority_id) where authority_id is not null;
