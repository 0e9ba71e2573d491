-- What every publishable thing shares: the sheet, and what hangs on it.

create extension if not exists unaccent;
create extension if not exists pg_trgm;
create extension if not exists btree_gin;

-- unaccent() is only stable; an index wants immutable. The dictionary is the shipped one and does not change.
create function plain(text) returns text language sql immutable parallel safe strict
  return lower(public.unaccent('public.unaccent'::regdictionary, replace(replace($1, '’', ' '), '''', ' ')));

create text search configuration french_plain (copy = french);
alter text search configuration french_plain
  alter mapping for hword, hword_part, word with unaccent, french_stem;

-- Where facts come from: a text, its author, its nature. An opinion has an author.
create table documents (
  id text primary key,
  title text not null,
  author text not null,
  nature text not null check (nature in ('official', 'opinion', 'minutes', 'reference', 'contribution')),
  published text,
  published_precision text check (published_precision in ('day', 'month', 'year')),
  url text,
  licence text,
  lang text not null default 'fr'
);

create table sheets (
  id uuid primary key,
  num integer generated always as identity unique,
  kind text not null,
  type text,
  slug text not null,
  title text not null,
  context text,
  summary text,
  lang text not null default 'fr',
  owner_id uuid references sheets,
  visibility text not null default 'public' check (visibility in ('public', 'members', 'group', 'authority', 'draft')),
  state text,
  phase text,
  start_date text,
  start_precision text check (start_precision in ('day', 'month', 'year')),
  start_meaning text,
  end_date text,
  end_precision text check (end_precision in ('day', 'month', 'year')),
  countries text[] not null default '{}',
  themes text[] not null default '{}',
  sdgs smallint[] not null default '{}',
  territories integer[] not null default '{}',
  to_confirm boolean not null default false,
  weight real not null default 0,
  confirmed_at text,
  version integer not null default 1,
  merged_into uuid references sheets,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  search tsvector not null default '',
  check ((start_date is null) = (start_precision is null)),
  check ((end_date is null) = (end_precision is null)),
  -- serves the page of one sheet, and holds the promise that an address is for keeps
  unique (kind, slug)
);
comment on column sheets.num is 'dense number: one bit in the counting of facets, and the tie-break of keyset pages';
comment on column sheets.territories is 'nums of the territories it is linked to, kept by the kernel';
comment on column sheets.context is 'what tells homonyms apart: Gironde (33), Pérou';

-- words, French stems, accents aside
create index sheets_search on sheets using gin (search);
-- lists of one kind, the most used first
create index sheets_kind on sheets (kind, weight desc, num) where visibility = 'public' and merged_into is null;
-- "everything about Bordeaux"
create index sheets_territories on sheets using gin (territories);
create index sheets_countries on sheets using gin (countries);
create index sheets_themes on sheets using gin (themes);
-- what is new: feed, home
create index sheets_updated on sheets (updated_at desc, num desc);
create index sheets_owner on sheets (owner_id) where owner_id is not null;

-- Every name that finds the sheet, its title included.
create table sheet_names (
  sheet_id uuid not null references sheets on delete cascade,
  name text not null,
  kind text not null check (kind in ('title', 'alias', 'former', 'acronym', 'native', 'misspelling', 'code')),
  plain text generated always as (plain(name)) stored,
  primary key (sheet_id, name)
);
-- typing errors: nearest names by trigrams
create index sheet_names_trigram on sheet_names using gin (plain gin_trgm_ops);
-- exact names, codes and beginnings of names
create index sheet_names_plain on sheet_names (plain text_pattern_ops);

-- A state is a dated history with reasons and authors, never a flag.
create table sheet_states (
  id uuid primary key,
  sheet_id uuid not null references sheets on delete cascade,
  state text not null,
  at text,
  at_precision text check (at_precision in ('day', 'month', 'year')),
  reason text,
  note text,
  author text not null,
  document_id text references documents,
  locator text,
  recorded_at timestamptz not null default now(),
  position integer not null default 0
);
create index sheet_states_sheet on sheet_states (sheet_id, position);

-- Where it is. No coordinates: listed, never lost.
create table sheet_places (
  sheet_id uuid not null references sheets on delete cascade,
  position smallint not null,
  role text not null check (role in ('at', 'from', 'to')),
  territory_id uuid references sheets,
  label text not null,
  lat double precision,
  lon double precision,
  approximate boolean not null default false,
  primary key (sheet_id, position),
  check ((lat is null) = (lon is null))
);
create index sheet_places_territory on sheet_places (territory_id);

-- How sheets hang together. The word for the link is the role.
create table sheet_links (
  from_id uuid not null references sheets on delete cascade,
  role text not null,
  to_id uuid not null references sheets on delete cascade,
  position integer not null default 0,
  note text,
  primary key (from_id, role, to_id)
);
-- the other way round: who points here
create index sheet_links_to on sheet_links (to_id, role);

-- Facts beside the sheet's own columns: a dated figure, a year that two sources give differently.
-- Several rows of one field that are not superseded disagree; the chosen one is shown first.
create table sheet_facts (
  id uuid primary key,
  sheet_id uuid not null references sheets on delete cascade,
  field text not null,
  label text,
  value text not null,
  unit text,
  qualifier text,
  observed text,
  observed_precision text check (observed_precision in ('day', 'month', 'year')),
  chosen boolean not null default true,
  outdated boolean not null default false,
  note text,
  position integer not null default 0
);
create index sheet_facts_sheet on sheet_facts (sheet_id, position);

-- Which text says it, and where in it. fact_id null: the sheet as a whole.
create table sheet_sources (
  id uuid primary key,
  sheet_id uuid not null references sheets on delete cascade,
  fact_id uuid references sheet_facts on delete cascade,
  field text,
  document_id text not null references documents,
  locator text,
  position integer not null default 0
);
create index sheet_sources_sheet on sheet_sources (sheet_id, position);
create index sheet_sources_fact on sheet_sources (fact_id) where fact_id is not null;

-- An address that has served goes on serving.
create table sheet_redirects (
  kind text not null,
  slug text not null,
  sheet_id uuid not null references sheets on delete cascade,
  primary key (kind, slug)
);
