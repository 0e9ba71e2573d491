-- Practice sheets: what was tried, what came of it, what can be taken over. Results are facts of the sheet, each with its source.

create table practices (
  sheet_id uuid primary key references sheets on delete cascade,
  -- the action that it was made from
  action_id uuid references sheets on delete set null,
  context text,
  steps text[] not null default '{}',
  reuse text,
  failed text,
  -- shown to members only, and only while whoever is reached agrees
  contact_function text,
  contact_mail text,
  contact_by uuid references accounts on delete set null,
  contact_agreed_on date
);
-- an action is made a practice of once a body
create index practices_action on practices (action_id);
create index practices_contact on practices (contact_by) where contact_by is not null;
