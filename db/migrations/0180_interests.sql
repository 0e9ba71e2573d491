-- The census of interests: which themes each member seeks and can offer, and the campaigns by which a network asks.

create table interests (
  body_id uuid not null references sheets on delete cascade,
  theme text not null,
  seeks boolean not null,
  offers boolean not null,
  note text,
  primary key (body_id, theme),
  check (seeks or offers)
);
-- who seeks or offers a theme: counts of a campaign
create index interests_theme on interests (theme);

-- The last time that somebody answered for a body: an answer without a theme is an answer.
create table census_answers (
  body_id uuid primary key references sheets on delete cascade,
  answered_at timestamptz not null default now(),
  function text not null,
  account_id uuid references accounts on delete set null
);
create index census_answers_account on census_answers (account_id) where account_id is not null;

create table census_campaigns (
  id uuid primary key,
  network_id uuid not null references sheets on delete cascade,
  opened_at timestamptz not null default now(),
  -- last day for answering
  until date not null,
  reminded_at timestamptz,
  closed_at timestamptz,
  account_id uuid references accounts on delete set null
);
-- one at a time in a network
create unique index census_campaigns_open on census_campaigns (network_id) where closed_at is null;
create index census_campaigns_account on census_campaigns (account_id) where account_id is not null;

-- Who was written to, at which sending: a worker that was killed does not write twice.
create table census_mails (
  campaign_id uuid not null references census_campaigns on delete cascade,
  account_id uuid not null references accounts on delete cascade,
  reminder boolean not null,
  -- when the campaign was opened, or the reminder asked for
  at timestamptz not null,
  primary key (campaign_id, account_id, at)
);
create index census_mails_account on census_mails (account_id);
