-- Advocacy: concerns of members, gathered into an item that a network carries to the State and to Brussels.

create table advocacy_items (
  sheet_id uuid primary key references sheets on delete cascade,
  -- members that must support it before it is sent
  threshold smallint not null default 3 check (threshold between 1 and 500),
  targets text[] not null default '{}'
);

-- What each said, in their own words. Gathering several items moves them here.
create table advocacy_concerns (
  id uuid primary key,
  item_id uuid not null references sheets on delete cascade,
  body_id uuid references sheets on delete set null,
  account_id uuid references accounts on delete set null,
  text text not null,
  raised_on date not null
);
create index advocacy_concerns_item on advocacy_concerns (item_id, raised_on);

create table advocacy_supports (
  item_id uuid not null references sheets on delete cascade,
  body_id uuid not null references sheets on delete cascade,
  account_id uuid references accounts on delete set null,
  since date not null,
  primary key (item_id, body_id)
);
create index advocacy_supports_account on advocacy_supports (account_id);

create table advocacy_texts (
  item_id uuid not null references sheets on delete cascade,
  version smallint not null,
  text text not null,
  author text not null,
  written_on date not null,
  primary key (item_id, version)
);

-- The log: to whom, when, by whom (a function), how, which version of the text.
create table advocacy_sendings (
  id uuid primary key,
  item_id uuid not null references sheets on delete cascade,
  target text not null check (target in ('afd', 'ministry', 'brussels', 'other')),
  service text,
  sent_on date not null,
  how text not null check (how in ('mail', 'letter', 'meeting', 'contribution')),
  author text not null,
  version smallint,
  document text,
  answered_on date,
  answer text,
  answer_document text
);
create index advocacy_sendings_item on advocacy_sendings (item_id, sent_on);
