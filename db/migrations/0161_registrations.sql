-- Who comes to a meeting: members by their account, others by a mail that they confirmed, experts by invitation.
create table registrations (
  id uuid primary key,
  meeting_id uuid not null references sheets on delete cascade,
  kind text not null check (kind in ('member', 'visitor', 'expert')),
  account_id uuid references accounts on delete cascade,
  -- for whom a member comes; the sheet that a visitor's words name, when there is one
  body_id uuid references sheets on delete set null,
  name text,
  mail text,
  function text,
  body text,
  standing text not null,
  lang text not null default 'fr',
  state text not null check (state in ('invited', 'asked', 'registered', 'waiting', 'cancelled')),
  reminders boolean not null default true,
  -- a visitor's consent to what is kept of them
  consented_at timestamptz,
  -- the function of whoever invited an expert
  invited_by text,
  created_at timestamptz not null default now(),
  -- since when in this state: the waiting list is in this order
  since timestamptz not null default now()
);
comment on table registrations is 'private: read by the organisers of the meeting and by the person; its counts are for organisers';
create unique index registrations_account on registrations (meeting_id, account_id) where account_id is not null;
create unique index registrations_mail on registrations (meeting_id, lower(mail)) where mail is not null;
-- those of one meeting by state: places, waiting list, reminders
create index registrations_meeting on registrations (meeting_id, state, since);
-- one person's own, for their space and their export
create index registrations_of_account on registrations (account_id) where account_id is not null;
create index registrations_of_body on registrations (body_id) where body_id is not null;

create table registration_sessions (
  registration_id uuid not null references registrations on delete cascade,
  session_id uuid not null references sheets on delete cascade,
  primary key (registration_id, session_id)
);
-- how many in each session
create index registration_sessions_session on registration_sessions (session_id);

-- A reminder goes once, whatever happens to the worker.
create table registration_reminders (
  registration_id uuid not null references registrations on delete cascade,
  which text not null check (which in ('week', 'day')),
  primary key (registration_id, which)
);

-- Somebody who was there is known by a function of the documents, by their registration, or by what was written that day.
alter table attendances alter column function_id drop not null;
alter table attendances add column registration_id uuid references registrations on delete set null;
alter table attendances add column name_written text;
alter table attendances add column standing text;
alter table attendances add column how text not null default 'list' check (how in ('list', 'code', 'import'));
alter table attendances add column recorded_at timestamptz not null default now();
create unique index attendances_registration on attendances (meeting_id, registration_id) where registration_id is not null;
