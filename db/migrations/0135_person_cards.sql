-- Somebody's own card: contacts, and functions with their dates.
alter table people add column mail text;
alter table people add column phone text;
comment on column people.mail is 'read by members only, by consent, and each reading is kept in personal_accesses';

alter table person_functions add column since text;
alter table person_functions add column since_precision text check (since_precision in ('day', 'month', 'year'));
alter table person_functions add column until text;
alter table person_functions add column until_precision text check (until_precision in ('day', 'month', 'year'));
alter table person_functions add check ((since is null) = (since_precision is null));
alter table person_functions add check ((until is null) = (until_precision is null));

-- The directory: public mandates as they are, everything else by consent, field by field. Contacts are not here:
-- one card at a time reads them, and says so to the person.
create view directory as
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
  cross join lateral (select may_be_named(f.standing, p.named, named.person_id is not null, p.erased_at is not null) as ok) rule
  where p.named and p.erased_at is null and f.standing <> 'credit'
    and (f.standing in ('elected', 'ambassador') or listed.person_id is not null);

-- typing a part of a function or of a name
create index person_functions_words on person_functions using gin (plain(function) gin_trgm_ops);
create index people_words on people using gin (plain(first_name || ' ' || last_name) gin_trgm_ops);
-- the directory in the order of names
create index people_by_name on people (plain(last_name || ' ' || first_name), id);
