-- Keys of this instance, drawn where they are kept: every node reads the same, and a copy of the database keeps its links.
-- Two random UUIDs are 244 bits from the server's strong generator.
create table secrets (
  name text primary key,
  value bytea not null
);
insert into secrets (name, value)
select name, sha256(convert_to(gen_random_uuid()::text || gen_random_uuid()::text, 'UTF8')) from unnest(array['links', 'throttle']) as name;
