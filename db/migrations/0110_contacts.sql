-- What an authority or an organisation says of itself: its site, how to reach its international desk, whether it works abroad.

create table contacts (
  sheet_id uuid primary key references sheets on delete cascade,
  web text,
  service text,
  service_function text,
  mail text,
  phone text,
  page text,
  -- shown to everybody; the site is always
  is_public boolean not null default false,
  -- the mail is one person's own, and that person agrees
  agreed boolean not null default false
);
comment on table contacts is 'private unless is_public: an agent''s own address is opt-in';

alter table territories add column engagement text check (engagement in ('engaged', 'wishing', 'not_yet'));
comment on column territories.engagement is 'what the authority says of itself; no partnership is required';
