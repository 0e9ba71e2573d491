-- Who read somebody's private fields, shown to the person concerned by function and body; erased after a year.
create table personal_accesses (
  id uuid primary key,
  -- who read: kept as a function and a body, and as an account for the export of their own data
  reader_id uuid references accounts on delete set null,
  reader_function text not null,
  reader_body_id uuid references sheets on delete set null,
  -- whose: a person, an account, or both
  person_id uuid references people on delete cascade,
  account_id uuid references accounts on delete cascade,
  what text not null,
  at timestamptz not null default now(),
  check (person_id is not null or account_id is not null)
);
create index personal_accesses_person on personal_accesses (person_id, at desc) where person_id is not null;
create index personal_accesses_account on personal_accesses (account_id, at desc) where account_id is not null;
create index personal_accesses_reader on personal_accesses (reader_id) where reader_id is not null;
-- erasing old ones
create index personal_accesses_age on personal_accesses (at);

-- The export of one's own data, made by a job; its owner has seven days to take it.
create table data_exports (
  id uuid primary key,
  account_id uuid not null references accounts on delete cascade,
  asked_at timestamptz not null,
  steps smallint not null default 0,
  done smallint not null default 0,
  finished_at timestamptz,
  failed boolean not null default false,
  data text,
  readable text
);
create index data_exports_account on data_exports (account_id, asked_at desc);
create index data_exports_age on data_exports (asked_at);
