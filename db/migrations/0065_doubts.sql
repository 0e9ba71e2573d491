-- What the sources leave in doubt: each contradiction or gap, what was done about it, and where it shows.

create table doubts (
  id text primary key,
  severity text not null check (severity in ('high', 'medium', 'low')),
  subject text not null,
  outcome text not null check (outcome in ('open', 'settled')),
  title text not null,
  handling text not null,
  -- A doubt about somebody who is neither elected nor an ambassador is for members only.
  visibility text not null check (visibility in ('public', 'members')),
  people jsonb not null default '[]'
);
-- /a-confirmer: all that is public, a hundred rows
create index doubts_public on doubts (outcome, severity) where visibility = 'public';

create table doubt_readings (
  doubt_id text not null references doubts on delete cascade,
  position smallint not null,
  quote text,
  document_id text not null references documents,
  locator text,
  primary key (doubt_id, position)
);

create table doubt_sheets (
  doubt_id text not null references doubts on delete cascade,
  sheet_id uuid not null references sheets on delete cascade,
  position smallint not null,
  primary key (doubt_id, sheet_id)
);
-- the doubts of one sheet
create index doubt_sheets_sheet on doubt_sheets (sheet_id);
