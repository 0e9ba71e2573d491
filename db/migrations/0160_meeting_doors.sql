-- How one comes into a meeting: registration, places, the link that only registered people see, the code shown in the room.
create table meeting_doors (
  sheet_id uuid primary key references sheets on delete cascade,
  registration boolean not null default false,
  opens_on date,
  closes_on date,
  places integer check (places > 0),
  -- never in an event, a feed, an export or a history
  online_link text,
  code text,
  code_day date,
  check (opens_on is null or closes_on is null or opens_on <= closes_on)
);
comment on table meeting_doors is 'private: the online link is read by registered people and organisers only';

-- Where in the building, and which of the parallel tracks.
alter table meeting_sessions add column room text;
alter table meeting_sessions add column track text;

-- Members who offer to co-organise a meeting or one of its sessions.
create table meeting_volunteers (
  id uuid primary key,
  sheet_id uuid not null references sheets on delete cascade,
  account_id uuid references accounts on delete cascade,
  body_id uuid references sheets on delete set null,
  words text,
  state text not null default 'offered' check (state in ('offered', 'accepted', 'declined', 'withdrawn')),
  offered_at timestamptz not null default now(),
  decided_at timestamptz
);
-- one offer each, and those of one page
create unique index meeting_volunteers_sheet on meeting_volunteers (sheet_id, account_id);
-- what one person co-organises
create index meeting_volunteers_account on meeting_volunteers (account_id);
create index meeting_volunteers_body on meeting_volunteers (body_id) where body_id is not null;
