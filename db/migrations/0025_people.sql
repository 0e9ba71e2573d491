-- People and their dated functions. Private: nothing here is a sheet, and public pages read names through people_named only.

create table people (
  id uuid primary key,
  -- what an import calls this person, to find them again: private like the name
  reference text unique,
  first_name text not null default '',
  last_name text not null,
  civility text,
  -- false: the documents give a function and no name
  named boolean not null default true,
  note text,
  erased_at timestamptz,
  created_at timestamptz not null default now()
);
comment on table people is 'private: names wait for a mandate held in public, or for consent';

-- Other spellings of one person's name: Tétart and Tetart, Céline and Cécile Papin.
create table person_names (
  person_id uuid not null references people on delete cascade,
  name text not null,
  primary key (person_id, name)
);

-- What a person did, for whom, and when a text says so: several at once, past ones kept as past.
create table person_functions (
  id uuid primary key,
  person_id uuid not null references people on delete cascade,
  position smallint not null,
  function text not null,
  -- the body, as its sheet when there is one; its name as written otherwise
  body_id uuid references sheets on delete set null,
  body text,
  standing text not null check (standing in ('elected', 'ambassador', 'agent', 'trainee', 'association', 'state', 'diplomat', 'foreign', 'expert', 'researcher', 'credit')),
  is_current boolean not null default true,
  as_of text,
  as_of_precision text check (as_of_precision in ('day', 'month', 'year')),
  document_id text references documents,
  locator text,
  unique (person_id, position),
  check ((as_of is null) = (as_of_precision is null))
);
-- who held a function in a body: groups and their chairs
create index person_functions_body on person_functions (body_id) where body_id is not null;

-- One consent a field, with its day; withdrawn is kept, and counts as no.
create table person_consents (
  person_id uuid not null references people on delete cascade,
  field text not null check (field in ('name', 'function', 'photo', 'mail', 'phone')),
  given_at timestamptz not null,
  withdrawn_at timestamptz,
  recorded_by text not null,
  primary key (person_id, field)
);

-- The rule of naming, the same as mayBeNamed in src/modules/people/rules.ts; a test compares them on every case.
create function may_be_named(standing text, named boolean, consented boolean, erased boolean) returns boolean
  language sql immutable parallel safe as $$
  select named and not erased and (standing in ('elected', 'ambassador') or consented)
$$;

-- The only way from a function to a name. No handler can forget the rule: a name that waits is null here.
create view people_named as
  select f.id as function_id, f.person_id, f.position, f.function, f.body_id, f.body, f.standing, f.is_current, f.as_of, f.as_of_precision,
    case when rule.ok then p.civility end as civility,
    case when rule.ok then trim(p.first_name || ' ' || p.last_name) end as name,
    p.named and not rule.ok as name_withheld
  from person_functions f
  join people p on p.id = f.person_id
  left join person_consents c on c.person_id = p.id and c.field = 'name' and c.withdrawn_at is null
  cross join lateral (select may_be_named(f.standing, p.named, c.person_id is not null, p.erased_at is not null) as ok) rule;
