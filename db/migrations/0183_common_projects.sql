-- A draft that several bodies hold: each is named and sees it once it has accepted.

create table common_projects (
  project_id uuid not null references sheets on delete cascade,
  body_id uuid not null references sheets on delete cascade,
  state text not null default 'invited' check (state in ('invited', 'accepted', 'declined')),
  invited_at timestamptz not null default now(),
  answered_at timestamptz,
  account_id uuid references accounts on delete set null,
  primary key (project_id, body_id)
);
create index common_projects_body on common_projects (body_id, state);
create index common_projects_account on common_projects (account_id) where account_id is not null;
