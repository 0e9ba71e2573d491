-- How one comes into a group, and who waits at its door.

alter table working_groups add column joining text not null default 'request' check (joining in ('open', 'request', 'invitation'));
-- kept for those who hold one of these roles in an authority; empty: for every member
alter table working_groups add column reserved_roles text[] not null default '{}' check (reserved_roles <@ array['elected', 'agent']);

create table group_requests (
  id uuid primary key,
  group_id uuid not null references sheets on delete cascade,
  account_id uuid not null references accounts on delete cascade,
  -- for whom they would come
  body_id uuid not null references sheets on delete cascade,
  word text,
  created_at timestamptz not null default now(),
  outcome text check (outcome in ('accepted', 'declined', 'withdrawn')),
  -- the function of whoever answered, and what they said
  answered_by text,
  answer text,
  answered_at timestamptz,
  check ((outcome is null) = (answered_at is null))
);
-- one request at a time
create unique index group_requests_open on group_requests (group_id, account_id) where outcome is null;
create index group_requests_account on group_requests (account_id);

create table group_invitations (
  id uuid primary key,
  group_id uuid not null references sheets on delete cascade,
  -- one or the other: an address is forgotten once answered
  mail text,
  account_id uuid references accounts on delete cascade,
  standing text not null check (standing in ('member', 'guest')),
  body_id uuid references sheets on delete cascade,
  -- a guest's last day
  until date,
  word text,
  invited_by text not null,
  inviter_id uuid references accounts on delete set null,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  outcome text check (outcome in ('accepted', 'declined', 'withdrawn')),
  answered_at timestamptz,
  check (standing = 'member' or until is not null),
  check (outcome is not null or mail is not null or account_id is not null),
  check ((outcome is null) = (answered_at is null))
);
-- those of a group that wait, and those of one person
create index group_invitations_group on group_invitations (group_id) where outcome is null;
create index group_invitations_account on group_invitations (account_id) where account_id is not null;
create index group_invitations_mail on group_invitations (lower(mail)) where mail is not null;
