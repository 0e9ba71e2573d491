-- What the administrator of the instance sets, in effect on every node with the event that says so. One row at most.
create table instance_settings (
  only_one boolean primary key default true check (only_one),
  name text not null,
  short_name text,
  languages text[] not null check (languages <@ array['fr', 'en', 'es'] and languages @> array['fr']),
  welcome jsonb not null default '{}',
  publisher text,
  contact text,
  default_zone text not null,
  moderation boolean not null,
  digest_hour smallint not null check (digest_hour between 0 and 23),
  updated_at timestamptz not null default now()
);
