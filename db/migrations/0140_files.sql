-- Photos and documents of sheets. In the database: one backup, any number of nodes.

create table files (
  id uuid primary key,
  name text not null,
  media_type text not null,
  bytes integer not null,
  -- photos: null, only their re-encoded sizes are kept
  content bytea,
  width integer,
  height integer,
  account_id uuid references accounts on delete set null,
  created_at timestamptz not null default now()
);
-- bytes that are compressed already
alter table files alter column content set storage external;

create table file_sizes (
  file_id uuid not null references files on delete cascade,
  width integer not null,
  height integer not null,
  content bytea not null,
  primary key (file_id, width)
);
alter table file_sizes alter column content set storage external;

create table sheet_attachments (
  id uuid primary key,
  sheet_id uuid not null references sheets on delete cascade,
  file_id uuid not null references files on delete cascade,
  kind text not null check (kind in ('photo', 'document')),
  caption text not null,
  credit text not null,
  -- what the photo shows, for who does not see it; empty for a document
  alternative text not null default '',
  taken text,
  taken_precision text check (taken_precision in ('day', 'month', 'year')),
  position integer not null,
  added_at timestamptz not null default now(),
  removed_at timestamptz,
  check (kind = 'document' or alternative <> '')
);
-- the sheet's page
create index sheet_attachments_sheet on sheet_attachments (sheet_id, position) where removed_at is null;
create index sheet_attachments_file on sheet_attachments (file_id);
