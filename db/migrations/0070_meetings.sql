-- Meetings, their sessions, who spoke, what was reported. The word events belongs to what happened in the database.

-- An hour is local, with its zone; the day stays in sheets. Any kind of sheet may have one: the agenda reads it here.
create table sheet_hours (
  sheet_id uuid primary key references sheets on delete cascade,
  starts time,
  ends time,
  time_zone text not null,
  check (starts is not null or ends is null)
);

create table meetings (
  sheet_id uuid primary key references sheets on delete cascade,
  series text,
  edition smallint,
  guiding_theme text,
  place text,
  online boolean not null default false,
  time_zone text,
  participants integer,
  participants_qualifier text check (participants_qualifier in ('exact', 'environ', 'plus_de', 'pres_de', 'jusqua')),
  -- announced for later, with themes that are still being chosen
  themes_open boolean not null default false,
  aims text,
  note text
);
-- other editions of one series
create index meetings_series on meetings (series, edition) where series is not null;

create table meeting_sessions (
  sheet_id uuid primary key references sheets on delete cascade,
  meeting_id uuid not null references sheets on delete cascade,
  number smallint not null,
  short_title text not null,
  -- the day as the minutes write it, weekday included
  day_written text,
  announced text,
  conclusion text,
  unique (meeting_id, number)
);

-- What minutes are made of: their parts, in order.
create table minutes_parts (
  sheet_id uuid not null references sheets on delete cascade,
  position smallint not null,
  title text not null,
  text text,
  items text[] not null default '{}',
  starts time,
  ends time,
  document_id text references documents,
  locator text,
  primary key (sheet_id, position)
);

-- Who speaks, in which role, with which function of that day. reported null: the minutes list the person and say no more.
create table meeting_roles (
  id uuid primary key,
  sheet_id uuid not null references sheets on delete cascade,
  position smallint not null,
  role text not null check (role in ('opening', 'chair', 'moderator', 'speaker', 'closing')),
  function_id uuid not null references person_functions,
  part smallint,
  video boolean not null default false,
  replaces text,
  -- what was announced apart from the function: « le rôle des gouvernements locaux »
  topic text,
  reported text,
  document_id text references documents,
  locator text,
  unique (sheet_id, position),
  foreign key (sheet_id, part) references minutes_parts (sheet_id, position)
);
-- everything said by one person, when they ask to be erased or to correct
create index meeting_roles_function on meeting_roles (function_id);

-- What is not sure in minutes, said beside them: which text, where. role null: the minutes as a whole.
create table minutes_remarks (
  sheet_id uuid not null references sheets on delete cascade,
  position smallint not null,
  role smallint,
  text text not null,
  document_id text references documents,
  locator text,
  primary key (sheet_id, position),
  foreign key (sheet_id, role) references meeting_roles (sheet_id, position)
);

-- Added later, beside a text that nobody alters: dated and signed.
create table context_notes (
  id uuid primary key,
  sheet_id uuid not null references sheets on delete cascade,
  text text not null,
  dated text not null,
  signed text not null,
  recorded_at timestamptz not null default now()
);
-- the notes of one page, oldest first
create index context_notes_sheet on context_notes (sheet_id, dated);

-- Who was there. Never published: public pages only count it.
create table attendances (
  meeting_id uuid not null references sheets on delete cascade,
  number smallint not null,
  function_id uuid not null references person_functions,
  -- the authority that the person came from, and the one that they stood for when it is another
  authority_id uuid references sheets,
  stood_for_id uuid references sheets,
  authority_written text,
  function_written text,
  document_id text references documents,
  locator text,
  primary key (meeting_id, number)
);
comment on table attendances is 'private: a list of people who attended is never shown, exported or searched; its counts are';
-- everywhere one person was, when they ask to be erased
create index attendances_function on attendances (function_id);
