-- What a group writes and keeps, with every version, and the words in it.

create table group_documents (
  id uuid primary key,
  group_id uuid not null references sheets on delete cascade,
  title text not null,
  -- counted up at each change: two people who change it at once are told
  version integer not null default 1,
  created_at timestamptz not null default now()
);
create index group_documents_group on group_documents (group_id, created_at desc);

create table group_document_versions (
  id uuid primary key,
  document_id uuid not null references group_documents on delete cascade,
  number integer not null,
  file_id uuid not null references files on delete cascade,
  change text,
  -- as history tells it: a function and a body, never a name
  author text not null,
  author_id uuid references accounts on delete set null,
  body_id uuid references sheets on delete set null,
  added_at timestamptz not null default now(),
  -- where reading its text stands
  reading text not null default 'waiting' check (reading in ('waiting', 'read', 'empty', 'locked', 'broken', 'unread')),
  tries smallint not null default 0,
  text text,
  -- the text went on beyond what is kept for searching
  cut boolean not null default false,
  search tsvector generated always as (to_tsvector('french_plain', translate(coalesce(text, ''), '-’', '  '))) stored,
  unique (document_id, number)
);
-- words in the documents of a group
create index group_document_versions_search on group_document_versions using gin (search);
create index group_document_versions_waiting on group_document_versions (added_at) where reading = 'waiting';
create index group_document_versions_file on group_document_versions (file_id);
