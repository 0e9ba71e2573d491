-- Signing in without a password. What is secret is known to a mail or to a browser only: here its SHA-256.

-- The address was proved by a link that was sent to it, or by a provider that says so.
alter table accounts add column mail_proved_at timestamptz;

create table sign_in_links (
  id uuid primary key,
  token_hash bytea not null unique,
  -- the browser that asked, by its cookie
  browser_hash bytea not null,
  mail text not null,
  -- a change of address: whose
  account_id uuid references accounts on delete cascade,
  -- what a provider said of this person, linked once the address is proved in the browser that asked
  identity jsonb,
  -- where to go afterwards: a path of ours
  next text,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  used_at timestamptz
);
create index sign_in_links_browser on sign_in_links (browser_hash, created_at);
create index sign_in_links_expiry on sign_in_links (expires_at);

-- Attempts lately, by a keyed hash of what is counted: one address, one network. All nodes count together, a restart forgets nothing.
create table attempts (
  key bytea primary key,
  count integer not null,
  until timestamptz not null
);
create index attempts_until on attempts (until);

-- What was asked of a browser and must come back from it, once: a passkey's challenge, the way through a provider.
create table challenges (
  token_hash bytea primary key,
  purpose text not null check (purpose in ('passkey.add', 'passkey.sign-in', 'provider')),
  account_id uuid references accounts on delete cascade,
  data jsonb not null,
  expires_at timestamptz not null
);
create index challenges_expiry on challenges (expires_at);

create table passkeys (
  id uuid primary key,
  account_id uuid not null references accounts on delete cascade,
  credential_id text not null unique,
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null default '{}',
  name text not null,
  created_at timestamptz not null default now(),
  used_at timestamptz
);
create index passkeys_account on passkeys (account_id);

-- Somebody at an identity provider, and what it says for certain of their employer.
create table identities (
  id uuid primary key,
  account_id uuid not null references accounts on delete cascade,
  issuer text not null,
  subject text not null,
  siret text check (siret ~ '^[0-9]{14}$'),
  created_at timestamptz not null default now(),
  used_at timestamptz not null default now(),
  unique (issuer, subject)
);
create index identities_account on identities (account_id);
