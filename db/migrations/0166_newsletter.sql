-- The newsletter: who asked for it, what each issue holds, what was sent to whom.

create table newsletter_subscribers (
  id uuid primary key,
  mail text not null,
  lang text not null,
  -- slugs; empty: all themes
  themes text[] not null default '{}',
  -- codes of world regions; empty: the whole world
  zones text[] not null default '{}',
  asked_at timestamptz not null,
  -- null: the address was typed, and nobody has answered from it yet
  confirmed_at timestamptz
);
-- one subscription an address
create unique index newsletter_subscribers_mail on newsletter_subscribers (lower(mail));
-- whom an issue goes to, by hundreds
create index newsletter_subscribers_confirmed on newsletter_subscribers (id) where confirmed_at is not null;
-- typed and never answered
create index newsletter_subscribers_asked on newsletter_subscribers (asked_at) where confirmed_at is null;

create table newsletter_issues (
  id uuid primary key,
  -- given when it is sent
  number integer unique,
  title text not null,
  introduction text not null default '',
  -- what was published from that moment on is offered
  since timestamptz not null,
  state text not null default 'draft' check (state in ('draft', 'sending', 'sent')),
  created_at timestamptz not null default now(),
  -- a function
  created_by text not null,
  sent_at timestamptz,
  version integer not null default 1,
  check ((state = 'draft') = (number is null))
);

create table newsletter_items (
  issue_id uuid not null references newsletter_issues on delete cascade,
  sheet_id uuid not null references sheets on delete cascade,
  position smallint not null,
  primary key (issue_id, sheet_id)
);

-- An issue and a person: written in the transaction that writes the mail, so that nobody gets it twice.
create table newsletter_deliveries (
  issue_id uuid not null references newsletter_issues on delete cascade,
  subscriber_id uuid not null references newsletter_subscribers on delete cascade,
  -- false: nothing in it for their themes and zones
  mailed boolean not null,
  primary key (issue_id, subscriber_id)
);
create index newsletter_deliveries_subscriber on newsletter_deliveries (subscriber_id);
