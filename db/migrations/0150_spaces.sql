-- Rooms of work: who is in a group, who chairs it, and what several bodies hold together before it is public.

alter table mandates drop constraint mandates_role_check;
alter table mandates add constraint mandates_role_check
  check (role in ('agent', 'elected', 'project-holder', 'funder', 'partner', 'animator', 'chair', 'expert', 'administrator'));

-- Somebody in a group, for a body or as a guest until a day. Who left is kept: what they wrote stays theirs.
create table group_members (
  group_id uuid not null references sheets on delete cascade,
  account_id uuid not null references accounts on delete cascade,
  -- for whom they come
  body_id uuid references sheets on delete set null,
  standing text not null default 'member' check (standing in ('member', 'guest')),
  since date not null default current_date,
  -- a guest's last day
  until date,
  ended_at timestamptz,
  primary key (group_id, account_id),
  check (standing = 'member' or until is not null)
);
-- the groups of one reader, at each request
create index group_members_account on group_members (account_id) where ended_at is null;

-- Bodies and groups that see a sheet as its owner does: a group's audience, a draft that several authorities hold.
alter table sheets add column shared_with uuid[] not null default '{}';
create index sheets_shared on sheets using gin (shared_with) where shared_with <> '{}';

-- Some news are about a thing that is no sheet: an answer in a group, a proposed introduction.
alter table notifications add column path text;
alter table notifications add column label text;
-- whom one event was told to
create index notifications_event on notifications (event_id);
-- held by something else than a sheet's page: a group's document, a message
alter table files add column kept boolean not null default false;
