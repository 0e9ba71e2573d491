-- What people add to a partnership as it lives: who eases it, how it is called before its partner is named, who met whom.

alter table partnerships add column mediator text;
comment on column partnerships.mediator is 'R040: the function of whoever eases the relation; the organisation is a link in the role mediator';
-- « une collectivité de Madagascar »: shown in place of a partner whom nobody has named yet
alter table partnerships add column placeholder text;

-- R038: what elected officials say to each other, apart from what technicians exchange. People by their functions.
create table partnership_exchanges (
  id uuid primary key,
  sheet_id uuid not null references partnerships on delete cascade,
  register text not null check (register in ('political', 'technical')),
  initiative text not null check (initiative in ('here', 'there', 'both')),
  form text not null check (form in ('visit', 'videoconference', 'call', 'letter')),
  subject text not null,
  here text,
  there text,
  at text not null,
  at_precision text not null check (at_precision in ('day', 'month', 'year')),
  document_id text references documents,
  locator text,
  author text not null,
  recorded_at timestamptz not null default now()
);
-- the page of one partnership, the latest first
create index partnership_exchanges_sheet on partnership_exchanges (sheet_id, at desc);
