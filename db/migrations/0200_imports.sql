-- Lists that an animator or an organiser brings: members of a network, people present at a meeting. Private.

create table imports (
  id uuid primary key,
  kind text not null check (kind in ('members', 'attendance')),
  -- the network, or the meeting
  about_id uuid not null references sheets on delete cascade,
  -- for whom it is made: those who act for it see it
  body_id uuid references sheets on delete cascade,
  account_id uuid references accounts on delete set null,
  name text not null,
  header text[] not null,
  -- what each column is read as; '' is not read
  columns text[] not null,
  created_at timestamptz not null default now(),
  started_at timestamptz,
  finished_at timestamptz
);
comment on table imports is 'private: names and functions of people, erased thirty days after the end';
create index imports_body on imports (body_id, created_at desc);

create table import_lines (
  import_id uuid not null references imports on delete cascade,
  -- as a spreadsheet counts: the head is 1 when nothing is above it
  number integer not null,
  cells text[] not null,
  -- what the person answered when several sheets were possible: an id, or 'skip'
  choice text,
  -- written once it has been dealt with
  fate text,
  reason text,
  done_at timestamptz,
  primary key (import_id, number)
);
-- what is still to do, when the work goes on after a stop
create index import_lines_waiting on import_lines (import_id, number) where done_at is null;

-- Entered by a list that somebody else made: elected or not, nothing is shown before this person agrees.
alter table people add column held boolean not null default false;
comment on column people.held is 'true: brought by an import; the rule of public mandates waits for a consent';

create or replace view people_named as
  select f.id as function_id, f.person_id, f.position, f.function, f.body_id, f.body, f.standing, f.is_current, f.as_of, f.as_of_precision,
    case when rule.ok then p.civility end as civility,
    case when rule.ok then trim(p.first_name || ' ' || p.last_name) end as name,
    p.named and not rule.ok as name_withheld
  from person_functions f
  join people p on p.id = f.person_id
  left join person_consents c on c.person_id = p.id and c.field = 'name' and c.withdrawn_at is null
  cross join lateral (select may_be_named(f.standing, p.named and (not p.held or c.person_id is not null), c.person_id is not null, p.erased_at is not null) as ok) rule;

create or replace view directory as
  select f.id as function_id, f.person_id, f.position, f.function, f.body_id, f.body, f.standing,
    f.is_current and (f.until is null or f.until >= left(current_date::text, length(f.until))) as is_current,
    f.since, f.since_precision, f.until, f.until_precision, f.as_of, f.as_of_precision,
    f.standing in ('elected', 'ambassador') as is_public,
    case when rule.ok then trim(p.first_name || ' ' || p.last_name) end as name,
    case when rule.ok then plain(p.last_name || ' ' || p.first_name) end as sort_name
  from person_functions f
  join people p on p.id = f.person_id
  left join person_consents named on named.person_id = p.id and named.field = 'name' and named.withdrawn_at is null
  left join person_consents listed on listed.person_id = p.id and listed.field = 'function' and listed.withdrawn_at is null
  cross join lateral (select may_be_named(f.standing, p.named and (not p.held or named.person_id is not null), named.person_id is not null, p.erased_at is not null) as ok) rule
  where p.named and p.erased_at is null and f.standing <> 'credit'
    and ((f.standing in ('elected', 'ambassador') and not p.held) or listed.person_id is not null);
